//! The quantities of two texts that should say the same.
//!
//! Enters: the quantities of both. Leaves: those without an equal, and those that are equal only by the separators
//! of another language. Never: a word about which side is right.

use super::{Quantity, Strength, Value};

/// What does not fit between two texts. Numbers are positions in the given lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unmatched {
    /// Of the first text, in order: what the second does not say.
    pub first: Vec<usize>,
    /// Of the second text, in order: what the first does not say.
    pub second: Vec<usize>,
    /// Pairs that are equal only if one of them is read by the separators of another language: which one of each
    /// pair that is.
    pub separators: Vec<(usize, usize, Side)>,
}

/// One of two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The first.
    First,
    /// The second.
    Second,
}

/// Finds what does not fit. A number that the other text tells twice is not missed once; number words are missed only
/// where each text has just one left.
pub fn compare(first: &[Quantity], second: &[Quantity]) -> Unmatched {
    let mut matching = Matching {
        first,
        second,
        partners: [vec![None; first.len()], vec![None; second.len()]],
        separators: Vec::new(),
    };
    let strong = |a: &Quantity, b: &Quantity| a.strength == Strength::Strong && b.strength == Strength::Strong;
    matching.pass(|a, b| strong(a, b) && a.readings[0] == b.readings[0]);
    matching.pass(|a, b| strong(a, b) && shares(a, b));
    matching.pass(|a, b| strong(a, b) && a.readings.iter().any(|a| b.readings.iter().any(|b| compatible(a, b))));
    matching.pass(|a, b| a.strength == b.strength && a.readings[0] == b.readings[0]);
    matching.pass(shares);
    matching.pass(|a, b| a.readings.iter().any(|a| b.readings.iter().any(|b| compatible(a, b))));
    matching.by_separators();
    matching.unmatched()
}

struct Matching<'a> {
    first: &'a [Quantity],
    second: &'a [Quantity],
    partners: [Vec<Option<usize>>; 2],
    separators: Vec<(usize, usize, Side)>,
}

impl Matching<'_> {
    /// Pairs what is free on both sides and fits, in order.
    fn pass(&mut self, fits: impl Fn(&Quantity, &Quantity) -> bool) {
        for (at, a) in self.first.iter().enumerate() {
            if self.partners[0][at].is_some() {
                continue;
            }
            let free = |(at, b): &(usize, &Quantity)| self.partners[1][*at].is_none() && fits(a, b);
            if let Some((other, _)) = self.second.iter().enumerate().find(free) {
                self.pair(at, other);
            }
        }
    }

    fn pair(&mut self, first: usize, second: usize) {
        self.partners[0][first] = Some(second);
        self.partners[1][second] = Some(first);
        let side = match (self.first[first].irregular, self.second[second].irregular) {
            (true, false) => Side::First,
            (false, true) => Side::Second,
            _ => return,
        };
        self.separators.push((first, second, side));
    }

    fn by_separators(&mut self) {
        let is_free = |partners: &[Option<usize>], at: usize, own: &[Quantity]| {
            partners[at].is_none() && own[at].strength == Strength::Strong
        };
        for at in 0..self.first.len() {
            for other in 0..self.second.len() {
                let (a, b) = (&self.first[at], &self.second[other]);
                if !is_free(&self.partners[0], at, self.first) || !is_free(&self.partners[1], other, self.second) {
                    continue;
                }
                let reads_as = |own: &Quantity, twin: &Quantity| own.foreign.as_ref() == Some(&twin.readings[0]);
                let side = match (reads_as(a, b), reads_as(b, a)) {
                    // Decimals of just three digits are less likely than thousands.
                    (true, true) if has_decimals(b) => Side::Second,
                    (true, _) => Side::First,
                    (false, true) => Side::Second,
                    (false, false) => continue,
                };
                self.partners[0][at] = Some(other);
                self.partners[1][other] = Some(at);
                self.separators.push((at, other, side));
            }
        }
    }

    fn unmatched(self) -> Unmatched {
        let Matching { first, second, partners: [one, two], separators } = self;
        let left = |own: &[Quantity], partners: &[Option<usize>], others: &[Quantity]| -> Vec<usize> {
            let missed = |at: &usize| {
                partners[*at].is_none()
                    && own[*at].strength != Strength::Weak
                    && !others.iter().any(|other| shares(&own[*at], other))
            };
            (0..own.len()).filter(missed).collect()
        };
        let mut unmatched =
            Unmatched { first: left(first, &one, second), second: left(second, &two, first), separators };
        let words =
            |own: &[Quantity], left: &[usize]| left.iter().filter(|at| own[**at].strength == Strength::Word).count();
        let one_each = unmatched.first.len() == 1 && unmatched.second.len() == 1;
        if !one_each || words(first, &unmatched.first) == 0 || words(second, &unmatched.second) == 0 {
            let spoken = |own: &[Quantity], other_has_one: bool, left: &mut Vec<usize>| {
                left.retain(|at| own[*at].strength == Strength::Strong || (one_each && other_has_one));
            };
            spoken(first, words(second, &unmatched.second) == 0, &mut unmatched.first);
            spoken(second, words(first, &unmatched.first) == 0, &mut unmatched.second);
        }
        names(first, second, &mut unmatched);
        unmatched
    }
}

