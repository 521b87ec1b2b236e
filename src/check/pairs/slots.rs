//! References that twins do not share: `footnote-differs`, `citation-differs`, `figure-differs`, `component-differs`.
//!
//! How often a source is cited or a term named does not matter, but a figure's format and place do not matter either.

use std::collections::BTreeMap;

use super::{Side, Twins};
use crate::base::Span;
use crate::diag::{Code, Diagnostic};
use crate::parse::body::{Event, Tag};

/// What is compared, with its code and what to do about it.
const KINDS: [(Code, &str); 4] = [
    (Code::FigureDiffers, "show the same figure in both languages: it is typed once and written right in each"),
    (Code::CitationDiffers, "cite the same sources in both languages"),
    (Code::FootnoteDiffers, "put the same footnotes into both languages"),
    (Code::ComponentDiffers, "call the same components in both languages"),
];

pub(super) fn check(twins: &Twins<'_>, out: &mut Vec<Diagnostic>) {
    let found = twins.sides.each_ref().map(slots);
    for (at, (side, twin)) in twins.both().into_iter().enumerate() {
        for (code, hint) in KINDS {
            let (own, other) = (of(&found[at], code), of(&found[1 - at], code));
            for (name, (count, span)) in own {
                let there = other.get(name).map_or(0, |(count, _)| *count);
                // Footnotes have other labels in each language: their number is compared.
                let lacks = if code == Code::FootnoteDiffers { count > there } else { there == 0 };
                if lacks {
                    let message = format!("{name} stands in `{}` but not in `{}`", side.lang, twin.lang);
                    let diagnostic = Diagnostic::new(code, message).at(side.path, span);
                    out.push(diagnostic.related(twin.location(), format!("`{}` lacks it", twin.lang)).hint(hint));
                }
            }
        }
    }
}

/// By code and what is shown of it: how often, and where first.
type Slots = BTreeMap<(Code, String), (usize, Span)>;

fn of(slots: &Slots, code: Code) -> BTreeMap<&str, (usize, Span)> {
    slots.iter().filter(|((own, _), _)| *own == code).map(|((_, name), found)| (name.as_str(), *found)).collect()
}

fn slots(side: &Side<'_>) -> Slots {
    let mut slots = Slots::new();
    let Some((edition, unit)) = side.block else { return slots };
    let body = &edition.document.body;
    let mut add = |code, name: String, span: Span| {
        let slot = slots.entry((code, name)).or_insert((0, span));
        slot.0 += 1;
    };
    for event in &body.events[unit.events.start as usize..unit.events.end as usize] {
        match event {
            Event::Figure(number) => {
                let figure = &body.figures[*number as usize];
                add(Code::FigureDiffers, format!("the figure `{}`", figure.id), figure.span);
            }
            Event::Citation(first, last) => {
                for citation in &body.citations[*first as usize..*last as usize] {
                    add(Code::CitationDiffers, format!("the citation `@{}`", citation.id), citation.span);
                }
            }
            Event::Footnote(number) => {
                // A reference has no place of its own.
                let _ = number;
                add(Code::FootnoteDiffers, "a footnote".to_owned(), side.span);
            }
            Event::Component(number) | Event::Start(Tag::Component(number)) => {
                let component = &body.components[*number as usize];
                add(Code::ComponentDiffers, format!("the component `{}`", component.name), component.span);
            }
            _ => {}
        }
    }
    slots
}
