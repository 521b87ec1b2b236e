//! The forms by which a term is found in a language's texts.
//!
//! Enters: a term, a language. Leaves: forms with what each of them is. Never here: texts.

use super::tokens::{Kind, tokens};
use crate::base::Lang;
use crate::glossary::{Term, TermEdition};
use crate::parse::front::ForeignPolicy;

/// What a form is to the language of a text; where one form has two meanings, the earlier counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// The language's own, or the acronym.
    Own,
    /// Should not be used.
    Avoided,
    /// A regular plural of its own.
    Plural,
    /// Another language's.
    Foreign,
    /// A regular plural of another language's.
    ForeignPlural,
}

/// A form to look for.
pub(super) struct Form {
    pub(super) text: String,
    pub(super) rank: Rank,
    /// Only by exact case, even where a sentence begins.
    pub(super) exact: bool,
    /// Its language, if that is another and the entry asks for it to be marked.
    pub(super) lang: Option<Lang>,
}

/// All forms of a term that texts in `lang` are searched for.
pub(super) fn forms(term: &Term, lang: &Lang) -> Vec<Form> {
    let mut forms = Vec::new();
    let form = |text: String, rank| Form { text, rank, exact: false, lang: None };
    if let Some(edition) = term.editions.get(lang) {
        forms.extend(texts(edition).map(|text| form(text.clone(), Rank::Own)));
        forms.extend(edition.avoid.iter().map(|text| form(text.clone(), Rank::Avoided)));
        if lang.primary() == "en" {
            forms.extend(texts(edition).filter_map(|text| plural(text)).map(|text| form(text, Rank::Plural)));
            let avoided = edition.avoid.iter().filter_map(|text| plural(text));
            forms.extend(avoided.map(|text| form(text, Rank::Avoided)));
        }
    }
    if let Some(acronym) = &term.acronym {
        forms.push(Form { exact: true, ..form(acronym.clone(), Rank::Own) });
        let is_english = lang.primary() == "en" || term.editions.keys().any(|lang| lang.primary() == "en");
        let plural = is_english.then(|| plural(acronym)).flatten();
        forms.extend(plural.map(|text| Form { exact: true, ..form(text, Rank::Plural) }));
    }
    forms.extend(foreign(term, lang));
    forms
}

fn texts(edition: &TermEdition) -> impl Iterator<Item = &String> {
    std::iter::once(&edition.term).chain(&edition.forms)
}

/// The forms of other languages.
fn foreign(term: &Term, lang: &Lang) -> Vec<Form> {
    let mut forms = Vec::new();
    if term.foreign == Some(ForeignPolicy::Ignore) {
        return forms;
    }
    for (other, edition) in term.editions.iter().filter(|(other, _)| other.primary() != lang.primary()) {
        let marked = (term.foreign == Some(ForeignPolicy::Mark)).then(|| other.clone());
        let mut add = |text: String, rank| forms.push(Form { text, rank, exact: false, lang: marked.clone() });
        for text in texts(edition).filter(|text| term.foreign.is_some() || is_unmistakable(text, other, lang)) {
            if let Some(plural) = plural(text).filter(|_| other.primary() == "en") {
                add(plural, Rank::ForeignPlural);
            }
            add(text.clone(), Rank::Foreign);
        }
    }
    forms
}

/// Whether a form of the language `of` can hardly be anything else in a text in `lang`.
///
/// Several words are; one word is not, because languages share words by chance (`pin` is a battery in Vietnamese, `in`
/// is "to print"), but for a Latin word in a Vietnamese text that no Vietnamese syllable looks like (`chiplet`), and a
/// word in another alphabet. Several Vietnamese syllables without a single mark could be English words.
fn is_unmistakable(text: &str, of: &Lang, lang: &Lang) -> bool {
    let words: Vec<&str> = tokens(text).filter(|token| token.kind == Kind::Word).map(|token| token.text).collect();
    let has_marks = text.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii());
    match (of.primary(), lang.primary(), words.as_slice()) {
        (_, _, []) => false,
        ("vi", _, _) => has_marks,
        (_, "vi", [word]) => has_marks || !could_be_syllable(word),
        (_, _, [_]) => false,
        _ => true,
    }
}

/// Whether a word could be a Vietnamese syllable written without marks, in either case: the consonants that one may
/// begin with, at least one vowel, the consonants that one may end with.
fn could_be_syllable(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let begins = ["ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr"];
    let rest = begins
        .iter()
        .find_map(|begin| word.strip_prefix(begin))
        .unwrap_or_else(|| word.strip_prefix(|letter: char| "bcdghklmnprstvx".contains(letter)).unwrap_or(&word));
    let end = rest.find(|letter: char| !"aeiouy".contains(letter)).unwrap_or(rest.len());
    let may_end = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"].contains(&&rest[end..]);
    // `gi` and `qu` hold a vowel themselves.
    let has_vowel = end > 0 || matches!(word.as_str(), "gi" | "qu") || word.starts_with("gi");
    has_vowel && end <= 3 && may_end
}

/// The regular English plural of a form that ends with a letter; that of an acronym has an `s` (`OSs`, `LLMs`).
fn plural(form: &str) -> Option<String> {
    let last = form.chars().next_back().filter(|c| c.is_ascii_alphabetic())?;
    let before = form.chars().rev().nth(1).unwrap_or(' ');
    Some(match last {
        'y' if !matches!(before, 'a' | 'e' | 'i' | 'o' | 'u') => format!("{}ies", &form[..form.len() - 1]),
        's' | 'x' | 'z' => format!("{form}es"),
        'h' if matches!(before, 'c' | 's') => format!("{form}es"),
        _ => format!("{form}s"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_vietnamese_syllable() {
        for word in ["pin", "in", "to", "chip", "tin", "an", "song", "hang", "men", "Can", "quy", "gi", "thanh", "y"] {
            assert!(could_be_syllable(word), "{word}");
        }
        for word in ["chiplet", "compute", "model", "training", "chips", "robot", "token", "GPU", "z", "blog", ""] {
            assert!(!could_be_syllable(word), "{word}");
        }
    }

    #[test]
    fn a_foreign_form_must_be_unmistakable() {
        let lang = |tag| Lang::new(tag).expect("a tag");
        let cases = [
            ("large language model", "en", "vi", true),
            ("chiplet", "en", "vi", true),
            ("pin", "en", "vi", false),
            ("mô hình", "vi", "en", true),
            ("má", "vi", "en", true),
            ("in", "vi", "en", false),
            ("in an", "vi", "en", false),
            ("chat", "fr", "en", false),
            ("carte mère", "fr", "en", true),
            ("!", "en", "vi", false),
        ];
        for (text, of, in_, expected) in cases {
            assert_eq!(is_unmistakable(text, &lang(of), &lang(in_)), expected, "{text}");
        }
    }

    #[test]
    fn english_plurals_are_regular() {
        let cases = [
            ("model", "models"),
            ("LLM", "LLMs"),
            ("technology", "technologies"),
            ("array", "arrays"),
            ("batch", "batches"),
            ("mesh", "meshes"),
            ("bus", "buses"),
            ("white paper", "white papers"),
        ];
        for (form, expected) in cases {
            assert_eq!(plural(form).as_deref(), Some(expected));
        }
        assert_eq!(plural("GPT-4"), None);
    }
}
