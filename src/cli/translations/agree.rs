//! `songngu translations agree`.

use std::collections::BTreeSet;

use super::agree_messages::Messages;
use super::{Meant, name};
use crate::base::{Lang, LineIndex, SourcePath};
use crate::check::pairs::{self, Services};
use crate::cli::Status;
use crate::cli::args::Global;
use crate::cli::report::Reporter;
use crate::cli::site_run::SiteRun;
use crate::diag::Diagnostic;
use crate::disk;
use crate::resolve::{self, Page, Pair, Site};
use crate::translation::agreement::{self, AgreementId, Subject};
use crate::translation::exchange::merge::Done;
use crate::translation::{Entry, KeepLost, Row, Side, State, Sure, merged};

/// `songngu translations agree`.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
pub struct AgreeArgs {
    /// The page by its path below `content/`, or a file of data; after `#`, one of its sections, blocks or texts:
    /// `compute#why`, `compute#why/p2`, `content/timeline.yaml#timeline.3.title`
    #[arg(value_name = "PAGE", conflicts_with_all = ["all_clean", "message"])]
    pub page: Option<String>,
    /// A message of the site's `.ftl` files, by its name; `all` for every one
    #[arg(long, value_name = "ID", conflicts_with = "all_clean")]
    pub message: Vec<String>,
    /// Record all that nobody has said anything of yet and that stands at the same place in sections of the same structure
    #[arg(long)]
    pub all_clean: bool,
    /// Record it although `translations check` reports an error
    #[arg(long)]
    pub force: bool,
    /// Say what would be recorded, and record nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Records agreement.
pub(super) fn agree(global: &Global, args: AgreeArgs, reporter: &Reporter) -> Status {
    let AgreeArgs { page: typed, message, all_clean, force, dry_run } = args;
    let run = match SiteRun::new(global, true) {
        Ok(run) => run,
        Err(error) => return reporter.failure(&error),
    };
    let Some((prepared, site)) = run.usable() else { return refuse(&run, reporter) };
    let wanted = match typed.as_deref().map(|typed| Wanted::read(site, typed)).transpose() {
        Ok(wanted) => wanted,
        Err(problem) => return reporter.failure(&problem),
    };
    let services = (!force).then(|| Services::new(site));
    let mut record = Record { services, ..Record::default() };
    match &wanted {
        Some(Wanted { meant, part }) => {
            let choice = Choice::Part(part.as_deref());
            meant.page.iter().for_each(|page| record.page(site, page, &choice));
            meant.files.iter().for_each(|file| record.data(site, file, &choice));
        }
        None if all_clean => {
            site.pages.values().for_each(|page| record.page(site, page, &Choice::Clean));
            site.data.files.values().for_each(|file| record.data(site, file, &Choice::Clean));
        }
        None => {}
    }
    if all_clean || !message.is_empty() {
        let lexicon = prepared.lexicon();
        let which = if all_clean { Messages::Clean } else { Messages::Named(&message) };
        let unknown = record.messages(site, lexicon, &|path| run.snapshot.text(path).cloned(), &which);
        if let Some(id) = unknown {
            return reporter.failure(&format!("no two languages of this site's files both have a message `{id}`"));
        }
    }
    if let (Some(Wanted { meant, part: Some(part) }), 0) = (&wanted, record.seen) {
        let known = addresses(site, meant);
        let near = crate::diag::did_you_mean(part, known.iter().map(String::as_str));
        let name = meant.name();
        let hint = near.unwrap_or_else(|| format!("`songngu translations diff {name}` names those that wait"));
        let what = if meant.page.is_some() { "section, block or text" } else { "text" };
        return reporter.failure(&format!("`{name}` has no {what} `{part}`: {hint}"));
    }
    finish(&run, record, wanted.as_ref(), dry_run, reporter)
}

/// Writes what was recorded, and says what could not be.
fn finish(
    run: &SiteRun,
    mut record: Record<'_>,
    wanted: Option<&Wanted<'_>>,
    dry_run: bool,
    reporter: &Reporter,
) -> Status {
    if let Some(path) = record.damaged.first() {
        reporter.diagnostics(&run.agreement_problems(), &|path| run.text_of(path));
        reporter.failure(&format!(
            "`{path}` is damaged, and writing it anew would lose what cannot be read: nothing was recorded"
        ));
        return Status::SiteHasErrors;
    }
    if !dry_run && !record.files.is_empty() {
        let attributes =
            (SourcePath::new(format!("{}/.gitattributes", agreement::FOLDER)), agreement::ATTRIBUTES.into());
        if !run.root.join(attributes.0.as_str()).exists() {
            record.files.push(attributes);
        }
        if let Err(error) = disk::replace_files(&run.root, &record.files) {
            return reporter.failure(&error);
        }
    }
    let status = report(&record, wanted, dry_run, reporter);
    if record.refused.is_empty() {
        return status;
    }
    reporter.diagnostics(&record.refused, &|path| run.text_of(path));
    reporter.note("these blocks were not recorded; correct them, or record them all the same with `--force`");
    Status::SiteHasErrors
}

/// Says why nothing can be recorded.
fn refuse(run: &SiteRun, reporter: &Reporter) -> Status {
    let status = run.refuse(reporter);
    reporter.note("nothing was recorded");
    status
}

/// Records what came back done from translators. The texts are those of the files as they are now.
pub(super) fn agree_on_done(global: &Global, done: &[Done], reporter: &Reporter) -> Status {
    let run = match SiteRun::new(global, true) {
        Ok(run) => run,
        Err(error) => return reporter.failure(&error),
    };
    let Some((prepared, site)) = run.usable() else { return refuse(&run, reporter) };
    let mut record = Record { services: Some(Services::new(site)), ..Record::default() };
    let choice = Choice::Done(done);
    site.pages.values().for_each(|page| record.page(site, page, &choice));
    site.data.files.values().for_each(|file| record.data(site, file, &choice));
    record.messages(site, prepared.lexicon(), &|path| run.snapshot.text(path).cloned(), &Messages::Done(done));
    finish(&run, record, None, false, reporter)
}

/// What was recorded, and what is left for a person.
fn report(record: &Record<'_>, wanted: Option<&Wanted<'_>>, dry_run: bool, reporter: &Reporter) -> Status {
    let would = if dry_run { "would be recorded" } else { "recorded" };
    let what = match record.recorded {
        0 if !record.refused.is_empty() => "nothing was recorded".to_owned(),
        0 => "nothing to record: all of it was agreed on before".to_owned(),
        1 => format!("1 agreement {would}"),
        count => format!("{count} agreements {would}"),
    };
    let what = if record.recorded == 0 && !record.left.is_empty() { "nothing to record".to_owned() } else { what };
    reporter.result(&what);
    if record.left.is_empty() {
        return Status::Done;
    }
    let title = match wanted {
        Some(_) => "without a twin:",
        None => "left for you to look at:",
    };
    reporter.result(title);
    for line in &record.left {
        reporter.result(&format!("  {line}"));
    }
    Status::Done
}

/// A page or a file of data, and the section, block or text of it, that somebody typed.
struct Wanted<'a> {
    meant: Meant<'a>,
    part: Option<String>,
}

