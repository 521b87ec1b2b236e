//! A concept of the glossary that one block names and its twin does not, in any of its forms: `term-absent`; or
//! names another one instead: `term-differs`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Side, Twins};
use crate::diag::{Code, Diagnostic, Location};
use crate::parse::body::{Event, Tag};
use crate::resolve::Kind;
use crate::text;
use crate::translation::{FrontKey, UnitKind};

pub(super) fn check(twins: &Twins<'_>, out: &mut Vec<Diagnostic>) {
    // A menu has room for a word or two.
    let is_short =
        |side: &Side<'_>| side.block.is_some_and(|(_, unit)| unit.id.kind == UnitKind::Front(FrontKey::MenuTitle));
    if twins.page.is_some_and(|page| page.kind == Kind::Glossary) || is_short(&twins.sides[0]) {
        return;
    }
    let [a, b] = &twins.sides;
    let (mut one, mut two) = (left(twins, a, b), left(twins, b, a));
    let both = one.len().min(two.len());
    for ((first, here), (second, there)) in one.drain(..both).zip(two.drain(..both)) {
        let (said, other) = (shown(a, &first, &here), shown(b, &second, &there));
        let message = format!("`{}` names the term `{said}` where `{}` names `{other}`", a.lang, b.lang);
        let place = b.prose.place(&there).unwrap_or(b.span);
        let diagnostic = a.report(Code::TermDiffers, &here, message).hint(called(twins, &first, b));
        out.push(diagnostic.related(Location::span(b.path, place), format!("`{}`", b.lang)));
    }
    for (side, twin, left) in [(a, b, one), (b, a, two)] {
        for (term, range) in left {
            let said = shown(side, &term, &range);
            let message = format!("`{}` names the term `{said}`, its twin in `{}` does not", side.lang, twin.lang);
            let diagnostic = side.report(Code::TermAbsent, &range, message).hint(called(twins, &term, twin));
            out.push(diagnostic.related(twin.location(), format!("`{}` does not name it", twin.lang)));
        }
    }
}

/// The terms that a text names and its twin does not, each with the place of the first.
fn left(twins: &Twins<'_>, side: &Side<'_>, twin: &Side<'_>) -> Vec<(String, Range<usize>)> {
    let own = twins.page.filter(|page| page.kind == Kind::Term).map(|page| page.path.name());
    let there = concepts(twins, twin);
    let is_told = |term: &str| there.contains_key(term) || own == Some(term) || mentions(twins, twin, term);
    let is_known = |term: &str| twins.services.forms(term).is_some();
    concepts(twins, side).into_iter().filter(|(term, _)| is_known(term) && !is_told(term)).collect()
}

fn shown<'a>(side: &'a Side<'_>, term: &'a str, range: &Range<usize>) -> &'a str {
    if range.is_empty() { term } else { &side.prose.text[range.clone()] }
}

/// What the glossary calls a term in the other language.
fn called(twins: &Twins<'_>, term: &str, twin: &Side<'_>) -> String {
    let entry = twins.services.site.termbase.terms.get(term);
    match entry.and_then(|entry| entry.editions.get(twin.lang)) {
        Some(edition) => format!("the glossary calls it `{}` in `{}`", edition.term, twin.lang),
        None => format!("the glossary has no form of `{term}` in `{}`", twin.lang),
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
