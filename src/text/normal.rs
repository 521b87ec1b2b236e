//! Unicode form, search folding and slugs.
//!
//! Enters: any text. Leaves: NFC, a folded key, a slug. Never: folding for display or for links.

use std::borrow::Cow;

use icu::casemap::CaseMapper;
use icu::normalizer::{ComposingNormalizer, DecomposingNormalizer};
use icu::properties::CodePointMapData;
use icu::properties::props::GeneralCategory;

/// The text in Unicode normalisation form C (UAX #15); borrowed if it already is.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if is_plainly_nfc(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    ComposingNormalizer::new_nfc().normalize(text)
}

/// Whether the text is in normalisation form C.
pub fn is_nfc(text: &str) -> bool {
    is_plainly_nfc(text.as_bytes()) || ComposingNormalizer::new_nfc().is_normalized(text)
}

/// Whether a text holds only characters that are in form C whatever stands beside them: those below U+0300, Latin Extended
/// Additional, dashes, quotation marks and other signs from U+2010 to U+203F. `false` says nothing.
///
/// Source: `NFC_Quick_Check` in DerivedNormalizationProps.txt; the test below asks ICU.
fn is_plainly_nfc(text: &[u8]) -> bool {
    // Without a branch: many bytes are looked at at once.
    let is_other = |before_last: u8, last: u8, byte: u8| {
        let is_known = (byte < 0xc0) | (0xc2..=0xcb).contains(&byte) | (byte == 0xe1) | (byte == 0xe2);
        let is_far = (last == 0xe1) & !(0xb8..=0xbb).contains(&byte);
        let is_strange = ((last == 0xe2) & (byte != 0x80)) | ((before_last == 0xe2) & (byte < 0x90));
        !is_known | is_far | is_strange
    };
    let [first, second, ..] = *text else { return text.is_ascii() };
    let mut other = is_other(b' ', b' ', first) | is_other(b' ', first, second);
    for ((before_last, last), byte) in text.iter().zip(&text[1..]).zip(&text[2..]) {
        other |= is_other(*before_last, *last, *byte);
    }
    !other
}

/// The text as search sees it: lower case, without the marks of Latin, Greek and Cyrillic letters,
/// `đ` as `d`; NFC.
///
/// `ð` (U+00F0, Icelandic) is another letter and stays. Marks that carry vowels in other scripts
/// (Devanagari, Thai, …) stay too. Never use it to tell whether two words are the same.
///
/// ```
/// assert_eq!(songngu::text::fold("Điện toán ĐÁM MÂY"), "dien toan dam may");
/// ```
pub fn fold(text: &str) -> String {
    if let Some(folded) = fold_latin(text) {
        return folded;
    }
    let decomposed = DecomposingNormalizer::new_nfd().normalize(text);
    let bare: String = decomposed.chars().filter(|letter| !is_alphabetic_mark(*letter)).collect();
    let folded = CaseMapper::new().fold_string(&bare).replace('đ', "d");
    nfc(&folded).into_owned()
}

/// The folded text, if it holds nothing but ASCII and the letters of Vietnamese and its neighbours, in NFC.
fn fold_latin(text: &str) -> Option<String> {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        folded.push(if letter.is_ascii() { letter.to_ascii_lowercase() } else { latin_base(letter)? });
    }
    Some(folded)
}

/// The small letter of ASCII that a letter folds to.
fn latin_base(letter: char) -> Option<char> {
    Some(match letter {
        'À'..='Å' | 'à'..='å' | 'Ă' | 'ă' | 'Ạ'..='ặ' => 'a',
        'È'..='Ë' | 'è'..='ë' | 'Ẹ'..='ệ' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ' | 'ĩ' | 'Ỉ'..='ị' => 'i',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | 'Ụ'..='ự' => 'u',
        'Ý' | 'ý' | 'ÿ' | 'Ỳ'..='ỹ' => 'y',
        'Đ' | 'đ' => 'd',
        'Ç' | 'ç' => 'c',
        'Ñ' | 'ñ' => 'n',
        _ => return None,
    })
}

/// Whether this is a combining mark of the alphabets that fold: Combining Diacritical Marks and
/// their extensions (Unicode blocks 0300, 1AB0, 1DC0, 20D0, FE20).
fn is_alphabetic_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// The text as a part of an address: folded letters and digits of any script, hyphens between.
///
/// Never begins or ends with a hyphen, never holds two in a row; empty if the text has neither
/// letters nor digits. Different titles can give one slug: Vietnamese tones are lost.
///
/// ```
/// use songngu::text::slug;
/// assert_eq!(slug("Sức mạnh tính toán"), "suc-manh-tinh-toan");
/// assert_eq!(slug("AI & chips"), "ai-chips");
/// ```
pub fn slug(text: &str) -> String {
    let folded = fold(text);
    let categories = CodePointMapData::<GeneralCategory>::new();
    let mut out = String::with_capacity(folded.len());
    let mut gap = false;
    for letter in folded.chars() {
        let part = match letter {
            'a'..='z' | '0'..='9' => SlugPart::Kept(letter),
            '\0'..='\x7f' => SlugPart::Gap,
            _ => slug_part(letter, categories.get(letter)),
        };
        let kept = match part {
            SlugPart::Kept(kept) => kept,
            SlugPart::Unseen => continue,
            SlugPart::Gap => {
                gap = true;
                continue;
            }
        };
        if gap && !out.is_empty() {
            out.push('-');
        }
        gap = false;
        out.push(kept);
    }
    out
}

/// What a character is in a slug.
enum SlugPart {
    /// A letter, mark or digit.
    Kept(char),
    /// Invisible (soft hyphen, joiners): as if it were not there.
    Unseen,
    /// Everything else: a hyphen, if letters follow.
    Gap,
}

