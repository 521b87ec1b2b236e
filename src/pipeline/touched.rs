//! Which pages may differ from those of an earlier run, for whoever looks at pages again after each change.
//!
//! Enters: two prepared sites. Leaves: names of files. Never here: making a page.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Prepared;
use crate::base::Lang;
use crate::resolve::{Page, Site, page_uses};

impl Prepared {
    /// How many pages the site has, in all languages.
    pub fn pages(&self) -> usize {
        self.press.as_ref().map_or(0, |press| press.contents.pages)
    }

    /// Whether nothing but texts is known to differ from an earlier run: then [`Prepared::touched_since`] is cheaper than to
    /// look at every page.
    pub fn differs_by_texts_alone(&self, earlier: &Prepared) -> bool {
        let (Some(site), Some(before)) = (&self.site, &earlier.site) else { return false };
        // One list of files and one of what pages share.
        let is_same = matches!((&self.press, &earlier.press), (Some(press), Some(same)) if Arc::ptr_eq(press, same));
        is_same && site.pages.len() == before.pages.len()
    }

    /// The names of the pages that may differ from those of `earlier`; `None` if any may.
    pub fn touched_since(&self, earlier: &Prepared) -> Option<BTreeSet<String>> {
        if !self.differs_by_texts_alone(earlier) {
            return None;
        }
        let (site, before) = (self.site.as_ref()?, earlier.site.as_ref()?);
        let both = before.pages.values().zip(site.pages.values());
        let mut names = BTreeSet::new();
        for (old, new) in both.filter(|(old, new)| !Arc::ptr_eq(old, new)) {
            let is_other = |lang: &Lang| differs(site, old, new, lang);
            names.extend(new.routes.iter().filter(|(lang, _)| is_other(lang)).map(|(_, route)| route.file()));
            let pairs = site.config.side_by_side.iter().filter(|(a, b)| is_other(a) || is_other(b));
            names.extend(pairs.filter_map(|(a, b)| Some(new.pair_route(a, b)?.file())));
            quoting(before, old, &mut names);
            quoting(site, new, &mut names);
        }
        Some(names)
    }
}

/// Whether readers of a language find another page than before.
fn differs(site: &Site, old: &Page, new: &Page, lang: &Lang) -> bool {
    let shown = |page: &'_ Page| {
        let shown = page.edition(lang, site.languages()).map(|(_, edition)| edition);
        shown.map(|edition| (edition.document.clone(), edition.part_ids.clone()))
    };
    let is_same_text = match (shown(old), shown(new)) {
        (Some((old, old_ids)), Some((new, new_ids))) => Arc::ptr_eq(&old, &new) && old_ids == new_ids,
        (None, None) => true,
        _ => false,
    };
    let mut waiting = old.editions.values().zip(new.editions.values());
    !is_same_text || old.mentioned_by != new.mentioned_by || waiting.any(|(old, new)| old.waiting != new.waiting)
}

/// The pages of the terms that a page mentions: they show its sentences.
fn quoting(site: &Site, page: &Page, names: &mut BTreeSet<String>) {
    let mut terms: BTreeSet<String> = BTreeSet::new();
    page_uses(site, page, |_, id| _ = terms.insert(id.to_owned()));
    let pages = terms.iter().filter_map(|id| site.term_page(id));
    names.extend(pages.flat_map(|page| page.routes.values()).map(|route| route.file()));
}
