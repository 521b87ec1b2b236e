//! The quotation marks of each language, for smart punctuation.
//!
//! Enters: a language. Leaves: four marks. Never: a decision about which quote in a text is which.

use crate::base::Lang;

/// The quotation marks of a language, with the spaces that belong to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotes {
    /// Before a quotation.
    pub open: &'static str,
    /// After it.
    pub close: &'static str,
    /// Before a quotation within a quotation.
    pub inner_open: &'static str,
    /// After it.
    pub inner_close: &'static str,
}

/// The quotation marks of a language: CLDR's `delimiters`, with the usual narrow no-break spaces in French.
///
/// A language that the table does not hold gets the English ones. A flat table.
pub fn quotes(lang: &Lang) -> Quotes {
    let of = |open, close, inner_open, inner_close| Quotes { open, close, inner_open, inner_close };
    match (lang.as_str(), lang.primary()) {
        ("fr-CH", _) => of("«\u{202f}", "\u{202f}»", "‹\u{202f}", "\u{202f}›"),
        ("de-CH" | "de-LI" | "it-CH", _) => of("«", "»", "‹", "›"),
        ("pt-PT", _) => of("«", "»", "“", "”"),
        ("zh-Hant" | "zh-TW" | "zh-HK", _) => of("「", "」", "『", "』"),
        (_, "fr") => of("«\u{202f}", "\u{202f}»", "“", "”"),
        (_, "de" | "cs" | "sk" | "sl" | "hr" | "is" | "et" | "lt" | "ka") => of("„", "“", "‚", "‘"),
        (_, "bg") => of("„", "“", "’", "’"),
        (_, "sr" | "bs" | "mk") => of("„", "”", "’", "’"),
        (_, "pl" | "ro" | "hu") => of("„", "”", "«", "»"),
        (_, "ru" | "uk" | "be") => of("«", "»", "„", "“"),
        (_, "es" | "it" | "ca" | "gl" | "el" | "hy") => of("«", "»", "“", "”"),
        (_, "nb" | "nn" | "no") => of("«", "»", "‘", "’"),
        (_, "da") => of("“", "”", "‘", "’"),
        (_, "sv" | "fi") => of("”", "”", "’", "’"),
        (_, "ja") => of("「", "」", "『", "』"),
        (_, "ar" | "ur") => of("”", "“", "’", "‘"),
        (_, "fa") => of("«", "»", "‹", "›"),
        (_, "he") => of("”", "”", "’", "’"),
        (_, "vi" | "en" | "zh" | "ko" | "th" | "id" | "ms" | "tr" | "pt" | "nl") => of("“", "”", "‘", "’"),
        _ => of("“", "”", "‘", "’"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_marks() {
        let cases = [
            ("vi", "“a ‘b’”"),
            ("en-GB", "“a ‘b’”"),
            ("fr", "«\u{202f}a “b”\u{202f}»"),
            ("de", "„a ‚b‘“"),
            ("de-CH", "«a ‹b›»"),
            ("ru", "«a „b“»"),
            ("ja", "「a 『b』」"),
            ("zh-Hans", "“a ‘b’”"),
            ("zh-Hant", "「a 『b』」"),
            ("ar", "”a ’b‘“"),
            ("qaa", "“a ‘b’”"),
        ];
        for (tag, expected) in cases {
            let Quotes { open, close, inner_open, inner_close } = quotes(&Lang::new(tag).expect("a tag"));
            assert_eq!(format!("{open}a {inner_open}b{inner_close}{close}"), expected, "{tag}");
        }
    }
}
