//! What is doubtful between the editions of a page, block by block, and in each block by itself.
//!
//! Enters: the resolved site and its strings. Leaves: diagnostics, each with its place in both files and, where only one way
//! out is right, the change that makes it. Never here: a language that is the original of another, repairs of files.
//!
//! What two blocks of a pair say differently is not told once a person has agreed on both (`translations agree`) and
//! neither has moved since: their word counts more than a rule.

mod code;
mod data;
mod endings;
mod forms;
mod language;
mod links;
mod markup;
mod messages;
mod missing;
mod numbers;
mod placeholders;
mod prose;
mod quotes;
mod repair;
mod services;
mod shape;
mod slots;
mod spaces;
mod terms;
mod unchanged;
mod words;

use rayon::prelude::*;

use crate::base::{Lang, SourcePath, Span};
use crate::diag::{Code, Diagnostic, Location};
use crate::parse::body::BlockKind;
use crate::resolve::{self, Edition, Page, Pair, Site};
use crate::translation::{self, FrontKey, State, Unit, UnitKind};

pub use data::text_errors;
pub use forms::decomposed;
pub use messages::check as check_messages;
use prose::Prose;
pub use repair::{Apart, Refused, as_on_disk, repaired};
pub use services::Services;

/// What a text is, as far as a rule cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// A block of a page.
    Block(BlockKind),
    /// A title, a term: a few words.
    Label,
    /// A sentence or more.
    Text,
    /// A message of the site's strings.
    Message,
}

impl What {
    fn of(kind: UnitKind) -> What {
        match kind {
            UnitKind::Block(kind) => What::Block(kind),
            UnitKind::Front(FrontKey::Title | FrontKey::MenuTitle | FrontKey::Term) => What::Label,
            UnitKind::Front(FrontKey::Description | FrontKey::Short) => What::Text,
        }
    }

    /// Whether it is a name or headline rather than sentences.
    fn is_label(self) -> bool {
        matches!(self, What::Label | What::Block(BlockKind::Heading | BlockKind::Title))
    }
}

/// One text of a pair, or a text by itself.
struct Side<'a> {
    lang: &'a Lang,
    path: &'a SourcePath,
    /// Where it stands, without the line end after it.
    span: Span,
    what: What,
    prose: Prose,
    /// The edition and the block, if it is one.
    block: Option<(&'a Edition, &'a Unit)>,
}

/// Two texts that should say the same.
struct Twins<'a> {
    services: &'a Services<'a>,
    page: Option<&'a Page>,
    sides: [Side<'a>; 2],
}

impl<'a> Side<'a> {
    fn of_unit(lang: &'a Lang, edition: &'a Edition, unit: &'a Unit) -> Side<'a> {
        let document = &edition.document;
        Side {
            lang,
            path: &document.path,
            span: trimmed(unit.span, &document.body.source),
            what: What::of(unit.id.kind),
            prose: Prose::of_unit(&document.body, unit),
            block: Some((edition, unit)),
        }
    }

    /// A diagnostic at a range of the prose.
    fn report(&self, code: Code, range: &std::ops::Range<usize>, message: String) -> Diagnostic {
        Diagnostic::new(code, message).at(self.path, self.prose.place(range).unwrap_or(self.span))
    }

    fn location(&self) -> Location {
        Location::span(self.path, self.span)
    }
}

impl<'a> Twins<'a> {
    /// Both ways: a side and its twin.
    fn both(&self) -> [(&Side<'a>, &Side<'a>); 2] {
        [(&self.sides[0], &self.sides[1]), (&self.sides[1], &self.sides[0])]
    }
}

fn trimmed(span: Span, source: &str) -> Span {
    let text = span.text(source);
    let start = span.start + (text.len() - text.trim_start().len()) as u32;
    Span { start, end: (start + text.trim().len() as u32).max(start) }
}

/// Everything that is doubtful between the editions of all pages, and in each; levels not yet applied, not sorted.
pub fn run(site: &Site, services: &Services<'_>) -> Vec<Diagnostic> {
    let pages: Vec<&Page> = site.pages.values().map(|page| &**page).collect();
    let of_pages = pages.par_iter().flat_map_iter(|page| of_page(site, services, page));
    of_pages.chain(data::check(site, services, None)).collect()
}

/// The same for one page.
pub fn of_page(site: &Site, services: &Services<'_>, page: &Page) -> Vec<Diagnostic> {
    let pairs = resolve::pairs(site, page);
    let mut diagnostics = Vec::new();
    for pair in &pairs {
        for row in 0..pair.rows.len() {
            diagnostics.extend(of_row(services, pair, row));
        }
    }
    if pairs.is_empty() {
        for (lang, edition) in &page.editions {
            for unit in translation::units(&edition.document, &edition.heading_ids) {
                alone(&Side::of_unit(lang, edition, &unit), &mut diagnostics);
            }
        }
    }
    diagnostics.extend(data::check(site, services, Some(page)));
    diagnostics
}

/// The errors of a row of a pair that stand in the way of an agreement, with the site's own levels; empty if none do.
///
/// This is what `translations agree` asks.
pub fn errors(services: &Services<'_>, pair: &Pair<'_>, row: usize) -> Vec<Diagnostic> {
    let found = services.site.config.apply_levels(of_row(services, pair, row));
    found.into_iter().filter(Diagnostic::is_error).collect()
}

/// All that is doubtful in a row of a pair; nothing is left out for its level.
pub fn of_row(services: &Services<'_>, pair: &Pair<'_>, row: usize) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let units = pair.blocks(&pair.rows[row]);
    let side = |at: usize| units[at].map(|unit| Side::of_unit(pair.langs[at], pair.editions[at], unit));
    let sides = [side(0), side(1)];
    for side in sides.iter().flatten() {
        alone(side, &mut diagnostics);
    }
    match sides {
        [Some(a), Some(b)] if pair.state(&pair.rows[row]) != State::Agreed => {
            compare(&Twins { services, page: Some(pair.page), sides: [a, b] }, &mut diagnostics);
        }
        // A person has said that the other language is not to have it.
        _ if pair.state(&pair.rows[row]) == State::Agreed => {}
        [a, b] => missing::check(pair, row, a.or(b), &mut diagnostics),
    }
    diagnostics
}

/// The rules over one text.
fn alone(side: &Side<'_>, out: &mut Vec<Diagnostic>) {
    words::check(side, out);
    quotes::check(side, out);
    forms::check(side, out);
    language::check(side, out);
    spaces::check(side, out);
}

/// The rules over two texts, those that weigh most first.
fn compare(twins: &Twins<'_>, out: &mut Vec<Diagnostic>) {
    // What was not translated differs in nothing, or is wrong in everything: one word about it is enough.
    let before = out.len();
    unchanged::check(twins, out);
    if out.len() > before {
        let paths = twins.sides.each_ref().map(|side| side.path);
        out.retain(|one| {
            let is_here = one.location.as_ref().is_some_and(|location| paths.contains(&&location.path));
            one.code != Code::LanguageLeftover || !is_here
        });
        return;
    }
    shape::check(twins, out);
    links::check(twins, out);
    code::check(twins, out);
    slots::check(twins, out);
    placeholders::check(twins, out);
    numbers::check(twins, out);
    terms::check(twins, out);
    endings::check(twins, out);
    markup::check(twins, out);
}
