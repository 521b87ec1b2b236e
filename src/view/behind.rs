//! What another language has moved in, for the notice of an edition that is behind.
//!
//! Enters: an edition and its waiting blocks. Leaves: sections with their places in the other language, and the ids that
//! these places get there. Never here: which blocks wait.

use std::collections::BTreeMap;

use super::context::Context;
use super::{BehindSectionView, BehindView};
use crate::base::Lang;
use crate::config::Fallback;
use crate::parse::body::{BlockKind, Body};
use crate::resolve::{Edition, Page, Waiting, WaitingText};
use crate::translation::{BlockId, State, UnitKind};

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
            let route = match waiting.twin.as_ref().and_then(|(twin, _)| place(other, twin)) {
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

/// The id of the place of a block: its own if it is a paragraph, else that of its heading.
fn place(edition: &Edition, block: &BlockId) -> Option<String> {
    match block.kind {
        UnitKind::Block(BlockKind::Paragraph) => Some(anchor(block)),
        UnitKind::Block(_) => {
            block.section.clone().filter(|section| edition.heading_ids.iter().any(|id| id.id == *section))
        }
        UnitKind::Front(_) => None,
    }
}

fn anchor(block: &BlockId) -> String {
    format!("page--{}", block.to_string().replace('/', "-"))
}

/// The ids of the paragraphs of an edition that notices of others lead to, by their first event.
pub(super) fn anchors(context: &Context<'_>, page: &Page, edition: &Edition) -> BTreeMap<u32, String> {
    let mut anchors = BTreeMap::new();
    if context.site.config.behind == Fallback::Omit {
        return anchors;
    }
    let lang = &edition.document.lang;
    let all = page.editions.values().flat_map(|other| &other.waiting);
    for waiting in all.filter(|waiting| waiting.other == *lang && is_told(waiting)) {
        let Some((block, span)) = &waiting.twin else { continue };
        let found = edition.document.body.blocks.iter().find(|candidate| candidate.span == *span);
        if let (UnitKind::Block(BlockKind::Paragraph), Some(found)) = (block.kind, found) {
            anchors.insert(found.events.start, anchor(block));
        }
    }
    anchors
}
