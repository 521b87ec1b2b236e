//! How texts use the glossary: `form-avoided`, `form-common`, `term-unused`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{has_avoided, in_language, place_of_term, plain, span_of};
use crate::base::{Lang, SourcePath, Span};
use crate::check::tally::{TextTally, Totals};
use crate::diag::{Code, Diagnostic};
use crate::glossary::{Matcher, form_key};
use crate::parse::body::Event;
use crate::resolve::{Edition, Page, Site, TermMark, page_uses};

/// A single word is most likely an ordinary one if it appears at least so often,
const OFTEN: usize = 10;
/// and in at least one of so many paragraphs, lines of lists and the like.
const EVERY: usize = 2;

pub(super) fn check(site: &Site, totals: &Totals) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for lang in site.languages() {
        diagnostics.extend(common(site, lang, totals));
    }
    diagnostics.extend(unused(site, totals));
    diagnostics
}

/// Forms that should not be used, in a page's texts and front matter.
pub(super) fn of_page(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (lang, edition) in &page.editions {
        diagnostics.extend(edition.marks.iter().filter_map(|mark| avoided_in_text(site, lang, edition, mark)));
    }
    for lang in page.editions.keys().filter(|lang| has_avoided(site, lang)) {
        let Some(matcher) = site.matchers.get(lang) else { continue };
        diagnostics.extend(avoided_in_front(site, lang, page, matcher));
    }
    diagnostics
}

/// A form that should not be used: the id of its term and the form as it is written.
pub(super) fn avoided(
    site: &Site,
    lang: &Lang,
    (id, form): (&str, &str),
    path: &SourcePath,
    span: Span,
) -> Option<Diagnostic> {
    let preferred = &site.termbase.terms.get(id)?.editions.get(lang)?.term;
    let message = format!("the glossary says to avoid `{form}`");
    Some(Diagnostic::new(Code::FormAvoided, message).at(path, span).hint(format!("write `{preferred}`")))
}

fn avoided_in_text(site: &Site, lang: &Lang, edition: &Edition, mark: &TermMark) -> Option<Diagnostic> {
    if !mark.avoided {
        return None;
    }
    let document = &edition.document;
    let block = || {
        let within = |block: &&crate::parse::body::Block| block.events.contains(&mark.start.0);
        document.body.blocks.iter().find(within).map(|block| block.span)
    };
    let exact = span_of(&document.body, mark.start, mark.end);
    let form = exact.map(|span| span.text(&document.body.source).split_whitespace().collect::<Vec<_>>().join(" "));
    let form = form.unwrap_or_default();
    let diagnostic = avoided(site, lang, (&mark.term, &form), &document.path, exact.or_else(block)?)?;
    let hint = format!("{}, or `[[!{form}]]` where these very words are meant", diagnostic.hint.as_deref()?);
    Some(diagnostic.hint(hint))
}

/// Forms to avoid in titles, descriptions and short definitions, but for those of the term itself.
fn avoided_in_front(site: &Site, lang: &Lang, page: &Page, matcher: &Matcher) -> Vec<Diagnostic> {
    let Some(edition) = page.editions.get(lang) else { return Vec::new() };
    let own = &edition.document.own;
    let titles = [&own.title, &own.menu_title, &own.description].into_iter().flatten();
    let mut texts: Vec<(String, Span)> = titles.map(|text| (text.value.clone(), text.span)).collect();
    texts.extend(own.term.short.as_ref().map(|short| (plain(&short.value), short.span)));
    let mut diagnostics = Vec::new();
    for (text, span) in &texts {
        for found in matcher.find(text).into_iter().filter(|found| found.avoided) {
            let is_own = site.term_page(found.id).is_some_and(|own| own.path == page.path);
            if !is_own {
                let form = &text[found.range.clone()];
                diagnostics.extend(avoided(site, lang, (found.id, form), &edition.document.path, *span));
            }
        }
    }
    diagnostics
}

/// The words of a text that alone stand for a term.
pub(in crate::check) fn tally(edition: &Edition) -> TextTally {
    let body = &edition.document.body;
    let mut written: BTreeMap<(&Arc<str>, &str), usize> = BTreeMap::new();
    for mark in edition.marks.iter().filter(|mark| mark.start.0 == mark.end.0) {
        let Some(Event::Text(piece)) = body.events.get(mark.start.0 as usize) else { continue };
        let Some(text) = body.str(*piece).get(mark.start.1 as usize..mark.end.1 as usize) else { continue };
        if text.contains(char::is_whitespace) || !text.chars().any(char::is_lowercase) {
            continue;
        }
        *written.entry((&mark.term, text)).or_default() += 1;
    }
    let key = |((term, text), count): ((&Arc<str>, &str), usize)| {
        form_key(&text.to_lowercase()).map(|key| ((term.clone(), key), count))
    };
    TextTally { blocks: body.blocks.len(), words: written.into_iter().filter_map(key).collect() }
}

/// The terms that a page mentions in any language: in texts, short definitions and timelines.
pub(in crate::check) fn mentioned(site: &Site, page: &Page) -> BTreeSet<Arc<str>> {
    let mut ids = BTreeSet::new();
    page_uses(site, page, |_, id| {
        if !ids.contains(id) {
            ids.insert(Arc::from(id));
        }
    });
    ids
}

/// Forms of one word that are so frequent in a language's texts that they are most likely an ordinary word, too.
fn common(site: &Site, lang: &Lang, totals: &Totals) -> Vec<Diagnostic> {
    let blocks = totals.blocks(lang);
    let is_common = |count: usize| count >= OFTEN && count * EVERY >= blocks;
    let common: Vec<(&str, &str, usize)> = totals.words(lang).filter(|(_, _, count)| is_common(*count)).collect();
    let mut diagnostics = Vec::new();
    for (id, term, edition) in in_language(site, lang) {
        if term.link != crate::parse::front::LinkPolicy::Auto {
            continue;
        }
        for (_, form, count) in common.iter().filter(|(of, _, _)| *of == id) {
            let message = format!("the form `{form}` matches {count} times: it may be an ordinary word");
            let hint = "choose a longer form, or say `link: explicit` and mark the term where it is meant";
            let diagnostic = Diagnostic::new(Code::FormCommon, message).located(place_of_term(edition));
            diagnostics.push(diagnostic.hint(hint));
        }
    }
    diagnostics
}

/// Terms that no text mentions, in any language. While pages are held back, one of them may.
fn unused(site: &Site, totals: &Totals) -> Vec<Diagnostic> {
    if site.held_back > 0 {
        return Vec::new();
    }
    let mut diagnostics = Vec::new();
    for (id, term) in site.termbase.terms.iter().filter(|(id, _)| !totals.is_mentioned(id)) {
        let edition = site.pages.get(&term.page).and_then(|page| page.editions.values().next());
        let Some(edition) = edition else { continue };
        let diagnostic = Diagnostic::new(Code::TermUnused, format!("no text mentions the term `{id}`"));
        let hint = format!("write `[[{id}]]` where it belongs, add the forms that texts use, or remove the entry");
        diagnostics.push(diagnostic.located(place_of_term(edition)).hint(hint));
    }
    diagnostics
}
