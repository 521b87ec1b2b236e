//! What a short text cannot show: `value-invalid`.
//!
//! Short definitions and the texts of a timeline are lines within other pages: links of their own, images,
//! components and the like have no place there, and would otherwise be left out without a word.

use crate::base::{SourcePath, Span};
use crate::diag::{Code, Diagnostic};
use crate::parse::body::{Body, Event, Tag, Target};
use crate::resolve::Page;

/// A short Markdown text of front matter or shared data.
pub(super) struct ShortText<'a> {
    /// The file that it stands in.
    pub(super) path: &'a SourcePath,
    /// Where it, or what it belongs to, stands there.
    pub(super) span: Span,
    /// Its spans are those of the short text alone.
    pub(super) body: &'a Body,
}

/// All short texts of a page.
pub(super) fn short_texts(page: &Page) -> Vec<ShortText<'_>> {
    let mut texts = Vec::new();
    for edition in page.editions.values() {
        let path = &edition.document.path;
        let short = edition.document.own.term.short.iter();
        texts.extend(short.map(|short| ShortText { path, span: short.span, body: &short.value }));
    }
    let data = &page.shared;
    if let Some(path) = data.found_in.get("timeline") {
        let events = data.timeline.iter().flat_map(|event| event.text.values().map(|body| (event.span, body)));
        texts.extend(events.map(|(span, body)| ShortText { path, span, body }));
    }
    if let Some(path) = data.found_in.get("revisions") {
        let entries = data.revisions.iter().flat_map(|entry| entry.text.values().map(|body| (entry.span, body)));
        texts.extend(entries.map(|(span, body)| ShortText { path, span, body }));
    }
    texts
}

pub(super) fn check(page: &Page) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for ShortText { path, span, body } in short_texts(page) {
        let mut told = Vec::new();
        let paragraphs = body.events.iter().filter(|event| **event == Event::Start(Tag::Paragraph)).count();
        let several = (paragraphs > 1).then_some("more than one paragraph");
        for what in body.events.iter().filter_map(|event| unfit(body, event)).chain(several) {
            if told.contains(&what) {
                continue;
            }
            told.push(what);
            let hint = "it takes emphasis, code, terms, figures and links to other sites; put the rest into the page's own text";
            let diagnostic = Diagnostic::new(Code::ValueInvalid, format!("a short text cannot hold {what}"));
            diagnostics.push(diagnostic.at(path, span).hint(hint));
        }
    }
    diagnostics
}

/// What an event of a short text is, if it cannot be shown.
fn unfit(body: &Body, event: &Event) -> Option<&'static str> {
    match event {
        Event::Component(_) => Some("a component"),
        Event::Citation(..) => Some("a citation"),
        Event::Footnote(_) => Some("a footnote"),
        Event::Rule => Some("a rule"),
        Event::Start(tag) => match tag {
            Tag::Link(number) => {
                let is_internal = matches!(body.links[*number as usize].target, Target::Internal { .. });
                is_internal.then_some("a link to another page")
            }
            Tag::Image(_) => Some("an image"),
            Tag::Heading(_) => Some("a heading"),
            Tag::Table(_) => Some("a table"),
            Tag::List(_) => Some("a list"),
            Tag::DefinitionList => Some("a definition list"),
            Tag::Quote | Tag::Alert(_) => Some("a quotation"),
            Tag::CodeBlock(_) => Some("a code block"),
            Tag::FootnoteDefinition(_) => Some("a footnote"),
            Tag::Component(_) => Some("a component"),
            _ => None,
        },
        _ => None,
    }
}
