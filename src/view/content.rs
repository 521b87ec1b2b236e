//! The text of a page with all its references followed, for one reader.

use std::borrow::Cow;

use super::context::Context;
use super::figures::{self, Numbering};
use super::html::{self, Href, InlineFigure, Labels, References, TermLink};
use super::{QuestionView, TocView};
use crate::base::Lang;
use crate::parse::body::{BlockKind, Body, Event, Tag};
use crate::parse::front::{FigureValue, LinkPolicy};
use crate::resolve::{Edition, LinkTarget, Page, PartIds, TermMark};
use crate::translation::HeadingId;

/// A text ready to be written as HTML, but for its components.
pub struct Content<'a> {
    body: &'a Body,
    references: References,
    labels: Cow<'a, Labels>,
}

impl Content<'_> {
    /// The text as HTML; `components` renders what it calls.
    pub fn html(&self, components: &mut dyn html::Components) -> String {
        html::blocks(self.body, &self.references, &self.labels, components)
    }

    /// The text as HTML part by part, and its footnotes; see [`html::units`].
    pub fn units(&self, components: &mut dyn html::Components, prefix: &str) -> (Vec<html::Unit>, String) {
        html::units(self.body, &self.references, &self.labels, components, prefix)
    }

    /// The language that the text is written in.
    pub fn lang(&self) -> &Lang {
        &self.body.lang
    }
}

/// Where references to glossary terms lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Terms {
    /// To the page's own list of terms.
    Listed,
    /// To the terms' pages.
    Linked,
}

/// Makes the content of an edition for a reader of `lang`.
pub(super) fn content<'a>(
    context: &'a Context<'_>,
    page: &Page,
    edition: &'a Edition,
    lang: &Lang,
    root: &str,
    numbering: &mut Numbering,
    terms: Terms,
) -> Content<'a> {
    let body = &edition.document.body;
    let written_in = &edition.document.lang;
    let mut references = references(context, page, lang, written_in, root, body);
    references.links = edition.links.iter().map(|target| href(context, target, lang, root)).collect();
    references.heading_ids = edition.heading_ids.clone();
    references.part_ids = edition.part_ids.clone();
    references.citations =
        body.citations.iter().map(|citation| numbering.cite(context, written_in, &citation.id)).collect();
    let marks: Vec<&TermMark> = edition.marks.iter().filter(|mark| mark.links || mark.lang.is_some()).collect();
    let mark = |mark: &&TermMark| {
        let mut link = term_link(context, page, lang, written_in, root, &mark.term);
        link.lang = mark.lang.clone();
        if !mark.links {
            (link.href, link.hreflang) = (None, None);
        }
        html::Mark { start: mark.start, end: mark.end, link }
    };
    references.marks = marks.iter().map(mark).collect();
    if terms == Terms::Listed {
        let explicit = body.terms.iter().map(|use_| use_.id.as_str()).zip(&mut references.terms);
        let found = marks.iter().map(|mark| &*mark.term).zip(references.marks.iter_mut().map(|mark| &mut mark.link));
        for (id, link) in explicit.chain(found).filter(|(_, link)| link.href.is_some()) {
            link.href = Some(format!("#d-{id}"));
            link.hreflang = None;
            link.listed = Some(id.to_owned());
        }
    }
    let labels = &context.language(written_in).labels;
    let labels = if body.footnotes.len() > labels.footnote.len() {
        let mut more = labels.clone();
        context.label_footnotes(written_in, &mut more, body.footnotes.len());
        Cow::Owned(more)
    } else {
        Cow::Borrowed(labels)
    };
    Content { body, references, labels }
}

/// The references of a short text, which has no links, headings or citations of its own.
pub(super) fn references_of_short(
    context: &Context<'_>,
    page: &Page,
    lang: &Lang,
    root: &str,
    body: &Body,
) -> References {
    let mut references = references(context, page, lang, lang, root, body);
    references.links = body
        .links
        .iter()
        .map(|link| match &link.target {
            crate::parse::body::Target::External(address) => Href::To(address.clone(), None),
            _ => Href::Nowhere,
        })
        .collect();
    references.citations = vec![None; body.citations.len()];
    references
}

