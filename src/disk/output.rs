//! The output folder, checked: it may be replaced.
//!
//! Enters: a folder that somebody named. Leaves: [`Output`], or the reason why that folder must not be touched.
//! Never here: a change to that folder.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;

use super::{DiskError, leftovers};
use crate::diag::{Code, Diagnostic};
use crate::plan::Manifest;

/// The file that marks an output folder as ours; it holds the [`Manifest`].
pub const MARKER: &str = ".songngu";

/// The file that may lie in an output folder of ours and survives builds.
const IGNORE: &str = ".gitignore";

/// A folder that may be replaced by a built site.
#[derive(Debug, Clone)]
pub struct Output {
    /// The site's root, absolute.
    pub(super) root: PathBuf,
    /// Absolute, with all links resolved; may not exist yet.
    pub(super) folder: PathBuf,
    /// The text of the marker, if there is one.
    pub(super) marker: Option<String>,
    manifest: Manifest,
}

/// Why a folder cannot be the output folder.
#[derive(Debug)]
pub enum OutputProblem {
    /// It must not be replaced: `output-unsafe`.
    Unsafe(Box<Diagnostic>),
    /// It could not be looked at.
    Failed(DiskError),
}

impl From<DiskError> for OutputProblem {
    fn from(error: DiskError) -> OutputProblem {
        OutputProblem::Failed(error)
    }
}

impl fmt::Display for OutputProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OutputProblem::Unsafe(diagnostic) => f.write_str(&diagnostic.message),
            OutputProblem::Failed(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for OutputProblem {}

impl Output {
    /// Checks that `folder` may be replaced by the built site of `root`. A relative `folder` is taken from the
    /// current folder. Nothing is changed, except that a site which a killed build had moved aside is put back.
    ///
    /// Refused is what holds, or lies in, the sources; the home folder and what holds it; `/`; a file; and a folder
    /// that holds files but not our marker. Good are a folder that is missing, empty, holds `.gitignore` only, or
    /// carries our marker. All links are resolved first.
    ///
    /// # Errors
    ///
    /// [`OutputProblem::Unsafe`] with what to do, or [`OutputProblem::Failed`] if the folder cannot be looked at.
    pub fn open(root: &Path, folder: &Path) -> Result<Output, OutputProblem> {
        let root = fs::canonicalize(root).map_err(DiskError::on("read the folder", root))?;
        let real = resolve(folder).map_err(DiskError::on("find the output folder", folder))?;
        check_place(&root, folder, &real)?;
        leftovers::put_back(&real)?;
        check_content(folder, &real)?;
        let marker = read_marker(&real)?;
        let manifest = marker.as_deref().map(Manifest::parse).unwrap_or_default();
        Ok(Output { root, folder: real, marker, manifest })
    }

    /// What the last build wrote: empty if there was none, unknown if its list is damaged.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Whether every file that the last build wrote is there, and none was written to after it. A folder that was copied
    /// may seem to have been; then it is built again.
    pub fn is_untouched(&self) -> bool {
        let time = |file: &str| {
            let metadata = fs::symlink_metadata(self.folder.join(file)).ok()?;
            metadata.modified().ok().filter(|_| metadata.is_file())
        };
        let Some(built) = time(MARKER) else { return false };
        let files: Vec<&String> = self.manifest.files().keys().collect();
        files.par_iter().with_min_len(64).all(|file| time(file).is_some_and(|time| time <= built))
    }

    /// The folder: absolute, with all links resolved. It may not exist yet.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// The text of the marker, if there is one. One that is not UTF-8 is damaged, which the manifest finds out.
pub(super) fn read_marker(folder: &Path) -> Result<Option<String>, DiskError> {
    let path = folder.join(MARKER);
    match fs::read(&path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if is_missing(&error) => Ok(None),
        Err(error) => Err(DiskError::new("read", &path, error)),
    }
}

pub(super) fn is_missing(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::NotFound
}

/// The absolute path with all links resolved; parts at its end that do not exist yet are kept.
fn resolve(folder: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(folder)?;
    let mut missing = Vec::new();
    let mut existing = absolute.as_path();
    let mut real = loop {
        match fs::canonicalize(existing) {
            Ok(real) => break real,
            Err(error) if is_missing(&error) && !existing.is_symlink() => {}
            Err(error) => return Err(error),
        }
        let (Some(parent), Some(last)) = (existing.parent(), existing.components().next_back()) else {
            return Err(io::Error::from(io::ErrorKind::NotFound));
        };
        missing.push(last);
        existing = parent;
    };
    for part in missing.into_iter().rev() {
        match part {
            // What does not exist is no link, so its parent is what stands before it.
            Component::ParentDir => _ = real.pop(),
            part => real.push(part),
        }
    }
    Ok(real)
}

/// Refuses a folder for where it is.
fn check_place(root: &Path, named: &Path, real: &Path) -> Result<(), OutputProblem> {
    if real.parent().is_none() {
        return Err(refuse(named, "is the root of the file system"));
    }
    if let Some(home) = std::env::home_dir().and_then(|home| fs::canonicalize(home).ok())
        && home.starts_with(real)
    {
        return Err(refuse(named, if home == real { "is your home folder" } else { "holds your home folder" }));
    }
    if real == root {
        return Err(refuse(named, "is the site's own folder"));
    }
    if root.starts_with(real) {
        return Err(refuse(named, "holds the site's own folder"));
    }
    for name in ["content", "templates", "locales", "site.yaml"] {
        // A folder that does not exist yet counts by its name; one that is a link, by both of its places.
        let own = root.join(name);
        for source in [fs::canonicalize(&own).unwrap_or_else(|_| own.clone()), own] {
            if real.starts_with(&source) {
                return Err(refuse(named, &format!("lies in the sources (`{name}`)")));
            }
            if source.starts_with(real) {
                return Err(refuse(named, &format!("holds the sources (`{name}`)")));
            }
        }
    }
    Ok(())
}

/// Refuses a folder for what is in it.
fn check_content(named: &Path, real: &Path) -> Result<(), OutputProblem> {
    let metadata = match fs::symlink_metadata(real) {
        Ok(metadata) => metadata,
        Err(error) if is_missing(&error) => return Ok(()),
        Err(error) => return Err(DiskError::new("read the folder", real, error).into()),
    };
    if !metadata.is_dir() {
        return Err(refuse(named, "is a file"));
    }
    match fs::symlink_metadata(real.join(MARKER)) {
        Ok(marker) if marker.is_file() => return Ok(()),
        Ok(_) => return Err(refuse(named, "holds a `.songngu` that is not a file")),
        Err(error) if is_missing(&error) => {}
        Err(error) => return Err(DiskError::new("read", &real.join(MARKER), error).into()),
    }
    if is_empty(real)? { Ok(()) } else { Err(refuse(named, "holds files that songngu did not write")) }
}

/// Whether a folder holds nothing, or `.gitignore` only.
pub(super) fn is_empty(folder: &Path) -> Result<bool, DiskError> {
    let fail = || DiskError::on("read the folder", folder);
    for entry in fs::read_dir(folder).map_err(fail())? {
        if entry.map_err(fail())?.file_name() != IGNORE {
            return Ok(false);
        }
    }
    Ok(true)
}

fn refuse(folder: &Path, why: &str) -> OutputProblem {
    let message = format!("the output folder `{}` {why}", folder.display());
    let hint = "name a folder that is new, empty, or was built by songngu, for example `--output public`; \
                songngu replaces the whole folder";
    OutputProblem::Unsafe(Box::new(Diagnostic::new(Code::OutputUnsafe, message).hint(hint)))
}
