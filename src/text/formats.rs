//! Numbers, ranges and lists as one language writes them.
//!
//! Enters: a language, exact numbers, texts. Leaves: text for readers. Never: plural forms (Fluent
//! decides), lost digits (unless an option asks for rounding), short compact forms (`40 N`).

use std::sync::Arc;

use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::decimal::options::GroupingStrategy;
use icu::list::ListFormatter;
use icu::locale::Locale;
use icu_decimal::CompactDecimalFormatter;

use super::Number;
use super::dates::{self, DateFields, DateNames, DateWidth};
use crate::base::{Lang, PartialDate};

/// The most decimals that a compact number shows; a number that needs more is written in full.
const COMPACT_DECIMALS: usize = 2;

/// How one language writes numbers, dates and lists. Cheap to clone and to call; made once a language.
#[derive(Debug, Clone)]
pub struct Formats(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    lang: Lang,
    locale: Locale,
    grouped: DecimalFormatter,
    plain: DecimalFormatter,
    compact: CompactDecimalFormatter,
    list: ListFormatter,
    names: DateNames,
}

/// How to write one number, beyond what its language decides.
///
/// Source of the names: ECMA-402, `Intl.NumberFormat`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberOptions {
    /// Whether thousands are set apart. Years want none.
    pub grouping: bool,
    /// Whether the number is a share of one, to be written in hundredths: 0.6 → 60%.
    pub percent: bool,
    /// Whether to write `60 million` for 60000000.
    pub compact: bool,
    /// Zeros are put in front up to this many digits before the decimal sign.
    pub minimum_integer_digits: usize,
    /// Zeros are added up to this many decimals.
    pub minimum_fraction_digits: usize,
    /// The number is rounded to this many decimals, halves away from zero.
    pub maximum_fraction_digits: Option<usize>,
    /// Zeros are added up to this many digits that count.
    pub minimum_significant_digits: usize,
    /// The number is rounded to this many digits that count, halves away from zero.
    pub maximum_significant_digits: Option<usize>,
}

impl Default for NumberOptions {
    /// Grouped, in full, as many digits as the number has.
    fn default() -> NumberOptions {
        NumberOptions {
            grouping: true,
            percent: false,
            compact: false,
            minimum_integer_digits: 1,
            minimum_fraction_digits: 0,
            maximum_fraction_digits: None,
            minimum_significant_digits: 0,
            maximum_significant_digits: None,
        }
    }
}

impl Formats {
    /// The formats of a language; those of CLDR's root for a language that CLDR does not know.
    pub fn new(lang: &Lang) -> Formats {
        let known = locale_of(lang);
        let inner = Inner::load(lang, &known).or_else(|| Inner::load(lang, &Locale::UNKNOWN));
        Formats(Arc::new(inner.expect("CLDR's root data is compiled in")))
    }

    /// The language.
    pub fn lang(&self) -> &Lang {
        &self.0.lang
    }

    /// With thousands set apart: `1.048` in Vietnamese, `1,048` in English.
    pub fn number(&self, number: &Number) -> String {
        self.0.grouped.format_to_string(&decimal(number))
    }

    /// Without: `1048`; with the language's decimal sign: `8,6`. For years and the like.
    pub fn plain(&self, number: &Number) -> String {
        self.0.plain.format_to_string(&decimal(number))
    }

    /// A number of hundredths: 60 → `60%`, 12.5 → `12,5%`.
    pub fn percent(&self, number: &Number) -> String {
        percent_pattern(&self.0.lang, &self.number(number))
    }

    /// In words of a size, the long form of CLDR: `60 triệu`, `8.6 million`, `1,75 nghìn tỷ`.
    ///
    /// No digit is lost: a number that would need more than two decimals is written in full.
    pub fn compact(&self, number: &Number) -> String {
        let exponent = self.0.compact.compact_exponent_for_magnitude(clamp(number.magnitude()));
        let significand = number.shifted(-i32::from(exponent));
        let significand = if exponent == 0 { significand } else { significand.trimmed() };
        if exponent == 0 || significand.decimals() > COMPACT_DECIMALS {
            return self.number(number);
        }
        match self.0.compact.format_with_exponent(&decimal(&significand), exponent) {
            Ok(text) => text.to_string(),
            Err(_) => self.number(number),
        }
    }

    /// As the options say.
    pub fn number_with(&self, number: &Number, options: &NumberOptions) -> String {
        let NumberOptions { grouping, percent, compact, minimum_integer_digits, .. } = *options;
        let number = if percent { number.shifted(2) } else { number.clone() };
        let number = with_digits(number, options);
        if compact && !percent {
            return self.compact(&number);
        }
        let mut exact = decimal(&number);
        exact.absolute.pad_start(i16::try_from(minimum_integer_digits).unwrap_or(i16::MAX));
        let formatter = if grouping { &self.0.grouped } else { &self.0.plain };
        let text = formatter.format_to_string(&exact);
        if percent { percent_pattern(&self.0.lang, &text) } else { text }
    }

