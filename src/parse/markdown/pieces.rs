//! The text of blocks as it is written: what a translator may change, and the markup in between.
//!
//! Enters: a body that has been parsed, and where its Markdown starts. Leaves: for each block the pieces of its text,
//! with their places. Never here: what a piece means, a text without its markup, HTML.

use std::ops::Range;

use pulldown_cmark::{self as cmark, Event as Cmark, LinkType};

use super::kinds::{is_inline, is_inline_end};
use super::parser;
use crate::base::Span;
use crate::parse::body::{Block, BlockKind, Body};

/// A part of a block's text. The pieces of a block touch: each begins where the one before ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Where it stands in the source.
    pub span: Span,
}

/// What a piece of a block's text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    /// Words, with escapes and entities as they are written.
    Text,
    /// Markup that stands alone: a call, a citation, a reference, code, a formula, the line between two cells.
    Atom,
    /// Where markup around words begins: `**`, `[`, `[[llm|`.
    Open,
    /// Where it ends: `**`, `](chips.md)`, `]]`.
    Close,
    /// A line end that is a space, with what the next line begins with (`> `).
    SoftBreak,
    /// A line end that is a line break, with its backslash or spaces.
    HardBreak,
}

/// The pieces of each block's text, in the order of the blocks, from its first inline element to its last. Marks around
/// a block (`## `, `- `, `{#id}`, `|` at the ends of a row) are not among them. Empty for code blocks, and for blocks
/// without text. A component call that stands alone is one [`PieceKind::Atom`].
///
/// `start` is the byte of the source at which the Markdown begins.
pub fn pieces(body: &Body, start: usize) -> Vec<Vec<Piece>> {
    let source = &*body.source;
    let calls = calls(body);
    let mut marks = Marks { source, calls: &calls, found: Vec::new(), open: Vec::new(), taken: 0, cell: false };
    for (event, range) in parser(&source[start..]).into_offset_iter() {
        marks.event(&event, range.start + start..range.end + start);
    }
    let found = marks.found;
    let of_block = |block: &Block| {
        let Block { kind, span, .. } = block;
        match kind {
            BlockKind::Code => Vec::new(),
            BlockKind::Component => vec![Piece { kind: PieceKind::Atom, span: *span }],
            _ => {
                let first = found.partition_point(|mark| mark.range.start < span.start as usize);
                let last = found.partition_point(|mark| mark.range.start < span.end as usize);
                joined(source, *span, &found[first..last.max(first)])
            }
        }
    };
    body.blocks.iter().map(of_block).collect()
}

/// The places of all calls within lines, sorted.
fn calls(body: &Body) -> Vec<Range<usize>> {
    let figures = body.figures.iter().map(|figure| figure.span.range());
    let components = body.components.iter().filter(|component| !component.block);
    let mut calls: Vec<Range<usize>> = figures.chain(components.map(|component| component.span.range())).collect();
    calls.sort_by_key(|range| range.start);
    calls
}

/// Something within a line.
struct Mark {
    kind: PieceKind,
    range: Range<usize>,
}

struct Marks<'a> {
    source: &'a str,
    calls: &'a [Range<usize>],
    /// In the order of the source, without overlap.
    found: Vec<Mark>,
    /// For each inline element that is open: where its end begins, if it has one of its own.
    open: Vec<Option<Range<usize>>>,
    /// Everything before this byte has its mark.
    taken: usize,
    /// Whether a cell of the row was seen.
    cell: bool,
}

