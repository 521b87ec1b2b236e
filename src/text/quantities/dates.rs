//! Dates and times among tokens.
//!
//! Enters: tokens. Leaves: the date or time with which they begin, with every reading that it may have. Never:
//! calendars other than the Gregorian one, dates relative to today.

use super::conventions::{Conventions, digit};
use super::lex::{Kind, Token};
use super::{Strength, Value};

/// A date or time.
pub(super) struct Told {
    /// How many tokens it takes.
    pub length: usize,
    pub readings: Vec<Value>,
    pub strength: Strength,
}

fn told(length: usize, readings: Vec<Value>) -> Option<Told> {
    Some(Told { length, readings, strength: Strength::Strong })
}

fn date(year: Option<u16>, month: Option<u8>, day: Option<u8>) -> Value {
    Value::Date { year, month, day }
}

/// Whole digits of at most four places.
fn whole(token: Option<&Token<'_>>) -> Option<u16> {
    let token = token.filter(|token| token.kind == Kind::Digits && token.text.chars().count() <= 4)?;
    let digits: Option<String> = token.text.chars().map(digit).collect();
    digits?.parse().ok()
}

fn day(token: Option<&Token<'_>>) -> Option<u8> {
    whole(token).filter(|number| (1..=31).contains(number)).map(|number| number as u8)
}

fn month(token: Option<&Token<'_>>) -> Option<u8> {
    whole(token).filter(|number| (1..=12).contains(number)).map(|number| number as u8)
}

fn year(token: Option<&Token<'_>>) -> Option<u16> {
    let written = token.map_or(0, |token| token.text.chars().count());
    whole(token).filter(|number| written == 4 && (1000..=2999).contains(number))
}

