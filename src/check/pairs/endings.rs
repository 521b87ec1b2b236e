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

/// Whether two endings say different things. A full stop more or less is a matter of taste, an exclamation mark nearly.
fn contradict(a: Ending, b: Ending, is_label: bool) -> bool {
    use Ending::{Colon, Comma, Ellipsis, Exclamation, Open, Question, Semicolon, Stop};
    let class = |ending: Ending| match ending {
        Open | Stop | Exclamation | Semicolon | Comma | Ellipsis => 0,
        Question => 1,
        Colon => 2,
    };
    if is_label { (a == Question) != (b == Question) } else { class(a) != class(b) }
}
