//! The texts of a site as translators get them.
//!
//! Enters: the site, its files of strings, two languages. Leaves: all texts from the one into the other, with what is
//! known about them and where they come from. Never here: formats, what comes back.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::exchange_data::of_data;
use super::exchange_strings::{Standing, of_strings};
use super::pairs::{Pair, pairs};
use super::site::{Edition, Page, Site};
use crate::base::{Lang, LineColumn, LineIndex, SourcePath};
use crate::locale::Lexicon;
use crate::parse::Piece;
use crate::parse::body::BlockKind;
use crate::translation::exchange::merge::{self, Current, Origin, Side, hash_of};
use crate::translation::exchange::{Batch, Entry, Note, NoteKind, Part, State, Text};
use crate::translation::{self, FrontKey, Unit, UnitKind};

/// All texts of the site from one language into another. `strings` are the site's own files below `locales/`, `lexicon` has
/// their messages.
pub fn exchange(
    site: &Site,
    strings: &BTreeMap<SourcePath, Arc<str>>,
    lexicon: &Lexicon,
    from: &Lang,
    to: &Lang,
) -> Current {
    let of_page = |page: &Page| of_page(site, page, from, to);
    let standing = Standing::new(site, strings, lexicon, [from, to]);
    let of_file = |(path, text): (&SourcePath, &Arc<str>)| of_strings(strings, path, text, &standing);
    let pages = site.pages.values().filter_map(|page| of_page(page));
    let data = site.data.files.values().filter_map(|file| of_data(site, file, from, to));
    let mut parts: Vec<(Part, Origin)> = pages.chain(data).chain(strings.iter().filter_map(of_file)).collect();
    parts.retain(|(part, _)| !part.entries.is_empty());
    parts.sort_by(|a, b| a.0.source.cmp(&b.0.source));
    let (parts, origins) = parts.into_iter().unzip();
    let batch = Batch { site: site.config.base_url.clone(), from: from.clone(), to: to.clone(), parts };
    Current { batch, origins }
}

/// The path of the same file in another language: `content/chips.vi.md` → `content/chips.en.md`.
fn twin_path(path: &SourcePath, from: &Lang, to: &Lang) -> SourcePath {
    let stem = path.as_str().strip_suffix(&format!(".{from}.md")).unwrap_or(path.as_str());
    SourcePath::new(format!("{stem}.{to}.md"))
}

fn of_page(site: &Site, page: &Page, from: &Lang, to: &Lang) -> Option<(Part, Origin)> {
    let source = page.editions.get(from)?;
    let target = page.editions.get(to);
    let sides = (
        Side::new(&source.document, &source.heading_ids),
        target.map(|target| Side::new(&target.document, &target.heading_ids)),
    );
    let all = pairs(site, page);
    let pair = all.iter().find(|pair| pair.langs.contains(&from) && pair.langs.contains(&to));
    let stands: BTreeMap<usize, (Option<usize>, State)> =
        pair.map(|pair| standing(pair, usize::from(pair.langs[0] != from))).unwrap_or_default();
    let mut twins = vec![None; sides.0.units.len()];
    for (unit, (twin, _)) in &stands {
        twins[*unit] = *twin;
    }
    let asked = Asked { site, page, edition: source, from, to };
    let mut entries = Vec::new();
    let mut numbers = Vec::new();
    let mut heading: Option<&str> = None;
    for (at, unit) in sides.0.units.iter().enumerate() {
        if unit.id.kind == UnitKind::Block(BlockKind::Heading) {
            heading = Some(unit.text.trim_start_matches(['#', ' ']));
        }
        let text = text(&sides.0, at);
        let (twin, state) = stands.get(&at).cloned().unwrap_or((None, State::New));
        if !text.has_words() {
            continue;
        }
        let target = twin.zip(sides.1.as_ref()).map(|(twin, side)| self::text(side, twin));
        entries.push(Entry {
            id: unit.id.to_string(),
            line: line(&source.document.body.source, unit.span.start as usize),
            source_hash: hash_of(&text.written()),
            target_hash: target.as_ref().map(|target| hash_of(&target.written())),
            source: text,
            target,
            state,
            notes: asked.notes(unit, heading, before(&sides.0, at)),
        });
        numbers.push(at);
    }
    let path = target.map_or_else(|| twin_path(&source.document.path, from, to), |target| target.document.path.clone());
    let part = Part { source: source.document.path.clone(), target: path, entries };
    let page = merge::Page { source: sides.0, target: sides.1, to: to.clone(), twins, entries: numbers };
    Some((part, Origin::Page(page)))
}

/// For each unit of one side its twin on the other, and how the two stand. `from` is the side, 0 or 1.
fn standing(pair: &Pair<'_>, from: usize) -> BTreeMap<usize, (Option<usize>, State)> {
    let mut stands = BTreeMap::new();
    for row in &pair.rows {
        let sides = [row.a, row.b];
        let Some(unit) = sides[from] else { continue };
        let before = || pair.entry(row).map(|entry| entry.sides[from].text.clone()).unwrap_or_default();
        let state = match pair.state(row) {
            translation::State::Agreed => State::Agreed,
            translation::State::Behind(side) if side.index() != from => State::Behind { before: before() },
            translation::State::Conflict => State::Conflict { before: before() },
            translation::State::Missing(_) => State::New,
            translation::State::Behind(_) | translation::State::New => State::Translated,
        };
        stands.insert(unit, (sides[1 - from], state));
    }
    stands
}

