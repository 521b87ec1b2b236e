//! What was agreed on, found again in the texts of today.
//!
//! Enters: agreed texts of two editions, their units of today. Leaves: for each agreed pair, the unit that each of its
//! texts is now. Never here: a comparison of one language with another.

use std::collections::{BTreeMap, HashMap, VecDeque};

use super::entry::{Entry, is_kind};
use super::unit::{Unit, UnitKind};
use crate::base::Digest;

/// For each entry, where its two texts are today: positions in the two lists of units. No unit is named twice.
///
/// Equal texts come first, wherever they stand now. A text that is gone is the unit that is most like it, if at
/// least half of their words are the same; a text of the front matter is the one of its key.
pub(super) fn trace(entries: &[Entry], units: [&[Unit]; 2]) -> Vec<[Option<usize>; 2]> {
    let mut found = vec![[None, None]; entries.len()];
    let mut places = units.map(by_hash);
    // Pairs of which both texts stand first: what was left behind by a merge must not take a text away from them.
    for (entry, found) in entries.iter().zip(&mut found) {
        let has = |side: usize| places[side].get(&entry.sides[side].hash).is_some_and(|queue| !queue.is_empty());
        if has(0) && has(1) {
            *found = [0, 1].map(|side| take(&mut places[side], &entry.sides[side].hash));
        }
    }
    for (entry, found) in entries.iter().zip(&mut found).filter(|(_, found)| found[0].is_none()) {
        for side in [0, 1] {
            // Nothing is not found: no unit is without text.
            found[side] = take(&mut places[side], &entry.sides[side].hash);
        }
    }
    for side in [0, 1] {
        let mut free = vec![true; units[side].len()];
        for at in found.iter().filter_map(|found| found[side]) {
            free[at] = false;
        }
        for (entry, found) in entries.iter().zip(&mut found).filter(|(_, found)| found[side].is_none()) {
            let Some(key) = entry.front().filter(|_| !entry.sides[side].is_nothing()) else { continue };
            let is_key = |(at, unit): &(usize, &Unit)| free[*at] && unit.id.kind == UnitKind::Front(key);
            if let Some((at, _)) = units[side].iter().enumerate().find(is_key) {
                free[at] = false;
                found[side] = Some(at);
            }
        }
        changed(entries, units[side], side, &mut found, &mut free);
    }
    found
}

type Places = HashMap<Digest, VecDeque<usize>>;

fn by_hash(units: &[Unit]) -> Places {
    let mut places = Places::new();
    for (at, unit) in units.iter().enumerate() {
        places.entry(unit.hash).or_default().push_back(at);
    }
    places
}

fn take(places: &mut Places, hash: &Digest) -> Option<usize> {
    places.get_mut(hash)?.pop_front()
}

/// How many texts a word may stand in and still help to find one.
const COMMON_WORD: usize = 200;

/// Finds texts that were changed, the most alike first.
fn changed(entries: &[Entry], units: &[Unit], side: usize, found: &mut [[Option<usize>; 2]], free: &mut [bool]) {
    let is_lost = |at: &usize| found[*at][side].is_none() && !entries[*at].sides[side].is_nothing();
    let lost: Vec<usize> = (0..entries.len()).filter(is_lost).collect();
    let free_units: Vec<usize> = (0..units.len()).filter(|at| free[*at]).collect();
    if lost.is_empty() || free_units.is_empty() {
        return;
    }
    let old: Vec<BTreeMap<&str, u32>> = lost.iter().map(|at| words(&entries[*at].sides[side].text)).collect();
    let mut index: HashMap<&str, Vec<(usize, u32)>> = HashMap::new();
    for (at, words) in old.iter().enumerate() {
        for (word, count) in words {
            index.entry(word).or_default().push((at, *count));
        }
    }
    let size = |words: &BTreeMap<&str, u32>| words.values().sum::<u32>();
    let sizes: Vec<u32> = old.iter().map(size).collect();
    let mut likely = Vec::new();
    for unit in &free_units {
        let new = words(&units[*unit].text);
        let mut shared: BTreeMap<usize, u32> = BTreeMap::new();
        for (word, count) in &new {
            for (at, other) in index.get(word).filter(|places| places.len() <= COMMON_WORD).into_iter().flatten() {
                *shared.entry(*at).or_default() += count.min(other);
            }
        }
        let new_size = size(&new);
        for (at, shared) in shared {
            // In thousandths of all words of both.
            let likeness = 2000 * u64::from(shared) / u64::from((sizes[at] + new_size).max(1));
            // A part of what was divided has most of its words from the whole, and the other way about.
            let contained = 1000 * u64::from(shared) / u64::from(sizes[at].min(new_size).max(1));
            let is_like = likeness >= 500 || (contained >= 800 && likeness >= 250);
            if is_like && is_kind(units[*unit].id.kind, &entries[lost[at]].kind) {
                likely.push((likeness, lost[at], *unit));
            }
        }
    }
    likely.sort_by_key(|(likeness, entry, unit)| (std::cmp::Reverse(*likeness), *entry, *unit));
    for (_, entry, unit) in likely {
        if found[entry][side].is_none() && free[unit] {
            found[entry][side] = Some(unit);
            free[unit] = false;
        }
    }
}

/// How alike two texts are: the words that both have, in thousandths of all words of both.
pub(super) fn likeness(a: &str, b: &str) -> u64 {
    let (a, b) = (words(a), words(b));
    let size = |words: &BTreeMap<&str, u32>| words.values().sum::<u32>();
    let shared: u32 = a.iter().map(|(word, count)| *count.min(b.get(word).unwrap_or(&0))).sum();
    2000 * u64::from(shared) / u64::from((size(&a) + size(&b)).max(1))
}

/// The words of a text and how often each stands in it; signs between them do not count.
fn words(text: &str) -> BTreeMap<&str, u32> {
    let mut words = BTreeMap::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word).or_insert(0) += 1;
    }
    words
}
