//! The editions of a page two by two, block by block.
//!
//! Enters: a page of the site. Leaves: for each two of its languages the blocks of both, each beside its twin, and how
//! they stand to what was last agreed on. Never here: what to do about it.

use super::site::{Edition, Page, Site};
use crate::base::Lang;
use crate::translation::agreement::Subject;
use crate::translation::{self, Entry, Row, State, Unit};

/// Two editions of a page.
#[derive(Debug, Clone)]
pub struct Pair<'a> {
    /// The page.
    pub page: &'a Page,
    /// The two languages, in the site's order.
    pub langs: [&'a Lang; 2],
    /// Their editions.
    pub editions: [&'a Edition; 2],
    /// The blocks of each, in the order of its file.
    pub units: [Vec<Unit>; 2],
    /// What the two last agreed on.
    pub entries: Vec<Entry>,
    /// The blocks of the one beside those of the other.
    pub rows: Vec<Row>,
}

/// Every two editions of a page, in the site's order of languages. Costs time: not for a plain build.
pub fn pairs<'a>(site: &'a Site, page: &'a Page) -> Vec<Pair<'a>> {
    let present: Vec<(&Lang, &Edition)> =
        site.languages().iter().filter_map(|lang| page.editions.get_key_value(lang)).collect();
    let mut pairs = Vec::new();
    for (at, (a, _)) in present.iter().enumerate() {
        pairs.extend(present[at + 1..].iter().filter_map(|(b, _)| pair(site, page, a, b)));
    }
    pairs
}

/// Two editions of a page; `None` unless both were written. The first is the one whose blocks are kept in order.
pub(super) fn pair<'a>(site: &Site, page: &'a Page, a: &Lang, b: &Lang) -> Option<Pair<'a>> {
    let (a, first) = page.editions.get_key_value(a)?;
    let (b, second) = page.editions.get_key_value(b)?;
    let entries = site.agreements.entries(Subject::Page(page.path.clone()), a, b);
    Some(Pair::new(page, [a, b], [first, second], entries))
}

impl<'a> Pair<'a> {
    fn new(page: &'a Page, langs: [&'a Lang; 2], editions: [&'a Edition; 2], entries: Vec<Entry>) -> Pair<'a> {
        let units = editions.map(|edition| translation::units(&edition.document, &edition.heading_ids));
        let rows = translation::align(&units[0], &units[1], &entries);
        Pair { page, langs, editions, units, entries, rows }
    }

    /// The two blocks of a row; one of them may be missing.
    pub fn blocks(&self, row: &Row) -> [Option<&Unit>; 2] {
        [row.a.map(|at| &self.units[0][at]), row.b.map(|at| &self.units[1][at])]
    }

    /// What was last agreed on of a row.
    pub fn entry(&self, row: &Row) -> Option<&Entry> {
        row.entry.map(|at| &self.entries[at])
    }

    /// How the two blocks of a row stand.
    pub fn state(&self, row: &Row) -> State {
        let [a, b] = self.blocks(row);
        translation::state(a, b, self.entry(row))
    }
}
