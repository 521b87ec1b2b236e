//! `songngu translations check`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Instant;

use clap::ValueEnum;
use serde_json::{Map, Value};

use super::page;
use crate::base::{LineColumn, PagePath, SourcePath};
use crate::check::pairs::{self, Apart};
use crate::cli::Status;
use crate::cli::args::Global;
use crate::cli::report::{Reporter, counted};
use crate::cli::site_run::SiteRun;
use crate::diag::formats::{self, Prefix};
use crate::diag::report::Places;
use crate::diag::{Code, Diagnostic, Edit, Severity};
use crate::disk::{self, DiskError};
use crate::pipeline;

/// `songngu translations check`.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// The pages, by their paths below `content/` [default: all pages, and the site's strings]
    #[arg(value_name = "PAGE")]
    pub pages: Vec<String>,
    /// Make the changes that are certain, in the site's files: all of them or none
    #[arg(long)]
    pub fix: bool,
    /// Fail on warnings, too
    #[arg(long, value_name = "WHAT", value_parser = ["warnings"])]
    pub deny: Option<String>,
    /// Look at drafts and pages dated in the future, too
    #[arg(long)]
    pub drafts: bool,
    /// Print the result as one JSON object
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    /// What to print the result as
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    pub format: Format,
}

/// What the result is printed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// Workflow commands of GitHub Actions, which become annotations
    Github,
    /// A code quality report of GitLab
    Gitlab,
    /// SARIF 2.1.0, for code hosts and editors
    Sarif,
}

/// Says what is doubtful between the languages of the site.
pub(super) fn check(global: &Global, args: CheckArgs, reporter: &Reporter) -> Status {
    let started = Instant::now();
    let CheckArgs { pages, fix, deny, drafts, json, format } = args;
    let failed = |error: &dyn std::fmt::Display| match json {
        true => reporter.failure_json("translations check", error),
        false => reporter.failure(error),
    };
    let mut found = match Found::new(global, drafts, &pages, deny.is_some()) {
        Ok(found) => found,
        Err(problem) => return failed(&*problem),
    };
    let mut fixed = Fixed::default();
    if fix {
        fixed = match found.fix() {
            Ok(fixed) => fixed,
            Err(problem) => return failed(&*problem),
        };
        if fixed.files > 0 {
            found = match Found::new(global, drafts, &pages, deny.is_some()) {
                Ok(found) => found,
                Err(problem) => return failed(&*problem),
            };
        }
    }
    let Found { run, diagnostics, .. } = &found;
    let text_of = |path: &SourcePath| run.text_of(path);
    let seconds = started.elapsed().as_secs_f64();
    let has_failed = diagnostics.iter().any(Diagnostic::is_error);
    let status = if !has_failed { Status::Done } else { run.failed() };
    let prefix = prefix(&run.root);
    let mut places = Places::new(&text_of);
    let printed = match format {
        _ if json => {
            let fields = fields(&fixed, !has_failed, started.elapsed().as_millis() as u64);
            reporter.json(fields, diagnostics, &text_of)
        }
        Format::Text => {
            reporter.diagnostics(diagnostics, &text_of);
            if fixed.changes > 0 {
                reporter.result(&fixed.line());
            }
            let outcome = counted(diagnostics).unwrap_or_else(|| "nothing to complain of".to_owned());
            if !has_failed {
                reporter.result(&format!("compared {} in {seconds:.2} s: {outcome}", found.what()));
            }
            Status::Done
        }
        Format::Github => reporter.result_bytes(formats::github(diagnostics, &mut places, Prefix(&prefix)).as_bytes()),
        Format::Gitlab => reporter.result_bytes(formats::gitlab(diagnostics, &mut places, Prefix(&prefix)).as_bytes()),
        Format::Sarif => reporter.result_bytes(formats::sarif(diagnostics, &mut places, Prefix(&prefix)).as_bytes()),
    };
    if printed == Status::Done { status } else { printed }
}

fn fields(fixed: &Fixed, ok: bool, milliseconds: u64) -> Map<String, Value> {
    let mut fields = Map::new();
    fields.insert("command".to_owned(), "translations check".into());
    fields.insert("ok".to_owned(), ok.into());
    fields.insert("milliseconds".to_owned(), milliseconds.into());
    fields.insert("fixed".to_owned(), fixed.changes.into());
    fields
}

/// The site's folder as seen from here, where a code host runs the program: empty, or with a slash at its end.
fn prefix(root: &Path) -> String {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let inside = match (here, root.canonicalize()) {
        (Ok(here), Ok(root)) => root.strip_prefix(here).map(Path::to_path_buf).ok(),
        _ => None,
    };
    let parts: Vec<String> =
        inside.iter().flat_map(|path| path.iter()).map(|part| part.to_string_lossy().into_owned()).collect();
    if parts.is_empty() { String::new() } else { format!("{}/", parts.join("/")) }
}

