//! Forms to avoid in the data that a page's editions share: `form-avoided`.
//!
//! Enters: a page. Leaves: diagnostics, each at the figure, event, chart or table that holds the form. Never here: the
//! texts of editions, which `uses` looks at.

use super::{has_avoided, plain, uses::avoided};
use crate::base::{Lang, LocalText, Span};
use crate::diag::Diagnostic;
use crate::glossary::Matcher;
use crate::parse::front::PointLabel;
use crate::resolve::{Page, Site};

pub(super) fn of_page(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for lang in page.editions.keys().filter(|lang| has_avoided(site, lang)) {
        let Some(matcher) = site.matchers.get(lang) else { continue };
        for (key, text, span) in texts(page, lang) {
            let Some(path) = page.shared.found_in.get(key) else { continue };
            diagnostics.extend(forms(matcher, &text).filter_map(|form| avoided(site, lang, form, path, span)));
        }
    }
    diagnostics
}

/// The forms to avoid of a text, each with its term's id.
fn forms<'a>(matcher: &'a Matcher, text: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let found = matcher.find(text).into_iter().filter(|found| found.avoided);
    found.map(|found| (&**found.id, &text[found.range]))
}

/// The texts in a language of a page's own figures, timeline, charts and tables: the key that they stand under, the
/// text, and the place of what they belong to.
fn texts(page: &Page, lang: &Lang) -> Vec<(&'static str, String, Span)> {
    let data = &page.shared;
    let mut texts = Vec::new();
    let mut add = |key, text: &LocalText, span| texts.extend(text.get(lang).map(|text| (key, text.to_owned(), span)));
    for figure in data.own_figures.iter().filter_map(|id| data.figures.get(id)) {
        add("figures", &figure.label, figure.span);
        add("figures", &figure.unit, figure.span);
    }
    for event in &data.timeline {
        add("timeline", &event.title, event.span);
    }
    for chart in data.charts.values() {
        let names = chart.points.iter().filter_map(|point| match &point.label {
            PointLabel::Text(name) => Some(name),
            PointLabel::Date(_) => None,
        });
        let series = chart.series.iter().chain(names);
        let all = [&chart.title, &chart.description, &chart.unit, &chart.rest, &chart.note].into_iter().chain(series);
        all.for_each(|text| add("charts", text, chart.span));
    }
    for table in data.tables.values() {
        let columns = table.columns.iter().map(|column| &column.label);
        [&table.caption, &table.note].into_iter().chain(columns).for_each(|text| add("tables", text, table.span));
    }
    for event in &data.timeline {
        let told = event.text.get(&Some(lang.clone())).or_else(|| event.text.get(&None));
        texts.extend(told.map(|body| ("timeline", plain(body), event.span)));
    }
    texts
}
