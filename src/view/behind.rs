//! What another language has moved in, for the notice of an edition that is behind.
//!
//! Enters: an edition and its waiting blocks. Leaves: sections with their places in the other language. Never here: which
//! blocks wait.

use super::context::Context;
use super::{BehindSectionView, BehindView};
use crate::base::{Lang, Span};
use crate::config::Fallback;
use crate::parse::body::Body;
use crate::resolve::{Edition, Page, Waiting, WaitingText};
use crate::translation::{self, BlockId, Part, State, UnitKind};

/// The languages that an edition is behind, in the site's order, each with its sections in its own order.
pub(super) fn views(context: &Context<'_>, page: &Page, edition: &Edition) -> Vec<BehindView> {
    let site = context.site;
    if site.config.behind == Fallback::Omit || (edition.waiting.is_empty() && site.data.waiting.is_empty()) {
        return Vec::new();
    }
    let of_lang = |lang: &Lang| {
        let other = page.editions.get(lang)?;
        let route = page.routes.get(lang)?.encoded();
        let mut sections: Vec<(Option<String>, BehindSectionView)> = Vec::new();
        for waiting in edition.waiting.iter().filter(|waiting| waiting.other == *lang && is_told(waiting)) {
            let Some(block) = waiting.twin.as_ref().or(waiting.own.as_ref()).map(|(block, _)| block) else { continue };
            if sections.iter().any(|(section, _)| *section == block.section) {
                continue;
            }
            let own_title = heading(edition, waiting.own.as_ref().map_or(block, |(own, _)| own));
            let other_title = || heading(other, block).map(|title| (title, Some(lang.clone())));
            let titled = own_title.map(|title| (title, None)).or_else(other_title);
            let (title, title_lang) = titled.map_or((None, None), |(title, lang)| (Some(title), lang));
            let route = match waiting.twin.as_ref().and_then(|(twin, span)| place(other, twin, *span)) {
                Some(id) => format!("{route}#{id}"),
                None => route.clone(),
            };
            sections.push((block.section.clone(), BehindSectionView { title, lang: title_lang, route }));
        }
        for id in site.data.waiting.iter().filter_map(|text| shown(text, page, edition, lang)) {
            if sections.iter().any(|(section, _)| *section == id) {
                continue;
            }
            let title = id.as_ref().and_then(|id| title(edition, id));
            let has = |id: &&String| other.heading_ids.iter().any(|known| known.id == **id);
            let anchor = id.as_ref().filter(has).map(|id| format!("#{id}")).unwrap_or_default();
            sections.push((id, BehindSectionView { title, lang: None, route: format!("{route}{anchor}") }));
        }
        let sections: Vec<BehindSectionView> = sections.into_iter().map(|(_, section)| section).collect();
        let name = context.name_of(lang);
        (!sections.is_empty()).then(|| BehindView { lang: lang.clone(), name, sections })
    };
    context.site.languages().iter().filter_map(of_lang).collect()
}

/// Where both have moved, neither is behind.
fn is_told(waiting: &Waiting) -> bool {
    matches!(waiting.state, State::Behind(_) | State::Missing(_))
}

/// The text of the heading that a block stands under.
fn heading(edition: &Edition, block: &BlockId) -> Option<String> {
    title(edition, block.section.as_ref()?)
}

/// The text of the heading of this id.
fn title(edition: &Edition, section: &str) -> Option<String> {
    let at = edition.heading_ids.iter().position(|id| id.id == section)?;
    Some(edition.document.body.headings[at].text.clone()).filter(|text| !text.is_empty())
}

/// Whether an edition shows a text of data in which `lang` has moved before it; if so, the id of the section that shows it
/// first, which is `None` at the beginning of the page.
fn shown(text: &WaitingText, page: &Page, edition: &Edition, lang: &Lang) -> Option<Option<String>> {
    if text.moved_before(&edition.document.lang) != Some(lang) {
        return None;
    }
    let is_own = text.page.as_ref() == Some(&page.path);
    let place = match &text.shown_by {
        None if is_own => None,
        None => return None,
        Some((component, id)) => {
            // A drawing is for all pages, and a figure for those below that have none of that id themselves.
            let inherits = *component == "key_figures" && !page.shared.own_figures.contains(id);
            let place = first_use(&edition.document.body, component, id);
            Some(place.filter(|_| is_own || inherits || *component == "drawing")?)
        }
    };
    let headings = edition.document.body.headings.iter().zip(&edition.heading_ids);
    let above = headings.take_while(|(heading, _)| place.is_some_and(|place| heading.span.start <= place)).last();
    Some(above.map(|(_, id)| id.id.clone()))
}

/// Where a text shows some data first: a call of a component with this id among its arguments, or the figure itself.
fn first_use(body: &Body, component: &str, id: &str) -> Option<u32> {
    let names = |value: &serde_json::Value| {
        let texts = value.as_str().into_iter().flat_map(|text| text.split(','));
        texts.into_iter().any(|name| name.trim() == id)
    };
    let calls = body.components.iter().filter(|call| {
        call.name == component && (id.is_empty() || call.arguments.iter().any(|argument| names(&argument.value)))
    });
    let figures = body.figures.iter().filter(|figure| component == "key_figures" && figure.id == id);
    calls.map(|call| call.span.start).chain(figures.map(|figure| figure.span.start)).min()
}

/// The id of the place of a block: that of the part that it stands in, else that of its heading.
fn place(edition: &Edition, block: &BlockId, span: Span) -> Option<String> {
    let UnitKind::Block(_) = block.kind else { return None };
    let body = &edition.document.body;
    let at = body.blocks.iter().find(|candidate| candidate.span == span)?.events.start;
    let part = translation::parts(body).into_iter().find(|part| part.events.contains(&at));
    let id_of = |part: Part| edition.part_ids.iter().find(|(start, _)| *start == part.events.start);
    let heading = || block.section.clone().filter(|section| edition.heading_ids.iter().any(|id| id.id == *section));
    part.and_then(id_of).map(|(_, id)| id.to_string()).or_else(heading)
}
