//! What the system tells of changed files.
//!
//! Enters: folders to listen at. Leaves: the names of files of which something was heard, gathered until it is quiet.
//! Never here: looking at a file; what is heard may be wrong, late, or missing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::disk::names;
use crate::disk::walk::SOURCES;

/// How long it must be quiet after a file was saved, …
const AFTER_ONE: Duration = Duration::from_millis(2);
/// … after several were, …
const AFTER_MANY: Duration = Duration::from_millis(30);
/// … and while a file is being written.
const WHILE_WRITTEN: Duration = Duration::from_millis(40);
/// So many files are several.
const MANY: usize = 4;
/// If it is never quiet, what was heard so far is looked at.
const PATIENCE: Duration = Duration::from_millis(400);
/// Where more names than this are heard, all files are looked at.
const MOST: usize = 256;

/// Whether the system tells when a file is closed after writing.
const TELLS_OF_CLOSING: bool = cfg!(any(target_os = "linux", target_os = "android"));

/// What was heard.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// Of which files and folders, absolute.
    pub paths: BTreeSet<PathBuf>,
    /// Whether something was missed, so that all files are to be looked at.
    pub all: bool,
    /// Why nothing more will be heard.
    pub deaf: Option<String>,
    /// Files that are open for writing.
    writing: BTreeSet<PathBuf>,
    /// Files that were removed or renamed: most come back at once, as editors save that way.
    gone: BTreeSet<PathBuf>,
    /// How many events there were.
    count: usize,
}

impl Heard {
    fn is_empty(&self) -> bool {
        self.paths.is_empty() && !self.all && self.deaf.is_none()
    }

    /// Takes an event below `root` in.
    fn take(&mut self, root: &Path, event: notify::Result<Event>) {
        match event {
            Ok(event) => {
                self.all |= event.need_rescan();
                self.named(root, event);
            }
            Err(error) => {
                if matches!(error.kind, ErrorKind::MaxFilesWatch) {
                    self.deaf = Some(reason(&error));
                }
                self.all = true;
            }
        }
        if self.paths.len() > MOST {
            for names in [&mut self.paths, &mut self.writing, &mut self.gone] {
                names.clear();
            }
            self.all = true;
        }
    }

    fn named(&mut self, root: &Path, event: Event) {
        // Reading is no change, least of all our own.
        if matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write)) {
            return;
        }
        let is_written = TELLS_OF_CLOSING && matches!(event.kind, EventKind::Modify(ModifyKind::Data(_)));
        let is_gone =
            matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(RenameMode::From)));
        for path in event.paths.into_iter().filter(|path| may_be_source(root, path)) {
            self.count += 1;
            for (holds, names) in [(is_written, &mut self.writing), (is_gone, &mut self.gone)] {
                if holds {
                    names.insert(path.clone());
                } else {
                    names.remove(&path);
                }
            }
            self.paths.insert(path);
        }
    }

    fn quiet(&self) -> Duration {
        if self.all || self.paths.len() >= MANY || !self.gone.is_empty() {
            AFTER_MANY
        } else if self.writing.is_empty() {
            AFTER_ONE
        } else {
            WHILE_WRITTEN
        }
    }
}

/// Where what is heard is gathered: filled by the thread of [`notify`], emptied by whoever waits.
#[derive(Default)]
struct Gathered {
    heard: Mutex<Heard>,
    woken: Condvar,
}

impl Gathered {
    fn lock(&self) -> MutexGuard<'_, Heard> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn sleep<'a>(&self, heard: MutexGuard<'a, Heard>, most: Duration) -> MutexGuard<'a, Heard> {
        self.woken.wait_timeout(heard, most).unwrap_or_else(PoisonError::into_inner).0
    }
}

/// Listens, as far as the system can tell.
#[derive(Default)]
pub(super) struct Ear {
    gathered: Arc<Gathered>,
    watcher: Option<RecommendedWatcher>,
}

impl Ear {
    /// Begins to listen at a site's sources.
    ///
    /// # Errors
    /// Why the system does not tell.
    pub(super) fn open(&mut self, root: &Path) -> Result<(), String> {
        let gathered = self.gathered.clone();
        let own_root = root.to_owned();
        let hear = move |event: notify::Result<Event>| {
            let mut heard = gathered.lock();
            heard.take(&own_root, event);
            if !heard.is_empty() {
                gathered.woken.notify_all();
            }
        };
        let mut watcher = notify::recommended_watcher(hear).map_err(|error| reason(&error))?;
        listen_at(&mut watcher, root)?;
        self.watcher = Some(watcher);
        Ok(())
    }

    /// Listens at folders that are new. What cannot be listened at is found by looking at all files now and then.
    pub(super) fn renew(&mut self, root: &Path) {
        let Some(watcher) = &mut self.watcher else { return };
        if let Err(reason) = listen_at(watcher, root) {
            self.gathered.lock().deaf = Some(reason);
        }
    }

    /// Listens no more.
    pub(super) fn close(&mut self) {
        self.watcher = None;
        *self.gathered.lock() = Heard::default();
    }

    /// Whether something has been heard that was not fetched with [`Ear::wait`].
    pub(super) fn has_heard(&self) -> bool {
        !self.gathered.lock().is_empty()
    }

    /// Waits until something is heard and it is quiet again, or until `latest`.
    pub(super) fn wait(&self, latest: Instant) -> Heard {
        let mut heard = self.gathered.lock();
        while heard.is_empty() {
            let left = latest.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Heard::default();
            }
            heard = self.gathered.sleep(heard, left);
        }
        let patience = Instant::now() + PATIENCE;
        let (mut quiet_until, mut count) = (Instant::now() + heard.quiet(), heard.count);
        loop {
            let now = Instant::now();
            if now >= quiet_until || now >= patience {
                return std::mem::take(&mut heard);
            }
            heard = self.gathered.sleep(heard, quiet_until.min(patience) - now);
            if heard.count != count {
                count = heard.count;
                quiet_until = Instant::now() + heard.quiet();
            }
        }
    }
}

/// Whether a path is that of a source or of a folder of sources, by its name. The root itself counts.
fn may_be_source(root: &Path, path: &Path) -> bool {
    let Ok(inside) = path.strip_prefix(root) else { return true };
    let mut parts = inside.iter().map(|part| part.to_string_lossy());
    let Some(top) = parts.next() else { return true };
    SOURCES.contains(&&*top) && !parts.any(|part| names::is_skipped(&part))
}

/// Listens at the root, without what lies below it, and at the folders of the sources with all below them.
fn listen_at(watcher: &mut RecommendedWatcher, root: &Path) -> Result<(), String> {
    watcher.watch(root, RecursiveMode::NonRecursive).map_err(|error| reason(&error))?;
    for name in SOURCES.into_iter().filter(|name| !name.ends_with(".yaml")) {
        match watcher.watch(&root.join(name), RecursiveMode::Recursive) {
            Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => return Err(reason(&error)),
            // It is missing, or goes away just now, or may not be read: what is wrong with it is found by looking.
            _ => {}
        }
    }
    Ok(())
}

fn reason(error: &notify::Error) -> String {
    match &error.kind {
        ErrorKind::MaxFilesWatch => {
            "the system's limit of watched folders (`fs.inotify.max_user_watches`) is reached".to_owned()
        }
        ErrorKind::Io(error) => format!("the system does not tell of changes: {}", crate::disk::error::reason(error)),
        _ => format!("the system does not tell of changes: {error}"),
    }
}
