//! The blocks of two editions, each beside its twin.
//!
//! Enters: the units of two editions, and what they last agreed on. Leaves: rows. Never here: which of the two is the
//! original, files, a dictionary.
//!
//! What was agreed on is found again first, wherever it stands now ([`trace`](super::trace)). The rest is put together
//! in the order of the two texts, by the path of highest likeness (Needleman and Wunsch, "A general method applicable
//! to the search for similarities in the amino acid sequence of two proteins", 1970), between headings of one id; the
//! lengths of texts count as in Gale and Church, "A program for aligning sentences in bilingual corpora", 1993. What is
//! left then and is much alike stands together too, though out of order.

use std::collections::BTreeMap;
use std::ops::Range;

use super::entry::{Entry, Said};
use super::likeness::Likeness;
use super::trace::trace;
use super::unit::{Unit, UnitKind};
use crate::parse::body::BlockKind;

/// Two blocks side by side; one of them may be missing, never both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Its place among the units of the first edition.
    pub a: Option<usize>,
    /// Its place among the units of the second edition.
    pub b: Option<usize>,
    /// The place of what was last agreed on of them, among the entries; the texts may have moved since.
    pub entry: Option<usize>,
    /// How sure it is that they belong together.
    pub sure: Sure,
}

/// How sure it is that two blocks belong together, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// A person has said so, and neither has moved.
    Agreed,
    /// A person has said so; at least one has moved since.
    Moved,
    /// Their sections have the same structure, and they stand at the same place in it.
    Order,
    /// They are the likeliest: a proposal.
    Likely,
    /// A block alone.
    Alone,
}

/// Puts the units of two editions together. Every unit stands in one row; rows are in the order of the first edition,
/// with what it lacks after what comes before it in the second.
pub fn align(a: &[Unit], b: &[Unit], entries: &[Entry]) -> Vec<Row> {
    let traced = trace(entries, [a, b]);
    let mut aligner = Aligner {
        a,
        b,
        partner: vec![None; a.len()],
        known: [vec![false; a.len()], vec![false; b.len()]],
        alone: vec![false; a.len()],
        taken: vec![false; b.len()],
    };
    let mut entry_of = [vec![None; a.len()], vec![None; b.len()]];
    for (at, found) in traced.iter().enumerate() {
        for side in [0, 1] {
            if let Some(unit) = found[side] {
                entry_of[side][unit] = Some(at);
                aligner.known[side][unit] = true;
            }
        }
        // What was agreed to have no twin gets none, as long as it says the same.
        let alone = |side: usize, unit: usize| {
            let [first, second] = &entries[at].sides;
            let (own, other) = if side == 0 { (first, second) } else { (second, first) };
            other.is_nothing() && own.hash == [a, b][side][unit].hash
        };
        match *found {
            [Some(i), Some(j)] => aligner.join(i, j),
            [Some(i), None] => aligner.alone[i] = alone(0, i),
            [None, Some(j)] => aligner.taken[j] = alone(1, j),
            [None, None] => {}
        }
    }
    aligner.front();
    aligner.likely();
    let sure = |row: &Row| match (row.a, row.b) {
        (Some(i), Some(j)) => match row.entry {
            Some(at) if entries[at].sides[0].hash == a[i].hash && entries[at].sides[1].hash == b[j].hash => {
                Sure::Agreed
            }
            Some(at) if entries[at].sides.iter().any(Said::is_nothing) => Sure::Likely,
            Some(_) => Sure::Moved,
            None => Sure::Likely,
        },
        _ => Sure::Alone,
    };
    let mut rows = aligner.rows();
    for row in &mut rows {
        let known = |side: usize, at: Option<usize>| at.and_then(|at| entry_of[side][at]);
        row.entry = known(0, row.a).or_else(|| known(1, row.b));
        row.sure = sure(row);
    }
    mark_order(&mut rows, a, b);
    rows
}

struct Aligner<'a> {
    a: &'a [Unit],
    b: &'a [Unit],
    /// For each unit of the first edition its twin in the second.
    partner: Vec<Option<usize>>,
    /// Whether the units of each edition were agreed on before.
    known: [Vec<bool>; 2],
    /// Whether a unit of the first edition is to have none.
    alone: Vec<bool>,
    /// Whether a unit of the second edition has a twin, or is to have none.
    taken: Vec<bool>,
}

