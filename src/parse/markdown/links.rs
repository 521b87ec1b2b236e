//! Links, images, citations and references to terms.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::{Builder, Open};
use crate::base::Span;
use crate::diag::Code;
use crate::parse::body::{CitationUse, Event, Link, Str, Tag, Target, TermUse};
use crate::parse::target;

impl Builder<'_> {
    pub(super) fn link(&mut self, kind: LinkType, dest: &str, title: &str, range: &Range<usize>) -> Option<Tag> {
        if self.is_in_link(range) {
            return None;
        }
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

    /// Whether a link, term, citation or footnote stands within another link, where HTML can have none; reports it.
    pub(super) fn is_in_link(&mut self, range: &Range<usize>) -> bool {
        let is_link = |open: &Open| matches!(open, Open::Shown(Tag::Link(_) | Tag::Term(_)));
        let found = self.open.iter().any(is_link);
        if found {
            let span = Span::new(range.start..range.end);
            let hint = "let the first one end before the second one begins";
            self.report(Code::MarkdownTooDeep, span, "a link stands within another link", hint);
        }
        found
    }

    pub(super) fn term(&mut self, id: &str, own_text: bool, range: &Range<usize>) -> Option<Tag> {
        if id.starts_with('!') {
            if own_text {
                return Some(Tag::Plain);
            }
            self.taken = range.clone();
            self.push(Event::Start(Tag::Plain));
            self.push_source(range.start + 3..range.end - 2);
            self.push(Event::End(Tag::Plain));
            return None;
        }
        self.check_reference(id, own_text, range);
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

    /// Reports a reference that names no term, or has more than one bar.
    fn check_reference(&mut self, id: &str, own_text: bool, range: &Range<usize>) {
        let written = self.source.get(range.clone()).unwrap_or_default();
        let span = Span::new(range.clone());
        if id.is_empty() {
            let hint = "write `[[id]]`, or `\\[[` for the brackets themselves";
            self.report(Code::TermSyntax, span, format!("`{written}` names no term"), hint);
        } else if own_text && written.strip_suffix("]]").is_some_and(|start| start.trim_end().ends_with('|')) {
            let hint = "write the words to show behind the bar, or leave the bar out";
            self.report(Code::TermSyntax, span, format!("`{written}` shows nothing"), hint);
        } else if own_text && written.matches('|').count() > 1 {
            let hint = "write `[[id|words to show]]`, with one bar";
            self.report(Code::TermSyntax, span, "the reference to a term has more than one bar", hint);
        }
    }

    /// Reports two brackets that are shown as they are, because nothing closes them.
    pub(super) fn check_unclosed(&mut self, piece: &str, range: &Range<usize>) {
        if !piece.starts_with('[') || range.start == 0 || !self.source[..range.start].ends_with('[') {
            return;
        }
        let first = range.start - 1;
        let before = &self.source[..first];
        let is_shown = matches!(self.body.events.last(),
            Some(Event::Text(Str::Source(span))) if span.end as usize == range.start);
        let is_escaped = before.ends_with('\\') && !before.ends_with("\\\\");
        if !is_shown || is_escaped || before.ends_with('[') {
            return;
        }
        let span = Span::new(first..first + 2);
        let is_cell = self.open.iter().any(|open| matches!(open, Open::Shown(Tag::TableCell(_))));
        let is_empty = self.source[first..].starts_with("[[]]");
        let hint = if is_empty {
            "write `[[id]]`, or `\\[[` for the brackets themselves"
        } else if is_cell {
            "in a table write `[[id\\|words]]`; for the brackets themselves `\\[[`"
        } else {
            "close it with `]]` in the same paragraph, or write `\\[[` for the brackets themselves"
        };
        let message = if is_empty { "`[[]]` names no term" } else { "`[[` is never closed" };
        self.report(Code::TermSyntax, span, message, hint);
    }

    pub(super) fn citation(&mut self, dest: &str, range: &Range<usize>) {
        self.taken = range.clone();
        let first = self.body.citations.len() as u32;
        for part in dest.split([';', ',']) {
            let id = part.trim().trim_start_matches('@').to_owned();
            self.body.citations.push(CitationUse { id, span: Span::new(range.clone()) });
        }
        let last = self.body.citations.len() as u32;
        self.push(Event::Citation(first, last));
    }

    pub(super) fn target(&mut self, dest: &str, title: &str, image: bool, range: &Range<usize>) -> u32 {
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
}
