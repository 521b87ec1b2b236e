//! The functions that messages can call: `NUMBER` and `DATETIME`.
//!
//! Enters: Fluent's values and options. Leaves: Fluent's values. Never: a value that is quietly
//! dropped (what cannot be used becomes a marked text that fails the message), locale data (that is
//! `text`'s).
//!
//! Options are those of ECMA-402 (`Intl.NumberFormat`, `Intl.DateTimeFormat`) that songngu can honour;
//! any other is a diagnostic when files are loaded, see [`option_problem`].

use fluent::types::{FluentNumber, FluentNumberOptions, FluentNumberStyle};
use fluent::{FluentArgs, FluentValue};

use super::html;
use super::value::{Carried, exact_number, fluent_number};
use crate::base::PartialDate;
use crate::diag::did_you_mean;
use crate::text::{DateFields, DateWidth, Formats, Number, NumberOptions};

/// The functions' names.
pub(super) const NAMES: [&str; 2] = ["DATETIME", "NUMBER"];

/// The most digits that an option may ask for, and that a number in a message may have.
pub(super) const MAX_DIGITS: usize = 15;

/// What a literal option of a call is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Literal<'a> {
    Text(&'a str),
    Number(&'a str),
}

/// What is wrong with one option of a function, if anything, and a hint. A flat table.
pub(super) fn option_problem(function: &str, option: &str, literal: Literal<'_>) -> Option<(String, Option<String>)> {
    let options: &[(&str, &[&str])] = match function {
        "NUMBER" => &[
            ("type", &["cardinal", "ordinal"]),
            ("style", &["decimal", "percent"]),
            ("notation", &["standard", "compact"]),
            ("compactDisplay", &["long"]),
            ("useGrouping", &["true", "false"]),
            ("minimumIntegerDigits", DIGITS),
            ("minimumFractionDigits", DIGITS),
            ("maximumFractionDigits", DIGITS),
            ("minimumSignificantDigits", DIGITS),
            ("maximumSignificantDigits", DIGITS),
        ],
        _ => &[
            ("dateStyle", &["full", "long", "medium", "short"]),
            ("year", &["numeric"]),
            ("month", &["long", "short", "numeric", "2-digit"]),
            ("day", &["numeric", "2-digit"]),
            ("weekday", &["long", "short"]),
        ],
    };
    let Some((_, values)) = options.iter().find(|(name, _)| *name == option) else {
        let known = options.iter().map(|(name, _)| *name);
        let list = known.clone().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let hint = did_you_mean(option, known).unwrap_or_else(|| format!("`{function}` takes {list}"));
        return Some((format!("`{function}` has no option `{option}`"), Some(hint)));
    };
    let fits = match literal {
        Literal::Number(number) if *values == DIGITS => {
            number.parse::<usize>().is_ok_and(|digits| digits <= MAX_DIGITS)
        }
        Literal::Text(text) => *values != DIGITS && values.contains(&text),
        Literal::Number(_) => false,
    };
    if fits {
        return None;
    }
    let (Literal::Text(given) | Literal::Number(given)) = literal;
    let list = values.iter().map(|value| format!("`\"{value}\"`")).collect::<Vec<_>>().join(", ");
    let hint =
        if *values == DIGITS { format!("write a number from 0 to {MAX_DIGITS}") } else { format!("write {list}") };
    Some((format!("`{option}` of `{function}` cannot be `{given}`"), Some(hint)))
}

/// Stands for "a number of digits" in the table above.
const DIGITS: &[&str] = &["#"];

/// A text that makes the message fail with these words.
fn failure(words: String) -> FluentValue<'static> {
    FluentValue::String(format!("{}{words}{}", html::FAIL, html::END).into())
}

/// `NUMBER($n, …)`: the same number with options.
pub(super) fn number<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let mut number = match positional.first() {
        Some(FluentValue::Number(number)) => number.clone(),
        Some(FluentValue::String(text)) => match text.parse::<Number>() {
            Ok(number) => fluent_number(&number),
            Err(_) => return failure(format!("`NUMBER` needs a number, but got `{text}`")),
        },
        _ => return failure("`NUMBER` needs a number".to_owned()),
    };
    let typed = number.options.minimum_fraction_digits;
    number.options.merge(named);
    limit_digits(&mut number.options);
    if named.get("minimumFractionDigits").is_none() {
        number.options.minimum_fraction_digits = decimals_kept(typed, named);
    }
    let compact = matches!(named.get("notation"), Some(FluentValue::String(notation)) if notation == "compact");
    let carried = Carried { compact, ..Carried::read(&number.options) };
    number.options.currency = carried.write();
    FluentValue::Number(number)
}

