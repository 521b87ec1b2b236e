//! The glossary and the texts that use it: forms, definitions, uses.
//!
//! Enters: the resolved site. Leaves: diagnostics. Never here: whether two editions of a page agree.

mod definitions;
mod forms;
mod shared;
mod uses;

use super::Totals;
use crate::base::{Lang, SourcePath, Span};
use crate::config::yaml::Placed;
use crate::diag::{Diagnostic, Location};
use crate::glossary::Term;
use crate::parse::body::{Body, Event, Str, Tag};
use crate::resolve::{Edition, Page, Site};

pub(super) use uses::{mentioned, tally};

/// What is to be said of a page's use of the glossary.
pub(super) fn of_page(site: &Site, page: &Page) -> Vec<Diagnostic> {
    if site.termbase.terms.is_empty() {
        return Vec::new();
    }
    let mut diagnostics = uses::of_page(site, page);
    diagnostics.extend(shared::of_page(site, page));
    diagnostics
}

/// Whether the glossary names any form that texts of a language should not use.
fn has_avoided(site: &Site, lang: &Lang) -> bool {
    let editions = site.termbase.terms.values().filter_map(|term| term.editions.get(lang));
    editions.into_iter().any(|edition| !edition.avoid.is_empty())
}

/// The entries themselves.
pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    if site.termbase.terms.is_empty() {
        return Vec::new();
    }
    let mut diagnostics = forms::check(site);
    diagnostics.extend(definitions::check(site));
    diagnostics
}

/// How all texts together use them.
pub(super) fn check_uses(site: &Site, totals: &Totals) -> Vec<Diagnostic> {
    if site.termbase.terms.is_empty() { Vec::new() } else { uses::check(site, totals) }
}

/// All terms with an edition in a language: id, entry, and the page's edition, in the order of ids.
fn in_language<'a>(site: &'a Site, lang: &'a Lang) -> impl Iterator<Item = (&'a str, &'a Term, &'a Edition)> {
    site.termbase.terms.iter().filter_map(move |(id, term)| {
        let edition = site.pages.get(&term.page)?.editions.get(lang)?;
        term.editions.contains_key(lang).then_some((id.as_str(), term, edition))
    })
}

/// The preferred term as it stands in its file.
fn preferred(edition: &Edition) -> Option<&Placed<String>> {
    let own = &edition.document.own;
    own.term.term.as_ref().or(own.title.as_ref())
}

/// Where the preferred term stands.
fn place_of_term(edition: &Edition) -> Location {
    let path: &SourcePath = &edition.document.path;
    preferred(edition).map_or_else(|| Location::file(path), |term| Location::span(path, term.span))
}

/// The text of a body in which an author uses terms: without code, and without what was marked as a term or as none.
fn plain(body: &Body) -> String {
    let mut out = String::new();
    let mut hidden = 0_u32;
    let hides = |tag: &Tag| matches!(tag, Tag::Term(_) | Tag::Plain | Tag::CodeBlock(_) | Tag::Image(_));
    for event in &body.events {
        match event {
            Event::Start(tag) if hides(tag) => hidden += 1,
            Event::End(tag) if hides(tag) => hidden -= 1,
            Event::Text(piece) if hidden == 0 => out.push_str(body.str(*piece)),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            Event::Start(Tag::Emphasis | Tag::Strong) | Event::End(Tag::Emphasis | Tag::Strong) => {}
            // Stands for something that is shown and is not text.
            _ => out.push('\u{fffc}'),
        }
    }
    out
}

/// Where a range of a text's events stands in its source, as exactly as can be told: typographic signs and decoded
/// entities have no place of their own.
fn span_of(body: &Body, start: (u32, u32), end: (u32, u32)) -> Option<Span> {
    let events = body.events.get(start.0 as usize..=end.0 as usize)?;
    let spans: Vec<(u32, Span)> = (start.0..)
        .zip(events)
        .filter_map(|(at, event)| match event {
            Event::Text(Str::Source(span)) => Some((at, *span)),
            _ => None,
        })
        .collect();
    let (first, last) = (spans.first()?, spans.last()?);
    let from = if first.0 == start.0 { first.1.start + start.1 } else { first.1.start };
    let to = if last.0 == end.0 { last.1.start + end.1 } else { last.1.end };
    (from < to).then_some(Span { start: from, end: to })
}
