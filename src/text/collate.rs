//! Alphabetical order and index letters, by CLDR.
//!
//! Enters: a language, texts. Leaves: an order, an index letter. Never: numbers sorted by value,
//! two-letter index headings (Czech `Ch`): a heading is one letter.

use std::cmp::Ordering;
use std::sync::Arc;

use icu::casemap::CaseMapper;
use icu::collator::options::{CollatorOptions, Strength};
use icu::collator::{Collator as IcuCollator, CollatorBorrowed};
use icu::locale::exemplar_chars::ExemplarCharacters;
use icu::normalizer::DecomposingNormalizer;

use super::formats::locale_of;
use super::nfc;
use crate::base::Lang;

/// Sorts and indexes the texts of one language. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Collator(Arc<Strengths>);

#[derive(Debug)]
struct Strengths {
    /// All differences count.
    full: CollatorBorrowed<'static>,
    /// Only different letters of the alphabet count.
    primary: CollatorBorrowed<'static>,
    /// The letters of the language's alphabet, in order.
    alphabet: Vec<String>,
}

impl Collator {
    /// The collator of a language, or of Unicode's root order if CLDR does not know it.
    pub fn new(lang: &Lang) -> Collator {
        let with = |strength| {
            let mut options = CollatorOptions::default();
            options.strength = Some(strength);
            IcuCollator::try_new((&locale_of(lang)).into(), options)
                .or_else(|_| IcuCollator::try_new(Default::default(), options))
                .expect("the root collation is compiled in")
        };
        let mut strengths =
            Strengths { full: with(Strength::Tertiary), primary: with(Strength::Primary), alphabet: Vec::new() };
        strengths.alphabet = strengths.alphabet_of(lang);
        Collator(Arc::new(strengths))
    }

    /// The order of two texts; equal only if they are the same text.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.0.compare(a, b)
    }

    /// The letters of the language's alphabet as an index shows them, in order: `A Ă Â B C D Đ …`. Empty where CLDR
    /// knows none. Source: CLDR, index exemplars.
    pub fn alphabet(&self) -> &[String] {
        &self.0.alphabet
    }

    /// The letter under which an index lists `term`: `#` if it does not begin with a letter.
    ///
    /// Marks that make no letter of their own in this language are dropped: in Vietnamese `Á` is under
    /// `A` but `ấ` under `Â`, and `đ` under `Đ`; in English `é` is under `E`.
    pub fn initial(&self, term: &str) -> String {
        self.0.initial(term)
    }
}

impl Strengths {
    fn compare(&self, a: &str, b: &str) -> Ordering {
        self.full.compare(a, b).then_with(|| a.cmp(b))
    }

    fn alphabet_of(&self, lang: &Lang) -> Vec<String> {
        let exemplars = ExemplarCharacters::try_new_index(&(&locale_of(lang)).into());
        let letters = exemplars.iter().flat_map(|letters| letters.code_points().iter_chars());
        let mut alphabet: Vec<String> = letters.map(|letter| self.initial(letter.encode_utf8(&mut [0; 4]))).collect();
        alphabet.sort_by(|a, b| self.compare(a, b));
        alphabet.dedup();
        alphabet
    }

    fn initial(&self, term: &str) -> String {
        let term = nfc(term.trim_start());
        let Some(first) = term.chars().next().filter(|first| first.is_alphabetic()) else {
            return "#".to_owned();
        };
        let letter = CaseMapper::new().simple_titlecase(first).to_string();
        let whole = DecomposingNormalizer::new_nfd().normalize(&letter).into_owned();
        let same = |candidate: &String| self.primary.compare(candidate, &whole) == Ordering::Equal;
        nfc(&without_marks(&whole).find(same).unwrap_or(whole.clone())).into_owned()
    }
}

/// What a decomposed letter could be without some of its marks: without any, with one of them, with
/// ever more of them. Canonical order puts the dot of `ệ` before its circumflex, so prefixes are not enough.
fn without_marks(whole: &str) -> impl Iterator<Item = String> {
    let mut letters = whole.chars();
    let base: String = letters.next().into_iter().collect();
    let marks: Vec<char> = letters.collect();
    let one = marks.clone().into_iter().map({
        let base = base.clone();
        move |mark| format!("{base}{mark}")
    });
    let prefixes = (2..marks.len()).map({
        let base = base.clone();
        move |count| format!("{base}{}", marks[..count].iter().collect::<String>())
    });
    std::iter::once(base).chain(one).chain(prefixes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn collator(tag: &str) -> Collator {
        Collator::new(&Lang::new(tag).expect("a tag"))
    }

    fn sorted(tag: &str, words: &str) -> String {
        let collator = collator(tag);
        let mut words: Vec<&str> = words.split(", ").collect();
        words.sort_by(|a, b| collator.compare(a, b));
        words.join(", ")
    }

    #[test]
    fn vietnamese_sorts_by_its_alphabet_and_then_by_tone() {
        assert_eq!(
            sorted("vi", "y, ă, đ, d, e, b, â, a, ơ, ô, o, ư, u, ê"),
            "a, ă, â, b, d, đ, e, ê, o, ô, ơ, u, ư, y"
        );
        assert_eq!(sorted("vi", "mạ, mã, má, mả, mà, ma"), "ma, mà, mả, mã, má, mạ");
        assert_eq!(sorted("vi", "đám mây, dữ liệu, điện toán, chip, dòng"), "chip, dòng, dữ liệu, đám mây, điện toán");
    }

    #[test]
    fn an_order_is_total() {
        assert_eq!(collator("vi").compare("a\u{301}", "á"), "a\u{301}".cmp("á"));
        assert_eq!(collator("en").compare("chip", "chip"), Ordering::Equal);
    }

    #[test]
    fn index_letters_follow_the_alphabet() {
        let cases = [
            ("vi", "Ánh sáng", "A"),
            ("vi", "ấn định", "Â"),
            ("vi", "đám mây", "Đ"),
            ("vi", "dữ liệu", "D"),
            ("vi", "ẵ", "Ă"),
            ("vi", "ệ", "Ê"),
            ("vi", "ợ", "Ơ"),
            ("vi", "ồ", "Ô"),
            ("vi", "ự", "Ư"),
            ("vi", "Ý kiến", "Y"),
            ("vi", "a\u{302}\u{301}n", "Â"),
            ("vi", "3D", "#"),
            ("vi", "“trích”", "#"),
            ("vi", "", "#"),
            ("en", "élan", "E"),
            ("en", " llm", "L"),
            ("sv", "ångström", "Å"),
            ("ru", "ёлка", "Е"),
            ("ru", "йод", "Й"),
            ("ja", "がく", "か"),
            ("zh", "人工", "人"),
            ("ka", "ქართული", "ქ"),
        ];
        for (tag, term, letter) in cases {
            assert_eq!(collator(tag).initial(term), letter, "{tag} {term}");
        }
    }

    #[test]
    fn an_alphabet_is_that_of_the_language() {
        assert_eq!(collator("vi").alphabet().concat(), "AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ");
        assert_eq!(collator("en").alphabet().concat(), "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        assert_eq!(collator("sv").alphabet().concat(), "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ");
        assert!(collator("ar").alphabet().concat().starts_with("ابتث"));
    }

    #[test]
    fn an_unknown_language_still_sorts() {
        assert_eq!(sorted("qaa", "b, a, c"), "a, b, c");
    }
}
