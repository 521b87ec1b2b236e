//! Dates by CLDR's patterns, and the weekday of a date.
//!
//! Enters: a date known to the day, month or year. Leaves: text, names, a weekday. Never: today,
//! other calendars than the Gregorian one, times, time zones.

use icu::calendar::Gregorian;
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{D, DE, E, M, MD, MDE, Y, YM, YMD, YMDE};
use icu::datetime::input::Date;
use icu::datetime::options::YearStyle;
use icu::locale::Locale;

use crate::base::PartialDate;

/// A formatter for one field set in the Gregorian calendar. A macro, as ICU bounds each field set by
/// the data that it needs.
macro_rules! formatter {
    ($locale:expr, $fields:expr) => {
        FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new($locale.into(), $fields).ok()
    };
}

/// Which parts of a date to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateFields {
    /// `2023`.
    pub year: bool,
    /// `May`.
    pub month: bool,
    /// `19`.
    pub day: bool,
    /// `Friday`.
    pub weekday: bool,
}

impl DateFields {
    /// Year, month and day.
    pub const DATE: DateFields = DateFields { year: true, month: true, day: true, weekday: false };
}

/// How much room a date may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateWidth {
    /// Months by name: `May 19, 2023`.
    Long,
    /// Months by short name: `19 thg 5, 2023`.
    Medium,
    /// In digits: `19/05/2023`.
    Short,
}

/// The weekday of a date from 1 (Monday) to 7 (Sunday), as ISO 8601 counts; `None` unless the date is
/// known to the day.
///
/// Source: T. Sakamoto's method for the Gregorian calendar (comp.lang.c, 1993).
pub fn weekday(date: PartialDate) -> Option<u8> {
    let PartialDate { year, month, day } = date;
    let (month, day) = (month?, day?);
    let offset = *[0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4].get(usize::from(month).checked_sub(1)?)?;
    let year = u32::from(year) - u32::from(month < 3);
    let from_sunday = (year + year / 4 - year / 100 + year / 400 + offset + u32::from(day)) % 7;
    Some(if from_sunday == 0 { 7 } else { from_sunday as u8 })
}

/// The names of months and weekdays, as they stand alone.
#[derive(Debug)]
pub(super) struct DateNames {
    months: Vec<String>,
    weekdays: Vec<String>,
}

impl DateNames {
    pub(super) fn load(locale: &Locale) -> Option<DateNames> {
        let month = formatter!(locale, M::long())?;
        let weekday = formatter!(locale, E::long())?;
        // The first of May 2023 was a Monday.
        let months = (1..=12).filter_map(|number| Date::try_new_gregorian(2023, number, 1).ok());
        let weekdays = (1..=7).filter_map(|day| Date::try_new_gregorian(2023, 5, day).ok());
        Some(DateNames {
            months: months.map(|date| month.format(&date).to_string()).collect(),
            weekdays: weekdays.map(|date| weekday.format(&date).to_string()).collect(),
        })
    }

    pub(super) fn month(&self, month: u8) -> Option<&str> {
        self.months.get(usize::from(month).checked_sub(1)?).map(String::as_str)
    }

    pub(super) fn weekday(&self, weekday: u8) -> Option<&str> {
        self.weekdays.get(usize::from(weekday).checked_sub(1)?).map(String::as_str)
    }
}

