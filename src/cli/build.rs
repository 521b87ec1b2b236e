//! `songngu build` and `songngu check`.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Map, Value, json};

use super::args::{BuildArgs, CheckArgs, Global};
use super::report::{Reporter, counted};
use super::{Status, site_root};
use crate::base::{Digest, Snapshot, SourcePath};
use crate::config;
use crate::diag::{Diagnostic, Severity};
use crate::disk::{self, DiskError, Output, OutputProblem};
use crate::pipeline::{self, ENGINE, File, Memo, Prepared, Request, Summary};
use crate::plan::{self, Manifest, Plan};

/// How a run ended, before it is reported.
enum Ending {
    /// The site was built.
    Built { folder: PathBuf, summary: Summary, plan: Plan },
    /// Nothing was to be written.
    Checked(Summary),
    /// The site has errors.
    Refused,
    /// Wrong usage: the diagnostics say what.
    Misused,
}

/// One run, ready to be reported.
struct Report {
    ending: Ending,
    diagnostics: Vec<Diagnostic>,
    snapshot: Snapshot,
    prepared: Option<Prepared>,
    took: Duration,
}

/// Builds the site.
pub(super) fn build(global: &Global, args: BuildArgs, reporter: Reporter) -> Status {
    let BuildArgs { output, base_url, drafts, strict, json } = args;
    let base_url = match base_url.as_deref().map(config::checked_base_url).transpose() {
        Ok(base_url) => base_url,
        Err(problem) => {
            let problem = problem.replace("`base_url`", "`--base-url`");
            let text = format!("{problem}: write an address such as `https://example.org/`");
            return if json { reporter.failure_json("build", &text) } else { reporter.failure(&text) };
        }
    };
    let run = Run { global, reporter: &reporter, drafts, base_url, strict, write: true, output };
    report("build", run.go(), json, &reporter)
}

/// Says what is wrong with the site.
pub(super) fn check(global: &Global, args: CheckArgs, reporter: Reporter) -> Status {
    let CheckArgs { deny, drafts, json } = args;
    let strict = deny.is_some();
    let run = Run { global, reporter: &reporter, drafts, base_url: None, strict, write: false, output: None };
    report("check", run.go(), json, &reporter)
}

struct Run<'a> {
    global: &'a Global,
    reporter: &'a Reporter,
    drafts: bool,
    base_url: Option<String>,
    strict: bool,
    write: bool,
    output: Option<PathBuf>,
}

