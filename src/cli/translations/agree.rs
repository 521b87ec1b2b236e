//! `songngu translations agree`.

use std::collections::{BTreeMap, BTreeSet};

use super::{name, page};
use crate::base::SourcePath;
use crate::check::pairs::{self, Services};
use crate::cli::Status;
use crate::cli::args::Global;
use crate::cli::report::Reporter;
use crate::cli::site_run::SiteRun;
use crate::diag::Diagnostic;
use crate::disk;
use crate::locale::Lexicon;
use crate::resolve::{self, Page, Pair, Site};
use crate::translation::agreement::{self, AgreementId, Subject};
use crate::translation::{self, Entry, KeepLost, MessageSide, Row, Side, State, Sure, TextOf, merged, message_pairs};

/// `songngu translations agree`.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
pub struct AgreeArgs {
    /// The page by its path below `content/`; after `#`, one of its sections or blocks: `compute#why`, `compute#why/p2`
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
    let Some((prepared, site)) = run.usable() else {
        let status = run.refuse(reporter);
        reporter.note("nothing was recorded");
        return status;
    };
    let wanted = match typed.as_deref().map(|typed| Wanted::read(site, typed)).transpose() {
        Ok(wanted) => wanted,
        Err(problem) => return reporter.failure(&problem),
    };
    let services = (!force).then(|| Services::new(site));
    let mut record = Record { services, ..Record::default() };
    match &wanted {
        Some(Wanted { page, part }) => record.page(site, page, &Choice::Part(part.as_deref())),
        None if all_clean => site.pages.values().for_each(|page| record.page(site, page, &Choice::Clean)),
        None => {}
    }
    if all_clean || !message.is_empty() {
        let lexicon = prepared.lexicon();
        let unknown = record.messages(site, lexicon, &|path| run.snapshot.text(path).cloned(), &message);
        if let Some(id) = unknown {
            return reporter.failure(&format!("no two languages of this site's files both have a message `{id}`"));
        }
    }
    if let (Some(Wanted { page, part: Some(part) }), 0) = (&wanted, record.seen) {
        let known = blocks(site, page);
        let near = crate::diag::did_you_mean(part, known.iter().map(String::as_str));
        let hint =
            near.unwrap_or_else(|| format!("`songngu translations diff {}` names those that wait", name(&page.path)));
        return reporter.failure(&format!("`{}` has no section or block `{part}`: {hint}", name(&page.path)));
    }
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
    let status = report(&record, wanted.as_ref(), dry_run, reporter);
    if record.refused.is_empty() {
        return status;
    }
    reporter.diagnostics(&record.refused, &|path| run.text_of(path));
    reporter.note("these blocks were not recorded; correct them, or record them all the same with `--force`");
    Status::SiteHasErrors
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

/// A page, and the section or block of it, that somebody typed.
struct Wanted<'a> {
    page: &'a Page,
    part: Option<String>,
}

impl<'a> Wanted<'a> {
    fn read(site: &'a Site, typed: &str) -> Result<Wanted<'a>, String> {
        let (path, part) = match typed.split_once('#') {
            Some((path, part)) => (path, Some(part.to_owned())),
            None => (typed, None),
        };
        Ok(Wanted { page: page(site, path)?, part })
    }
}

/// The addresses that a page's sections and blocks can be named by.
fn blocks(site: &Site, page: &Page) -> BTreeSet<String> {
    let pairs = resolve::pairs(site, page);
    let units = pairs.iter().flat_map(|pair| pair.units.iter().flatten());
    units.flat_map(|unit| [Some(unit.id.to_string()), unit.id.section.clone()]).flatten().collect()
}

/// What is to be recorded of a page.
enum Choice<'a> {
    /// All of it, or a section or block.
    Part(Option<&'a str>),
    /// What nobody has said anything of and is beyond doubt.
    Clean,
}

/// What is to be written, and what is said about it.
#[derive(Default)]
struct Record<'a> {
    /// What rules ask; `None` if nothing stands in the way.
    services: Option<Services<'a>>,
    /// What stood in the way.
    refused: Vec<Diagnostic>,
    /// Whole files, by path.
    files: Vec<(SourcePath, Vec<u8>)>,
    recorded: usize,
    /// How many rows the choice was about.
    seen: usize,
    /// Lines about what was not recorded.
    left: Vec<String>,
    /// Files that cannot be read in whole.
    damaged: Vec<SourcePath>,
}

impl Record<'_> {
    fn page(&mut self, site: &Site, page: &Page, choice: &Choice<'_>) {
        for pair in resolve::pairs(site, page) {
            self.pair(site, &pair, choice);
        }
    }

    /// Records messages: those of these names (`all` is every one), or without a name those that nobody has said anything
    /// of. Returns a name that no message has.
    fn messages(&mut self, site: &Site, lexicon: &Lexicon, text_of: TextOf<'_>, wanted: &[String]) -> Option<String> {
        let languages = site.languages();
        let all: Vec<BTreeMap<String, MessageSide>> =
            languages.iter().map(|lang| translation::messages(lexicon, text_of, lang)).collect();
        let mut seen = BTreeSet::from(["all".to_owned()]);
        for (at, a) in languages.iter().enumerate() {
            for (other, b) in languages.iter().enumerate().skip(at + 1) {
                let id = AgreementId::new(Subject::Messages, a, b);
                let pairs = message_pairs(&all[at], &all[other], &site.agreements.entries(Subject::Messages, a, b));
                let before = self.recorded;
                let mut entries = Vec::new();
                for pair in pairs {
                    seen.insert(pair.id.clone());
                    let is_named = wanted.iter().any(|name| *name == pair.id || name == "all");
                    let is_clean = wanted.is_empty() && pair.state == State::New;
                    if pair.state != State::Agreed && (is_named || is_clean) {
                        self.recorded += 1;
                        entries.push(pair.agreed());
                    } else {
                        let is_left = wanted.is_empty() && pair.state != State::Agreed;
                        self.left.extend(is_left.then(|| format!("message `{}`: {}", pair.id, pair.state.name())));
                        entries.extend(pair.entry);
                    }
                }
                let is_damaged = site.agreements.get(&id).is_some_and(|old| old.damaged);
                if self.recorded > before && is_damaged {
                    self.damaged.push(id.path());
                } else if self.recorded > before {
                    let turned = id.langs[0] != *a;
                    let entries: Vec<Entry> =
                        entries.into_iter().map(|entry| if turned { entry.turned() } else { entry }).collect();
                    self.files.push((id.path(), agreement::write(&entries).into_bytes()));
                }
            }
        }
        wanted.iter().find(|name| !seen.contains(*name)).cloned()
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
            Choice::Part(None) | Choice::Clean => false,
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
