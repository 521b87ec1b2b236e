//! A word written twice by mistake: `word-doubled`.

use super::Side;
use crate::diag::{Code, Diagnostic};
use crate::text;

pub(super) fn check(side: &Side<'_>, out: &mut Vec<Diagnostic>) {
    for range in text::doubled_words(&side.prose.text, side.lang) {
        let word = side.prose.text[range.clone()].trim();
        let message = format!("the word `{word}` stands twice");
        // The white space before it belongs to the range.
        let shown = range.end - word.len()..range.end;
        out.push(side.report(Code::WordDoubled, &shown, message).hint("delete one of them"));
    }
}
