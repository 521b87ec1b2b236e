//! The parts of a text at its first level, and those of two editions side by side.
//!
//! Enters: bodies, their units, and rows of units. Leaves: parts; which part of one edition stands beside which of another;
//! the id of a part, which all editions share. Never here: HTML, a second opinion on which blocks belong together.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::align::{Row, in_order};
use super::unit::{BlockId, Unit, UnitKind};
use crate::parse::body::{Body, Event, Tag};

/// A part of a text at its first level, with all that it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Its events, with start and end; not empty.
    pub events: Range<u32>,
}

/// What a part of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// A heading: its number in the body's `headings`.
    Heading(u32),
    /// A paragraph.
    Paragraph,
    /// A list of any kind.
    List,
    /// A table.
    Table,
    /// A code block.
    Code,
    /// A quotation or an alert.
    Quotation,
    /// A component with or without a body.
    Component,
    /// A break between themes.
    Rule,
    /// Anything else.
    Other,
}

impl PartKind {
    fn of(event: Event) -> PartKind {
        match event {
            Event::Start(Tag::Heading(number)) => PartKind::Heading(number),
            Event::Start(Tag::Paragraph) => PartKind::Paragraph,
            Event::Start(Tag::List(_) | Tag::DefinitionList) => PartKind::List,
            Event::Start(Tag::Table(_)) => PartKind::Table,
            Event::Start(Tag::CodeBlock(_)) => PartKind::Code,
            Event::Start(Tag::Quote | Tag::Alert(_)) => PartKind::Quotation,
            Event::Start(Tag::Component(_)) | Event::Component(_) => PartKind::Component,
            Event::Rule => PartKind::Rule,
            _ => PartKind::Other,
        }
    }

    fn is_heading(self) -> bool {
        matches!(self, PartKind::Heading(_))
    }
}

/// The parts of a text in its order; the texts of footnotes are passed over.
pub fn parts(body: &Body) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut at = 0;
    while at < body.events.len() {
        if let Event::Start(Tag::FootnoteDefinition(number)) = body.events[at] {
            at = body.footnotes[number as usize].events.end as usize;
            continue;
        }
        let end = part_end(body, at);
        parts.push(Part { kind: PartKind::of(body.events[at]), events: at as u32..end as u32 });
        at = end;
    }
    parts
}

/// The event after the part that begins at `at`.
fn part_end(body: &Body, at: usize) -> usize {
    let mut depth = 0_u32;
    for (step, event) in body.events[at..].iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + step + 1;
        }
    }
    body.events.len()
}

/// Two parts side by side, by their places among the parts of each edition; one of them may be missing, never both.
pub type Beside = (Option<usize>, Option<usize>);

/// Puts the parts of two editions side by side as `rows` has their blocks: each part beside the one that most of its blocks
/// have their twins in; what is left over at the same place, and is the same in number and kind, stands together too. In
/// the order of the first edition, with what it lacks after what comes before it in the second.
pub fn beside(parts: [&[Part]; 2], units: [&[Unit]; 2], rows: &[Row]) -> Vec<Beside> {
    let place = |side: usize, unit: usize| part_of(parts[side], &units[side][unit]);
    let mut joined: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for row in rows {
        let (Some(a), Some(b)) = (row.a, row.b) else { continue };
        if let (Some(i), Some(j)) = (place(0, a), place(1, b)) {
            *joined.entry((i, j)).or_default() += 1;
        }
    }
    let fits = |i: usize, j: usize| parts[0][i].kind.is_heading() == parts[1][j].kind.is_heading();
    let mut likely: Vec<((usize, usize), usize)> = joined.into_iter().filter(|((i, j), _)| fits(*i, *j)).collect();
    likely.sort_by_key(|(place, count)| (Reverse(*count), *place));
    let mut partner: Vec<Option<usize>> = vec![None; parts[0].len()];
    let mut owner: Vec<Option<usize>> = vec![None; parts[1].len()];
    for ((i, j), _) in likely {
        if partner[i].is_none() && owner[j].is_none() {
            (partner[i], owner[j]) = (Some(j), Some(i));
        }
    }
    let mut settled = [0, 1].map(|side| vec![false; parts[side].len()]);
    for row in rows.iter().filter(|row| row.entry.is_some()) {
        let (side, unit) = match (row.a, row.b) {
            (Some(a), None) => (0, a),
            (None, Some(b)) => (1, b),
            _ => continue,
        };
        if let Some(part) = place(side, unit) {
            settled[side][part] = true;
        }
    }
    fill_gaps(parts, &settled, &mut partner, &mut owner);
    in_order(&partner, &owner)
}

/// Joins what is left over at the same place of both texts, if it is the same in number and kind: short texts have little in
/// common, and rules have no words. What is settled, as a person has found it to have no twin, stays alone.
fn fill_gaps(
    parts: [&[Part]; 2],
    settled: &[Vec<bool>; 2],
    partner: &mut [Option<usize>],
    owner: &mut [Option<usize>],
) {
    let gap = |joined: &[Option<usize>], start: usize| {
        joined[start..].iter().position(Option::is_some).map_or(joined.len(), |length| start + length)
    };
    let mut i = 0;
    while i < partner.len() {
        if partner[i].is_some() {
            i += 1;
            continue;
        }
        let end = gap(partner, i);
        let start = if i == 0 { Some(0) } else { partner[i - 1].map(|j| j + 1) };
        if let Some(j) = start.filter(|j| gap(owner, *j) - j == end - i) {
            let fits = |(i, j): (usize, usize)| {
                let (a, b) = (parts[0][i].kind, parts[1][j].kind);
                a == b && !a.is_heading() && !settled[0][i] && !settled[1][j]
            };
            if (i..end).zip(j..).all(fits) {
                for (i, j) in (i..end).zip(j..) {
                    (partner[i], owner[j]) = (Some(j), Some(i));
                }
            }
        }
        i = end;
    }
}

fn part_of(parts: &[Part], unit: &Unit) -> Option<usize> {
    let UnitKind::Block(_) = unit.id.kind else { return None };
    let at = parts.partition_point(|part| part.events.end <= unit.events.start);
    parts.get(at).filter(|part| part.events.start <= unit.events.start).map(|_| at)
}

/// For each part the first of its units; `None` for what has no words.
fn first_units(parts: &[Part], units: &[Unit]) -> Vec<Option<usize>> {
    let mut first: Vec<Option<usize>> = vec![None; parts.len()];
    for (at, unit) in units.iter().enumerate() {
        if let Some(part) = part_of(parts, unit) {
            first[part].get_or_insert(at);
        }
    }
    first
}

/// The ids of parts: for each the address of its first block, `why--p2` for `why/p2`, `page--p1` before any heading. No
/// heading may have such an id. `None` for headings, which have ids of their own, and for what has no words.
pub fn part_ids(parts: &[Part], units: &[Unit]) -> Vec<Option<String>> {
    let id = |(part, first): (&Part, Option<usize>)| {
        let unit = first.filter(|_| !part.kind.is_heading()).map(|at| &units[at])?;
        let BlockId { section, kind, ordinal } = &unit.id;
        Some(format!("{}--{}{ordinal}", section.as_deref().unwrap_or("page"), kind.name()))
    };
    parts.iter().zip(first_units(parts, units)).map(id).collect()
}
