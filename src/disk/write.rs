//! One file that a command was told to write: the old one or the new one, never half of each.
//!
//! Enters: a path that somebody typed, bytes. Leaves: the file. Never here: a folder that is made on the way.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::DiskError;

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
