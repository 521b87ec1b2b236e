//! How every edition stands to its twins.
//!
//! Enters: a site. Leaves: for each page and language how many blocks agree, wait or are missing, and how much there is
//! to write. Costs time: every two editions are aligned. Never here: printing.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::pairs::{Pair, pairs};
use super::site::{Kind, Page, Site};
use crate::base::{Lang, PagePath, SourcePath};
use crate::config::Fallback;
use crate::text;
use crate::translation::{self, Side, State, Sure, Unit};

/// One language of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionStatus {
    /// The page.
    pub page: PagePath,
    /// The language.
    pub lang: Lang,
    /// Its file; where it is missing, that of the first edition that exists.
    pub file: SourcePath,
    /// Whether it was written.
    pub presence: Presence,
    /// How its blocks stand.
    pub counts: Counts,
    /// How many words (in Vietnamese, syllables) of its twins wait to be followed or translated.
    pub words_left: u32,
}

/// Whether an edition was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presence {
    /// It was.
    Written,
    /// It was, as a draft.
    Draft,
    /// It was not.
    Missing,
}

/// How many blocks stand in which state; a block counts once, by the worst of its states to all other languages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Blocks that a person has found to agree, and that have not moved.
    pub agreed: u32,
    /// Blocks whose twin has moved.
    pub behind: u32,
    /// Blocks that have moved together with their twin.
    pub conflict: u32,
    /// Blocks that another language has and this one lacks.
    pub missing: u32,
    /// Blocks that no person has said anything of, beside a twin of which `agree --all-clean` may be told.
    pub proposed: u32,
    /// Blocks that no person has said anything of, and whose twin is not certain.
    pub unclear: u32,
}

impl Counts {
    /// All blocks.
    pub fn total(&self) -> u32 {
        let Counts { agreed, behind, conflict, missing, proposed, unclear } = self;
        agreed + behind + conflict + missing + proposed + unclear
    }

    /// Blocks that wait for a change.
    pub fn open(&self) -> u32 {
        self.behind + self.conflict + self.missing
    }

    /// Both together.
    pub fn plus(self, other: Counts) -> Counts {
        Counts {
            agreed: self.agreed + other.agreed,
            behind: self.behind + other.behind,
            conflict: self.conflict + other.conflict,
            missing: self.missing + other.missing,
            proposed: self.proposed + other.proposed,
            unclear: self.unclear + other.unclear,
        }
    }
}

/// The status of every page in every language, what needs work first: missing editions, then the most open blocks, then
/// the most that nobody has looked at, then by page and language. Pages meant for one language alone are left out.
pub fn status(site: &Site) -> Vec<EditionStatus> {
    let pages: Vec<&Page> = site.pages.values().filter(|page| !page.editions.is_empty()).collect();
    let mut all: Vec<EditionStatus> = pages.par_iter().flat_map_iter(|page| of_page(site, page)).collect();
    all.sort_by_cached_key(|status| {
        let Counts { proposed, unclear, .. } = status.counts;
        let open = u32::MAX - status.counts.open();
        (
            status.presence != Presence::Missing,
            open,
            u32::MAX - proposed - unclear,
            status.page.clone(),
            status.lang.clone(),
        )
    });
    all
}

fn of_page(site: &Site, page: &Page) -> Vec<EditionStatus> {
    let pairs = pairs(site, page);
    let Some(first) = site.languages().iter().find_map(|lang| page.editions.get(lang)) else { return Vec::new() };
    let lone = page.editions.len() < 2;
    let omitted = page.shared.fallback == Fallback::Omit || page.kind == Kind::Glossary;
    let mut found = Vec::new();
    for lang in site.languages() {
        let status = |file: &SourcePath, presence, (counts, words_left)| EditionStatus {
            page: page.path.clone(),
            lang: lang.clone(),
            file: file.clone(),
            presence,
            counts,
            words_left,
        };
        match page.editions.get(lang) {
            Some(edition) => {
                let presence = if edition.draft { Presence::Draft } else { Presence::Written };
                if !lone {
                    found.push(status(&edition.document.path, presence, of_edition(&pairs, lang)));
                }
            }
            None if omitted => {}
            None => {
                let units = translation::units(&first.document, &first.heading_ids);
                let counts = Counts { missing: units.len() as u32, ..Counts::default() };
                let words = units.iter().map(|unit| words(&first.document.lang, unit)).sum();
                found.push(status(&first.document.path, Presence::Missing, (counts, words)));
            }
        }
    }
    found
}

fn words(lang: &Lang, unit: &Unit) -> u32 {
    text::reading(lang, &unit.text)
}

/// How the blocks of one edition stand to all others.
fn of_edition(pairs: &[Pair<'_>], lang: &Lang) -> (Counts, u32) {
    let mut worst: BTreeMap<usize, (Rank, u32)> = BTreeMap::new();
    let (mut missing, mut missing_words) = (0, 0);
    for pair in pairs {
        let Some(side) = [Side::A, Side::B].into_iter().find(|side| pair.langs[side.index()] == lang) else { continue };
        let other_lang = pair.langs[side.other().index()];
        let (mut lacks, mut lacks_words) = (0, 0);
        for row in &pair.rows {
            let other = pair.blocks(row)[side.other().index()];
            let other_words = other.map_or(0, |unit| words(other_lang, unit));
            let Some(own) = [row.a, row.b][side.index()] else {
                if pair.state(row) == State::Missing(side) {
                    (lacks, lacks_words) = (lacks + 1, lacks_words + other_words);
                }
                continue;
            };
            let (rank, left) = match pair.state(row) {
                State::Agreed => (Rank::Agreed, 0),
                State::Behind(behind) if behind == side => (Rank::Behind, other_words),
                // The other one waits for this block, which itself is as it should be.
                State::Behind(_) => (Rank::Agreed, 0),
                State::Missing(_) => (Rank::Lone, 0),
                State::Conflict => (Rank::Conflict, other_words),
                State::New if row.sure == Sure::Order => (Rank::Proposed, 0),
                State::New => (Rank::Unclear, 0),
            };
            let seen = worst.entry(own).or_insert((rank, left));
            *seen = (*seen).max((rank, left));
        }
        (missing, missing_words) = (missing.max(lacks), missing_words.max(lacks_words));
    }
    let mut counts = Counts { missing, ..Counts::default() };
    let mut left = missing_words;
    for (rank, words) in worst.into_values() {
        left += words;
        match rank {
            Rank::Lone => {}
            Rank::Agreed => counts.agreed += 1,
            Rank::Proposed => counts.proposed += 1,
            Rank::Unclear => counts.unclear += 1,
            Rank::Behind => counts.behind += 1,
            Rank::Conflict => counts.conflict += 1,
        }
    }
    (counts, left)
}

/// The states of a block, the best first. One that others lack says nothing about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Lone,
    Agreed,
    Proposed,
    Unclear,
    Behind,
    Conflict,
}
