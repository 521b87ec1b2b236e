//! Text and the calls within it: figures and components.

use std::ops::Range;

use super::{Builder, Open};
use crate::base::Span;
use crate::config::yaml::quoted;
use crate::diag::Code;
use crate::parse::body::{Argument, Block, BlockKind, ComponentUse, Event, FigureUse, Format, Str, Tag};
use crate::parse::call::{self, Call};

impl Builder<'_> {
    pub(super) fn text(&mut self, piece: &str, range: Range<usize>) {
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
        self.check_unclosed(piece, &range);
        let escaped = self.source[..at].ends_with('\\') && !self.source[..at].ends_with("\\\\");
        // A backslash keeps the marks of a call from being one, and says nothing about any other sign.
        let is_call = ["{{", "{%"].iter().any(|marks| self.source[at..].starts_with(marks));
        let mut search = if escaped && is_call { at + 2 } else { at };
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

    pub(super) fn push_source(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            self.push(Event::Text(Str::Source(Span::new(range))));
        }
    }

    pub(super) fn next_call(&self, from: usize, to: usize) -> Option<usize> {
        let text = &self.source.as_bytes()[from..to];
        let mut at = 0;
        // A brace is rare: to look for that alone is quick.
        while let Some(found) = self.source[from + at..to].find('{') {
            at += found + 1;
            if matches!(text.get(at), Some(b'{' | b'%')) {
                return Some(from + at - 1);
            }
        }
        None
    }

    /// Quotation marks by the rules of the language; pulldown-cmark has told opening from closing.
    pub(super) fn typographic(&mut self, piece: &str, range: &Range<usize>) -> String {
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

    pub(super) fn is_between_letters(&self, range: &Range<usize>) -> bool {
        let before = self.source[..range.start].chars().next_back();
        let after = self.source[range.end..].chars().next();
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
    }

    pub(super) fn report_undefined_footnote(&mut self, piece: &str, range: &Range<usize>) {
        let Some(label) = piece.strip_prefix('^') else { return };
        if self.source[..range.start].ends_with('[') && self.source[range.end..].starts_with(']') && !label.is_empty() {
            let hint = format!("add a paragraph `[^{label}]: …`");
            let span = Span::new(range.start - 1..range.end + 1);
            self.report(Code::FootnoteUndefined, span, format!("there is no footnote `{label}`"), &hint);
        }
    }

    /// Reads the call at `start` within a line of text; returns where the text goes on.
    pub(super) fn call(&mut self, start: usize, limit: usize) -> usize {
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

    pub(super) fn figure(&mut self, id: String, format: Option<String>, span: Span) {
        let format = match format {
            None => None,
            Some(name) => match Format::from_name(&name) {
                Some(format) => Some(format),
                None => {
                    let names: Vec<&str> = Format::NAMES.iter().map(|(name, _)| *name).collect();
                    let hint = format!("formats are {}", quoted(&names));
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
    pub(super) fn call_paragraph(&mut self, range: &Range<usize>) -> bool {
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

    pub(super) fn component(&mut self, name: String, arguments: Vec<Argument>, body: bool, span: Span) -> u32 {
        let number = self.body.components.len() as u32;
        let at = self.body.end();
        self.body.blocks.push(Block { kind: BlockKind::Component, span, events: at..at + 1 });
        self.body.components.push(ComponentUse { name, arguments, block: true, body, span });
        number
    }

    pub(super) fn close(&mut self, name: &str, span: Span) {
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
}
