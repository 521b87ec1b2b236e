//! Glossary terms in running text: where they are, and which of them become links.
//!
//! Not in headings, code, links, quotations, alt texts, on a term's own page, nor where an author has said so;
//! the first of each section only, unless the site wants it otherwise.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::site::{Kind, Page, Site, TermMark};
use crate::base::Lang;
use crate::config::TermLinks;
use crate::glossary::Matcher;
use crate::parse::body::{Body, Event, Tag};

/// Finds the terms of every edition.
pub fn find(site: &mut Site) {
    let languages = site.config.languages.iter();
    let matchers: BTreeMap<&Lang, Matcher> = languages.map(|lang| (lang, Matcher::new(&site.termbase, lang))).collect();
    let policy = site.config.term_links;
    let mut pages: Vec<&mut Page> = site.pages.values_mut().filter(|page| takes_part(page)).collect();
    pages.par_iter_mut().for_each(|page| {
        let own = (page.kind == Kind::Term).then(|| page.path.name().to_owned());
        for (lang, edition) in &mut page.editions {
            let Some(matcher) = matchers.get(lang) else { continue };
            let mut finder = Finder::new(&edition.document.body, matcher, policy, own.as_deref());
            finder.run();
            edition.marks = finder.marks;
            edition.mentions = finder.mentions;
        }
    });
}

/// The glossary's own page shows every term anyway.
fn takes_part(page: &Page) -> bool {
    page.shared.glossary && page.kind != Kind::Glossary
}

struct Finder<'a> {
    body: &'a Body,
    matcher: &'a Matcher,
    policy: TermLinks,
    own: Option<&'a str>,
    /// The text of the block so far, and where the pieces of it stand: offset in the text, event.
    text: String,
    pieces: Vec<(usize, u32)>,
    /// The terms that this section, or the whole text, has shown already.
    seen: BTreeSet<String>,
    marks: Vec<TermMark>,
    mentions: BTreeSet<String>,
}

/// Stands for what is shown but is not text: no term reaches across it, and a sentence goes on after it.
const BARRIER: char = '\u{fffc}';

impl<'a> Finder<'a> {
    fn new(body: &'a Body, matcher: &'a Matcher, policy: TermLinks, own: Option<&'a str>) -> Finder<'a> {
        Finder {
            body,
            matcher,
            policy,
            own,
            text: String::new(),
            pieces: Vec::new(),
            seen: BTreeSet::new(),
            marks: Vec::new(),
            mentions: BTreeSet::new(),
        }
    }

    fn run(&mut self) {
        let body = self.body;
        // How deep we are in what takes no links.
        let mut closed = 0_u32;
        for (at, event) in body.events.iter().enumerate() {
            match event {
                Event::Start(tag) => {
                    self.start(*tag);
                    closed += u32::from(takes_no_links(*tag));
                }
                Event::End(tag) => {
                    closed -= u32::from(takes_no_links(*tag));
                    self.between(*tag);
                }
                Event::Text(piece) if closed == 0 => self.piece(at, body.str(*piece)),
                Event::SoftBreak if closed == 0 => self.piece(at, "\n"),
                _ => self.text.push(BARRIER),
            }
        }
        self.flush();
    }

    fn start(&mut self, tag: Tag) {
        self.between(tag);
        match tag {
            Tag::Heading(number)
                if self.body.headings[number as usize].level <= 2 && self.policy == TermLinks::Section =>
            {
                self.seen.clear();
            }
            Tag::Term(number) => {
                self.flush();
                let id = &self.body.terms[number as usize].id;
                self.seen.insert(id.clone());
                self.mentions.insert(id.clone());
                self.text.push(BARRIER);
            }
            _ => {}
        }
    }

    /// A mark within a line parts words; a block ends the text before it.
    fn between(&mut self, tag: Tag) {
        if is_inline(tag) {
            self.text.push(BARRIER);
        } else {
            self.flush();
        }
    }

    fn piece(&mut self, event: usize, text: &str) {
        self.pieces.push((self.text.len(), event as u32));
        self.text.push_str(text);
    }

    /// Looks for terms in the text so far, and begins a new one.
    fn flush(&mut self) {
        if !self.pieces.is_empty() {
            for found in self.matcher.find(&self.text) {
                let is_own = self.own == Some(found.id);
                if is_own {
                    continue;
                }
                self.mentions.insert(found.id.to_owned());
                let first = self.policy != TermLinks::None && self.seen.insert(found.id.to_owned());
                if first || self.policy == TermLinks::All {
                    let start = place(&self.pieces, found.range.start);
                    let (event, offset) = place(&self.pieces, found.range.end - 1);
                    self.marks.push(TermMark { start, end: (event, offset + 1), term: found.id.to_owned() });
                }
            }
        }
        self.text.clear();
        self.pieces.clear();
    }
}

/// The event that a byte of the text stands in, and its offset there.
fn place(pieces: &[(usize, u32)], at: usize) -> (u32, u32) {
    let piece = pieces.partition_point(|(start, _)| *start <= at) - 1;
    let (start, event) = pieces[piece];
    (event, (at - start) as u32)
}

fn takes_no_links(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Heading(_)
            | Tag::Quote
            | Tag::CodeBlock(_)
            | Tag::Link(_)
            | Tag::Image(_)
            | Tag::Term(_)
            | Tag::Plain
            | Tag::DefinitionTitle
            | Tag::TableHead
    )
}

fn is_inline(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link(_)
            | Tag::Image(_)
            | Tag::Term(_)
            | Tag::Plain
    )
}