/// Whether the likeliest reading is smaller than by the separators of another language.
fn has_decimals(quantity: &Quantity) -> bool {
    let digits = |value: Option<&Value>| match value {
        Some(Value::Number(digits) | Value::Percent(digits)) => digits.split('.').next().map_or(0, str::len),
        _ => 0,
    };
    digits(quantity.readings.first()) < digits(quantity.foreign.as_ref())
}

/// Names of one stem with different numbers: `GPT-3` and `GPT-4`.
fn names(first: &[Quantity], second: &[Quantity], unmatched: &mut Unmatched) {
    let name = |quantity: &Quantity| match quantity.readings.first() {
        Some(Value::Name(stem, number)) => Some((stem.clone(), number.clone())),
        _ => None,
    };
    let of = |own: &[Quantity]| -> Vec<(usize, (String, String))> {
        own.iter().enumerate().filter_map(|(at, quantity)| Some((at, name(quantity)?))).collect()
    };
    let (ours, theirs) = (of(first), of(second));
    let lone = |own: &[(usize, (String, String))], others: &[(usize, (String, String))]| -> Vec<(usize, String)> {
        own.iter()
            .filter(|(_, name)| !others.iter().any(|(_, other)| other == name))
            .map(|(at, (stem, _))| (*at, stem.clone()))
            .collect()
    };
    let (left, right) = (lone(&ours, &theirs), lone(&theirs, &ours));
    for (at, stem) in &left {
        if let Some((other, _)) = right.iter().find(|(other, twin)| twin == stem && !unmatched.second.contains(other)) {
            unmatched.first.push(*at);
            unmatched.second.push(*other);
        }
    }
    unmatched.first.sort_unstable();
    unmatched.second.sort_unstable();
}

fn shares(a: &Quantity, b: &Quantity) -> bool {
    a.readings.iter().any(|reading| b.readings.contains(reading))
}

/// Two dates that do not contradict each other: one may leave out the year, a text may name a month's year only once.
fn compatible(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Date { year, month, day }, Value::Date { year: other_year, month: other_month, day: other_day }) => {
            let agree = |a: Option<u16>, b: Option<u16>| a.is_none() || b.is_none() || a == b;
            let both = |a: Option<u8>, b: Option<u8>| agree(a.map(u16::from), b.map(u16::from));
            let common = (month.is_some() && month == other_month) || (day.is_some() && day == other_day);
            agree(*year, *other_year) && both(*month, *other_month) && both(*day, *other_day) && common
        }
        // `năm 2023` beside `in May 2023` is less than it should be, `2023` beside `2023` in a date is not.
        (Value::Date { day: Some(day), .. }, Value::Number(number))
        | (Value::Number(number), Value::Date { day: Some(day), .. }) => *number == day.to_string(),
        _ => false,
    }
}
