//! One build at a time into one folder.
//!
//! Enters: the path of a lock file. Leaves: [`Lock`], held until it is dropped. Never here: waiting.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::DiskError;

/// How often another build may take its lock file away while this one is looking at it.
const MOST_TRIES: usize = 100;

/// A lock that the system takes back when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Takes the lock; `None` if another process, or another value of this one, holds it.
    ///
    /// # Errors
    ///
    /// If the lock file cannot be made.
    pub(super) fn take(path: &Path) -> Result<Option<Lock>, DiskError> {
        for _ in 0..MOST_TRIES {
            let file = OpenOptions::new()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(path)
                .map_err(DiskError::on("write", path))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                // A file system without locks: one build at a time is then the user's care.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
                Err(TryLockError::Error(error)) => return Err(DiskError::new("lock", path, error)),
            }
            // The last holder may have removed the file between our opening and our locking it.
            if is_at(&file, path) {
                return Ok(Some(Lock { file, path: path.to_owned() }));
            }
        }
        Ok(None)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let Lock { file, path } = self;
        // Removed before it is unlocked, so that nobody else's lock file is removed.
        _ = fs::remove_file(path);
        _ = file.unlock();
    }
}

/// Whether the open file is still the one at `path`.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(open), Ok(there)) => identity(open) == identity(there),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.is_file()
}
