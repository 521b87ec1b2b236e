//! Texts within other formats: XML, cells of a spreadsheet.
//!
//! Enters: any text. Leaves: the same text, written so that the format around it does not take it for anything else.
//! Never here: the formats themselves.

/// A text as character data of XML, or in an attribute between double quotes.
///
/// Characters that XML 1.0 (section 2.2) has no place for become U+FFFD.
///
/// ```
/// assert_eq!(songngu::text::xml("a < \"b\"\u{7}"), "a &lt; &quot;b&quot;\u{fffd}");
/// ```
pub fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter => out.push(in_xml(letter)),
        }
    }
    out
}

/// A character that stands in XML 1.0: itself, or U+FFFD in its place.
pub fn in_xml(letter: char) -> char {
    match letter {
        '\t' | '\n' | '\r' => letter,
        '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        letter => letter,
    }
}

/// What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection").
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text as a cell of CSV by RFC 4180, before it is put into quotation marks: with a `'` in front if a spreadsheet
/// would take it for a formula. [`from_cell`] takes it away again.
///
/// ```
/// use songngu::text::{cell, from_cell};
/// for text in ["=1+1", "'=1+1", "''", "'tis", "a", ""] {
///     assert_eq!(from_cell(&cell(text)), text);
/// }
/// assert_eq!(cell("=1+1"), "'=1+1");
/// ```
pub fn cell(text: &str) -> String {
    let guarded = is_guarded(text) || text.starts_with(FORMULA);
    if guarded { format!("'{text}") } else { text.to_owned() }
}

/// The text of a cell that [`cell`] wrote.
pub fn from_cell(cell: &str) -> &str {
    if is_guarded(cell) { &cell[1..] } else { cell }
}

/// Whether a text looks as if a `'` had been put in front of it.
fn is_guarded(text: &str) -> bool {
    text.strip_prefix('\'').is_some_and(|rest| rest.starts_with(FORMULA) || rest.starts_with('\''))
}

/// A row of CSV (RFC 4180), its line end included. Cells are guarded and quoted as needed.
pub fn csv_row(cells: &[&str]) -> String {
    csv_data(&cells.iter().map(|text| CsvCell::Text(text)).collect::<Vec<_>>())
}

/// A cell of a row of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CsvCell<'a> {
    /// A text, which is guarded.
    Text(&'a str),
    /// A number or a date that the program has written itself: `-3.5` is no formula.
    Exact(&'a str),
}

/// A row of data as CSV (RFC 4180), its line end included.
///
/// ```
/// use songngu::text::{CsvCell, csv_data};
/// assert_eq!(csv_data(&[CsvCell::Text("-3"), CsvCell::Exact("-3")]), "'-3,-3\r\n");
/// ```
pub fn csv_data(cells: &[CsvCell<'_>]) -> String {
    let quoted = |cell_of_row: &CsvCell<'_>| {
        let text = match cell_of_row {
            CsvCell::Text(text) => cell(text),
            CsvCell::Exact(text) => (*text).to_owned(),
        };
        let needs = text.contains(['"', ',', '\r', '\n']);
        if needs { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
    };
    let cells: Vec<String> = cells.iter().map(quoted).collect();
    format!("{}\r\n", cells.join(","))
}
