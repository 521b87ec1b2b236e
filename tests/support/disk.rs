//! A disk that is soon full.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A file system in memory of 256 KiB; gone when it is dropped.
pub struct SmallDisk(pub PathBuf);

impl SmallDisk {
    /// Mounted at a new folder; `None` where this user or system has none to give.
    pub fn at(folder: &Path) -> Option<SmallDisk> {
        fs::create_dir_all(folder).expect("a folder can be made");
        let mount =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=256k", "tmpfs"]).arg(folder).output().ok()?;
        mount.status.success().then(|| SmallDisk(folder.to_owned()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        _ = Command::new("umount").arg(&self.0).status();
    }
}
