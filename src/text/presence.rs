//! Which language a text seems to be in, as far as Vietnamese and English are concerned.
//!
//! Enters: a text. Leaves: counts and shares. Never: a guess at other languages, a verdict on short texts and names.

use super::fold;

/// Whether a text that should be Vietnamese is written without its marks: `Ha Noi la thu do cua Viet Nam`.
///
/// True if it has at least six words that could be Vietnamese syllables in small letters, next to no marks, at least
/// two of the commonest Vietnamese grammar words without theirs, and more of these than English ones.
pub fn lacks_marks(text: &str) -> bool {
    let words: Vec<&str> = words(text).filter(|word| word.chars().next().is_some_and(char::is_lowercase)).collect();
    let marked = words.iter().filter(|word| has_vietnamese_mark(word)).count();
    let bare: Vec<&&str> = words.iter().filter(|word| word.is_ascii()).collect();
    let syllables = bare.iter().filter(|word| is_syllable(word)).count();
    let grammar = bare.iter().filter(|word| BARE.contains(&***word)).count();
    let english = bare.iter().filter(|word| ENGLISH.contains(&***word)).count();
    syllables >= 6
        && marked * 20 <= words.len()
        && grammar >= 2
        && grammar > 2 * english
        && syllables * 10 >= words.len() * 7
}

/// Whether a text that should be Vietnamese is mostly English: at least five words, hardly any Vietnamese marks, and
/// at least two of the commonest English grammar words, which make up a sixth of it or more.
/// What stands in quotation marks does not count: it may be a title.
pub fn seems_english(text: &str) -> bool {
    let text = without_quotations(text);
    let words: Vec<&str> = words(&text).collect();
    let marked = words.iter().filter(|word| has_vietnamese_mark(word)).count();
    let grammar = words.iter().filter(|word| ENGLISH.contains(&&*word.to_lowercase())).count();
    words.len() >= 5 && marked * 10 <= words.len() && grammar >= 2 && grammar * 6 >= words.len()
}

/// Whether a text that should be in another language is mostly Vietnamese: at least five words, two fifths of them
/// with letters that only Vietnamese has.
pub fn seems_vietnamese(text: &str) -> bool {
    let words: Vec<&str> = words(text).collect();
    let marked = words.iter().filter(|word| has_vietnamese_mark(word)).count();
    words.len() >= 5 && marked * 5 >= words.len() * 2
}

/// The longest run of English within a Vietnamese text: its bytes, where it looks like a sentence left untranslated.
///
/// At least seven words without marks follow each other, no end of a sentence among them, a quarter or more of them
/// English grammar words and at least three.
pub fn english_run(text: &str) -> Option<std::ops::Range<usize>> {
    let mut best: Option<std::ops::Range<usize>> = None;
    let mut run: Option<(std::ops::Range<usize>, usize, usize)> = None;
    let mut keep = |run: Option<(std::ops::Range<usize>, usize, usize)>| {
        if let Some((range, count, grammar)) = run
            && count >= 7
            && grammar >= 3
            && grammar * 4 >= count
            && best.as_ref().is_none_or(|best| best.len() < range.len())
        {
            best = Some(range);
        }
    };
    for word in word_ranges(text) {
        let shown = &text[word.clone()];
        let is_english_like = shown.is_ascii();
        let breaks = run.as_ref().is_some_and(|(range, ..)| {
            text[range.end..word.start].contains(['.', '!', '?', '“', '”', '"', '«', '»', '(', ')', '\u{fffc}'])
        });
        if breaks || !is_english_like {
            keep(run.take());
        }
        if is_english_like {
            let grammar = usize::from(ENGLISH.contains(&&*shown.to_lowercase()));
            run = Some(match run.take() {
                Some((range, count, before)) => (range.start..word.end, count + 1, before + grammar),
                None => (word, 1, grammar),
            });
        }
    }
    keep(run);
    best
}

/// A text without what stands in double quotation marks.
fn without_quotations(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut within = false;
    for letter in text.chars() {
        match letter {
            '"' => within = !within,
            '“' | '«' | '„' => within = true,
            '”' | '»' => within = false,
            _ if !within => out.push(letter),
            _ => {}
        }
    }
    // A mark that is never closed opens nothing.
    if within { text.to_owned() } else { out }
}

fn word_ranges(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let letter = |c: char| c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}' | '\'' | '’');
        let start = at + text[at..].find(letter)?;
        let end = text[start..].find(|c| !letter(c)).map_or(text.len(), |length| start + length);
        at = end;
        Some(start..end)
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    word_ranges(text).map(|range| &text[range])
}