impl<'a> Wanted<'a> {
    fn read(site: &'a Site, typed: &str) -> Result<Wanted<'a>, String> {
        let (path, part) = match typed.split_once('#') {
            Some((path, part)) => (path, Some(part.to_owned())),
            None => (typed, None),
        };
        Ok(Wanted { meant: Meant::read(site, path)?, part })
    }
}

/// The addresses that sections, blocks and texts can be named by.
fn addresses(site: &Site, meant: &Meant<'_>) -> BTreeSet<String> {
    let pairs: Vec<Pair<'_>> = meant.page.iter().flat_map(|page| resolve::pairs(site, page)).collect();
    let units = pairs.iter().flat_map(|pair| pair.units.iter().flatten());
    let blocks = units.flat_map(|unit| [Some(unit.id.to_string()), unit.id.section.clone()]).flatten();
    let texts = meant.files.iter().flat_map(|file| file.texts()).map(|text| text.id);
    blocks.chain(texts).collect()
}

/// What is to be recorded of a page.
pub(super) enum Choice<'a> {
    /// All of it, or a section or block.
    Part(Option<&'a str>),
    /// What nobody has said anything of and is beyond doubt.
    Clean,
    /// What translators have looked at.
    Done(&'a [Done]),
}

impl Choice<'_> {
    /// Whether a text of this file came back done between two languages; `is_it` tells the text.
    pub(super) fn is_done(&self, path: &SourcePath, langs: [&Lang; 2], is_it: impl Fn(&Done) -> bool) -> bool {
        let is = |one: &Done| one.source == *path && langs.iter().all(|lang| one.langs.contains(lang)) && is_it(one);
        matches!(self, Choice::Done(done) if done.iter().any(is))
    }
}

/// What is to be written, and what is said about it.
#[derive(Default)]
pub(super) struct Record<'a> {
    /// What rules ask; `None` if nothing stands in the way.
    pub(super) services: Option<Services<'a>>,
    /// What stood in the way.
    pub(super) refused: Vec<Diagnostic>,
    /// Whole files, by path.
    pub(super) files: Vec<(SourcePath, Vec<u8>)>,
    pub(super) recorded: usize,
    /// How many rows the choice was about.
    pub(super) seen: usize,
    /// Lines about what was not recorded.
    pub(super) left: Vec<String>,
    /// Files that cannot be read in whole.
    pub(super) damaged: Vec<SourcePath>,
}

