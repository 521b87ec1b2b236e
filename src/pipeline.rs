//! The one way through the house: snapshot, documents, site, views, rendered files.
//!
//! Enters: a snapshot of the sources, and what is asked for. Leaves: each file of the built site, handed on as
//! soon as it is made, or one that is asked for; and all diagnostics. Never here: files on disk, the clock, printing.

mod checking;
mod contents;
mod equipment;
mod pairs;
mod progress;
mod rendering;
mod sources;
mod touched;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Digest, Lang, PartialDate, Snapshot, SourcePath};
use crate::check;
use crate::config::{self, Config};
use crate::diag::{self, Diagnostic};
use crate::locale::Lexicon;
use crate::parse::Document;
use crate::render::AssetContent;
use crate::resolve::{self, Site};
use crate::translation;

use checking::Checked;
use equipment::Equipment;
use rendering::Press;

pub use progress::Progress;

/// What is asked of a run.
#[derive(Debug, Clone)]
pub struct Request {
    /// The day on which the site is built.
    pub today: PartialDate,
    /// Whether drafts and pages dated in the future are built.
    pub drafts: bool,
    /// An address for the site in place of that of `site.yaml`; already checked, with a slash at its end.
    pub base_url: Option<String>,
}

/// What runs remember for the next: each value by the digest of all that it was made of.
///
/// A run with an empty memo gives the same site, byte for byte, only later. One memo may serve runs of any site.
pub struct Memo {
    /// Whether there is a next run.
    remembers: bool,
    read: crate::memo::Memo<sources::LastRead>,
    equipment: crate::memo::Memo<Arc<Equipment>>,
    resolved: crate::memo::Memo<Resolved>,
}

/// A site without problems, as some run resolved it, by the digest of all that may touch more than one page. Any site with
/// that digest serves as well: the texts that differ are exchanged.
#[derive(Clone)]
struct Resolved {
    site: Arc<Site>,
    /// The documents that it was made of, sorted by file.
    documents: Arc<Vec<Arc<Document>>>,
    press: Option<Arc<Press>>,
    checked: Option<Checked>,
}

