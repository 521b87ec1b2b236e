//! Where a text goes: in place of its twin, or, where it has none, beside the twin of its neighbour.
//!
//! Enters: a page in two languages, a new text. Leaves: edits, and what the page has to be after them. Never here: whether
//! it is.

use std::collections::BTreeSet;

use super::Edit;
use super::front;
use super::page::{Expected, Page, Side, Step};
use super::words::rewritten;
use crate::translation::UnitKind;

/// On which side of a neighbour a block is put that has no twin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// After the twin of what stands before it.
    After,
    /// Before the twin of what stands after it.
    Before,
}

/// A page that texts are put into.
pub(super) struct Place<'a, 'p> {
    pub(super) page: &'p Page,
    pub(super) target: &'p Side,
    /// The units of the source that have been put there so far, although they have no twin.
    pub(super) made: &'a BTreeSet<usize>,
}

impl<'p> Place<'_, 'p> {
    /// The edits so far, and one more.
    pub(super) fn step(&self, so_far: &Step<'p>, at: usize, text: &str, beside: Beside) -> Result<Step<'p>, String> {
        let unit = self.page.entries[at];
        let mut step = Step { edits: so_far.edits.clone(), expected: so_far.expected.clone() };
        match (self.page.twins[unit], self.page.source.units[unit].id.kind, beside) {
            (Some(twin), ..) => self.replace(&mut step, unit, twin, text)?,
            (None, UnitKind::Front(_), _) => {
                let source = &self.page.source.units[unit];
                step.edits.push(front::new_key(self.target, source, text)?);
                step.expected.insert(0, Expected::New(source, None));
            }
            (None, UnitKind::Block(_), Beside::After) => self.after(&mut step, unit, text)?,
            (None, UnitKind::Block(_), Beside::Before) => self.before(&mut step, unit, text)?,
        }
        step.edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        Ok(step)
    }

    fn replace(&self, step: &mut Step<'p>, unit: usize, twin: usize, text: &str) -> Result<(), String> {
        let old = &self.target.units[twin];
        step.edits.push(match old.id.kind {
            UnitKind::Front(_) => front::edit(self.target, old.span.range(), text)?,
            UnitKind::Block(_) => {
                let range = self.target.content(twin).ok_or("there are no words in it to replace")?;
                Edit { range, text: rewritten(self.target.text(), &self.target.pieces[twin], text) }
            }
        });
        let is_old = |one: &Expected<'_>| matches!(one, Expected::Same(unit) if unit.id == old.id);
        if let Some(place) = step.expected.iter().position(is_old) {
            step.expected[place] = Expected::New(&self.page.source.units[unit], Some(old));
        }
        Ok(())
    }

    /// Puts a block before the twin of what stands after it.
    fn before(&self, step: &mut Step<'p>, unit: usize, text: &str) -> Result<(), String> {
        let units = &self.page.source.units;
        let next = units.get(unit + 1).ok_or("nothing stands after it")?;
        let twins = &self.page.twins;
        let twin = (unit + 1..units.len()).find_map(|after| twins[after]).ok_or("nothing after it has a twin")?;
        let waits = |between: &usize| twins[*between].is_none() && !self.page.entries.contains(between);
        let until = (unit + 1..units.len()).find(|after| twins[*after].is_some()).unwrap_or(units.len());
        if (unit + 1..until).any(|between| waits(&between)) {
            return Err("something after it has no translation".to_owned());
        }
        let start = units[unit].span.start as usize;
        let new = self.block(unit, start, next.span.start as usize, text)?;
        let twin = &self.target.units[twin];
        self.insert(step, twin.span.start as usize, new);
        let is_twin = |one: &Expected<'_>| matches!(one, Expected::Same(known) | Expected::New(_, Some(known)) if known.id == twin.id);
        let place = step.expected.iter().position(is_twin).unwrap_or(step.expected.len());
        step.expected.insert(place, Expected::New(&units[unit], None));
        Ok(())
    }

    /// Puts a block after the twin of what stands before it.
    fn after(&self, step: &mut Step<'p>, unit: usize, text: &str) -> Result<(), String> {
        let source = &self.page.source.units[unit];
        let (start, anchor) = self.anchor(unit)?;
        let front = self.target.document.front_span.end;
        let place = anchor.map_or(front, |twin| self.target.units[twin].span.end) as usize;
        let new = self.block(unit, start, source.span.end as usize, text)?;
        self.insert(step, place, new);
        let after = step.expected.iter().rposition(|one| self.is_before(one, anchor, unit));
        let is_front = |one: &&Expected<'_>| matches!(one, Expected::Same(unit) | Expected::New(unit, _) if matches!(unit.id.kind, UnitKind::Front(_)));
        let first = step.expected.iter().take_while(is_front).count();
        step.expected.insert(after.map_or(first, |after| after + 1), Expected::New(source, None));
        Ok(())
    }

    fn insert(&self, step: &mut Step<'_>, place: usize, text: String) {
        match step.edits.iter_mut().find(|edit| edit.range == (place..place)) {
            Some(edit) => edit.text.push_str(&text),
            None => step.edits.push(Edit { range: place..place, text }),
        }
    }

    /// Whether something expected comes before a block that is put after `anchor`.
    fn is_before(&self, one: &Expected<'_>, anchor: Option<usize>, unit: usize) -> bool {
        match one {
            Expected::Same(known) | Expected::New(_, Some(known)) => {
                anchor.is_some_and(|twin| self.target.units[twin].id == known.id)
                    || (anchor.is_none() && matches!(known.id.kind, UnitKind::Front(_)))
            }
            // What was put there just now, and stands before it in the source.
            Expected::New(new, None) => {
                let place = self.page.source.units.iter().position(|known| known.id == new.id);
                let is_here = |place: usize| self.anchor_of(place) == anchor;
                place.is_some_and(|place| place < unit && is_here(place))
            }
        }
    }

    /// The twin of the nearest block before a unit of the source that has one.
    fn anchor_of(&self, unit: usize) -> Option<usize> {
        let blocks =
            (0..unit).rev().filter(|before| matches!(self.page.source.units[*before].id.kind, UnitKind::Block(_)));
        blocks.filter_map(|before| self.page.twins[before]).next()
    }

    /// Where, in the source, what has to be taken over with a block begins; and the block of the target it comes after.
    fn anchor(&self, unit: usize) -> Result<(usize, Option<usize>), String> {
        let mut start = None;
        for before in (0..unit).rev() {
            let known = &self.page.source.units[before];
            if let UnitKind::Front(_) = known.id.kind {
                break;
            }
            if self.page.twins[before].is_some() || self.made.contains(&before) {
                start = start.or(Some(known.span.end as usize));
                break;
            }
            if self.page.entries.contains(&before) {
                return Err(format!("the text before it, `{}`, has no translation yet to come after", known.id));
            }
        }
        Ok((start.unwrap_or(self.page.source.document.front_span.end as usize), self.anchor_of(unit)))
    }

    /// A block of the source with other words, and what stands around it, from `start` to `end`.
    fn block(&self, unit: usize, start: usize, end: usize, text: &str) -> Result<String, String> {
        let source = self.page.source.text();
        let content = self.page.source.content(unit).ok_or("there are no words in it to replace")?;
        let new = rewritten(source, &self.page.source.pieces[unit], text);
        Ok(format!("{}{new}{}", &source[start..content.start], &source[content.end..end]))
    }
}
