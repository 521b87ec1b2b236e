//! A parsed text to HTML, with every reference already followed.
//!
//! Enters: a [`Body`], and for each thing that it names what to show. Leaves: HTML that is safe to write as
//! it is. Never here: what is not allowed through (no attribute, scheme or tag comes from content unless the
//! folder is trusted), templates (components are rendered by whoever calls).

mod footnotes;
mod terms;
mod units;
mod writer;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Lang, PartialDate};
use crate::parse::body::{Body, ComponentUse};
use crate::resolve::PartIds;
use crate::translation::HeadingId;
use writer::Writer;

/// What the references of a text lead to, for one reader.
pub struct References {
    /// For each link of the body.
    pub links: Vec<Href>,
    /// For each term of the body.
    pub terms: Vec<TermLink>,
    /// The terms in running text that are marked up, in order, without overlap.
    pub marks: Vec<Mark>,
    /// For each figure of the body; `None` has been reported.
    pub figures: Vec<Option<InlineFigure>>,
    /// For each citation of the body; `None` has been reported.
    pub citations: Vec<Option<Citation>>,
    /// For each heading of the body.
    pub heading_ids: Vec<HeadingId>,
    /// The ids of parts, by their first event, in the order of the text.
    pub part_ids: PartIds,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Href {
    /// To an address; with the language that awaits the reader there, if it is another.
    To(String, Option<Lang>),
    /// Nowhere: only its text is shown.
    Nowhere,
}

/// What is shown of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermLink {
    /// The term's id where the page itself lists the term: then the reference gets an id, `r-<id>-1`, and leads there.
    pub listed: Option<String>,
    /// Its page; `None` on its own page, or where there is none.
    pub href: Option<String>,
    /// The language that awaits the reader there, if it is another.
    pub hreflang: Option<Lang>,
    /// The preferred term, for references without a text of their own.
    pub text: String,
    /// The language of what is shown, where it is not the text's: of `text`, or of the form that stands in the text.
    pub lang: Option<Lang>,
}

/// A term in running text that becomes a link, or has its language marked: from a place to a place, as in
/// [`crate::resolve::TermMark`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its first byte, or the event before it.
    pub start: (u32, u32),
    /// The byte after its last, or the event after it.
    pub end: (u32, u32),
    /// Where it leads, and what language it is in.
    pub link: TermLink,
}

/// What is shown of a figure within a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InlineFigure {
    /// A number: for machines, and for people.
    Number(String, String),
    /// A date: for machines, and for people.
    Date(PartialDate, String),
}

/// What is shown of a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The source's id.
    pub id: String,
    /// The source's number on the page, from 1.
    pub number: u32,
    /// Which of the page's citations of this source it is, from 1.
    pub ordinal: u32,
    /// What a screen reader says.
    pub label: String,
}

/// The words that the text's surroundings need, in the text's language.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    /// Titles of alerts by [`crate::parse::body::Alert::name`].
    pub alerts: BTreeMap<&'static str, String>,
    /// Above the footnotes.
    pub footnotes: String,
    /// What a screen reader says of a reference to footnote 1, 2, ….
    pub footnote: Vec<String>,
    /// What a screen reader says of the way back from footnote 1, 2, ….
    pub footnote_back: Vec<String>,
    /// What a screen reader says of a table that scrolls.
    pub table: String,
    /// What a screen reader says of a task that is done.
    pub task_done: String,
    /// What a screen reader says of a task that is not done.
    pub task_open: String,
}

/// Renders the components that a text calls.
pub trait Components {
    /// The HTML of a call; `body` is the HTML between its opening and closing, if it has any.
    fn component(&mut self, call: &ComponentUse, body: Option<String>) -> String;
}

/// Texts that may not call components: short definitions, timelines.
pub struct NoComponents;

impl Components for NoComponents {
    fn component(&mut self, _: &ComponentUse, body: Option<String>) -> String {
        body.unwrap_or_default()
    }
}

/// The HTML of a whole text.
pub fn blocks(body: &Body, references: &References, labels: &Labels, components: &mut dyn Components) -> String {
    let mut writer = Writer::new(body, references, labels, components);
    writer.parts();
    writer.footnotes();
    writer.out
}

/// A part of a text at its first level, for a page side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// A heading's contents without its tags; anything else whole.
    pub html: String,
}

/// What a part of a text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnitKind {
    /// A heading: its level, its id and its second anchor.
    Heading(u8, HeadingId),
    /// Anything else: the id that it shares with its twin, if it has one.
    Other(Option<Arc<str>>),
}

/// The HTML of a text part by part, and of its footnotes. `prefix` stands before every id but those of headings.
pub fn units(
    body: &Body,
    references: &References,
    labels: &Labels,
    components: &mut dyn Components,
    prefix: &str,
) -> (Vec<Unit>, String) {
    let mut writer = Writer::new(body, references, labels, components);
    writer.prefix = prefix.to_owned();
    let units = writer.units();
    writer.footnotes();
    (units, writer.out)
}

/// The HTML of a short text: one paragraph is written without its tags.
pub fn inline(body: &Body, references: &References, labels: &Labels) -> String {
    let html = blocks(body, references, labels, &mut NoComponents);
    let html = html.trim();
    match html.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>")) {
        Some(inner) if !inner.contains("<p>") => inner.to_owned(),
        _ => html.to_owned(),
    }
}

/// Escapes text for HTML, in content and in attributes with double quotes.
pub fn escape(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = special(rest.as_bytes()) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// The first byte that has to be escaped.
fn special(bytes: &[u8]) -> Option<usize> {
    let is_special = |byte: &u8| matches!(byte, b'&' | b'<' | b'>' | b'"');
    // Sixteen bytes are looked at without a branch, which the processor does at once.
    let mut at = 0;
    while let Some(chunk) = bytes.get(at..at + 16) {
        if chunk.iter().fold(false, |any, byte| any | is_special(byte)) {
            break;
        }
        at += 16;
    }
    bytes[at..].iter().position(is_special).map(|found| at + found)
}
