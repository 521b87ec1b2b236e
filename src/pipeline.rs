//! The one way through the house: snapshot, documents, site, views, rendered files.
//!
//! Enters: a snapshot of the sources, and what is asked for. Leaves: each file of the built site, handed on as
//! soon as it is made, or one that is asked for; and all diagnostics. Never here: files on disk, the clock, printing.

mod contents;
mod equipment;
mod pairs;
mod rendering;
mod sources;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Digest, Lang, PartialDate, Snapshot, SourcePath};
use crate::check;
use crate::config::{self, Config};
use crate::diag::{self, Diagnostic};
use crate::locale::Lexicon;
use crate::resolve::{self, Site};
use crate::translation;

use equipment::Equipment;
use rendering::Press;

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
#[derive(Default)]
pub struct Memo {
    read: crate::memo::Memo<sources::Read>,
    equipment: crate::memo::Memo<Arc<Equipment>>,
}

/// A site that has been read, resolved and checked, ready to be rendered: all of it ([`Prepared::render`]), or file by
/// file ([`Prepared::file`]). Immutable; may be shared between threads.
pub struct Prepared {
    /// The site; `None` if its configuration cannot be used.
    site: Option<Site>,
    equipment: Arc<Equipment>,
    /// `None` if nothing can be rendered.
    press: Option<Press>,
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

/// Reads, resolves and checks a site. `problems` are those that came up when the snapshot was taken; `memo` is what
/// earlier runs remember, empty for the first.
pub fn prepare(snapshot: &Snapshot, problems: Vec<Diagnostic>, request: &Request, memo: &Memo) -> Prepared {
    let unread = |problem: &Diagnostic| problem.location.as_ref().map(|location| location.path.clone());
    let mut unread: Vec<SourcePath> = problems.iter().filter_map(unread).collect();
    unread.retain(|path| !snapshot.sources.contains_key(path));
    let mut diagnostics = problems;
    let config = configuration(snapshot, request, &mut diagnostics);
    let languages = config.as_ref().map(|config| config.languages.clone()).unwrap_or_default();
    let key = equipment::key(snapshot, &languages, config.is_some());
    let equipment = memo.equipment.get(key, || Arc::new(equipment::equipment(snapshot, &languages, config.is_some())));
    diagnostics.extend(equipment.diagnostics.iter().cloned());
    let Equipment { theme, assets, .. } = &*equipment;
    let site = config.map(|config| {
        let (sources, problems) = sources::sources(snapshot, unread.iter().collect(), &config, assets, &memo.read);
        diagnostics.extend(problems);
        let wanted = resolve::Request { today: request.today, drafts: request.drafts };
        let (site, problems) = resolve::resolve(&config, sources, wanted);
        diagnostics.extend(problems);
        let templates = theme.as_ref().map(|theme| theme.template_names()).unwrap_or_default();
        let offer = theme.as_ref().map(|theme| check::Offer { components: theme.components(), templates: &templates });
        diagnostics.extend(check::run(&site, offer));
        let text_of = |path: &SourcePath| snapshot.text(path).cloned();
        diagnostics.extend(translation::check_messages(&equipment.lexicon, &text_of, &site.agreements));
        site
    });
    if let Some(site) = &site {
        diagnostics = site.config.apply_levels(diagnostics);
    }
    diagnostics = check::without_consequences(diagnostics);
    diag::sort(&mut diagnostics);
    let digest = |(path, source): (&SourcePath, &crate::base::Source)| (path.clone(), source.digest);
    let copied = snapshot.sources.iter().map(digest).collect();
    let press = site.as_ref().zip(theme.as_ref());
    let press = press.and_then(|(site, theme)| Press::new(site, &equipment, theme, &copied));
    memo.end_run();
    Prepared { site, equipment, press, copied, diagnostics }
}

impl Memo {
    /// Ends a run: forgets what has not been needed of late.
    fn end_run(&self) {
        let Memo { read, equipment } = self;
        read.end_run();
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
        self.site.as_ref()
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
