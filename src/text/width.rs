//! How wide a text is on a terminal.
//!
//! Enters: a text. Leaves: a number of columns. Sources: UAX #11 (East Asian Width); marks and characters without a
//! shape of their own take no column.

use icu::properties::props::{EastAsianWidth, GeneralCategory};
use icu::properties::{CodePointMapData, CodePointMapDataBorrowed};

/// The columns that a text takes on a terminal with a font of fixed width, as most terminals count them.
///
/// ```
/// assert_eq!(songngu::text::columns("tố"), 2);
/// assert_eq!(songngu::text::columns("人工"), 4);
/// ```
pub fn columns(text: &str) -> usize {
    let widths: CodePointMapDataBorrowed<'static, EastAsianWidth> = CodePointMapData::new();
    let categories: CodePointMapDataBorrowed<'static, GeneralCategory> = CodePointMapData::new();
    let width = |letter: char| match categories.get(letter) {
        GeneralCategory::NonspacingMark
        | GeneralCategory::EnclosingMark
        | GeneralCategory::Format
        | GeneralCategory::Control => 0,
        _ => match widths.get(letter) {
            EastAsianWidth::Wide | EastAsianWidth::Fullwidth => 2,
            _ => 1,
        },
    };
    text.chars().map(width).sum()
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn marks_take_no_column_and_ideographs_two() {
        for (text, width) in [
            ("", 0),
            ("chip", 4),
            ("đám mây", 7),
            ("đa\u{301}m", 3),
            ("用語集", 6),
            ("용어", 4),
            ("คำ", 2),
            ("a\u{200b}b", 2),
        ] {
            assert_eq!(columns(text), width, "{text}");
        }
    }
}
