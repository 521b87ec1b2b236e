//! How often texts refer to the glossary's terms.

use std::collections::BTreeMap;

use super::site::{Page, Site};
use crate::base::{Lang, PagePath};
use crate::parse::body::Body;

/// How often the texts of each language refer to each term with `[[id]]`, by id: texts, short definitions and
/// timelines, but not those of the term's own page. What nothing refers to is left out.
pub fn term_uses(site: &Site) -> BTreeMap<String, BTreeMap<Lang, usize>> {
    let mut uses: BTreeMap<String, BTreeMap<Lang, usize>> = BTreeMap::new();
    let mut count = |page: &PagePath, lang: &Lang, body: &Body| {
        for id in body.terms.iter().map(|use_| &use_.id) {
            if site.termbase.terms.get(id).is_some_and(|term| term.page != *page) {
                *uses.entry(id.clone()).or_default().entry(lang.clone()).or_default() += 1;
            }
        }
    };
    for page in site.pages.values() {
        for (lang, edition) in &page.editions {
            for body in texts(page, lang, edition) {
                count(&page.path, lang, body);
            }
        }
    }
    uses
}

/// The texts of a page that readers of an edition see.
fn texts<'a>(page: &'a Page, lang: &'a Lang, edition: &'a super::Edition) -> impl Iterator<Item = &'a Body> {
    let short = edition.document.own.term.short.as_ref().map(|short| &*short.value);
    let events = page.shared.timeline.iter();
    let told = events.filter_map(|event| event.text.get(&Some(lang.clone())).or_else(|| event.text.get(&None)));
    std::iter::once(&edition.document.body).chain(short).chain(told.map(|body| &**body))
}
