//! A concept of the glossary that one block names and its twin does not, in any of its forms: `term-differs`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Side, Twins};
use crate::diag::{Code, Diagnostic};
use crate::parse::body::{Event, Tag};
use crate::resolve::Kind;
use crate::text;

pub(super) fn check(twins: &Twins<'_>, out: &mut Vec<Diagnostic>) {
    let own = twins.page.filter(|page| page.kind == Kind::Term).map(|page| page.path.name());
    if twins.page.is_some_and(|page| page.kind == Kind::Glossary) {
        return;
    }
    for (side, twin) in twins.both() {
        let named = concepts(twins, side);
        let there = concepts(twins, twin);
        for (term, range) in named {
            let is_told = there.contains_key(&term) || own == Some(&*term) || mentions(twins, twin, &term);
            if is_told || twins.services.forms(&term).is_none() {
                continue;
            }
            let shown = &side.prose.text[range.clone()];
            let shown = if shown.is_empty() { &*term } else { shown };
            let message = format!("`{}` names the term `{shown}`, its twin in `{}` does not", side.lang, twin.lang);
            let edition = twins.services.site.termbase.terms.get(&term).and_then(|term| term.editions.get(twin.lang));
            let hint = match edition {
                Some(edition) => format!("the glossary calls it `{}` in `{}`", edition.term, twin.lang),
                None => format!("the glossary has no form of `{term}` in `{}`", twin.lang),
            };
            let diagnostic = side.report(Code::TermDiffers, &range, message);
            out.push(diagnostic.related(twin.location(), format!("`{}` does not name it", twin.lang)).hint(hint));
        }
    }
}

/// The terms that a text names, each with the place of the first.
fn concepts(twins: &Twins<'_>, side: &Side<'_>) -> BTreeMap<String, Range<usize>> {
    let mut found = BTreeMap::new();
    if let Some(matcher) = twins.services.matcher(side.lang) {
        for one in matcher.find(&side.prose.text).into_iter().filter(|one| one.links) {
            found.entry(one.id.to_string()).or_insert(one.range);
        }
    }
    if let Some((edition, unit)) = side.block {
        let body = &edition.document.body;
        for event in &body.events[unit.events.start as usize..unit.events.end as usize] {
            if let Event::Start(Tag::Term(number)) = event {
                found.entry(body.terms[*number as usize].id.clone()).or_insert(0..0);
            }
        }
    }
    found
}

/// Whether a text holds any form of a term, of whatever language and in whatever case, as whole words.
fn mentions(twins: &Twins<'_>, side: &Side<'_>, term: &str) -> bool {
    let prose = text::tone_placement(&side.prose.text).to_lowercase();
    let Some(forms) = twins.services.forms(term) else { return false };
    forms.iter().any(|form| {
        let form = text::tone_placement(form);
        prose.match_indices(&*form).any(|(at, found)| {
            let end = at + found.len();
            // English plurals and verbs: `models`, `trained` for `train`.
            let ends = text::is_word_boundary(&prose, end)
                || ["s", "es", "ed", "d", "ing"]
                    .iter()
                    .any(|more| prose[end..].starts_with(more) && text::is_word_boundary(&prose, end + more.len()));
            text::is_word_boundary(&prose, at) && ends
        })
    })
}
