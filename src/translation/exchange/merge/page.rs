//! Texts written into an edition: in place of what stood there, beside it, or as an edition of its own.
//!
//! Enters: an edition, its twin, new texts. Leaves: edits. Never here: an edit after which anything but its own text
//! reads otherwise: after each the page is parsed again, and all other blocks have to be what they were.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::front::{data, one_paragraph, scalar};
use super::place::{Beside, Place};
use super::words::rewritten;
use super::{Change, Edit, Part, Wanted, applied, same_slots};
use crate::base::Lang;
use crate::diag::{Code, Diagnostic};
use crate::parse::body::{BlockKind, Event};
use crate::parse::{self, Document, Piece, PieceKind};
use crate::text::slug;
use crate::translation::exchange::inline::BREAK;
use crate::translation::{FrontKey, HeadingId, Unit, UnitKind, units};

/// One edition of a page that is exchanged.
#[derive(Debug, Clone)]
pub struct Side {
    /// The edition.
    pub document: Arc<Document>,
    /// Its units.
    pub units: Vec<Unit>,
    /// The pieces of each unit's text; empty for texts of the front matter, and where there is nothing to translate.
    pub pieces: Vec<Vec<Piece>>,
}

/// A page that is exchanged.
#[derive(Debug, Clone)]
pub struct Page {
    /// The edition that is translated.
    pub source: Side,
    /// The edition in the other language, if there is one.
    pub target: Option<Side>,
    /// The language of the other edition.
    pub to: Lang,
    /// For each unit of the source its twin in the target.
    pub twins: Vec<Option<usize>>,
    /// For each entry of the part its unit in the source.
    pub entries: Vec<usize>,
}

impl Side {
    /// An edition with the pieces of its texts.
    pub fn new(document: &Arc<Document>, heading_ids: &[HeadingId]) -> Side {
        let units = units(document, heading_ids);
        let body = &document.body;
        let all = parse::pieces(body, document.front_span.end as usize);
        let of_unit = |unit: &Unit| match unit.id.kind {
            UnitKind::Front(_) => Vec::new(),
            UnitKind::Block(BlockKind::Component) => call(document, unit),
            UnitKind::Block(_) => {
                let block = body.blocks.iter().position(|block| block.span == unit.span && block.events == unit.events);
                block.map(|at| all[at].clone()).unwrap_or_default()
            }
        };
        let pieces = units.iter().map(of_unit).collect();
        Side { document: document.clone(), units, pieces }
    }

    pub(super) fn text(&self) -> &Arc<str> {
        &self.document.body.source
    }

    /// Where the text of a unit stands, without the marks around the block.
    pub(super) fn content(&self, unit: usize) -> Option<Range<usize>> {
        let pieces = &self.pieces[unit];
        Some(pieces.first()?.span.start as usize..pieces.last()?.span.end as usize)
    }
}

/// The pieces of a component call that stands alone: sentences among its arguments are words.
fn call(document: &Document, unit: &Unit) -> Vec<Piece> {
    let Some(component) = document.body.components.iter().find(|component| component.span == unit.span) else {
        return Vec::new();
    };
    let source = &document.body.source;
    let mut pieces = Vec::new();
    let mut at = component.span.start;
    let mut push = |kind: PieceKind, start: u32, end: u32| {
        if start < end {
            pieces.push(Piece { kind, span: crate::base::Span { start, end } });
        }
    };
    for argument in &component.arguments {
        let is_sentence = argument.value.as_str().is_some_and(|value| is_words(&argument.name, value));
        let quote = argument.span.text(source).find(['"', '\'']).map(|quote| argument.span.start + quote as u32 + 1);
        if let Some(start) = quote.filter(|_| is_sentence) {
            push(PieceKind::Atom, at, start);
            push(PieceKind::Text, start, argument.span.end - 1);
            at = argument.span.end - 1;
        }
    }
    push(PieceKind::Atom, at, component.span.end);
    pieces
}

/// Arguments that hold what readers see, and arguments that never do, by their usual names.
const TEXTS: [&str; 11] =
    ["alt", "caption", "credit", "description", "heading", "label", "message", "note", "summary", "text", "title"];
const NAMES: [&str; 12] =
    ["class", "file", "format", "href", "icon", "id", "ids", "kind", "lang", "name", "src", "url"];

/// Whether an argument of a call is for readers, not a name or a list of names. Where its own name does not tell: words
/// with spaces between them, a letter that no name has, or a capital at its start.
fn is_words(name: &str, argument: &str) -> bool {
    let argument = argument.trim();
    if TEXTS.contains(&name) || NAMES.contains(&name) {
        return TEXTS.contains(&name) && argument.contains(char::is_alphabetic);
    }
    argument.split(',').any(|part| part.trim().contains(' '))
        || argument.chars().any(|letter| !letter.is_ascii() && letter.is_alphabetic())
        || argument.starts_with(|first: char| first.is_ascii_uppercase())
}

