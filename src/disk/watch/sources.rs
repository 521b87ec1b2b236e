//! The sources of a site, kept: only what has changed is read again.
//!
//! Enters: names of files that may have changed, or none, and then all are looked at. Leaves: the snapshot, as it would
//! be if everything were read anew, and the names of what is new in it. Never here: waiting.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rayon::prelude::*;

use crate::base::{Snapshot, Source, SourcePath};
use crate::diag::{self, Code, Diagnostic};
use crate::disk::DiskError;
use crate::disk::names;
use crate::disk::read::read;
use crate::disk::walk::{self, Found, Walked};
use crate::text::nfc;

/// A file as it was read.
#[derive(Debug)]
struct Known {
    file: PathBuf,
    /// `None` if it has to be read again in any case.
    stamp: Option<Stamp>,
    diagnostic: Option<Diagnostic>,
}

/// What tells, without reading a file, that it is still the one that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    size: u64,
    modified: SystemTime,
    /// The file's number, and the time of its last change of any kind, where the system has such.
    inode: (u64, i64, i64),
}

/// A file that was changed more recently than this when it was read may have changed again without a trace:
/// the times of some file systems are that coarse.
const COARSE: Duration = Duration::from_secs(2);

impl Stamp {
    /// `None` if the file may change again within the same tick of its clock.
    fn of(metadata: &Metadata, now: SystemTime) -> Option<Stamp> {
        let modified = metadata.modified().ok()?;
        let is_old = now.duration_since(modified).is_ok_and(|age| age > COARSE);
        is_old.then(|| Stamp { size: metadata.len(), modified, inode: inode(metadata) })
    }
}

#[cfg(unix)]
fn inode(metadata: &Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn inode(_: &Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}

/// What came of looking.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Whether a file was being written or removed while it was read.
    pub unsettled: bool,
    /// Whether there may be new folders.
    pub folders: bool,
}

/// What came of looking at the files that were named.
pub(super) enum Named {
    /// Those that are sources were looked at.
    Seen(Seen),
    /// One is new, gone or a folder.
    NeedsAll,
}

/// What reading a file gave.
struct Reading {
    stamp: Option<Stamp>,
    source: Option<Source>,
    diagnostic: Option<Diagnostic>,
    /// Whether it may be another at once.
    unsettled: bool,
}

impl Reading {
    fn of(found: &Found) -> Reading {
        // Taken before the file is read: what changes it meanwhile changes the stamp.
        let stamp = fs::metadata(&found.file).ok().and_then(|metadata| Stamp::of(&metadata, SystemTime::now()));
        let (source, diagnostic) = read(found);
        let unsettled = diagnostic.as_ref().is_some_and(|diagnostic| !is_settled(diagnostic, found));
        Reading { stamp: stamp.filter(|_| !unsettled), source, diagnostic, unsettled }
    }
}

/// Whether a diagnostic will be the same when the file is read again at once.
fn is_settled(diagnostic: &Diagnostic, found: &Found) -> bool {
    match diagnostic.code {
        Code::FileChanged => false,
        Code::FileUnreadable => fs::symlink_metadata(&found.file).is_ok(),
        _ => true,
    }
}

/// The sources of a site.
pub(super) struct Sources {
    root: PathBuf,
    snapshot: Snapshot,
    known: BTreeMap<SourcePath, Known>,
    /// Of files that are no sources.
    strays: Vec<Diagnostic>,
    /// Whether a symbolic link is among them: then a file may have several names.
    linked: bool,
    /// What is new and was not asked for yet; `None` if nothing is.
    news: Option<BTreeSet<SourcePath>>,
}

