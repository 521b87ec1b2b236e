//! The sources of a site, read at one moment.
//!
//! Enters: a folder. Leaves: the site's root, and the [`Snapshot`] of its sources with the diagnostics of all
//! that could not be read. Never here: the meaning of a source.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::read::read;
use super::walk::{Walked, walk};
use super::{DiskError, journal};
use crate::base::Snapshot;
use crate::diag::{Diagnostic, sort};

/// The nearest folder, at or above `start`, that holds `site.yaml`. Absolute.
///
/// # Errors
///
/// If there is none.
pub fn find_root(start: &Path) -> Result<PathBuf, DiskError> {
    let start = fs::canonicalize(start).map_err(DiskError::on("read the folder", start))?;
    for folder in start.ancestors() {
        // A `site.yaml` that is no file, or a dead link, marks a root all the same: the snapshot says what is wrong.
        match fs::symlink_metadata(folder.join("site.yaml")) {
            Ok(_) => return Ok(folder.to_owned()),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
            Err(error) => return Err(DiskError::new("read", &folder.join("site.yaml"), error)),
        }
    }
    Err(DiskError::because("find a site in", &start, "neither it nor a folder above it holds `site.yaml`"))
}

/// Reads `site.yaml` and what is below `content/`, `templates/` and `locales/`, in parallel.
///
/// Text: `.md`, `.yaml`, `.yml`, `.ftl`, all below `locales/`, and below `templates/` whatever is text.
/// Everything else is an asset, of which only size and digest are taken. Hidden files (but for
/// `.well-known`) and what editors leave behind are passed over. A file with a diagnostic of its own
/// stays in the snapshot where something of it can be used. Diagnostics are sorted. A change of several files that was
/// cut short is carried on with first.
///
/// # Errors
///
/// If `root` cannot be read; what is wrong below it is a diagnostic.
pub fn snapshot(root: &Path) -> Result<(Snapshot, Vec<Diagnostic>), DiskError> {
    journal::recover(root)?;
    let Walked { found, mut diagnostics, linked: _ } = walk(root)?;
    let read: Vec<_> = found.par_iter().with_min_len(16).map(read).collect();
    let mut snapshot = Snapshot::default();
    for (found, (source, diagnostic)) in found.into_iter().zip(read) {
        diagnostics.extend(diagnostic);
        if let Some(source) = source {
            snapshot.sources.insert(found.source, source);
        }
    }
    sort(&mut diagnostics);
    Ok((snapshot, diagnostics))
}
