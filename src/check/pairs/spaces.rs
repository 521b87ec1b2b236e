//! White space that is not meant: `space-doubtful`. Two spaces between words, a space before a mark.

use super::{Side, What};
use crate::diag::{Code, Diagnostic, Edit};
use crate::parse::body::BlockKind;

pub(super) fn check(side: &Side<'_>, out: &mut Vec<Diagnostic>) {
    if matches!(side.what, What::Block(BlockKind::Code | BlockKind::Component)) {
        return;
    }
    let prose = &side.prose.text;
    let letters: Vec<(usize, char)> = prose.char_indices().collect();
    let mut at = 0;
    while at < letters.len() {
        let run = letters[at..].iter().take_while(|(_, letter)| *letter == ' ').count();
        if run == 0 {
            at += 1;
            continue;
        }
        let end = at + run;
        let before = at.checked_sub(1).map(|before| letters[before].1);
        let after = letters.get(end).map(|(_, letter)| *letter);
        // At the start and end of a line or cell, space means nothing.
        if let (Some(before), Some(after)) = (before, after)
            && !before.is_whitespace()
            && !after.is_whitespace()
        {
            let range = letters[at].0..letters[end].0;
            let is_mark = has_no_space_before(side.lang.primary(), after)
                && before.is_alphanumeric()
                && letters.get(end + 1).is_none_or(|(_, next)| next.is_whitespace());
            let found = match (is_mark, run) {
                (true, _) => Some((format!("a space before `{after}`"), "")),
                (false, 2..) => Some((format!("{run} spaces where one is enough"), " ")),
                _ => None,
            };
            if let Some((message, right)) = found {
                let diagnostic = side.report(Code::SpaceDoubtful, &range, message).hint("delete it");
                out.push(match side.prose.exact(&range) {
                    Some(span) => diagnostic.fix(Edit::new(side.path, span, right.to_owned())),
                    None => diagnostic,
                });
            }
        }
        at = end;
    }
}

/// Whether a language writes no space before that mark. French does before most of them.
fn has_no_space_before(primary: &str, mark: char) -> bool {
    match primary {
        "vi" | "en" | "de" | "es" | "it" | "pt" | "nl" | "pl" | "ru" | "uk" | "id" | "ms" | "tr" => {
            matches!(mark, ',' | '.' | ';' | ':' | '!' | '?')
        }
        _ => false,
    }
}