impl Run<'_> {
    fn go(self) -> Result<Report, DiskError> {
        let started = Instant::now();
        let misused = |diagnostic: Diagnostic| Report {
            ending: Ending::Misused,
            diagnostics: vec![diagnostic],
            snapshot: Snapshot::default(),
            prepared: None,
            took: started.elapsed(),
        };
        let root = match site_root(self.global) {
            Ok(root) => root,
            Err(diagnostic) => return Ok(misused(*diagnostic)),
        };
        let output = match self.open(&root) {
            Ok(output) => output,
            Err(OutputProblem::Unsafe(diagnostic)) => return Ok(misused(*diagnostic)),
            Err(OutputProblem::Failed(error)) => return Err(error),
        };
        let request = Request { today: disk::today()?, drafts: self.drafts, base_url: self.base_url.clone() };
        let (snapshot, problems) = disk::snapshot(&root)?;
        self.reporter.detail(&format!("read {} files in {:.0?}", snapshot.sources.len(), started.elapsed()));
        let mut prepared = pipeline::prepare(&snapshot, problems, &request, &Memo::default());
        // What is doubtful between twins costs time, and breaks nothing.
        if self.strict || !self.write {
            let pairs = prepared.pair_diagnostics(&snapshot, disk::decomposed(&root, &snapshot), None);
            prepared.diagnostics = pipeline::merged(std::mem::take(&mut prepared.diagnostics), pairs);
        }
        self.reporter.detail(&format!("resolved and checked after {:.0?}", started.elapsed()));
        let before = self.strictly(std::mem::take(&mut prepared.diagnostics));
        let (ending, diagnostics) = match output.filter(|_| !before.iter().any(Diagnostic::is_error)) {
            Some(output) => self.write(&prepared, &output, before)?,
            None => self.render_only(&prepared, before)?,
        };
        Ok(Report { ending, diagnostics, snapshot, prepared: Some(prepared), took: started.elapsed() })
    }

    /// The output folder; `None` if nothing is to be written.
    fn open(&self, root: &Path) -> Result<Option<Output>, OutputProblem> {
        if !self.write {
            return Ok(None);
        }
        let folder = self.output.clone().unwrap_or_else(|| root.join("public"));
        Output::open(root, &folder).map(Some)
    }

    fn strictly(&self, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        for diagnostic in &mut diagnostics {
            if self.strict && diagnostic.severity == Severity::Warning {
                diagnostic.severity = Severity::Error;
            }
        }
        diagnostics
    }

    /// Renders into a staging folder, and swaps it in if nothing went wrong.
    fn write(
        &self,
        prepared: &Prepared,
        output: &Output,
        before: Vec<Diagnostic>,
    ) -> Result<(Ending, Vec<Diagnostic>), DiskError> {
        let staging = output.stage()?;
        let old = output.manifest();
        let emit = |file: &str, digest: Digest, content: File<'_>| {
            let action = old.action(file, digest);
            match content {
                File::Bytes(bytes) => staging.put(file, &bytes, action),
                File::Copy(source) => staging.put_asset(file, source, action),
            }
        };
        let bar = Bar::new();
        let (summary, after) = prepared.render(&emit, &|done, total| bar.show(done, total))?;
        bar.clear();
        let diagnostics = self.all(before, after);
        if diagnostics.iter().any(Diagnostic::is_error) {
            return Ok((Ending::Refused, diagnostics));
        }
        let plan = plan::plan(old, &summary.files);
        let committed = staging.commit(&Manifest::new(ENGINE, summary.files.clone()))?;
        self.reporter.detail(&format!("output folder: {:?}, carried over: {:?}", committed.swap, committed.carried));
        Ok((Ending::Built { folder: output.folder().to_owned(), summary, plan }, diagnostics))
    }

    /// Renders without writing, for what is wrong in templates.
    fn render_only(
        &self,
        prepared: &Prepared,
        before: Vec<Diagnostic>,
    ) -> Result<(Ending, Vec<Diagnostic>), DiskError> {
        let nothing = |_: &str, _: Digest, _: File<'_>| Ok(());
        let bar = Bar::new();
        let (summary, after) = prepared.render(&nothing, &|done, total| bar.show(done, total))?;
        bar.clear();
        let diagnostics = self.all(before, after);
        let failed = diagnostics.iter().any(Diagnostic::is_error);
        Ok((if failed { Ending::Refused } else { Ending::Checked(summary) }, diagnostics))
    }

    fn all(&self, before: Vec<Diagnostic>, after: Vec<Diagnostic>) -> Vec<Diagnostic> {
        pipeline::merged(before, self.strictly(after))
    }
}

/// A bar on a terminal, once a run takes longer than a moment.
struct Bar {
    started: Instant,
    bar: Mutex<Option<ProgressBar>>,
}

/// How long a run may take before a bar is worth looking at.
const MOMENT: Duration = Duration::from_millis(400);

impl Bar {
    fn new() -> Bar {
        Bar { started: Instant::now(), bar: Mutex::new(None) }
    }

    fn show(&self, done: usize, total: usize) {
        if !done.is_multiple_of(64) || self.started.elapsed() < MOMENT {
            return;
        }
        let mut bar = self.bar.lock().unwrap_or_else(PoisonError::into_inner);
        let bar = bar.get_or_insert_with(|| {
            let style = ProgressStyle::with_template("{bar:32} {pos}/{len} pages")
                .unwrap_or_else(|_| ProgressStyle::default_bar());
            ProgressBar::new(total as u64).with_style(style)
        });
        bar.set_position(done as u64);
    }

    fn clear(&self) {
        if let Some(bar) = self.bar.lock().unwrap_or_else(PoisonError::into_inner).take() {
            bar.finish_and_clear();
        }
    }
}

