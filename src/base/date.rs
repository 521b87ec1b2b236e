//! A date that may be known only to the month or the year.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// A day, month or year of the Gregorian calendar: `2023-05-19`, `2022-10`, `2023` (ISO 8601).
///
/// Ordered by time; a whole year comes before its months, a month before its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// 1 to 9999.
    pub year: u16,
    /// 1 to 12, if known.
    pub month: Option<u8>,
    /// 1 to 31 and within its month, if known; only with a month.
    pub day: Option<u8>,
}

impl PartialDate {
    /// Whether this month or year is that of `other`.
    ///
    /// ```
    /// use songngu::base::PartialDate;
    /// let date = |text: &str| text.parse::<PartialDate>().expect("a date");
    /// assert!(date("2023-05").holds(date("2023-05-19")) && date("2023").holds(date("2023-05")));
    /// assert!(!date("2023-05").holds(date("2023-06-01")) && !date("2023-05-19").holds(date("2023-05")));
    /// ```
    pub fn holds(self, other: PartialDate) -> bool {
        let PartialDate { year, month, day } = self;
        year == other.year
            && month.is_none_or(|month| other.month == Some(month))
            && day.is_none_or(|day| other.day == Some(day))
    }
}

/// The text was not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidDate;

impl FromStr for PartialDate {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<PartialDate, InvalidDate> {
        let mut parts = text.split('-');
        let year = digits(parts.next(), 4)?.ok_or(InvalidDate)?;
        let month = digits(parts.next(), 2)?.map(|month| month as u8);
        let day = digits(parts.next(), 2)?.map(|day| day as u8);
        if parts.next().is_some() || year == 0 {
            return Err(InvalidDate);
        }
        if month.is_some_and(|month| !(1..=12).contains(&month)) {
            return Err(InvalidDate);
        }
        if let (Some(month), Some(day)) = (month, day)
            && !(1..=days_in(year, month)).contains(&day)
        {
            return Err(InvalidDate);
        }
        Ok(PartialDate { year, month, day })
    }
}

/// Reads exactly `length` digits of a part that may be absent.
fn digits(part: Option<&str>, length: usize) -> Result<Option<u16>, InvalidDate> {
    match part {
        None => Ok(None),
        Some(text) if text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            text.parse().map(Some).map_err(|_| InvalidDate)
        }
        Some(_) => Err(InvalidDate),
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::PartialDate;

    #[test]
    fn a_date_is_read_to_the_precision_it_has() {
        for text in ["2023-05-19", "2022-10", "2023", "2024-02-29"] {
            assert_eq!(text.parse::<PartialDate>().map(|date| date.to_string()), Ok(text.to_owned()));
        }
        for text in ["2023-02-29", "2023-13", "23-05-19", "2023-5-1", "0000", "2023-05-19-1", "", "19/5/2023"] {
            assert!(text.parse::<PartialDate>().is_err(), "{text} is not a date");
        }
    }
}
