//! Links, images, citations and references to terms.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::{Builder, Open};
use crate::base::Span;
use crate::diag::Code;
use crate::parse::body::{CitationUse, Event, Link, Tag, Target, TermUse};
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
