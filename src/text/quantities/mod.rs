//! The numbers and dates in running text, in a form in which two languages can be compared.
//!
//! Enters: a text and how its language writes numbers. Leaves: quantities with their places and the readings
//! that each may have. Never here: a verdict about a translation, a change to a text, addresses and telephone numbers.

mod compare;
mod conventions;
mod dates;
mod lex;
mod numbers;
mod reader;
#[cfg(test)]
mod tests;
mod words;

use std::fmt;
use std::ops::Range;

pub use compare::{Side, Unmatched, compare};
pub use conventions::Conventions;

/// A number or date in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it says, the likeliest reading first; never empty.
    pub readings: Vec<Value>,
    /// How sure it is that a number is meant.
    pub strength: Strength,
    /// What it would say by the separators of other languages, if its own language reads it otherwise.
    pub foreign: Option<Value>,
    /// Whether its own language does not write numbers so (`12.5%` in Vietnamese); the readings are then another's.
    pub irregular: bool,
}

/// How sure it is that a number is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// A word that often means something else (`năm`, `ba`, `May`, `second`), a part of a name (`GPT-4`): it may answer
    /// to a number of the other language, and is not missed.
    Weak,
    /// A number word: `five`, `bốn`.
    Word,
    /// Digits.
    Strong,
}

/// What a quantity says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A number in canonical digits: `1048`, `8.6`. Signs are left out: languages say `down 3%` and `-3%`.
    Number(String),
    /// Hundredths: `12.5` for 12.5%.
    Percent(String),
    /// Two thirds.
    Fraction(u32, u32),
    /// A date, as far as it is told.
    Date {
        /// Such as 2023.
        year: Option<u16>,
        /// From 1.
        month: Option<u8>,
        /// From 1.
        day: Option<u8>,
    },
    /// A time of day: minutes after midnight.
    Time(u16),
    /// Digits and points that belong together: `1.2.3`.
    Version(String),
    /// A name that ends with a number: `gpt` and `4`.
    Name(String, String),
}

impl fmt::Display for Value {
    /// A form that says the same in every language: `2023-05-19`, `12.5%`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Number(number) | Value::Version(number) => f.write_str(number),
            Value::Percent(number) => write!(f, "{number}%"),
            Value::Fraction(part, of) => write!(f, "{part}/{of}"),
            Value::Date { year, month, day } => {
                let number = |number: Option<u8>| number.map_or("?".to_owned(), |number| format!("{number:02}"));
                write!(
                    f,
                    "{}-{}-{}",
                    year.map_or("?".to_owned(), |year| year.to_string()),
                    number(*month),
                    number(*day)
                )
            }
            Value::Time(minutes) => write!(f, "{:02}:{:02}", minutes / 60, minutes % 60),
            Value::Name(stem, number) => write!(f, "{stem} {number}"),
        }
    }
}

/// The quantities of a text, in order, without overlap.
///
/// ```
/// use songngu::{base::Lang, text::{Conventions, quantities}};
/// let vi = Conventions::new(&Lang::new("vi").unwrap());
/// let found = quantities("khoảng 1,75 nghìn tỷ tham số", &vi);
/// assert_eq!(found[0].readings[0].to_string(), "1750000000000");
/// ```
pub fn quantities(text: &str, conventions: &Conventions) -> Vec<Quantity> {
    reader::read(text, conventions)
}