impl Aligner<'_> {
    fn is_free(&self, i: usize) -> bool {
        self.partner[i].is_none() && !self.alone[i]
    }

    /// Two that were agreed on with other twins, which are gone, are not twins of each other.
    fn may_join(&self, i: usize, j: usize) -> bool {
        let both_known = self.known[0][i] && self.known[1][j];
        !self.alone[i] && !both_known
    }

    fn join(&mut self, i: usize, j: usize) {
        self.partner[i] = Some(j);
        self.taken[j] = true;
    }

    /// Joins what nobody has said anything of. Costs nothing where one edition has no such block.
    fn likely(&mut self) {
        let is_open = (0..self.a.len()).any(|i| self.is_free(i)) && self.taken.contains(&false);
        if !is_open {
            return;
        }
        let likeness = Likeness::new(self.a, self.b);
        for (first, second) in self.segments() {
            self.in_order(&likeness, first, second);
        }
        self.out_of_order(&likeness);
    }

    /// Texts of the front matter belong together by their keys.
    fn front(&mut self) {
        for i in 0..self.a.len() {
            let UnitKind::Front(_) = self.a[i].id.kind else { continue };
            let twin = self.b.iter().position(|unit| unit.id.kind == self.a[i].id.kind);
            if let Some(j) = twin.filter(|j| self.is_free(i) && !self.taken[*j]) {
                self.join(i, j);
            }
        }
    }

    /// Parts of both texts that begin with a heading of the same given id, however they are ordered; and what comes
    /// before the first such heading.
    fn segments(&self) -> Vec<(Range<usize>, Range<usize>)> {
        let text = |units: &[Unit]| units.iter().take_while(|unit| matches!(unit.id.kind, UnitKind::Front(_))).count();
        let anchors = |units: &[Unit]| -> BTreeMap<String, usize> {
            let given = |(at, unit): (usize, &Unit)| Some((unit.anchor.clone()?, at));
            units.iter().enumerate().rev().filter_map(given).collect()
        };
        let (first, second) = (anchors(self.a), anchors(self.b));
        let common = |one: &BTreeMap<String, usize>, other: &BTreeMap<String, usize>, start: usize, end: usize| {
            let shared = one.iter().filter(|(id, _)| other.contains_key(*id)).map(|(id, at)| (*at, Some(id.clone())));
            let mut starts: Vec<(usize, Option<String>)> = shared.chain([(start, None)]).collect();
            starts.sort();
            let ends: Vec<usize> = starts.iter().skip(1).map(|(at, _)| *at).chain([end]).collect();
            let part = |((start, id), end): ((usize, Option<String>), usize)| (id, start..end.max(start));
            starts.into_iter().zip(ends).map(part).collect::<Vec<_>>()
        };
        let parts = common(&first, &second, text(self.a), self.a.len());
        let twins: BTreeMap<Option<String>, Range<usize>> =
            common(&second, &first, text(self.b), self.b.len()).into_iter().collect();
        parts.into_iter().filter_map(|(id, part)| Some((part, twins.get(&id)?.clone()))).collect()
    }

    /// Joins what belongs together in the order of two parts.
    fn in_order(&mut self, likeness: &Likeness, first: Range<usize>, second: Range<usize>) {
        if first.is_empty() || second.is_empty() {
            return;
        }
        if first.len().saturating_mul(second.len()) > super::MAX_TABLE {
            let (middle, other) = ((first.start + first.end) / 2, (second.start + second.end) / 2);
            self.in_order(likeness, first.start..middle, second.start..other);
            return self.in_order(likeness, middle..first.end, other..second.end);
        }
        let value = |i: usize, j: usize| match (self.partner[i], self.taken[j]) {
            (Some(partner), _) if partner == j => KNOWN,
            (None, false) if self.may_join(i, j) => likeness.of(i, j),
            _ => 0,
        };
        let pairs: Vec<(usize, usize)> = best_path(&first, &second, value);
        for (i, j) in pairs {
            if self.partner[i].is_none() {
                self.join(i, j);
            }
        }
    }

    /// Joins what is left over and much alike, wherever it stands; the likest first.
    fn out_of_order(&mut self, likeness: &Likeness) {
        let first: Vec<usize> = (0..self.a.len()).filter(|i| self.is_free(*i)).collect();
        let second: Vec<usize> = (0..self.b.len()).filter(|j| !self.taken[*j]).collect();
        if first.len().saturating_mul(second.len()) > super::MAX_TABLE {
            return;
        }
        let mut likely: Vec<(i32, usize, usize)> = Vec::new();
        for i in &first {
            let may_join = second.iter().filter(|j| self.may_join(*i, **j));
            likely.extend(may_join.map(|j| (likeness.of(*i, *j), *i, *j)).filter(|(value, ..)| *value >= ALIKE));
        }
        likely.sort_by_key(|(value, i, j)| (-value, *i, *j));
        for (_, i, j) in likely {
            if self.partner[i].is_none() && !self.taken[j] {
                self.join(i, j);
            }
        }
    }

    fn rows(&self) -> Vec<Row> {
        let mut owner = vec![None; self.b.len()];
        for (i, partner) in self.partner.iter().enumerate() {
            if let Some(j) = partner {
                owner[*j] = Some(i);
            }
        }
        let row = |(a, b)| Row { a, b, entry: None, sure: Sure::Alone };
        in_order(&self.partner, &owner).into_iter().map(row).collect()
    }
}