/// A site that has been read, resolved and checked, ready to be rendered: all of it ([`Prepared::render`]), or file by
/// file ([`Prepared::file`]). Immutable; may be shared between threads.
pub struct Prepared {
    /// The site; `None` if its configuration cannot be used.
    site: Option<Arc<Site>>,
    equipment: Arc<Equipment>,
    /// `None` if nothing can be rendered.
    press: Option<Arc<Press>>,
    /// Digests of the files that are copied.
    copied: BTreeMap<SourcePath, Digest>,
    /// What was wrong so far, with the site's own severities, sorted.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file of the built site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum File<'a> {
    /// Its bytes.
    Bytes(Cow<'a, [u8]>),
    /// A copy of a source file.
    Copy(&'a SourcePath),
}

/// What a run made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// The digest of each file, by its path in the output folder.
    pub files: BTreeMap<String, Digest>,
    /// How many real editions each language has, in the site's order.
    pub editions: Vec<(Lang, usize)>,
    /// How many glossary entries there are.
    pub terms: usize,
    /// How many pages were left out as drafts or dated in the future.
    pub held_back: usize,
}

/// The program's name and version, as pages and manifests carry it.
pub const ENGINE: &str = concat!("songngu ", env!("CARGO_PKG_VERSION"));

/// What the program was built from.
const SOURCES: &str = env!("SONGNGU_SOURCES");

/// The digest of all that a build depends on: two builds with the same digest write the same site.
pub fn inputs(snapshot: &Snapshot, request: &Request) -> Digest {
    let asked = format!("{ENGINE} {SOURCES} {request:?}");
    let sources = snapshot.sources.iter();
    let sources = sources.flat_map(|(path, source)| [Digest::of(path.as_str().as_bytes()), source.digest]);
    Digest::of_all(std::iter::once(Digest::of(asked.as_bytes())).chain(sources))
}

/// Reads, resolves and checks a site. `problems` are those that came up when the snapshot was taken; `memo` is what
/// earlier runs remember, empty for the first.
pub fn prepare(snapshot: &Snapshot, problems: Vec<Diagnostic>, request: &Request, memo: &Memo) -> Prepared {
    prepare_watched(snapshot, problems, request, memo, &mut |_| {})
}

/// As [`prepare`]; `ended` is told the name of each stage when it has ended.
pub fn prepare_watched(
    snapshot: &Snapshot,
    problems: Vec<Diagnostic>,
    request: &Request,
    memo: &Memo,
    ended: &mut dyn FnMut(&'static str),
) -> Prepared {
    let unread = |problem: &Diagnostic| problem.location.as_ref().map(|location| location.path.clone());
    let mut unread: Vec<SourcePath> = problems.iter().filter_map(unread).collect();
    unread.retain(|path| !snapshot.sources.contains_key(path));
    let mut diagnostics = problems;
    let config = configuration(snapshot, request, &mut diagnostics);
    let languages = config.as_ref().map(|config| config.languages.clone()).unwrap_or_default();
    let key = equipment::key(snapshot, &languages, config.is_some());
    let equip = || Arc::new(equipment::equipment(snapshot, &languages, config.is_some()));
    let (equipment, read) = rayon::join(
        || memo.equipment.get(key, equip),
        || if config.is_some() { sources::read_all(snapshot, memo.reading()) } else { Vec::new() },
    );
    diagnostics.extend(equipment.diagnostics.iter().cloned());
    ended("parsing");
    let Some(config) = config else {
        diagnostics = told(None, diagnostics);
        memo.end_run();
        return Prepared { site: None, equipment, press: None, copied: BTreeMap::new(), diagnostics };
    };
    let (read, unread) = (read, unread.iter().collect());
    let (sources, outline, problems) = sources::sources(snapshot, (read, unread), &config, &equipment.assets);
    diagnostics.extend(problems);
    let copied = sources.assets.iter().filter_map(|path| Some((path.clone(), snapshot.sources.get(path)?.digest)));
    let own = equipment.assets.iter().filter_map(|asset| match &asset.content {
        AssetContent::Source(path) => Some((path.clone(), asset.digest)),
        AssetContent::Bytes(_) => None,
    });
    let copied: BTreeMap<SourcePath, Digest> = copied.chain(own).collect();
    let asked = format!("{request:?} {:?}", snapshot.sources.get(&SourcePath::new("site.yaml")).map(|one| one.digest));
    let readable = copied.keys().map(|path| Digest::of(path.as_str().as_bytes()));
    let key = |outline| Digest::of_all([key, outline, Digest::of(asked.as_bytes()), Digest::of_all(readable)]);
    let key = outline.map(key);
    let (resolved, problems) = resolved(&config, sources, request, key.and_then(|key| memo.resolved.known(key)));
    let is_clean = problems.is_empty();
    diagnostics.extend(problems);
    ended("resolving");
    let Resolved { site, documents, press, checked } = resolved;
    let theme = equipment.theme.as_ref();
    let templates = theme.map(|theme| theme.template_names()).unwrap_or_default();
    let offer = theme.map(|theme| check::Offer { components: theme.components(), templates: &templates });
    let (press, checked) = rayon::join(
        || press.or_else(|| Some(Arc::new(Press::new(&site, &equipment, theme?, &copied)?))),
        || checking::check(&site, checked, offer),
    );
    diagnostics.extend(checked.diagnostics());
    if let Some(key) = key.filter(|_| is_clean) {
        let (site, press, checked) = (site.clone(), press.clone(), Some(checked));
        memo.resolved.keep(key, Resolved { site, documents, press, checked });
    }
    let text_of = |path: &SourcePath| snapshot.text(path).cloned();
    diagnostics.extend(translation::check_messages(&equipment.lexicon, &text_of, &site.agreements));
    diagnostics = told(Some(&site), diagnostics);
    memo.end_run();
    ended("listing and checking");
    Prepared { site: Some(site), equipment, press, copied, diagnostics }
}

/// The site, from the one of an earlier run if that differs by texts alone.
fn resolved(
    config: &Arc<Config>,
    sources: resolve::Sources,
    request: &Request,
    before: Option<Resolved>,
) -> (Resolved, Vec<Diagnostic>) {
    if let Some(Resolved { site, documents, press, checked }) =
        before.filter(|one| one.documents.len() == sources.documents.len())
    {
        let both = documents.iter().zip(&sources.documents);
        let changed: Vec<Arc<Document>> =
            both.filter(|(old, new)| !Arc::ptr_eq(old, new)).map(|(_, new)| new.clone()).collect();
        if changed.is_empty() {
            return (Resolved { site, documents, press, checked }, Vec::new());
        }
        if let Some(site) = resolve::amend(&site, &changed) {
            let documents = Arc::new(sources.documents);
            return (Resolved { site: Arc::new(site), documents, press, checked }, Vec::new());
        }
    }
    let documents = Arc::new(sources.documents.clone());
    let wanted = resolve::Request { today: request.today, drafts: request.drafts };
    let (site, problems) = resolve::resolve(config, sources, wanted);
    (Resolved { site: Arc::new(site), documents, press: None, checked: None }, problems)
}

/// Diagnostics as they are told: with the site's own severities, without what only follows from others, sorted.
fn told(site: Option<&Site>, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if let Some(site) = site {
        diagnostics = site.config.apply_levels(diagnostics);
    }
    let mut diagnostics = check::without_consequences(diagnostics);
    diag::sort(&mut diagnostics);
    diagnostics
}

impl Default for Memo {
    fn default() -> Memo {
        Memo { remembers: true, read: Default::default(), equipment: Default::default(), resolved: Default::default() }
    }
}

impl Memo {
    /// For a run that no other follows: nothing is kept, nor are the digests taken that it would be found by.
    pub fn nothing() -> Memo {
        Memo { remembers: false, ..Memo::default() }
    }

    fn reading(&self) -> Option<&crate::memo::Memo<sources::LastRead>> {
        self.remembers.then_some(&self.read)
    }

    /// Ends a run: forgets what has not been needed of late.
    fn end_run(&self) {
        let Memo { remembers: _, read, equipment, resolved } = self;
        read.end_run();
        resolved.end_run();
        equipment.end_run();
    }
}

impl Prepared {
    /// The text of a built-in template or file of strings, for excerpts in messages.
    pub fn template(&self, path: &SourcePath) -> Option<Arc<str>> {
        self.equipment.texts.get(path).cloned()
    }

    /// The site's messages.
    pub fn lexicon(&self) -> &Lexicon {
        &self.equipment.lexicon
    }

    /// The resolved site, if its configuration could be used.
    pub fn site(&self) -> Option<&Site> {
        self.site.as_deref()
    }
}

/// The diagnostics of a whole run, those of its preparation and those of its rendering: sorted, without what only follows from others.
pub fn merged(mut before: Vec<Diagnostic>, after: Vec<Diagnostic>) -> Vec<Diagnostic> {
    before.extend(after);
    let mut diagnostics = check::without_consequences(before);
    diag::sort(&mut diagnostics);
    diagnostics
}

fn configuration(snapshot: &Snapshot, request: &Request, diagnostics: &mut Vec<Diagnostic>) -> Option<Arc<Config>> {
    let path = SourcePath::new("site.yaml");
    let text = snapshot.text(&path)?;
    let (config, problems) = config::load(&path, text);
    diagnostics.extend(problems);
    let mut config = config?;
    if let Some(base_url) = &request.base_url {
        config.base_url.clone_from(base_url);
    }
    Some(Arc::new(config))
}
