//! Letters in a doubtful form: `letter-doubtful` (`ð` for `đ`), `unicode-form` (letters and marks apart).

use super::Side;
use crate::base::SourcePath;
use crate::diag::{Code, Diagnostic, Edit, Location, Place};
use crate::text;

pub(super) fn check(side: &Side<'_>, out: &mut Vec<Diagnostic>) {
    if side.lang.primary() != "vi" {
        return;
    }
    for at in text::doubtful_letters(&side.prose.text) {
        let Some(letter) = side.prose.text[at..].chars().next() else { continue };
        let right = if letter == 'ð' { "đ" } else { "Đ" };
        let range = at..at + letter.len_utf8();
        let message = format!("`{letter}` (U+{:04X}) only looks like `{right}`", u32::from(letter));
        let hint = format!("write `{right}`: readers who search for the word do not find it");
        let diagnostic = side.report(Code::LetterDoubtful, &range, message).hint(hint);
        out.push(match side.prose.exact(&range) {
            Some(span) => diagnostic.fix(Edit::new(side.path, span, right.to_owned())),
            None => diagnostic,
        });
    }
}

/// A file whose text on disk has letters and their marks apart; `line` and `column` are those of the first such letter.
pub fn decomposed(path: &SourcePath, line: u32, column: u32) -> Diagnostic {
    let message = "letters and their marks stand apart here (the text is not in Unicode form C)";
    let location = Location { path: path.clone(), place: Place::At { line, column } };
    let hint = "`songngu translations check --fix` puts them together; searching and comparing files needs it";
    Diagnostic::new(Code::UnicodeForm, message).located(location).hint(hint)
}