/// All of both editions in the order of the first; what only the second has stands behind what comes before it there.
/// `partner` and `owner` say of each edition which of the other's it stands beside.
pub(super) fn in_order(partner: &[Option<usize>], owner: &[Option<usize>]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut after: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    let mut before = None;
    for (j, owner) in owner.iter().enumerate() {
        match owner {
            Some(i) => before = Some(*i),
            None => after.entry(before).or_default().push(j),
        }
    }
    let alone = |at| after.get(&at).into_iter().flatten().map(|j| (None, Some(*j)));
    let mut rows: Vec<(Option<usize>, Option<usize>)> = alone(None).collect();
    for (i, partner) in partner.iter().enumerate() {
        rows.push((Some(i), *partner));
        rows.extend(alone(Some(i)));
    }
    rows
}

/// What a pair is worth that is known already.
const KNOWN: i32 = 10_000;
/// What a pair out of order has to be worth.
const ALIKE: i32 = 70;

/// The pairs of the path through a table of values that is worth most; a pair of no value is never part of it.
fn best_path(first: &Range<usize>, second: &Range<usize>, value: impl Fn(usize, usize) -> i32) -> Vec<(usize, usize)> {
    let width = second.len() + 1;
    let mut best = vec![0_i32; (first.len() + 1) * width];
    let mut step = vec![Step::First; (first.len() + 1) * width];
    for i in (0..first.len()).rev() {
        for j in (0..second.len()).rev() {
            let at = i * width + j;
            let pair = value(first.start + i, second.start + j);
            let choices = [
                (if pair > 0 { best[at + width + 1].saturating_add(pair) } else { -1 }, Step::Both),
                (best[at + width], Step::First),
                (best[at + 1], Step::Second),
            ];
            let choice = choices.into_iter().reduce(|one, other| if other.0 > one.0 { other } else { one });
            (best[at], step[at]) = choice.expect("there are three choices");
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < first.len() && j < second.len() {
        match step[i * width + j] {
            Step::Both => {
                pairs.push((first.start + i, second.start + j));
                (i, j) = (i + 1, j + 1);
            }
            Step::First => i += 1,
            Step::Second => j += 1,
        }
    }
    pairs
}

/// A step along the path.
#[derive(Debug, Clone, Copy)]
enum Step {
    Both,
    First,
    Second,
}

/// Marks proposals in sections of the same structure: each block of the one has a twin of its kind in the other.
fn mark_order(rows: &mut [Row], a: &[Unit], b: &[Unit]) {
    let sections = [section_numbers(a), section_numbers(b)];
    // A section is whole with the one section of the other edition that all of its blocks have their twins in.
    let mut whole: BTreeMap<(usize, usize), Option<usize>> = BTreeMap::new();
    let mut see = |side: usize, section: usize, other: Option<usize>| {
        let seen = whole.entry((side, section)).or_insert(other);
        if *seen != other {
            *seen = None;
        }
    };
    for row in rows.iter() {
        let (first, second) = (row.a.map(|i| sections[0][i]), row.b.map(|j| sections[1][j]));
        let same_kind = match (row.a, row.b) {
            (Some(i), Some(j)) => a[i].id.kind == b[j].id.kind,
            _ => false,
        };
        if let Some(section) = first {
            see(0, section, second.filter(|_| same_kind));
        }
        if let Some(section) = second {
            see(1, section, first.filter(|_| same_kind));
        }
    }
    for row in rows.iter_mut().filter(|row| row.sure == Sure::Likely) {
        let (Some(i), Some(j)) = (row.a, row.b) else { continue };
        let (first, second) = (sections[0][i], sections[1][j]);
        if whole.get(&(0, first)) == Some(&Some(second)) && whole.get(&(1, second)) == Some(&Some(first)) {
            row.sure = Sure::Order;
        }
    }
}

/// The number of the section of each unit: the front matter's is 0, that before the first heading 1.
fn section_numbers(units: &[Unit]) -> Vec<usize> {
    let mut section = 1;
    let number = |unit: &Unit| match unit.id.kind {
        UnitKind::Front(_) => 0,
        UnitKind::Block(kind) => {
            section += usize::from(kind == BlockKind::Heading);
            section
        }
    };
    units.iter().map(number).collect()
}
