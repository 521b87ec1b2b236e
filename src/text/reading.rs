//! How long a text takes to read.
//!
//! Enters: a language, plain text. Leaves: a count of syllables or words, and minutes. Never: markup.

use icu::segmenter::WordSegmenter;

use crate::base::Lang;

/// How many units a reader reads: syllables in Vietnamese (which are written apart), words elsewhere.
///
/// Languages that write spaces are counted by hand, as UAX #29 divides words; Chinese, Japanese, Thai,
/// Lao, Khmer and Burmese by ICU's dictionaries.
pub fn reading(lang: &Lang, text: &str) -> u32 {
    match lang.primary() {
        "zh" | "ja" | "th" | "lo" | "km" | "my" | "yue" | "wuu" => segmented(text),
        _ => spaced(text),
    }
}

/// Whole minutes, rounded, at least one if there is anything to read.
///
/// Speeds in units a minute. English: 238 words (M. Brysbaert, "How many words do we read per minute?",
/// 2019, silent reading of non-fiction). Vietnamese: 300 syllables. No norm is published that we know
/// of, so it is derived from the English one: about 1.5 syllables a word, and a Vietnamese syllable
/// carries 8.0 bits to 7.1 of an English one (C. Coupé et al., "Different languages, similar encoding
/// efficiency", 2019): 238 × 1.5 × 7.1 ÷ 8.0 ≈ 317, rounded down. Others: words a minute of S.
/// Trauzettel-Klosinski and K. Dietz, "Standardized assessment of reading performance: the new
/// international reading speed texts IReST", 2012; 200 where unknown.
pub fn reading_minutes(lang: &Lang, units: u32) -> u32 {
    let speed = match lang.primary() {
        "vi" => 300,
        "en" => 238,
        "ar" => 138,
        "de" => 179,
        "es" => 218,
        "fi" => 161,
        "fr" => 195,
        "he" => 187,
        "it" => 188,
        "ja" => 193,
        "nl" => 202,
        "pl" => 166,
        "pt" => 181,
        "ru" => 184,
        "sl" => 180,
        "sv" => 199,
        "tr" => 166,
        "zh" => 158,
        _ => 200,
    };
    match units {
        0 => 0,
        _ => units.saturating_add(speed / 2).checked_div(speed).unwrap_or(0).max(1),
    }
}

/// Counts word-like segments by ICU.
fn segmented(text: &str) -> u32 {
    let segments = WordSegmenter::new_dictionary(Default::default()).segment_str(text).iter_with_word_type();
    segments.filter(|(_, kind)| kind.is_word_like()).count() as u32
}

/// Counts runs of letters and digits; an apostrophe between letters, or a point or comma between digits,
/// does not end a run. Each ideograph counts as one.
fn spaced(text: &str) -> u32 {
    if let Some(count) = latin(text.as_bytes()) {
        return count;
    }
    let mut count = 0;
    let mut before = Unit::Gap;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let unit = match unit_of(letter) {
            Unit::Gap if joins(before, letter, letters.peek().copied()) => before,
            unit => unit,
        };
        let starts = match unit {
            Unit::Gap => false,
            Unit::Ideograph => true,
            Unit::Letter | Unit::Digit => matches!(before, Unit::Gap | Unit::Ideograph),
        };
        count += u32::from(starts);
        before = unit;
    }
    count
}

/// The classes of bytes in [`latin`].
const GAP: u8 = 0;
const LETTER: u8 = 1;
const DIGIT: u8 = 2;

/// How many bytes are counted before their number is added to the sum: fewer than a byte can count.
const MANY: usize = 192;

