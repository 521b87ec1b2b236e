//! A new site, prepared beside the old one.
//!
//! Enters: files from many threads. Leaves: the new site in the place of the old one, whole, or no trace.
//! Never here: a change to the old site before all of the new one is written.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::leftovers::{self, STAGING_MARKER, Sibling};
use super::lock::Lock;
use super::output::{MARKER, Output, is_empty, read_marker};
use super::swap::{self, Committed, Site, Swap};
use super::{DiskError, assets};
use crate::base::SourcePath;
use crate::plan::{Action, Manifest, is_safe};

/// A site that is being written. Dropped without [`Staging::commit`], it leaves no trace.
#[derive(Debug)]
pub struct Staging {
    output: Output,
    folder: PathBuf,
    files: Mutex<Files>,
    /// Held until all is done: the last field, so that it is dropped last.
    _lock: Lock,
}

/// The files of the new site so far, in no order.
#[derive(Debug, Default)]
struct Files {
    /// Written into the staging folder.
    written: Vec<String>,
    /// To be taken over from the old site.
    kept: Vec<String>,
}

impl Output {
    /// Begins a new site in a sibling folder, after removing what killed builds left there.
    ///
    /// # Errors
    ///
    /// If another build is at work, has been at work since the folder was opened, or the sibling cannot be made.
    pub fn stage(&self) -> Result<Staging, DiskError> {
        let parent = leftovers::parent(&self.folder);
        fs::create_dir_all(parent).map_err(DiskError::on("create the folder", parent))?;
        let lock = leftovers::lock(&self.folder)?;
        let is_filled = self.marker.is_none() && self.folder.exists() && !is_empty(&self.folder)?;
        if is_filled || read_marker(&self.folder)? != self.marker {
            return Err(DiskError::because(
                "write into",
                &self.folder,
                "somebody else has changed it meanwhile; build again",
            ));
        }
        leftovers::remove(&self.folder)?;
        let folder = Sibling::Staging.path(&self.folder);
        fs::create_dir(&folder).map_err(DiskError::on("create the folder", &folder))?;
        let staging = Staging { output: self.clone(), folder, files: Mutex::default(), _lock: lock };
        staging.create(STAGING_MARKER, b"")?;
        Ok(staging)
    }
}

impl Staging {
    /// Puts a file into the new site: `bytes`, or the old site's file of the same name where `action` is
    /// [`Action::Keep`] and that file has the right size. `file` is relative, divided by `/`.
    ///
    /// # Errors
    ///
    /// If the file cannot be written, was put before, or its name leads out of the folder or is our marker's.
    pub fn put(&self, file: &str, bytes: &[u8], action: Action) -> Result<(), DiskError> {
        check_name(file)?;
        if action == Action::Keep && self.has_old(file, bytes.len() as u64) {
            self.files().kept.push(file.to_owned());
            return Ok(());
        }
        self.create(file, bytes)?;
        self.files().written.push(file.to_owned());
        Ok(())
    }

    /// Puts a copy of a source file into the new site, or keeps the old site's file as [`Staging::put`] does.
    ///
    /// # Errors
    ///
    /// As [`Staging::put`], and if the source file cannot be read.
    pub fn put_asset(&self, file: &str, source: &SourcePath, action: Action) -> Result<(), DiskError> {
        check_name(file)?;
        if action == Action::Keep {
            let (path, handle) = assets::open(&self.output.root, source)?;
            let metadata = handle.metadata().map_err(DiskError::on("read", &path))?;
            if self.has_old(file, metadata.len()) {
                self.files().kept.push(file.to_owned());
                return Ok(());
            }
        }
        let path = self.folder.join(file);
        make_parent(&path)?;
        assets::copy_asset(&self.output.root, source, &path)?;
        self.files().written.push(file.to_owned());
        Ok(())
    }

    /// Puts the new site in the place of the old one; `manifest` lists all files that were put.
    ///
    /// Where nothing has changed, nothing is touched. Otherwise the two folders are exchanged in one step where the
    /// system can do so (Linux `renameat2`, macOS `renamex_np`), else by two renames with the old site put back if
    /// the second fails. Only where the folder cannot be renamed at all, because it is a mount point, are the changed
    /// files moved into it one by one, then old ones deleted, the manifest last; a build killed in the midst of
    /// that leaves a manifest that says so, and the next build writes every file.
    ///
    /// `.gitignore`, and other files that no build of songngu wrote, are carried over: they are in the result.
    /// Safe against the end of the process at any moment; not against the loss of power, as files are not flushed.
    ///
    /// # Errors
    ///
    /// If a file cannot be taken over or the folder cannot be replaced: the old site is then still there.
    ///
    /// # Panics
    ///
    /// If `manifest` lists other files than were put.
    pub fn commit(self, manifest: &Manifest) -> Result<Committed, DiskError> {
        self.commit_by(manifest, &swap::WAYS)
    }

