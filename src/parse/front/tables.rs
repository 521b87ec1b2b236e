//! Reads `tables:`: columns and rows, as they are typed.
//!
//! Enters: YAML nodes. Leaves: tables with their rows in the order of the file. Never here: how cells are written,
//! sorting, filtering.

use std::collections::BTreeMap;

use super::ids::{DataKind, is_id};
use crate::base::{LocalText, PartialDate, Span};
use crate::config::KeyScope;
use crate::config::yaml::{Key, Node, Placed, Reader, Yaml};
use crate::diag::did_you_mean;
use crate::parse::body::Format;
use crate::text::Number;

/// A table: typed once, labelled in every language.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it shows; stands above it.
    pub caption: LocalText,
    /// In the order of the file; not empty.
    pub columns: Vec<Column>,
    /// In the order of the file; each has as many cells as there are columns.
    pub rows: Vec<Row>,
    /// When it was so.
    pub as_of: Option<PartialDate>,
    /// The id of its source.
    pub source: Option<Placed<String>>,
    /// A remark below it.
    pub note: LocalText,
    /// Where its id stands.
    pub span: Span,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its id.
    pub id: String,
    /// What stands above it.
    pub label: LocalText,
    /// How its numbers are written.
    pub format: Format,
    /// Where its id stands.
    pub span: Span,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// One for each column.
    pub cells: Vec<Cell>,
    /// The id of its source.
    pub source: Option<Placed<String>>,
    /// Where it stands.
    pub span: Span,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// A text.
    Text(LocalText),
    /// A number.
    Number(Number),
    /// A day or a month. A year by itself is a number.
    Date(PartialDate),
}

/// Reads all tables of a page.
pub(super) fn tables(reader: &mut Reader<'_>, node: &Node) -> BTreeMap<String, Table> {
    let mut tables = BTreeMap::new();
    for (key, value) in reader.map("tables", node) {
        if is_id(reader, key, DataKind::Table)
            && let Some(table) = table(reader, key, value)
        {
            tables.insert(key.name.clone(), table);
        }
    }
    tables
}

fn table(reader: &mut Reader<'_>, key: &Key, node: &Node) -> Option<Table> {
    let mut table = Table {
        caption: LocalText::default(),
        columns: Vec::new(),
        rows: Vec::new(),
        as_of: None,
        source: None,
        note: LocalText::default(),
        span: key.span,
    };
    let mut rows = None;
    for (entry, value) in reader.map(&key.name, node) {
        let name = entry.name.as_str();
        match name {
            "caption" => table.caption = reader.local_text(name, value).unwrap_or_default(),
            "columns" => table.columns = columns(reader, value),
            "rows" => rows = Some(value),
            "as_of" => table.as_of = reader.date(name, value).map(|date| date.value),
            "source" => table.source = reader.text(name, value),
            "note" => table.note = reader.local_text(name, value).unwrap_or_default(),
            _ => reader.unknown_key(entry, &KeyScope::Table.names()),
        }
    }
    let mut lacks = Vec::new();
    if table.caption.is_empty() {
        lacks.push("`caption: {vi: …, en: …}`");
    }
    if table.columns.is_empty() {
        lacks.push("`columns: {name: {label: {vi: …, en: …}}}`");
    }
    if rows.is_none() {
        lacks.push("`rows: [{name: …}]`");
    }
    if !lacks.is_empty() {
        let message = format!("the table `{}` is not complete", key.name);
        reader.invalid::<()>(key.span, message, Some(&format!("add {}", lacks.join("; "))));
    }
    if !lacks.is_empty() {
        return None;
    }
    let rows = rows.map(|rows| reader.list("rows", rows)).unwrap_or_default();
    table.rows = rows.iter().filter_map(|node| row(reader, node, &table.columns)).collect();
    Some(table)
}

fn columns(reader: &mut Reader<'_>, node: &Node) -> Vec<Column> {
    let mut columns = Vec::new();
    for (key, value) in reader.map("columns", node) {
        if !is_id(reader, key, DataKind::Column) {
            continue;
        }
        if key.name == SOURCE {
            let hint = "give the column another id; a row's `source` is shown after its first cell";
            reader.invalid::<()>(key.span, "`source` is not an id for a column", Some(hint));
            continue;
        }
        let mut column =
            Column { id: key.name.clone(), label: LocalText::default(), format: Format::Auto, span: key.span };
        for (entry, value) in reader.map(&key.name, value) {
            let name = entry.name.as_str();
            match name {
                "label" => column.label = reader.local_text(name, value).unwrap_or_default(),
                "format" => {
                    column.format = reader.word(name, value, Format::NAMES).map_or(Format::Auto, |word| word.value);
                }
                _ => reader.unknown_key(entry, &KeyScope::Column.names()),
            }
        }
        if column.label.is_empty() {
            let message = format!("the column `{}` has no `label`", key.name);
            reader.invalid::<()>(key.span, message, Some("add `label: {vi: …, en: …}`"));
        }
        columns.push(column);
    }
    columns
}

/// The key of a row that names its source.
const SOURCE: &str = "source";

fn row(reader: &mut Reader<'_>, node: &Node, columns: &[Column]) -> Option<Row> {
    if !matches!(node.value, Yaml::Map(_)) {
        let hint = "write `- {name: …, kind: …}`, a cell for each column that has one";
        return reader.invalid(node.span, "a row of a table is a map from columns to cells", Some(hint));
    }
    let mut row = Row { cells: vec![Cell::Empty; columns.len()], source: None, span: node.span };
    for (key, value) in reader.map("rows", node) {
        if key.name == SOURCE {
            row.source = reader.text(SOURCE, value);
            continue;
        }
        match columns.iter().position(|column| column.id == key.name) {
            Some(at) => row.cells[at] = cell(reader, value).unwrap_or(Cell::Empty),
            None => {
                let names = || columns.iter().map(|column| column.id.as_str());
                let known: Vec<&str> = names().collect();
                let hint = did_you_mean(&key.name, names())
                    .unwrap_or_else(|| format!("its columns are {}", crate::config::yaml::quoted(&known)));
                reader.invalid::<()>(key.span, format!("the table has no column `{}`", key.name), Some(&hint));
            }
        }
    }
    Some(row)
}

fn cell(reader: &mut Reader<'_>, node: &Node) -> Option<Cell> {
    let exact = match &node.value {
        Yaml::Null => Some(Cell::Empty),
        Yaml::Number(text) => text.parse().ok().map(Cell::Number),
        Yaml::Text(text) => text.parse().ok().map(Cell::Date),
        _ => None,
    };
    exact.or_else(|| reader.local_text("rows", node).map(Cell::Text))
}
