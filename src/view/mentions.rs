//! Where texts mention a term: the pages, and the sentence around each place.
//!
//! What is shown is bounded, so that the page of a term that every text mentions stays small.

use std::ops::Range;

use super::content;
use super::context::Context;
use super::{MentionView, SentenceView, TermView};
use crate::base::Lang;
use crate::parse::body::{Body, Event, Tag};
use crate::parse::front::LinkPolicy;
use crate::resolve::{Edition, Kind, Page, TermMark};
use crate::text;

/// How many pages are shown at most,
const PAGES: usize = 20;
/// how many sentences of each,
const SENTENCES: usize = 3;
/// and how many characters of a sentence.
const CHARACTERS: usize = 220;

/// Adds the pages that mention a term, as readers of `lang` find them: by the edition that they are shown.
pub(super) fn add(context: &Context<'_>, page: &Page, lang: &Lang, term: &mut TermView) {
    let site = context.site;
    for other in page.mentioned_by.iter().filter_map(|path| site.pages.get(path)) {
        let Some((written_in, edition)) = other.edition(lang, site.languages()) else { continue };
        if !mentions(edition, &term.id) {
            continue;
        }
        if term.mentioned.len() == PAGES {
            term.mentioned_more += 1;
            continue;
        }
        let Some(link) = context.link(other, lang) else { continue };
        let sentences = sentences(context, other, (written_in, edition), &term.id);
        term.mentioned.push(MentionView { title: link.title, route: link.route, lang: link.lang, sentences });
    }
}

fn mentions(edition: &Edition, id: &str) -> bool {
    edition.document.body.terms.iter().any(|use_| use_.id == id) || marks(edition, id).next().is_some()
}

fn marks<'a>(edition: &'a Edition, id: &'a str) -> impl Iterator<Item = &'a TermMark> {
    edition.marks.iter().filter(move |mark| &*mark.term == id && !mark.avoided)
}

/// A place in a text that mentions a term: from an event and an offset in it to another, and the id nearest above.
struct Place {
    start: (u32, u32),
    end: (u32, u32),
    anchor: Option<String>,
}

/// The sentences of a text that mention a term, in its order, each once.
fn sentences(context: &Context<'_>, page: &Page, (lang, edition): (&Lang, &Edition), id: &str) -> Vec<SentenceView> {
    let body = &edition.document.body;
    let is_linked = context.site.termbase.terms.get(id).is_some_and(|term| term.link != LinkPolicy::Never);
    let references = content::references_of_short(context, page, lang, "", body);
    let mut sentences: Vec<SentenceView> = Vec::new();
    let mut last = None;
    for Place { start, end, anchor } in places(edition, id, is_linked && page.kind != Kind::Glossary) {
        if sentences.len() == SENTENCES {
            break;
        }
        let Some(block) = body.blocks.iter().find(|block| block.events.contains(&start.0)) else { continue };
        let events = cell(body, block.events.clone(), start.0);
        let (shown, place) = content::shown_place(body, &references, events.clone(), (start, end));
        let excerpt = text::sentence(&shown, place.clone(), CHARACTERS);
        let here = (events.start, excerpt.range.start);
        if last.replace(here) == Some(here) {
            continue;
        }
        let dots = |is_cut| if is_cut { "…" } else { "" };
        sentences.push(SentenceView {
            before: format!("{}{}", dots(excerpt.cut_before), &shown[excerpt.range.start..place.start]),
            term: shown[place.clone()].to_owned(),
            after: format!("{}{}", &shown[place.end..excerpt.range.end], dots(excerpt.cut_after)),
            anchor,
        });
    }
    sentences
}

/// The cell of a table that holds an event, if the block is a row; else the block.
fn cell(body: &Body, block: Range<u32>, at: u32) -> Range<u32> {
    let is_start = |event: &u32| matches!(body.events[*event as usize], Event::Start(Tag::TableCell(_)));
    let is_end = |event: &u32| matches!(body.events[*event as usize], Event::End(Tag::TableCell(_)));
    let start = (block.start..=at).rev().find(is_start).unwrap_or(block.start);
    let end = (at..block.end).find(is_end).unwrap_or(block.end);
    start..end
}

/// All places of a text that mention a term. `has_ids`: links to the term have ids, `r-<id>-1`, …, in the order in
/// which they are written: that of the text, footnotes last.
fn places(edition: &Edition, id: &str, has_ids: bool) -> Vec<Place> {
    let body = &edition.document.body;
    let mut marks = marks(edition, id).peekable();
    let mut places = Vec::new();
    let mut heading: Option<&str> = None;
    let (mut in_footnote, mut in_image) = (false, false);
    let mut count = 0;
    for (at, event) in (0_u32..).zip(&body.events) {
        match event {
            Event::Start(Tag::Heading(number)) => {
                heading = edition.heading_ids.get(*number as usize).map(|heading| heading.id.as_str());
            }
            Event::Start(Tag::FootnoteDefinition(_)) => in_footnote = true,
            Event::End(Tag::FootnoteDefinition(_)) => in_footnote = false,
            Event::Start(Tag::Image(_)) => in_image = true,
            Event::End(Tag::Image(_)) => in_image = false,
            _ => {}
        }
        let found = match event {
            Event::Start(Tag::Term(number)) if body.terms[*number as usize].id == id && !in_image => {
                Some(((at, 0), (end_of(body, at, *number), 0), true))
            }
            _ => marks.next_if(|mark| mark.start.0 == at).map(|mark| (mark.start, mark.end, mark.links)),
        };
        let Some((start, end, links)) = found else { continue };
        let anchor = if in_footnote {
            None
        } else if links && has_ids {
            count += 1;
            Some(format!("r-{id}-{count}"))
        } else {
            heading.map(str::to_owned)
        };
        places.push(Place { start, end, anchor });
        // A text can mention a term several times.
        while let Some(mark) = marks.next_if(|mark| mark.start.0 == at) {
            let is_counted = mark.links && has_ids && !in_footnote;
            count += usize::from(is_counted);
            let anchor = if is_counted { Some(format!("r-{id}-{count}")) } else { heading.map(str::to_owned) };
            places.push(Place { start: mark.start, end: mark.end, anchor: anchor.filter(|_| !in_footnote) });
        }
    }
    places
}

/// The event with which a reference ends.
fn end_of(body: &Body, start: u32, number: u32) -> u32 {
    let is_end = |event: &Event| *event == Event::End(Tag::Term(number));
    let rest = body.events[start as usize..].iter().position(is_end);
    start + rest.map_or(0, |length| length as u32)
}
