//! How often texts refer to the glossary's terms.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::references::mentioned;
use super::site::{Edition, Page, Site};
use super::terms::{Scope, find};
use crate::base::Lang;
use crate::config::TermLinks;
use crate::parse::body::Body;

/// How often the texts of each language mention each term, by id: with `[[id]]` or by one of its forms, in texts, short
/// definitions and timelines, but not on the term's own page. Forms that should not be used do not count; what nothing
/// mentions is left out.
pub fn term_uses(site: &Site) -> BTreeMap<String, BTreeMap<Lang, usize>> {
    let mut uses: BTreeMap<String, BTreeMap<Lang, usize>> = BTreeMap::new();
    for page in site.pages.values() {
        page_uses(site, page, |lang, id| {
            *uses.entry(id.to_owned()).or_default().entry(lang.clone()).or_default() += 1;
        });
    }
    uses
}

/// Tells `count` of each mention that [`term_uses`] counts in one page: the language, and the term's id.
pub fn page_uses(site: &Site, page: &Page, mut count: impl FnMut(&Lang, &str)) {
    let mut count = |lang: &Lang, id: &str| {
        if site.termbase.terms.get(id).is_some_and(|term| term.page != page.path) {
            count(lang, id);
        }
    };
    for (lang, edition) in &page.editions {
        mentioned(edition).for_each(|id| count(lang, id));
        let Some(matcher) = site.matchers.get(lang) else { continue };
        for body in short_texts(page, lang, edition) {
            body.terms.iter().for_each(|use_| count(lang, &use_.id));
            let found = find(body, matcher, Scope { policy: TermLinks::None, own: None });
            found.iter().filter(|mark| !mark.avoided).for_each(|mark| count(lang, &mark.term));
        }
    }
}

/// The short texts of a page that readers of an edition see.
fn short_texts<'a>(page: &'a Page, lang: &'a Lang, edition: &'a Edition) -> impl Iterator<Item = &'a Arc<Body>> {
    let short = edition.document.own.term.short.as_ref().map(|short| &short.value);
    let events = page.shared.timeline.iter();
    let told = events.filter_map(|event| event.text.get(&Some(lang.clone())).or_else(|| event.text.get(&None)));
    short.into_iter().chain(told)
}