impl Marks<'_> {
    fn event(&mut self, event: &Cmark<'_>, range: Range<usize>) {
        match event {
            Cmark::Start(tag) if is_inline(tag) => self.start(tag, range),
            Cmark::End(end) if is_inline_end(*end) => {
                if let Some(Some(close)) = self.open.pop() {
                    self.push(PieceKind::Close, close);
                }
            }
            Cmark::Start(cmark::Tag::TableHead | cmark::Tag::TableRow) => self.cell = false,
            Cmark::Start(cmark::Tag::TableCell) => {
                if self.cell {
                    self.bar(range.start);
                }
                self.cell = true;
            }
            Cmark::Text(_) => self.text(range),
            Cmark::Code(_)
            | Cmark::InlineMath(_)
            | Cmark::DisplayMath(_)
            | Cmark::InlineHtml(_)
            | Cmark::FootnoteReference(_) => self.push(PieceKind::Atom, range),
            Cmark::SoftBreak => self.push(PieceKind::SoftBreak, range),
            Cmark::HardBreak => self.push(PieceKind::HardBreak, range),
            _ => {}
        }
    }

    fn push(&mut self, kind: PieceKind, range: Range<usize>) {
        if range.start >= self.taken && !range.is_empty() {
            self.taken = range.end;
            self.found.push(Mark { kind, range });
        }
    }

    /// The line between two cells, the second of which begins at `start`.
    fn bar(&mut self, start: usize) {
        let from = self.taken;
        let bar = self.source.get(from..start).and_then(|gap| gap.rfind('|'));
        if let Some(at) = bar {
            self.push(PieceKind::Atom, from + at..from + at + 1);
        }
    }

    /// Words, and the calls among them.
    fn text(&mut self, range: Range<usize>) {
        let mut at = range.start.max(self.taken);
        let first = self.calls.partition_point(|call| call.end <= at);
        for call in &self.calls[first..] {
            if call.start >= range.end {
                break;
            }
            self.push(PieceKind::Text, at..call.start.max(at));
            self.push(PieceKind::Atom, call.clone());
            at = call.end;
        }
        self.push(PieceKind::Text, at..range.end.max(at));
    }

    fn start(&mut self, tag: &cmark::Tag<'_>, range: Range<usize>) {
        let whole = &self.source[range.clone()];
        let ends = match tag {
            cmark::Tag::Emphasis => Some((1, 1)),
            cmark::Tag::Strong => Some((2, 2)),
            cmark::Tag::Strikethrough | cmark::Tag::Superscript | cmark::Tag::Subscript => {
                let marks = if whole.starts_with("~~") { 2 } else { 1 };
                Some((marks, marks))
            }
            cmark::Tag::Link { link_type: LinkType::WikiLink { has_pothole: true }, .. } => {
                whole.find('|').map(|bar| (bar + 1, 2))
            }
            cmark::Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email | LinkType::WikiLink { .. }, ..
            } => None,
            cmark::Tag::Link { link_type: LinkType::ShortcutUnknown, dest_url, .. } if dest_url.starts_with('@') => {
                None
            }
            cmark::Tag::Link { .. } => link_end(whole, 1),
            cmark::Tag::Image { .. } => link_end(whole, 2),
            _ => None,
        };
        match ends {
            Some((open, close)) if open + close <= whole.len() && range.start >= self.taken => {
                self.push(PieceKind::Open, range.start..range.start + open);
                self.open.push(Some(range.end - close..range.end));
            }
            _ => {
                self.push(PieceKind::Atom, range);
                self.open.push(None);
            }
        }
    }
}

/// How long the beginning (`open`) and the end of a link or image are; `None` if it has no text of its own.
fn link_end(whole: &str, open: usize) -> Option<(usize, usize)> {
    let mut depth = 0usize;
    let mut code: Option<usize> = None;
    let bytes = whole.as_bytes();
    let mut at = open;
    while at < bytes.len() {
        let ticks = bytes[at..].iter().take_while(|byte| **byte == b'`').count();
        match (bytes[at], code) {
            (b'`', None) => code = whole[at + ticks..].contains(&"`".repeat(ticks)).then_some(ticks),
            (b'`', Some(length)) if length == ticks => code = None,
            (_, Some(_)) => {}
            (b'\\', None) => at += 1,
            (b'[', None) => depth += 1,
            (b']', None) if depth == 0 => return (at > open).then(|| (open, whole.len() - at)),
            (b']', None) => depth -= 1,
            _ => {}
        }
        at += ticks.max(1);
    }
    None
}

