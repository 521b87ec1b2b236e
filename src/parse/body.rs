//! A text after parsing: a flat list of events and blocks, with everything that refers elsewhere on lists of its own.
//!
//! Holds spans into its own source; never HTML, never other files.

use std::ops::Range;
use std::sync::Arc;

use crate::base::{Lang, Span};

/// The parsed text of an edition, or of a short Markdown text in its front matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// The language it is written in.
    pub lang: Lang,
    /// The text that the spans lie in: the whole file, or the short text itself.
    pub source: Arc<str>,
    /// Texts that do not stand in the source as they are (decoded entities, typographic marks).
    pub arena: String,
    /// What to show, in order. Starts and ends are balanced.
    pub events: Vec<Event>,
    /// The blocks in order of the text.
    pub blocks: Vec<Block>,
    /// The headings in order.
    pub headings: Vec<Heading>,
    /// Links and images in order.
    pub links: Vec<Link>,
    /// References to glossary terms, in order.
    pub terms: Vec<TermUse>,
    /// Figures shown within the text, in order.
    pub figures: Vec<FigureUse>,
    /// Citations in order.
    pub citations: Vec<CitationUse>,
    /// Component calls in order.
    pub components: Vec<ComponentUse>,
    /// Footnotes in order of their definition.
    pub footnotes: Vec<Footnote>,
    /// Tables in order.
    pub tables: Vec<Vec<Alignment>>,
    /// Places of raw HTML.
    pub html: Vec<Span>,
}

/// A text: a piece of the source, or one of the arena.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Str {
    /// Stands in the source as it is.
    Source(Span),
    /// Stands in the arena.
    Arena(Span),
}

/// A step through the text. Numbers are positions in the body's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Something begins.
    Start(Tag),
    /// The thing of that kind that began last ends.
    End(Tag),
    /// Text.
    Text(Str),
    /// Code within a line.
    Code(Str),
    /// A formula within a line.
    InlineMath(Str),
    /// A formula of its own.
    DisplayMath(Str),
    /// Raw HTML.
    Html(Str),
    /// A line break of the source.
    SoftBreak,
    /// A line break to be shown.
    HardBreak,
    /// A break between themes.
    Rule,
    /// A box before a task, ticked or not.
    Task(bool),
    /// A reference to a footnote: its number in `footnotes`.
    Footnote(u32),
    /// A figure: its number in `figures`.
    Figure(u32),
    /// A group of citations: the range in `citations`.
    Citation(u32, u32),
    /// A component without a body: its number in `components`.
    Component(u32),
}

/// What begins and ends. Numbers are positions in the body's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// A paragraph.
    Paragraph,
    /// A heading: its number in `headings`.
    Heading(u32),
    /// A quotation.
    Quote,
    /// An alert.
    Alert(Alert),
    /// A code block; the word that tells its language may be empty.
    CodeBlock(Str),
    /// A list; with the first number if it is numbered.
    List(Option<u32>),
    /// An item of a list.
    Item,
    /// The text of a footnote: its number in `footnotes`.
    FootnoteDefinition(u32),
    /// A definition list.
    DefinitionList,
    /// What is defined.
    DefinitionTitle,
    /// What it means.
    Definition,
    /// A table: its number in `tables`.
    Table(u32),
    /// The row of headings of a table.
    TableHead,
    /// A row of a table.
    TableRow,
    /// A cell: the number of its column.
    TableCell(u32),
    /// Stress.
    Emphasis,
    /// Strong stress.
    Strong,
    /// Struck out.
    Strikethrough,
    /// Raised.
    Superscript,
    /// Lowered.
    Subscript,
    /// A link: its number in `links`.
    Link(u32),
    /// An image; its contents are the text for those who do not see it. Its number in `links`.
    Image(u32),
    /// A reference to a term with a text of its own: its number in `terms`.
    Term(u32),
    /// Text in which no term is looked for.
    Plain,
    /// A component with a body: its number in `components`.
    Component(u32),
}

/// The kinds of alert.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alert {
    /// Worth knowing.
    Note,
    /// Helpful.
    Tip,
    /// Needed.
    Important,
    /// Of danger.
    Warning,
    /// Of consequences.
    Caution,
}

impl Alert {
    /// The word in class names and message keys.
    pub fn name(self) -> &'static str {
        match self {
            Alert::Note => "note",
            Alert::Tip => "tip",
            Alert::Important => "important",
            Alert::Warning => "warning",
            Alert::Caution => "caution",
        }
    }
}

