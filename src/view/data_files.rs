//! The files beside a page in which readers can download its charts and tables.

use super::context::{Context, Target};
use super::{charts, tables};
use crate::base::{Lang, Route};
use crate::resolve::Page;

/// Puts a mark before the text, so that spreadsheets read Vietnamese as what it is.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Where the data of a chart or table of a page is found.
pub(super) fn route(page: &Page, lang: &Lang, id: &str) -> Option<Route> {
    page.data_route(lang, id)
}

/// The files of data that belong to an address: those of its charts and tables, if it is a page that was written.
pub fn data_files(context: &Context<'_>, target: &Target) -> Vec<(Route, String)> {
    let Target::Page(path, lang, 1) = target else { return Vec::new() };
    let Some(page) = context.site.pages.get(path) else { return Vec::new() };
    let data = &page.shared;
    if !page.editions.contains_key(lang) || (data.charts.is_empty() && data.tables.is_empty()) {
        return Vec::new();
    }
    let charts = data.charts.iter().map(|(id, chart)| (id, charts::csv(context, page, lang, chart)));
    let tables = data.tables.iter().map(|(id, table)| (id, tables::csv(context, lang, table)));
    let file = |(id, text): (&String, String)| Some((route(page, lang, id)?, format!("{BYTE_ORDER_MARK}{text}")));
    charts.chain(tables).filter_map(file).collect()
}