/// The count, if the text holds nothing but ASCII, Latin letters (U+00C0 to U+023F without × and ÷, U+1E00 to U+1EFF) and
/// signs (U+2000 to U+203F but for joiners and the like): most texts of most languages.
///
/// Three passes without a branch, each over many bytes at once: what each byte belongs to, where words begin, and which
/// signs hold a word together.
fn latin(bytes: &[u8]) -> Option<u32> {
    // Three gaps before and one after, so that each byte has neighbours.
    let mut classes = vec![GAP; bytes.len() + 4];
    let (mut is_other, mut has_signs) = (false, false);
    let mut padded = Vec::with_capacity(bytes.len() + 4);
    padded.extend_from_slice(b"   ");
    padded.extend_from_slice(bytes);
    padded.push(b' ');
    for (((class, before_last), last), byte) in classes[2..].iter_mut().zip(&padded).zip(&padded[1..]).zip(&padded[2..])
    {
        let is_later = byte & 0xc0 == 0x80;
        // The second or third byte of a sign.
        let in_sign = is_later & ((*last == 0xe2) | (*before_last == 0xe2));
        let is_letter = byte.is_ascii_alphabetic()
            | (*byte == b'_')
            | ((*byte >= 0xc3) & (*byte <= 0xc8))
            | (*byte == 0xe1)
            | (is_later & !in_sign);
        *class = u8::from(is_letter) * LETTER + u8::from(byte.is_ascii_digit()) * DIGIT;
        let is_known = (*byte < 0xc0) | ((*byte >= 0xc3) & (*byte <= 0xc8)) | (*byte == 0xe1) | (*byte == 0xe2);
        let is_times = (*last == 0xc3) & ((*byte == 0x97) | (*byte == 0xb7));
        let is_far = (*last == 0xe1) & !((*byte >= 0xb8) & (*byte <= 0xbb));
        // Of U+2000 to U+203F, the joiners U+200C and U+200D go on with a letter.
        let is_strange =
            ((*last == 0xe2) & (*byte != 0x80)) | ((*before_last == 0xe2) & ((*byte == 0x8c) | (*byte == 0x8d)));
        has_signs |= *byte == 0xe2;
        is_other |= !is_known | is_times | is_far | is_strange;
    }
    if is_other {
        return None;
    }
    let mut starts = 0;
    for (lasts, these) in classes.chunks(MANY).zip(classes[1..].chunks(MANY)) {
        let mut some = 0_u8;
        for (last, class) in lasts.iter().zip(these) {
            some += u8::from((*last == GAP) & (*class != GAP));
        }
        starts += u32::from(some);
    }
    let mut joined = 0;
    let chunks = classes.chunks(MANY).zip(classes[2..].chunks(MANY)).zip(padded[1..].chunks(MANY));
    for ((lasts, nexts), signs) in chunks {
        let mut some = 0_u8;
        for ((last, next), sign) in lasts.iter().zip(nexts).zip(signs) {
            let is_both = (*sign == b'\'') | (*sign == b'.');
            let letters = (*last == LETTER) & (*next == LETTER) & (is_both | (*sign == b':'));
            let digits = (*last == DIGIT) & (*next == DIGIT) & (is_both | (*sign == b',') | (*sign == b';'));
            some += u8::from(letters | digits);
        }
        joined += u32::from(some);
    }
    let apostrophes = if has_signs { apostrophes(&padded, &classes) } else { 0 };
    Some(starts - joined - apostrophes)
}

/// How many typographic apostrophes stand within a word.
fn apostrophes(padded: &[u8], classes: &[u8]) -> u32 {
    let mut count = 0;
    let mut from = 0;
    while let Some(found) = padded[from..].iter().position(|byte| *byte == 0xe2) {
        let at = from + found;
        let around = (classes[at - 1], classes.get(at + 3).copied().unwrap_or(GAP));
        let is_one = padded[at..].starts_with("’".as_bytes()) && around.0 == around.1 && around.0 != GAP;
        count += u32::from(is_one);
        from = at + 3;
    }
    count
}

/// What a character is to the count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Letter,
    Digit,
    Ideograph,
    Gap,
}

fn unit_of(letter: char) -> Unit {
    match letter {
        'a'..='z' | 'A'..='Z' => Unit::Letter,
        '0'..='9' => Unit::Digit,
        '\0'..='\u{7f}' => {
            if letter == '_' {
                Unit::Letter
            } else {
                Unit::Gap
            }
        }
        // Latin letters, the Vietnamese ones among them.
        'à'..='ö' | 'ø'..='\u{24f}' | 'À'..='Ö' | 'Ø'..='ß' | '\u{1e00}'..='\u{1eff}' => Unit::Letter,
        '\u{2e80}'..='\u{2fdf}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' => {
            Unit::Ideograph
        }
        // Combining marks and joiners go on with the letter before them.
        '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}' => Unit::Letter,
        _ if letter.is_alphabetic() => Unit::Letter,
        _ if letter.is_numeric() => Unit::Digit,
        _ => Unit::Gap,
    }
}