    /// From one to another: `5–10`. The texts are formatted already.
    pub fn range(&self, from: &str, to: &str) -> String {
        let sign = match self.0.lang.primary() {
            "ja" => "～",
            "ko" => "~",
            _ => "–",
        };
        format!("{from}{sign}{to}")
    }

    /// All of them: `a, b và c`, `a, b, and c`; empty for none.
    pub fn list(&self, items: &[String]) -> String {
        self.0.list.format_to_string(items.iter())
    }

    /// A date in the pattern of CLDR, with those of `fields` that the date knows; `None` if it knows none.
    ///
    /// For prose use the date messages of `locale` instead: translators can change them.
    pub fn date(&self, date: PartialDate, fields: DateFields, width: DateWidth) -> Option<String> {
        dates::format(&self.0.locale, date, fields, width)
    }

    /// The full name of a month from 1 to 12, as it stands alone: `Tháng 5`, `May`.
    pub fn month_name(&self, month: u8) -> Option<&str> {
        self.0.names.month(month)
    }

    /// The full name of a weekday from 1 (Monday) to 7 (Sunday): `Thứ Sáu`, `Friday`.
    pub fn weekday_name(&self, weekday: u8) -> Option<&str> {
        self.0.names.weekday(weekday)
    }
}

impl Inner {
    fn load(lang: &Lang, locale: &Locale) -> Option<Inner> {
        Some(Inner {
            lang: lang.clone(),
            locale: locale.clone(),
            grouped: DecimalFormatter::try_new(locale.into(), Default::default()).ok()?,
            plain: DecimalFormatter::try_new(locale.into(), GroupingStrategy::Never.into()).ok()?,
            compact: CompactDecimalFormatter::try_new_long(locale.into(), Default::default()).ok()?,
            list: ListFormatter::try_new_and(locale.into(), Default::default()).ok()?,
            names: DateNames::load(locale)?,
        })
    }
}

/// ICU's name of a language; the root's if ICU cannot read the tag.
pub(super) fn locale_of(lang: &Lang) -> Locale {
    lang.as_str().parse().unwrap_or(Locale::UNKNOWN)
}

fn decimal(number: &Number) -> Decimal {
    number.to_string().parse().expect("a number is digits with a sign and a point at most")
}

fn clamp(magnitude: i32) -> i16 {
    i16::try_from(magnitude).unwrap_or(i16::MAX)
}

/// Rounds and pads as ECMA-402 does: digits that count win over decimals.
fn with_digits(number: Number, options: &NumberOptions) -> Number {
    let NumberOptions {
        grouping: _,
        percent: _,
        compact: _,
        minimum_integer_digits: _,
        minimum_fraction_digits,
        maximum_fraction_digits,
        minimum_significant_digits,
        maximum_significant_digits,
    } = *options;
    if minimum_significant_digits > 0 || maximum_significant_digits.is_some() {
        let at_most = maximum_significant_digits.map_or(i32::MAX / 2, |most| most.max(1) as i32);
        let rounded = number.rounded(at_most - 1 - number.magnitude());
        let needed = minimum_significant_digits as i32 - 1 - rounded.magnitude();
        return rounded.trimmed().padded(needed.max(0) as usize);
    }
    let number = match maximum_fraction_digits {
        Some(most) => number.rounded(most.max(minimum_fraction_digits) as i32),
        None => number,
    };
    number.padded(minimum_fraction_digits)
}

