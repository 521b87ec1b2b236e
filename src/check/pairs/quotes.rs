//! Quotation marks of another language: `quotes-foreign`.
//!
//! Straight marks are made into the language's own when a page is built.

use super::Side;
use crate::diag::{Code, Diagnostic, Edit};
use crate::text;

pub(super) fn check(side: &Side<'_>, out: &mut Vec<Diagnostic>) {
    let quotes = text::quotes(side.lang);
    let own: Vec<char> = [quotes.open, quotes.close, quotes.inner_open, quotes.inner_close].concat().chars().collect();
    let found = text::double_quotes(&side.prose.text);
    let foreign: Vec<(usize, char)> =
        found.iter().copied().filter(|(_, mark)| *mark != '"' && !own.contains(mark)).collect();
    // In pairs, they can be made the language's own.
    let paired = foreign.len().is_multiple_of(2);
    for (number, (at, mark)) in foreign.iter().enumerate() {
        let right = if number % 2 == 0 { quotes.open } else { quotes.close };
        let range = *at..*at + mark.len_utf8();
        let message = format!("`{mark}` is no quotation mark of `{}`", side.lang);
        let hint = format!("write `{}…{}`, or straight marks", quotes.open, quotes.close);
        let diagnostic = side.report(Code::QuotesForeign, &range, message).hint(hint);
        let fix =
            side.prose.exact(&range).filter(|_| paired && opens(*mark, number % 2 == 0) && !right.contains('\u{202f}'));
        out.push(match fix {
            Some(span) => diagnostic.fix(Edit::new(side.path, span, right.to_owned())),
            None => diagnostic,
        });
    }
}

/// Whether the mark may stand at that end of a quotation, in the language that it is from.
fn opens(mark: char, first: bool) -> bool {
    if first {
        matches!(mark, '«' | '„' | '「' | '“' | '»' | '”')
    } else {
        matches!(mark, '»' | '“' | '」' | '”' | '«')
    }
}
