//! A rendering that is watched from beside it: a bar once it takes longer than a moment, and an end for pages that have none.
//!
//! Enters: a rendering. Leaves: its result; or the news that a page does not come, after which the run is given up. Never
//! here: what is rendered.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::diag::{Code, Diagnostic};
use crate::pipeline::{Prepared, Progress};

/// How often a rendering is looked at.
const TICK: Duration = Duration::from_millis(100);

/// How long a run may take before a bar is worth looking at.
const MOMENT: Duration = Duration::from_millis(400);

/// How long one page may take: the longest text that is read takes a few seconds.
const PATIENCE: Duration = Duration::from_secs(30);

/// Renders. `give_up` is told of a page that does not come, and does not return: the thread that makes it cannot be ended.
pub(super) fn watched<T>(
    prepared: &Prepared,
    give_up: &(dyn Fn(Diagnostic) + Sync),
    render: impl FnOnce(&Progress) -> T,
) -> T {
    let progress = Progress::default();
    std::thread::scope(|scope| {
        let (ends, ended) = mpsc::channel();
        let progress = &progress;
        scope.spawn(move || watch(prepared, progress, &ended, give_up));
        let made = render(progress);
        drop(ends);
        made
    })
}

fn watch(prepared: &Prepared, progress: &Progress, ended: &Receiver<()>, give_up: &(dyn Fn(Diagnostic) + Sync)) {
    let started = Instant::now();
    let mut bar = None;
    let mut seen: Vec<(Option<usize>, Instant)> = Vec::new();
    while ended.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
        let (done, all) = progress.done();
        if started.elapsed() >= MOMENT && all > 0 {
            bar.get_or_insert_with(|| new_bar(all)).set_position(done as u64);
        }
        for (thread, making) in progress.making().enumerate() {
            match seen.get_mut(thread) {
                Some((last, since)) if *last == making => {
                    let late = making.filter(|_| since.elapsed() > PATIENCE);
                    if let Some(name) = late.and_then(|position| prepared.files().nth(position)) {
                        bar.iter().for_each(ProgressBar::finish_and_clear);
                        give_up(endless(name));
                    }
                }
                Some(last) => *last = (making, Instant::now()),
                None => seen.push((making, Instant::now())),
            }
        }
    }
    bar.iter().for_each(ProgressBar::finish_and_clear);
}

fn new_bar(all: usize) -> ProgressBar {
    let style =
        ProgressStyle::with_template("{bar:32} {pos}/{len} pages").unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(all as u64).with_style(style)
}

fn endless(name: &str) -> Diagnostic {
    let message = format!("`{name}` was not rendered within {} s", PATIENCE.as_secs());
    Diagnostic::new(Code::TemplateFailed, message)
        .hint("look for a loop in its template that never ends, or for one within another over a long list")
}
