//! A block that has not followed a change of its twin: `twin-behind`.
//!
//! Reported where two editions have agreed on something before; a page that was never agreed on is not behind.

use crate::base::Span;
use crate::diag::{Code, Diagnostic, Location};
use crate::parse::Document;
use crate::resolve::{Page, Site, Waiting};
use crate::translation::State;

pub(super) fn check(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for edition in page.editions.values() {
        let told = edition.waiting.iter().filter(|waiting| is_told_here(site, edition.document.as_ref(), waiting));
        diagnostics.extend(told.map(|waiting| diagnostic(page, &edition.document, waiting)));
    }
    diagnostics
}

/// Where both have moved, it is told of one of them: the first in the order of languages.
fn is_told_here(site: &Site, document: &Document, waiting: &Waiting) -> bool {
    let place = |lang: &crate::base::Lang| site.languages().iter().position(|other| other == lang);
    waiting.state != State::Conflict || place(&document.lang) < place(&waiting.other)
}

fn diagnostic(page: &Page, document: &Document, waiting: &Waiting) -> Diagnostic {
    let Waiting { other, state, own, twin, place } = waiting;
    let lang = &document.lang;
    let name = if page.path.is_home() { "index" } else { page.path.as_str() };
    let block = own.as_ref().or(twin.as_ref()).map(|(block, _)| block.to_string()).unwrap_or_default();
    let (message, label) = match (state, own, twin) {
        (State::Conflict, ..) => (
            format!("`{block}` has moved in both `{lang}` and `{other}` since they last agreed"),
            "this has moved, too",
        ),
        (_, None, _) => (format!("`{block}` of `{other}` has no twin in `{lang}`"), "this has no twin"),
        (_, Some(_), None) => (format!("`{block}` in `{lang}` has lost its twin in `{other}`"), ""),
        _ => (format!("`{block}` in `{lang}` is behind `{other}`"), "this has moved"),
    };
    let agree = format!("`songngu translations agree {name}#{block}`");
    let hint = match own {
        Some(_) => format!("see what moved with `songngu translations diff {name}`; when both say the same, {agree}"),
        None => format!("translate it; if `{other}` alone is to have it, {agree}"),
    };
    let diagnostic =
        Diagnostic::new(Code::TwinBehind, message).at(&document.path, beginning(document, *place)).hint(hint);
    let there = twin.as_ref().zip(page.editions.get(other));
    match there {
        Some(((_, span), edition)) => {
            diagnostic.related(Location::span(&edition.document.path, beginning(&edition.document, *span)), label)
        }
        None => diagnostic,
    }
}

/// The first words of a place: enough to find it, and not more than a line shows.
fn beginning(document: &Document, span: Span) -> Span {
    let text = span.text(&document.body.source);
    let line = text.lines().next().unwrap_or("");
    let end = line.char_indices().nth(SHOWN).map_or(line.len(), |(at, _)| line[..at].rfind(' ').unwrap_or(at));
    Span { start: span.start, end: span.start + end as u32 }
}

/// How many characters of a block are underlined.
const SHOWN: usize = 60;
