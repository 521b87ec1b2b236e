//! Tables for one reader, and the same data as CSV.

use super::charts::{number_cell, text};
use super::context::Context;
use super::data_views::{CellView, ColumnView, TableRowView, TableView};
use super::figures::Numbering;
use crate::base::Lang;
use crate::locale::DateStyle;
use crate::parse::front::{Cell, Column, Row, Table};
use crate::resolve::Page;
use crate::text::{CsvCell, csv_data};

/// A table of a page.
pub(super) fn view(
    context: &Context<'_>,
    page: &Page,
    lang: &Lang,
    (id, table): (&str, &Table),
    numbering: &Numbering,
) -> TableView {
    let citation = |source: &crate::config::yaml::Placed<String>| numbering.view(context, lang, &source.value);
    let column = |(at, column): (usize, &Column)| ColumnView {
        id: column.id.clone(),
        label: text(context, lang, &column.label),
        numeric: is_numeric(table, at),
    };
    let row = |row: &Row| TableRowView {
        cells: cells(context, lang, table, row),
        source: row.source.as_ref().and_then(citation),
    };
    TableView {
        id: id.to_owned(),
        caption: text(context, lang, &table.caption),
        columns: table.columns.iter().enumerate().map(column).collect(),
        rows: table.rows.iter().map(row).collect(),
        sourced: table.rows.iter().any(|row| row.source.is_some()),
        as_of: table.as_of,
        source: table.source.as_ref().and_then(citation),
        note: table.note.get(lang).map(str::to_owned),
        csv: page.data_route(lang, id).map(|route| route.encoded()).unwrap_or_default(),
    }
}

fn is_numeric(table: &Table, column: usize) -> bool {
    let mut cells = table.rows.iter().map(|row| &row.cells[column]).filter(|cell| **cell != Cell::Empty).peekable();
    cells.peek().is_some() && cells.all(|cell| matches!(cell, Cell::Number(_)))
}

fn cells(context: &Context<'_>, lang: &Lang, table: &Table, row: &Row) -> Vec<CellView> {
    let cell = |(cell, column): (&Cell, &Column)| match cell {
        Cell::Empty => number_cell(context, lang, None, column.format),
        Cell::Number(number) => number_cell(context, lang, Some(number), column.format),
        Cell::Date(date) => CellView {
            kind: "date",
            text: context.date(lang, *date, DateStyle::Long),
            value: Some(date.to_string()),
            lang: None,
        },
        Cell::Text(local) => {
            let text = text(context, lang, local);
            CellView { kind: "text", text: text.text, value: None, lang: text.lang }
        }
    };
    row.cells.iter().zip(&table.columns).map(cell).collect()
}

/// The data of a table as CSV.
pub(super) fn csv(context: &Context<'_>, lang: &Lang, table: &Table) -> String {
    let names: Vec<String> = table.columns.iter().map(|column| text(context, lang, &column.label).text).collect();
    let mut out = csv_data(&names.iter().map(|name| CsvCell::Text(name)).collect::<Vec<_>>());
    for row in &table.rows {
        let cells = cells(context, lang, table, row);
        let cell = |cell| match cell {
            &CellView { value: Some(ref value), .. } => CsvCell::Exact(value),
            CellView { text, .. } => CsvCell::Text(text),
        };
        out.push_str(&csv_data(&cells.iter().map(cell).collect::<Vec<_>>()));
    }
    out
}
