//! `songngu build` and `songngu check`.

use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};

use super::args::{BuildArgs, CheckArgs, Global};
use super::report::{Reporter, counted};
use super::timings::Timings;
use super::watched::watched;
use super::{Status, site_root};
use crate::base::{Digest, Lang, Snapshot, SourcePath};
use crate::config;
use crate::diag::{Diagnostic, Severity};
use crate::disk::{self, DiskError, Output, OutputProblem};
use crate::pipeline::{self, ENGINE, File, Memo, Prepared, Progress, Request, Summary};
use crate::plan::{self, Manifest, Origin, Plan};

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
    timings: Timings,
}

/// Builds the site.
pub(super) fn build(global: &Global, args: BuildArgs, reporter: Reporter) -> Status {
    let BuildArgs { output, base_url, drafts, strict, timings, json } = args;
    let base_url = match base_url.as_deref().map(config::checked_base_url).transpose() {
        Ok(base_url) => base_url,
        Err(problem) => {
            let problem = problem.replace("`base_url`", "`--base-url`");
            let text = format!("{problem}: write an address such as `https://example.org/`");
            return if json { reporter.failure_json("build", &text) } else { reporter.failure(&text) };
        }
    };
    let run = Run { global, reporter: &reporter, drafts, base_url, strict, write: true, json, output };
    report("build", run.go(), (json, timings), &reporter)
}

/// Says what is wrong with the site.
pub(super) fn check(global: &Global, args: CheckArgs, reporter: Reporter) -> Status {
    let CheckArgs { deny, drafts, json } = args;
    let strict = deny.is_some();
    let run = Run { global, reporter: &reporter, drafts, base_url: None, strict, write: false, json, output: None };
    report("check", run.go(), (json, false), &reporter)
}

/// What is told of a build that failed.
const NOTHING_WRITTEN: &str = "nothing was written";

struct Run<'a> {
    global: &'a Global,
    reporter: &'a Reporter,
    drafts: bool,
    base_url: Option<String>,
    strict: bool,
    write: bool,
    json: bool,
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
            timings: Timings::new(started),
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
        let mut timings = Timings::new(started);
        timings.end("reading");
        self.reporter.detail(&format!("read {} files in {:.0?}", snapshot.sources.len(), started.elapsed()));
        let inputs = pipeline::inputs(&snapshot, &request);
        // A strict build also asks what is doubtful between twins, of which a plain one has not told.
        let may_rest = problems.is_empty() && !self.strict;
        if let Some(ending) = output.as_ref().filter(|_| may_rest).and_then(|output| unchanged(output, inputs)) {
            let diagnostics = Vec::new();
            timings.end("comparing");
            return Ok(Report { ending, diagnostics, snapshot, prepared: None, took: started.elapsed(), timings });
        }
        let mut prepared =
            pipeline::prepare_watched(&snapshot, problems, &request, &Memo::nothing(), &mut |stage| timings.end(stage));
        // What is doubtful between twins costs time, and breaks nothing.
        if self.strict || !self.write {
            let pairs = prepared.pair_diagnostics(&snapshot, disk::decomposed(&root, &snapshot), None);
            prepared.diagnostics = pipeline::merged(std::mem::take(&mut prepared.diagnostics), pairs);
            timings.end("checking twins");
        }
        self.reporter.detail(&format!("resolved and checked after {:.0?}", started.elapsed()));
        let before = self.strictly(std::mem::take(&mut prepared.diagnostics));
        let (ending, diagnostics) = match output.filter(|_| !before.iter().any(Diagnostic::is_error)) {
            Some(output) => self.write(&prepared, (&output, inputs), before, &mut timings)?,
            None => self.render_only(&prepared, before)?,
        };
        Ok(Report { ending, diagnostics, snapshot, prepared: Some(prepared), took: started.elapsed(), timings })
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
        (output, inputs): (&Output, Digest),
        before: Vec<Diagnostic>,
        timings: &mut Timings,
    ) -> Result<(Ending, Vec<Diagnostic>), DiskError> {
        let staging = output.stage()?;
        let old = output.manifest();
        let emit = |file: &str, digest: Digest, content: File<'_>| {
            let action = old.action(file, digest);
            timings.writing(|| match content {
                File::Bytes(bytes) => staging.put(file, &bytes, action),
                File::Copy(source) => staging.put_asset(file, source, action),
            })
        };
        let (summary, after) = self.watched(prepared, |progress| prepared.render(&emit, progress))?;
        timings.end("pages and other files");
        let diagnostics = self.all(before, after);
        if diagnostics.iter().any(Diagnostic::is_error) {
            return Ok((Ending::Refused, diagnostics));
        }
        let plan = plan::plan(old, &summary.files);
        let origin = diagnostics.is_empty().then(|| origin(&summary, inputs));
        let manifest = Manifest::new(ENGINE, summary.files.clone()).with_origin(origin);
        let committed = staging.commit(&manifest)?;
        timings.end("putting in place");
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
        let (summary, after) = self.watched(prepared, |progress| prepared.render(&nothing, progress))?;
        let diagnostics = self.all(before, after);
        let failed = diagnostics.iter().any(Diagnostic::is_error);
        Ok((if failed { Ending::Refused } else { Ending::Checked(summary) }, diagnostics))
    }

    /// Renders; a page that does not come ends the program, and what was made so far is not shown to anybody.
    fn watched<T>(&self, prepared: &Prepared, render: impl FnOnce(&Progress) -> T) -> T {
        let give_up = |diagnostic: Diagnostic| {
            let nothing = |_: &SourcePath| None;
            if self.json {
                let mut fields = Map::new();
                fields.insert("command".to_owned(), self.command().into());
                fields.insert("ok".to_owned(), false.into());
                self.reporter.json(fields, &[diagnostic], &nothing);
            } else {
                self.reporter.diagnostics(&[diagnostic], &nothing);
                if self.write {
                    self.reporter.note(NOTHING_WRITTEN);
                }
            }
            std::process::exit(1)
        };
        watched(prepared, &give_up, render)
    }

    fn command(&self) -> &'static str {
        if self.write { "build" } else { "check" }
    }

    fn all(&self, before: Vec<Diagnostic>, after: Vec<Diagnostic>) -> Vec<Diagnostic> {
        pipeline::merged(before, self.strictly(after))
    }
}

