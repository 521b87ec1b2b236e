//! A text of data that has not followed a change of another language: `twin-behind`.
//!
//! One that a language has lost is `text-missing`.

use crate::diag::{Code, Diagnostic, Location};
use crate::resolve::{Site, WaitingText};
use crate::translation::{Side, State};

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    site.data.waiting.iter().filter_map(diagnostic).collect()
}

fn diagnostic(waiting: &WaitingText) -> Option<Diagnostic> {
    let WaitingText { path, page: _, id, shown_by: _, langs: [a, b], state, spans } = waiting;
    let (side, message, label) = match state {
        State::Behind(Side::A) => (Side::A, format!("`{id}` in `{a}` is behind `{b}`"), "this has moved"),
        State::Behind(Side::B) => (Side::B, format!("`{id}` in `{b}` is behind `{a}`"), "this has moved"),
        State::Conflict => {
            let message = format!("`{id}` has moved in both `{a}` and `{b}` since they last agreed");
            (Side::A, message, "this has moved, too")
        }
        State::Agreed | State::New | State::Missing(_) => return None,
    };
    let hint = format!(
        "see what moved with `songngu translations diff {path}`; when both say the same, `songngu translations agree {path}#{id}`"
    );
    let diagnostic = Diagnostic::new(Code::TwinBehind, message).at(path, spans[side.index()]).hint(hint);
    Some(diagnostic.related(Location::span(path, spans[side.other().index()]), label))
}
