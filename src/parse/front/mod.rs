//! Front matter: from YAML to typed values, each with its place.
//!
//! Enters: a YAML tree of an edition, of shared data, or of the bibliography. Leaves: typed values, every
//! key optional, and what was wrong. Never here: whether shared values agree, whether an id exists.

mod bibliography;
mod charts;
mod drawing;
pub(super) mod ids;
mod notes;
mod read;
mod tables;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::body::{Body, Format};
use crate::base::{Lang, LocalText, PartialDate, Span};
use crate::config::Fallback;
use crate::config::yaml::Placed;
use crate::text::Number;

pub use bibliography::{SOURCE_KINDS, bibliography};
pub use charts::{Chart, ChartKind, Point, PointLabel, PointValue};
pub use drawing::{DrawingText, drawing_text};
pub use notes::Revision;
pub use read::{Place, read};
pub use tables::{Cell, Column, Row, Table};

/// What belongs to one edition.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OwnFront {
    /// Whether a title or term was written, even one that cannot be used and has been reported.
    pub is_named: bool,
    /// The page's title.
    pub title: Option<Placed<String>>,
    /// A shorter title for the main menu.
    pub menu_title: Option<Placed<String>>,
    /// A sentence about the page.
    pub description: Option<Placed<String>>,
    /// The page's part of the address.
    pub slug: Option<Placed<String>>,
    /// Old addresses.
    pub aliases: Vec<Placed<String>>,
    /// How the edition came to be.
    pub translated: Option<Placed<Translated>>,
    /// What makes it the edition of a term.
    pub term: TermFront,
}

/// What belongs to one edition of a glossary entry.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TermFront {
    /// The preferred term.
    pub term: Option<Placed<String>>,
    /// Other forms.
    pub forms: Vec<Placed<String>>,
    /// Forms that should not be used.
    pub avoid: Vec<Placed<String>>,
    /// The short definition.
    pub short: Option<Placed<Arc<Body>>>,
}

/// What the editions of a page share.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SharedFront {
    /// When it was published.
    pub date: Option<Placed<PartialDate>>,
    /// When it was last changed.
    pub updated: Option<Placed<PartialDate>>,
    /// Whether it is a draft.
    pub draft: Option<Placed<bool>>,
    /// Its place in its folder.
    pub order: Option<Placed<i64>>,
    /// What it is about.
    pub tags: Option<Placed<Vec<String>>>,
    /// The template to use.
    pub template: Option<Placed<String>>,
    /// Whether it has a table of contents.
    pub toc: Option<Placed<bool>>,
    /// Whether terms are linked in it.
    pub glossary: Option<Placed<bool>>,
    /// What a missing edition gets.
    pub fallback: Option<Placed<Fallback>>,
    /// Sources beside those cited.
    pub sources: Option<Placed<Vec<Placed<String>>>>,
    /// Figures by id.
    pub figures: Option<Placed<BTreeMap<String, Figure>>>,
    /// Events in the order of the file.
    pub timeline: Option<Placed<Vec<TimelineEvent>>>,
    /// Charts by id.
    pub charts: Option<Placed<BTreeMap<String, Chart>>>,
    /// Tables by id.
    pub tables: Option<Placed<BTreeMap<String, Table>>>,
    /// The log of revisions, in the order of the file.
    pub revisions: Option<Placed<Vec<Revision>>>,
    /// Whether its sections are questions and answers.
    pub faq: Option<Placed<bool>>,
    /// Free data.
    pub extra: Option<Placed<serde_json::Value>>,
    /// The acronym of a term.
    pub acronym: Option<Placed<String>>,
    /// The ids of related terms.
    pub related: Option<Placed<Vec<Placed<String>>>>,
    /// Where a term is linked.
    pub link: Option<Placed<LinkPolicy>>,
    /// What happens to a term's forms in texts of other languages.
    pub foreign: Option<Placed<ForeignPolicy>>,
}

/// How an edition came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Translated {
    /// By a person.
    Human,
    /// By a machine.
    Machine,
    /// By a machine, and reviewed by a person.
    Reviewed,
}

impl Translated {
    /// The word in front matter and views.
    pub fn name(self) -> &'static str {
        match self {
            Translated::Human => "human",
            Translated::Machine => "machine",
            Translated::Reviewed => "reviewed",
        }
    }
}

/// Where a term is linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkPolicy {
    /// Where it appears.
    Auto,
    /// Where an author asks for it.
    Explicit,
    /// Nowhere.
    Never,
}

impl LinkPolicy {
    /// The word in front matter and exports.
    pub fn name(self) -> &'static str {
        match self {
            LinkPolicy::Auto => "auto",
            LinkPolicy::Explicit => "explicit",
            LinkPolicy::Never => "never",
        }
    }
}

/// What happens to a term's forms of one language in texts of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForeignPolicy {
    /// They are looked for like the language's own.
    Link,
    /// The same, and they are marked up with their language.
    Mark,
    /// They are not looked for.
    Ignore,
}

/// A figure: typed once, shown in every language.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The value.
    pub value: FigureValue,
    /// How it is written.
    pub format: Format,
    /// Whether the true number is another one; `None`: it is this.
    pub bound: Option<Bound>,
    /// What it counts.
    pub unit: LocalText,
    /// What it says.
    pub label: LocalText,
    /// When it was so.
    pub as_of: Option<PartialDate>,
    /// The id of its source.
    pub source: Option<Placed<String>>,
    /// Where its id stands.
    pub span: Span,
}

/// How the true number stands to the one that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// It is larger.
    Over,
    /// It is smaller.
    Under,
    /// It is near.
    About,
}

impl Bound {
    pub(super) const NAMES: [(&'static str, Bound); 3] =
        [("over", Bound::Over), ("under", Bound::Under), ("about", Bound::About)];

    /// The word in shared data, templates and messages.
    pub fn name(self) -> &'static str {
        match self {
            Bound::Over => "over",
            Bound::Under => "under",
            Bound::About => "about",
        }
    }
}

/// The value of a figure.
#[derive(Debug, Clone, PartialEq)]
pub enum FigureValue {
    /// A number.
    Number(Number),
    /// From the first number to the second.
    Range(Number, Number),
    /// A date.
    Date(PartialDate),
}

/// An event of a timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineEvent {
    /// When it was.
    pub date: PartialDate,
    /// What happened.
    pub title: LocalText,
    /// More about it, in each language; the key without language serves all.
    pub text: BTreeMap<Option<Lang>, Arc<Body>>,
    /// The id of its source.
    pub source: Option<Placed<String>>,
    /// Where the event stands.
    pub span: Span,
}

/// An entry of the bibliography.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceEntry {
    /// What kind of source it is: `article`, `report`, `web`, `book`, `video`.
    pub kind: Option<String>,
    /// Its title.
    pub title: LocalText,
    /// The language it is in.
    pub language: Option<Lang>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it appeared.
    pub date: Option<PartialDate>,
    /// Where it can be read; http or https.
    pub url: Option<String>,
    /// A remark.
    pub note: LocalText,
    /// Where its id stands.
    pub span: Span,
}