/// Formats those of `fields` that the date knows. A flat list of CLDR's field sets.
pub(super) fn format(locale: &Locale, date: PartialDate, fields: DateFields, width: DateWidth) -> Option<String> {
    let PartialDate { year, month, day } = date;
    let known = Date::try_new_gregorian(i32::from(year), month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let shown =
        (fields.year, fields.month && month.is_some(), fields.day && day.is_some(), fields.weekday && day.is_some());
    macro_rules! with_full_year {
        (YMD, $set:expr) => {
            $set.with_year_style(YearStyle::Full)
        };
        (YMDE, $set:expr) => {
            $set.with_year_style(YearStyle::Full)
        };
        ($other:ident, $set:expr) => {
            $set
        };
    }
    macro_rules! with {
        ($set:ident) => {{
            let set = match width {
                DateWidth::Long => $set::long(),
                DateWidth::Medium => $set::medium(),
                DateWidth::Short => $set::short(),
            };
            Some(formatter!(locale, with_full_year!($set, set))?.format(&known).to_string())
        }};
    }
    match shown {
        (true, true, true, true) => with!(YMDE),
        (true, true, true, false) => with!(YMD),
        (true, true, false, _) => with!(YM),
        (true, false, _, _) => with!(Y),
        (false, true, true, true) => with!(MDE),
        (false, true, true, false) => with!(MD),
        (false, true, false, _) => with!(M),
        (false, false, true, true) => with!(DE),
        (false, false, true, false) => with!(D),
        (false, false, false, true) => with!(E),
        (false, false, false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Formats;
    use super::*;
    use crate::base::Lang;

    fn date(text: &str) -> PartialDate {
        text.parse().expect("a date")
    }

    #[test]
    fn weekdays_are_counted_from_monday() {
        let cases = [
            ("2023-05-19", Some(5)),
            ("2000-02-29", Some(2)),
            ("1900-01-01", Some(1)),
            ("2024-12-29", Some(7)),
            ("1945-09-02", Some(7)),
            ("0001-01-01", Some(1)),
            ("2023-05", None),
            ("2023", None),
        ];
        for (text, expected) in cases {
            assert_eq!(weekday(date(text)), expected, "{text}");
        }
    }

    /// Long, medium and short; with a weekday; to the month; names.
    fn table(tag: &str) -> String {
        let formats = Formats::new(&Lang::new(tag).expect("a tag"));
        let day = date("2023-05-19");
        let show = |date, fields, width| formats.date(date, fields, width).unwrap_or_default();
        let full = DateFields { weekday: true, ..DateFields::DATE };
        let day_month = DateFields { year: false, ..DateFields::DATE };
        [
            show(day, DateFields::DATE, DateWidth::Long),
            show(day, DateFields::DATE, DateWidth::Medium),
            show(day, DateFields::DATE, DateWidth::Short),
            show(day, full, DateWidth::Long),
            show(day, day_month, DateWidth::Long),
            show(date("2022-10"), full, DateWidth::Long),
            show(date("2023"), full, DateWidth::Long),
            formats.month_name(5).unwrap_or_default().to_owned(),
            formats.weekday_name(5).unwrap_or_default().to_owned(),
        ]
        .join(" | ")
    }

    #[test]
    fn dates_by_cldr() {
        let rows: Vec<String> =
            ["vi", "en", "fr", "ja", "th", "qaa"].map(|tag| format!("{tag}: {}", table(tag))).into();
        let expected = [
            "vi: 19 tháng 5 2023 | 19 thg 5, 2023 | 19/05/2023 | Thứ Sáu, 19 tháng 5 2023 | 19 tháng 5 | tháng 10 năm 2022 | 2023 | Tháng 5 | Thứ Sáu",
            "en: May 19, 2023 | May 19, 2023 | 5/19/2023 | Friday, May 19, 2023 | May 19 | October 2022 | 2023 | May | Friday",
            "fr: 19 mai 2023 | 19 mai 2023 | 19/05/2023 | vendredi 19 mai 2023 | 19 mai | octobre 2022 | 2023 | mai | vendredi",
            "ja: 2023年5月19日 | 2023/05/19 | 2023/05/19 | 2023年5月19日金曜日 | 5月19日 | 2022年10月 | 2023年 | 5月 | 金曜日",
            "th: 19 พฤษภาคม ค.ศ. 2023 | 19 พ.ค. 2023 | 19/5/2023 | วันศุกร์ที่ 19 พฤษภาคม ค.ศ. 2023 | 19 พฤษภาคม | ตุลาคม ค.ศ. 2022 | ค.ศ. 2023 | พฤษภาคม | วันศุกร์",
            "qaa: 2023 M05 19 | 2023 M05 19 | 2023-05-19 | 2023 M05 19, Fri | M05 19 | 2022 M10 | 2023 | M05 | Fri",
        ];
        assert_eq!(rows, expected);
    }

    #[test]
    fn a_date_shows_only_what_it_knows() {
        let vi = Formats::new(&Lang::new("vi").expect("a tag"));
        let day_only = DateFields { year: false, month: false, day: true, weekday: false };
        assert_eq!(vi.date(date("2023-05"), day_only, DateWidth::Long), None);
        assert_eq!(vi.month_name(0), None);
        assert_eq!(vi.month_name(13), None);
        assert_eq!(vi.weekday_name(8), None);
    }
}