/// The text of a unit as it is written.
fn text(side: &Side, at: usize) -> Text {
    let own = &side.document.own;
    let words = |value: Option<&str>| Text::of_words(value.unwrap_or_default());
    match side.units[at].id.kind {
        UnitKind::Block(_) => Text::of_pieces(&side.document.body.source, &side.pieces[at]),
        UnitKind::Front(FrontKey::Title) => words(own.title.as_ref().map(|text| text.value.as_str())),
        UnitKind::Front(FrontKey::MenuTitle) => words(own.menu_title.as_ref().map(|text| text.value.as_str())),
        UnitKind::Front(FrontKey::Description) => words(own.description.as_ref().map(|text| text.value.as_str())),
        UnitKind::Front(FrontKey::Term) => words(own.term.term.as_ref().map(|text| text.value.as_str())),
        UnitKind::Front(FrontKey::Short) => match &own.term.short {
            None => Text::default(),
            Some(short) => match crate::parse::pieces(&short.value, 0).as_slice() {
                [one] => whole(&short.value.source, one),
                _ => Text::of_words(&short.value.source),
            },
        },
    }
}

/// The pieces of a short text, if they are all of it.
pub(super) fn whole(source: &str, pieces: &[Piece]) -> Text {
    let covered = pieces.first().zip(pieces.last()).is_some_and(|(first, last)| {
        source[..first.span.start as usize].trim().is_empty() && source[last.span.end as usize..].trim().is_empty()
    });
    if covered { Text::of_pieces(source, pieces) } else { Text::of_words(source) }
}

pub(super) fn line(source: &str, at: usize) -> u32 {
    let LineColumn { line, .. } = LineIndex::new(source).line_column(source, at);
    line
}

/// What stands between a unit and the one before it.
fn before(side: &Side, at: usize) -> &str {
    let end = at.checked_sub(1).map(|before| &side.units[before]);
    let is_block = |unit: &&Unit| matches!(unit.id.kind, UnitKind::Block(_));
    let start = end.filter(is_block).map_or(side.document.front_span.end, |unit| unit.span.end) as usize;
    side.document.body.source.get(start..side.units[at].span.start as usize).unwrap_or_default()
}

/// What notes are made from.
struct Asked<'a> {
    site: &'a Site,
    page: &'a Page,
    edition: &'a Edition,
    from: &'a Lang,
    to: &'a Lang,
}

impl Asked<'_> {
    fn notes(&self, unit: &Unit, heading: Option<&str>, gap: &str) -> Vec<Note> {
        let note = |kind, text: String| Note { kind, text: text.split_whitespace().collect::<Vec<_>>().join(" ") };
        let kind = kind(unit.id.kind);
        let under =
            heading.filter(|_| !matches!(unit.id.kind, UnitKind::Front(_) | UnitKind::Block(BlockKind::Heading)));
        let context = match under {
            Some(heading) => format!("{kind} under “{heading}”"),
            None => kind.to_owned(),
        };
        let mut notes = vec![note(NoteKind::Context, context)];
        let comment = gap.rsplit_once("<!--").and_then(|(_, rest)| rest.split_once("-->"));
        notes.extend(comment.map(|(comment, _)| note(NoteKind::Comment, comment.to_owned())));
        for id in self.terms(unit) {
            notes.extend(term_note(self.site, &id, self.from, self.to));
        }
        let anchor = unit.id.section.as_ref().map(|section| format!("#{section}")).unwrap_or_default();
        let route = self.page.routes.get(self.from);
        notes.extend(route.map(|route| note(NoteKind::Preview, format!("{}{anchor}", self.site.absolute(route)))));
        notes
    }

    /// The terms that a unit mentions, by id.
    fn terms(&self, unit: &Unit) -> BTreeSet<String> {
        let named = unit.slots.iter().filter_map(|slot| slot.strip_prefix("[[")?.strip_suffix("]]").map(str::to_owned));
        let found = self.edition.marks.iter().filter(|mark| unit.events.contains(&mark.start.0));
        named.chain(found.map(|mark| mark.term.to_string())).collect()
    }
}

/// What a term is called in both languages; `None` where one of them has no entry.
pub(super) fn term_note(site: &Site, id: &str, from: &Lang, to: &Lang) -> Option<Note> {
    let term = site.termbase.terms.get(id)?;
    let (source, target) = (term.editions.get(from)?, term.editions.get(to)?);
    let avoid = match target.avoid.as_slice() {
        [] => String::new(),
        avoid => format!(" (not: {})", avoid.join(", ")),
    };
    let text = format!("{} = {}{avoid}", source.term, target.term);
    Some(Note { kind: NoteKind::Term, text: text.split_whitespace().collect::<Vec<_>>().join(" ") })
}

fn kind(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Front(FrontKey::Title) => "the page's title",
        UnitKind::Front(FrontKey::MenuTitle) => "the page's title in the menu",
        UnitKind::Front(FrontKey::Description) => "a sentence about the page",
        UnitKind::Front(FrontKey::Term) => "a term of the glossary",
        UnitKind::Front(FrontKey::Short) => "a term's short definition",
        UnitKind::Block(BlockKind::Heading) => "heading",
        UnitKind::Block(BlockKind::Paragraph) => "paragraph",
        UnitKind::Block(BlockKind::Item) => "list item",
        UnitKind::Block(BlockKind::Row) => "row of a table",
        UnitKind::Block(BlockKind::Code) => "code",
        UnitKind::Block(BlockKind::Title) => "what is defined",
        UnitKind::Block(BlockKind::Definition) => "definition",
        UnitKind::Block(BlockKind::Component) => "texts of a component",
    }
}