/// A site and what is doubtful in it.
struct Found {
    run: SiteRun,
    /// The pages that were named; `None` for all.
    pages: Option<Vec<PagePath>>,
    decomposed: Vec<(SourcePath, LineColumn)>,
    diagnostics: Vec<Diagnostic>,
}

/// What was put right.
#[derive(Debug, Default)]
struct Fixed {
    changes: usize,
    files: usize,
}

impl Fixed {
    fn line(&self) -> String {
        let counted = |number: usize, word: &str| format!("{number} {word}{}", if number == 1 { "" } else { "s" });
        format!("put right: {} in {}", counted(self.changes, "place"), counted(self.files, "file"))
    }
}

/// What the environment or the arguments are to blame for.
type Problem = Box<dyn std::fmt::Display>;

impl Found {
    fn new(global: &Global, drafts: bool, typed: &[String], strict: bool) -> Result<Found, Problem> {
        let boxed = |error: DiskError| -> Problem { Box::new(error) };
        let run = SiteRun::new(global, drafts).map_err(boxed)?;
        let mut found = Found { run, pages: None, decomposed: Vec::new(), diagnostics: Vec::new() };
        let Some(site) = found.run.site() else {
            found.diagnostics = found.run.diagnostics.clone();
            return Ok(found);
        };
        if !typed.is_empty() {
            let pages = typed.iter().map(|typed| page(site, typed).map(|page| page.path.clone()));
            let pages = pages.collect::<Result<Vec<PagePath>, String>>();
            found.pages = Some(pages.map_err(|problem| -> Problem { Box::new(problem) })?);
        }
        found.decomposed = disk::decomposed(&found.run.root, &found.run.snapshot);
        let pairs = found.run.prepared.as_ref().map(|prepared| {
            prepared.pair_diagnostics(&found.run.snapshot, found.decomposed.clone(), found.pages.as_deref())
        });
        let about = found.run.diagnostics.iter().filter(|one| found.is_about_translations(one)).cloned().collect();
        found.diagnostics = pipeline::merged(about, pairs.unwrap_or_default());
        if strict {
            for diagnostic in found.diagnostics.iter_mut().filter(|one| one.severity == Severity::Warning) {
                diagnostic.severity = Severity::Error;
            }
        }
        Ok(found)
    }

    /// Errors of the site, because then a part of it may be missing; and what else says how its languages stand.
    fn is_about_translations(&self, diagnostic: &Diagnostic) -> bool {
        let is_meant = match (&self.pages, self.run.site(), &diagnostic.location) {
            (Some(pages), Some(site), Some(location)) => {
                pages.iter().filter_map(|page| site.pages.get(page)).any(|page| site.belongs(page, &location.path))
            }
            (Some(_), ..) => false,
            (None, ..) => true,
        };
        let codes = [
            Code::TwinMissing,
            Code::TwinBehind,
            Code::TextMissing,
            Code::MessageMissing,
            Code::MessageMismatch,
            Code::MessageUnused,
        ];
        diagnostic.is_error() || (is_meant && codes.contains(&diagnostic.code))
    }

    /// `28 pages`, `all pages and strings`.
    fn what(&self) -> String {
        match &self.pages {
            Some(pages) if pages.len() == 1 => "1 page".to_owned(),
            Some(pages) => format!("{} pages", pages.len()),
            None => "all pages and strings".to_owned(),
        }
    }

    /// Makes the changes that are certain: in all files, or in none.
    fn fix(&self) -> Result<Fixed, Problem> {
        let mut by_file: BTreeMap<&SourcePath, Vec<&Edit>> = BTreeMap::new();
        for edit in self.diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_ref()) {
            by_file.entry(&edit.path).or_default().push(edit);
        }
        let composed = self.diagnostics.iter().filter(|one| one.code == Code::UnicodeForm);
        let composed: BTreeSet<&SourcePath> = composed.filter_map(|one| Some(&one.location.as_ref()?.path)).collect();
        composed.iter().for_each(|path| _ = by_file.entry(path).or_default());
        let boxed = |refused: pairs::Refused| -> Problem { Box::new(format!("nothing was changed: {refused}")) };
        let mut fixed = Fixed::default();
        let mut files = Vec::new();
        for (path, edits) in by_file {
            let Some(text) = self.run.snapshot.text(path) else { continue };
            let file = self.run.root.join(path.as_str());
            let raw = std::fs::read(&file).map_err(|error| -> Problem {
                Box::new(format!("nothing was changed: `{}` cannot be read: {error}", file.display()))
            })?;
            let new = pairs::repaired(path, text, &edits).map_err(boxed)?;
            let apart = if composed.contains(path) { Apart::Compose } else { Apart::Stay };
            let bytes = pairs::as_on_disk(path, &raw, text, &new, apart).map_err(boxed)?;
            if bytes != raw {
                fixed.files += 1;
                fixed.changes += edits.len() + usize::from(edits.is_empty());
                files.push((path.clone(), bytes));
            }
        }
        if !files.is_empty() {
            disk::replace_files(&self.run.root, &files).map_err(|error| -> Problem { Box::new(error) })?;
        }
        Ok(fixed)
    }
}
