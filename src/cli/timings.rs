//! How long each stage of a build took: `build --timings`.
//!
//! Enters: the end of each stage. Leaves: lines for people, fields for `--json`. Never here: anything that the site depends on.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Map, Value};

/// The stages of a run so far, in order.
#[derive(Debug)]
pub(super) struct Timings {
    last: Instant,
    stages: Vec<(&'static str, Duration)>,
    /// Nanoseconds that all threads together have spent on writing files, while pages were made.
    writing: AtomicU64,
}

impl Timings {
    pub(super) fn new(started: Instant) -> Timings {
        Timings { last: started, stages: Vec::new(), writing: AtomicU64::new(0) }
    }

    /// A stage has ended.
    pub(super) fn end(&mut self, stage: &'static str) {
        let now = Instant::now();
        self.stages.push((stage, now - self.last));
        self.last = now;
    }

    /// Runs a piece of writing, on any thread.
    pub(super) fn writing<T>(&self, write: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        let done = write();
        self.writing.fetch_add(started.elapsed().as_nanos() as u64, Ordering::Relaxed);
        done
    }

    fn writing_time(&self) -> Duration {
        Duration::from_nanos(self.writing.load(Ordering::Relaxed))
    }

    /// A line for each stage.
    pub(super) fn lines(&self) -> Vec<String> {
        let line = |name: &str, time: Duration| format!("{:>9.1} ms  {name}", time.as_secs_f64() * 1000.0);
        let mut lines: Vec<String> = self.stages.iter().map(|(name, time)| line(name, *time)).collect();
        if !self.writing_time().is_zero() {
            lines.push(line("of which writing files, summed over threads", self.writing_time()));
        }
        lines
    }

    /// Milliseconds of each stage.
    pub(super) fn json(&self) -> Map<String, Value> {
        let milliseconds = |time: &Duration| Value::from((time.as_secs_f64() * 1e6).round() / 1e3);
        let mut fields: Map<String, Value> =
            self.stages.iter().map(|(name, time)| ((*name).to_owned(), milliseconds(time))).collect();
        fields.insert("writing".to_owned(), milliseconds(&self.writing_time()));
        fields
    }
}