/// Whether `sign`, between `before` and `after`, holds a word or number together (UAX #29, WB6 to WB12).
fn joins(before: Unit, sign: char, after: Option<char>) -> bool {
    let after = after.map_or(Unit::Gap, unit_of);
    match (before, after) {
        (Unit::Letter, Unit::Letter) => matches!(sign, '\'' | '’' | '.' | ':' | '·'),
        (Unit::Digit, Unit::Digit) => matches!(sign, '\'' | '’' | '.' | ',' | ';'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lang(tag: &str) -> Lang {
        Lang::new(tag).expect("a tag")
    }

    #[test]
    fn syllables_and_words_are_counted() {
        let cases = [
            ("vi", "Điện toán đám mây là gì?", 6),
            ("vi", "ti\u{ea}\u{301}ng Việt", 2),
            ("vi", "1.048 công ty – 12,5%", 4),
            ("en", "Don’t count well-known “AI” twice.", 6),
            ("en", "e.g. 3.5 million", 3),
            ("en", "  —  …", 0),
            ("en", "人工 means artificial", 4),
            ("zh", "人工智能改变世界", 4),
            ("ja", "東京都に住んでいます", 7),
            ("th", "ปัญญาประดิษฐ์", 2),
        ];
        for (tag, text, units) in cases {
            assert_eq!(reading(&lang(tag), text), units, "{text}");
        }
    }

    #[test]
    fn hand_counts_are_those_of_icu() {
        let texts = [
            "On 19 May 2023 Beijing named its 'partners': 1,048.5 points, U.S. firms didn't join; foo_bar v2.0 C3PO.",
            "Ngày 19/5/2023, Bắc Kinh công bố 2 đợt đối tác (gồm 10 công ty) – “sức mạnh tính toán”.",
            "Ça n’est pas l’été… naïve café, œuvre d’art.",
            "Это — новый закон: 5,5 млн рублей.",
        ];
        for text in texts {
            assert_eq!(spaced(text), segmented(text), "{text}");
        }
    }

    /// All texts of up to four of these characters: read by bytes, they count as they do letter by letter.
    #[test]
    fn the_quick_way_is_the_slow_way() {
        let slow = |text: &str| {
            let letters: Vec<char> = text.chars().collect();
            let (mut count, mut before) = (0, Unit::Gap);
            for (at, letter) in letters.iter().enumerate() {
                let unit = match unit_of(*letter) {
                    Unit::Gap if joins(before, *letter, letters.get(at + 1).copied()) => before,
                    unit => unit,
                };
                let is_new = unit == Unit::Ideograph || matches!(before, Unit::Gap | Unit::Ideograph);
                count += u32::from(unit != Unit::Gap && is_new);
                before = unit;
            }
            count
        };
        let letters = [
            "a", "Z", "_", "7", " ", ".", ",", "’", "à", "×", "÷", "ɏ", "ạ", "Ỹ", "ỗ", "”", "\u{200d}", "\u{301}", "м",
            "中", "😀",
        ];
        let mut texts: Vec<String> = letters.map(str::to_owned).into();
        let mut longer = texts.clone();
        for _ in 0..3 {
            longer = longer.iter().flat_map(|text| letters.map(|letter| format!("{text}{letter}"))).collect();
            texts.extend(longer.iter().cloned());
        }
        for text in &texts {
            assert_eq!(spaced(text), slow(text), "{text:?}");
        }
    }

    #[test]
    fn minutes_are_at_least_one() {
        let vi = lang("vi");
        assert_eq!([0, 1, 300, 449, 450, 3000].map(|units| reading_minutes(&vi, units)), [0, 1, 1, 1, 2, 10]);
        assert_eq!(reading_minutes(&lang("en"), 2380), 10);
        assert!(reading_minutes(&lang("qaa"), u32::MAX) > 0);
    }
}
