//! `songngu translations import`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::agree;
use super::export::{counted, readable, strings};
use crate::base::{Content, Digest, Lang, Snapshot, Source, SourcePath};
use crate::cli::Status;
use crate::cli::args::Global;
use crate::cli::report::Reporter;
use crate::cli::site_run::SiteRun;
use crate::diag::{Code, Diagnostic};
use crate::disk::{self, DiskError};
use crate::locale::Lexicon;
use crate::pipeline::{self, Memo, Request};
use crate::resolve::{self, Site};
use crate::translation::exchange::merge::{self, Change, Merged, Wishes};
use crate::translation::exchange::{Received, read};

/// `songngu translations import`.
#[derive(Debug, clap::Args)]
pub struct ImportArgs {
    /// The files that came back: PO, XLIFF, TMX or CSV
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Leave texts that have moved since they were exported, and take the others
    #[arg(long)]
    pub skip_moved: bool,
    /// Take texts that are marked as not done (fuzzy), too
    #[arg(long)]
    pub fuzzy: bool,
    /// Record that all texts which came back done agree with what they were translated from, as `agree` does
    #[arg(long)]
    pub agree: bool,
}

/// What came back, and the texts of the files for excerpts.
#[derive(Default)]
struct Files {
    received: Vec<(SourcePath, Received)>,
    texts: BTreeMap<SourcePath, Arc<str>>,
    problems: Vec<Diagnostic>,
}

/// Takes translations over.
pub(super) fn import(global: &Global, args: ImportArgs, reporter: &Reporter) -> Status {
    let ImportArgs { files, dry_run, skip_moved, fuzzy, agree } = args;
    let files = match Files::read(&files) {
        Ok(files) => files,
        Err(error) => return reporter.failure(&error),
    };
    let run = match SiteRun::new(global, true) {
        Ok(run) => run,
        Err(error) => return reporter.failure(&error),
    };
    let Some((site, lexicon)) = readable(&run) else {
        let status = run.refuse(reporter);
        reporter.note("nothing was written");
        return status;
    };
    let Files { received, texts, mut problems } = files;
    let merged = all((site, lexicon), &run, &received, Wishes { fuzzy, skip_moved }, &mut problems);
    let written = bytes(&run, &merged, &mut problems);
    if !problems.iter().any(Diagnostic::is_error) {
        problems.extend(consequences(&run, &merged.changes));
    }
    crate::diag::sort(&mut problems);
    let text_of = |path: &SourcePath| texts.get(path).cloned().or_else(|| run.text_of(path));
    reporter.diagnostics(&problems, &text_of);
    if problems.iter().any(Diagnostic::is_error) {
        reporter.note("nothing was written");
        return Status::SiteHasErrors;
    }
    if !dry_run && let Err(error) = disk::replace_files(&run.root, &written) {
        return reporter.failure(&error);
    }
    let status = report(&merged, dry_run, reporter);
    if !agree || dry_run || status != Status::Done {
        return status;
    }
    agree::agree_on_done(global, &merged.done, reporter)
}

impl Files {
    fn read(paths: &[PathBuf]) -> Result<Files, DiskError> {
        let mut files = Files::default();
        for path in paths {
            let name = SourcePath::new(path.display().to_string());
            let Some(bytes) = disk::read_file(path, read::LARGEST)? else {
                files.problems.push(read::too_large(&name));
                continue;
            };
            match read::decode(&name, &bytes) {
                Ok(text) => {
                    files.texts.insert(name.clone(), text.into());
                    match read::read(&name, text) {
                        Ok(received) => files.received.push((name, received)),
                        Err(problems) => files.problems.extend(problems),
                    }
                }
                Err(problem) => files.problems.push(*problem),
            }
        }
        Ok(files)
    }
}

