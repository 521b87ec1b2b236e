//! Glossary entries and the index of terms, for one reader.

use super::content::{self, Content};
use super::context::Context;
use super::html;
use super::{IndexedTermView, LetterView, LinkView, PageTermView, TermTwinView, TermView};
use crate::base::Lang;
use crate::glossary::{self, Term};
use crate::resolve::Page;

/// The entry that a term's page shows. `None` if the page's entry could not be read.
pub(super) fn term(context: &Context<'_>, page: &Page, lang: &Lang, root: &str) -> Option<TermView> {
    let site = context.site;
    let id = page.path.name();
    let term = site.termbase.terms.get(id)?;
    let (written_in, edition) = term.edition(lang, site.languages())?;
    let mut related: Vec<LinkView> =
        term.related.iter().filter_map(|id| context.link(site.term_page(&id.value)?, lang)).collect();
    related.sort_by(|a, b| context.language(lang).collator.compare(&a.title, &b.title));
    Some(TermView {
        id: id.to_owned(),
        term: edition.term.clone(),
        acronym: term.acronym.clone(),
        forms: edition.forms.clone(),
        short: short(context, term, page, written_in, root),
        twins: twins(context, term, page, written_in),
        related,
        mentioned: page.mentioned_by.iter().filter_map(|path| context.link(site.pages.get(path)?, lang)).collect(),
    })
}

/// The terms that a text refers to, in its order; only those that have a page.
pub(super) fn listed(context: &Context<'_>, content: &Content<'_>, lang: &Lang, root: &str) -> Vec<PageTermView> {
    let written_in = content.lang();
    let view = |id: &str| {
        let term = context.site.termbase.terms.get(id)?;
        let page = context.site.pages.get(&term.page)?;
        let (found, edition) = term.edition(written_in, context.site.languages())?;
        Some(PageTermView {
            id: id.to_owned(),
            term: edition.term.clone(),
            lang: (found != written_in).then(|| found.clone()),
            acronym: term.acronym.clone().filter(|acronym| *acronym != edition.term),
            short: short(context, term, page, found, root),
            route: page.route(lang, context.site.languages())?.0.encoded(),
            backlink: format!("r-{id}-1"),
        })
    };
    content.listed_terms().into_iter().filter_map(view).collect()
}

/// The short definition as HTML; empty if there is none.
fn short(context: &Context<'_>, term: &Term, page: &Page, lang: &Lang, root: &str) -> String {
    let body = term.editions.get(lang).and_then(|edition| edition.short.as_ref());
    body.map(|body| {
        let references = content::references_of_short(context, page, lang, root, body);
        html::inline(body, &references, &context.language(lang).labels)
    })
    .unwrap_or_default()
}

/// The short definition without markup.
pub(super) fn short_text(context: &Context<'_>, page: &Page, lang: &Lang) -> Option<String> {
    let term = context.site.termbase.terms.get(page.path.name())?;
    let (written_in, edition) = term.edition(lang, context.site.languages())?;
    let body = edition.short.as_ref()?;
    let references = content::references_of_short(context, page, written_in, "", body);
    Some(content::shown_text(body, &references, 0..body.end()))
}

/// The term in the other languages that have it.
fn twins(context: &Context<'_>, term: &Term, page: &Page, lang: &Lang) -> Vec<TermTwinView> {
    let others = context.site.languages().iter().filter(|other| *other != lang);
    let twin = |other: &Lang| {
        Some(TermTwinView {
            lang: other.clone(),
            language: context.name_of(other),
            term: term.editions.get(other)?.term.clone(),
            route: page.routes.get(other)?.encoded(),
        })
    };
    others.filter_map(twin).collect()
}

/// The index of terms by the letters of the language's alphabet.
pub(super) fn index(context: &Context<'_>, lang: &Lang, root: &str) -> Vec<LetterView> {
    let site = context.site;
    let letters = glossary::index(&site.termbase, lang, &context.language(lang).collator);
    let entry = |id: &String| {
        let term = site.termbase.terms.get(id)?;
        let page = site.pages.get(&term.page)?;
        Some(IndexedTermView {
            id: id.clone(),
            term: term.editions.get(lang)?.term.clone(),
            acronym: term.acronym.clone(),
            short: short(context, term, page, lang, root),
            route: page.routes.get(lang)?.encoded(),
            twins: twins(context, term, page, lang),
        })
    };
    let letter = |(at, letter): (usize, &glossary::Letter)| LetterView {
        letter: letter.letter.clone(),
        id: format!("letter-{}", at + 1),
        terms: letter.terms.iter().filter_map(entry).collect(),
    };
    letters.iter().enumerate().map(letter).collect()
}
