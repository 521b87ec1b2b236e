//! Texts written into an edition: in place of what stood there, beside it, or as an edition of its own.
//!
//! Enters: an edition, its twin, new texts. Leaves: edits. Never here: an edit after which anything but its own text
//! reads otherwise: after each the page is parsed again, and all other blocks have to be what they were.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::{Change, Edit, Part, Wanted, applied, same_slots, words::rewritten};
use crate::base::{Lang, SourcePath};
use crate::config::yaml::{self, Yaml};
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

    fn text(&self) -> &Arc<str> {
        &self.document.body.source
    }

    /// Where the text of a unit stands, without the marks around the block.
    fn content(&self, unit: usize) -> Option<Range<usize>> {
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
        let is_sentence = argument.value.as_str().is_some_and(is_words);
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

/// Whether an argument of a call is for readers, not a name or a list of names: words with spaces between them, a
/// letter that no name has, or a capital at its start.
fn is_words(argument: &str) -> bool {
    let argument = argument.trim();
    argument.split(',').any(|part| part.trim().contains(' '))
        || argument.chars().any(|letter| !letter.is_ascii() && letter.is_alphabetic())
        || argument.starts_with(|first: char| first.is_ascii_uppercase())
}

/// What a block has to be after an edit.
#[derive(Clone)]
enum Expected<'a> {
    /// What it was.
    Same(&'a Unit),
    /// A new text of the kind and with the slots of the first; the second is what it says now.
    New(&'a Unit, Option<&'a Unit>),
}

/// An edit, and what it makes of the page.
struct Step<'a> {
    edits: Vec<Edit>,
    expected: Vec<Expected<'a>>,
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
            let next = self.step(target, &step, &made, *at, text);
            let tried = next.and_then(|next| self.holds(target, &next).map(|()| next));
            match tried {
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

    /// The edits so far, and one more.
    fn step<'a>(
        &'a self,
        target: &'a Side,
        so_far: &Step<'a>,
        made: &BTreeSet<usize>,
        at: usize,
        text: &str,
    ) -> Result<Step<'a>, String> {
        let mut edits = so_far.edits.clone();
        let mut expected = so_far.expected.clone();
        let unit = self.entries[at];
        let source = &self.source.units[unit];
        match self.twins[unit] {
            Some(twin) => {
                let old = &target.units[twin];
                let edit = match old.id.kind {
                    UnitKind::Front(_) => front_edit(target, old.span.range(), text)?,
                    UnitKind::Block(_) => {
                        let range = target.content(twin).ok_or("there are no words in it to replace")?;
                        Edit { range, text: rewritten(target.text(), &target.pieces[twin], text) }
                    }
                };
                edits.push(edit);
                let place = expected.iter().position(|one| matches!(one, Expected::Same(unit) if unit.id == old.id));
                if let Some(place) = place {
                    expected[place] = Expected::New(source, Some(old));
                }
            }
            None => {
                let UnitKind::Block(_) = source.id.kind else {
                    edits.push(new_key(target, source, text)?);
                    expected.insert(0, Expected::New(source, None));
                    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
                    return Ok(Step { edits, expected });
                };
                let (gap_start, anchor) = self.anchor(unit, made)?;
                let place = anchor.map_or(target.document.front_span.end, |twin| target.units[twin].span.end) as usize;
                let new = self.block(unit, gap_start, text)?;
                match edits.iter_mut().find(|edit| edit.range == (place..place)) {
                    Some(edit) => edit.text.push_str(&new),
                    None => edits.push(Edit { range: place..place, text: new }),
                }
                let after = expected.iter().rposition(|one| self.is_before(one, anchor, target, unit));
                expected
                    .insert(after.map_or_else(|| front_units(target), |after| after + 1), Expected::New(source, None));
            }
        }
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        Ok(Step { edits, expected })
    }

    /// Whether something expected comes before a block that is put after `anchor`.
    fn is_before(&self, one: &Expected<'_>, anchor: Option<usize>, target: &Side, unit: usize) -> bool {
        match one {
            Expected::Same(known) | Expected::New(_, Some(known)) => {
                anchor.is_some_and(|twin| target.units[twin].id == known.id)
                    || (anchor.is_none() && matches!(known.id.kind, UnitKind::Front(_)))
            }
            // What was put there just now, and stands before it in the source.
            Expected::New(new, None) => {
                let place = self.source.units.iter().position(|known| known.id == new.id);
                let is_here = |place: usize| self.anchor_of(place) == anchor;
                place.is_some_and(|place| place < unit && is_here(place))
            }
        }
    }

    /// The twin of the nearest block before a unit of the source that has one.
    fn anchor_of(&self, unit: usize) -> Option<usize> {
        let blocks = (0..unit).rev().filter(|before| matches!(self.source.units[*before].id.kind, UnitKind::Block(_)));
        blocks.filter_map(|before| self.twins[before]).next()
    }

    /// Where, in the source, what has to be taken over with a block begins; and the block of the target it comes after.
    fn anchor(&self, unit: usize, made: &BTreeSet<usize>) -> Result<(usize, Option<usize>), String> {
        let mut start = None;
        for before in (0..unit).rev() {
            let known = &self.source.units[before];
            if let UnitKind::Front(_) = known.id.kind {
                break;
            }
            if self.twins[before].is_some() || made.contains(&before) {
                start = start.or(Some(known.span.end as usize));
                break;
            }
            if self.entries.contains(&before) {
                return Err(format!("the text before it, `{}`, has no translation yet to come after", known.id));
            }
        }
        Ok((start.unwrap_or(self.source.document.front_span.end as usize), self.anchor_of(unit)))
    }

    /// A block of the source with other words, and all that stands before it from `start`.
    fn block(&self, unit: usize, start: usize, text: &str) -> Result<String, String> {
        let source = self.source.text();
        let content = self.source.content(unit).ok_or("there are no words in it to replace")?;
        let end = self.source.units[unit].span.end as usize;
        let new = rewritten(source, &self.source.pieces[unit], text);
        Ok(format!("{}{new}{}", &source[start..content.start], &source[content.end..end]))
    }

    /// Checks that after some edits the page is what is expected, and nothing else.
    fn holds(&self, target: &Side, step: &Step<'_>) -> Result<(), String> {
        let Document { path, page, lang, index, .. } = &*target.document;
        let text: Arc<str> = applied(target.text(), &step.edits).into();
        let (new, problems) = parse::edition(path, page, lang, *index, &text);
        let (_, known) = parse::edition(path, page, lang, *index, target.text());
        new_problem(&known, &problems)?;
        same_front(&target.document, &new)?;
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

fn front_units(side: &Side) -> usize {
    side.units.iter().take_while(|unit| matches!(unit.id.kind, UnitKind::Front(_))).count()
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
        out.push('"');
        out.push_str(if at % 2 == 0 && is_words(part) { "…" } else { part });
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

/// Checks that the short definition of a term is a paragraph, or several, without raw HTML.
fn one_paragraph(document: &Document) -> Result<(), String> {
    let Some(short) = &document.own.term.short else { return Ok(()) };
    if short.value.blocks.iter().any(|block| block.kind != BlockKind::Paragraph) {
        return Err("the text would no longer be one block of its kind".to_owned());
    }
    if short.value.html.is_empty() { Ok(()) } else { Err("there is raw HTML in it".to_owned()) }
}

/// The data of a front matter, as a map; the keys that are translated have no value.
fn front_data(document: &Document) -> Option<serde_json::Value> {
    let yaml = fences(document)?;
    let mut data =
        yaml::free(&yaml::parse(&SourcePath::new("front matter"), &document.body.source[yaml.clone()], 0).ok()?);
    if let Some(map) = data.as_object_mut() {
        for key in FrontKey::ALL {
            map.remove(key.name());
        }
    }
    Some(data)
}

fn same_front(old: &Document, new: &Document) -> Result<(), String> {
    if front_data(old) == front_data(new) {
        Ok(())
    } else {
        Err("the front matter would say something else".to_owned())
    }
}

/// What stands between the fences of a front matter.
fn fences(document: &Document) -> Option<Range<usize>> {
    let front = document.front_span.text(&document.body.source);
    let start = front.find('\n')? + 1;
    let end = front.trim_end().rfind('\n')? + 1;
    (end >= start).then_some(start..end)
}

/// Another value in place of one of the front matter.
fn front_edit(target: &Side, range: Range<usize>, text: &str) -> Result<Edit, String> {
    if text.contains(BREAK) {
        return Err("a line break has no place in it".to_owned());
    }
    let new = scalar(text, &target.text()[range.clone()]);
    Ok(Edit { range, text: new })
}

/// A key that the front matter does not have yet.
fn new_key(target: &Side, source: &Unit, text: &str) -> Result<Edit, String> {
    if text.contains(BREAK) {
        return Err("a line break has no place in it".to_owned());
    }
    let at = fences(&target.document).ok_or("the edition has no front matter to put it in")?.end;
    Ok(Edit { range: at..at, text: format!("{}: {}\n", source.id.kind.name(), scalar(text, "")) })
}

/// A text as a scalar of YAML 1.2 on one line, in quotation marks if it had some, or needs them.
fn scalar(text: &str, old: &str) -> String {
    let doubled = || format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    if old.starts_with('\'') {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let reads_as_text = match yaml::parse(&SourcePath::new("a value"), &format!("key: {text}\n"), 0) {
        Ok(node) => matches!(&node.value, Yaml::Map(entries)
            if matches!(entries.as_slice(), [(_, value)] if value.value == Yaml::Text(text.to_owned()))),
        Err(_) => false,
    };
    if old.starts_with('"') || !reads_as_text { doubled() } else { text.to_owned() }
}
