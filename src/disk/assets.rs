//! Assets: sources that are copied, not read into a page.
//!
//! Enters: source paths. Leaves: bytes, or a copy. Never here: a file outside the site's root.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::DiskError;
use super::read;
use crate::base::SourcePath;
use crate::text::nfc;

/// The bytes of a source file, as they are on disk.
///
/// # Errors
///
/// If there is no such file in the site's folder, or it cannot be read.
pub fn read_asset(root: &Path, path: &SourcePath) -> Result<Vec<u8>, DiskError> {
    let (file, mut handle) = open(root, path)?;
    let mut bytes = Vec::new();
    handle.read_to_end(&mut bytes).map_err(DiskError::on("read", &file))?;
    Ok(bytes)
}

/// Copies a source file to `to`, which must not exist yet; its folder has to.
///
/// The copy has the permissions of a new file, whatever the source's are: it is going to be published.
///
/// # Errors
///
/// If the file cannot be read or written, or `to` exists.
pub fn copy_asset(root: &Path, path: &SourcePath, to: &Path) -> Result<(), DiskError> {
    let (file, mut from) = open(root, path)?;
    let mut to_handle = OpenOptions::new().write(true).create_new(true).open(to).map_err(DiskError::on("write", to))?;
    io::copy(&mut from, &mut to_handle).map_err(DiskError::on("copy", &file))?;
    Ok(())
}

/// Opens a source file: a regular one, in the site's folder after all links are resolved.
pub(super) fn open(root: &Path, path: &SourcePath) -> Result<(PathBuf, File), DiskError> {
    let file = locate(root, path.as_str()).map_err(DiskError::on("read", &root.join(path.as_str())))?;
    let fail = |reason: &str| DiskError::because("read", &file, reason);
    let real_root = fs::canonicalize(root).map_err(DiskError::on("read the folder", root))?;
    let real = fs::canonicalize(&file).map_err(DiskError::on("read", &file))?;
    if !real.starts_with(&real_root) {
        return Err(fail("it lies outside the site's folder"));
    }
    let handle = read::open(&real).map_err(DiskError::on("read", &file))?;
    let metadata = handle.metadata().map_err(DiskError::on("read", &file))?;
    if !metadata.is_file() {
        return Err(fail("it is not a file"));
    }
    Ok((file, handle))
}

/// The file on disk that has this source path: by its name, else by a name that is the same in NFC.
pub(super) fn locate(root: &Path, path: &str) -> io::Result<PathBuf> {
    let direct = root.join(path);
    if direct.symlink_metadata().is_ok() {
        return Ok(direct);
    }
    path.split('/').try_fold(root.to_owned(), |folder, part| {
        for entry in fs::read_dir(&folder)? {
            let name = entry?.file_name();
            if name.to_str().is_some_and(|name| nfc(name) == part) {
                return Ok(folder.join(name));
            }
        }
        Err(io::Error::from(io::ErrorKind::NotFound))
    })
}
