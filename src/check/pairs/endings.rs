//! Twins that end with different marks: `ending-differs`.

use super::Twins;
use crate::diag::{Code, Diagnostic};
use crate::parse::body::BlockKind;
use crate::text::{self, Ending};

pub(super) fn check(twins: &Twins<'_>, out: &mut Vec<Diagnostic>) {
    let [a, b] = &twins.sides;
    if a.prose.is_empty()
        || b.prose.is_empty()
        || matches!(a.what, super::What::Block(BlockKind::Row | BlockKind::Code))
    {
        return;
    }
    // What stands in brackets at the end is a remark: its mark is not the sentence's.
    if [a, b].iter().any(|side| side.prose.text.trim_end().ends_with(')')) {
        return;
    }
    let (first, second) = (text::ending(&a.prose.text), text::ending(&b.prose.text));
    if !contradict(first, second, a.what.is_label()) {
        return;
    }
    let message = format!("`{}` ends {} where `{}` ends {}", a.lang, first.name(), b.lang, second.name());
    let diagnostic = Diagnostic::new(Code::EndingDiffers, message).located(a.location());
    out.push(
        diagnostic
            .related(b.location(), format!("`{}`", b.lang))
            .hint("end both alike, unless the languages want it otherwise"),
    );
}

/// Whether two endings say different things: a question and a statement, or a colon and nothing before what it
/// announces. A full stop or exclamation mark more or less is a matter of taste, and so is a colon for a full stop.
fn contradict(a: Ending, b: Ending, is_label: bool) -> bool {
    use Ending::{Colon, Exclamation, Open, Question, Stop};
    let asks = |one, other| one == Question && matches!(other, Open | Stop | Colon | Exclamation);
    let announces = |one, other| one == Colon && other == Open;
    asks(a, b) || asks(b, a) || (!is_label && (announces(a, b) || announces(b, a)))
}