fn slug_part(letter: char, category: GeneralCategory) -> SlugPart {
    use GeneralCategory as Category;
    match category {
        Category::UppercaseLetter
        | Category::LowercaseLetter
        | Category::TitlecaseLetter
        | Category::ModifierLetter
        | Category::OtherLetter
        | Category::LetterNumber
        | Category::NonspacingMark
        | Category::SpacingMark
        | Category::DecimalNumber => SlugPart::Kept(letter),
        // The `2` of `CO₂` and `m²`.
        Category::OtherNumber => small_digit(letter).map_or(SlugPart::Gap, SlugPart::Kept),
        Category::Format if letter != '\u{200b}' => SlugPart::Unseen,
        _ => SlugPart::Gap,
    }
}

/// The digit that a superscript or subscript digit stands for.
fn small_digit(letter: char) -> Option<char> {
    let digit = match letter {
        '⁰' => 0,
        '¹' => 1,
        '²' | '³' => letter as u32 - '²' as u32 + 2,
        '⁴'..='⁹' => letter as u32 - '⁴' as u32 + 4,
        '₀'..='₉' => letter as u32 - '₀' as u32,
        _ => return None,
    };
    char::from_digit(digit, 10)
}

/// Where a Vietnamese text holds a letter that only looks like `đ` or `Đ`: byte offsets from 0, sorted.
///
/// These are `ð` (U+00F0) and `Ð` (U+00D0), Icelandic eth, and `Ɖ` (U+0189), African D.
pub fn doubtful_letters(text: &str) -> Vec<usize> {
    text.char_indices().filter(|(_, letter)| matches!(letter, 'ð' | 'Ð' | 'Ɖ')).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_from_macos_become_nfc() {
        let decomposed = "tie\u{302}\u{301}ng Vie\u{323}\u{302}t";
        assert!(!is_nfc(decomposed));
        assert_eq!(nfc(decomposed), "tiếng Việt");
        assert!(is_nfc("tiếng Việt"));
        assert!(matches!(nfc("tiếng Việt"), Cow::Borrowed(_)));
        assert_ne!(nfc("hòa"), nfc("hoà"), "two live spellings stay apart");
    }

    #[test]
    fn what_is_plainly_in_form_c_is_so_beside_any_letter() {
        let icu = |text: &str| ComposingNormalizer::new_nfc().is_normalized(text);
        let mut plain = 0;
        for letter in ('\0'..=char::MAX).filter(|letter| is_plainly_nfc(letter.to_string().as_bytes())) {
            plain += 1;
            for before in ["", "a", "ê", "Ư", "\u{1e60}", "<", "\n"] {
                let text = format!("{before}{letter}");
                assert!(icu(&text) && is_plainly_nfc(text.as_bytes()), "{text:?}");
            }
        }
        assert_eq!(plain, 0x300 + 0x100 + 0x30);
        for text in ["e\u{301}", "\u{212b}", "\u{2000}", "한국어", "हिन्दी", "12345678e\u{301}"] {
            assert!(!is_plainly_nfc(text.as_bytes()), "{text:?}");
        }
    }

    #[test]
    fn the_quick_way_to_fold_is_the_slow_way() {
        let mut quick = 0;
        for letter in ('\u{80}'..='\u{2fff}').filter(|letter| latin_base(*letter).is_some()) {
            quick += 1;
            // What no letter folds to keeps a text from going the quick way.
            let slow = fold(&format!("{letter}Ω"));
            assert_eq!(fold(&letter.to_string()), slow.trim_end_matches('ω'), "{letter}");
        }
        assert!(quick >= 134 + 20, "the letters of Vietnamese are among them: {quick}");
        for letter in "ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ".chars()
        {
            assert!(latin_base(letter).is_some(), "{letter}");
        }
    }

    #[test]
    fn folding_is_for_search() {
        let cases = [
            ("Đám mây ĐIỆN TOÁN", "dam may dien toan"),
            ("ĐA\u{323}I", "dai"),
            ("ð Ð", "ð ð"),
            ("Straße CAFÉ Ångström", "strasse cafe angstrom"),
            ("Ёлка", "елка"),
            ("हिन्दी", "हिन्दी"),
            ("ภาษาไทย", "ภาษาไทย"),
            ("が 한국어", "が 한국어"),
            ("ẤM ỚT ỰC", "am ot uc"),
        ];
        for (text, folded) in cases {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn a_slug_keeps_letters_and_digits_of_any_script() {
        let cases = [
            ("Sức mạnh tính toán", "suc-manh-tinh-toan"),
            ("AI & chips", "ai-chips"),
            ("  --Điện toán đám mây!  ", "dien-toan-dam-may"),
            ("…?!", ""),
            ("GPT-4 (2023)", "gpt-4-2023"),
            ("Бе́лый дом", "белыи-дом"),
            ("人工知能 2023", "人工知能-2023"),
            ("हिन्दी भाषा", "हिन्दी-भाषा"),
            ("CO₂, m²", "co2-m2"),
            ("co\u{ad}operate", "cooperate"),
            ("snake_case/path", "snake-case-path"),
        ];
        for (text, expected) in cases {
            assert_eq!(slug(text), expected, "{text}");
        }
    }

    #[test]
    fn slugs_of_different_titles_can_clash() {
        assert_eq!(slug("mã"), slug("mà"));
    }

    #[test]
    fn letters_that_only_look_vietnamese_are_found() {
        assert_eq!(doubtful_letters("đường ðường Ðà Nẵng"), [10, 20]);
        assert!(doubtful_letters("đường Đà").is_empty());
    }
}
