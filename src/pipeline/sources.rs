//! What is below `content/`, parsed.
//!
//! Enters: the snapshot. Leaves: documents, shared data, the bibliography, agreements, and what was wrong in each file. Never
//! here: anything that depends on more than one file.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Content, Digest, Route, Snapshot, Source, SourcePath};
use crate::config::Config;
use crate::diag::Diagnostic;
use crate::memo::Memo;
use crate::parse::{self, Parsed};
use crate::render::Asset;
use crate::resolve::Sources;
use crate::translation::{AgreementFile, Agreements};

/// A file after parsing. Cheap to clone.
pub(super) type Read = Arc<ReadFile>;

/// The files of a run, sorted by path, each with the digest of its bytes: all that was read of it depends on these two.
pub(super) type LastRead = Arc<Vec<(SourcePath, Digest, Read)>>;

/// A file after parsing.
pub(super) struct ReadFile {
    parsed: Parsed,
    /// What it says if it is one of agreements.
    agreement: Option<AgreementFile>,
    /// What was wrong in it.
    problems: Vec<Diagnostic>,
    /// The digest of all of it that may touch more than its own page; `None` where nobody will ask.
    outline: Option<Digest>,
}

impl ReadFile {
    fn new(path: &SourcePath, (parsed, problems): (Parsed, Vec<Diagnostic>), digest: Option<Digest>) -> ReadFile {
        let outline = digest.map(|digest| {
            let name = Digest::of(path.as_str().as_bytes());
            match &parsed {
                Parsed::Document(document) => document.outline(),
                Parsed::Asset(_) => name,
                _ => Digest::of_all([name, digest]),
            }
        });
        ReadFile { parsed, agreement: None, problems, outline }
    }

    /// Reads a file. With a digest, that of its bytes, it can be asked for its outline.
    fn of(path: &SourcePath, content: &Content, digest: Option<Digest>) -> ReadFile {
        let mut read = ReadFile::new(path, parse::file(path, content), digest);
        if let Some(text) = content.text() {
            let (agreement, problems) = AgreementFile::read(path, text);
            read.agreement = agreement;
            read.problems.extend(problems);
        }
        read
    }
}

/// The files of a snapshot, read; those that are as they were in the last run are taken from there.
pub(super) fn read_all(snapshot: &Snapshot, memo: Option<&Memo<LastRead>>) -> Vec<Read> {
    let all: Vec<(&SourcePath, &Source)> = snapshot.sources.iter().collect();
    // One list serves as well as another: what is taken from it is looked up by path and digest.
    let place = Digest::of(b"the last run");
    let last = memo.and_then(|memo| memo.known(place)).unwrap_or_default();
    let mut rest = last.iter().peekable();
    let mut known = |path: &SourcePath, digest: Digest| {
        while rest.next_if(|(other, _, _)| other < path).is_some() {}
        rest.next_if(|(other, _, _)| other == path).filter(|(_, other, _)| *other == digest).map(|(_, _, read)| read)
    };
    let known: Vec<Option<&Read>> = all.iter().map(|(path, source)| known(path, source.digest)).collect();
    let read = |((path, source), known): (&(&SourcePath, &Source), &Option<&Read>)| match known {
        Some(known) => (*known).clone(),
        None => Arc::new(ReadFile::of(path, &source.content, memo.map(|_| source.digest))),
    };
    let read: Vec<Read> = all.par_iter().zip(&known).with_min_len(16).map(read).collect();
    if let Some(memo) = memo {
        let kept = all.iter().zip(&read).map(|((path, source), read)| ((*path).clone(), source.digest, read.clone()));
        memo.keep(place, Arc::new(kept.collect()));
    }
    read
}

/// Everything below `content/`, as it was read; with the digest of all that may touch more than one page, if runs remember.
pub(super) fn sources(
    snapshot: &Snapshot,
    (mut read, unread): (Vec<Read>, Vec<&SourcePath>),
    config: &Config,
    assets: &[Asset],
) -> (Sources, Option<Digest>, Vec<Diagnostic>) {
    let outlines: Option<Vec<Digest>> = read.iter().map(|read| read.outline).collect();
    // A file that cannot be read has been reported. Its page is there all the same, so that links to it are not wrong.
    let unread = unread.into_iter();
    let unread: Vec<Read> = unread
        .map(|path| Arc::new(ReadFile::new(path, (parse::unread(path), Vec::new()), Some(Digest::of(b"unread")))))
        .collect();
    let outlines = outlines.map(|read| read.into_iter().chain(unread.iter().filter_map(|file| file.outline)));
    let outline = outlines.map(Digest::of_all);
    read.extend(unread);
    let agreements = Agreements::new(read.iter().filter_map(|file| file.agreement.as_ref()));
    let mut diagnostics = Vec::new();
    let is_yaml = |path: &SourcePath| {
        path.as_str() == "site.yaml" || (path.as_str().ends_with(".yaml") && path.below("content").is_some())
    };
    let yaml = snapshot.sources.keys().filter(|path| is_yaml(path));
    let yaml = yaml.filter_map(|path| Some((path.clone(), snapshot.text(path)?.clone()))).collect();
    let mut sources = Sources {
        documents: Vec::new(),
        shared: Vec::new(),
        bibliography: Arc::default(),
        drawings: Vec::new(),
        drawing_texts: Vec::new(),
        assets: Default::default(),
        yaml,
        agreements,
        reserved: reserved(config, assets),
    };
    for one in read {
        let ReadFile { parsed, agreement: _, problems, outline: _ } = &*one;
        diagnostics.extend(problems.iter().cloned());
        match parsed {
            Parsed::Document(document) => sources.documents.push(document.clone()),
            Parsed::Shared(shared) => sources.shared.push(shared.clone()),
            Parsed::Bibliography(bibliography) => sources.bibliography = bibliography.clone(),
            Parsed::Drawing(drawing) => sources.drawings.push(drawing.clone()),
            Parsed::DrawingText(text) => sources.drawing_texts.push(text.clone()),
            Parsed::Asset(path) => _ = sources.assets.insert(path.clone()),
            Parsed::Nothing => {}
        }
    }
    (sources, outline, diagnostics)
}

/// The addresses that the program writes by itself.
fn reserved(config: &Config, assets: &[Asset]) -> BTreeMap<Route, String> {
    let mut reserved = BTreeMap::new();
    let own = ["", "404.html", "sitemap.xml", "robots.txt", "_headers", "_redirects", ".nojekyll"];
    for route in own {
        let what =
            if route.is_empty() { "the choice of languages".to_owned() } else { format!("the site's `{route}`") };
        reserved.insert(Route::new(route), what);
    }
    for lang in &config.languages {
        reserved.insert(Route::new(format!("{lang}/feed.xml")), format!("the feed in `{lang}`"));
    }
    for asset in assets {
        reserved.insert(asset.route(), format!("the theme's `{}`", asset.name));
    }
    reserved
}
