//! What a run of digits and separators says.
//!
//! Enters: `1.048`, `12,5`, `2.0.1`, and how its language writes numbers. Leaves: the readings that it may have.
//! Never: scale words, percent signs.

use super::Value;
use super::conventions::{Conventions, digit};
use crate::text::Number;

/// The readings of a run of digits.
pub(super) struct Readings {
    /// By the language's own separators; `None` if they do not fit.
    pub own: Option<Number>,
    /// By those of other languages, where that is another number.
    pub foreign: Option<Number>,
    /// As a version or a number of a section: the digits with points between.
    pub version: Option<String>,
}

pub(super) fn read(raw: &str, conventions: &Conventions) -> Readings {
    let digits: String = raw.chars().map(|letter| digit(letter).unwrap_or(letter)).collect();
    let own = by(&digits, conventions.group, conventions.decimal);
    let foreign = [(',', '.'), ('.', ',')].iter().find_map(|(group, decimal)| {
        let read = by(&digits, *group, *decimal)?;
        own.as_ref().is_none_or(|own| !own.same_value(&read)).then_some(read)
    });
    let version = digits.contains('.').then(|| digits.clone()).filter(|_| !digits.contains([',', '\u{a0}', '\'']));
    Readings { own, foreign, version }
}

/// A number by these separators; a space may always stand between thousands.
fn by(digits: &str, group: char, decimal: char) -> Option<Number> {
    let (integer, fraction) = match digits.split_once(decimal) {
        Some((integer, fraction)) => (integer, Some(fraction)),
        None => (digits, None),
    };
    if fraction.is_some_and(|fraction| !fraction.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let is_group =
        |sign: char| sign == group || matches!(sign, ' ' | '\u{a0}' | '\u{202f}') || (sign == '’' && group == '\'');
    let parts: Vec<&str> = integer.split(is_group).collect();
    let fits = |(at, part): (usize, &&str)| {
        let length = part.len();
        let is_last = at + 1 == parts.len();
        // Lakhs: `12,34,567`.
        let is_long_enough = if at == 0 { (1..=3).contains(&length) } else { length == 3 || (length == 2 && !is_last) };
        part.bytes().all(|byte| byte.is_ascii_digit()) && is_long_enough
    };
    let is_plain = parts.len() == 1 && !integer.is_empty() && integer.bytes().all(|byte| byte.is_ascii_digit());
    // `012.345` is no number with thousands, and `0.500` is half.
    let begins_well = parts.len() == 1 || !integer.starts_with('0');
    let is_grouped = begins_well && parts.iter().enumerate().all(fits);
    if !is_plain && !is_grouped {
        return None;
    }
    let joined = parts.concat();
    match fraction {
        Some(fraction) => format!("{joined}.{fraction}").parse().ok(),
        None => joined.parse().ok(),
    }
}

/// The canonical digits of a number: without zeros at the end of its decimals.
pub(super) fn canonical(number: &Number) -> String {
    number.clone().trimmed().to_string()
}

pub(super) fn value(number: &Number) -> Value {
    Value::Number(canonical(number))
}

/// The sum of two whole numbers: `2 triệu 500 nghìn`.
pub(super) fn sum(a: &Number, b: &Number) -> Option<Number> {
    let whole = |number: &Number| canonical(number).parse::<u128>().ok();
    whole(a)?.checked_add(whole(b)?)?.to_string().parse().ok()
}
