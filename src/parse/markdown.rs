//! Markdown to a [`Body`]: pulldown-cmark's events, with songngu's own references read out of them.
//!
//! Enters: a source text, where its Markdown starts, its language. Leaves: a body and what was wrong.
//! Never here: HTML, other files, whether a target exists, the site's configuration.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{
    self as cmark, BlockQuoteKind, BrokenLink, CodeBlockKind, CowStr, Event as Cmark, LinkType, Options, Parser,
};

use super::body::{
    Alert, Alignment, Block, BlockKind, Body, CitationUse, ComponentUse, Event, FigureUse, Footnote, Format, Heading,
    Link, Str, Tag, Target, TermUse,
};
use super::call::{self, Call};
use super::target;
use crate::base::{Lang, SourcePath, Span};
use crate::diag::{Code, Diagnostic};
use crate::text::{self, Quotes};

/// The deepest nesting of lists, quotations and markup.
const MAX_NESTING: usize = 64;

/// Reads the Markdown of `source` from byte `offset` to its end.
pub fn parse(path: &SourcePath, source: &Arc<str>, offset: usize, lang: &Lang) -> (Body, Vec<Diagnostic>) {
    let markdown = &source[offset..];
    let claim = |link: BrokenLink<'_>| -> Option<(CowStr<'_>, CowStr<'_>)> {
        let is_citation =
            link.reference.strip_prefix('@').is_some_and(|id| id.starts_with(|c: char| c.is_alphanumeric()));
        is_citation.then(|| (link.reference.to_string().into(), "".into()))
    };
    let parser = Parser::new_with_broken_link_callback(markdown, options(), Some(claim));
    let mut builder = Builder::new(path, source, offset, lang);
    for (event, range) in parser.into_offset_iter() {
        builder.event(event, range.start + offset..range.end + offset);
    }
    builder.finish()
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
            Cmark::Text(piece) => self.text(&piece, range),
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
        if let Some(found) = self.source.get(range.clone()).and_then(|text| text.find(piece)) {
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

    // ---- text and calls

    fn text(&mut self, piece: &str, range: Range<usize>) {
        if self.in_call_paragraph || range.end <= self.taken.end {
            return;
        }
        let verbatim = self.source.get(range.clone()) == Some(piece);
        if !verbatim {
            self.open_item_block(range.start);
            let shown = self.typographic(piece, &range);
            let kept = self.keep(&shown, &range);
            return self.push(Event::Text(kept));
        }
        let mut at = range.start.max(self.taken.end);
        self.open_item_block(at);
        self.report_undefined_footnote(piece, &range);
        let escaped = self.source[..at].ends_with('\\') && !self.source[..at].ends_with("\\\\");
        let mut search = if escaped { at + 2 } else { at };
        while let Some(found) = self.next_call(search.min(range.end), range.end) {
            self.push_source(at..found);
            let limit = self.limits.last().copied().unwrap_or(self.source.len());
            at = self.call(found, limit);
            search = at;
            if at >= range.end {
                return;
            }
        }
        self.push_source(at..range.end);
    }

    fn push_source(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            self.push(Event::Text(Str::Source(Span::new(range))));
        }
    }

    fn next_call(&self, from: usize, to: usize) -> Option<usize> {
        let text = &self.source[from..to];
        let found = [text.find("{{"), text.find("{%")].into_iter().flatten().min()?;
        Some(from + found)
    }

    /// Quotation marks by the rules of the language; pulldown-cmark has told opening from closing.
    fn typographic(&mut self, piece: &str, range: &Range<usize>) -> String {
        let mark = match piece {
            "“" => self.quotes.open,
            "”" => self.quotes.close,
            "‘" => {
                self.open_single_quotes += 1;
                self.quotes.inner_open
            }
            "’" if self.open_single_quotes > 0 && !self.is_between_letters(range) => {
                self.open_single_quotes -= 1;
                self.quotes.inner_close
            }
            other => other,
        };
        mark.to_owned()
    }

    fn is_between_letters(&self, range: &Range<usize>) -> bool {
        let before = self.source[..range.start].chars().next_back();
        let after = self.source[range.end..].chars().next();
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
    }

    fn report_undefined_footnote(&mut self, piece: &str, range: &Range<usize>) {
        let Some(label) = piece.strip_prefix('^') else { return };
        if self.source[..range.start].ends_with('[') && self.source[range.end..].starts_with(']') && !label.is_empty() {
            let hint = format!("add a paragraph `[^{label}]: …`");
            let span = Span::new(range.start - 1..range.end + 1);
            self.report(Code::FootnoteUndefined, span, format!("there is no footnote `{label}`"), &hint);
        }
    }

    /// Reads the call at `start` within a line of text; returns where the text goes on.
    fn call(&mut self, start: usize, limit: usize) -> usize {
        let (call, end) = match call::parse(self.source, start, limit) {
            Ok(read) => read,
            Err(error) => {
                let hint = "a call is `{{ figure }}`, `{{ <component /> }}` or `{% <component> %}`; for the marks themselves write `\\{{`";
                self.report(Code::ComponentSyntax, error.span, error.message, hint);
                self.taken = start..error.end;
                return error.end;
            }
        };
        let span = Span::new(start..end);
        self.taken = start..end;
        match call {
            Call::Figure { id, format } => self.figure(id, format, span),
            Call::Component { name, arguments } => {
                let number = self.body.components.len() as u32;
                self.body.components.push(ComponentUse { name, arguments, block: false, body: false, span });
                self.push(Event::Component(number));
            }
            Call::Open { name, .. } | Call::Close { name } => {
                let message = format!("`{name}` with a body does not stand within a line of text");
                let hint = "put the call on a line of its own, with an empty line before and after it";
                self.report(Code::ComponentSyntax, span, message, hint);
            }
        }
        end
    }

    fn figure(&mut self, id: String, format: Option<String>, span: Span) {
        let format = match format {
            None => None,
            Some(name) => match Format::from_name(&name) {
                Some(format) => Some(format),
                None => {
                    let names: Vec<&str> = Format::NAMES.iter().map(|(name, _)| *name).collect();
                    let hint = format!("formats are {}", crate::config::yaml::quoted(&names));
                    self.report(Code::ComponentSyntax, span, format!("there is no format `{name}`"), &hint);
                    None
                }
            },
        };
        let number = self.body.figures.len() as u32;
        self.body.figures.push(FigureUse { id, format, span });
        self.push(Event::Figure(number));
    }

    /// Reads a paragraph that is one component call; `false` if it is not.
    fn call_paragraph(&mut self, range: &Range<usize>) -> bool {
        let text = self.source[range.clone()].trim_end();
        if !text.starts_with("{{") && !text.starts_with("{%") {
            return false;
        }
        let limit = range.start + text.len();
        let Ok((call, end)) = call::parse(self.source, range.start, limit) else { return false };
        if end != limit {
            return false;
        }
        let span = Span::new(range.start..end);
        match call {
            Call::Figure { .. } => return false,
            Call::Component { name, arguments } => {
                let number = self.component(name, arguments, false, span);
                self.push(Event::Component(number));
            }
            Call::Open { name, arguments } => {
                let number = self.component(name, arguments, true, span);
                self.open.push(Open::Shown(Tag::Component(number)));
                self.push(Event::Start(Tag::Component(number)));
            }
            Call::Close { name } => self.close(&name, span),
        }
        true
    }

    fn component(&mut self, name: String, arguments: Vec<super::body::Argument>, body: bool, span: Span) -> u32 {
        let number = self.body.components.len() as u32;
        let at = self.body.end();
        self.body.blocks.push(Block { kind: BlockKind::Component, span, events: at..at + 1 });
        self.body.components.push(ComponentUse { name, arguments, block: true, body, span });
        number
    }

    fn close(&mut self, name: &str, span: Span) {
        let opened = match self.open.last() {
            Some(Open::Shown(Tag::Component(number))) => Some(*number),
            _ => None,
        };
        match opened {
            Some(number) if self.body.components[number as usize].name == name => {
                self.open.pop();
                self.push(Event::End(Tag::Component(number)));
            }
            Some(number) => {
                let inner = self.body.components[number as usize].name.clone();
                let message = format!("`{name}` is closed here, but `{inner}` was opened last");
                self.report(Code::ComponentSyntax, span, message, "close components in the reverse order of opening");
            }
            None => {
                let hint = "a component is closed in the same list, quotation or page in which it was opened";
                self.report(Code::ComponentSyntax, span, format!("`{name}` is closed here, but not open"), hint);
            }
        }
    }

    // ---- starts and ends

    fn start(&mut self, tag: cmark::Tag<'_>, range: Range<usize>) {
        if is_inline(&tag) && self.is_taken(&range) {
            return;
        }
        if !is_inline(&tag) {
            self.close_block(range.start);
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
            C::CodeBlock(CodeBlockKind::Indented) => Tag::CodeBlock(Str::Arena(Span::default())),
            C::CodeBlock(CodeBlockKind::Fenced(info)) => {
                let word = info.split([' ', ',', '{']).next().unwrap_or_default();
                Tag::CodeBlock(self.keep(word, range))
            }
            C::List(first) => Tag::List(first.map(|first| u32::try_from(first).unwrap_or(u32::MAX))),
            C::Item => Tag::Item,
            C::FootnoteDefinition(label) => {
                let number = self.footnote(&label);
                let footnote = &mut self.body.footnotes[number as usize];
                footnote.span = Span::new(range.start..range.start + label.len() + 3);
                footnote.events.start = self.body.events.len() as u32;
                Tag::FootnoteDefinition(number)
            }
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

    fn html_block(&mut self, range: Range<usize>) {
        let text = self.source[range.clone()].trim();
        let only_comment = text.starts_with("<!--") && text.find("-->") == Some(text.len().saturating_sub(3));
        if !only_comment {
            self.html(range.start..range.start + self.source[range].trim_end().len());
        }
    }

    fn heading(
        &mut self,
        level: u8,
        id: Option<String>,
        classes: Vec<String>,
        attributes: &[String],
        range: &Range<usize>,
    ) -> Tag {
        let span = Span::new(range.start..range.start + self.source[range.clone()].trim_end().len());
        for attribute in attributes {
            let message = format!("a heading may not set the attribute `{attribute}`");
            self.report(
                Code::AttributeForbidden,
                span,
                message,
                "headings take an id and classes only: `{#id .class}`",
            );
        }
        let good = |name: &String| name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'));
        if let Some(bad) = id.iter().chain(&classes).find(|name| !good(name)) {
            let message = format!("`{bad}` is not a name for a heading");
            self.report(Code::AttributeForbidden, span, message, "use letters, digits, `-` and `_`");
        }
        if level == 1 {
            let hint = "begin sections with `##`; the page's title comes from its front matter";
            self.report(Code::HeadingLevel, span, "a heading of the first level inside the text", hint);
        }
        let id = id.filter(good);
        let classes = classes.into_iter().filter(good).collect();
        let start = self.body.end() + 1;
        let heading =
            Heading { level, id, slug: String::new(), classes, text: String::new(), span, events: start..start };
        self.body.headings.push(heading);
        Tag::Heading(self.body.headings.len() as u32 - 1)
    }

    fn link(&mut self, kind: LinkType, dest: &str, title: &str, range: &Range<usize>) -> Option<Tag> {
        match kind {
            LinkType::WikiLink { has_pothole } => self.term(dest.trim_end_matches('\\').trim(), has_pothole, range),
            LinkType::ShortcutUnknown if dest.starts_with('@') => {
                self.citation(dest, range);
                None
            }
            LinkType::Email => Some(Tag::Link(self.target(&format!("mailto:{dest}"), title, false, range))),
            _ => Some(Tag::Link(self.target(dest, title, false, range))),
        }
    }

    fn term(&mut self, id: &str, own_text: bool, range: &Range<usize>) -> Option<Tag> {
        if id.starts_with('!') {
            if !own_text {
                self.taken = range.clone();
                self.push_source(range.start + 3..range.end - 2);
            }
            return None;
        }
        self.body.terms.push(TermUse { id: id.to_owned(), own_text, span: Span::new(range.clone()) });
        let tag = Tag::Term(self.body.terms.len() as u32 - 1);
        if own_text {
            return Some(tag);
        }
        self.taken = range.clone();
        self.push(Event::Start(tag));
        self.push(Event::End(tag));
        None
    }

    fn citation(&mut self, dest: &str, range: &Range<usize>) {
        self.taken = range.clone();
        let first = self.body.citations.len() as u32;
        for part in dest.split([';', ',']) {
            let id = part.trim().trim_start_matches('@').to_owned();
            self.body.citations.push(CitationUse { id, span: Span::new(range.clone()) });
        }
        let last = self.body.citations.len() as u32;
        self.push(Event::Citation(first, last));
    }

    fn target(&mut self, dest: &str, title: &str, image: bool, range: &Range<usize>) -> u32 {
        let whole = &self.source[range.clone()];
        let at = whole.rfind("](").and_then(|close| whole[close..].find(dest).map(|found| close + found));
        let span = match at {
            Some(found) if !dest.is_empty() => Span::new(range.start + found..range.start + found + dest.len()),
            _ => Span::new(range.clone()),
        };
        let target = match target::read(dest, image) {
            Ok(target) => target,
            Err(message) => {
                let hint = "links may use http, https, mailto and tel; images http and https";
                self.report(Code::LinkScheme, span, message, hint);
                Target::Refused
            }
        };
        self.body.links.push(Link { target, title: title.to_owned(), span, image });
        self.body.links.len() as u32 - 1
    }

    fn end(&mut self, end: cmark::TagEnd, range: Range<usize>) {
        if self.in_call_paragraph {
            if end == cmark::TagEnd::Paragraph {
                self.in_call_paragraph = false;
                self.limits.pop();
            }
            return;
        }
        if is_inline_end(end) && self.is_taken(&range) && !matches!(self.open.last(), Some(Open::Hidden)) {
            return;
        }
        self.limits.pop();
        if !is_inline_end(end) {
            self.close_components();
        }
        match self.open.pop() {
            None | Some(Open::Hidden) => {}
            Some(Open::Shown(tag)) => self.end_tag(tag, range),
        }
    }

    fn end_tag(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
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

    fn end_heading(&mut self, number: u32) {
        let end = self.body.end();
        let heading = &mut self.body.headings[number as usize];
        heading.events.end = end;
        let events = heading.events.clone();
        let plain = self.body.plain(events).trim().to_owned();
        let base = match text::slug(&plain) {
            slug if slug.is_empty() => "section".to_owned(),
            slug => slug,
        };
        let count = self.slugs.entry(base.clone()).or_insert(0);
        *count += 1;
        let slug = if *count == 1 { base } else { format!("{base}-{count}") };
        let heading = &mut self.body.headings[number as usize];
        heading.text = plain;
        heading.slug = slug;
    }

    /// Inside a tight item or definition, text begins a block of its own.
    fn open_item_block(&mut self, start: usize) {
        if self.block.is_some() {
            return;
        }
        let kind = match self.open.iter().rev().find(|open| !matches!(open, Open::Hidden)) {
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
        for footnote in self.body.footnotes.iter().filter(|footnote| footnote.references == 0) {
            let message = format!("nothing refers to the footnote `{}`", footnote.label);
            let hint = format!("write `[^{}]` where it belongs, or remove it", footnote.label);
            self.diagnostics
                .push(Diagnostic::new(Code::FootnoteUnused, message).at(self.path, footnote.span).hint(hint));
        }
        (self.body, self.diagnostics)
    }
}

fn is_inline(tag: &cmark::Tag<'_>) -> bool {
    use cmark::Tag as C;
    matches!(
        tag,
        C::Emphasis | C::Strong | C::Strikethrough | C::Superscript | C::Subscript | C::Link { .. } | C::Image { .. }
    )
}

fn is_inline_end(end: cmark::TagEnd) -> bool {
    use cmark::TagEnd as E;
    matches!(end, E::Emphasis | E::Strong | E::Strikethrough | E::Superscript | E::Subscript | E::Link | E::Image)
}

fn block_kind(tag: &cmark::Tag<'_>) -> Option<BlockKind> {
    use cmark::Tag as C;
    match tag {
        C::Paragraph => Some(BlockKind::Paragraph),
        C::Heading { .. } => Some(BlockKind::Heading),
        C::CodeBlock(_) => Some(BlockKind::Code),
        C::TableHead | C::TableRow => Some(BlockKind::Row),
        C::DefinitionListTitle => Some(BlockKind::Title),
        _ => None,
    }
}

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

fn alignment(alignment: cmark::Alignment) -> Alignment {
    match alignment {
        cmark::Alignment::None => Alignment::None,
        cmark::Alignment::Left => Alignment::Left,
        cmark::Alignment::Center => Alignment::Center,
        cmark::Alignment::Right => Alignment::Right,
    }
}
