//! `songngu translations diff`.

use similar::{ChangeTag, TextDiff};

use super::{name, page};
use crate::base::{LineIndex, Span};
use crate::cli::Status;
use crate::cli::args::Global;
use crate::cli::report::Reporter;
use crate::cli::site_run::SiteRun;
use crate::resolve::{self, Edition, Pair};
use crate::translation::{Entry, Row, Side, State, Unit};

/// `songngu translations diff`.
#[derive(Debug, clap::Args)]
pub struct DiffArgs {
    /// The page, by its path below `content/`
    #[arg(value_name = "PAGE")]
    pub page: String,
}

/// Shows what moved in a page.
pub(super) fn diff(global: &Global, args: DiffArgs, reporter: &Reporter) -> Status {
    let run = match SiteRun::new(global, true) {
        Ok(run) => run,
        Err(error) => return reporter.failure(&error),
    };
    let Some(site) = run.site() else { return run.refuse(reporter) };
    let page = match page(site, &args.page) {
        Ok(page) => page,
        Err(problem) => return reporter.failure(&problem),
    };
    reporter.diagnostics(&run.agreement_problems(), &|path| run.text_of(path));
    let pairs = resolve::pairs(site, page);
    let mut out = String::new();
    for pair in &pairs {
        for row in &pair.rows {
            out.push_str(&of_row(pair, row, reporter.colours_result()));
        }
    }
    if out.is_empty() {
        out = match pairs.iter().all(|pair| pair.entries.is_empty()) {
            true => format!("nothing has been agreed on of `{}` yet\n", name(&page.path)),
            false => format!("nothing has moved in `{}` since its languages agreed\n", name(&page.path)),
        };
    }
    reporter.result_bytes(out.as_bytes())
}

/// A row that waits, in lines; empty if it does not.
fn of_row(pair: &Pair<'_>, row: &Row, colour: bool) -> String {
    let blocks = pair.blocks(row);
    let place = |side: Side| {
        let unit = blocks[side.index()]?;
        Some(format!("{} {}", at(pair.editions[side.index()], unit.span), unit.id))
    };
    let of = |side: Side| (pair.langs[side.index()], blocks[side.index()], pair.entry(row), side);
    let (title, sides) = match pair.state(row) {
        State::Agreed | State::New => return String::new(),
        State::Missing(_) if pair.entries.is_empty() => return String::new(),
        State::Missing(side) => (
            format!("missing in {}: {}", pair.langs[side.index()], place(side.other()).unwrap_or_default()),
            vec![text(of(side.other()), colour)],
        ),
        State::Behind(side) => {
            let title = match (place(side), place(side.other())) {
                (Some(own), Some(twin)) => format!("{own} is behind {twin}"),
                (own, _) => {
                    format!("{} has lost its twin in {}", own.unwrap_or_default(), pair.langs[side.other().index()])
                }
            };
            (title, vec![text(of(side.other()), colour), text(of(side), colour)])
        }
        State::Conflict => {
            let places: Vec<String> = [Side::A, Side::B].into_iter().filter_map(place).collect();
            (
                format!("both have moved: {}", places.join(", ")),
                vec![text(of(Side::A), colour), text(of(Side::B), colour)],
            )
        }
    };
    let (on, off) = if colour { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    format!("{on}{title}{off}\n{}\n", sides.concat())
}

/// A text of today, with what moved in it since.
fn text((lang, unit, entry, side): (&crate::base::Lang, Option<&Unit>, Option<&Entry>, Side), colour: bool) -> String {
    let old = entry.map(|entry| entry.sides[side.index()].text.as_str()).unwrap_or_default();
    let new = unit.map_or("", |unit| unit.text.as_str());
    let shown = if old == new || old.is_empty() { visible(new) } else { words(old, new, colour) };
    format!("  {lang}  {shown}\n")
}

/// Old and new in one line: `[-old-]{+new+}` or, with colour, red and green. Words that changed in a row stand together.
fn words(old: &str, new: &str, colour: bool) -> String {
    let marks = |tag: ChangeTag| match (tag, colour) {
        (ChangeTag::Equal, _) => ("", ""),
        (ChangeTag::Delete, false) => ("[-", "-]"),
        (ChangeTag::Insert, false) => ("{+", "+}"),
        (ChangeTag::Delete, true) => ("\u{1b}[31;9m", "\u{1b}[0m"),
        (ChangeTag::Insert, true) => ("\u{1b}[32m", "\u{1b}[0m"),
    };
    let mut out = String::new();
    // What was deleted and inserted since the last word that stayed, and the space after it.
    let (mut deleted, mut inserted, mut space) = (String::new(), String::new(), String::new());
    let flush = |out: &mut String, deleted: &mut String, inserted: &mut String| {
        for (tag, text) in [(ChangeTag::Delete, deleted), (ChangeTag::Insert, inserted)] {
            let (open, close) = marks(tag);
            if !text.is_empty() {
                out.push_str(&format!("{open}{text}{close}"));
                text.clear();
            }
        }
    };
    let diff = TextDiff::from_words(old, new);
    for change in diff.iter_all_changes() {
        let text = visible(change.value());
        let side = match change.tag() {
            ChangeTag::Equal if text.trim().is_empty() && !(deleted.is_empty() && inserted.is_empty()) => {
                space.push_str(&text);
                continue;
            }
            ChangeTag::Equal => {
                flush(&mut out, &mut deleted, &mut inserted);
                out.push_str(&std::mem::take(&mut space));
                out.push_str(&text);
                continue;
            }
            ChangeTag::Delete => &mut deleted,
            ChangeTag::Insert => &mut inserted,
        };
        side.push_str(&text);
        if !space.is_empty() {
            // The space stood before this word, in both texts.
            let at = side.len() - text.len();
            side.insert_str(at, &space);
            let other = if change.tag() == ChangeTag::Delete { &mut inserted } else { &mut deleted };
            if !other.is_empty() {
                other.push_str(&space);
            }
            space.clear();
        }
    }
    flush(&mut out, &mut deleted, &mut inserted);
    out + &space
}

/// A text that moves no cursor and rings no bell.
fn visible(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { char::REPLACEMENT_CHARACTER } else { letter }).collect()
}

/// `content/compute.en.md:14`.
fn at(edition: &Edition, span: Span) -> String {
    let source = &edition.document.body.source;
    let line = LineIndex::new(source).line_column(source, span.start as usize).line;
    format!("{}:{line}", edition.document.path)
}
