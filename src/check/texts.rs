//! A text that readers see and that one of the site's languages lacks: `text-missing`.
//!
//! A text given once for all languages lacks none.

use crate::base::{Lang, LocalText, SourcePath, Span};
use crate::config::yaml::quoted;
use crate::diag::{Code, Diagnostic};
use crate::parse::BIBLIOGRAPHY;
use crate::resolve::{Page, Site};

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = site.pages.values().flat_map(|page| of_page(site, page)).collect();
    let bibliography = SourcePath::new(BIBLIOGRAPHY);
    for (id, source) in site.bibliography.iter() {
        let missing = missing(site.languages(), &source.note);
        diagnostics.extend(report(&format!("the note of the source `{id}`"), &missing, &bibliography, source.span));
    }
    diagnostics
}

fn of_page(site: &Site, page: &Page) -> Vec<Diagnostic> {
    // A page that is meant for some languages only needs its texts in those.
    let languages: Vec<Lang> = site.languages().iter().filter(|lang| page.routes.contains_key(lang)).cloned().collect();
    let mut diagnostics = Vec::new();
    let data = &page.shared;
    if let Some(path) = data.found_in.get("figures") {
        for (id, figure) in data.own_figures.iter().filter_map(|id| data.figures.get(id).map(|figure| (id, figure))) {
            for (what, text) in [("unit", &figure.unit), ("label", &figure.label)] {
                let what = format!("the {what} of the figure `{id}`");
                diagnostics.extend(report(&what, &missing(&languages, text), path, figure.span));
            }
        }
    }
    if let Some(path) = data.found_in.get("timeline") {
        for event in &data.timeline {
            diagnostics.extend(report("the title of this event", &missing(&languages, &event.title), path, event.span));
        }
    }
    diagnostics
}

/// The languages that a text lacks, if it has some language at all.
fn missing<'a>(languages: &'a [Lang], text: &LocalText) -> Vec<&'a str> {
    if text.is_empty() {
        return Vec::new();
    }
    languages.iter().filter(|lang| text.get(lang).is_none()).map(Lang::as_str).collect()
}

fn report(what: &str, missing: &[&str], path: &SourcePath, span: Span) -> Option<Diagnostic> {
    if missing.is_empty() {
        return None;
    }
    let diagnostic = Diagnostic::new(Code::TextMissing, format!("{what} is missing in {}", quoted(missing)));
    Some(diagnostic.at(path, span).hint("add the language to the map, or write one text for all languages"))
}
