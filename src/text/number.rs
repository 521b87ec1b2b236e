//! Exact decimal numbers, as authors type them.
//!
//! Enters: `1048`, `-3.5`, `8.60`. Leaves: a number that keeps every digit. Never: exponents,
//! grouping, the decimal comma (that is for [`super::Formats`]), rounding on the way in.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// The most digits that a number may have.
const MAX_DIGITS: usize = 100;

/// An exact decimal number: `1048`, `-3.5`, `8.60` (two decimals are kept as typed).
///
/// Equal if written the same: `8.6` and `8.60` differ.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Number {
    /// Whether it is below zero; never set for zero.
    negative: bool,
    /// At least one digit, without needless zeros in front.
    integer: String,
    /// The decimals, as many as were typed; may be empty.
    fraction: String,
}

/// The text was not a number: digits, with a minus sign and a decimal point at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidNumber;

impl fmt::Display for InvalidNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a number: write digits, with `.` before decimals and nothing between thousands")
    }
}

impl std::error::Error for InvalidNumber {}

impl FromStr for Number {
    type Err = InvalidNumber;

    fn from_str(text: &str) -> Result<Number, InvalidNumber> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text),
        };
        let (integer, fraction) = match digits.split_once('.') {
            Some((_, "")) => return Err(InvalidNumber),
            Some((integer, fraction)) => (integer, fraction),
            None => (digits, ""),
        };
        let all_digits = [integer, fraction].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        if integer.is_empty() || !all_digits || integer.len() + fraction.len() > MAX_DIGITS {
            return Err(InvalidNumber);
        }
        let integer = without_leading_zeros(integer);
        let zero = integer == "0" && fraction.bytes().all(|byte| byte == b'0');
        Ok(Number { negative: negative && !zero, integer, fraction: fraction.to_owned() })
    }
}

impl fmt::Display for Number {
    /// The canonical form for machines: `-3.5`; reads back as the same number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Number { negative, integer, fraction } = self;
        if *negative {
            f.write_str("-")?;
        }
        f.write_str(integer)?;
        if !fraction.is_empty() {
            write!(f, ".{fraction}")?;
        }
        Ok(())
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Number {
        Number { negative: value < 0, integer: value.unsigned_abs().to_string(), fraction: String::new() }
    }
}

impl Number {
    /// The shortest decimal that reads back as `value`; `None` if it is infinite, not a number, or
    /// has more than 100 digits.
    pub fn from_f64(value: f64) -> Option<Number> {
        if value.is_finite() { value.to_string().parse().ok() } else { None }
    }

    /// The nearest floating-point number.
    pub fn to_f64(&self) -> f64 {
        self.to_string().parse().expect("a canonical number is a float's text")
    }

    /// How many decimals it was typed with.
    pub fn decimals(&self) -> usize {
        self.fraction.len()
    }

    /// How many digits it has from the first that is not zero.
    pub fn significant_digits(&self) -> usize {
        let digits = format!("{}{}", self.integer, self.fraction);
        digits.trim_start_matches('0').len()
    }

    /// Whether both have the same value: `8.6` and `8.60` have.
    pub fn same_value(&self, other: &Number) -> bool {
        self.negative == other.negative
            && self.integer == other.integer
            && self.fraction.trim_end_matches('0') == other.fraction.trim_end_matches('0')
    }

    /// Whether it is below zero.
    pub fn is_negative(&self) -> bool {
        self.negative
    }

    /// The place of its first digit that is not zero, as a power of ten: 3 for `1048`, -1 for `0.5`; 0 for zero.
    pub fn magnitude(&self) -> i32 {
        let digits = self.integer.bytes().chain(self.fraction.bytes());
        match digits.enumerate().find(|(_, digit)| *digit != b'0') {
            Some((at, _)) => self.integer.len() as i32 - 1 - at as i32,
            None => 0,
        }
    }

    /// The same number times ten to the power of `power`, without losing or adding a digit that counts.
    pub fn shifted(&self, power: i32) -> Number {
        let digits = format!("{}{}", self.integer, self.fraction);
        let point = self.integer.len() as i32 + power;
        let (integer, fraction) = if point <= 0 {
            ("0".to_owned(), format!("{}{digits}", "0".repeat(point.unsigned_abs() as usize)))
        } else if point as usize >= digits.len() {
            let zeros = "0".repeat(point as usize - digits.len());
            (format!("{digits}{zeros}"), String::new())
        } else {
            let (integer, fraction) = digits.split_at(point as usize);
            (integer.to_owned(), fraction.to_owned())
        };
        Number { negative: self.negative, integer: without_leading_zeros(&integer), fraction }
    }

