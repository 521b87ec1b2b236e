//! The files beside a page in which readers can download its charts and tables.

use super::context::Context;
use super::{charts, tables};
use crate::base::{Lang, PagePath};

/// Stands before the text, so that spreadsheets read Vietnamese as what it is.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The data of a chart or table of a page as CSV, for readers of `lang`; only the mark of UTF-8 if there is none.
pub fn data_file(context: &Context<'_>, page: &PagePath, lang: &Lang, id: &str) -> String {
    let page = context.site.pages.get(page);
    let chart = || page.and_then(|page| Some(charts::csv(context, page, lang, page.shared.charts.get(id)?)));
    let table = || page.and_then(|page| Some(tables::csv(context, lang, page.shared.tables.get(id)?)));
    let text = chart().or_else(table).unwrap_or_default();
    format!("{BYTE_ORDER_MARK}{text}")
}
