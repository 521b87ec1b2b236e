//! What the editions of a page share: one value out of the shared file and the editions' front matter.
//!
//! A key set twice must agree; if it does not, the first value is used and both places are named.

use std::collections::BTreeMap;

use crate::base::SourcePath;
use crate::config::yaml::Placed;
use crate::diag::{Code, Diagnostic, Location};
use crate::parse::front::SharedFront;

/// One part of a page's shared front matter, and the file it stands in.
pub type Part<'a> = (&'a SourcePath, &'a SharedFront);

/// Puts the parts together; the first that sets a key decides. `parts` is not empty.
///
/// `draft` and `extra` are left out: they may differ between editions. Also returns the file in which each
/// key was found.
pub fn merge(
    parts: &[Part<'_>],
    diagnostics: &mut Vec<Diagnostic>,
) -> (SharedFront, BTreeMap<&'static str, SourcePath>) {
    let mut merger = Merger { parts, diagnostics, found_in: BTreeMap::new() };
    let front = SharedFront {
        date: merger.agreed("date", |front| &front.date),
        updated: merger.agreed("updated", |front| &front.updated),
        draft: None,
        order: merger.agreed("order", |front| &front.order),
        tags: merger.agreed("tags", |front| &front.tags),
        template: merger.agreed("template", |front| &front.template),
        toc: merger.agreed("toc", |front| &front.toc),
        glossary: merger.agreed("glossary", |front| &front.glossary),
        fallback: merger.agreed("fallback", |front| &front.fallback),
        sources: merger.once("sources", |front| &front.sources),
        figures: merger.once("figures", |front| &front.figures),
        timeline: merger.once("timeline", |front| &front.timeline),
        charts: merger.once("charts", |front| &front.charts),
        tables: merger.once("tables", |front| &front.tables),
        revisions: merger.once("revisions", |front| &front.revisions),
        faq: merger.agreed("faq", |front| &front.faq),
        extra: None,
        acronym: merger.agreed("acronym", |front| &front.acronym),
        related: merger.once("related", |front| &front.related),
        link: merger.agreed("link", |front| &front.link),
        foreign: merger.agreed("foreign", |front| &front.foreign),
    };
    (front, merger.found_in)
}

struct Merger<'a, 'd> {
    parts: &'a [Part<'a>],
    diagnostics: &'d mut Vec<Diagnostic>,
    found_in: BTreeMap<&'static str, SourcePath>,
}

impl Merger<'_, '_> {
    /// A value that may be written several times as long as it is the same.
    fn agreed<T: Clone + PartialEq + 'static>(
        &mut self,
        key: &'static str,
        get: fn(&SharedFront) -> &Option<Placed<T>>,
    ) -> Option<Placed<T>> {
        self.take(key, get, |a, b| a == b)
    }

    /// A value that may be written once only: it is too large to be kept equal by hand.
    fn once<T: Clone + 'static>(
        &mut self,
        key: &'static str,
        get: fn(&SharedFront) -> &Option<Placed<T>>,
    ) -> Option<Placed<T>> {
        self.take(key, get, |_, _| false)
    }

    fn take<T: Clone + 'static>(
        &mut self,
        key: &'static str,
        get: fn(&SharedFront) -> &Option<Placed<T>>,
        agree: fn(&T, &T) -> bool,
    ) -> Option<Placed<T>> {
        let mut found: Option<(&SourcePath, &Placed<T>)> = None;
        for (path, front) in self.parts {
            let Some(value) = get(front) else { continue };
            match found {
                None => found = Some((path, value)),
                Some((first_path, first)) if !agree(&first.value, &value.value) => {
                    let diagnostic =
                        Diagnostic::new(Code::KeyConflict, format!("the shared key `{key}` is set twice and differs"))
                            .at(path, value.span)
                            .related(Location::span(first_path, first.span), "first set here")
                            .hint("write it once, in the page's shared `.yaml` file");
                    self.diagnostics.push(diagnostic);
                }
                Some(_) => {}
            }
        }
        let (path, value) = found?;
        self.found_in.insert(key, path.clone());
        Some(value.clone())
    }
}