    /// As [`Staging::commit`], by the first of `ways` that works.
    pub(super) fn commit_by(self, manifest: &Manifest, ways: &[Swap]) -> Result<Committed, DiskError> {
        let Files { mut written, mut kept } = std::mem::take(&mut *self.files());
        written.sort();
        kept.sort();
        check_complete(manifest, &written, &kept);
        let json = manifest.to_json();
        if written.is_empty() && self.output.marker.as_ref() == Some(&json) {
            return Ok(Committed::unchanged());
        }
        if written.is_empty() && self.output.marker.is_some() && manifest.files() == self.output.manifest().files() {
            // Other sources, the same site: only what it was made of is noted anew.
            super::write_file(&self.output.folder.join(MARKER), json.as_bytes())?;
            return Ok(Committed::unchanged());
        }
        let survey = swap::survey(&self.output.folder, self.output.manifest())?;
        let foreign: Vec<String> =
            survey.foreign.into_iter().filter(|file| !manifest.files().contains_key(file)).collect();
        kept.par_iter().chain(&foreign).with_min_len(64).try_for_each(|file| self.take_over(file))?;
        self.create(MARKER, json.as_bytes())?;
        let marker = self.folder.join(STAGING_MARKER);
        fs::remove_file(&marker).map_err(DiskError::on("remove", &marker))?;
        let deleted = survey.ours.into_iter().filter(|file| !manifest.files().contains_key(file)).collect();
        let site = Site { staging: &self.folder, output: &self.output.folder, written, deleted, marker: &json };
        let swap = swap::swap(&site, ways)?;
        Ok(Committed { swap, carried: foreign })
    }

    /// Whether the old site has a file of that name and size, so that it can be kept.
    fn has_old(&self, file: &str, size: u64) -> bool {
        let old = fs::symlink_metadata(self.output.folder.join(file));
        old.is_ok_and(|old| old.is_file() && old.len() == size)
    }

    /// Writes a new file, with the folders above it.
    fn create(&self, file: &str, bytes: &[u8]) -> Result<(), DiskError> {
        let path = self.folder.join(file);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        let opened = match options.open(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                make_parent(&path)?;
                options.open(&path)
            }
            opened => opened,
        };
        opened.and_then(|mut handle: File| handle.write_all(bytes)).map_err(DiskError::on("write", &path))
    }

    /// Takes a file of the old site over: as the same file under a second name, else as a copy with the same time.
    fn take_over(&self, file: &str) -> Result<(), DiskError> {
        let (old, new) = (self.output.folder.join(file), self.folder.join(file));
        let linked = match fs::hard_link(&old, &new) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                make_parent(&new)?;
                fs::hard_link(&old, &new)
            }
            linked => linked,
        };
        match linked {
            Ok(()) => Ok(()),
            Err(error) if matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::NotFound) => {
                Err(DiskError::new("take over", &old, error))
            }
            Err(_) => copy_with_time(&old, &new).map_err(DiskError::on("take over", &old)),
        }
    }

    fn files(&self) -> std::sync::MutexGuard<'_, Files> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // After a commit this is the old site, or already gone. What cannot be removed now, the next build removes.
        _ = leftovers::remove_tree(&self.folder);
    }
}

fn check_name(file: &str) -> Result<(), DiskError> {
    let is_good = is_safe(file) && file != MARKER && file != STAGING_MARKER;
    if is_good {
        Ok(())
    } else {
        Err(DiskError::because("write", Path::new(file), "it is no name of a file of a site"))
    }
}

/// Panics if the manifest and what was put (both sorted) differ: a wrong manifest would lose files later.
fn check_complete(manifest: &Manifest, written: &[String], kept: &[String]) {
    let is_put = |file: &String| written.binary_search(file).is_ok() || kept.binary_search(file).is_ok();
    let count = written.len() + kept.len();
    assert!(
        manifest.files().len() == count && manifest.files().keys().all(is_put),
        "the manifest lists {} files, but {count} were put, or others",
        manifest.files().len()
    );
}

pub(super) fn make_parent(path: &Path) -> Result<(), DiskError> {
    let Some(parent) = path.parent() else { return Ok(()) };
    fs::create_dir_all(parent).map_err(DiskError::on("create the folder", parent))
}

pub(super) fn copy_with_time(from: &Path, to: &Path) -> io::Result<()> {
    let metadata = fs::symlink_metadata(from)?;
    if metadata.is_symlink() {
        return Err(io::Error::other("symbolic links cannot be copied"));
    }
    fs::copy(from, to)?;
    OpenOptions::new().write(true).open(to)?.set_modified(metadata.modified()?)
}
