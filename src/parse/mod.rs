//! One source file to one document: typed front matter and a flat text, all with places.
//!
//! Enters: the text of one file below `content/`. Leaves: a [`Document`], [`Shared`] data or the
//! bibliography, with what was wrong in it. Never here: other files, HTML, the site's configuration.

pub mod body;
mod call;
pub mod drawing;
mod file;
pub mod front;
mod markdown;
mod name;
mod target;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::base::{Digest, Lang, PagePath, SourcePath, Span};
use crate::config::yaml::{self, Node, Yaml};
use crate::diag::{Code, Diagnostic};
use body::{Body, Heading};
use front::{DrawingText, OwnFront, SharedFront, SourceEntry};

pub use file::{Parsed, file, unread};
pub use markdown::{Piece, PieceKind, pieces};
pub use name::{BIBLIOGRAPHY, Role, role};

/// One page in one language: an edition's file.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The file.
    pub path: SourcePath,
    /// The page it is an edition of.
    pub page: PagePath,
    /// Its language.
    pub lang: Lang,
    /// Whether it is the page of its folder.
    pub index: bool,
    /// The front matter that belongs to the edition.
    pub own: OwnFront,
    /// Shared front matter written in the edition.
    pub shared: SharedFront,
    /// Where the front matter stands, its fences included; empty if there is none.
    pub front_span: Span,
    /// The text.
    pub body: Body,
}

/// The front matter that the editions of a page share: `content/<path>.yaml`.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// The file.
    pub path: SourcePath,
    /// The page.
    pub page: PagePath,
    /// What it holds.
    pub front: SharedFront,
}

impl Document {
    /// Where the YAML of the front matter stands, between its fences; `None` if there is none.
    pub fn front_yaml(&self) -> Option<Range<usize>> {
        let front = self.front_span.text(&self.body.source);
        let start = front.find('\n')? + 1;
        let end = front.trim_end().rfind('\n')? + 1;
        (end >= start).then_some(start..end)
    }

    /// The digest of all of it that other pages, and the order of the site, may depend on: its file, its front matter, its
    /// headings, and whether there is a text at all. A document whose text has changed and whose outline has not touches its
    /// own page alone.
    pub fn outline(&self) -> Digest {
        let Document { path, page, lang, index, own: _, shared: _, front_span, body } = self;
        let front = &body.source[..front_span.end as usize];
        let mut all = format!("{path}\n{page}\n{lang} {index} {} {}\n", body.blocks.is_empty(), body.source.is_empty());
        all.push_str(front);
        for Heading { level, id, slug, classes, text, span: _, events: _ } in &body.headings {
            all.push_str(&format!("\n{level} {id:?} {slug:?} {classes:?} {text:?}"));
        }
        Digest::of(all.as_bytes())
    }
}

/// The most front matter that is read, in bytes.
const MAX_FRONT_MATTER: usize = 64 * 1024;

/// Whether a page is a glossary entry.
pub fn is_term(page: &PagePath) -> bool {
    page.parent().is_some_and(|parent| parent.as_str() == "glossary")
}

/// Reads an edition.
pub fn edition(
    path: &SourcePath,
    page: &PagePath,
    lang: &Lang,
    index: bool,
    text: &Arc<str>,
) -> (Document, Vec<Diagnostic>) {
    let FrontMatter { node: front, start, problem } = front_matter(path, text);
    let mut diagnostics: Vec<Diagnostic> = problem.into_iter().map(|problem| *problem).collect();
    let (mut own, mut shared) = (OwnFront::default(), SharedFront::default());
    if let Some(node) = &front {
        let (read_own, read_shared, problems) =
            front::read(path, node, front::Place::Edition, is_term(page), Some(lang));
        own = read_own;
        shared = read_shared;
        diagnostics.extend(problems);
    }
    let (body, problems) = markdown::parse(path, text, start, lang);
    diagnostics.extend(problems);
    let document = Document {
        path: path.clone(),
        page: page.clone(),
        lang: lang.clone(),
        index,
        own,
        shared,
        front_span: Span::new(0..start),
        body,
    };
    (document, diagnostics)
}

/// Reads a short Markdown text of data, such as what an event of a timeline says. What is wrong in it is told where the
/// data is read.
pub fn short(path: &SourcePath, text: &str, lang: &Lang) -> Body {
    markdown::parse(path, &text.into(), 0, lang).0
}

