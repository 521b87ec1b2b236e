//! How the files of data stand, for `songngu translations status`.
//!
//! Enters: the site's files of data. Leaves: counts for each file and language. Never here: printing.

use std::collections::BTreeMap;

use crate::base::{Lang, SourcePath};
use crate::resolve::{DataFile, Site};
use crate::text;
use crate::translation::{DataPair, State};

/// A file of data in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DataStatus {
    pub(super) path: SourcePath,
    pub(super) lang: Lang,
    /// How many texts it has in any language.
    pub(super) texts: usize,
    /// Texts that agree with all languages.
    pub(super) agreed: usize,
    /// Texts whose twin has moved.
    pub(super) behind: usize,
    /// Texts that have moved together with their twin.
    pub(super) conflict: usize,
    /// Texts that another language has and this one lacks.
    pub(super) missing: usize,
    /// Texts that nobody has said anything of.
    pub(super) new: usize,
    /// How many words (in Vietnamese, syllables) of other languages wait to be followed or translated.
    pub(super) words_left: u32,
}

impl DataStatus {
    /// Whether a person has nothing to do on it.
    pub(super) fn is_done(&self) -> bool {
        self.behind + self.conflict + self.missing + self.new == 0
    }

    /// Texts that wait for a change.
    pub(super) fn open(&self) -> usize {
        self.behind + self.conflict + self.missing
    }
}

/// The files of data with texts, what needs work first.
pub(super) fn data_files(site: &Site) -> Vec<DataStatus> {
    let mut found: Vec<DataStatus> = site.data.files.values().flat_map(|file| of_file(site, file)).collect();
    found.sort_by_key(|status| {
        let open = usize::MAX - status.open();
        (open, usize::MAX - status.new, status.path.clone(), status.lang.clone())
    });
    found
}

fn of_file(site: &Site, file: &DataFile) -> Vec<DataStatus> {
    let texts = file.texts();
    if texts.is_empty() || file.langs.len() < 2 {
        return Vec::new();
    }
    // The worst of the states of a text to all other languages, and the words that it waits for.
    let mut worst: BTreeMap<(&Lang, &str), (Rank, u32)> = BTreeMap::new();
    for langs in file.lang_pairs() {
        for pair in file.pairs(site, &texts, langs) {
            for side in [0, 1] {
                let seen = worst.entry((langs[side], pair.text.id.as_str())).or_insert((Rank::Lone, 0));
                *seen = (*seen).max(rank(&pair, langs, side));
            }
        }
    }
    let of_lang = |lang: &Lang| {
        let ranks = || worst.iter().filter(|((of, _), _)| *of == lang).map(|(_, found)| found);
        let count = |wanted: Rank| ranks().filter(|(rank, _)| *rank == wanted).count();
        DataStatus {
            path: file.source.path.clone(),
            lang: lang.clone(),
            texts: ranks().count(),
            agreed: count(Rank::Agreed),
            behind: count(Rank::Behind),
            conflict: count(Rank::Conflict),
            missing: count(Rank::Missing),
            new: count(Rank::New),
            words_left: ranks().map(|(_, words)| words).sum(),
        }
    };
    file.langs.iter().map(of_lang).collect()
}

/// The states of a text in one language, the best first. One that others lack says nothing about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Lone,
    Agreed,
    New,
    Behind,
    Conflict,
    Missing,
}

/// How a text stands in one of two languages, and how many words of the other it waits for.
fn rank(pair: &DataPair<'_>, langs: [&Lang; 2], side: usize) -> (Rank, u32) {
    let other = pair.sides[1 - side].map_or(0, |text| text::reading(langs[1 - side], &text.said.text));
    match (pair.state, pair.sides[side]) {
        (_, None) => (Rank::Missing, other),
        (State::Conflict, _) => (Rank::Conflict, other),
        (State::Behind(behind), _) if behind.index() == side => (Rank::Behind, other),
        (State::New, _) => (Rank::New, 0),
        (State::Missing(_), _) => (Rank::Lone, 0),
        (State::Agreed | State::Behind(_), _) => (Rank::Agreed, 0),
    }
}
