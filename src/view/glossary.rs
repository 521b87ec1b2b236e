//! Glossary entries and the index of terms, for one reader; and all of it, for other programs.

use super::content::{self, Content};
use super::context::Context;
use super::html;
use super::{GlossaryFileView, IndexedTermView, LetterView, LinkView, PageTermView, TermTwinView, TermView};
use crate::base::{Lang, Route};
use crate::glossary::export::{Concept, ConceptEdition, Format, Glossary, Plain};
use crate::glossary::{self, Term, TermEdition};
use crate::resolve::Page;

/// The entry that a term's page shows, without the pages that mention it: [`super::mentions`] adds them. `None` if the page's entry could not be read.
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
        avoid: edition.avoid.clone(),
        short: short(context, term, page, written_in, root),
        twins: twins(context, term, page, written_in),
        related,
        mentioned: Vec::new(),
        mentioned_more: 0,
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
    short_text_of(context, page, written_in, edition)
}

fn short_text_of(context: &Context<'_>, page: &Page, lang: &Lang, edition: &TermEdition) -> Option<String> {
    let body = edition.short.as_ref()?;
    let references = content::references_of_short(context, page, lang, "", body);
    Some(content::shown_text(body, &references, 0..body.end()))
}

/// The whole glossary, to be exported.
pub fn vocabulary(context: &Context<'_>) -> Glossary {
    let site = context.site;
    let first = &site.languages()[0];
    let concept = |(id, term): (&String, &Term)| {
        let page = site.pages.get(&term.page)?;
        let edition = |lang: &Lang| concept_edition(context, page, lang, term.editions.get(lang)?);
        Some(Concept {
            id: id.clone(),
            acronym: term.acronym.as_deref().map(Plain::new),
            related: term.related.iter().map(|related| related.value.clone()).collect(),
            link: term.link,
            editions: site.languages().iter().filter_map(edition).collect(),
        })
    };
    Glossary {
        title: Plain::new(&context.site_title(first)),
        address: site.config.base_url.clone(),
        languages: site.languages().to_vec(),
        concepts: site.termbase.terms.iter().filter_map(concept).collect(),
    }
}

fn concept_edition(context: &Context<'_>, page: &Page, lang: &Lang, edition: &TermEdition) -> Option<ConceptEdition> {
    let TermEdition { term, forms, avoid, short: _ } = edition;
    let texts = |texts: &[String]| texts.iter().map(|text| Plain::new(text)).collect();
    Some(ConceptEdition {
        lang: lang.clone(),
        term: Plain::new(term),
        forms: texts(forms),
        avoid: texts(avoid),
        short: short_text_of(context, page, lang, edition).map(|short| Plain::new(&short)),
        url: context.site.absolute(page.routes.get(lang)?),
    })
}

/// The glossary's files, on its page; empty if there are none.
pub(super) fn files(context: &Context<'_>) -> Vec<GlossaryFileView> {
    let view = |(format, route): (Format, Route)| GlossaryFileView { format: format.name(), route: route.encoded() };
    context.site.glossary_files().into_iter().map(view).collect()
}

/// The term in the other languages that have it.
fn twins(context: &Context<'_>, term: &Term, page: &Page, lang: &Lang) -> Vec<TermTwinView> {
    let others = context.site.languages().iter().filter(|other| *other != lang);
    let twin = |other: &Lang| {
        Some(TermTwinView {
            lang: other.clone(),
            language: context.name_of(other),
            term: term.editions.get(other)?.term.clone(),
            forms: term.editions.get(other)?.forms.clone(),
            route: page.routes.get(other)?.encoded(),
        })
    };
    others.filter_map(twin).collect()
}

/// The index of terms by the letters of the language's alphabet, those included with which no term begins.
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
