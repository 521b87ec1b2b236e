//! How one language writes numbers, sizes and months.
//!
//! Enters: a language. Leaves: its separators, its words for thousands and millions, its months, by CLDR; and for
//! Vietnamese and English what CLDR does not hold. Never: guesses from a text.

use std::collections::BTreeMap;

use super::super::{DateFields, DateWidth, Formats, Number, fold};
use super::numbers;
use crate::base::{Lang, PartialDate};

/// How one language writes numbers, sizes and months. Made once a language.
#[derive(Debug, Clone)]
pub struct Conventions {
    /// `vi`, `en`, …: which words for numbers are known.
    pub(super) primary: String,
    pub(super) decimal: char,
    pub(super) group: char,
    /// Whether `5/6` may be the fifth of June, the sixth of May, or either.
    pub(super) day_first: bool,
    pub(super) month_first: bool,
    /// Names of months, folded, to their numbers.
    months: BTreeMap<String, u8>,
    /// Words of size, in lower case, to their powers of ten.
    scales: BTreeMap<String, i32>,
    formats: Formats,
}

impl Conventions {
    /// Those of a language.
    pub fn new(lang: &Lang) -> Conventions {
        let formats = Formats::new(lang);
        let sample = formats.number(&"1234567.5".parse().expect("a number"));
        let signs: Vec<char> = sample.chars().filter(|sign| digit(*sign).is_none()).collect();
        let short = formats.date(date(2023, 5, 19), DateFields::DATE, DateWidth::Short).unwrap_or_default();
        let position = |number: u32| parts(&short).iter().position(|part| *part == number);
        let day_first = position(19) < position(5);
        let primary = lang.primary().to_owned();
        Conventions {
            decimal: signs.last().copied().unwrap_or('.'),
            group: signs.first().copied().filter(|_| signs.len() > 1).unwrap_or(','),
            day_first: day_first || primary == "en",
            month_first: !day_first,
            months: months(&primary, &formats),
            scales: scales(&primary, &formats),
            primary,
            formats,
        }
    }

    /// The number that a month's name stands for.
    pub(super) fn month(&self, word: &str) -> Option<u8> {
        self.months.get(&fold(word.trim_end_matches('.'))).copied()
    }

    /// The power of ten that a word of size stands for.
    pub(super) fn scale(&self, word: &str) -> Option<i32> {
        self.scales.get(word).or_else(|| self.scales.get(&word.to_lowercase())).copied()
    }

    /// Whether number words of this language are known.
    pub fn knows_words(&self) -> bool {
        matches!(self.primary.as_str(), "vi" | "en")
    }

    /// A number that is written with the separators of another language, in this language's own: `1.75` in Vietnamese
    /// becomes `1,75`. `None` if it cannot be read so.
    pub fn rewritten(&self, raw: &str) -> Option<String> {
        let number = numbers::read(raw, self).foreign?;
        let is_grouped =
            raw.chars().filter(|letter| digit(*letter).is_none()).count() > usize::from(number.decimals() > 0);
        Some(if is_grouped { self.formats.number(&number) } else { self.formats.plain(&number) })
    }

    /// Whether the spaces of figures are this language's own: `1 048` in French.
    pub(super) fn groups_with_space(&self) -> bool {
        self.group.is_whitespace()
    }
}

/// The value of a decimal digit of the scripts in daily use. Source: Unicode, `Nd`.
pub(super) fn digit(letter: char) -> Option<char> {
    const ZEROS: [u32; 11] = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0xff10];
    let code = letter as u32;
    let zero = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

fn date(year: u16, month: u8, day: u8) -> PartialDate {
    PartialDate { year, month: Some(month), day: Some(day) }
}

/// The runs of digits in a text.
fn parts(text: &str) -> Vec<u32> {
    let digits: String = text.chars().map(|letter| digit(letter).unwrap_or(' ')).collect();
    digits.split_whitespace().filter_map(|part| part.parse().ok()).collect()
}

fn months(primary: &str, formats: &Formats) -> BTreeMap<String, u8> {
    let mut months = BTreeMap::new();
    let fields = DateFields { year: false, ..DateFields::DATE };
    for month in 1..=12 {
        let mut add = |name: &str| {
            let name = fold(name.trim_matches(|c: char| !c.is_alphabetic()));
            // `tháng 5`, `5月`: read from their parts.
            if name.chars().count() > 1 && !name.contains(char::is_whitespace) {
                months.entry(name).or_insert(month);
            }
        };
        add(formats.month_name(month).unwrap_or_default());
        for width in [DateWidth::Long, DateWidth::Medium] {
            let shown = formats.date(date(2023, month, 19), fields, width).unwrap_or_default();
            if parts(&shown) == [19] {
                shown.split(|c: char| c.is_whitespace() || digit(c).is_some()).for_each(&mut add);
            }
        }
    }
    if primary == "en" {
        months.insert("sept".to_owned(), 9);
    }
    // What stands between day and month in other languages: `19 de mayo`.
    for word in ["de", "del", "of", "d", "thang", "thg"] {
        months.remove(word);
    }
    months
}

fn scales(primary: &str, formats: &Formats) -> BTreeMap<String, i32> {
    let mut scales = BTreeMap::new();
    for power in 3..=12 {
        for first in ["1", "2", "5"] {
            let number: Number = first.parse().expect("a digit");
            let shown = formats.compact(&number.shifted(power));
            let shown_digits: String = shown.chars().filter_map(digit).collect();
            let word = shown.trim_matches(|c: char| digit(c).is_some() || c.is_whitespace());
            let own = shown_digits.len() as i32 - 1;
            if !word.is_empty() && word.chars().all(char::is_alphabetic) && (own as usize) < 3 {
                scales.entry(word.to_lowercase()).or_insert(power - own);
            }
        }
    }
    let more: &[(&str, i32)] = match primary {
        "vi" => &[("nghìn", 3), ("ngàn", 3), ("vạn", 4), ("triệu", 6), ("tỷ", 9), ("tỉ", 9), ("trăm", 2), ("chục", 1)],
        "en" => &[
            ("hundred", 2),
            ("thousand", 3),
            ("million", 6),
            ("billion", 9),
            ("trillion", 12),
            ("m", 6),
            ("mn", 6),
            ("bn", 9),
            ("tn", 12),
        ],
        _ => &[],
    };
    scales.extend(more.iter().map(|(word, power)| ((*word).to_owned(), *power)));
    scales
}
