//! Files that a command was told to write: each the old one or the new one, never half of each.
//!
//! Enters: paths and bytes. Leaves: the files. Never here: the output folder.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::DiskError;
use crate::base::SourcePath;

/// Writes a file, in place of what it holds.
///
/// The bytes go into a new file beside it, which then takes its name; so a failure or a full disk leaves the old file
/// as it was. A symbolic link stays, and the file it leads to is replaced, if there is one. What is neither missing nor a plain file
/// (`/dev/stdout`, a pipe) is written to as it is.
///
/// # Errors
///
/// If the folder is missing, a folder has that name, or the file cannot be written.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let failed = || DiskError::on("write", path);
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        Err(error) if error.kind() == ErrorKind::NotFound => path.to_owned(),
        Err(error) => return Err(failed()(error)),
    };
    let old = fs::metadata(&target).ok();
    match &old {
        Some(old) if old.is_dir() => Err(DiskError::because("write", path, "it is a folder: name a file")),
        Some(old) if !old.is_file() => {
            let mut file = OpenOptions::new().write(true).open(&target).map_err(failed())?;
            file.write_all(bytes).map_err(failed())
        }
        _ => replace(&target, bytes, old.map(|old| old.permissions())).map_err(failed()),
    }
}

/// Writes several files below `root`, each in place of what it holds; folders are made on the way.
///
/// All bytes are on the disk, in files beside their targets, before the first of them takes its name. So a failure or
/// a full disk leaves all old files as they were; a power cut while the names change leaves each file old or new, whole.
///
/// # Errors
///
/// If a folder cannot be made or a file cannot be written.
pub fn replace_files(root: &Path, files: &[(SourcePath, Vec<u8>)]) -> Result<(), DiskError> {
    let mut staged: Vec<(PathBuf, PathBuf)> = Vec::new();
    let written = files.iter().try_for_each(|(path, bytes)| {
        let target = root.join(path.as_str());
        staged.push((stage(&target, bytes)?, target));
        Ok(())
    });
    let renamed = written.and_then(|()| {
        staged.iter().try_for_each(|(temporary, target)| {
            fs::rename(temporary, target).map_err(DiskError::on("write", target))?;
            // The new name is on the disk, too.
            target.parent().map_or(Ok(()), |folder| sync_folder(folder).map_err(DiskError::on("write", folder)))
        })
    });
    if renamed.is_err() {
        for (temporary, _) in &staged {
            _ = fs::remove_file(temporary);
        }
    }
    renamed
}

/// The bytes on the disk, in a new file beside the target.
fn stage(target: &Path, bytes: &[u8]) -> Result<PathBuf, DiskError> {
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder).map_err(DiskError::on("create the folder", folder))?;
    }
    let failed = DiskError::on("write", target);
    let old = fs::metadata(target).ok().map(|old| old.permissions());
    let (temporary, mut file) = match beside(target) {
        Ok(made) => made,
        Err(error) => return Err(failed(error)),
    };
    let written = file
        .write_all(bytes)
        .and_then(|()| old.map_or(Ok(()), |permissions| file.set_permissions(permissions)))
        .and_then(|()| file.sync_all());
    match written {
        Ok(()) => Ok(temporary),
        Err(error) => {
            _ = fs::remove_file(&temporary);
            Err(failed(error))
        }
    }
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

fn replace(target: &Path, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<()> {
    let (temporary, mut file) = beside(target)?;
    let written = file
        .write_all(bytes)
        .and_then(|()| permissions.map_or(Ok(()), |permissions| file.set_permissions(permissions)))
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(&temporary, target));
    if written.is_err() {
        _ = fs::remove_file(&temporary);
    }
    written
}

/// How many names are tried: each stands for a run that was killed, or is at work now.
const NAMES: usize = 100;

/// A new file beside another: `.terms.csv.songngu-0`.
fn beside(target: &Path) -> io::Result<(PathBuf, File)> {
    let no_name = || io::Error::new(ErrorKind::InvalidInput, "it has no name");
    let name = target.file_name().ok_or_else(no_name)?;
    let mut last = None;
    for number in 0..NAMES {
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".songngu-{number}"));
        let path = target.with_file_name(hidden);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => last = Some(error),
            Err(error) => return Err(error),
        }
    }
    Err(last.unwrap_or_else(no_name))
}
