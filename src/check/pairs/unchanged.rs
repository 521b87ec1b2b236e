//! A text that is the same in two languages: `text-unchanged`.
//!
//! Names, code and numbers are the same in every language; words in small letters are not.

use super::Twins;
use crate::diag::{Code, Diagnostic};

/// How many words in small letters a text has, that it is no name.
const WORDS: usize = 3;

pub(super) fn check(twins: &Twins<'_>, out: &mut Vec<Diagnostic>) {
    let [a, b] = &twins.sides;
    let (first, second) = (a.prose.text.trim(), b.prose.text.trim());
    if first != second || a.lang.primary() == b.lang.primary() || a.prose.is_empty() {
        return;
    }
    let words = first.split(|c: char| c.is_whitespace() || c == super::prose::BARRIER);
    let small = words.filter(|word| {
        let letters = word.trim_matches(|c: char| ".,;:!?()“”\"‘’…".contains(c));
        letters.chars().count() > 1 && letters.chars().all(|c| c.is_lowercase() || matches!(c, '-' | '’'))
    });
    if small.count() < WORDS {
        return;
    }
    let message = format!("the text is the same in `{}` and `{}`", a.lang, b.lang);
    let diagnostic = Diagnostic::new(Code::TextUnchanged, message).located(a.location());
    out.push(diagnostic.related(b.location(), format!("`{}`", b.lang)).hint("translate one of them"));
}
