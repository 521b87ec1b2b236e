//! Markdown to a [`Body`]: pulldown-cmark's events, with songngu's own references read out of them.
//!
//! Enters: a source text, where its Markdown starts, its language. Leaves: a body and what was wrong.
//! Never here: HTML, other files, whether a target exists, the site's configuration.

mod calls;
mod headings;
mod kinds;
mod links;
mod pieces;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{self as cmark, BrokenLink, CodeBlockKind, CowStr, Event as Cmark, Options, Parser};

use super::body::{Block, BlockKind, Body, ComponentUse, Event, Footnote, Str, Tag};
use kinds::{alert, alignment, block_kind, is_inline, is_inline_end};

pub use pieces::{Piece, PieceKind, pieces};

use crate::base::{Lang, SourcePath, Span};
use crate::diag::{Code, Diagnostic};
use crate::text::{self, Quotes};

/// The deepest nesting of lists, quotations and markup.
const MAX_NESTING: usize = 64;

/// Reads the Markdown of `source` from byte `offset` to its end.
pub fn parse(path: &SourcePath, source: &Arc<str>, offset: usize, lang: &Lang) -> (Body, Vec<Diagnostic>) {
    let mut builder = Builder::new(path, source, offset, lang);
    for (event, range) in parser(&source[offset..]).into_offset_iter() {
        builder.event(event, range.start + offset..range.end + offset);
    }
    builder.finish()
}

/// Reads Markdown with what songngu adds to it: `[@id]` is a link, even though no definition says where to.
fn parser(markdown: &str) -> Parser<'_, impl cmark::BrokenLinkCallback<'_>> {
    let claim = |link: BrokenLink<'_>| -> Option<(CowStr<'_>, CowStr<'_>)> {
        let is_citation =
            link.reference.strip_prefix('@').is_some_and(|id| id.starts_with(|c: char| c.is_alphanumeric()));
        is_citation.then(|| (link.reference.to_string().into(), "".into()))
    };
    Parser::new_with_broken_link_callback(markdown, options(), Some(claim))
}

/// The extensions that authors may use. Each is named: `Options::all()` would switch footnotes off.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS
}

/// What was begun and not yet ended.
enum Open {
    /// Something that is in the body.
    Shown(Tag),
    /// Something that another event has taken the place of.
    Hidden,
    /// Something within a call that has been read as a whole.
    Taken,
}

struct Builder<'a> {
    path: &'a SourcePath,
    source: &'a str,
    quotes: Quotes,
    body: Body,
    diagnostics: Vec<Diagnostic>,
    open: Vec<Open>,
    /// Ends of the ranges of what is open, to bound calls.
    limits: Vec<usize>,
    /// The block that is being read: kind, start in the source, first event.
    block: Option<(BlockKind, usize, u32)>,
    /// A range of the source that has been read as a call; inline events that start in it are dropped.
    taken: Range<usize>,
    /// Inside a paragraph that is one call: everything until its end is dropped.
    in_call_paragraph: bool,
    footnote_numbers: BTreeMap<String, u32>,
    slugs: BTreeMap<String, u32>,
    column: u32,
    /// Inside a code block: its text is shown as it is written.
    in_code: bool,
    /// Inside a block of raw HTML that is kept.
    in_html: bool,
    open_single_quotes: u32,
    too_deep: bool,
}