    /// The number with at most `decimals` decimals (fewer than none: rounded to tens, hundreds, …),
    /// halves away from zero.
    pub fn rounded(&self, decimals: i32) -> Number {
        if decimals >= self.fraction.len() as i32 {
            return self.clone();
        }
        let mut digits = format!("0{}{}", self.integer, self.fraction).into_bytes();
        let kept = self.integer.len() as i32 + 1 + decimals;
        if kept < 1 {
            return Number { negative: false, integer: "0".to_owned(), fraction: String::new() };
        }
        let kept = kept as usize;
        let up = digits[kept] >= b'5';
        digits.truncate(kept);
        if up {
            for digit in digits.iter_mut().rev() {
                if *digit < b'9' {
                    *digit += 1;
                    break;
                }
                *digit = b'0';
            }
        }
        let mut text: String = digits.into_iter().map(char::from).collect();
        text.push_str(&"0".repeat(decimals.min(0).unsigned_abs() as usize));
        let (integer, fraction) = text.split_at(text.len() - decimals.max(0) as usize);
        let zero = text.bytes().all(|digit| digit == b'0');
        Number {
            negative: self.negative && !zero,
            integer: without_leading_zeros(integer),
            fraction: fraction.to_owned(),
        }
    }

    /// The number with at least `decimals` decimals: zeros are added.
    pub fn padded(mut self, decimals: usize) -> Number {
        let missing = decimals.saturating_sub(self.fraction.len());
        self.fraction.push_str(&"0".repeat(missing));
        self
    }

    /// The number without the zeros at the end of its decimals.
    pub fn trimmed(mut self) -> Number {
        self.fraction.truncate(self.fraction.trim_end_matches('0').len());
        self
    }
}

fn without_leading_zeros(integer: &str) -> String {
    match integer.trim_start_matches('0') {
        "" => "0".to_owned(),
        digits => digits.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_digits() {
        let cases = [
            ("1048", "1048"),
            ("-3.5", "-3.5"),
            ("1750000000000", "1750000000000"),
            ("8.60", "8.60"),
            ("007", "7"),
            ("-0.00", "0.00"),
            ("0.1", "0.1"),
            ("99999999999999999999999999", "99999999999999999999999999"),
        ];
        for (text, canonical) in cases {
            let number: Number = text.parse().expect("a number");
            assert_eq!(number.to_string(), canonical);
            assert_eq!(canonical.parse(), Ok(number));
        }
    }

    #[test]
    fn anything_else_is_no_number() {
        for text in ["", "-", ".5", "5.", "1e3", "1,048", "1.048.000", "+5", " 5", "٣", "NaN", "--1", "1.-2"] {
            assert_eq!(text.parse::<Number>(), Err(InvalidNumber), "{text:?}");
        }
        assert!("1".repeat(101).parse::<Number>().is_err());
    }

    #[test]
    fn floats_come_in_without_noise() {
        assert_eq!(Number::from_f64(0.1).map(|n| n.to_string()), Some("0.1".to_owned()));
        assert_eq!(Number::from_f64(1.75e12).map(|n| n.to_string()), Some("1750000000000".to_owned()));
        assert_eq!(Number::from_f64(f64::NAN), None);
        assert_eq!(Number::from_f64(1e300), None);
        assert_eq!(Number::from(-12).to_string(), "-12");
    }

    #[test]
    fn arithmetic_is_on_digits() {
        let number = |text: &str| text.parse::<Number>().expect("a number");
        for (text, power, expected) in
            [("0.256", 2, "25.6"), ("1750", -3, "1.750"), ("5", -3, "0.005"), ("1.5", 3, "1500"), ("0", 2, "0")]
        {
            assert_eq!(number(text).shifted(power).to_string(), expected, "{text} · 10^{power}");
        }
        for (text, decimals, expected) in [
            ("2.345", 2, "2.35"),
            ("9.99", 1, "10.0"),
            ("-0.04", 1, "0.0"),
            ("-2.5", 0, "-3"),
            ("1048", -2, "1000"),
            ("1050", -2, "1100"),
            ("60", -2, "100"),
            ("60", -3, "0"),
            ("1.5", 3, "1.5"),
        ] {
            assert_eq!(number(text).rounded(decimals).to_string(), expected, "{text} to {decimals}");
        }
        assert_eq!(number("5").padded(2).to_string(), "5.00");
        assert_eq!(number("5.10").trimmed().to_string(), "5.1");
        assert_eq!([number("1048").magnitude(), number("0.05").magnitude(), number("0.0").magnitude()], [3, -2, 0]);
    }

    #[test]
    fn values_compare_apart_from_spelling() {
        let number = |text: &str| text.parse::<Number>().expect("a number");
        assert!(number("8.6").same_value(&number("8.60")));
        assert_ne!(number("8.6"), number("8.60"));
        assert!(!number("8.6").same_value(&number("-8.6")));
        assert_eq!(number("0.050").significant_digits(), 2);
    }
}
