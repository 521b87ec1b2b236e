//! Several sources that change together: all of them, or none, whenever the power fails.
//!
//! Enters: paths below a site's folder, bytes. Leaves: the files. Never here: the output folder, a file that was changed
//! since it was read.
//!
//! All new files are on the disk, in a hidden folder, before a list of them is; with the list the change is decided.
//! After that each takes its name. Whoever finds a list, because that was cut short, carries on from there.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::assets::locate;
use super::lock::Lock;
use super::output::is_missing;
use super::{DiskError, write};
use crate::base::SourcePath;

/// The hidden folder, in the site's.
const FOLDER: &str = ".songngu-changes";
/// The list of files in it: the first line, then their paths, one on a line; each new file has the number of its line.
const LIST: &str = "list";
/// The first line of a list.
const FIRST: &str = "songngu changes 1";
/// What keeps two from writing at once.
const LOCK: &str = ".songngu-changes-lock";

/// Writes files below `root`, each in place of what it holds: all of them, or, if one cannot be written, none. Folders
/// are made on the way. Symbolic links stay, and permissions.
///
/// # Errors
///
/// If something cannot be written, or another songngu is at it.
pub fn replace_files(root: &Path, files: &[(SourcePath, Vec<u8>)]) -> Result<(), DiskError> {
    if files.is_empty() {
        return Ok(());
    }
    let Some(_lock) = Lock::take(&root.join(LOCK))? else {
        return Err(DiskError::because("write into", root, "another songngu is changing files in this folder"));
    };
    finish(root)?;
    let folder = root.join(FOLDER);
    let staged = stage(root, &folder, files);
    if let Err(error) = staged {
        _ = clear(&folder);
        return Err(error);
    }
    finish(root)
}

/// Carries on with a change that was cut short.
///
/// # Errors
///
/// If a file cannot be given its name.
pub(super) fn recover(root: &Path) -> Result<(), DiskError> {
    if fs::symlink_metadata(root.join(FOLDER).join(LIST)).is_err() {
        return Ok(());
    }
    // Whoever holds the lock is at it.
    let Some(_lock) = Lock::take(&root.join(LOCK))? else { return Ok(()) };
    finish(root)
}

/// Puts all new files and their list on the disk.
fn stage(root: &Path, folder: &Path, files: &[(SourcePath, Vec<u8>)]) -> Result<(), DiskError> {
    fs::create_dir_all(folder).map_err(DiskError::on("create the folder", folder))?;
    let mut list = format!("{FIRST}\n");
    if let Some((path, _)) = files.iter().find(|(path, _)| path.as_str().contains('\n')) {
        return Err(DiskError::because("write", &root.join(path.as_str()), "there is a line end in its name"));
    }
    for (at, (path, bytes)) in files.iter().enumerate() {
        let target = target(root, path.as_str());
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(DiskError::on("create the folder", parent))?;
        }
        let failed = || DiskError::on("write", &target);
        let old = match fs::metadata(&target) {
            Ok(old) if !old.is_file() => return Err(DiskError::because("write", &target, "it is not a file")),
            Ok(old) => Some(old.permissions()),
            Err(_) => None,
        };
        // Where nothing may be written, that is found out now.
        if old.is_some() {
            OpenOptions::new().write(true).open(&target).map_err(failed())?;
        }
        let mut file = File::create(folder.join(at.to_string())).map_err(failed())?;
        let written = file
            .write_all(bytes)
            .and_then(|()| old.map_or(Ok(()), |old| file.set_permissions(old)))
            .and_then(|()| file.sync_all());
        written.map_err(failed())?;
        list.push_str(&format!("{path}\n"));
    }
    let fail = || DiskError::on("write", folder);
    let unfinished = folder.join("list.new");
    let mut file = File::create(&unfinished).map_err(fail())?;
    file.write_all(list.as_bytes()).and_then(|()| file.sync_all()).map_err(fail())?;
    sync(folder).map_err(fail())?;
    fs::rename(&unfinished, folder.join(LIST)).and_then(|()| sync(folder)).and_then(|()| sync(root)).map_err(fail())
}

/// Gives the files of a list their names, and removes the folder. Without a list only the folder goes.
fn finish(root: &Path) -> Result<(), DiskError> {
    let folder = root.join(FOLDER);
    let list = match fs::read_to_string(folder.join(LIST)) {
        Ok(list) => list,
        Err(error) if is_missing(&error) => return clear(&folder),
        Err(error) => return Err(DiskError::new("read", &folder.join(LIST), error)),
    };
    let mut lines = list.lines();
    if lines.next() != Some(FIRST) {
        let list = folder.join(LIST);
        return Err(DiskError::because("read", &list, "another version of songngu was at it: run that one again"));
    }
    for (at, path) in lines.enumerate() {
        // The folder is ours, but whoever can write into it must not reach out of the site.
        if path.starts_with('/') || path.split('/').any(|part| matches!(part, "" | "." | "..")) {
            return Err(DiskError::because("write", &root.join(path), "it lies outside the site's folder"));
        }
        let (new, target) = (folder.join(at.to_string()), target(root, path));
        match fs::rename(&new, &target) {
            // It has its name already.
            Err(error) if is_missing(&error) => {}
            Err(error) if error.kind() == ErrorKind::CrossesDevices => {
                let bytes = fs::read(&new).map_err(DiskError::on("read", &new))?;
                write::write_file(&target, &bytes)?;
            }
            renamed => renamed.map_err(DiskError::on("write", &target))?,
        }
        if let Some(parent) = target.parent() {
            sync(parent).map_err(DiskError::on("write", parent))?;
        }
    }
    clear(&folder)
}

/// The file that a source path names: what a link leads to, or a name that is the same in NFC.
fn target(root: &Path, path: &str) -> PathBuf {
    let file = locate(root, path).unwrap_or_else(|_| root.join(path));
    fs::canonicalize(&file).unwrap_or(file)
}

/// Removes the hidden folder, its list first.
fn clear(folder: &Path) -> Result<(), DiskError> {
    let fail = || DiskError::on("remove", folder);
    let entries = match fs::read_dir(folder) {
        Err(error) if is_missing(&error) => return Ok(()),
        entries => entries.map_err(fail())?,
    };
    match fs::remove_file(folder.join(LIST)) {
        Err(error) if !is_missing(&error) => return Err(fail()(error)),
        _ => sync(folder).map_err(fail())?,
    }
    for entry in entries {
        let path = entry.map_err(fail())?.path();
        match fs::remove_file(&path) {
            Err(error) if !is_missing(&error) => return Err(fail()(error)),
            _ => {}
        }
    }
    fs::remove_dir(folder).map_err(fail())
}

/// Puts the names in a folder on the disk.
#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}
