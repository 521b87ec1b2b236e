//! Rows of comma-separated values that are safe to open.
//!
//! Source: RFC 4180. A text that a spreadsheet would take for a formula, one that begins with `=`, `+`, `-`, `@` or a
//! tab, gets a `'` in front (OWASP, "CSV Injection"): what others write must not run on the reader's computer.

/// A cell of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CsvCell<'a> {
    /// A text.
    Text(&'a str),
    /// A number or a date that the program has written itself.
    Exact(&'a str),
}

/// Appends a row; it ends with CR LF.
pub fn csv_row<'a>(out: &mut String, cells: impl IntoIterator<Item = CsvCell<'a>>) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        match cell {
            CsvCell::Text(text) => push_text(out, text),
            CsvCell::Exact(text) => out.push_str(text),
        }
    }
    out.push_str("\r\n");
}

fn push_text(out: &mut String, text: &str) {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if text.contains(['"', ',', '\r', '\n']) {
        out.push_str(&format!("\"{guard}{}\"", text.replace('"', "\"\"")));
    } else {
        out.push_str(guard);
        out.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_a_text_and_a_negative_number_is_a_number() {
        let mut out = String::new();
        let cells = [CsvCell::Text("=1+1"), CsvCell::Exact("-3.5"), CsvCell::Text("Cần Thơ, \"bến\""), CsvCell::Text("-x")];
        csv_row(&mut out, cells);
        assert_eq!(out, "'=1+1,-3.5,\"Cần Thơ, \"\"bến\"\"\",'-x\r\n");
    }
}
