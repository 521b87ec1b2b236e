//! Whole folders: their files, their removal. On all threads, as a site has as many folders as pages.
//!
//! Enters: a folder. Leaves: the files in it, or nothing of it. Never here: what a link leads to.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::DiskError;
use super::output::is_missing;

/// What lies directly in a folder, in no order.
struct Listing {
    folders: Vec<PathBuf>,
    /// Files, links and whatever else is no folder.
    files: Vec<PathBuf>,
}

fn list(folder: &Path) -> io::Result<Listing> {
    let mut listing = Listing { folders: Vec::new(), files: Vec::new() };
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let is_folder = entry.file_type()?.is_dir();
        if is_folder { &mut listing.folders } else { &mut listing.files }.push(entry.path());
    }
    Ok(listing)
}

/// The files below a folder, relative to it, divided by `/`, sorted; none if there is no such folder.
///
/// # Errors
///
/// If a folder cannot be read, or a name is not valid UTF-8.
pub(super) fn files(folder: &Path) -> Result<Vec<String>, DiskError> {
    let mut found = below(folder)?
        .into_par_iter()
        .map(|path| {
            let relative = path.strip_prefix(folder).unwrap_or(&path);
            let text = relative.to_str().map(|text| text.replace(std::path::MAIN_SEPARATOR, "/"));
            text.ok_or_else(|| DiskError::because("take over", &path, "its name is not valid UTF-8; move it elsewhere"))
        })
        .collect::<Result<Vec<_>, _>>()?;
    found.par_sort();
    Ok(found)
}

fn below(folder: &Path) -> Result<Vec<PathBuf>, DiskError> {
    let Listing { folders, mut files } = match list(folder) {
        Err(error) if is_missing(&error) => return Ok(Vec::new()),
        listing => listing.map_err(DiskError::on("read the folder", folder))?,
    };
    let deeper = folders.par_iter().map(|folder| below(folder)).collect::<Result<Vec<_>, _>>()?;
    files.extend(deeper.into_iter().flatten());
    Ok(files)
}

/// Removes a folder and all that is in it; those files directly in it for which `is_last` holds go last.
pub(super) fn remove(folder: &Path, is_last: &(dyn Fn(&Path) -> bool + Sync)) -> io::Result<()> {
    let Listing { folders, files } = list(folder)?;
    folders.par_iter().try_for_each(|folder| remove(folder, &|_| false))?;
    let (last, first): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| is_last(file));
    first.iter().chain(&last).try_for_each(fs::remove_file)?;
    fs::remove_dir(folder)
}
