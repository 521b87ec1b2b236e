//! How much a block of one language looks like the twin of a block of another.
//!
//! Enters: the units of two editions. Leaves: a number for each two of them. Never here: a dictionary; what counts is
//! what both languages share: structure, numbers, references, names, lengths.

use std::collections::HashMap;

use super::unit::{Unit, UnitKind};
use crate::parse::body::BlockKind;

/// What is compared of the units of two editions.
pub(super) struct Likeness {
    a: Vec<Traits>,
    b: Vec<Traits>,
    /// What each mark is worth: the rarer, the more.
    weights: Vec<i32>,
    /// The natural logarithm of how much longer the second edition is.
    ratio: f32,
}

struct Traits {
    kind: UnitKind,
    /// Of a heading; else 0.
    level: usize,
    anchor: Option<String>,
    section: Option<String>,
    ordinal: u32,
    /// The natural logarithm of its length in characters.
    length: f32,
    /// Numbers of marks, sorted: references, numbers, names.
    marks: Vec<u32>,
    /// What all marks are worth.
    weight: i32,
}

impl Likeness {
    pub(super) fn new(a: &[Unit], b: &[Unit]) -> Likeness {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut counts: Vec<i32> = Vec::new();
        let mut traits = |units: &[Unit]| -> Vec<Traits> {
            let of = |unit: &Unit| Traits::of(unit, &mut numbers, &mut counts);
            units.iter().map(of).collect()
        };
        let (mut first, mut second) = (traits(a), traits(b));
        let weights: Vec<i32> = counts.iter().map(|count| (16 / count.max(&1)).max(1)).collect();
        for traits in first.iter_mut().chain(&mut second) {
            traits.weight = traits.marks.iter().map(|mark| weights[*mark as usize]).sum();
        }
        let all = |units: &[Unit]| units.iter().map(|unit| unit.text.len()).sum::<usize>().max(1) as f32;
        Likeness { a: first, b: second, weights, ratio: (all(b) / all(a)).ln() }
    }

    /// Above zero if the unit `i` of the first edition may be the twin of the unit `j` of the second; about 50 for
    /// two of which nothing speaks against it, up to 150.
    pub(super) fn of(&self, i: usize, j: usize) -> i32 {
        let (a, b) = (&self.a[i], &self.b[j]);
        let Some(kinds) = kinds(a.kind, b.kind) else { return 0 };
        let mut value = kinds;
        if a.level > 0 {
            value += if a.level == b.level { 15 } else { -10 };
            match (&a.anchor, &b.anchor) {
                (Some(a), Some(b)) if a == b => value += 100,
                (Some(_), Some(_)) => return 0,
                _ => {}
            }
        }
        if a.section == b.section {
            value += if a.ordinal == b.ordinal { 8 } else { 4 };
        }
        value + self.marks(a, b) - self.lengths(a, b)
    }

    fn marks(&self, a: &Traits, b: &Traits) -> i32 {
        match (a.weight, b.weight) {
            (0, 0) => 0,
            (0, _) | (_, 0) => -8,
            (first, second) => {
                let shared = 2 * self.shared(&a.marks, &b.marks);
                // From -25 (nothing in common) to 80 (all).
                shared * 105 / (first + second) - 25
            }
        }
    }

    fn shared(&self, a: &[u32], b: &[u32]) -> i32 {
        let (mut i, mut j, mut shared) = (0, 0, 0);
        while i < a.len() && j < b.len() {
            match a[i].cmp(&b[j]) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    shared += self.weights[a[i] as usize];
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        shared
    }

    /// What a difference in length costs; less for short texts, where it says little.
    fn lengths(&self, a: &Traits, b: &Traits) -> i32 {
        let difference = (b.length - a.length - self.ratio).abs();
        let trust = (a.length.max(b.length) / 5.0).min(1.0);
        ((difference * 30.0 - 6.0) * trust).clamp(-6.0, 45.0) as i32
    }
}

/// What two kinds are worth together; `None` if they never stand together.
fn kinds(a: UnitKind, b: UnitKind) -> Option<i32> {
    let running = |kind: UnitKind| match kind {
        UnitKind::Block(kind) => {
            matches!(kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Definition | BlockKind::Title)
        }
        UnitKind::Front(_) => false,
    };
    match (a, b) {
        (UnitKind::Front(_), _) | (_, UnitKind::Front(_)) => None,
        _ if a == b => Some(40),
        _ if running(a) && running(b) => Some(10),
        _ => None,
    }
}

impl Traits {
    fn of(unit: &Unit, numbers: &mut HashMap<String, u32>, counts: &mut Vec<i32>) -> Traits {
        let mut marks: Vec<u32> = Vec::new();
        let mut mark = |text: String| {
            let next = counts.len() as u32;
            let number = *numbers.entry(text).or_insert(next);
            if number == next {
                counts.push(0);
            }
            counts[number as usize] += 1;
            marks.push(number);
        };
        for slot in &unit.slots {
            mark(slot.clone());
        }
        for name in names(&unit.text) {
            mark(name);
        }
        marks.sort_unstable();
        let is_heading = unit.id.kind == UnitKind::Block(BlockKind::Heading);
        Traits {
            kind: unit.id.kind,
            level: if is_heading { unit.text.bytes().take_while(|byte| *byte == b'#').count() } else { 0 },
            anchor: unit.anchor.clone(),
            section: unit.id.section.clone(),
            ordinal: unit.id.ordinal,
            length: (unit.text.chars().count().max(1) as f32).ln(),
            marks,
            weight: 0,
        }
    }
}

/// Numbers, without their separators, and words of plain Latin letters with a capital: what stands alike in both
/// languages.
fn names(text: &str) -> impl Iterator<Item = String> {
    let word = |part: &str| -> Option<String> {
        let part = part.trim_matches(|letter: char| !letter.is_alphanumeric());
        let mut letters = part.chars();
        if letters.clone().any(|letter| letter.is_ascii_digit()) {
            return Some(part.chars().filter(|letter| letter.is_alphanumeric()).collect());
        }
        let has_capital = part.is_ascii() && part.len() > 1 && letters.any(|letter| letter.is_ascii_uppercase());
        has_capital.then(|| part.to_owned())
    };
    let parts = text.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '.' | ',' | '-' | '_' | '+'));
    parts.filter_map(word)
}