/// Puts the percent sign where the language has it. Source: CLDR, `percentFormats/standard`.
fn percent_pattern(lang: &Lang, number: &str) -> String {
    match lang.primary() {
        "fr" => format!("{number}\u{202f}%"),
        "be" | "bg" | "cs" | "da" | "de" | "es" | "fi" | "hr" | "hy" | "kk" | "ky" | "lt" | "nb" | "nn" | "no"
        | "ro" | "ru" | "sk" | "sl" | "sr" | "sv" | "ca" | "gl" | "bs" => {
            format!("{number}\u{a0}%")
        }
        "tr" => format!("%{number}"),
        "eu" => format!("%\u{a0}{number}"),
        _ => format!("{number}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formats(tag: &str) -> Formats {
        Formats::new(&Lang::new(tag).expect("a tag"))
    }

    fn number(text: &str) -> Number {
        text.parse().expect("a number")
    }

    /// One line a number: plain, grouped, percent, compact.
    fn table(tag: &str) -> String {
        let formats = formats(tag);
        let numbers = ["1048", "8.60", "-3.5", "60000000", "8600000", "1750000000000", "12345678", "1000", "0", "2023"];
        let line = |text: &&str| {
            let number = number(text);
            let forms =
                [formats.plain(&number), formats.number(&number), formats.percent(&number), formats.compact(&number)];
            forms.join(" | ")
        };
        numbers.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn vietnamese_numbers() {
        let expected = [
            "1048 | 1.048 | 1.048% | 1.048",
            "8,60 | 8,60 | 8,60% | 8,60",
            "-3,5 | -3,5 | -3,5% | -3,5",
            "60000000 | 60.000.000 | 60.000.000% | 60 triệu",
            "8600000 | 8.600.000 | 8.600.000% | 8,6 triệu",
            "1750000000000 | 1.750.000.000.000 | 1.750.000.000.000% | 1,75 nghìn tỷ",
            "12345678 | 12.345.678 | 12.345.678% | 12.345.678",
            "1000 | 1.000 | 1.000% | 1 nghìn",
            "0 | 0 | 0% | 0",
            "2023 | 2.023 | 2.023% | 2.023",
        ];
        assert_eq!(table("vi"), expected.join("\n"));
    }

    #[test]
    fn english_numbers() {
        let expected = [
            "1048 | 1,048 | 1,048% | 1,048",
            "8.60 | 8.60 | 8.60% | 8.60",
            "-3.5 | -3.5 | -3.5% | -3.5",
            "60000000 | 60,000,000 | 60,000,000% | 60 million",
            "8600000 | 8,600,000 | 8,600,000% | 8.6 million",
            "1750000000000 | 1,750,000,000,000 | 1,750,000,000,000% | 1.75 trillion",
            "12345678 | 12,345,678 | 12,345,678% | 12,345,678",
            "1000 | 1,000 | 1,000% | 1 thousand",
            "0 | 0 | 0% | 0",
            "2023 | 2,023 | 2,023% | 2,023",
        ];
        assert_eq!(table("en"), expected.join("\n"));
    }

    #[test]
    fn other_languages_by_cldr() {
        let line = |tag: &&str| {
            let formats = formats(tag);
            let (big, huge) = (number("1234567.5"), number("8600000"));
            format!(
                "{tag}: {} | {} | {}",
                formats.number(&big),
                formats.percent(&number("12.5")),
                formats.compact(&huge)
            )
        };
        let tags = ["fr", "de", "es", "ru", "tr", "zh-Hans", "ja", "hi", "ar", "qaa"];
        let expected = [
            "fr: 1\u{202f}234\u{202f}567,5 | 12,5\u{202f}% | 8,6 millions",
            "de: 1.234.567,5 | 12,5\u{a0}% | 8,6 Millionen",
            "es: 1.234.567,5 | 12,5\u{a0}% | 8,6 millones",
            "ru: 1\u{a0}234\u{a0}567,5 | 12,5\u{a0}% | 8,6 миллиона",
            "tr: 1.234.567,5 | %12,5 | 8,6 milyon",
            "zh-Hans: 1,234,567.5 | 12.5% | 860万",
            "ja: 1,234,567.5 | 12.5% | 860万",
            "hi: 12,34,567.5 | 12.5% | 86 लाख",
            "ar: 1,234,567.5 | 12.5% | 8.6 مليون",
            "qaa: 1,234,567.5 | 12.5% | 8.6M",
        ];
        assert_eq!(tags.iter().map(line).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn options_round_and_pad() {
        let plain = NumberOptions { grouping: false, ..NumberOptions::default() };
        let percent = NumberOptions { percent: true, ..NumberOptions::default() };
        let decimals = |least, most| NumberOptions {
            minimum_fraction_digits: least,
            maximum_fraction_digits: most,
            ..NumberOptions::default()
        };
        let significant = |least, most| NumberOptions {
            minimum_significant_digits: least,
            maximum_significant_digits: most,
            ..NumberOptions::default()
        };
        let padded = NumberOptions { minimum_integer_digits: 2, ..NumberOptions::default() };
        let cases = [
            ("2023", plain, "2023"),
            ("0.256", percent.clone(), "25,6%"),
            ("1", percent, "100%"),
            ("3", decimals(1, None), "3,0"),
            ("3.14159", decimals(0, Some(2)), "3,14"),
            ("3.995", decimals(0, Some(2)), "4,00"),
            ("1234567", significant(0, Some(2)), "1.200.000"),
            ("1.5", significant(3, None), "1,50"),
            ("5", padded, "05"),
        ];
        for (text, options, expected) in cases {
            assert_eq!(formats("vi").number_with(&number(text), &options), expected, "{text} with {options:?}");
        }
    }

    #[test]
    fn ranges_and_lists() {
        let items: Vec<String> = ["a", "b", "c"].map(str::to_owned).into();
        let [vi, en] = ["vi", "en"].map(formats);
        assert_eq!(vi.range("5", "10"), "5–10");
        assert_eq!(
            [vi.list(&items), vi.list(&items[..2]), vi.list(&items[..1]), vi.list(&[])],
            ["a, b và c", "a và b", "a", ""]
        );
        assert_eq!([en.list(&items), en.list(&items[..2])], ["a, b, and c", "a and b"]);
    }

    #[test]
    fn formats_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Formats>();
        shared::<super::super::Collator>();
    }
}
