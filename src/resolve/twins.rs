//! How the editions of a page stand to each other: what waits in each, and which part stands beside which.
//!
//! Enters: a site whose pages have their addresses. Leaves: the waiting blocks of each edition; the rows of each page in two
//! languages; the ids that parts share with their twins. One alignment serves all three. Never here: HTML.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::drift::{self, Waiting};
use super::pairs::{Pair, pair, pairs};
use super::site::{Kind, Page, Site};
use crate::base::{Lang, PagePath};
use crate::parse::body::Body;
use crate::translation::{self, Beside, Part};

/// The ids of an edition's parts, by their first event, in the order of the text. Only what has a twin has one, and the twin
/// has the same.
pub type PartIds = Arc<Vec<(u32, Arc<str>)>>;

/// What is found of a page.
#[derive(Debug, Default)]
pub(super) struct Found {
    waiting: BTreeMap<Lang, Vec<Waiting>>,
    beside: BTreeMap<(Lang, Lang), Arc<Vec<Beside>>>,
    part_ids: BTreeMap<Lang, PartIds>,
}

/// Finds it of every page that has anything to find.
pub(super) fn find(site: &mut Site) {
    let pages: Vec<&Page> = site.pages.values().map(|page| &**page).filter(|page| page.editions.len() > 1).collect();
    let found: Vec<(PagePath, Found)> =
        pages.par_iter().filter_map(|page| of_page(site, page).map(|found| (page.path.clone(), found))).collect();
    for (path, found) in found {
        if let Some(page) = site.pages.get_mut(&path).map(Arc::make_mut) {
            found.note(page);
        }
    }
}

/// What there is to find of a page; `None` if it stands in no two languages side by side and nothing was agreed on.
pub(super) fn of_page(site: &Site, page: &Page) -> Option<Found> {
    // The glossary's page is a table of both languages there.
    let shown = |(a, b): &&(Lang, Lang)| page.kind != Kind::Glossary && page.pair_route(a, b).is_some();
    let shown: Vec<&(Lang, Lang)> = site.config.side_by_side.iter().filter(shown).collect();
    let is_agreed = site.agreements.has_page(&page.path);
    let all = match is_agreed {
        true => pairs(site, page),
        false => shown.iter().filter_map(|(a, b)| pair(site, page, a, b)).collect(),
    };
    if all.is_empty() {
        return None;
    }
    let waiting = if is_agreed { drift::waiting(&all) } else { BTreeMap::new() };
    let mut found = Found { waiting, ..Found::default() };
    let bodies = page.editions.iter().map(|(lang, edition)| (lang, &edition.document.body));
    let mut texts: BTreeMap<&Lang, Text> = bodies.map(|(lang, body)| (lang, Text::of(body))).collect();
    for own in &all {
        let parts = own.langs.map(|lang| texts[lang].parts.as_slice());
        let rows = translation::beside(parts, [&own.units[0], &own.units[1]], &own.rows);
        share_ids(own, &rows, &mut texts);
        // Agreements have the two languages in the site's order; a page side by side may have them in the other.
        let [a, b] = own.langs.map(Lang::clone);
        if shown.iter().any(|(first, second)| [first, second] == [&b, &a]) {
            found.beside.insert((b.clone(), a.clone()), Arc::new(turned(&rows)));
        }
        if shown.iter().any(|(first, second)| [first, second] == [&a, &b]) {
            found.beside.insert((a, b), Arc::new(rows));
        }
    }
    for (lang, text) in texts {
        let of_part = |(part, id): (&Part, Option<Arc<str>>)| id.map(|id| (part.events.start, id));
        let ids = text.parts.iter().zip(text.ids).filter_map(of_part).collect();
        found.part_ids.insert(lang.clone(), Arc::new(ids));
    }
    Some(found)
}

/// The text of an edition in parts.
struct Text {
    parts: Vec<Part>,
    /// For each part its id, once it has one.
    ids: Vec<Option<Arc<str>>>,
    taken: BTreeSet<Arc<str>>,
}

impl Text {
    fn of(body: &Body) -> Text {
        let parts = translation::parts(body);
        Text { ids: vec![None; parts.len()], parts, taken: BTreeSet::new() }
    }
}

/// Gives the parts of two editions that stand together one id: the one that either has already, else the first one's own.
fn share_ids(pair: &Pair<'_>, rows: &[Beside], texts: &mut BTreeMap<&Lang, Text>) {
    let [a, b] = pair.langs;
    let own = translation::part_ids(&texts[a].parts, &pair.units[0]);
    for (i, j) in rows {
        let (Some(i), Some(j)) = (*i, *j) else { continue };
        let known = texts[a].ids[i].clone().or_else(|| texts[b].ids[j].clone());
        let Some(id) = known.or_else(|| own[i].as_deref().map(Arc::from)) else { continue };
        for (lang, at) in [(a, i), (b, j)] {
            let Some(text) = texts.get_mut(lang) else { continue };
            if text.ids[at].is_none() && text.taken.insert(id.clone()) {
                text.ids[at] = Some(id.clone());
            }
        }
    }
}

/// The same rows with the second edition first, in its order.
fn turned(rows: &[Beside]) -> Vec<Beside> {
    let turned: Vec<Beside> = rows.iter().map(|(a, b)| (*b, *a)).collect();
    // A part that the other edition lacks keeps its place after what comes before it.
    let mut last = None;
    let mut key = Vec::with_capacity(turned.len());
    for (first, _) in &turned {
        last = first.or(last);
        key.push(last);
    }
    let mut order: Vec<usize> = (0..turned.len()).collect();
    order.sort_by_key(|at| (key[*at], turned[*at].0.is_none(), *at));
    order.into_iter().map(|at| turned[at]).collect()
}

impl Found {
    /// Notes at a page what was found of it.
    pub(super) fn note(self, page: &mut Page) {
        let Found { mut waiting, beside, mut part_ids } = self;
        for (lang, edition) in &mut page.editions {
            edition.waiting = waiting.remove(lang).unwrap_or_default();
            edition.part_ids = part_ids.remove(lang).unwrap_or_default();
        }
        page.beside = beside;
    }
}
