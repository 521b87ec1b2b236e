//! Tokens to quantities.
//!
//! Enters: a text and its conventions. Leaves: what numbers and dates it tells. Never: a comparison.

use super::conventions::Conventions;
use super::lex::{self, Kind, Token};
use super::{Quantity, Strength, Value, dates, numbers, words};
use crate::text::Number;

pub(super) fn read(text: &str, conventions: &Conventions) -> Vec<Quantity> {
    let tokens = lex::tokens(text, conventions);
    let mut reader = Reader { tokens: &tokens, conventions, found: Vec::new() };
    let mut at = 0;
    while at < tokens.len() {
        at += reader.step(at).max(1);
    }
    shared_sizes(text, &mut reader.found);
    reader.found
}

struct Reader<'a> {
    tokens: &'a [Token<'a>],
    conventions: &'a Conventions,
    found: Vec<Quantity>,
}

impl Reader<'_> {
    /// Reads what begins at a token; how many tokens it took, none if nothing was read.
    fn step(&mut self, at: usize) -> usize {
        let rest = &self.tokens[at..];
        let before = at.checked_sub(1).map(|at| &self.tokens[at]);
        let word_before = before.map(Token::lower).unwrap_or_default();
        if let Some(length) = self.part_of_name(at) {
            return length;
        }
        if let Some(told) = dates::read(rest, &word_before, self.conventions) {
            self.push(at, told.length, told.readings, told.strength, None);
            return told.length;
        }
        match rest[0].kind {
            Kind::Digits => self.digits(at),
            Kind::Word => self.spelled(at),
            Kind::Sign => self.sign(at),
        }
    }

    fn push(&mut self, at: usize, length: usize, readings: Vec<Value>, strength: Strength, foreign: Option<Value>) {
        let range = self.tokens[at].range.start..self.tokens[at + length - 1].range.end;
        self.found.push(Quantity { range, readings, strength, foreign, irregular: false });
    }

    /// Says of the last one that its language does not write numbers so.
    fn irregular(&mut self) {
        if let Some(last) = self.found.last_mut() {
            last.irregular = true;
        }
    }

    /// Whether digits with a point may be a version or the number of a section: after a name, or at the start of a text.
    fn may_be_version(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|at| &self.tokens[at]) else { return true };
        let counted = [
            "bản", "bài", "chương", "mục", "phần", "bước", "hình", "bảng", "v", "version", "section", "figure",
            "table", "step", "release",
        ];
        before.kind == Kind::Word
            && (before.text.starts_with(char::is_uppercase) || counted.contains(&before.lower().as_str()))
    }

    /// `GPT-4`, `H100`, `C3PO`, `10x`, `4o`: digits that belong to a name.
    fn part_of_name(&mut self, at: usize) -> Option<usize> {
        let token = &self.tokens[at];
        if token.kind != Kind::Digits {
            return None;
        }
        let previous = |back: usize| at.checked_sub(back).map(|at| &self.tokens[at]);
        let stem = match previous(1)? {
            word if word.kind == Kind::Word && token.glued => word,
            hyphen if token.glued && hyphen.glued && matches!(hyphen.text, "-" | "_" | "‑") => {
                previous(2).filter(|word| word.kind == Kind::Word)?
            }
            _ => return None,
        };
        // `US$8`, `x2`: the stem of a name has a letter in capitals or more than one letter.
        let mut length = 1;
        while let Some(next) = self.tokens.get(at + length).filter(|next| next.glued)
            && (next.kind != Kind::Sign || (matches!(next.text, "-" | "_") && self.continues(at + length + 1)))
        {
            length += 1;
        }
        let digits = canonical(token.text);
        let name = Value::Name(stem.lower(), digits.clone());
        self.push(at, length, vec![name, Value::Number(digits)], Strength::Weak, None);
        Some(length)
    }

    fn continues(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued && token.kind != Kind::Sign)
    }

    /// Digits with what belongs to them: an ordinal ending, a percent sign, words of size, a unit.
    fn digits(&mut self, at: usize) -> usize {
        let token = &self.tokens[at];
        let numbers::Readings { own, foreign, version } = numbers::read(token.text, self.conventions);
        let next = self.tokens.get(at + 1);
        if next.is_some_and(dates::is_ordinal_ending) || next.is_some_and(|next| next.glued && next.is("s")) {
            let readings = own.iter().map(numbers::value).collect::<Vec<_>>();
            if !readings.is_empty() {
                self.push(at, 2, readings, Strength::Strong, None);
                return 2;
            }
        }
        let has_own = own.is_some();
        let Some(number) = own.or_else(|| foreign.clone()) else {
            let readings = vec![Value::Version(version.unwrap_or_else(|| token.text.to_owned()))];
            self.push(at, 1, readings, Strength::Strong, None);
            return 1;
        };
        let is_percent = |at: usize| self.percent(at);
        if let Some(length) = is_percent(at + 1) {
            let percent = |number: &Number| Value::Percent(numbers::canonical(number));
            let foreign = foreign.as_ref().map(percent).filter(|_| has_own);
            self.push(at, 1 + length, vec![percent(&number)], Strength::Strong, foreign);
            if !has_own {
                self.irregular();
            }
            return 1 + length;
        }
        let (power, scale_length) = self.scale(at + 1);
        if scale_length > 0 {
            let length = self.sized(at, number, foreign.filter(|_| has_own), (power, scale_length));
            if !has_own {
                self.irregular();
            }
            return length;
        }
        let mut readings = vec![numbers::value(&number)];
        let is_version = version.is_some();
        // `1.048` in Vietnamese is no version.
        readings.extend(version.filter(|_| !has_own || self.conventions.decimal == '.').map(Value::Version));
        let mut length = 1;
        if let Some(unit) = next.filter(|next| next.glued && next.kind == Kind::Word) {
            length += 1;
            // `7B`, `100k`, `8.6m`: a size, or a unit.
            let power = match unit.text {
                "k" | "K" => Some(3),
                "m" | "M" => Some(6),
                "B" | "b" => Some(9),
                "T" => Some(12),
                _ => None,
            };
            readings.extend(power.map(|power| numbers::value(&number.shifted(power))));
        }
        let foreign = foreign.as_ref().map(numbers::value).filter(|_| has_own);
        self.push(at, length, readings, Strength::Strong, foreign);
        let may_be_version = is_version && self.may_be_version(at);
        if !has_own && !may_be_version {
            self.irregular();
        }
        length
    }

    /// `60 triệu`, `1,75 nghìn tỷ`, `2 triệu 500 nghìn`, `3 triệu rưỡi`.
    fn sized(&mut self, at: usize, number: Number, foreign: Option<Number>, size: (i32, usize)) -> usize {
        let (power, scale_length) = size;
        let mut total = number.shifted(power);
        let mut length = 1 + scale_length;
        if self.tokens.get(at + length).is_some_and(|token| token.lower() == "rưỡi")
            && let Some(more) = numbers::sum(&total, &Number::from(5).shifted(power - 1))
        {
            (total, length) = (more, length + 1);
        } else if let Some(next) = self.tokens.get(at + length).filter(|next| next.kind == Kind::Digits)
            && let Some(more) = numbers::read(next.text, self.conventions).own
        {
            let (smaller, more_length) = self.scale(at + length + 1);
            if more_length > 0
                && smaller < power
                && more.magnitude() + smaller < power
                && let Some(sum) = numbers::sum(&total, &more.shifted(smaller))
            {
                (total, length) = (sum, length + 1 + more_length);
            }
        }
        let foreign = foreign.map(|foreign| numbers::value(&foreign.shifted(power)));
        self.push(at, length, vec![numbers::value(&total)], Strength::Strong, foreign);
        length
    }

    /// The power of ten that words of size stand for, and how many tokens they take.
    fn scale(&self, from: usize) -> (i32, usize) {
        let (mut power, mut length) = (0, 0);
        while let Some(word) = self.tokens.get(from + length).filter(|token| token.kind == Kind::Word) {
            let sign = word.text.chars().next().filter(|sign| !sign.is_ascii()).map(String::from).unwrap_or_default();
            let scale =
                self.conventions.scale(word.text).or_else(|| self.conventions.scale(&sign).filter(|_| word.glued));
            let Some(more) = scale else { break };
            // `m` and the like stand at the digits; elsewhere they are words.
            if word.text.len() <= 2 && !word.glued && word.text.is_ascii() {
                break;
            }
            power += more;
            length += 1;
        }
        (power, length)
    }

    /// How many tokens a percent sign or its words take.
    fn percent(&self, at: usize) -> Option<usize> {
        let word = |at: usize| self.tokens.get(at).map(Token::lower).unwrap_or_default();
        match word(at).as_str() {
            "%" | "٪" | "％" | "percent" | "pct" | "prozent" => Some(1),
            "per" if word(at + 1) == "cent" => Some(2),
            "phần" if word(at + 1) == "trăm" => Some(2),
            "pour" | "por" if matches!(word(at + 1).as_str(), "cent" | "ciento") => Some(2),
            _ => None,
        }
    }

    fn spelled(&mut self, at: usize) -> usize {
        let Some(spelled) = words::read(&self.tokens[at..], &self.conventions.primary) else { return 0 };
        let words::Spelled { mut length, value, mut strength } = spelled;
        let number: Option<Number> = match &value {
            Value::Number(digits) => digits.parse().ok(),
            _ => None,
        };
        let mut readings = vec![value];
        if let Some(number) = number {
            if let Some(more) = self.percent(at + length) {
                readings = vec![Value::Percent(numbers::canonical(&number))];
                length += more;
            } else {
                let (power, more) = self.scale(at + length);
                if more > 0 {
                    readings = vec![numbers::value(&number.shifted(power)), numbers::value(&number)];
                    length += more;
                    strength = Strength::Weak;
                }
            }
        }
        self.push(at, length, readings, strength, None);
        length
    }

    /// `½`; `%12` of Turkish.
    fn sign(&mut self, at: usize) -> usize {
        let fraction = match self.tokens[at].text {
            "½" => (1, 2),
            "⅓" => (1, 3),
            "⅔" => (2, 3),
            "¼" => (1, 4),
            "¾" => (3, 4),
            "%" if self.tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Digits && next.glued) => {
                let numbers::Readings { own, .. } = numbers::read(self.tokens[at + 1].text, self.conventions);
                let Some(number) = own.filter(|_| self.conventions.primary == "tr") else { return 0 };
                self.push(at, 2, vec![Value::Percent(numbers::canonical(&number))], Strength::Strong, None);
                return 2;
            }
            _ => return 0,
        };
        self.push(at, 1, vec![Value::Fraction(fraction.0, fraction.1)], Strength::Strong, None);
        1
    }
}

