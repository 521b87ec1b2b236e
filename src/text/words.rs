//! Where words begin and end, and the two live spellings of some Vietnamese syllables.
//!
//! Enters: any text. Leaves: a yes or no, a key for matching. Never: a change to what readers see; tones
//! or marks folded (`ma`, `má` and `mà` are different words, `kỹ` and `kĩ` are aliases for a glossary).

use std::borrow::Cow;

use icu::normalizer::DecomposingNormalizer;
use icu::properties::CodePointMapData;
use icu::properties::props::GeneralCategory;

use super::nfc;

/// Whether a word can begin or end at the byte `at` of `text`: not between two letters, digits or marks.
///
/// `AI` is no word of `Vành đai`, nor of `AI2`. An offset that is no character boundary is no word boundary.
pub fn is_word_boundary(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else { return false };
    let within = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || is_mark(letter));
    !(within(before.chars().next_back()) && within(after.chars().next()))
}

/// Whether a character is a combining mark of any script (general category M): it belongs to the letter before it.
pub fn is_mark(letter: char) -> bool {
    use GeneralCategory as Category;
    let category = CodePointMapData::<GeneralCategory>::new().get(letter);
    matches!(category, Category::NonspacingMark | Category::SpacingMark | Category::EnclosingMark)
}

/// The text with the tone of open `oa`, `oe` and `uy` on their second letter: `hòa` and `hoà` become
/// one. For matching only. NFC; borrowed if nothing moves and the text is NFC.
///
/// Both placements are in daily use, often in one text. `qu` is guarded: in `quý` the `u` belongs to
/// the consonant; `gi` is never touched.
///
/// ```
/// assert_eq!(songngu::text::tone_placement("hòa bình, khóa, thủy, quý"), "hoà bình, khoá, thuỷ, quý");
/// ```
pub fn tone_placement(text: &str) -> Cow<'_, str> {
    let text = nfc(text);
    if !text.chars().any(|letter| "òóỏõọùúủũụÒÓỎÕỌÙÚỦŨỤ".contains(letter)) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest: &str = &text;
    while !rest.is_empty() {
        let end = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
        push_syllable(&mut out, &rest[..end]);
        let gap = rest[end..].find(char::is_alphabetic).map_or(rest.len(), |length| end + length);
        out.push_str(&rest[end..gap]);
        rest = &rest[gap..];
    }
    Cow::Owned(out)
}

/// Adds a syllable, its tone moved if it ends with an open pair that bears it on its first letter.
fn push_syllable(out: &mut String, syllable: &str) {
    let mut letters = syllable.chars().rev();
    let (last, first, before) = (letters.next(), letters.next(), letters.next());
    if let (Some(last), Some(first)) = (last, first)
        && let Some((bare, toned)) = moved(first, last)
        && !before.is_some_and(|before| matches!(before, 'q' | 'Q'))
    {
        out.push_str(&syllable[..syllable.len() - last.len_utf8() - first.len_utf8()]);
        out.push(bare);
        out.push_str(&toned);
    } else {
        out.push_str(syllable);
    }
}

/// The first letter without its tone and the second with it, if the two are such a pair.
fn moved(first: char, last: char) -> Option<(char, String)> {
    let single = first.to_string();
    let decomposed = DecomposingNormalizer::new_nfd().normalize(&single).into_owned();
    let mut parts = decomposed.chars();
    let (bare, tone) = (parts.next()?, parts.next()?);
    let pair = matches!((bare.to_ascii_lowercase(), last.to_ascii_lowercase()), ('o', 'a' | 'e') | ('u', 'y'));
    let is_tone = matches!(tone, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    (pair && is_tone && parts.next().is_none()).then(|| (bare, nfc(&format!("{last}{tone}")).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_placements_of_a_tone_match() {
        let pairs =
            [("hòa", "hoà"), ("HÒA BÌNH", "HOÀ BÌNH"), ("khỏe", "khoẻ"), ("thủy", "thuỷ"), ("hóa học", "hoá học")];
        for (old, new) in pairs {
            assert_eq!(tone_placement(old), new);
            assert_eq!(tone_placement(new), new);
        }
        for same in ["quý", "qúy", "gìa", "già", "hoàn", "ma má mà", "kỹ kĩ", "hoa", "ngoéo", "của", "tòan", "", "òa!"]
        {
            let expected = if same == "òa!" { "oà!" } else { same };
            assert_eq!(tone_placement(same), expected);
        }
        assert_eq!(tone_placement("ho\u{300}a"), "hoà", "NFD comes in as well");
    }

    #[test]
    fn words_are_not_found_inside_words() {
        let text = "Vành đai, AI2 và AI.";
        let whole = |word: &str, from: usize| {
            let at = from + text[from..].find(word).expect("it is in the text");
            is_word_boundary(text, at) && is_word_boundary(text, at + word.len())
        };
        assert!(!whole("ai", 0), "inside `đai`");
        assert!(!whole("AI", 0), "inside `AI2`");
        assert!(whole("AI", text.len() - 3));
        assert!(whole("và", 0));
        assert!(!is_word_boundary("a\u{301}", 1), "a mark belongs to its letter");
        assert!(!is_word_boundary("đ", 1), "within a character");
        assert!(is_word_boundary("", 0));
    }
}