impl Record<'_> {
    fn page(&mut self, site: &Site, page: &Page, choice: &Choice<'_>) {
        for pair in resolve::pairs(site, page) {
            self.pair(site, &pair, choice);
        }
    }

    fn pair(&mut self, site: &Site, pair: &Pair<'_>, choice: &Choice<'_>) {
        let id = AgreementId::new(Subject::Page(pair.page.path.clone()), pair.langs[0], pair.langs[1]);
        let before = self.recorded;
        let mut rows = Vec::new();
        let mut is_whole = true;
        for (at, row) in pair.rows.iter().enumerate() {
            let new = self.row(pair, row, choice).filter(|_| !self.is_refused(pair, at));
            let kept = new.or_else(|| pair.entry(row).cloned());
            is_whole &= kept.is_some();
            rows.push((row, kept));
        }
        if self.recorded == before {
            return;
        }
        let old = site.agreements.get(&id);
        if old.is_some_and(|old| old.damaged) {
            return self.damaged.push(id.path());
        }
        let keep_lost = if is_whole { KeepLost::No } else { KeepLost::Yes };
        let entries = in_order(pair, rows, &id, keep_lost);
        self.files.push((id.path(), agreement::write(&entries).into_bytes()));
    }

    /// Whether a check reports an error of a row that was about to be recorded.
    fn is_refused(&mut self, pair: &Pair<'_>, row: usize) -> bool {
        let errors = self.services.as_ref().map(|services| pairs::errors(services, pair, row)).unwrap_or_default();
        if errors.is_empty() {
            return false;
        }
        self.recorded -= 1;
        self.refused.extend(errors);
        true
    }

    /// What a row agrees on from now on, if that is new.
    fn row(&mut self, pair: &Pair<'_>, row: &Row, choice: &Choice<'_>) -> Option<Entry> {
        let state = pair.state(row);
        let blocks = pair.blocks(row);
        let is_named = |part: &str| {
            let is = |unit: &&crate::translation::Unit| {
                unit.id.to_string() == part || unit.id.section.as_deref() == Some(part)
            };
            blocks.iter().flatten().any(is)
        };
        let by_address = match choice {
            Choice::Part(Some(part)) if !is_named(part) => return None,
            Choice::Part(Some(part)) => blocks.iter().flatten().any(|unit| unit.id.to_string() == *part),
            Choice::Done(_) if ![Side::A, Side::B].into_iter().any(|side| is_done(pair, row, choice, side)) => {
                return None;
            }
            Choice::Part(None) | Choice::Clean | Choice::Done(_) => false,
        };
        self.seen += 1;
        let is_clean = state == State::New && row.sure == Sure::Order;
        match (choice, blocks) {
            _ if state == State::Agreed => None,
            (Choice::Clean, _) if !is_clean => {
                self.left.push(left(pair, row, state));
                None
            }
            (_, [Some(a), Some(b)]) => {
                self.recorded += 1;
                Some(Entry::of(a, b))
            }
            // That a block has no twin is agreed on only where it is named itself.
            (_, [Some(unit), None]) if by_address => {
                self.recorded += 1;
                Some(Entry::alone(unit, Side::A))
            }
            (_, [None, Some(unit)]) if by_address => {
                self.recorded += 1;
                Some(Entry::alone(unit, Side::B))
            }
            _ => {
                self.left.push(left(pair, row, state));
                None
            }
        }
    }
}