impl Sources {
    pub(super) fn open(root: &Path) -> Result<Sources, DiskError> {
        let mut sources = Sources {
            root: root.to_owned(),
            snapshot: Snapshot::default(),
            known: BTreeMap::new(),
            strays: Vec::new(),
            linked: false,
            news: None,
        };
        sources.look_at_all()?;
        sources.news = None;
        Ok(sources)
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    pub(super) fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    pub(super) fn problems(&self) -> Vec<Diagnostic> {
        let own = self.known.values().filter_map(|known| known.diagnostic.clone());
        let mut problems: Vec<Diagnostic> = self.strays.iter().cloned().chain(own).collect();
        diag::sort(&mut problems);
        problems
    }

    /// Whether a symbolic link is among the sources.
    pub(super) fn is_linked(&self) -> bool {
        self.linked
    }

    /// What has changed since this was asked last, sorted; `None` if nothing has. Empty if only the diagnostics of what
    /// is no source are new.
    pub(super) fn news(&mut self) -> Option<Vec<SourcePath>> {
        self.news.take().map(|news| news.into_iter().collect())
    }

    /// Looks at files of which something was heard.
    pub(super) fn look_at<'a>(&mut self, paths: impl IntoIterator<Item = &'a PathBuf>) -> Named {
        let mut found = Vec::new();
        for path in paths {
            let Some(source) = self.source_path(path) else { return Named::NeedsAll };
            let is_known = self.known.get(&source).is_some_and(|known| known.file == *path);
            match fs::symlink_metadata(path) {
                Ok(metadata) if metadata.is_file() && is_known && !self.linked => {
                    found.push(Found { kind: names::kind(source.as_str()), source, file: path.clone() });
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound && !self.is_above_known(&source) => {}
                _ => return Named::NeedsAll,
            }
        }
        let mut seen = Seen::default();
        for found in found {
            let reading = Reading::of(&found);
            seen.unsettled |= reading.unsettled;
            self.take(found, reading);
        }
        Named::Seen(seen)
    }

    /// Looks at all files, and reads those that are not as they were.
    pub(super) fn look_at_all(&mut self) -> Result<Seen, DiskError> {
        let Walked { found, diagnostics: strays, linked } = walk::walk(&self.root)?;
        let now = SystemTime::now();
        let read = |found: &Found| {
            let metadata = fs::metadata(&found.file).ok();
            let stamp = metadata.and_then(|metadata| Stamp::of(&metadata, now));
            let known = self.known.get(&found.source).filter(|known| known.file == found.file);
            let is_same = known.is_some_and(|known| stamp.is_some() && known.stamp == stamp);
            (!is_same).then(|| Reading::of(found))
        };
        let readings: Vec<Option<Reading>> = found.par_iter().with_min_len(16).map(read).collect();
        let gone = self.gone(&found);
        let mut seen = Seen { unsettled: false, folders: !gone.is_empty() };
        if strays != self.strays {
            self.news.get_or_insert_default();
        }
        (self.strays, self.linked) = (strays, linked);
        for path in gone {
            self.known.remove(&path);
            self.snapshot.sources.remove(&path);
            self.news.get_or_insert_default().insert(path);
        }
        for (found, reading) in found.into_iter().zip(readings) {
            let Some(reading) = reading else { continue };
            seen.unsettled |= reading.unsettled;
            seen.folders |= !self.known.contains_key(&found.source);
            self.take(found, reading);
        }
        Ok(seen)
    }

    /// The sources that were known and are not found any more.
    fn gone(&self, found: &[Found]) -> Vec<SourcePath> {
        let is_found = |path: &&SourcePath| found.binary_search_by(|found| found.source.cmp(path)).is_err();
        self.known.keys().filter(is_found).cloned().collect()
    }

    /// Takes a reading in, and the name of the file among the news if it changes anything.
    fn take(&mut self, found: Found, reading: Reading) {
        let Found { source: path, file, .. } = found;
        let Reading { stamp, source, diagnostic, unsettled: _ } = reading;
        let digest = |source: &Source| source.digest;
        let known = self.known.get(&path);
        let is_same = known.is_some_and(|known| known.diagnostic == diagnostic && known.file == file)
            && self.snapshot.sources.get(&path).map(digest) == source.as_ref().map(digest);
        match source {
            _ if is_same => {}
            Some(source) => _ = self.snapshot.sources.insert(path.clone(), source),
            None => _ = self.snapshot.sources.remove(&path),
        }
        self.known.insert(path.clone(), Known { file, stamp, diagnostic });
        if !is_same {
            self.news.get_or_insert_default().insert(path);
        }
    }

    /// The source path of a file below the root.
    fn source_path(&self, path: &Path) -> Option<SourcePath> {
        let inside = path.strip_prefix(&self.root).ok()?;
        let (text, is_valid) = walk::slashed(inside);
        is_valid.then(|| SourcePath::new(nfc(&text)))
    }

    /// Whether a source, or a folder above one, has this path.
    fn is_above_known(&self, path: &SourcePath) -> bool {
        let below = SourcePath::new(format!("{path}/"));
        self.known.contains_key(path)
            || self.known.range(below..).next().is_some_and(|(known, _)| known.below(path.as_str()).is_some())
    }
}
