//! `songngu translations status`.

use std::path::PathBuf;

use serde_json::{Map, Value, json};

use super::data_files::{DataStatus, data_files};
use super::locale_files::{LocaleStatus, locale_files};
use super::{dashboard, name};
use crate::base::{Lang, SourcePath};
use crate::cli::Status;
use crate::cli::args::Global;
use crate::cli::report::Reporter;
use crate::cli::site_run::SiteRun;
use crate::cli::table;
use crate::disk;
use crate::resolve::{self, Counts, EditionStatus, Presence, Site};

/// `songngu translations status`.
#[derive(Debug, clap::Args)]
pub struct StatusArgs {
    /// Print the result as one JSON object
    #[arg(long)]
    pub json: bool,
    /// Write a page to look at, which needs no other file
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    pub html: Option<PathBuf>,
}

/// All that is told.
pub(super) struct Overview<'a> {
    pub(super) site: &'a Site,
    pub(super) editions: Vec<EditionStatus>,
    pub(super) files: Vec<LocaleStatus>,
    pub(super) data: Vec<DataStatus>,
}

impl Overview<'_> {
    /// The sum of a language: its blocks, how many words are left, how many editions there are.
    pub(super) fn total(&self, lang: &Lang) -> (Counts, u32, usize) {
        let of_lang = || self.editions.iter().filter(|status| status.lang == *lang);
        let counts = of_lang().fold(Counts::default(), |sum, status| sum.plus(status.counts));
        (counts, of_lang().map(|status| status.words_left).sum(), of_lang().count())
    }
}

/// Shows how the languages stand. Ends well whatever it finds, as long as there is a site.
pub(super) fn status(global: &Global, args: StatusArgs, reporter: &Reporter) -> Status {
    let StatusArgs { json, html } = args;
    let command = "translations status";
    let run = match SiteRun::new(global, true) {
        Ok(run) => run,
        Err(error) if json => return reporter.failure_json(command, &error),
        Err(error) => return reporter.failure(&error),
    };
    let Some(site) = run.site() else {
        if json {
            let fields = [("command", Value::from(command)), ("ok", false.into())];
            let fields: Map<String, Value> = fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
            reporter.json(fields, &run.diagnostics, &|path| run.text_of(path));
            return run.failed();
        }
        return run.refuse(reporter);
    };
    let (editions, files, data) = (resolve::status(site), locale_files(&run, site), data_files(site));
    let overview = Overview { site, editions, files, data };
    if json {
        return reporter.json(object(&overview), &run.agreement_problems(), &|path| run.text_of(path));
    }
    reporter.diagnostics(&run.agreement_problems(), &|path| run.text_of(path));
    let Some(html) = html else { return reporter.result_bytes(text(&overview).as_bytes()) };
    match disk::write_file(&html, dashboard::html(&run, &overview).as_bytes()) {
        Ok(()) => {
            reporter.result(&html.display().to_string());
            Status::Done
        }
        Err(error) => reporter.failure(&error),
    }
}

/// The open editions as a table, and what there is in all.
fn text(overview: &Overview<'_>) -> String {
    let Overview { site, editions, files, data } = overview;
    let is_done = |status: &&EditionStatus| status.counts.agreed == status.counts.total();
    let is_plain = |status: &EditionStatus| status.presence == Presence::Written;
    let (done, open): (Vec<&EditionStatus>, Vec<&EditionStatus>) = editions.iter().partition(is_done);
    let mut out = String::new();
    if !open.is_empty() {
        let heading = ["page", "language", "", "behind", "conflict", "missing", "new", "unclear", "agreed", "left"];
        let lines = std::iter::once(heading.map(str::to_owned).to_vec()).chain(open.iter().map(|status| row(status)));
        let mut lines: Vec<Vec<String>> = lines.collect();
        if open.iter().all(|status| is_plain(status)) {
            lines.iter_mut().for_each(|line| _ = line.remove(2));
        }
        let numbers_from = lines[0].len() - 7;
        out.push_str(&table::table(&lines, numbers_from));
        out.push('\n');
    }
    match done.len() {
        0 => {}
        1 => out.push_str("1 edition agrees with its twins\n"),
        count => out.push_str(&format!("{count} editions agree with their twins\n")),
    }
    for lang in site.languages() {
        let (counts, left, _) = overview.total(lang);
        let (agreed, total) = (counts.agreed, counts.total());
        let words = if left == 0 { String::new() } else { format!(", {left} words left") };
        out.push_str(&format!("{lang}: {agreed} of {total} blocks agree ({}){words}\n", percent(agreed, total)));
    }
    out.push_str(&texts_of_data(data));
    out.push_str(&strings(files));
    let is_new = files.iter().any(|file| file.new > 0) || data.iter().any(|file| file.new > 0);
    if is_new || editions.iter().any(|status| status.counts.proposed > 0) {
        out.push_str(PROPOSAL);
    }
    out
}