impl<'a> Builder<'a> {
    fn new(path: &'a SourcePath, source: &'a Arc<str>, offset: usize, lang: &Lang) -> Builder<'a> {
        let body = Body {
            lang: lang.clone(),
            source: source.clone(),
            arena: String::new(),
            events: Vec::with_capacity((source.len() - offset) / 24),
            blocks: Vec::new(),
            headings: Vec::new(),
            links: Vec::new(),
            terms: Vec::new(),
            figures: Vec::new(),
            citations: Vec::new(),
            components: Vec::new(),
            footnotes: Vec::new(),
            tables: Vec::new(),
            html: Vec::new(),
        };
        Builder {
            path,
            source,
            quotes: text::quotes(lang),
            body,
            diagnostics: Vec::new(),
            open: Vec::new(),
            limits: Vec::new(),
            block: None,
            taken: 0..0,
            in_call_paragraph: false,
            footnote_numbers: BTreeMap::new(),
            slugs: BTreeMap::new(),
            column: 0,
            in_code: false,
            in_html: false,
            open_single_quotes: 0,
            too_deep: false,
        }
    }

    fn report(&mut self, code: Code, span: Span, message: impl Into<String>, hint: &str) {
        self.diagnostics.push(Diagnostic::new(code, message).at(self.path, span).hint(hint));
    }

    fn push(&mut self, event: Event) {
        self.body.events.push(event);
    }

    /// Whether an inline event has already been read as part of a call.
    fn is_taken(&self, range: &Range<usize>) -> bool {
        self.in_call_paragraph || (self.taken.start < range.start && range.start < self.taken.end)
    }

    fn event(&mut self, event: Cmark<'_>, range: Range<usize>) {
        match event {
            Cmark::Start(tag) => self.start(tag, range),
            Cmark::End(end) => self.end(end, range),
            Cmark::Text(piece) if self.in_code => self.inline(&piece, range, Event::Text),
            Cmark::Text(piece) => self.text(&piece, range),
            Cmark::Html(piece) if self.in_html => self.inline(&piece, range, Event::Html),
            Cmark::SoftBreak if !self.is_taken(&range) => self.push(Event::SoftBreak),
            Cmark::HardBreak if !self.is_taken(&range) => self.push(Event::HardBreak),
            Cmark::Rule => self.push(Event::Rule),
            Cmark::TaskListMarker(done) => {
                self.open_item_block(range.start);
                self.push(Event::Task(done));
            }
            _ if self.is_taken(&range) => {}
            Cmark::Code(code) => self.inline(&code, range, Event::Code),
            Cmark::InlineMath(formula) => self.inline(&formula, range, Event::InlineMath),
            Cmark::DisplayMath(formula) => self.inline(&formula, range, Event::DisplayMath),
            Cmark::InlineHtml(html) => {
                if !html.starts_with("<!--") {
                    self.html(range);
                }
            }
            Cmark::FootnoteReference(_) if self.is_in_link(&range) => {}
            Cmark::FootnoteReference(label) => {
                self.open_item_block(range.start);
                let number = self.footnote(&label);
                self.body.footnotes[number as usize].references += 1;
                self.push(Event::Footnote(number));
            }
            Cmark::Html(_) | Cmark::SoftBreak | Cmark::HardBreak => {}
        }
    }

    fn inline(&mut self, piece: &str, range: Range<usize>, event: fn(Str) -> Event) {
        self.open_item_block(range.start);
        let piece = self.keep(piece, &range);
        self.push(event(piece));
    }

    /// A piece of text: as a span of the source where it stands there, else in the arena.
    fn keep(&mut self, piece: &str, range: &Range<usize>) -> Str {
        // Most pieces begin where their range does, or after one sign (`` ` ``, `*`).
        let find = |text: &str| {
            (0..=1).find(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(piece))).or_else(|| text.find(piece))
        };
        if let Some(found) = self.source.get(range.clone()).and_then(find) {
            let start = range.start + found;
            return Str::Source(Span::new(start..start + piece.len()));
        }
        let start = self.body.arena.len();
        self.body.arena.push_str(piece);
        Str::Arena(Span::new(start..self.body.arena.len()))
    }

    fn html(&mut self, range: Range<usize>) {
        self.open_item_block(range.start);
        let span = Span::new(range);
        self.body.html.push(span);
        self.push(Event::Html(Str::Source(span)));
    }

    fn footnote(&mut self, label: &str) -> u32 {
        if let Some(number) = self.footnote_numbers.get(label) {
            return *number;
        }
        let number = self.body.footnotes.len() as u32;
        self.footnote_numbers.insert(label.to_owned(), number);
        self.body.footnotes.push(Footnote {
            label: label.to_owned(),
            span: Span::default(),
            events: 0..0,
            references: 0,
        });
        number
    }

    /// The number of a footnote whose text begins here. Only the first text of a label is referred to (as in GitHub's
    /// Markdown); further ones get numbers of their own.
    fn footnote_definition(&mut self, label: &str, range: &Range<usize>) -> u32 {
        let mut number = self.footnote(label);
        let span = Span::new(range.start..range.start + label.len() + 3);
        if self.body.footnotes[number as usize].span != Span::default() {
            self.footnote_numbers.remove(label);
            let first = number;
            number = self.footnote(label);
            self.footnote_numbers.insert(label.to_owned(), first);
        }
        let footnote = &mut self.body.footnotes[number as usize];
        footnote.span = span;
        footnote.events.start = self.body.events.len() as u32;
        number
    }

    fn start(&mut self, tag: cmark::Tag<'_>, range: Range<usize>) {
        if self.in_call_paragraph {
            return;
        }
        if is_inline(&tag) && self.is_taken(&range) {
            self.limits.push(range.end);
            return self.open.push(Open::Taken);
        }
        if !is_inline(&tag) {
            // A row goes on in its next cell.
            if !matches!(tag, cmark::Tag::TableCell) {
                self.close_block(range.start);
            }
            self.open_single_quotes = 0;
        }
        self.limits.push(range.end);
        if self.open.len() >= MAX_NESTING && !self.too_deep {
            self.too_deep = true;
            let span = Span::new(range.start..range.start + 1);
            let message = format!("Markdown nested more than {MAX_NESTING} levels deep");
            self.report(Code::MarkdownTooDeep, span, message, "make the text flatter");
        }
        if matches!(tag, cmark::Tag::Paragraph) && self.call_paragraph(&range) {
            self.in_call_paragraph = true;
            return;
        }
        if is_inline(&tag) {
            self.open_item_block(range.start);
        }
        let block = block_kind(&tag);
        let Some(tag) = self.tag(tag, &range) else {
            return self.open.push(Open::Hidden);
        };
        if let Some(kind) = block {
            self.block = Some((kind, range.start, self.body.end()));
        }
        self.open.push(Open::Shown(tag));
        self.push(Event::Start(tag));
    }

    /// Our tag for pulldown-cmark's; `None` if something else has taken its place.
    // flat match
    fn tag(&mut self, tag: cmark::Tag<'_>, range: &Range<usize>) -> Option<Tag> {
        use cmark::Tag as C;
        Some(match tag {
            C::Paragraph => Tag::Paragraph,
            C::Heading { level, id, classes, attrs } => {
                let id = id.map(|id| id.to_string());
                let classes = classes.iter().map(|class| class.to_string()).collect();
                let attributes: Vec<String> = attrs.iter().map(|(name, _)| name.to_string()).collect();
                self.heading(level as u8, id, classes, &attributes, range)
            }
            C::BlockQuote(None) => Tag::Quote,
            C::BlockQuote(Some(kind)) => Tag::Alert(alert(kind)),
            C::CodeBlock(kind) => {
                self.in_code = true;
                let info = if let CodeBlockKind::Fenced(info) = &kind { info } else { "" };
                Tag::CodeBlock(self.keep(info.split([' ', ',', '{']).next().unwrap_or_default(), range))
            }
            C::List(first) => Tag::List(first.map(|first| u32::try_from(first).unwrap_or(u32::MAX))),
            C::Item => Tag::Item,
            C::FootnoteDefinition(label) => Tag::FootnoteDefinition(self.footnote_definition(&label, range)),
            C::DefinitionList => Tag::DefinitionList,
            C::DefinitionListTitle => Tag::DefinitionTitle,
            C::DefinitionListDefinition => Tag::Definition,
            C::Table(columns) => {
                self.body.tables.push(columns.into_iter().map(alignment).collect());
                Tag::Table(self.body.tables.len() as u32 - 1)
            }
            C::TableHead => {
                self.column = 0;
                Tag::TableHead
            }
            C::TableRow => {
                self.column = 0;
                Tag::TableRow
            }
            C::TableCell => {
                self.column += 1;
                Tag::TableCell(self.column - 1)
            }
            C::Emphasis => Tag::Emphasis,
            C::Strong => Tag::Strong,
            C::Strikethrough => Tag::Strikethrough,
            C::Superscript => Tag::Superscript,
            C::Subscript => Tag::Subscript,
            C::Link { link_type, dest_url, title, .. } => return self.link(link_type, &dest_url, &title, range),
            C::Image { dest_url, title, .. } => Tag::Image(self.target(&dest_url, &title, true, range)),
            C::HtmlBlock => {
                self.html_block(range.clone());
                return None;
            }
            C::MetadataBlock(_) => return None,
        })
    }

    fn end(&mut self, end: cmark::TagEnd, range: Range<usize>) {
        if self.in_call_paragraph {
            if end == cmark::TagEnd::Paragraph {
                self.in_call_paragraph = false;
                self.limits.pop();
            }
            return;
        }
        self.limits.pop();
        if !is_inline_end(end) {
            self.close_components();
        }
        match self.open.pop() {
            None | Some(Open::Hidden) => self.in_html = false,
            Some(Open::Taken) => {}
            Some(Open::Shown(tag)) => self.end_tag(tag, range),
        }
    }

    fn end_tag(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::CodeBlock(_) => self.in_code = false,
            Tag::Heading(number) => self.end_heading(number),
            Tag::FootnoteDefinition(number) => {
                self.push(Event::End(tag));
                self.body.footnotes[number as usize].events.end = self.body.events.len() as u32;
                return;
            }
            _ => {}
        }
        let ends_block = matches!(
            tag,
            Tag::Paragraph
                | Tag::Heading(_)
                | Tag::CodeBlock(_)
                | Tag::TableRow
                | Tag::TableHead
                | Tag::Item
                | Tag::DefinitionTitle
                | Tag::Definition
        );
        if matches!(tag, Tag::Item | Tag::Definition) {
            self.close_block(range.end);
        }
        self.push(Event::End(tag));
        if ends_block {
            self.close_block(range.end);
        }
    }

    /// Inside a tight item or definition, text begins a block of its own.
    fn open_item_block(&mut self, start: usize) {
        if self.block.is_some() {
            return;
        }
        let kind = match self.open.iter().rev().find(|open| !matches!(open, Open::Hidden | Open::Taken)) {
            Some(Open::Shown(Tag::Item)) => BlockKind::Item,
            Some(Open::Shown(Tag::Definition)) => BlockKind::Definition,
            _ => return,
        };
        self.block = Some((kind, start, self.body.end()));
    }

    fn close_block(&mut self, end: usize) {
        let Some((kind, start, first)) = self.block.take() else { return };
        let end = start + self.source[start..end.max(start)].trim_end().len();
        let events = first..self.body.end();
        self.body.blocks.push(Block { kind, span: Span::new(start..end), events });
    }

    /// Components that were not closed before what they stand in ended.
    fn close_components(&mut self) {
        while let Some(Open::Shown(Tag::Component(number))) = self.open.last() {
            let number = *number;
            self.open.pop();
            let ComponentUse { name, span, .. } = self.body.components[number as usize].clone();
            let hint = format!("write `{{% </{name}> %}}` where it ends, in a paragraph of its own");
            self.report(Code::ComponentSyntax, span, format!("`{name}` is never closed"), &hint);
            self.push(Event::End(Tag::Component(number)));
        }
    }

    fn finish(mut self) -> (Body, Vec<Diagnostic>) {
        self.close_components();
        for (at, footnote) in self.body.footnotes.iter().enumerate().filter(|(_, footnote)| footnote.references == 0) {
            let label = &footnote.label;
            let (message, hint) = if self.body.footnotes[..at].iter().any(|other| other.label == *label) {
                (format!("the footnote `{label}` is written twice"), "give this one another label".to_owned())
            } else {
                let hint = format!("write `[^{label}]` where it belongs, or remove it");
                (format!("nothing refers to the footnote `{label}`"), hint)
            };
            let diagnostic = Diagnostic::new(Code::FootnoteUnused, message).at(self.path, footnote.span);
            self.diagnostics.push(diagnostic.hint(hint));
        }
        // Bodies are kept: what was reserved for more events is given back.
        self.body.events.shrink_to_fit();
        (self.body, self.diagnostics)
    }
}