/// Whether one side of a row came back done from translators: the side that was translated from.
fn is_done(pair: &Pair<'_>, row: &Row, choice: &Choice<'_>, side: Side) -> bool {
    let document = &pair.editions[side.index()].document;
    let Some(unit) = pair.blocks(row)[side.index()] else { return false };
    let source = &document.body.source;
    // By its line: addresses are made of headings, which may just have been translated.
    let line = LineIndex::new(source).line_column(source, unit.span.start as usize).line;
    choice.is_done(&document.path, pair.langs, |one| one.line == line)
}

/// A line about a row that waits for a person.
fn left(pair: &Pair<'_>, row: &Row, state: State) -> String {
    let page = name(&pair.page.path);
    let [a, b] = pair.blocks(row).map(|unit| unit.map(|unit| unit.id.to_string()));
    let [first, second] = pair.langs;
    let block = a.as_ref().or(b.as_ref()).cloned().unwrap_or_default();
    let why = match (state, a, b) {
        (State::Behind(side), ..) => {
            format!("{} is behind {}", pair.langs[side.index()], pair.langs[side.other().index()])
        }
        (State::Conflict, ..) => "both have moved".to_owned(),
        (_, Some(_), None) => format!("missing in {second}"),
        (_, None, _) => format!("missing in {first}"),
        (_, Some(a), Some(b)) if a == b => "perhaps its twin; the sections differ".to_owned(),
        (_, Some(_), Some(b)) => format!("perhaps `{b}` of {second}; the sections differ"),
    };
    format!("{page}#{block}: {why}")
}

/// The entries of a file: sides in the order of the tags, entries in the order of the first one's text.
fn in_order(pair: &Pair<'_>, rows: Vec<(&Row, Option<Entry>)>, id: &AgreementId, keep_lost: KeepLost) -> Vec<Entry> {
    let is_turned = id.langs[0] != *pair.langs[0];
    let mut keyed = Vec::new();
    let mut before = None;
    for (row, entry) in rows {
        before = (if is_turned { row.b } else { row.a }).or(before);
        keyed.push((before, (entry.map(|entry| if is_turned { entry.turned() } else { entry }), row.entry)));
    }
    keyed.sort_by_key(|(place, _)| *place);
    let old: Vec<Entry> =
        pair.entries.iter().map(|entry| if is_turned { entry.turned() } else { entry.clone() }).collect();
    merged(keyed.into_iter().map(|(_, row)| row).collect(), &old, keep_lost)
}
