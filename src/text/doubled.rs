//! A word written twice by mistake: `the the`, `của của`.
//!
//! Enters: a text and its language. Leaves: where the second word stands. Never: words that a language doubles on
//! purpose: Vietnamese reduplication (`xanh xanh`, `ngày ngày`), English `that that` and `had had`.

use std::ops::Range;

use crate::base::Lang;

/// The bytes of each word that repeats the word before it, with the white space between them; in order.
///
/// Only words of letters count, in exactly the same case but for the first letter of a sentence; what stands between them is white
/// space. In Vietnamese only grammar words count, as content words are doubled on purpose.
/// In languages that are neither Vietnamese nor written like English nothing is found.
pub fn doubled_words(text: &str, lang: &Lang) -> Vec<Range<usize>> {
    let is_doubtful = match lang.primary() {
        "vi" => is_vietnamese_mistake,
        "en" => is_english_mistake,
        // Malay, Indonesian and others double words on purpose, and scripts without spaces have no words here.
        "fr" | "de" | "es" | "it" | "pt" | "nl" | "pl" | "ru" | "uk" => is_any_mistake,
        _ => return Vec::new(),
    };
    let mut found = Vec::new();
    let mut before: Option<(Range<usize>, String)> = None;
    for word in words(text) {
        let shown = &text[word.clone()];
        let lower = shown.to_lowercase();
        if let Some((place, last)) = &before
            && *last == lower
            && is_space(&text[place.end..word.start])
            // `Sa Sa` and `BEIJING BEIJING` are names.
            && shown.chars().all(char::is_lowercase)
            && is_doubtful(&lower)
        {
            found.push(place.end..word.end);
        }
        before = Some((word, lower));
    }
    found
}

fn is_space(between: &str) -> bool {
    !between.is_empty() && between.chars().all(|letter| letter.is_whitespace() && letter != '\u{2028}')
}

fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let letter =
            |letter: char| letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}' | '\'' | '’' | '-');
        let start = at + text[at..].find(letter)?;
        let end = text[start..].find(|c| !letter(c)).map_or(text.len(), |length| start + length);
        at = end;
        Some(start..end)
    })
}

/// Grammar words that are not doubled. Not among them: `từ từ` (slowly), `luôn luôn`, `ngày ngày`, `ai ai`, `nơi nơi`,
/// `đời đời`, `mãi mãi`, `thường thường`, `khi khi`, and `là là`, `và và`, which nobody says but poets.
///
/// Left out as well is what ends one word and begins the next: `bên dưới dưới dạng`, `hiện tại tại`, `công bằng bằng`,
/// `hàng không không`, `bên trong trong`.
fn is_vietnamese_mistake(word: &str) -> bool {
    const WORDS: [&str; 26] = [
        "và", "của", "là", "các", "những", "được", "với", "cho", "để", "khi", "một", "có", "theo", "bị", "đã", "sẽ",
        "đang", "như", "hoặc", "nhưng", "vì", "nếu", "thì", "cũng", "rằng", "bởi",
    ];
    WORDS.contains(&word)
}

fn is_english_mistake(word: &str) -> bool {
    const MEANT: [&str; 20] = [
        "that", "had", "bye", "so", "very", "no", "yes", "ha", "hear", "there", "now", "blah", "knock", "tick", "chop",
        "well", "really", "out", "on", "in",
    ];
    is_any_mistake(word) && !MEANT.contains(&word)
}

fn is_any_mistake(word: &str) -> bool {
    // `nous nous`, `vous vous`, `sie sie`, `die die` are grammar.
    const MEANT: [&str; 12] = ["nous", "vous", "sie", "die", "der", "das", "que", "si", "très", "sehr", "le", "muy"];
    !MEANT.contains(&word) && word.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tag: &str, text: &str, expected: &str) {
        let found = doubled_words(text, &Lang::new(tag).expect("a tag"));
        let shown: Vec<&str> = found.into_iter().map(|range| text[range].trim()).collect();
        assert_eq!(shown.join(" "), expected, "{tag}: {text}");
    }

    #[test]
    fn slips_are_found() {
        check("vi", "Mục tiêu của của chương trình là là hỗ trợ các các công ty", "của là các");
        check("en", "The the programme of\nof the city", "the of");
        check("de", "und und", "und");
    }

    #[test]
    fn what_is_doubled_on_purpose_is_not() {
        let kept = "lúa xanh xanh, từ từ mà đi, luôn luôn, ngày ngày, người người nhà nhà, ai ai cũng biết, mãi mãi, đỏ đỏ, mã bên dưới dưới dạng, hiện tại tại";
        check("vi", kept, "");
        check("vi", "của. Của", "");
        check("en", "I know that that is so; he had had it. Bye bye, New York New York. one, one. 5 5", "");
        check("fr", "nous nous sommes", "");
        check("id", "orang orang", "");
        check("vi", "", "");
    }
}
