//! Today, and the day on which a file was changed.
//!
//! Enters: the clock, `SOURCE_DATE_EPOCH`, a file's time. Leaves: dates. Never here: a time of day:
//! nothing that is built depends on one.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use super::DiskError;
use crate::base::PartialDate;

/// Today in UTC, or the day of `SOURCE_DATE_EPOCH` where that is set, so that a build can be repeated
/// (<https://reproducible-builds.org/specs/source-date-epoch/>).
///
/// # Errors
///
/// If `SOURCE_DATE_EPOCH` is not a number of seconds since 1970.
pub fn today() -> Result<PartialDate, DiskError> {
    let Some(epoch) = std::env::var_os("SOURCE_DATE_EPOCH") else {
        return Ok(date(SystemTime::now()));
    };
    epoch.to_str().and_then(from_epoch).ok_or_else(|| {
        let reason = "it has to be a whole number of seconds since 1970";
        DiskError::because("take the date from", Path::new("SOURCE_DATE_EPOCH"), reason)
    })
}

/// The day, in UTC, on which a file was last changed.
///
/// # Errors
///
/// If there is no such file, or its time cannot be had.
pub fn modified(file: &Path) -> Result<PartialDate, DiskError> {
    let time = std::fs::metadata(file).and_then(|metadata| metadata.modified());
    time.map(date).map_err(DiskError::on("read the time of", file))
}

fn from_epoch(text: &str) -> Option<PartialDate> {
    let seconds: u64 = text.trim().parse().ok()?;
    (seconds / SECONDS_A_DAY <= LAST_DAY).then(|| civil(seconds / SECONDS_A_DAY))
}

fn date(time: SystemTime) -> PartialDate {
    // A clock before 1970 is a clock that was never set.
    let seconds = time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    civil((seconds / SECONDS_A_DAY).min(LAST_DAY))
}

const SECONDS_A_DAY: u64 = 86_400;

/// 9999-12-31, in days since 1970-01-01.
const LAST_DAY: u64 = 2_932_896;

/// The date `days` after 1970-01-01, at most [`LAST_DAY`].
///
/// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`:
/// years begin in March, so that the leap day is their last.
fn civil(days: u64) -> PartialDate {
    let days = days + 719_468;
    let era = days / 146_097;
    let day_of_era = days % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    PartialDate { year: year as u16, month: Some(month as u8), day: Some(day as u8) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_become_the_day_they_lie_in() {
        let cases = [
            ("0", Some("1970-01-01")),
            ("86399", Some("1970-01-01")),
            ("951782400", Some("2000-02-29")),
            ("1684454400", Some("2023-05-19")),
            ("253402300799", Some("9999-12-31")),
            ("253402300800", None),
            ("-1", None),
            ("2023-05-19", None),
        ];
        for (seconds, expected) in cases {
            assert_eq!(from_epoch(seconds).map(|date| date.to_string()), expected.map(str::to_owned), "{seconds}");
        }
    }
}
