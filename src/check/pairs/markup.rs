//! Markup that twins do not share: `markup-differs`. Stress, what is struck out, formulas.

use std::collections::BTreeMap;

use super::{Side, Twins};
use crate::diag::{Code, Diagnostic};
use crate::parse::body::{Event, Tag};

pub(super) fn check(twins: &Twins<'_>, out: &mut Vec<Diagnostic>) {
    let [a, b] = &twins.sides;
    let found = twins.sides.each_ref().map(markup);
    for (at, (side, twin)) in [(a, b), (b, a)].into_iter().enumerate() {
        for (what, count) in &found[at] {
            let there = found[1 - at].get(what).copied().unwrap_or(0);
            // A term may be stressed in both languages on one side: only what is missing altogether counts.
            if *count > 0 && there == 0 {
                let message = format!("`{}` has {what}, `{}` has none", side.lang, twin.lang);
                let diagnostic = Diagnostic::new(Code::MarkupDiffers, message).located(side.location());
                let label = format!("`{}`", twin.lang);
                out.push(diagnostic.related(twin.location(), label).hint("mark up the same words in both languages"));
            }
        }
    }
}

fn markup(side: &Side<'_>) -> BTreeMap<&'static str, usize> {
    let mut found = BTreeMap::new();
    let Some((edition, unit)) = side.block else { return found };
    for event in &edition.document.body.events[unit.events.start as usize..unit.events.end as usize] {
        let what = match event {
            Event::Start(Tag::Emphasis | Tag::Strong) => "stress",
            Event::Start(Tag::Strikethrough) => "words struck out",
            Event::InlineMath(_) | Event::DisplayMath(_) => "a formula",
            _ => continue,
        };
        *found.entry(what).or_insert(0) += 1;
    }
    found
}
