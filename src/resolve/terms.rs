//! Glossary terms in running text: where they are, and which of them become links.
//!
//! Not in headings, code, links, quotations, alt texts, on a term's own page, nor where an author has said so;
//! the first of each section only, unless the site wants it otherwise. What is found in a text depends on the text, the
//! matcher and the [`Scope`] alone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::site::{Kind, Page, Site, TermMark};
use crate::base::Lang;
use crate::config::{Config, TermLinks};
use crate::glossary::{Match, Matcher, Termbase};
use crate::parse::body::{Body, Event, Tag};

/// What may be linked in a text.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// Which occurrences become links.
    pub policy: TermLinks,
    /// The id of the term whose own page the text is.
    pub own: Option<&'a str>,
}

/// The matcher of each of the site's languages.
pub fn matchers(config: &Config, termbase: &Termbase) -> BTreeMap<Lang, Arc<Matcher>> {
    let matcher = |lang: &Lang| (lang.clone(), Arc::new(Matcher::new(termbase, lang)));
    config.languages.par_iter().map(matcher).collect()
}

/// Finds the terms of every edition.
pub fn find_all(site: &mut Site) {
    let matchers = &site.matchers;
    let wanted = site.config.term_links;
    let mut pages: Vec<&mut Page> = site.pages.values_mut().collect();
    pages.par_iter_mut().for_each(|page| {
        // The glossary's own page shows every term anyway.
        let takes_part = page.shared.glossary && page.kind != Kind::Glossary;
        let policy = if takes_part { wanted } else { TermLinks::None };
        let own = (page.kind == Kind::Term).then(|| page.path.name());
        for (lang, edition) in &mut page.editions {
            let Some(matcher) = matchers.get(lang) else { continue };
            edition.marks = find(&edition.document.body, matcher, Scope { policy, own });
        }
    });
}

/// The terms in a text, in its order, without overlap; those that an author marked with `[[…]]` are not among them.
pub fn find(body: &Body, matcher: &Matcher, scope: Scope<'_>) -> Vec<TermMark> {
    if matcher.is_empty() {
        return Vec::new();
    }
    let mut finder = Finder {
        body,
        matcher,
        policy: scope.policy,
        own: scope.own.and_then(|id| matcher.number(id)),
        text: String::new(),
        pieces: Vec::new(),
        seen: BTreeSet::new(),
        marks: Vec::new(),
    };
    finder.run();
    finder.marks
}

/// How a piece of text takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Region {
    /// Terms in it may become links.
    Open,
    /// It mentions terms, but holds no links: a heading, another link.
    Closed,
    /// It mentions terms in the words of others.
    Quoted,
    /// It is not looked at: code, texts for those who do not see an image, `[[!…]]`.
    Hidden,
}

/// A piece of the text in a [`Finder`].
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// Its first byte in the finder's text.
    start: usize,
    event: u32,
    region: Region,
}

struct Finder<'a> {
    body: &'a Body,
    matcher: &'a Matcher,
    policy: TermLinks,
    /// The number of the term whose page this is.
    own: Option<u32>,
    /// The text of the block so far, and the pieces that it was put together from.
    text: String,
    pieces: Vec<Piece>,
    /// The terms that this section, or the whole text, has linked already.
    seen: BTreeSet<u32>,
    marks: Vec<TermMark>,
}

/// Stands for what is shown but is not text: no term reaches across it, and a sentence goes on after it.
const BARRIER: char = '\u{fffc}';