/// How the cells of a column are aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// As usual.
    None,
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// A unit of text that the editions of a page are compared by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the source.
    pub span: Span,
    /// Its events.
    pub events: Range<u32>,
}

/// The kinds of block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a tight list: one whose text is not in paragraphs.
    Item,
    /// A row of a table.
    Row,
    /// A code block.
    Code,
    /// What is defined in a definition list.
    Title,
    /// A definition that is not in paragraphs.
    Definition,
    /// A component call that stands alone.
    Component,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6, as written.
    pub level: u8,
    /// The id that the author gave it (`{#partners}`).
    pub id: Option<String>,
    /// The id made from its text; unique within the edition, never empty.
    pub slug: String,
    /// Classes that the author gave it.
    pub classes: Vec<String>,
    /// Its text without markup; figures and terms that need other files are left out of it.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Its events without start and end.
    pub events: Range<u32>,
}

/// A link or an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub target: Target,
    /// The title that the author gave it; may be empty.
    pub title: String,
    /// Where the address stands in the source, or the whole link.
    pub span: Span,
    /// Whether it is an image.
    pub image: bool,
}

/// Where a link leads, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Out of the site; the scheme is an allowed one.
    External(String),
    /// Within the site: a path, which may be empty, and a section.
    Internal {
        /// As written, percent-decoded; relative, or from the content folder with a slash at its start.
        path: String,
        /// Without `#`.
        anchor: Option<String>,
    },
    /// An address that songngu does not write out; it has been reported.
    Refused,
}

/// A reference to a glossary term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermUse {
    /// The term's id.
    pub id: String,
    /// Whether the reference has a text of its own.
    pub own_text: bool,
    /// Where it stands.
    pub span: Span,
}

/// A figure within the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureUse {
    /// The figure's id.
    pub id: String,
    /// The format asked for, if not the figure's own.
    pub format: Option<Format>,
    /// Where it stands.
    pub span: Span,
}

/// How a figure is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// By the kind of value: a number with grouping, a date in full.
    Auto,
    /// Without grouping.
    Plain,
    /// With the word for millions and the like.
    Compact,
    /// With a percent sign.
    Percent,
    /// A date without its year.
    DayMonth,
}

impl Format {
    /// The names of formats, as authors write them.
    pub const NAMES: &'static [(&'static str, Format)] = &[
        ("auto", Format::Auto),
        ("plain", Format::Plain),
        ("compact", Format::Compact),
        ("percent", Format::Percent),
        ("long", Format::Auto),
        ("day-month", Format::DayMonth),
    ];

    /// The format of that name.
    pub fn from_name(name: &str) -> Option<Format> {
        Format::NAMES.iter().find(|(known, _)| *known == name).map(|(_, format)| *format)
    }
}

/// One source within a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitationUse {
    /// The source's id.
    pub id: String,
    /// Where the citation stands.
    pub span: Span,
}

/// A component call.
#[derive(Debug, Clone, PartialEq)]
pub struct ComponentUse {
    /// The component's name.
    pub name: String,
    /// The arguments in order; names are unique.
    pub arguments: Vec<Argument>,
    /// Whether it stands alone in its paragraph, not within a line of text.
    pub block: bool,
    /// Whether it has a body.
    pub body: bool,
    /// Where the call stands.
    pub span: Span,
}

/// An argument of a component call.
#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    /// Its name.
    pub name: String,
    /// Its value: a text, number, truth value, list or map.
    pub value: serde_json::Value,
    /// Where it stands.
    pub span: Span,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// Its label as written.
    pub label: String,
    /// Where its definition stands.
    pub span: Span,
    /// The events of its text, with start and end.
    pub events: Range<u32>,
    /// How often it is referred to.
    pub references: u32,
}

impl Body {
    /// The text of a piece.
    pub fn str(&self, piece: Str) -> &str {
        match piece {
            Str::Source(span) => span.text(&self.source),
            Str::Arena(span) => span.text(&self.arena),
        }
    }

    /// The text of some events without markup; terms show their own text only.
    pub fn plain(&self, events: Range<u32>) -> String {
        let mut out = String::new();
        for event in &self.events[events.start as usize..events.end as usize] {
            match event {
                Event::Text(piece) | Event::Code(piece) | Event::InlineMath(piece) | Event::DisplayMath(piece) => {
                    out.push_str(self.str(*piece));
                }
                Event::SoftBreak | Event::HardBreak => out.push(' '),
                _ => {}
            }
        }
        out
    }

    /// The number of events, for ranges.
    pub fn end(&self) -> u32 {
        self.events.len() as u32
    }
}
