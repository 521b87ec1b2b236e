//! A block without a twin: `block-missing`.

use super::Side;
use crate::diag::{Code, Diagnostic, Location};
use crate::resolve::Pair;

pub(super) fn check(pair: &Pair<'_>, row: usize, side: Option<Side<'_>>, out: &mut Vec<Diagnostic>) {
    let Some(side) = side else { return };
    let Some((_, unit)) = side.block else { return };
    let other = usize::from(pair.langs[0] == side.lang);
    let other_path = &pair.editions[other].document.path;
    let other_lang = pair.langs[other];
    // Where it would stand: after the twin of what comes before it.
    let before = pair.rows[..row].iter().rev().find_map(|row| pair.blocks(row)[other]);
    let (there, label) = match before {
        Some(unit) => {
            let span = super::trimmed(unit.span, &pair.editions[other].document.body.source);
            (Location::span(other_path, span), "its twin would stand after this")
        }
        None => (Location::file(other_path), "its twin would stand at the start of this"),
    };
    let message = format!("the block `{}` of `{}` has no twin in `{other_lang}`", unit.id, side.lang);
    let hint = "translate it, or delete it; if two blocks were made one, divide them alike in both languages";
    out.push(Diagnostic::new(Code::BlockMissing, message).located(side.location()).related(there, label).hint(hint));
}