/// `5 to 10 million`, `50–60%`: the first may be as large as the second.
fn shared_sizes(text: &str, found: &mut [Quantity]) {
    for at in 1..found.len() {
        let (before, after) = found.split_at_mut(at);
        let (first, second) = (&mut before[at - 1], &after[0]);
        let between = text[first.range.end..second.range.start].trim();
        let joins = matches!(
            between,
            "-" | "–" | "—" | "to" | "and" | "or" | "," | "đến" | "tới" | "và" | "hoặc" | "hay" | "~" | "～"
        );
        let Some(Value::Number(digits)) = first.readings.first().filter(|_| joins) else { continue };
        let Ok(number) = digits.parse::<Number>() else { continue };
        let also = match second.readings.first() {
            Some(Value::Percent(_)) => Value::Percent(digits.clone()),
            Some(Value::Number(large)) => match trailing_zeros(large) {
                zeros if zeros >= 2 && text[second.range.clone()].contains(char::is_alphabetic) => {
                    // Only sizes in words are shared: thousand, million, billion.
                    let power = zeros / 3 * 3;
                    numbers::value(&number.shifted(power))
                }
                _ => continue,
            },
            Some(Value::Date { year, month: Some(month), day: Some(_) }) => match digits.parse() {
                Ok(day) if (1..=31).contains(&day) => Value::Date { year: *year, month: Some(*month), day: Some(day) },
                _ => continue,
            },
            _ => continue,
        };
        first.readings.push(also);
    }
}

fn trailing_zeros(digits: &str) -> i32 {
    if digits.contains('.') { 0 } else { (digits.len() - digits.trim_end_matches('0').len()) as i32 }
}

fn canonical(raw: &str) -> String {
    raw.chars().map(|letter| super::conventions::digit(letter).unwrap_or(letter)).collect()
}
