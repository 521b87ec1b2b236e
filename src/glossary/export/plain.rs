//! Text on one line, without anything that a file format or a terminal could take for a command.

use std::fmt;

use serde::Serialize;

use crate::text;

/// A text on one line: NFC, without control characters, without white space at its ends. May be empty.
///
/// Line breaks and tabs become spaces, several spaces one; no-break spaces stay. Any other control character, and
/// the two code points that XML 1.0 (section 2.2) has no place for, become U+FFFD, so that it shows that something
/// was there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Plain(String);

impl Plain {
    /// Takes any text.
    ///
    /// ```
    /// use songngu::glossary::export::Plain;
    /// assert_eq!(Plain::new(" một\n\tdòng\u{7} ").as_str(), "một dòng\u{fffd}");
    /// ```
    pub fn new(text: &str) -> Plain {
        let text = text::nfc(text);
        let mut out = String::with_capacity(text.len());
        for letter in text.chars() {
            match letter {
                ' ' | '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    if !out.is_empty() && !out.ends_with(' ') {
                        out.push(' ');
                    }
                }
                '\u{fffe}' | '\u{ffff}' => out.push(char::REPLACEMENT_CHARACTER),
                control if control.is_control() => out.push(char::REPLACEMENT_CHARACTER),
                letter => out.push(letter),
            }
        }
        out.truncate(out.trim_end_matches(' ').len());
        Plain(out)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