/// Whether a word has a letter that Vietnamese has and English has not: `đ`, `ơ`, `ư`, or a vowel with a mark.
fn has_vietnamese_mark(word: &str) -> bool {
    word.chars().any(|letter| {
        matches!(letter, 'đ' | 'Đ')
            || (!letter.is_ascii()
                && fold(&letter.to_string()).chars().all(|bare| matches!(bare, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')))
    })
}

/// Whether a word in plain letters could be a Vietnamese syllable without its marks: a consonant or none, one to three
/// vowels, an ending that Vietnamese has.
fn is_syllable(word: &str) -> bool {
    const BEGINNINGS: [&str; 27] = [
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l", "m", "n",
        "p", "r", "s", "t", "v", "x", "",
    ];
    const ENDINGS: [&str; 9] = ["ch", "ng", "nh", "c", "m", "n", "p", "t", ""];
    BEGINNINGS.iter().filter_map(|beginning| word.strip_prefix(beginning)).any(|rest| {
        ENDINGS
            .iter()
            .filter_map(|ending| rest.strip_suffix(ending))
            .any(|vowels| (1..=3).contains(&vowels.len()) && vowels.bytes().all(|byte| b"aeiouy".contains(&byte)))
    })
}

/// The commonest Vietnamese words that bear marks, without them; those that are English words as well are left out.
const BARE: [&str; 38] = [
    "la", "va", "cua", "cac", "nhung", "duoc", "voi", "de", "nay", "mot", "khong", "nguoi", "da", "se", "dang", "nhu",
    "hoac", "thi", "ma", "cung", "tai", "nam", "tu", "den", "ve", "viec", "nuoc", "ngay", "hon", "vao", "dung", "rat",
    "cong", "su", "phai", "moi", "co", "trong",
];

/// The commonest English words that are no Vietnamese syllables.
const ENGLISH: [&str; 66] = [
    "the", "of", "and", "is", "are", "was", "were", "that", "this", "with", "for", "from", "which", "their", "have",
    "has", "had", "will", "would", "can", "could", "should", "been", "being", "it", "its", "as", "at", "by", "we",
    "you", "your", "they", "them", "our", "not", "or", "but", "if", "when", "what", "how", "there", "these", "those",
    "into", "about", "more", "than", "such", "other", "some", "all", "any", "does", "do", "an", "who", "where",
    "let's", "it's", "you're", "don't", "here", "be", "on",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_its_marks_is_recognised() {
        for text in [
            "Ha Noi la thu do cua nuoc Cong hoa xa hoi chu nghia Viet Nam",
            "chuong trinh nay ho tro cac cong ty tri tue nhan tao cua thanh pho",
            "ngay 19 thang 5, thanh pho cong bo mot chuong trinh moi voi 39 doi tac",
        ] {
            assert!(lacks_marks(text), "{text}");
        }
        for text in [
            "Hà Nội là thủ đô của nước Cộng hòa xã hội chủ nghĩa Việt Nam",
            "Alibaba Cloud, Baidu, Tencent, 360 Security Technology",
            "the programme of the city is to help companies, and that in no time",
            "Ha Noi",
            "AI, GPU, CPU, LLM, AGI, IC",
            "data scientist, machine learning engineer, prompt engineer",
            "Let us go to a man on a tan tin can in a den",
            "",
        ] {
            assert!(!lacks_marks(text), "{text}");
        }
    }

    #[test]
    fn a_text_in_the_other_language_is_recognised() {
        assert!(seems_english("The programme is for companies that build models."));
        assert!(!seems_english("Chương trình hỗ trợ các công ty."));
        assert!(!seems_english("Alibaba Cloud, Baidu, Tencent, 360 Security Technology"));
        assert!(!seems_english("South China Morning Post"));
        assert!(!seems_english("Trong bài “Attention is all you need”, các tác giả trình bày kiến trúc mới."));
        assert!(seems_vietnamese("Chương trình hỗ trợ các công ty."));
        assert!(!seems_vietnamese("The programme of Hà Nội helps companies in Việt Nam."));
        assert!(!seems_vietnamese("Điện Biên Phủ"));
    }

    #[test]
    fn a_sentence_left_in_english_is_found() {
        let text = "Thành phố công bố chương trình. The programme is for all companies that build models. Hết.";
        let run = english_run(text).expect("a run");
        assert_eq!(&text[run], "The programme is for all companies that build models");
        for text in [
            "Bài “Attention is all you need” của các tác giả.",
            "Công ty 360 Security Technology và Alibaba Cloud tham gia.",
            "",
        ] {
            assert_eq!(english_run(text), None, "{text}");
        }
    }
}
