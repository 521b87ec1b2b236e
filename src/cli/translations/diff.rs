//! `songngu translations diff`.

use similar::{ChangeTag, TextDiff};

use super::Meant;
use crate::base::{LineIndex, Span};
use crate::cli::Status;
use crate::cli::args::Global;
use crate::cli::report::Reporter;
use crate::cli::site_run::SiteRun;
use crate::resolve::{self, DataFile, Edition, Pair, Site};
use crate::translation::{DataSource, Entry, Row, Side, State, Unit};

/// `songngu translations diff`.
#[derive(Debug, clap::Args)]
pub struct DiffArgs {
    /// The page, by its path below `content/`, or a file of data
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
    let meant = match Meant::read(site, &args.page) {
        Ok(meant) => meant,
        Err(problem) => return reporter.failure(&problem),
    };
    reporter.diagnostics(&run.agreement_problems(), &|path| run.text_of(path));
    let pairs: Vec<Pair<'_>> = meant.page.iter().flat_map(|page| resolve::pairs(site, page)).collect();
    let colour = reporter.colours_result();
    let mut out = String::new();
    for pair in &pairs {
        for row in &pair.rows {
            out.push_str(&of_row(pair, row, colour));
        }
    }
    meant.files.iter().for_each(|file| out.push_str(&of_data(site, file, colour)));
    if out.is_empty() {
        let of_data = |file: &&DataFile| site.agreements.has_data(&file.source.path);
        let is_agreed = pairs.iter().any(|pair| !pair.entries.is_empty()) || meant.files.iter().any(of_data);
        out = match is_agreed {
            false => format!("nothing has been agreed on of `{}` yet\n", meant.name()),
            true => format!("nothing has moved in `{}` since its languages agreed\n", meant.name()),
        };
    }
    reporter.result_bytes(out.as_bytes())
}

/// The texts of data that wait, in lines.
fn of_data(site: &Site, file: &DataFile, colour: bool) -> String {
    let DataSource { path, text: source, .. } = &file.source;
    let (texts, lines) = (file.texts(), LineIndex::new(source));
    let mut out = String::new();
    for langs in file.lang_pairs() {
        for pair in file.pairs(site, &texts, langs) {
            let place = |span: Span| format!("{path}:{}", lines.line_column(source, span.start as usize).line);
            let here = |side: Side| pair.sides[side.index()].map_or(pair.text.span, |text| text.span);
            let id = &pair.text.id;
            let (title, sides) = match pair.state {
                State::Agreed | State::New | State::Missing(_) => continue,
                State::Behind(side) => {
                    let behind = match pair.sides[side.other().index()] {
                        Some(_) => format!("is behind {}", langs[side.other().index()]),
                        None => format!("has lost its twin in {}", langs[side.other().index()]),
                    };
                    (format!("{} {id}: {} {behind}", place(here(side)), langs[side.index()]), [side.other(), side])
                }
                State::Conflict => (format!("{} {id}: both have moved", place(here(Side::A))), [Side::A, Side::B]),
            };
            let said = |side: Side| {
                let old = pair.entry.as_ref().map_or("", |entry| entry.sides[side.index()].text.as_str());
                let new = pair.sides[side.index()].map_or("", |text| text.said.text.as_str());
                format!("  {}  {}\n", langs[side.index()], moved(old, new, colour))
            };
            let (on, off) = if colour { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
            out.push_str(&format!("{on}{title}{off}\n{}\n", sides.map(said).concat()));
        }
    }
    out
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
    format!("  {lang}  {}\n", moved(old, new, colour))
}

/// A text of today, with what moved in it since it was `old`.
fn moved(old: &str, new: &str, colour: bool) -> String {
    if old == new || old.is_empty() { visible(new) } else { words(old, new, colour) }
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