impl Finder<'_> {
    fn run(&mut self) {
        let body = self.body;
        // The regions that we are in, the innermost last.
        let mut regions: Vec<Region> = Vec::new();
        let mut region = Region::Open;
        for (at, event) in body.events.iter().enumerate() {
            match event {
                Event::Start(tag) => {
                    self.start(*tag);
                    if let Some(inner) = region_of(*tag) {
                        regions.push(region);
                        region = region.max(inner);
                    }
                }
                Event::End(tag) => {
                    if region_of(*tag).is_some() {
                        region = regions.pop().unwrap_or(Region::Open);
                    }
                    self.between(*tag);
                }
                Event::Text(piece) if region < Region::Hidden => self.piece(at, body.str(*piece), region),
                Event::SoftBreak | Event::HardBreak if region < Region::Hidden => self.piece(at, "\n", region),
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
                self.seen.extend(self.matcher.number(&self.body.terms[number as usize].id));
                self.text.push(BARRIER);
            }
            _ => {}
        }
    }

    /// Stress does not part words, other marks within a line do; a block ends the text before it.
    fn between(&mut self, tag: Tag) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {}
            Tag::Superscript | Tag::Subscript | Tag::Link(_) | Tag::Image(_) | Tag::Term(_) | Tag::Plain => {
                self.text.push(BARRIER);
            }
            _ => self.flush(),
        }
    }

    fn piece(&mut self, event: usize, text: &str, region: Region) {
        self.pieces.push(Piece { start: self.text.len(), event: event as u32, region });
        self.text.push_str(text);
    }

    /// Looks for terms in the text so far, and begins a new one.
    fn flush(&mut self) {
        if !self.pieces.is_empty() {
            let text = std::mem::take(&mut self.text);
            for found in self.matcher.find(&text) {
                self.found(found);
            }
            self.text = text;
        }
        self.text.clear();
        self.pieces.clear();
    }

    fn found(&mut self, found: Match<'_>) {
        let (start, region) = place(&self.pieces, found.range.start);
        let ((event, offset), _) = place(&self.pieces, found.range.end - 1);
        let end = (event, offset + 1);
        let lang = found.lang.cloned();
        let own = self.own == Some(found.number);
        if (found.avoided && region == Region::Quoted) || (own && lang.is_none()) {
            return;
        }
        let mut mark = TermMark { start, end, term: found.id.clone(), links: false, lang, avoided: found.avoided };
        let may_link = found.links && !found.avoided && region == Region::Open && !own;
        match nested(self.body, start, end).filter(|_| may_link || mark.lang.is_some()) {
            Some((start, end)) => {
                (mark.start, mark.end) = (start, end);
                mark.links = may_link && self.is_wanted(found.number);
            }
            None => mark.lang = None,
        }
        self.marks.push(mark);
    }

    /// Whether this occurrence of a term becomes a link.
    fn is_wanted(&mut self, number: u32) -> bool {
        match self.policy {
            TermLinks::None => false,
            TermLinks::All => true,
            TermLinks::Section | TermLinks::Page => self.seen.insert(number),
        }
    }
}

/// The event that a byte of the text stands in, its offset there, and how that piece takes part.
fn place(pieces: &[Piece], at: usize) -> ((u32, u32), Region) {
    let number = pieces.partition_point(|piece| piece.start <= at) - 1;
    let Piece { start, event, region } = pieces[number];
    ((event, (at - start) as u32), region)
}

/// The places widened so that what lies between them is whole: `*mô hình* ngôn ngữ lớn` from before the stress. `None`
/// if stress begins or ends within the term and goes on outside of it.
fn nested(body: &Body, mut start: (u32, u32), mut end: (u32, u32)) -> Option<((u32, u32), (u32, u32))> {
    let (mut open, mut lowest) = (0_i32, 0_i32);
    for event in &body.events[start.0 as usize..=end.0 as usize] {
        match event {
            Event::Start(_) => open += 1,
            Event::End(_) => open -= 1,
            _ => {}
        }
        lowest = lowest.min(open);
    }
    for _ in 0..-lowest {
        let before = start.0.checked_sub(1).filter(|_| start.1 == 0)?;
        if !matches!(body.events[before as usize], Event::Start(tag) if is_stress(tag)) {
            return None;
        }
        start = (before, 0);
    }
    for _ in 0..open - lowest {
        let is_at_end = match body.events[end.0 as usize] {
            Event::Text(piece) => body.str(piece).len() == end.1 as usize,
            _ => true,
        };
        let after = body.events.get(end.0 as usize + 1).filter(|_| is_at_end)?;
        if !matches!(after, Event::End(tag) if is_stress(*tag)) {
            return None;
        }
        end = (end.0 + 1, 0);
    }
    Some((start, end))
}

fn is_stress(tag: Tag) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
}

/// The region that a tag makes, if it makes one.
fn region_of(tag: Tag) -> Option<Region> {
    match tag {
        Tag::Heading(_) | Tag::Link(_) | Tag::Term(_) | Tag::DefinitionTitle | Tag::TableHead => Some(Region::Closed),
        Tag::Quote => Some(Region::Quoted),
        Tag::CodeBlock(_) | Tag::Image(_) | Tag::Plain => Some(Region::Hidden),
        _ => None,
    }
}