/// Terms and figures; links, headings and citations are the caller's.
fn references(
    context: &Context<'_>,
    page: &Page,
    lang: &Lang,
    written_in: &Lang,
    root: &str,
    body: &Body,
) -> References {
    let term = |id: &str| term_link(context, page, lang, written_in, root, id);
    let figure = |use_: &crate::parse::body::FigureUse| {
        let figure = page.shared.figures.get(&use_.id)?;
        let text = context.figure_text(written_in, &figure.value, use_.format.unwrap_or(figure.format));
        Some(match &figure.value {
            FigureValue::Date(date) => InlineFigure::Date(*date, text),
            value => InlineFigure::Number(figures::machine_value(value), text),
        })
    };
    References {
        links: Vec::new(),
        marks: Vec::new(),
        terms: body.terms.iter().map(|use_| term(&use_.id)).collect(),
        figures: body.figures.iter().map(figure).collect(),
        citations: Vec::new(),
        heading_ids: Vec::new(),
        part_ids: PartIds::default(),
    }
}

/// What is shown of a term, in a text written in `written_in` for a reader of `lang`.
fn term_link(context: &Context<'_>, page: &Page, lang: &Lang, written_in: &Lang, root: &str, id: &str) -> TermLink {
    let languages = context.site.languages();
    let Some(term) = context.site.termbase.terms.get(id) else {
        return TermLink { listed: None, href: None, hreflang: None, text: id.to_owned(), lang: None };
    };
    let (found, edition) = term.edition(written_in, languages).expect("a term has an edition");
    let route = context.site.pages.get(&term.page).filter(|other| other.path != page.path);
    let route = route.filter(|_| term.link != LinkPolicy::Never);
    let route = route.and_then(|other| other.route(lang, languages));
    TermLink {
        listed: None,
        href: route.map(|(route, _)| format!("{root}{}", route.encoded())),
        hreflang: route.and_then(|(_, awaits)| awaits.cloned()),
        text: edition.term.clone(),
        lang: (found != written_in).then(|| found.clone()),
    }
}

/// Where a link leads for a reader of `lang`.
fn href(context: &Context<'_>, target: &LinkTarget, lang: &Lang, root: &str) -> Href {
    let fragment = |anchor: Option<&String>| anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
    match target {
        LinkTarget::External(address) => Href::To(address.clone(), None),
        LinkTarget::Anchor(anchor) => Href::To(format!("#{anchor}"), None),
        LinkTarget::Asset(route) => Href::To(format!("{root}{}", route.encoded()), None),
        LinkTarget::Broken => Href::Nowhere,
        LinkTarget::Page { page, lang: chosen, anchor } => {
            let wanted = chosen.as_ref().unwrap_or(lang);
            let found = context.site.pages.get(page);
            let route = found.and_then(|page| page.route(wanted, context.site.languages()));
            let Some((route, other)) = route else { return Href::Nowhere };
            // An edition that lacks the section is shown from its beginning.
            let has = |id: &&String| {
                let shown = found.and_then(|page| page.edition(wanted, context.site.languages()));
                shown.is_none_or(|(_, edition)| edition.heading_ids.iter().any(|heading| heading.id == **id))
            };
            let anchor = anchor.as_ref().filter(has);
            let awaits = other.or(chosen.as_ref()).filter(|other| *other != lang);
            Href::To(format!("{root}{}{}", route.encoded(), fragment(anchor)), awaits.cloned())
        }
    }
}

/// The table of contents: headings of the second and third level.
pub(super) fn toc(content: &Content<'_>) -> Vec<TocView> {
    let mut toc: Vec<TocView> = Vec::new();
    let Content { body, references, .. } = content;
    for (heading, HeadingId { id, .. }) in body.headings.iter().zip(&references.heading_ids) {
        let title = shown_text(body, references, heading.events.clone());
        let entry = TocView { id: id.clone(), title, children: Vec::new() };
        match (heading.level, toc.last_mut()) {
            (0..=2, _) => toc.push(entry),
            (3, Some(above)) => above.children.push(entry),
            _ => {}
        }
    }
    if toc.len() < 2 { Vec::new() } else { toc }
}