/// What a block has to be after an edit.
#[derive(Clone)]
pub(super) enum Expected<'a> {
    /// What it was.
    Same(&'a Unit),
    /// A new text of the kind and with the slots of the first; the second is what it says now.
    New(&'a Unit, Option<&'a Unit>),
}

/// An edit, and what it makes of the page.
pub(super) struct Step<'a> {
    pub(super) edits: Vec<Edit>,
    pub(super) expected: Vec<Expected<'a>>,
}

impl Page {
    /// Writes texts into the edition that there is. Those that cannot be written are told; the others are tried all the
    /// same, so that everything is told at once.
    pub(super) fn write(&self, part: &Part, wanted: &[Wanted]) -> (Option<Change>, Vec<Diagnostic>) {
        let Some(target) = &self.target else { return (None, Vec::new()) };
        let mut diagnostics = Vec::new();
        let mut step = Step { edits: Vec::new(), expected: target.units.iter().map(Expected::Same).collect() };
        let mut made: BTreeSet<usize> = BTreeSet::new();
        let mut entries = Vec::new();
        for Wanted { at, text, location } in wanted {
            let place = Place { page: self, target, made: &made };
            let tried = |beside: Beside| {
                let next = place.step(&step, *at, text, beside)?;
                self.holds(target, &next).map(|()| next)
            };
            // The first row of a table does not come after its head, but before the next row.
            match tried(Beside::After).or_else(|message| tried(Beside::Before).map_err(|_| message)) {
                Ok(next) => {
                    step = next;
                    made.insert(self.entries[*at]);
                    entries.push(part.entries[*at].id.clone());
                }
                Err(message) => diagnostics.push(refused(part, *at, message).located(location.clone())),
            }
        }
        let change = Change { path: part.target.clone(), old: Some(target.text().clone()), edits: step.edits, entries };
        ((!change.edits.is_empty()).then_some(change), diagnostics)
    }

    /// Checks that after some edits the page is what is expected, and nothing else.
    fn holds(&self, target: &Side, step: &Step<'_>) -> Result<(), String> {
        let Document { path, page, lang, index, .. } = &*target.document;
        let text: Arc<str> = applied(target.text(), &step.edits).into();
        let (new, problems) = parse::edition(path, page, lang, *index, &text);
        let (_, known) = parse::edition(path, page, lang, *index, target.text());
        new_problem(&known, &problems)?;
        if data(&target.document) != data(&new) {
            return Err("the front matter would say something else".to_owned());
        }
        same_page(&step.expected, &new, loose_html(&target.document))
    }

    /// Makes the edition that there is not yet: the source with all of its texts in the other language.
    pub(super) fn create(&self, part: &Part, wanted: &[Wanted]) -> (Option<Change>, Vec<Diagnostic>) {
        let source = self.source.text();
        let start = self.source.document.front_span.end as usize;
        let mut front = String::new();
        let mut edits = Vec::new();
        let mut expected: Vec<Expected<'_>> = self.source.units.iter().map(Expected::Same).collect();
        for Wanted { at, text, .. } in wanted {
            let unit = self.entries[*at];
            let known = &self.source.units[unit];
            expected[unit] = Expected::New(known, None);
            match (known.id.kind, self.source.content(unit)) {
                (UnitKind::Front(key), _) => {
                    front.push_str(&format!("{}: {}\n", key.name(), scalar(&text.replace(BREAK, " "), "")));
                    if key.name() == "title" && self.source.document.own.slug.is_some() {
                        front.push_str(&format!("slug: {}\n", slug(text)));
                    }
                }
                (UnitKind::Block(_), Some(content)) => {
                    let text = rewritten(source, &self.source.pieces[unit], text);
                    edits.push(Edit { range: content.start - start..content.end - start, text });
                }
                (UnitKind::Block(_), None) => {}
            }
        }
        edits.sort_by_key(|edit| edit.range.start);
        let text = format!("---\n{front}---\n{}", applied(&source[start..], &edits));
        let Document { page, index, .. } = &*self.source.document;
        let (new, problems) = parse::edition(&part.target, page, &self.to, *index, &text.as_str().into());
        let (_, known) = parse::edition(&part.source, page, &self.source.document.lang, *index, source);
        let fits =
            new_problem(&known, &problems).and_then(|()| same_page(&expected, &new, loose_html(&self.source.document)));
        if let Err(message) = fits {
            let location = wanted.first().map(|wanted| wanted.location.clone());
            let message = format!("`{}` cannot be made: {message}", part.target);
            let diagnostic =
                Diagnostic::new(Code::ImportMarkup, message).hint("translate the words, and leave markup as it is");
            return (None, vec![location.map_or(diagnostic.clone(), |location| diagnostic.located(location))]);
        }
        let entries = wanted.iter().map(|wanted| part.entries[wanted.at].id.clone()).collect();
        let edits = vec![Edit { range: 0..0, text }];
        (Some(Change { path: part.target.clone(), old: None, edits, entries }), Vec::new())
    }
}

