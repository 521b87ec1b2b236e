//! The blocks of an edition as they take part in agreement, each with an address, a hash and a readable line.
//!
//! Enters: a document and the ids of its headings. Leaves: its [`Unit`]s, in the order of the file. Never here: another
//! edition, how a line was wrapped, dates.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use super::HeadingId;
use super::line::{line, plain_line};
use crate::base::{Digest, Span};
use crate::parse::Document;
use crate::parse::body::{Block, BlockKind, Body, Event, Tag};

/// A block of an edition, or a text of its front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its address; unique within the edition.
    pub id: BlockId,
    /// The digest of `text`: equal if the two say the same with the same markup. Re-wrapping changes nothing.
    pub hash: Digest,
    /// What it says, on one line, in the manner of Markdown, in NFC. Figures, citations and terms stand as written:
    /// `{{ companies }}`, `[@report]`, `[[llm|…]]`. Without tabs and line ends; not empty.
    pub text: String,
    /// What stands in it beside words, in order: `{{ companies }}`, `[@report]`, `[[llm]]`, `(../chips.md)`, `` `code` ``,
    /// `[^]`. The same in every language, where editions agree.
    pub slots: Vec<String>,
    /// Where it stands in the file: what a new text would be written in place of.
    pub span: Span,
    /// Its events in the document's body; empty for a text of the front matter.
    pub events: Range<u32>,
    /// The id that the author gave it, if it is a heading.
    pub anchor: Option<String>,
}

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// A text of the front matter, by its key.
    Front(FrontKey),
    /// A block of the text.
    Block(BlockKind),
}

/// The keys of front matter that are translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FrontKey {
    /// `title`
    Title,
    /// `menu_title`
    MenuTitle,
    /// `description`
    Description,
    /// `term`
    Term,
    /// `short`
    Short,
}

impl FrontKey {
    /// All of them, in the order in which they are compared.
    pub const ALL: [FrontKey; 5] =
        [FrontKey::Title, FrontKey::MenuTitle, FrontKey::Description, FrontKey::Term, FrontKey::Short];

    /// The key as authors write it.
    pub fn name(self) -> &'static str {
        match self {
            FrontKey::Title => "title",
            FrontKey::MenuTitle => "menu_title",
            FrontKey::Description => "description",
            FrontKey::Term => "term",
            FrontKey::Short => "short",
        }
    }
}

/// The kinds of block as addresses write them: after HTML's elements.
const KINDS: [(&str, BlockKind); 8] = [
    ("h", BlockKind::Heading),
    ("p", BlockKind::Paragraph),
    ("li", BlockKind::Item),
    ("tr", BlockKind::Row),
    ("pre", BlockKind::Code),
    ("dt", BlockKind::Title),
    ("dd", BlockKind::Definition),
    ("call", BlockKind::Component),
];

impl UnitKind {
    /// The word in addresses: `title`, `h`, `p`, `li`.
    pub fn name(self) -> &'static str {
        match self {
            UnitKind::Front(key) => key.name(),
            UnitKind::Block(kind) => KINDS.into_iter().find(|(_, known)| *known == kind).map_or("", |(name, _)| name),
        }
    }
}

/// The address of a unit within its edition: `why/p2`, the second paragraph under the heading `why`; `p1`, the first
/// before any heading; `why/h1`, the heading itself; `title`, the title in the front matter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockId {
    /// The id of the nearest heading; `None` before the first one and in the front matter.
    pub section: Option<String>,
    /// What it is.
    pub kind: UnitKind,
    /// Which of its kind in the section, from 1; 1 for texts of the front matter.
    pub ordinal: u32,
}

impl BlockId {
    /// Reads an address as it is printed.
    pub fn parse(text: &str) -> Option<BlockId> {
        let (section, last) = match text.rsplit_once('/') {
            Some((section, last)) if !section.is_empty() => (Some(section.to_owned()), last),
            Some(_) => return None,
            None => (None, text),
        };
        let front = FrontKey::ALL.into_iter().find(|key| key.name() == last).filter(|_| section.is_none());
        if let Some(key) = front {
            return Some(BlockId { section, kind: UnitKind::Front(key), ordinal: 1 });
        }
        let digits = last.trim_start_matches(|letter: char| letter.is_ascii_lowercase());
        let ordinal = digits.parse().ok().filter(|ordinal| *ordinal > 0 && !digits.starts_with(['0', '+']))?;
        let name = &last[..last.len() - digits.len()];
        let (_, kind) = KINDS.into_iter().find(|(known, _)| *known == name)?;
        Some(BlockId { section, kind: UnitKind::Block(kind), ordinal })
    }
}

impl fmt::Display for BlockId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(section) = &self.section {
            write!(f, "{section}/")?;
        }
        match self.kind {
            UnitKind::Front(key) => f.write_str(key.name()),
            UnitKind::Block(_) => write!(f, "{}{}", self.kind.name(), self.ordinal),
        }
    }
}

/// The units of an edition, in the order of the file: the front matter's texts first. Blocks without a word or slot
/// are left out.
///
/// `heading_ids` has an id for each heading of the document.
pub fn units(document: &Document, heading_ids: &[HeadingId]) -> Vec<Unit> {
    let mut units = front_units(document);
    let body = &document.body;
    let mut section: Option<&str> = None;
    let mut counts: BTreeMap<BlockKind, u32> = BTreeMap::new();
    for Block { kind, span, events } in &body.blocks {
        let heading = heading_number(body, events);
        if let Some(number) = heading {
            section = heading_ids.get(number).map(|id| id.id.as_str());
            counts.clear();
        }
        let ordinal = counts.entry(*kind).or_insert(0);
        *ordinal += 1;
        let (text, slots) = line(body, events.clone());
        if text.is_empty() {
            continue;
        }
        units.push(Unit {
            id: BlockId { section: section.map(str::to_owned), kind: UnitKind::Block(*kind), ordinal: *ordinal },
            hash: Digest::of(text.as_bytes()),
            text,
            slots,
            span: *span,
            events: events.clone(),
            anchor: heading.and_then(|number| body.headings[number].id.clone()),
        });
    }
    units
}

/// The number of the heading that these events are, if they are one.
fn heading_number(body: &Body, events: &Range<u32>) -> Option<usize> {
    match body.events.get(events.start as usize) {
        Some(Event::Start(Tag::Heading(number))) => Some(*number as usize),
        _ => None,
    }
}

fn front_units(document: &Document) -> Vec<Unit> {
    let own = &document.own;
    let unit = |key: FrontKey| {
        let plain = match key {
            FrontKey::Title => &own.title,
            FrontKey::MenuTitle => &own.menu_title,
            FrontKey::Description => &own.description,
            FrontKey::Term => &own.term.term,
            FrontKey::Short => &None,
        };
        let (text, slots, span) = match (plain, &own.term.short) {
            (Some(text), _) => (plain_line(&text.value), Vec::new(), text.span),
            (None, Some(short)) if key == FrontKey::Short => {
                let (text, slots) = line(&short.value, 0..short.value.end());
                (text, slots, short.span)
            }
            _ => return None,
        };
        (!text.is_empty()).then(|| Unit {
            id: BlockId { section: None, kind: UnitKind::Front(key), ordinal: 1 },
            hash: Digest::of(text.as_bytes()),
            text,
            slots,
            span,
            events: 0..0,
            anchor: None,
        })
    };
    FrontKey::ALL.into_iter().filter_map(unit).collect()
}