/// The date or time with which the tokens begin; `before` is the word before them, in lower case.
pub(super) fn read(tokens: &[Token<'_>], before: &str, conventions: &Conventions) -> Option<Told> {
    let first = tokens.first()?;
    if first.kind == Kind::Word {
        return match conventions.primary.as_str() {
            "vi" => vietnamese(tokens),
            _ => None,
        }
        .or_else(|| month_first(tokens, conventions));
    }
    if first.kind != Kind::Digits {
        return None;
    }
    parted(tokens, before, conventions)
        .or_else(|| dotted(first, conventions))
        .or_else(|| with_signs(tokens))
        .or_else(|| vietnamese_day(tokens, conventions))
        .or_else(|| day_first(tokens, conventions))
        .or_else(|| time(tokens, conventions))
}

/// `ngày 19 tháng 5 năm 2023`, `tháng 10 năm 2022`, `tháng Năm`; the first token is a word.
fn vietnamese(tokens: &[Token<'_>]) -> Option<Told> {
    let word =
        |at: usize| tokens.get(at).filter(|token| token.kind == Kind::Word).map(Token::lower).unwrap_or_default();
    match word(0).as_str() {
        "tháng" | "thg" | "th" => {
            let (month, length) = vietnamese_month(tokens)?;
            let (year, more) = vietnamese_year(&tokens[length..]);
            if word(0) == "th" && year.is_none() {
                return None;
            }
            told(length + more, vec![date(year, Some(month), None)])
        }
        _ => None,
    }
}

/// `tháng 5`, `tháng Năm`, `tháng mười hai`: the month and how many tokens it takes.
fn vietnamese_month(tokens: &[Token<'_>]) -> Option<(u8, usize)> {
    if !tokens.first().is_some_and(|token| matches!(token.lower().as_str(), "tháng" | "thg" | "th")) {
        return None;
    }
    if let Some(month) = month(tokens.get(1)) {
        return Some((month, 2));
    }
    let named =
        |at: usize| tokens.get(at).filter(|token| token.kind == Kind::Word).map(Token::lower).unwrap_or_default();
    let number = match named(1).as_str() {
        "giêng" | "một" => 1,
        "hai" => 2,
        "ba" => 3,
        "tư" => 4,
        // `tháng năm` may be `the months and years`.
        "năm" if tokens[1].text.starts_with('N') => 5,
        "sáu" => 6,
        "bảy" => 7,
        "tám" => 8,
        "chín" => 9,
        "mười" => match named(2).as_str() {
            "một" => return Some((11, 3)),
            "hai" => return Some((12, 3)),
            _ => 10,
        },
        "chạp" => 12,
        _ => return None,
    };
    Some((number, 2))
}

/// `năm 2023`, `/2023`, `, 2023`, `2023`: the year and how many tokens it takes.
fn vietnamese_year(tokens: &[Token<'_>]) -> (Option<u16>, usize) {
    let first = tokens.first();
    let is = |texts: &[&str]| first.is_some_and(|token| texts.contains(&token.lower().as_str()));
    if is(&["năm", "/", "-", "–", ",", "."]) {
        return match year(tokens.get(1)) {
            Some(year) => (Some(year), 2),
            None => (None, 0),
        };
    }
    match year(first) {
        Some(year) => (Some(year), 1),
        None => (None, 0),
    }
}

/// `19 tháng 5 năm 2023`, `19-5`: the first token is digits.
fn vietnamese_day(tokens: &[Token<'_>], conventions: &Conventions) -> Option<Told> {
    if conventions.primary != "vi" {
        return None;
    }
    let day = day(tokens.first())?;
    let (month, length) = vietnamese_month(&tokens[1..])?;
    let (year, more) = vietnamese_year(&tokens[1 + length..]);
    told(1 + length + more, vec![date(year, Some(month), Some(day))])
}

/// `19/5/2023`, `19-5-2023`, `2023-05-19`, `5/2023`, `19/5`.
fn parted(tokens: &[Token<'_>], before: &str, conventions: &Conventions) -> Option<Told> {
    let sign = tokens.get(1).filter(|token| token.glued && matches!(token.text, "/" | "-" | "."))?;
    let glued = |at: usize| tokens.get(at).filter(|token| token.glued);
    let third =
        glued(3).filter(|token| token.is(sign.text)).and_then(|_| glued(4)).filter(|token| token.kind == Kind::Digits);
    let orders = |first: Option<&Token<'_>>, second: Option<&Token<'_>>, year: Option<u16>| {
        let mut readings = Vec::new();
        let mut add = |day: Option<u8>, month: Option<u8>| {
            if let (Some(day), Some(month)) = (day, month) {
                readings.push(date(year, Some(month), Some(day)));
            }
        };
        if conventions.month_first {
            add(day(second), month(first));
        }
        if conventions.day_first {
            add(day(first), month(second));
        }
        readings.dedup();
        readings
    };
    if let Some(third) = third {
        if let (Some(year), Some(month), Some(day)) = (year(tokens.first()), month(glued(2)), day(Some(third))) {
            return told(5, vec![date(Some(year), Some(month), Some(day))]);
        }
        let readings = orders(tokens.first(), glued(2), Some(year(Some(third))?));
        return if readings.is_empty() { None } else { told(5, readings) };
    }
    if let (Some(month), Some(year)) = (month(tokens.first()), year(glued(2)))
        && sign.text != "."
    {
        return told(3, vec![date(Some(year), Some(month), None)]);
    }
    let said = matches!(before, "ngày" | "hôm" | "mùng" | "sáng" | "chiều" | "tối" | "trưa" | "đêm" | "on");
    if sign.is("/") || (sign.is("-") && said && conventions.primary == "vi") {
        let mut readings = orders(tokens.first(), glued(2), None);
        let (part, of) = (whole(tokens.first())?, whole(glued(2))?);
        if !said && sign.is("/") && part > 0 && of > 0 {
            // `1/3` is a third rather than the first of March, `19/5` a day in May.
            let at = if part < of { 0 } else { readings.len() };
            readings.insert(at, Value::Fraction(part.into(), of.into()));
        }
        // `24/7`, `16/9`.
        return if readings.is_empty() { None } else { told(3, readings) };
    }
    None
}

/// `19.5.2023`, which is one run of digits.
fn dotted(token: &Token<'_>, conventions: &Conventions) -> Option<Told> {
    let parts: Vec<u16> = token.text.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [day, month, year] = parts[..] else { return None };
    let fits = (1..=31).contains(&day) && (1..=12).contains(&month) && (1000..=2999).contains(&year);
    if !fits || !conventions.day_first {
        return None;
    }
    told(1, vec![date(Some(year), Some(month as u8), Some(day as u8)), Value::Version(token.text.to_owned())])
}

/// `2023年5月19日`, `5월 19일`.
fn with_signs(tokens: &[Token<'_>]) -> Option<Told> {
    let mut found = (None, None, None);
    let mut at = 0;
    while let Some(sign) = tokens.get(at + 1).filter(|token| token.kind == Kind::Word && token.glued) {
        match sign.text.chars().next() {
            Some('年' | '년') if at == 0 => found.0 = Some(whole(tokens.get(at))?),
            Some('月' | '월') => found.1 = Some(month(tokens.get(at))?),
            Some('日' | '일') => found.2 = Some(day(tokens.get(at))?),
            _ => break,
        }
        let whole_sign = sign.text.chars().count() == 1;
        at += 2;
        if !whole_sign || tokens.get(at).is_none_or(|token| token.kind != Kind::Digits) {
            break;
        }
    }
    match found {
        (Some(year), None, None) => told(at, vec![Value::Number(year.to_string())]),
        (year, Some(month), day) => told(at, vec![date(year, Some(month), day)]),
        _ => None,
    }
}

/// `May 19, 2023`, `May 2023`, `May`.
fn month_first(tokens: &[Token<'_>], conventions: &Conventions) -> Option<Told> {
    let name = tokens.first()?;
    let month = conventions.month(name.text).filter(|_| name.text.chars().next().is_some_and(char::is_uppercase))?;
    let mut at = 1 + usize::from(tokens.get(1).is_some_and(|token| token.glued && token.is(".")));
    if let Some(year) = year(tokens.get(at)) {
        return told(at + 1, vec![date(Some(year), Some(month), None)]);
    }
    if let (true, Some(year)) = (tokens.get(at).is_some_and(|token| token.is(",")), year(tokens.get(at + 1))) {
        return told(at + 2, vec![date(Some(year), Some(month), None)]);
    }
    if let Some(day) = day(tokens.get(at)) {
        at += 1;
        at += usize::from(tokens.get(at).is_some_and(is_ordinal_ending));
        let comma = usize::from(tokens.get(at).is_some_and(|token| token.is(",")));
        return match year(tokens.get(at + comma)) {
            Some(year) => told(at + comma + 1, vec![date(Some(year), Some(month), Some(day))]),
            None => told(at, vec![date(None, Some(month), Some(day))]),
        };
    }
    // Alone it may be a verb or a person.
    Some(Told { length: 1, readings: vec![date(None, Some(month), None)], strength: Strength::Weak })
}

pub(super) fn is_ordinal_ending(token: &Token<'_>) -> bool {
    token.glued && matches!(token.text, "st" | "nd" | "rd" | "th")
}

/// `19 May 2023`, `19th of May, 2023`, `19 de mayo de 2023`.
fn day_first(tokens: &[Token<'_>], conventions: &Conventions) -> Option<Told> {
    let day = day(tokens.first())?;
    let mut at = 1;
    at += usize::from(tokens.get(at).is_some_and(is_ordinal_ending));
    at += usize::from(tokens.get(at).is_some_and(|token| token.glued && token.is(".")));
    let between = |at: usize| usize::from(tokens.get(at).is_some_and(|token| matches!(token.text, "of" | "de" | "d")));
    at += between(at);
    let name = tokens.get(at).filter(|token| token.kind == Kind::Word)?;
    let month = conventions.month(name.text)?;
    at += 1;
    at += usize::from(
        tokens.get(at).is_some_and(|token| token.glued && token.is(".")) && year(tokens.get(at + 1)).is_some(),
    );
    let skipped = between(at) + usize::from(tokens.get(at).is_some_and(|token| token.is(",")));
    match year(tokens.get(at + skipped)) {
        Some(year) => told(at + skipped + 1, vec![date(Some(year), Some(month), Some(day))]),
        None => told(at, vec![date(None, Some(month), Some(day))]),
    }
}

/// `9:30`, `9:30 pm`, `9h30`, `9 giờ 30`, `9 am`.
fn time(tokens: &[Token<'_>], conventions: &Conventions) -> Option<Told> {
    let hour = whole(tokens.first()).filter(|hour| *hour < 25)?;
    let minute = |at: usize| whole(tokens.get(at)).filter(|minute| *minute < 60);
    let second = tokens.get(1)?;
    let glued = |at: usize| tokens.get(at).is_some_and(|token| token.glued);
    let (minutes, mut length) = match second.lower().as_str() {
        ":" if glued(1) && glued(2) => (minute(2)?, 3),
        "h" if conventions.primary != "en" && glued(1) => match minute(2).filter(|_| glued(2)) {
            Some(minutes) => (minutes, 3),
            None => (0, 2),
        },
        "giờ" => match minute(2) {
            Some(minutes) => (minutes, 3),
            None if word_is(tokens.get(2), "rưỡi") => (30, 3),
            None => (0, 2),
        },
        "am" | "pm" | "a" | "p" if half_of_day(&tokens[1..]).is_some() => (0, 1),
        _ => return None,
    };
    // `9:16` and `16:9` may be proportions, `10 giờ` ten hours.
    let mut readings = vec![Value::Time(hour * 60 + minutes)];
    if let Some((half, more)) = tokens.get(length..).and_then(half_of_day) {
        length += more;
        readings[0] = Value::Time(hour % 12 * 60 + minutes + half);
    } else if hour <= 12 {
        readings.push(Value::Time(hour % 12 * 60 + 720 + minutes));
        readings.push(Value::Time(hour % 12 * 60 + minutes));
    }
    if minutes == 0 && !second.is(":") {
        readings.insert(0, Value::Number(hour.to_string()));
    }
    length += usize::from(word_is(tokens.get(length), "phút"));
    told(length, readings)
}

fn word_is(token: Option<&Token<'_>>, word: &str) -> bool {
    token.is_some_and(|token| token.lower() == word)
}

/// `am`, `p.m.`, `tối`: the minutes to add, and how many tokens it takes.
fn half_of_day(tokens: &[Token<'_>]) -> Option<(u16, usize)> {
    let first = tokens.first()?.lower();
    match first.as_str() {
        "am" | "sáng" => Some((0, 1)),
        "pm" | "chiều" | "tối" => Some((720, 1)),
        "a" | "p" => {
            let rest: String = tokens.iter().skip(1).take(2).map(|token| token.text).collect();
            let half = if first == "a" { 0 } else { 720 };
            (rest == ".m").then_some(half).map(|half| {
                let dot = tokens.get(3).is_some_and(|token| token.is(".") && token.glued);
                (half, 3 + usize::from(dot))
            })
        }
        _ => None,
    }
}