/// The end of a build of which all that it depends on is as it was at the last one, which had nothing to complain of.
fn unchanged(output: &Output, inputs: Digest) -> Option<Ending> {
    let manifest = output.manifest();
    let Origin { inputs: built_from, editions, terms, held_back } = manifest.origin()?;
    if Digest::from_hex(built_from) != Some(inputs) || !output.is_untouched() {
        return None;
    }
    let editions = editions.iter().map(|(lang, count)| Some((Lang::new(lang)?, *count))).collect::<Option<_>>()?;
    let files = manifest.files().clone();
    let plan = Plan { keep: files.keys().cloned().collect(), ..Plan::default() };
    let summary = Summary { files, editions, terms: *terms, held_back: *held_back };
    Some(Ending::Built { folder: output.folder().to_owned(), summary, plan })
}

fn origin(summary: &Summary, inputs: Digest) -> Origin {
    let Summary { files: _, editions, terms, held_back } = summary;
    Origin {
        inputs: inputs.to_hex(),
        editions: editions.iter().map(|(lang, count)| (lang.to_string(), *count)).collect(),
        terms: *terms,
        held_back: *held_back,
    }
}

/// Prints how a run ended: as JSON, and with the time that each stage took, if that was asked for.
fn report(
    command: &str,
    run: Result<Report, DiskError>,
    (json, with_timings): (bool, bool),
    reporter: &Reporter,
) -> Status {
    let Report { ending, diagnostics, snapshot, prepared, took, timings } = match run {
        Ok(report) => report,
        Err(error) if json => return reporter.failure_json(command, &error),
        Err(error) => return reporter.failure(&error),
    };
    // The program ends with this report: to give each text back by itself would only take time.
    let (snapshot, prepared) = (ManuallyDrop::new(snapshot), ManuallyDrop::new(prepared));
    let text_of = |path: &SourcePath| -> Option<Arc<str>> {
        snapshot.text(path).cloned().or_else(|| prepared.as_ref().and_then(|prepared| prepared.template(path)))
    };
    if json {
        let mut fields = fields(command, &ending, took);
        if with_timings {
            fields.insert("timings".to_owned(), timings.json().into());
        }
        let printed = reporter.json(fields, &diagnostics, &text_of);
        if printed != Status::Done {
            return printed;
        }
    } else {
        reporter.diagnostics(&diagnostics, &text_of);
        match result_line(&ending, &diagnostics, took) {
            Some(line) => reporter.result(&line),
            None if command == "build" => reporter.note(NOTHING_WRITTEN),
            None => {}
        }
        if with_timings {
            timings.lines().iter().for_each(|line| reporter.note(line));
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