/// The sections of the second level as questions and answers; those without an answer are left out.
pub(super) fn questions(content: &Content<'_>) -> Vec<QuestionView> {
    let Content { body, references, .. } = content;
    let mut questions: Vec<QuestionView> = Vec::new();
    let mut heading = 0;
    for block in &body.blocks {
        let shown = shown_text(body, references, block.events.clone());
        if block.kind == BlockKind::Heading {
            let (level, id) = (body.headings[heading].level, &references.heading_ids[heading].id);
            heading += 1;
            if level <= 2 {
                questions.push(QuestionView { id: id.clone(), question: shown, answer: String::new() });
                continue;
            }
        }
        if let Some(QuestionView { answer, .. }) = questions.last_mut().filter(|_| !shown.is_empty()) {
            answer.push_str(if answer.is_empty() { "" } else { "\n" });
            answer.push_str(&shown);
        }
    }
    questions.retain(|question| !question.answer.is_empty());
    questions
}

/// What a reader sees of some events, without markup.
pub(super) fn shown_text(body: &Body, references: &References, events: std::ops::Range<u32>) -> String {
    let mut out = String::new();
    for event in &body.events[events.start as usize..events.end as usize] {
        push_shown(&mut out, body, references, event);
    }
    out.trim().to_owned()
}

/// As [`shown_text`], not trimmed; and where in it a term stands. Its places are events of those and offsets in their
/// text, as in [`TermMark`].
pub(super) fn shown_place(
    body: &Body,
    references: &References,
    events: std::ops::Range<u32>,
    (start, end): ((u32, u32), (u32, u32)),
) -> (String, std::ops::Range<usize>) {
    let mut out = String::new();
    let mut place = 0..0;
    for (at, event) in events.clone().zip(&body.events[events.start as usize..events.end as usize]) {
        let before = out.len();
        push_shown(&mut out, body, references, event);
        let is_text = matches!(event, Event::Text(_));
        if at == start.0 {
            place.start = before + if is_text { start.1 as usize } else { 0 };
        }
        if at == end.0 {
            place.end = if is_text { before + end.1 as usize } else { out.len() };
        }
    }
    place.end = place.end.max(place.start);
    (out, place)
}

fn push_shown(out: &mut String, body: &Body, references: &References, event: &Event) {
    match event {
        Event::Text(piece) | Event::Code(piece) | Event::InlineMath(piece) | Event::DisplayMath(piece) => {
            out.push_str(body.str(*piece));
        }
        Event::SoftBreak | Event::HardBreak => out.push(' '),
        Event::Figure(number) => {
            if let Some(InlineFigure::Number(_, text) | InlineFigure::Date(_, text)) =
                &references.figures[*number as usize]
            {
                out.push_str(text);
            }
        }
        Event::Start(Tag::Term(number)) if !body.terms[*number as usize].own_text => {
            out.push_str(&references.terms[*number as usize].text);
        }
        // What a component within a line shows is not known here: words of another language, say.
        Event::Component(number) if !body.components[*number as usize].block => out.push('…'),
        _ => {}
    }
}

impl Content<'_> {
    /// The first paragraph as plain text; empty if there is none.
    pub(super) fn first_paragraph(&self) -> String {
        let is_paragraph = |block: &&crate::parse::body::Block| block.kind == crate::parse::body::BlockKind::Paragraph;
        let first = self.body.blocks.iter().find(is_paragraph);
        first.map(|block| shown_text(self.body, &self.references, block.events.clone())).unwrap_or_default()
    }

    /// All that there is to read, as plain text.
    pub(super) fn plain(&self) -> String {
        shown_text(self.body, &self.references, 0..self.body.end())
    }

    /// The ids of the terms that the page lists, in the order of the text, each once.
    pub(super) fn listed_terms(&self) -> Vec<&str> {
        let References { terms, marks, .. } = &self.references;
        let starts = |tag: &Event| matches!(tag, Event::Start(Tag::Term(_)));
        let explicit =
            self.body.events.iter().enumerate().filter(|(_, event)| starts(event)).map(|(at, _)| (at as u32, 0));
        let found = marks.iter().map(|mark| (mark.start, &mark.link));
        let mut all: Vec<((u32, u32), &TermLink)> = explicit.zip(terms).chain(found).collect();
        all.sort_by_key(|(place, _)| *place);
        let mut ids: Vec<&str> = Vec::new();
        for id in all.into_iter().filter_map(|(_, link)| link.listed.as_deref()) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }
}
