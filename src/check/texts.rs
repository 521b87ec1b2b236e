//! A text that readers see and that one of the site's languages lacks: `text-missing`.
//!
//! A text given once for all languages lacks none.

use crate::base::{Lang, LocalText, SourcePath, Span};
use crate::config::yaml::quoted;
use crate::diag::{Code, Diagnostic};
use crate::parse::BIBLIOGRAPHY;
use crate::parse::front::{Cell, Point, PointLabel};
use crate::resolve::{Page, Site};

/// What is missing in the texts that no page owns.
pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let bibliography = SourcePath::new(BIBLIOGRAPHY);
    for (id, source) in site.bibliography.iter() {
        let missing = missing(site.languages(), &source.note);
        diagnostics.extend(report(&format!("the note of the source `{id}`"), &missing, &bibliography, source.span));
    }
    for (id, drawn) in &site.drawings {
        let says = &drawn.text;
        let at = Span::new(0..0);
        for (what, text) in [("title", &says.title), ("description", &says.description), ("credit", &says.credit)] {
            let what = format!("the {what} of the drawing `{id}`");
            diagnostics.extend(report(&what, &missing(site.languages(), text), &says.path, at));
        }
        for (label, text) in &says.labels {
            let what = format!("the label `{label}` of the drawing `{id}`");
            diagnostics.extend(report(&what, &missing(site.languages(), &text.value), &says.path, text.span));
        }
    }
    diagnostics
}

/// The texts of charts and tables.
fn of_data(page: &Page, languages: &[Lang]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let data = &page.shared;
    if let Some(path) = data.found_in.get("charts") {
        for (id, chart) in &data.charts {
            let label = |point: &'_ Point| match &point.label {
                PointLabel::Text(text) => Some(text.clone()),
                PointLabel::Date(_) => None,
            };
            let of = |what: &str| format!("the {what} of the chart `{id}`");
            let own = [&chart.title, &chart.description, &chart.unit, &chart.rest, &chart.note];
            let names = ["title", "description", "unit", "rest", "note"];
            let texts = names.into_iter().zip(own.map(LocalText::clone));
            let series = chart.series.iter().map(|name| ("name of a series", name.clone()));
            let labels = chart.points.iter().filter_map(label).map(|text| ("label of a point", text));
            for (what, text) in texts.chain(series).chain(labels) {
                diagnostics.extend(report(&of(what), &missing(languages, &text), path, chart.span));
            }
        }
    }
    if let Some(path) = data.found_in.get("tables") {
        for (id, table) in data.tables.iter() {
            for (what, text) in [("caption", &table.caption), ("note", &table.note)] {
                let what = format!("the {what} of the table `{id}`");
                diagnostics.extend(report(&what, &missing(languages, text), path, table.span));
            }
            for column in &table.columns {
                let what = format!("the label of the column `{}`", column.id);
                diagnostics.extend(report(&what, &missing(languages, &column.label), path, column.span));
            }
            for row in &table.rows {
                for (cell, column) in row.cells.iter().zip(&table.columns) {
                    let Cell::Text(text) = cell else { continue };
                    let what = format!("the cell `{}` of this row", column.id);
                    diagnostics.extend(report(&what, &missing(languages, text), path, row.span));
                }
            }
        }
    }
    diagnostics
}

/// What is missing in the texts of a page.
pub(super) fn of_page(site: &Site, page: &Page) -> Vec<Diagnostic> {
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
    diagnostics.extend(of_data(page, &languages));
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
