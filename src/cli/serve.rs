//! `songngu serve`.

use std::time::Duration;

use super::args::{Global, ServeArgs};
use super::report::{Reporter, counted};
use super::{Status, site_root};
use crate::base::SourcePath;
use crate::disk::Hearing;
use crate::serve::{self, Build, News, Options, Pages, Report};

/// Serves the site until it is stopped.
pub(super) fn serve(global: &Global, args: ServeArgs, reporter: &Reporter) -> Status {
    let ServeArgs { port, open, drafts, poll } = args;
    let root = match site_root(global) {
        Ok(root) => root,
        Err(diagnostic) => {
            reporter.diagnostics(&[*diagnostic], &|_| None);
            return Status::Failed;
        }
    };
    let hearing = if poll { Hearing::Polled } else { Hearing::Told };
    let options = Options { root, port, drafts, hearing, open };
    match serve::serve(&options, &|news| tell(reporter, news)) {
        Ok(never) => match never {},
        Err(error) => reporter.failure(&error),
    }
}

fn tell(reporter: &Reporter, news: News<'_>) {
    match news {
        News::PortTaken { wanted, used } => reporter.note(&format!("port {wanted} is taken: using {used}")),
        News::Ready { url, build } => {
            diagnostics(reporter, &build.report);
            reporter.note(&format!("{}; each save is shown at once, Ctrl-C stops", outcome(&build)));
            reporter.result(url);
        }
        News::Rebuilt(build) => {
            diagnostics(reporter, &build.report);
            reporter.note(&format!("{}: {}", changed(build.changed), outcome(&build)));
        }
        News::Found(report) => {
            diagnostics(reporter, &report);
            if report.diagnostics.iter().any(crate::diag::Diagnostic::is_error) {
                reporter.note("found in pages that nobody has asked for yet; they are shown as they were");
            }
        }
        News::Polling(reason) => {
            reporter.note(&format!("{reason}: all files are looked at now and then instead, which is slower"));
        }
        News::Lost(error) => {
            _ = reporter.failure(error);
            reporter.note("the last good site is still shown; it goes on when the folder is there again");
        }
        News::NoBrowser(error) => reporter.note(&format!("the browser could not be opened: {error}")),
    }
}

fn diagnostics(reporter: &Reporter, report: &Report<'_>) {
    let Report { diagnostics, text_of } = report;
    reporter.diagnostics(diagnostics, text_of);
}

/// `2 of 96 pages in 12 ms`, `96 pages in 40 ms` where any may be another, or what was wrong.
fn outcome(build: &Build<'_>) -> String {
    let Build { changed, pages, took, report } = build;
    let took = milliseconds(*took);
    match pages {
        Some(Pages { all: 1, .. }) => format!("1 page in {took}"),
        Some(Pages { all, touched: Some(touched) }) => format!("{touched} of {all} pages in {took}"),
        Some(Pages { all, touched: None }) => format!("{all} pages in {took}"),
        None => {
            let found = counted(report.diagnostics).unwrap_or_default();
            let shown = if changed.is_empty() { "" } else { ", the last good site is still shown" };
            format!("{found} in {took}{shown}")
        }
    }
}

fn milliseconds(took: Duration) -> String {
    format!("{} ms", took.as_millis().max(1))
}

/// `content/a.vi.md`, or how many.
fn changed(paths: &[SourcePath]) -> String {
    match paths {
        [] => "the site's files".to_owned(),
        [path] => path.to_string(),
        [first, rest @ ..] => format!("{first} and {} more", rest.len()),
    }
}
