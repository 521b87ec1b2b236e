//! What a template gives to a message.
//!
//! Enters: text, exact numbers, HTML that is safe already. Leaves: Fluent's values and back. Never:
//! text treated as a number, a number that lost its digits.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent::FluentValue;
use fluent::types::{FluentNumber, FluentNumberOptions};

use crate::text::Number;

/// The arguments of a message, by name without `$`.
pub type Args = BTreeMap<String, Value>;

/// One argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Shown as it is; escaped in HTML. Never decides a plural form.
    Text(String),
    /// Shown as the language writes numbers; decides plural forms.
    Number(Number),
    /// HTML that is safe already: goes into HTML as it is. In plain text, its source.
    Html(String),
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<Number> for Value {
    fn from(number: Number) -> Value {
        Value::Number(number)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Number(number.into())
    }
}

impl Value {
    /// A number from a float, by its shortest decimal; `None` if it is infinite or not a number.
    pub fn from_f64(number: f64) -> Option<Value> {
        Number::from_f64(number).map(Value::Number)
    }
}

/// How many digits a float holds without loss.
const FLOAT_DIGITS: usize = 15;

/// What travels with a Fluent number in its `currency`, the one field of a number's options that holds
/// text and that we do not offer: the digits that a float cannot hold, and the notation that Fluent
/// does not know. Absent from most numbers, as Fluent compares options when it looks for `[1]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Carried {
    /// All digits, if a float loses some.
    pub(super) exact: Option<Number>,
    /// Whether to write `60 million`.
    pub(super) compact: bool,
}

impl Carried {
    pub(super) fn read(options: &FluentNumberOptions) -> Carried {
        let Some(text) = &options.currency else { return Carried::default() };
        let (exact, notation) = text.split_once('|').unwrap_or((text, ""));
        Carried { exact: exact.parse().ok(), compact: notation == "compact" }
    }

    pub(super) fn write(&self) -> Option<String> {
        let Carried { exact, compact } = self;
        if exact.is_none() && !compact {
            return None;
        }
        let exact = exact.as_ref().map(Number::to_string).unwrap_or_default();
        Some(format!("{exact}|{}", if *compact { "compact" } else { "" }))
    }
}

/// A number as Fluent takes it.
pub(super) fn fluent_number(number: &Number) -> FluentNumber {
    let decimals = number.decimals();
    let fits = number.significant_digits() <= FLOAT_DIGITS
        && decimals <= FLOAT_DIGITS
        && number.magnitude() < FLOAT_DIGITS as i32;
    let carried = Carried { exact: (!fits).then(|| number.clone()), compact: false };
    let options = FluentNumberOptions {
        minimum_fraction_digits: (decimals > 0).then(|| decimals.min(FLOAT_DIGITS)),
        currency: carried.write(),
        ..FluentNumberOptions::default()
    };
    let value = if fits { number.to_f64() } else { plural_stand_in(number) };
    FluentNumber::new(value, options)
}

/// A number that Fluent can hold and that takes the same plural form: the plural rules look at the
/// last digits before the decimal sign and at whether there are decimals.
///
/// Source: CLDR's plural rules; none looks at more than the last seven digits.
fn plural_stand_in(number: &Number) -> f64 {
    let whole = number.clone().rounded(0).to_string();
    let digits = whole.trim_start_matches('-');
    if digits.len() <= 9 {
        return number.rounded(5).to_f64();
    }
    let last = &digits[digits.len() - 9..];
    format!("1{last:0>11}").parse().unwrap_or(100.0)
}

/// The number that a Fluent number stands for.
pub(super) fn exact_number(number: &FluentNumber) -> Option<Number> {
    if let Some(exact) = Carried::read(&number.options).exact {
        return Some(exact);
    }
    Number::from_f64(number.value)
}

/// Takes the characters out of an argument that mark pieces of HTML while a message is put together.
pub(super) fn without_marks(text: &str) -> Cow<'_, str> {
    if text.contains(super::html::is_mark) {
        Cow::Owned(text.replace(super::html::is_mark, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// An argument for plain text.
pub(super) fn plain_value(value: &Value) -> FluentValue<'_> {
    match value {
        Value::Text(text) | Value::Html(text) => FluentValue::String(without_marks(text)),
        Value::Number(number) => FluentValue::Number(fluent_number(number)),
    }
}

/// An argument for HTML. Escaping changes no text that a selector can name.
pub(super) fn html_value(value: &Value) -> FluentValue<'_> {
    match value {
        Value::Text(text) => FluentValue::String(Cow::Owned(super::html::escape(&without_marks(text)))),
        Value::Html(html) => FluentValue::String(without_marks(html)),
        Value::Number(number) => FluentValue::Number(fluent_number(number)),
    }
}