fn refused(part: &Part, at: usize, message: String) -> Diagnostic {
    let message = format!("{message}: `{}` of `{}`", part.entries[at].id, part.source);
    Diagnostic::new(Code::ImportMarkup, message).hint("translate the words, and leave markup as it is in the source")
}

/// An error that was not there before.
fn new_problem(known: &[Diagnostic], problems: &[Diagnostic]) -> Result<(), String> {
    let was = |problem: &Diagnostic| {
        known.iter().any(|other| (other.code, &other.message) == (problem.code, &problem.message))
    };
    match problems.iter().find(|problem| problem.is_error() && !was(problem)) {
        Some(problem) => Err(problem.message.clone()),
        None => Ok(()),
    }
}

/// How many pieces of raw HTML stand outside all blocks.
fn loose_html(document: &Document) -> usize {
    let is_html = |event: &&Event| matches!(event, Event::Html(_));
    let all = document.body.events.iter().filter(is_html).count();
    let inside = |events: &Range<u32>| {
        document.body.events[events.start as usize..events.end as usize].iter().filter(is_html).count()
    };
    all - document.body.blocks.iter().map(|block| inside(&block.events)).sum::<usize>()
}

/// What stands in a unit beside words; sentences within calls are words.
fn slots(unit: &Unit, document: &Document) -> Vec<String> {
    let html = document.body.events[unit.events.start as usize..unit.events.end as usize].iter();
    let html = html.filter_map(|event| match event {
        Event::Html(piece) => Some(document.body.str(*piece).to_owned()),
        _ => None,
    });
    unit.slots.iter().map(|slot| without_sentences(slot)).chain(html).collect()
}

/// A call with its sentences left out.
fn without_sentences(slot: &str) -> String {
    if !slot.starts_with("{{ <") && !slot.starts_with("{% <") && !slot.starts_with("{{<") && !slot.starts_with("{%<") {
        return slot.to_owned();
    }
    let mut out = String::new();
    let mut parts = slot.split('"');
    out.push_str(parts.next().unwrap_or_default());
    for (at, part) in parts.enumerate() {
        let before = out.trim_end().trim_end_matches('=').trim_end();
        let name = before.rsplit(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default();
        let is_sentence = at % 2 == 0 && is_words(name, part);
        out.push('"');
        out.push_str(if is_sentence { "…" } else { part });
    }
    out
}

/// Checks the blocks of a page, one by one.
fn same_page(expected: &[Expected<'_>], new: &Document, html: usize) -> Result<(), String> {
    let found = units(new, &[]);
    let kind = |one: &Expected<'_>| match one {
        Expected::Same(unit) | Expected::New(unit, _) => unit.id.kind,
    };
    let is_front = |kind: UnitKind| matches!(kind, UnitKind::Front(_));
    let blocks: Vec<&Unit> = found.iter().filter(|unit| !is_front(unit.id.kind)).collect();
    let wanted: Vec<&Expected<'_>> = expected.iter().filter(|one| !is_front(kind(one))).collect();
    let structure = "the text would no longer be one block of its kind";
    for (one, unit) in wanted.iter().zip(&blocks) {
        match one {
            Expected::Same(known) if (known.id.kind, known.hash) == (unit.id.kind, unit.hash) => {}
            Expected::New(known, old) if old.unwrap_or(known).id.kind == unit.id.kind => {
                let was = |known: &Unit| known.slots.iter().map(|slot| without_sentences(slot)).collect::<Vec<_>>();
                let old = old.map(was);
                same_slots(&was(known), old.as_deref(), &slots(unit, new))?;
            }
            Expected::Same(_) | Expected::New(..) => return Err(structure.to_owned()),
        }
    }
    if wanted.len() != blocks.len() {
        return Err(structure.to_owned());
    }
    for one in expected.iter().filter(|one| is_front(kind(one))) {
        let unit = found.iter().find(|unit| unit.id.kind == kind(one)).ok_or("the front matter would not hold it")?;
        match one {
            Expected::Same(known) if known.hash == unit.hash => {}
            Expected::Same(_) => return Err("the front matter would say something else".to_owned()),
            Expected::New(known, old) => {
                same_slots(&known.slots, old.map(|old| old.slots.as_slice()), &unit.slots)?;
                if known.id.kind == UnitKind::Front(FrontKey::Short) {
                    one_paragraph(new)?;
                }
            }
        }
    }
    if loose_html(new) != html {
        return Err("there is raw HTML in it".to_owned());
    }
    Ok(())
}
