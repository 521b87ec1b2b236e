//! What is below `content/`, parsed.
//!
//! Enters: the snapshot. Leaves: documents, shared data, the bibliography, agreements, and what was wrong in each file. Never
//! here: anything that depends on more than one file.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Digest, Route, Snapshot, Source, SourcePath};
use crate::config::Config;
use crate::diag::Diagnostic;
use crate::memo::Memo;
use crate::parse::{self, Parsed};
use crate::render::Asset;
use crate::resolve::Sources;
use crate::translation::Agreements;

/// A file after parsing. Cheap to clone.
pub(super) type Read = Arc<ReadFile>;

/// A file after parsing.
pub(super) struct ReadFile {
    parsed: Parsed,
    /// What was wrong in it.
    problems: Vec<Diagnostic>,
    /// The digest of all of it that may touch more than its own page.
    outline: Digest,
}

impl ReadFile {
    fn new(path: &SourcePath, (parsed, problems): (Parsed, Vec<Diagnostic>), digest: Digest) -> ReadFile {
        let name = Digest::of(path.as_str().as_bytes());
        let outline = match &parsed {
            Parsed::Document(document) => document.outline(),
            Parsed::Asset(_) => name,
            _ => Digest::of_all([name, digest]),
        };
        ReadFile { parsed, problems, outline }
    }
}

/// Everything below `content/`, parsed in parallel; with the digest of all that may touch more than one page.
pub(super) fn sources(
    snapshot: &Snapshot,
    unread: Vec<&SourcePath>,
    config: &Config,
    assets: &[Asset],
    memo: &Memo<Read>,
) -> (Sources, Digest, Vec<Diagnostic>) {
    let all: Vec<(&SourcePath, &Source)> = snapshot.sources.iter().collect();
    let read = |(path, source): &(&SourcePath, &Source)| {
        let key = Digest::of_all([Digest::of(path.as_str().as_bytes()), source.digest]);
        memo.get(key, || Arc::new(ReadFile::new(path, parse::file(path, &source.content), source.digest)))
    };
    let mut read: Vec<Read> = all.par_iter().map(read).collect();
    // A file that cannot be read has been reported. Its page is there all the same, so that links to it are not wrong.
    let unread = unread.into_iter();
    read.extend(
        unread.map(|path| Arc::new(ReadFile::new(path, (parse::unread(path), Vec::new()), Digest::of(b"unread")))),
    );
    let outline = Digest::of_all(read.iter().map(|read| read.outline));
    let texts = snapshot.sources.keys().filter_map(|path| Some((path, snapshot.text(path)?)));
    let (agreements, mut diagnostics) = Agreements::read(texts);
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
        let ReadFile { parsed, problems, outline: _ } = &*one;
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
