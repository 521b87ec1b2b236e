//! A source that nothing cites: `source-unused`.

use std::collections::BTreeSet;

use super::Totals;
use crate::base::SourcePath;
use crate::diag::{Code, Diagnostic};
use crate::parse::BIBLIOGRAPHY;
use crate::resolve::{Page, Site};

pub(super) fn check(site: &Site, totals: &Totals) -> Vec<Diagnostic> {
    // What a draft cites is not known before it is built.
    if site.held_back > 0 {
        return Vec::new();
    }
    let drawings = site.drawings.values().filter_map(|drawn| drawn.text.source.as_ref());
    let drawn: BTreeSet<&str> = drawings.map(|source| source.value.as_str()).collect();
    let is_used = |id: &str| totals.is_cited(id) || drawn.contains(id);
    let path = SourcePath::new(BIBLIOGRAPHY);
    let unused = site.bibliography.iter().filter(|(id, _)| !is_used(id));
    unused
        .map(|(id, source)| {
            let diagnostic = Diagnostic::new(Code::SourceUnused, format!("no page cites the source `{id}`"));
            diagnostic.at(&path, source.span).hint(format!("cite it with `[@{id}]`, or remove it"))
        })
        .collect()
}

/// The sources that a page cites, in its texts or its data.
pub(super) fn cited(page: &Page) -> BTreeSet<&str> {
    let texts = page
        .editions
        .values()
        .flat_map(|edition| &edition.document.body.citations)
        .map(|citation| citation.id.as_str());
    let listed = page.shared.sources.iter().map(|source| source.value.as_str());
    let figures = page.shared.figures.values().filter_map(|figure| figure.source.as_ref());
    let events = page.shared.timeline.iter().filter_map(|event| event.source.as_ref());
    let charts = page.shared.charts.values().filter_map(|chart| chart.source.as_ref());
    let tables = page.shared.tables.values().filter_map(|table| table.source.as_ref());
    let rows = page.shared.tables.values().flat_map(|table| &table.rows).filter_map(|row| row.source.as_ref());
    let data = figures.chain(events).chain(charts).chain(tables).chain(rows);
    texts.chain(listed).chain(data.map(|source| source.value.as_str())).collect()
}