fn report(command: &str, run: Result<Report, DiskError>, json: bool, reporter: &Reporter) -> Status {
    let Report { ending, diagnostics, snapshot, prepared, took } = match run {
        Ok(report) => report,
        Err(error) if json => return reporter.failure_json(command, &error),
        Err(error) => return reporter.failure(&error),
    };
    let text_of = |path: &SourcePath| -> Option<Arc<str>> {
        snapshot.text(path).cloned().or_else(|| prepared.as_ref().and_then(|prepared| prepared.template(path)))
    };
    if json {
        let printed = reporter.json(fields(command, &ending, took), &diagnostics, &text_of);
        if printed != Status::Done {
            return printed;
        }
    } else {
        reporter.diagnostics(&diagnostics, &text_of);
        match result_line(&ending, &diagnostics, took) {
            Some(line) => reporter.result(&line),
            None if command == "build" => reporter.note("nothing was written"),
            None => {}
        }
    }
    match ending {
        Ending::Built { .. } | Ending::Checked(_) => Status::Done,
        Ending::Refused => Status::SiteHasErrors,
        Ending::Misused => Status::Failed,
    }
}

fn fields(command: &str, ending: &Ending, took: Duration) -> Map<String, Value> {
    let mut fields = Map::new();
    fields.insert("command".to_owned(), command.into());
    fields.insert("ok".to_owned(), matches!(ending, Ending::Built { .. } | Ending::Checked(_)).into());
    fields.insert("milliseconds".to_owned(), (took.as_millis() as u64).into());
    let summary = match ending {
        Ending::Built { summary, .. } | Ending::Checked(summary) => Some(summary),
        Ending::Refused | Ending::Misused => None,
    };
    if let Some(Summary { files, editions, terms, held_back }) = summary {
        let editions: Map<String, Value> =
            editions.iter().map(|(lang, count)| (lang.to_string(), (*count).into())).collect();
        fields.insert("editions".to_owned(), editions.into());
        fields.insert("terms".to_owned(), (*terms).into());
        fields.insert("held_back".to_owned(), (*held_back).into());
        fields.insert("files".to_owned(), files.len().into());
    }
    if let Ending::Built { folder, plan, .. } = ending {
        fields.insert("output".to_owned(), folder.display().to_string().into());
        let Plan { write, keep, delete } = plan;
        fields.insert("plan".to_owned(), json!({"written": write.len(), "kept": keep.len(), "deleted": delete.len()}));
    }
    fields
}

/// What was done; `None` if there is no result.
fn result_line(ending: &Ending, diagnostics: &[Diagnostic], took: Duration) -> Option<String> {
    let seconds = took.as_secs_f64();
    match ending {
        Ending::Built { folder, summary, plan } => {
            let Plan { write, keep, delete } = plan;
            let changes = format!("{} written, {} unchanged, {} deleted", write.len(), keep.len(), delete.len());
            Some(format!("built {} in {seconds:.2} s: {changes}\n{}", content(summary), folder.display()))
        }
        Ending::Checked(summary) => {
            let found = counted(diagnostics).unwrap_or_else(|| "nothing to complain of".to_owned());
            Some(format!("checked {} in {seconds:.2} s: {found}", content(summary)))
        }
        Ending::Refused | Ending::Misused => None,
    }
}

/// `28 pages in vi, 27 in en, 18 terms`.
fn content(summary: &Summary) -> String {
    let Summary { files: _, editions, terms, held_back } = summary;
    let each = |(at, (lang, count)): (usize, &(crate::base::Lang, usize))| match at {
        0 if *count == 1 => format!("1 page in {lang}"),
        0 => format!("{count} pages in {lang}"),
        _ => format!("{count} in {lang}"),
    };
    let mut parts: Vec<String> = editions.iter().enumerate().map(each).collect();
    match terms {
        0 => {}
        1 => parts.push("1 term".to_owned()),
        _ => parts.push(format!("{terms} terms")),
    }
    if *held_back > 0 {
        parts.push(format!("{held_back} held back as drafts or for a later date"));
    }
    parts.join(", ")
}