/// Makes the marks of a block touch: what lies between them is text, or belongs to the line break before it.
fn joined(source: &str, block: Span, marks: &[Mark]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let Some(first) = marks.iter().position(|mark| !matches!(mark.kind, PieceKind::SoftBreak | PieceKind::HardBreak))
    else {
        return pieces;
    };
    let last = marks.iter().rposition(|mark| !matches!(mark.kind, PieceKind::SoftBreak | PieceKind::HardBreak));
    let marks = &marks[first..=last.unwrap_or(first)];
    let mut push = |kind: PieceKind, range: Range<usize>| {
        if range.is_empty() {
            return;
        }
        match pieces.last_mut() {
            Some(last) if last.kind == PieceKind::Text && kind == PieceKind::Text => last.span.end = range.end as u32,
            _ => pieces.push(Piece { kind, span: Span::new(range) }),
        }
    };
    let mut at = with_escape(source, block.start as usize, marks[0].range.start);
    let mut marks = marks.iter().peekable();
    while let Some(Mark { kind, range }) = marks.next() {
        push(PieceKind::Text, at..range.start.max(at));
        at = range.end;
        match (kind, marks.peek()) {
            (PieceKind::SoftBreak | PieceKind::HardBreak, Some(next)) => {
                at = with_escape(source, range.end, next.range.start);
                push(*kind, range.start..at);
            }
            _ => push(*kind, range.clone()),
        }
    }
    pieces
}

/// Where a piece begins that begins at `start`, with the backslash before it.
fn with_escape(source: &str, from: usize, start: usize) -> usize {
    if start > from && source.as_bytes()[start - 1] == b'\\' { start - 1 } else { start }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::base::{Lang, SourcePath};

    fn shown(markdown: &str) -> String {
        let source: Arc<str> = markdown.into();
        let lang = Lang::new("en").expect("a language");
        let (body, _) = super::super::parse(&SourcePath::new("content/a.en.md"), &source, 0, &lang);
        let mut out = String::new();
        for block in pieces(&body, 0) {
            let mut end = block.first().map_or(0, |piece| piece.span.start);
            for Piece { kind, span } in block {
                assert_eq!(end, span.start, "pieces of {markdown:?} touch");
                end = span.end;
                let (before, after) = match kind {
                    PieceKind::Text => ("", ""),
                    PieceKind::Atom => ("‹", "›"),
                    PieceKind::Open => ("«", "«"),
                    PieceKind::Close => ("»", "»"),
                    PieceKind::SoftBreak => ("s{", "}"),
                    PieceKind::HardBreak => ("h{", "}"),
                };
                out.push_str(&format!("{before}{}{after}", span.text(markdown)));
            }
            out.push('\n');
        }
        out
    }

    #[test]
    fn markup_and_words_are_told_apart() {
        let cases = [
            ("## A *title* {#id .c}", "A «*«title»*»\n"),
            ("Title\n=====\n", "Title\n"),
            (
                "On {{ day | day-month }}, **[[llm|the *model*]]** and [[ai]].[@a; @b] \\*no\\* &amp; \"it's\"",
                "On ‹{{ day | day-month }}›, «**««[[llm|«the «*«model»*»»]]»»**» and ‹[[ai]]›.‹[@a; @b]› \\*no\\* &amp; \"it's\"\n",
            ),
            ("\\*a\n> b", "\\*a\nb\n"),
            ("> one\n> two\\\n> *three*\nlazy", "ones{\n> }twoh{\\\n> }«*«three»*»s{\n}lazy\n"),
            ("- [x] do `it`\n  more\n  - sub  \n    line", "do ‹`it`›s{\n  }more\nsubh{  \n    }line\n"),
            ("| a | b |\n|---|---|\n| `x` | 1 \\| 2 |\n|  | *z* |", "a ‹|› b\n‹`x`› ‹|› 1 \\| 2\n‹|› «*«z»*»\n"),
            (
                "![alt [x] \\] `]`](p.png \"t\") [t](<a b> 'c')[e](x)",
                "«![«alt [x] \\] ‹`]`›»](p.png \"t\")» «[«t»](<a b> 'c')»«[«e»](x)»\n",
            ),
            (
                "[r][ref] [](y) <https://a.b> x[^1]\n\n[ref]: z\n\n[^1]: Note.",
                "«[«r»][ref]» ‹[](y)› ‹<https://a.b>› x‹[^1]›\nNote.\n",
            ),
            ("Term\n: What it *is*\n\n{{ <timeline /> }}\n", "Term\nWhat it «*«is»*»\n‹{{ <timeline /> }}›\n"),
            ("```\ncode\n```\n\n~~a~~ $x$ ", "\n«~~«a»~~» ‹$x$›\n"),
        ];
        for (markdown, expected) in cases {
            assert_eq!(shown(markdown), expected, "{markdown}");
        }
    }
}
