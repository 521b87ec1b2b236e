//! Twins of different shape: `block-shape`. The level of a heading, the kind of a list, the number of a table's cells.

use super::{Side, Twins};
use crate::diag::{Code, Diagnostic};
use crate::parse::body::{BlockKind, Event, Tag};
use crate::translation::UnitKind;

pub(super) fn check(twins: &Twins<'_>, out: &mut Vec<Diagnostic>) {
    let [a, b] = &twins.sides;
    let (Some(first), Some(second)) = (shape(a), shape(b)) else { return };
    if first == second {
        return;
    }
    let message = format!("`{}` has {first} where `{}` has {second}", a.lang, b.lang);
    let diagnostic = Diagnostic::new(Code::BlockShape, message).located(a.location());
    let hint = "give both languages the same structure";
    out.push(diagnostic.related(b.location(), format!("`{}` has {second}", b.lang)).hint(hint));
}

/// What a block is, in words that can be compared.
fn shape(side: &Side<'_>) -> Option<String> {
    let (edition, unit) = side.block?;
    let UnitKind::Block(kind) = unit.id.kind else { return None };
    let body = &edition.document.body;
    let events = body.events.get(unit.events.start as usize..unit.events.end as usize)?;
    Some(match kind {
        BlockKind::Heading => match events.first() {
            Some(Event::Start(Tag::Heading(number))) => {
                format!("a heading of level {}", body.headings[*number as usize].level)
            }
            _ => return None,
        },
        BlockKind::Row => {
            let cells = events.iter().filter(|event| matches!(event, Event::Start(Tag::TableCell(_)))).count();
            format!("a row of {cells} cells")
        }
        BlockKind::Paragraph | BlockKind::Item => {
            let (in_list, numbered) = list(&body.events[..unit.events.start as usize]);
            match (in_list, numbered) {
                (true, true) => "an item of a numbered list".to_owned(),
                (true, false) => "an item of a list".to_owned(),
                (false, _) => "a paragraph".to_owned(),
            }
        }
        BlockKind::Code => "code".to_owned(),
        BlockKind::Title => "a title in a definition list".to_owned(),
        BlockKind::Definition => "a definition".to_owned(),
        BlockKind::Component => "a component".to_owned(),
    })
}

/// Whether these events end within a list, and whether it is numbered.
fn list(before: &[Event]) -> (bool, bool) {
    let mut closed = 0;
    for event in before.iter().rev() {
        match event {
            Event::End(Tag::List(_)) => closed += 1,
            Event::Start(Tag::List(first)) => {
                if closed == 0 {
                    return (true, first.is_some());
                }
                closed -= 1;
            }
            // Lists do not reach over these.
            Event::Start(Tag::Heading(_)) if closed == 0 => return (false, false),
            _ => {}
        }
    }
    (false, false)
}
