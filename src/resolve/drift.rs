//! Which blocks wait, because their twins have moved since a person last found them to agree.
//!
//! Enters: the editions of a page two by two, and what its languages have agreed on. Leaves: the waiting blocks of each
//! edition, and which agreements belong to nothing any more. Never here: what to say of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::pairs::Pair;
use super::site::Pages;
use crate::base::{Lang, PagePath, SourcePath, Span};
use crate::config::Config;
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::parse::Document;
use crate::translation::agreement::Subject;
use crate::translation::{Agreements, BlockId, Side, State};

/// A block of an edition that waits for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The language of the edition that has moved.
    pub other: Lang,
    /// How the two stand: behind, missing here, or both moved.
    pub state: State,
    /// The waiting block, and where it stands; `None` if it is missing here.
    pub own: Option<(BlockId, Span)>,
    /// Its twin in the other edition; `None` if it was removed there.
    pub twin: Option<(BlockId, Span)>,
    /// Where a block that is missing here would stand: the end of the one before it, or the start of the text.
    pub place: Span,
}

/// The waiting blocks of a page's editions.
pub(super) fn waiting(pairs: &[Pair<'_>]) -> BTreeMap<Lang, Vec<Waiting>> {
    let mut found: BTreeMap<Lang, Vec<Waiting>> = BTreeMap::new();
    for pair in pairs.iter().filter(|pair| !pair.entries.is_empty()) {
        for side in [Side::A, Side::B] {
            found.entry(pair.langs[side.index()].clone()).or_default().extend(of_side(pair, side));
        }
    }
    found
}

fn of_side(pair: &Pair<'_>, side: Side) -> Vec<Waiting> {
    let mut found = Vec::new();
    let mut before = pair.editions[side.index()].document.front_span;
    for row in &pair.rows {
        let blocks = pair.blocks(row);
        let own = blocks[side.index()].map(|unit| (unit.id.clone(), unit.span));
        let twin = blocks[side.other().index()].map(|unit| (unit.id.clone(), unit.span));
        let state = pair.state(row);
        let end = Span { start: before.end, end: before.end };
        let place = own.as_ref().map_or(end, |(_, span)| *span);
        before = place;
        let waits = match state {
            State::Behind(behind) => behind == side,
            State::Missing(lacking) => lacking == side,
            State::Conflict => true,
            State::Agreed | State::New => false,
        };
        if waits {
            found.push(Waiting { other: pair.langs[side.other().index()].clone(), state, own, twin, place });
        }
    }
    found
}

/// What a site has, for agreements to be about.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) config: &'a Config,
    pub(super) pages: &'a Pages,
    /// Pages that are left out for now.
    pub(super) held_back: &'a BTreeSet<PagePath>,
    /// The files of data.
    pub(super) yaml: &'a BTreeMap<SourcePath, Arc<str>>,
    /// All editions.
    pub(super) documents: &'a [Arc<Document>],
}

/// Reports agreements of pages and files that are gone, and of languages that the site does not have.
pub(super) fn report_stray(agreements: &Agreements, known: Known<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let Known { config, pages, held_back, yaml, documents } = known;
    let has_file =
        |path: &SourcePath| yaml.contains_key(path) || documents.iter().any(|document| document.path == *path);
    for id in agreements.ids() {
        let unknown = id.langs.iter().find(|lang| !config.languages.contains(lang));
        let (message, hint) = match (&id.subject, unknown) {
            (_, Some(lang)) => (
                format!("the site has no language `{lang}`"),
                "delete the file, or add the language to `site.yaml`".to_owned(),
            ),
            (Subject::Page(page), None) if !pages.contains_key(page) && !held_back.contains(page) => {
                let near = did_you_mean(page.as_str(), pages.keys().map(PagePath::as_str));
                let hint = match near {
                    Some(near) => format!("{near} rename the file if the page has moved there, or delete it"),
                    None => "rename the file if the page has moved, or delete it".to_owned(),
                };
                (format!("there is no page `{page}` any more"), hint)
            }
            (Subject::Data(path), None) if !has_file(path) => (
                format!("there is no file `{path}` any more"),
                "rename the file of agreements if the data has moved, or delete it".to_owned(),
            ),
            _ => continue,
        };
        diagnostics.push(Diagnostic::new(Code::AgreementStray, message).in_file(&id.path()).hint(hint));
    }
}