/// Reads the data that editions share.
pub fn shared(path: &SourcePath, page: &PagePath, text: &str) -> (Shared, Vec<Diagnostic>) {
    let (front, diagnostics) = match yaml::parse(path, text, 0) {
        Ok(node) => match not_a_map(path, &node, "the file") {
            Some(diagnostic) => (SharedFront::default(), vec![diagnostic]),
            None => {
                let (_, front, diagnostics) = front::read(path, &node, front::Place::Shared, is_term(page), None);
                (front, diagnostics)
            }
        },
        Err(diagnostic) => (SharedFront::default(), vec![*diagnostic]),
    };
    (Shared { path: path.clone(), page: page.clone(), front }, diagnostics)
}

/// Reads the bibliography.
pub fn bibliography(path: &SourcePath, text: &str) -> (BTreeMap<String, SourceEntry>, Vec<Diagnostic>) {
    match yaml::parse(path, text, 0) {
        Ok(node) => match not_a_map(path, &node, "the bibliography") {
            Some(diagnostic) => (BTreeMap::new(), vec![diagnostic]),
            None => front::bibliography(path, &node),
        },
        Err(diagnostic) => (BTreeMap::new(), vec![*diagnostic]),
    }
}

/// Reads what a drawing says; `None` if nothing of it can be read.
pub fn drawing_text(path: &SourcePath, text: &str) -> (Option<DrawingText>, Vec<Diagnostic>) {
    match yaml::parse(path, text, 0) {
        Ok(node) => match not_a_map(path, &node, "the file") {
            Some(diagnostic) => (None, vec![diagnostic]),
            None => {
                let (text, diagnostics) = front::drawing_text(path, &node);
                (Some(text), diagnostics)
            }
        },
        Err(diagnostic) => (None, vec![*diagnostic]),
    }
}

/// The top of a file.
struct FrontMatter {
    /// The YAML, if there is some that can be read; a map.
    node: Option<Node>,
    /// The byte at which the text begins.
    start: usize,
    /// Why it cannot be read. The text after it is read all the same.
    problem: Option<Box<Diagnostic>>,
}

fn front_matter(path: &SourcePath, text: &str) -> FrontMatter {
    let Some(first_line) = text.lines().next().filter(|line| line.trim_end() == "---") else {
        return FrontMatter { node: None, start: 0, problem: None };
    };
    let start = (first_line.len() + 1).min(text.len());
    let broken = |start, problem: Diagnostic| FrontMatter { node: None, start, problem: Some(Box::new(problem)) };
    let mut at = start;
    let end = text[start..].split_inclusive('\n').find_map(|line| {
        let here = at;
        at += line.len();
        (line.trim_end() == "---").then_some(here)
    });
    let Some(end) = end else {
        // The first empty line is where the author most likely meant it to end.
        let after = text[start..].find("\n\n").map_or(text.len(), |blank| start + blank);
        let diagnostic = Diagnostic::new(Code::FrontMatterUnclosed, "the front matter never ends");
        return broken(after, diagnostic.at(path, Span::new(0..3)).hint("put a line `---` after the last key"));
    };
    if end - start > MAX_FRONT_MATTER {
        let message =
            format!("the front matter has {} KiB; the limit is {} KiB", (end - start) / 1024, MAX_FRONT_MATTER / 1024);
        let diagnostic = Diagnostic::new(Code::FrontMatterTooLarge, message).at(path, Span::new(0..3));
        return broken(at, diagnostic.hint("move large data to shared data or to an asset"));
    }
    match yaml::parse(path, &text[start..end], start) {
        Err(diagnostic) => FrontMatter { node: None, start: at, problem: Some(diagnostic) },
        Ok(node) => match not_a_map(path, &node, "the front matter") {
            Some(diagnostic) => broken(at, diagnostic),
            None => FrontMatter { node: Some(node), start: at, problem: None },
        },
    }
}

fn not_a_map(path: &SourcePath, node: &Node, what: &str) -> Option<Diagnostic> {
    let diagnostic = || Diagnostic::new(Code::YamlInvalid, format!("{what} is not a map of keys")).at(path, node.span);
    (!matches!(node.value, Yaml::Map(_))).then(|| diagnostic().hint("write `key: value` on each line"))
}
