//! New files that a command writes for an author to begin with. Nothing that exists is ever overwritten.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use super::DiskError;

/// What to do with a folder that already holds something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It must be missing or empty.
    Refuse,
    /// Its other files are left alone.
    Keep,
}

/// Writes files below `folder`, all or none: if one of them exists already, nothing is written.
///
/// # Errors
///
/// If the folder or a file is in the way, or something cannot be written; what was written until then is removed.
pub fn write_new(folder: &Path, files: &[(String, String)], existing: Existing) -> Result<(), DiskError> {
    let filled = || fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if existing == Existing::Refuse && (folder.is_file() || filled()) {
        return Err(DiskError::because("make a site in", folder, "it is not empty"));
    }
    if let Some((file, _)) = files.iter().find(|(file, _)| folder.join(file).exists()) {
        return Err(DiskError::because("write", &folder.join(file), "it exists already"));
    }
    for (at, (file, text)) in files.iter().enumerate() {
        if let Err(error) = write_one(&folder.join(file), text) {
            for (written, _) in &files[..at] {
                _ = fs::remove_file(folder.join(written));
            }
            return Err(error);
        }
    }
    Ok(())
}

fn write_one(path: &Path, text: &str) -> Result<(), DiskError> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(DiskError::on("create the folder", parent))?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(DiskError::on("write", path))?;
    file.write_all(text.as_bytes()).map_err(DiskError::on("write", path))
}
