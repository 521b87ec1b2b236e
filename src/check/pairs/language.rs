//! A text in the wrong language, or without its marks: `language-leftover`, `marks-missing`.
//!
//! What is known is Vietnamese and English.

use super::{Side, What};
use crate::diag::{Code, Diagnostic};
use crate::parse::body::BlockKind;
use crate::text;

pub(super) fn check(side: &Side<'_>, out: &mut Vec<Diagnostic>) {
    if matches!(side.what, What::Block(BlockKind::Code | BlockKind::Component)) {
        return;
    }
    let prose = &side.prose.text;
    let whole = 0..prose.len();
    let lang = side.lang;
    if lang.primary() != "vi" {
        if text::seems_vietnamese(prose) {
            let message = format!("this block of `{lang}` seems to be Vietnamese");
            out.push(Diagnostic::new(Code::LanguageLeftover, message).located(side.location()).hint("translate it"));
        }
        return;
    }
    if text::lacks_marks(prose) {
        let message = "this block seems to be Vietnamese without its marks";
        let hint = "write it with its marks: `Ha Noi` is not `Hà Nội`";
        out.push(Diagnostic::new(Code::MarksMissing, message).located(side.location()).hint(hint));
    } else if text::seems_english(prose) {
        let message = format!("this block of `{lang}` seems to be English");
        out.push(Diagnostic::new(Code::LanguageLeftover, message).located(side.location()).hint("translate it"));
    } else if let Some(range) = text::english_run(prose).filter(|range| *range != whole && !is_title(side, range)) {
        let message = format!("these words of a block of `{lang}` seem to be English");
        let hint = "translate them; a title or quotation in another language stands in quotation marks";
        out.push(side.report(Code::LanguageLeftover, &range, message).hint(hint));
    }
}

/// Whether a range is all of what stands in a link or is stressed, as titles are.
fn is_title(side: &Side<'_>, range: &std::ops::Range<usize>) -> bool {
    let (Some((edition, _)), Some(span)) = (side.block, side.prose.place(range)) else { return false };
    let before = edition.document.body.source.get(..span.start as usize).and_then(|text| text.chars().next_back());
    matches!(before, Some('[' | '_' | '*'))
}
