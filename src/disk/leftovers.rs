//! The siblings of an output folder: where a build is prepared, and what a killed build leaves behind.
//!
//! Enters: an output folder. Leaves: the names of its siblings; leftovers put back or removed. Never here:
//! a folder that does not carry both our name and our marker.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::lock::Lock;
use super::output::{MARKER, is_empty, is_missing};
use super::{DiskError, tree};

/// The file that marks a staging folder whose manifest is not written yet.
pub(super) const STAGING_MARKER: &str = ".songngu-staging";

/// What a sibling is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sibling {
    /// The new site, while it is being written.
    Staging,
    /// The old site, while the new one takes its place.
    Old,
}

impl Sibling {
    fn infix(self) -> &'static str {
        match self {
            Sibling::Staging => ".songngu-staging-",
            Sibling::Old => ".songngu-old-",
        }
    }

    /// The beginning of the name of such siblings: `.public.songngu-staging-`.
    fn prefix(self, output: &Path) -> OsString {
        let mut name = OsString::from(".");
        name.push(output.file_name().unwrap_or_default());
        name.push(self.infix());
        name
    }

    /// This process's sibling of `output`.
    pub(super) fn path(self, output: &Path) -> PathBuf {
        let mut name = self.prefix(output);
        name.push(std::process::id().to_string());
        output.with_file_name(name)
    }

    /// The siblings of this kind that carry our marker, sorted.
    fn all(self, output: &Path) -> Result<Vec<PathBuf>, DiskError> {
        let parent = parent(output);
        let fail = || DiskError::on("read the folder", parent);
        let prefix = self.prefix(output);
        let mut siblings = Vec::new();
        let entries = match fs::read_dir(parent) {
            Err(error) if is_missing(&error) => return Ok(siblings),
            entries => entries.map_err(fail())?,
        };
        for entry in entries {
            let entry = entry.map_err(fail())?;
            let name = entry.file_name();
            let number = name.as_encoded_bytes().strip_prefix(prefix.as_encoded_bytes());
            let is_named = number.is_some_and(|number| !number.is_empty() && number.iter().all(u8::is_ascii_digit));
            if is_named && is_ours(&entry.path())? {
                siblings.push(entry.path());
            }
        }
        siblings.sort();
        Ok(siblings)
    }
}

/// Whether a folder of the right name is one that a build made: it carries a marker, or nothing yet.
fn is_ours(folder: &Path) -> Result<bool, DiskError> {
    let is_folder = fs::symlink_metadata(folder).is_ok_and(|metadata| metadata.is_dir());
    let is_marked = || [MARKER, STAGING_MARKER].iter().any(|marker| folder.join(marker).is_file());
    Ok(is_folder && (is_marked() || is_empty(folder)?))
}

/// Takes the lock of an output folder.
///
/// # Errors
///
/// If another build is writing into that folder.
pub(super) fn lock(output: &Path) -> Result<Lock, DiskError> {
    let taken = Lock::take(&lock_path(output))?;
    taken.ok_or_else(|| DiskError::because("write into", output, "another songngu is building into this folder"))
}

fn lock_path(output: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(output.file_name().unwrap_or_default());
    name.push(".songngu-lock");
    output.with_file_name(name)
}

/// Puts an old site back that a build moved aside before it was killed. Leaves it where a build is at work.
pub(super) fn put_back(output: &Path) -> Result<(), DiskError> {
    let is_gone = || fs::symlink_metadata(output).is_err_and(|error| is_missing(&error));
    if !is_gone() || Sibling::Old.all(output)?.is_empty() {
        return Ok(());
    }
    let Some(_lock) = Lock::take(&lock_path(output))? else { return Ok(()) };
    match Sibling::Old.all(output)?.pop() {
        Some(old) if is_gone() => fs::rename(&old, output).map_err(DiskError::on("put back", &old)),
        _ => Ok(()),
    }
}

/// Removes what killed builds left beside the output folder. The caller holds the lock, so no such build is alive.
pub(super) fn remove(output: &Path) -> Result<(), DiskError> {
    for sibling in [Sibling::Staging, Sibling::Old] {
        for folder in sibling.all(output)? {
            remove_tree(&folder).map_err(DiskError::on("remove", &folder))?;
        }
    }
    Ok(())
}

/// Removes a folder that carries our marker. The marker goes last, so that a build killed here leaves a folder that
/// the next one knows as ours.
pub(super) fn remove_tree(folder: &Path) -> io::Result<()> {
    tree::remove(folder, &|file| file.ends_with(MARKER) || file.ends_with(STAGING_MARKER))
}

/// The folder that holds the output folder.
pub(super) fn parent(output: &Path) -> &Path {
    output.parent().unwrap_or(output)
}
