//! The words of a block, without code, markup and references, and the way back to their places.
//!
//! Enters: a block's events. Leaves: a text in which each range has its place in the source. Never here: rules.

use std::ops::Range;

use crate::base::Span;
use crate::parse::body::{Body, Event, Str, Tag};
use crate::translation::Unit;

/// Stands for what is shown but is not words: code, a formula, a figure.
pub(super) const BARRIER: char = '\u{fffc}';

/// The words of a text.
#[derive(Debug, Clone, Default)]
pub(super) struct Prose {
    /// Line breaks of the source stand as spaces.
    pub text: String,
    /// In order: where a piece begins in `text`, and where it stands in the source; `None` if it does not stand there as
    /// it is.
    pieces: Vec<(usize, Option<Span>)>,
}

impl Prose {
    /// The words of a block or of a text of the front matter.
    pub(super) fn of_unit(body: &Body, unit: &Unit) -> Prose {
        if unit.events.is_empty() {
            return Prose::of_value(&unit.text, unit.span, &body.source);
        }
        let mut prose = Prose::default();
        let mut in_code = false;
        for event in &body.events[unit.events.start as usize..unit.events.end as usize] {
            match event {
                Event::Start(Tag::CodeBlock(_)) => in_code = true,
                Event::End(Tag::CodeBlock(_)) => in_code = false,
                Event::Text(_) if in_code => {}
                Event::Text(piece) => prose.piece(body.str(*piece), source_of(*piece)),
                Event::SoftBreak | Event::HardBreak => prose.piece(" ", None),
                Event::Start(Tag::TableCell(_)) | Event::End(Tag::Paragraph) => prose.piece("\n", None),
                Event::Code(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::Html(_)
                | Event::Figure(_)
                | Event::Citation(..)
                | Event::Component(_) => prose.barrier(),
                // `[[llm]]` shows a term's own name.
                Event::Start(Tag::Term(number)) if !body.terms[*number as usize].own_text => prose.barrier(),
                _ => {}
            }
        }
        prose
    }

    /// A value of YAML: its place is exact where it is written as it is.
    pub(super) fn of_value(text: &str, span: Span, source: &str) -> Prose {
        let found = span.text(source).find(text).map(|at| {
            let start = span.start as usize + at;
            Span::new(start..start + text.len())
        });
        Prose { text: text.to_owned(), pieces: vec![(0, found)] }
    }

    /// A text whose place is known as a whole only.
    pub(super) fn of_text(text: &str) -> Prose {
        Prose { text: text.to_owned(), pieces: vec![(0, None)] }
    }

    /// A text of pieces of a source.
    pub(super) fn of_pieces<'a>(pieces: impl Iterator<Item = (&'a str, Option<Span>)>) -> Prose {
        let mut prose = Prose::default();
        for (text, span) in pieces {
            match span {
                Some(span) => prose.piece(text, Some(span)),
                None => prose.barrier(),
            }
        }
        prose
    }

    fn piece(&mut self, text: &str, source: Option<Span>) {
        self.pieces.push((self.text.len(), source));
        self.text.push_str(text);
    }

    fn barrier(&mut self) {
        self.pieces.push((self.text.len(), None));
        self.text.push(BARRIER);
    }

    /// Where a range of the text stands in the source, from its first to its last byte; `None` if that is not known.
    pub(super) fn place(&self, range: &Range<usize>) -> Option<Span> {
        let start = self.source_at(range.start)?;
        let end = self.source_at(range.end.saturating_sub(1))? + 1;
        (start <= end).then_some(Span { start, end })
    }

    /// The same, if the source has just these bytes there: what a change may be written in place of.
    pub(super) fn exact(&self, range: &Range<usize>) -> Option<Span> {
        let piece = |at: usize| self.pieces.partition_point(|(start, _)| *start <= at);
        let one = !range.is_empty() && piece(range.start) == piece(range.end - 1);
        self.place(range).filter(|_| one)
    }

    fn source_at(&self, at: usize) -> Option<u32> {
        let number = self.pieces.partition_point(|(start, _)| *start <= at).checked_sub(1)?;
        let (start, source) = self.pieces[number];
        source.map(|source| source.start + (at - start) as u32)
    }

    /// Whether there is nothing to read in it.
    pub(super) fn is_empty(&self) -> bool {
        !self.text.contains(char::is_alphanumeric)
    }
}

fn source_of(piece: Str) -> Option<Span> {
    match piece {
        Str::Source(span) => Some(span),
        Str::Arena(_) => None,
    }
}
