//! Rows of cells as a table for a terminal.
//!
//! Enters: cells. Leaves: lines, each column as wide as its widest cell. Never here: colour, what a cell means.

use crate::text;

/// The lines of a table, the first one its heading. Columns from `numbers_from` on stand at the right.
///
/// Every line has as many cells as the first.
pub(super) fn table(lines: &[Vec<String>], numbers_from: usize) -> String {
    let width = |column: usize| lines.iter().map(|line| text::columns(&line[column])).max().unwrap_or(0);
    let widths: Vec<usize> = (0..lines.first().map_or(0, Vec::len)).map(width).collect();
    let mut out = String::new();
    for line in lines {
        for (column, cell) in line.iter().enumerate() {
            let gap = " ".repeat(widths[column] - text::columns(cell));
            let between = if column == 0 { "" } else { "  " };
            out.push_str(between);
            out.push_str(&if column < numbers_from { format!("{cell}{gap}") } else { format!("{gap}{cell}") });
        }
        out.truncate(out.trim_end_matches(' ').len());
        out.push('\n');
    }
    out
}