/// Keeps the digits that options ask for within what Fluent can count; more is a diagnostic, but a site
/// may lower that to a warning.
fn limit_digits(options: &mut FluentNumberOptions) {
    let asked = [
        &mut options.minimum_integer_digits,
        &mut options.minimum_fraction_digits,
        &mut options.maximum_fraction_digits,
        &mut options.minimum_significant_digits,
        &mut options.maximum_significant_digits,
    ];
    for digits in asked.into_iter().flatten() {
        *digits = (*digits).min(MAX_DIGITS);
    }
}

/// How many of the decimals that a number was typed with must stay: all, unless the call rounds; two
/// fewer in hundredths.
fn decimals_kept(typed: Option<usize>, named: &FluentArgs<'_>) -> Option<usize> {
    let rounds =
        ["maximumFractionDigits", "maximumSignificantDigits"].iter().any(|option| named.get(*option).is_some());
    let percent = matches!(named.get("style"), Some(FluentValue::String(style)) if style == "percent");
    match typed {
        Some(_) if rounds => None,
        Some(decimals) if percent => Some(decimals.saturating_sub(2)),
        typed => typed,
    }
}

/// `DATETIME($date, …)`: a date such as `2023-05-19` in CLDR's pattern.
pub(super) fn date_time<'a>(
    formats: &Formats,
    positional: &[FluentValue<'a>],
    named: &FluentArgs<'_>,
) -> FluentValue<'a> {
    let Some(FluentValue::String(text)) = positional.first() else {
        return failure("`DATETIME` needs a date such as `2023-05-19`".to_owned());
    };
    let Ok(date) = text.parse::<PartialDate>() else {
        return failure(format!("`DATETIME` needs a date such as `2023-05-19`, but got `{text}`"));
    };
    let (fields, width) = date_options(named);
    match formats.date(date, fields, width) {
        Some(shown) => FluentValue::String(shown.into()),
        None => failure(format!("`DATETIME` was asked for a part of the date that `{text}` does not have")),
    }
}

fn date_options(named: &FluentArgs<'_>) -> (DateFields, DateWidth) {
    let option = |name| text_option(named, name);
    let [year, month, day, weekday] = ["year", "month", "day", "weekday"].map(option);
    if [year, month, day, weekday].iter().all(Option::is_none) {
        let style = option("dateStyle");
        let width = match style {
            Some("full" | "long") => DateWidth::Long,
            Some("short") => DateWidth::Short,
            _ => DateWidth::Medium,
        };
        return (DateFields { weekday: style == Some("full"), ..DateFields::DATE }, width);
    }
    let width = match month.or(weekday) {
        Some("long") => DateWidth::Long,
        Some("short") => DateWidth::Medium,
        _ => DateWidth::Short,
    };
    let fields =
        DateFields { year: year.is_some(), month: month.is_some(), day: day.is_some(), weekday: weekday.is_some() };
    (fields, width)
}

fn text_option<'a>(named: &'a FluentArgs<'_>, name: &'static str) -> Option<&'a str> {
    match named.get(name) {
        Some(FluentValue::String(value)) => Some(value.as_ref()),
        _ => None,
    }
}

/// What a number looks like, by the options that Fluent collected.
pub(super) fn show_number(formats: &Formats, number: &FluentNumber) -> String {
    let FluentNumber { value: _, options } = number;
    let Some(exact) = exact_number(number) else { return String::new() };
    formats.number_with(&exact, &number_options(options))
}

fn number_options(options: &FluentNumberOptions) -> NumberOptions {
    let FluentNumberOptions {
        r#type: _,
        style,
        currency: _,
        currency_display: _,
        use_grouping,
        minimum_integer_digits,
        minimum_fraction_digits,
        maximum_fraction_digits,
        minimum_significant_digits,
        maximum_significant_digits,
    } = options;
    NumberOptions {
        grouping: *use_grouping,
        percent: *style == FluentNumberStyle::Percent,
        compact: Carried::read(options).compact,
        minimum_integer_digits: minimum_integer_digits.unwrap_or(1),
        minimum_fraction_digits: minimum_fraction_digits.unwrap_or(0),
        maximum_fraction_digits: *maximum_fraction_digits,
        minimum_significant_digits: minimum_significant_digits.unwrap_or(0),
        maximum_significant_digits: *maximum_significant_digits,
    }
}
