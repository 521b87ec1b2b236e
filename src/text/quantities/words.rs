//! Number words of Vietnamese and English: `hai mươi ba`, `twenty-three`, `second`, `một phần ba`.
//!
//! Enters: tokens. Leaves: the number that they begin with. Never: scale words (the reader adds them), other languages.

use super::lex::{Kind, Token};
use super::{Strength, Value};

/// A number in words.
pub(super) struct Spelled {
    /// How many tokens it takes.
    pub length: usize,
    pub value: Value,
    pub strength: Strength,
}

/// The number in words with which the tokens begin.
pub(super) fn read(tokens: &[Token<'_>], primary: &str) -> Option<Spelled> {
    let first = tokens.first().filter(|token| token.kind == Kind::Word)?;
    let lower = first.lower();
    match primary {
        "vi" => vietnamese(&lower, tokens),
        "en" => english(&lower, tokens),
        _ => None,
    }
    .or_else(|| roman(first))
}

fn number(value: u32, length: usize, strength: Strength) -> Option<Spelled> {
    Some(Spelled { length, value: Value::Number(value.to_string()), strength })
}

fn word_at(tokens: &[Token<'_>], at: usize) -> String {
    tokens.get(at).filter(|token| token.kind == Kind::Word).map(Token::lower).unwrap_or_default()
}

fn vietnamese(first: &str, tokens: &[Token<'_>]) -> Option<Spelled> {
    let word = |at| word_at(tokens, at);
    match first {
        "nửa" => return Some(Spelled { length: 1, value: Value::Fraction(1, 2), strength: Strength::Weak }),
        "nhất" | "đầu" | "duy" => return number(1, 1, Strength::Weak),
        "đôi" | "cặp" | "kép" | "nhì" => return number(2, 1, Strength::Weak),
        "tá" => return number(12, 1, Strength::Weak),
        _ => {}
    }
    let (value, length) = vietnamese_below_thousand(first, tokens)?;
    // `ba phần tư`, `một phần ba`.
    if word(length) == "phần"
        && let Some((of, more)) = vietnamese_below_thousand(&word(length + 1), &tokens[length + 1..])
    {
        let value = Value::Fraction(value, if word(length + 1) == "tư" { 4 } else { of });
        return Some(Spelled { length: length + 1 + more, value, strength: Strength::Weak });
    }
    // One, two and three are words of other kinds as well (`một` is the article, `năm` the year, `ba` a father).
    let doubtful =
        length == 1 && matches!(first, "một" | "hai" | "ba" | "tư" | "năm" | "không" | "bảy" | "chín" | "mười");
    number(value, length, if doubtful { Strength::Weak } else { Strength::Word })
}

fn vietnamese_unit(word: &str) -> Option<u32> {
    Some(match word {
        "không" => 0,
        "một" | "mốt" => 1,
        "hai" => 2,
        "ba" => 3,
        "bốn" | "tư" => 4,
        "năm" | "lăm" | "nhăm" => 5,
        "sáu" => 6,
        "bảy" | "bẩy" => 7,
        "tám" => 8,
        "chín" => 9,
        _ => return None,
    })
}

fn vietnamese_below_thousand(first: &str, tokens: &[Token<'_>]) -> Option<(u32, usize)> {
    let word = |at| word_at(tokens, at);
    if first == "mười" {
        return Some(match vietnamese_unit(&word(1)) {
            // `mười năm` is ten years, `mười lăm` fifteen.
            Some(unit) if word(1) != "năm" && word(1) != "không" => (10 + unit, 2),
            _ => (10, 1),
        });
    }
    let unit = vietnamese_unit(first)?;
    match word(1).as_str() {
        "mươi" if unit >= 2 => Some(match vietnamese_unit(&word(2)) {
            Some(more) if word(2) != "năm" && word(2) != "không" => (unit * 10 + more, 3),
            _ => (unit * 10, 2),
        }),
        "trăm" if unit >= 1 => {
            let hundreds = unit * 100;
            if matches!(word(2).as_str(), "lẻ" | "linh")
                && let Some(more) = vietnamese_unit(&word(3))
            {
                return Some((hundreds + more, 4));
            }
            let rest = tokens.get(2..).unwrap_or_default();
            match vietnamese_below_thousand(&word(2), rest) {
                Some((more, length)) if (10..100).contains(&more) => Some((hundreds + more, 2 + length)),
                _ => Some((hundreds, 2)),
            }
        }
        _ => Some((unit, 1)),
    }
}

fn english_unit(word: &str) -> Option<u32> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    UNITS.iter().position(|unit| *unit == word).map(|at| at as u32)
}

fn english_ten(word: &str) -> Option<u32> {
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    TENS.iter().position(|ten| *ten == word).map(|at| at as u32 * 10 + 20)
}

fn english_ordinal(word: &str) -> Option<u32> {
    const ORDINALS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    ORDINALS.iter().position(|ordinal| *ordinal == word).map(|at| at as u32 + 1)
}

fn english_fraction(word: &str) -> Option<u32> {
    Some(match word.strip_suffix('s').unwrap_or(word) {
        "half" | "halve" => 2,
        "third" => 3,
        "quarter" | "fourth" => 4,
        "fifth" => 5,
        "tenth" => 10,
        _ => return None,
    })
}

fn english(first: &str, tokens: &[Token<'_>]) -> Option<Spelled> {
    // A hyphen may stand between: `twenty-three`, `one-third`.
    let after = |at: usize| {
        let hyphen = tokens.get(at).is_some_and(|token| token.glued && token.is("-"));
        let at = at + usize::from(hyphen);
        (word_at(tokens, at), at + 1)
    };
    match first {
        "half" => return Some(Spelled { length: 1, value: Value::Fraction(1, 2), strength: Strength::Weak }),
        "once" | "single" | "sole" | "initial" => return number(1, 1, Strength::Weak),
        "twice" | "both" | "double" | "pair" | "couple" | "dual" => return number(2, 1, Strength::Weak),
        "triple" | "thrice" => return number(3, 1, Strength::Weak),
        "quarter" => return Some(Spelled { length: 1, value: Value::Fraction(1, 4), strength: Strength::Weak }),
        "dozen" => return number(12, 1, Strength::Weak),
        _ => {}
    }
    if let Some(ordinal) = english_ordinal(first) {
        return number(ordinal, 1, Strength::Weak);
    }
    let is_article = first == "a";
    let (mut value, mut length) = match (english_unit(first), english_ten(first)) {
        (Some(unit), _) => (unit, 1),
        (None, Some(ten)) => {
            let (word, end) = after(1);
            match english_unit(&word).filter(|unit| (1..10).contains(unit)) {
                Some(unit) => (ten + unit, end),
                None => match english_ordinal(&word).filter(|ordinal| *ordinal < 10) {
                    Some(ordinal) => return number(ten + ordinal, end, Strength::Weak),
                    None => (ten, 1),
                },
            }
        }
        (None, None) if is_article => (1, 1),
        (None, None) => return None,
    };
    let (next, end) = after(length);
    if value < 10
        && let Some(of) = english_fraction(&next)
        && (is_article || value > 0)
    {
        return Some(Spelled { length: end, value: Value::Fraction(value, of), strength: Strength::Weak });
    }
    if next == "hundred" && value < 10 {
        (value, length) = (value * 100, end);
        let at = length + usize::from(word_at(tokens, length) == "and");
        let rest = tokens.get(at..).unwrap_or_default();
        if let Some(Spelled { length: more, value: Value::Number(digits), .. }) = english(&word_at(rest, 0), rest)
            && let Some(units) = digits.parse::<u32>().ok().filter(|units| (1..100).contains(units))
            && at + more > length
            && !is_article
        {
            (value, length) = (value + units, at + more);
        }
        return number(value, length, if is_article { Strength::Weak } else { Strength::Word });
    }
    if is_article {
        return None;
    }
    let doubtful = matches!(value, 0..=2);
    number(value, length, if doubtful { Strength::Weak } else { Strength::Word })
}

/// A Roman number in capitals: `XXI`. A single letter most likely is none, but may answer to one.
fn roman(token: &Token<'_>) -> Option<Spelled> {
    let letters: Vec<u32> = token
        .text
        .chars()
        .map(|letter| match letter {
            'I' => Some(1),
            'V' => Some(5),
            'X' => Some(10),
            'L' => Some(50),
            'C' => Some(100),
            'D' => Some(500),
            'M' => Some(1000),
            _ => None,
        })
        .collect::<Option<_>>()?;
    let of = |at: usize| letters.get(at).copied().unwrap_or(0);
    let sign = |at: usize| if of(at + 1) > of(at) { -1 } else { 1 };
    let value: i64 = (0..letters.len()).map(|at| i64::from(of(at)) * sign(at)).sum();
    number(u32::try_from(value).ok()?, 1, Strength::Weak)
}