/// Merges all files, those of each two languages together.
fn all(
    (site, lexicon): (&Site, &Lexicon),
    run: &SiteRun,
    received: &[(SourcePath, Received)],
    wishes: Wishes,
    problems: &mut Vec<Diagnostic>,
) -> Merged {
    let strings = strings(&run.snapshot);
    let mut merged = Merged::default();
    let pairs: BTreeSet<(Lang, Lang)> =
        received.iter().map(|(_, received)| (received.from.clone(), received.to.clone())).collect();
    for (from, to) in pairs {
        let own: Vec<(SourcePath, Received)> =
            received.iter().filter(|(_, one)| (&one.from, &one.to) == (&from, &to)).cloned().collect();
        let unknown = [&from, &to].into_iter().find(|lang| !site.languages().contains(lang));
        if let Some(lang) = unknown {
            let message = format!("the file is from `{from}` into `{to}`, and the site has no language `{lang}`");
            problems.extend(own.iter().map(|(file, _)| {
                Diagnostic::new(Code::ImportForeign, message.clone())
                    .in_file(file)
                    .hint("choose the site with `--root DIR`")
            }));
            continue;
        }
        let current = resolve::exchange(site, &strings, lexicon, &from, &to);
        let (one, found) = merge::merge(&current, &own, wishes);
        problems.extend(found);
        let Merged { changes, unchanged, empty, fuzzy, unfinished, done } = one;
        for change in &changes {
            if merged.changes.iter().any(|other| other.path == change.path) {
                let message = format!("two files change `{}` from different languages", change.path);
                let hint = "import them one after the other";
                problems.push(Diagnostic::new(Code::ImportDuplicate, message).in_file(&change.path).hint(hint));
            }
        }
        merged.changes.extend(changes);
        merged.unchanged += unchanged;
        merged.empty += empty;
        merged.fuzzy += fuzzy;
        merged.unfinished.extend(unfinished);
        merged.done.extend(done);
    }
    merged
}

/// The bytes of all files that change.
fn bytes(run: &SiteRun, merged: &Merged, problems: &mut Vec<Diagnostic>) -> Vec<(SourcePath, Vec<u8>)> {
    let mut files = Vec::new();
    for change in &merged.changes {
        match file_bytes(&run.root, &run.snapshot, change) {
            Ok(bytes) => files.push((change.path.clone(), bytes)),
            Err(problem) => problems.push(*problem),
        }
    }
    files
}

fn file_bytes(root: &Path, snapshot: &Snapshot, change: &Change) -> Result<Vec<u8>, Box<Diagnostic>> {
    let Change { path, old, edits, entries: _ } = change;
    let Some(old) = old else { return Ok(change.new_text().into_bytes()) };
    let changed = |message: &str| {
        let diagnostic = Diagnostic::new(Code::FileChanged, message).in_file(path);
        Box::new(diagnostic.hint("import again when nobody is writing to it"))
    };
    let raw = disk::read_asset(root, path).map_err(|error| changed(&error.to_string()))?;
    if snapshot.sources.get(path).is_none_or(|source| source.digest != Digest::of(&raw)) {
        return Err(changed("the file was changed while it was read"));
    }
    merge::patched(&raw, old, edits).ok_or_else(|| changed("the file is not what was read of it"))
}

/// The errors that the site would have, and does not have now.
fn consequences(run: &SiteRun, changes: &[Change]) -> Vec<Diagnostic> {
    let mut snapshot = run.snapshot.clone();
    for change in changes {
        let text: Arc<str> = change.new_text().into();
        let digest = Digest::of(text.as_bytes());
        snapshot.sources.insert(change.path.clone(), Source { content: Content::Text(text), digest });
    }
    let Ok(today) = disk::today() else { return Vec::new() };
    let request = Request { today, drafts: true, base_url: None };
    let after = pipeline::prepare(&snapshot, Vec::new(), &request, &Memo::nothing());
    let known =
        |one: &Diagnostic| run.diagnostics.iter().any(|was| (was.code, &was.message) == (one.code, &one.message));
    let errors = after.diagnostics.into_iter().filter(|one| one.is_error() && !known(one));
    // The places are those of files that are not written; the file is enough.
    let in_file = |one: Diagnostic| match one.location.clone() {
        Some(location) => one.in_file(&location.path),
        None => one,
    };
    errors.map(in_file).collect()
}

fn report(merged: &Merged, dry_run: bool, reporter: &Reporter) -> Status {
    let Merged { changes, unchanged, empty, fuzzy, unfinished, done: _ } = merged;
    for Change { path, old, entries, .. } in changes {
        let what = if old.is_some() { "" } else { " (new)" };
        reporter.result(&format!("{path}{what}"));
        for entry in entries {
            reporter.result(&format!("  {entry}"));
        }
    }
    for (path, done, all) in unfinished {
        reporter.result(&format!("{path}: not made, because {done} of its {all} texts are translated"));
    }
    let texts: usize = changes.iter().map(|change| change.entries.len()).sum();
    let rest: Vec<String> =
        [(unchanged, "as they were"), (empty, "without a translation"), (fuzzy, "marked as not done")]
            .into_iter()
            .filter(|(count, _)| **count > 0)
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
    let rest = if rest.is_empty() { String::new() } else { format!("; {}", rest.join(", ")) };
    let done = match (texts, dry_run) {
        (0, _) => "nothing to write".to_owned(),
        (_, true) => format!("would write {} into {}", counted(texts, "text"), counted(changes.len(), "file")),
        (_, false) => format!("wrote {} into {}", counted(texts, "text"), counted(changes.len(), "file")),
    };
    reporter.result(&format!("{done}{rest}"));
    Status::Done
}
