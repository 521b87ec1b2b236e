//! What is in each folder, for the readers of each language: made once, so that a long list costs no more for having many
//! pages.
//!
//! Enters: the resolved site. Leaves: [`Folders`]. Never here: titles, addresses, anything of a text.

use std::collections::BTreeMap;

use super::context::lists_children;
use crate::base::{Lang, PagePath};
use crate::resolve::{Page, Site};

/// The pages of all folders, for the readers of one language.
#[derive(Debug, Default)]
pub(super) struct Folders(BTreeMap<PagePath, Folder>);

/// The pages of a folder, in its order.
#[derive(Debug, Default)]
struct Folder {
    /// Those that its list shows; empty where there is no list.
    listed: Vec<PagePath>,
    /// The positions, among all children, of those that are written in the language; sorted.
    written: Vec<usize>,
}

impl Folders {
    pub(super) fn new(site: &Site, lang: &Lang) -> Folders {
        let folder = |page: &Page| {
            let child = |path: &PagePath| site.pages.get(path);
            let is_shown = |path: &&PagePath| child(path).is_some_and(|page| page.routes.contains_key(lang));
            let is_written = |path: &PagePath| child(path).is_some_and(|page| page.editions.contains_key(lang));
            let has_list = lists_children(page, lang);
            let listed = page.children.iter().filter(|_| has_list).filter(is_shown).cloned().collect();
            let written = page.children.iter().enumerate().filter(|(_, path)| is_written(path)).map(|(at, _)| at);
            Folder { listed, written: written.collect() }
        };
        let folders = site.pages.values().filter(|page| !page.children.is_empty());
        Folders(folders.map(|page| (page.path.clone(), folder(page))).collect())
    }

    /// The pages that the list of a folder shows, in its order.
    pub(super) fn listed(&self, folder: &PagePath) -> &[PagePath] {
        self.0.get(folder).map(|folder| folder.listed.as_slice()).unwrap_or_default()
    }

    /// The positions of the pages before and after a position that are written in the language.
    pub(super) fn beside(&self, folder: &PagePath, position: usize) -> (Option<usize>, Option<usize>) {
        let written = self.0.get(folder).map(|folder| folder.written.as_slice()).unwrap_or_default();
        let at = written.partition_point(|other| *other < position);
        let after = written.partition_point(|other| *other <= position);
        (at.checked_sub(1).map(|before| written[before]), written.get(after).copied())
    }
}
