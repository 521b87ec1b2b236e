//! The sources of a site, followed while they change.
//!
//! Enters: a site's root. Leaves: its snapshot, always whole, and the names of what has changed since. What the system
//! tells of changed files is a hint: what has changed is found out by size, time and digest, of the files it names or of
//! all. Never here: what a change means.

mod hear;
mod sources;

use std::path::Path;
use std::time::{Duration, Instant};

use super::DiskError;
use crate::base::{Snapshot, SourcePath};
use crate::diag::Diagnostic;
use hear::{Ear, Heard};
use sources::{Named, Sources};

/// How changes come to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hearing {
    /// The system tells of them.
    Told,
    /// All files are looked at again and again.
    Polled,
}

/// What has changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The sources that were added, changed or removed, sorted. Empty if only diagnostics are new.
    pub paths: Vec<SourcePath>,
    /// Why the system tells of changes no longer, if that came up just now.
    pub deaf: Option<String>,
}

/// The sources of a site and what is heard of them.
pub struct Watch {
    sources: Sources,
    ear: Ear,
    hearing: Hearing,
    /// When all files are to be looked at next.
    next_scan: Instant,
    /// How often in a row files were being written while they were read.
    unsettled: u32,
    /// Whether the root could not be read.
    lost: bool,
    /// Since when news is kept back.
    kept_back: Option<Instant>,
}

/// How long after the last change all files are looked at once, for what the system did not tell.
const CONFIRM: Duration = Duration::from_millis(700);

/// All files are looked at now and then: at most this often where the system tells of changes, …
const SELDOM: Duration = Duration::from_secs(10);
/// … at most this often where links lead to files of which it does not, …
const LINKED: Duration = Duration::from_secs(1);
/// … at most this often where it tells nothing, …
const OFTEN: Duration = Duration::from_millis(200);
/// … and in both cases the looking takes at most one part in so many of the time.
const SHARE: u32 = 20;

/// How long news is kept back while more changes are heard of.
const KEPT_BACK: Duration = Duration::from_millis(500);

/// How soon a file is read again that was being written.
const UNSETTLED: Duration = Duration::from_millis(10);
/// How often that is done before it is told as a mistake.
const MOST_UNSETTLED: u32 = 50;

impl Watch {
    /// Reads the sources for the first time. Nothing is heard yet: see [`Watch::listen`].
    ///
    /// # Errors
    ///
    /// If `root` cannot be read.
    pub fn open(root: &Path) -> Result<Watch, DiskError> {
        let root = std::path::absolute(root).map_err(DiskError::on("find", root))?;
        let sources = Sources::open(&root)?;
        Ok(Watch {
            sources,
            ear: Ear::default(),
            hearing: Hearing::Polled,
            next_scan: Instant::now(),
            unsettled: 0,
            lost: false,
            kept_back: None,
        })
    }

    /// Begins to listen; says how, and why the system does not tell of changes, where it was asked to.
    ///
    /// What changed between [`Watch::open`] and this is found by the next [`Watch::wait`].
    pub fn listen(&mut self, wanted: Hearing) -> Option<String> {
        self.next_scan = Instant::now();
        if wanted == Hearing::Polled {
            return None;
        }
        match self.ear.open(self.sources.root()) {
            Ok(()) => {
                self.hearing = Hearing::Told;
                None
            }
            Err(reason) => Some(reason),
        }
    }

    /// The site's folder, absolute.
    pub fn root(&self) -> &Path {
        self.sources.root()
    }

    /// The sources as they were last seen.
    pub fn snapshot(&self) -> &Snapshot {
        self.sources.snapshot()
    }

    /// What was wrong with them, sorted.
    pub fn problems(&self) -> Vec<Diagnostic> {
        self.sources.problems()
    }

    /// Whether more has been heard of than has been looked at: what is known now will soon be old.
    pub fn is_behind(&self) -> bool {
        self.unsettled > 0 || self.ear.has_heard()
    }

    /// Whether the root could not be read when it was looked at last.
    pub fn is_lost(&self) -> bool {
        self.lost
    }

    /// Waits until something has changed and takes it in; `None` if nothing has until `latest`.
    ///
    /// A single save is looked at as soon as the file is closed; of many files that change together, as in a checkout,
    /// none is looked at before it has been quiet for a moment.
    ///
    /// # Errors
    ///
    /// If the root cannot be read any more; the snapshot is then the last good one, and the next call tries again.
    pub fn wait(&mut self, latest: Option<Instant>) -> Result<Option<Changes>, DiskError> {
        loop {
            let heard = self.ear.wait(latest.map_or(self.next_scan, |latest| latest.min(self.next_scan)));
            let deaf = self.consider(&heard);
            let paths = self.look(&heard)?;
            if deaf.is_some() || paths.is_some() {
                return Ok(Some(Changes { paths: paths.unwrap_or_default(), deaf }));
            }
            if latest.is_some_and(|latest| Instant::now() >= latest) {
                return Ok(None);
            }
        }
    }

    /// Falls back to polling where nothing will be heard any more.
    fn consider(&mut self, heard: &Heard) -> Option<String> {
        let reason = heard.deaf.clone()?;
        self.ear.close();
        self.hearing = Hearing::Polled;
        Some(reason)
    }

    /// Looks at what was named, or at everything; `None` if nothing is new.
    fn look(&mut self, heard: &Heard) -> Result<Option<Vec<SourcePath>>, DiskError> {
        let is_due = Instant::now() >= self.next_scan;
        if !heard.all
            && !is_due
            && let Named::Seen(seen) = self.sources.look_at(&heard.paths)
        {
            self.next_scan = self.next_scan.min(Instant::now() + CONFIRM);
            self.settle(seen.unsettled);
            return Ok(self.news());
        }
        let started = Instant::now();
        let looked = self.sources.look_at_all();
        if looked.is_err() {
            (self.lost, self.next_scan) = (true, started + CONFIRM);
        }
        let seen = looked?;
        let took = started.elapsed();
        // A root that is there again is another folder than the one that was listened at.
        if seen.folders || std::mem::take(&mut self.lost) {
            self.ear.renew(self.sources.root());
        }
        let at_least = match self.hearing {
            // The folders were listened at too late for some of what is in them.
            Hearing::Told if seen.folders => CONFIRM,
            Hearing::Told if self.sources.is_linked() => LINKED,
            Hearing::Told => SELDOM,
            Hearing::Polled => OFTEN,
        };
        self.next_scan = Instant::now() + at_least.max(took * SHARE);
        self.settle(seen.unsettled);
        Ok(self.news())
    }

    /// A file that was being written is read again soon, but not for ever.
    fn settle(&mut self, is_unsettled: bool) {
        self.unsettled = if is_unsettled && self.unsettled < MOST_UNSETTLED { self.unsettled + 1 } else { 0 };
        if self.unsettled > 0 {
            self.next_scan = Instant::now() + UNSETTLED;
        }
    }

    /// What has changed: nothing is told as long as one of the files is being written, or more has been heard of since
    /// they were looked at; but nothing is kept back for long.
    fn news(&mut self) -> Option<Vec<SourcePath>> {
        let since = *self.kept_back.get_or_insert_with(Instant::now);
        if self.unsettled > 0 || (self.ear.has_heard() && since.elapsed() < KEPT_BACK) {
            return None;
        }
        self.kept_back = None;
        self.sources.news()
    }
}
