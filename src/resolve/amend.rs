//! A resolved site in which the texts of some editions are exchanged, and nothing that others depend on.
//!
//! Enters: a site without problems, and new documents of editions that it has. Leaves: what resolving everything anew would
//! give. Never here: a new title, heading, address, term or page: for those the site is resolved as a whole.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::site::{Edition, LinkTarget, Page, Site, TermMark};
use super::{links, references, terms, twins};
use crate::base::PagePath;
use crate::parse::Document;

/// Exchanges the texts of some editions. The site must have been resolved without a problem, and each document must have the
/// [outline](Document::outline) of the one that it replaces.
///
/// `None` if something is wrong in one of the texts: whoever calls resolves the whole site, which tells what.
pub fn amend(site: &Site, texts: &[Arc<Document>]) -> Option<Site> {
    let mut new = site.clone();
    let nothing = BTreeSet::new();
    let targets = links::Targets {
        pages: &site.pages,
        assets: &site.assets,
        // Matters only for what is said of a broken link.
        held_back: &nothing,
        languages: &site.config.languages,
    };
    let mut changed = BTreeSet::new();
    for document in texts {
        // A page that is held back, or in a language that the site does not have, is not shown before or after.
        let Some(page) = new.pages.get_mut(&document.page) else { continue };
        if !page.editions.contains_key(&document.lang) {
            continue;
        }
        let (found, problems) = links::edition_links(&targets, document, &document.lang);
        if !problems.is_empty() {
            return None;
        }
        let matcher = site.matchers.get(&document.lang)?;
        let scope = terms::scope(page.kind, page.shared.glossary, &document.page, site.config.term_links);
        let marks = terms::find(&document.body, matcher, scope);
        let page = Arc::make_mut(page);
        let edition = page.editions.get_mut(&document.lang)?;
        exchange(edition, document, found, marks);
        changed.insert(document.page.clone());
    }
    for path in &changed {
        of_page(&mut new, path)?;
        references::note_new_mentions(&mut new, site.pages.get(path)?);
    }
    Some(new)
}

fn exchange(edition: &mut Edition, text: &Arc<Document>, found: Vec<LinkTarget>, found_marks: Vec<TermMark>) {
    // What is not exchanged depends on the outline alone, or, `waiting` and `part_ids`, on the page as a whole.
    let Edition {
        document,
        title: _,
        description: _,
        heading_ids: _,
        links,
        marks,
        extra: _,
        draft: _,
        waiting: _,
        part_ids: _,
    } = edition;
    *document = text.clone();
    *links = found;
    *marks = found_marks;
}

/// Follows what is left to follow in a page; `None` if something is wrong in it.
fn of_page(site: &mut Site, path: &PagePath) -> Option<()> {
    let page: &Page = site.pages.get(path)?;
    if !references::page_problems(site, page).is_empty() {
        return None;
    }
    if let Some(found) = twins::of_page(site, page) {
        found.note(Arc::make_mut(site.pages.get_mut(path)?));
    }
    Some(())
}