/// The open files of data as a table; nothing where no data says anything in several languages.
fn texts_of_data(data: &[DataStatus]) -> String {
    let open: Vec<&DataStatus> = data.iter().filter(|file| !file.is_done()).collect();
    let mut out = String::new();
    if !open.is_empty() {
        let heading = ["data", "language", "behind", "conflict", "missing", "new", "agreed", "left"];
        let row = |file: &&DataStatus| {
            let DataStatus { path, lang, texts: _, agreed, behind, conflict, missing, new, words_left } = file;
            let numbers = [behind, conflict, missing, new, agreed, &(*words_left as usize)].map(|count| number(*count));
            [path.to_string(), lang.to_string()].into_iter().chain(numbers).collect::<Vec<String>>()
        };
        let lines = std::iter::once(heading.map(str::to_owned).to_vec()).chain(open.iter().map(row));
        out.push_str(&format!("\n{}", table::table(&lines.collect::<Vec<_>>(), 2)));
    }
    let is_open = |file: &&DataStatus| open.iter().any(|one| one.path == file.path);
    let done: std::collections::BTreeSet<&SourcePath> =
        data.iter().filter(|file| !is_open(file)).map(|file| &file.path).collect();
    match done.len() {
        0 => {}
        1 => out.push_str("1 file of data agrees\n"),
        count => out.push_str(&format!("{count} files of data agree\n")),
    }
    out
}

/// The open files of strings as a table; nothing where the site has none of its own.
fn strings(files: &[LocaleStatus]) -> String {
    let open: Vec<&LocaleStatus> = files.iter().filter(|file| !file.is_done()).collect();
    let mut out = String::new();
    if !open.is_empty() {
        let heading = ["strings", "behind", "conflict", "missing", "unused", "new", "agreed"];
        let row = |file: &&LocaleStatus| {
            let LocaleStatus { path, lang: _, messages: _, agreed, behind, conflict, missing, unused, new } = file;
            let numbers = [behind, conflict, missing, unused, new, agreed].map(|count| number(*count));
            std::iter::once(path.to_string()).chain(numbers).collect::<Vec<String>>()
        };
        let lines = std::iter::once(heading.map(str::to_owned).to_vec()).chain(open.iter().map(row));
        out.push_str(&format!("\n{}", table::table(&lines.collect::<Vec<_>>(), 1)));
    }
    match files.len() - open.len() {
        0 => {}
        1 => out.push_str("1 file of strings agrees\n"),
        count => out.push_str(&format!("{count} files of strings agree\n")),
    }
    out
}

fn number(count: usize) -> String {
    if count == 0 { "–".to_owned() } else { count.to_string() }
}

const PROPOSAL: &str = "\nnew: nobody has said yet that these agree; their sections have the same structure. Read them, then record it with\n`songngu translations agree PAGE`, or all at once with `songngu translations agree --all-clean`\n";

/// Whole percents, rounded down: 100 only where all is done.
pub(super) fn percent(part: u32, whole: u32) -> String {
    match (u64::from(part) * 100).checked_div(u64::from(whole)) {
        Some(percent) => format!("{percent} %"),
        None => "nothing to agree on".to_owned(),
    }
}

fn row(status: &EditionStatus) -> Vec<String> {
    let EditionStatus { page, lang, file: _, presence, counts, words_left } = status;
    let Counts { agreed, behind, conflict, missing, proposed, unclear } = counts;
    let presence = match presence {
        Presence::Written => "",
        Presence::Draft => "draft",
        Presence::Missing => "no edition",
    };
    let mut cells = vec![name(page).to_owned(), lang.to_string(), presence.to_owned()];
    cells.extend(
        [behind, conflict, missing, proposed, unclear, agreed, words_left].map(|count| number(*count as usize)),
    );
    cells
}

fn object(overview: &Overview<'_>) -> Map<String, Value> {
    let Overview { site, editions, files, data } = overview;
    let counted = |counts: &Counts| {
        let Counts { agreed, behind, conflict, missing, proposed, unclear } = counts;
        json!({"agreed": agreed, "behind": behind, "conflict": conflict, "missing": missing, "new": proposed,
            "unclear": unclear, "total": counts.total()})
    };
    let edition = |status: &EditionStatus| {
        let presence = match status.presence {
            Presence::Written => "written",
            Presence::Draft => "draft",
            Presence::Missing => "missing",
        };
        let mut object = json!({"page": status.page, "lang": status.lang, "file": status.file, "edition": presence});
        object["blocks"] = counted(&status.counts);
        object["left"] = status.words_left.into();
        object
    };
    let total = |lang: &Lang| {
        let (counts, left, count) = overview.total(lang);
        let mut object = json!({"lang": lang, "editions": count});
        object["blocks"] = counted(&counts);
        object["left"] = left.into();
        object
    };
    let strings = |file: &LocaleStatus| {
        let LocaleStatus { path, lang, messages, agreed, behind, conflict, missing, unused, new } = file;
        json!({"file": path, "lang": lang, "messages": messages, "agreed": agreed, "behind": behind,
            "conflict": conflict, "missing": missing, "unused": unused, "new": new})
    };
    let mut fields = Map::new();
    fields.insert("command".to_owned(), "translations status".into());
    fields.insert("ok".to_owned(), true.into());
    fields.insert("languages".to_owned(), site.languages().iter().map(total).collect());
    fields.insert("editions".to_owned(), editions.iter().map(edition).collect());
    let of_data = |file: &DataStatus| {
        let DataStatus { path, lang, texts, agreed, behind, conflict, missing, new, words_left } = file;
        json!({"file": path, "lang": lang, "texts": texts, "agreed": agreed, "behind": behind, "conflict": conflict,
            "missing": missing, "new": new, "left": words_left})
    };
    fields.insert("data".to_owned(), data.iter().map(of_data).collect());
    fields.insert("strings".to_owned(), files.iter().map(strings).collect());
    fields
}
