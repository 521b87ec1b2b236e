//! The world's failure: what was to be done, to which file, and why it could not be.
//!
//! Enters: errors of the system. Leaves: [`DiskError`]. Never here: a user's mistake, which is a diagnostic.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// The file system did not do what was asked. Reads "cannot write `public/index.html`: no space left on device".
#[derive(Debug)]
pub struct DiskError {
    /// What was to be done, after "cannot": `write`.
    pub action: &'static str,
    /// The file or folder that it was to be done to.
    pub path: PathBuf,
    /// The system's reason.
    pub source: io::Error,
}

impl DiskError {
    /// A failure of `action` on `path`.
    pub fn new(action: &'static str, path: &Path, source: io::Error) -> DiskError {
        DiskError { action, path: path.to_owned(), source }
    }

    /// A failure for a reason of our own.
    pub(super) fn because(action: &'static str, path: &Path, reason: &str) -> DiskError {
        DiskError::new(action, path, io::Error::other(reason.to_owned()))
    }

    /// For `map_err`: turns the system's error into a failure of `action` on `path`.
    pub(super) fn on(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> DiskError {
        let path = path.to_owned();
        move |source| DiskError { action, path, source }
    }
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let DiskError { action, path, source } = self;
        write!(f, "cannot {action} `{}`: {}", path.display(), reason(source))
    }
}

impl std::error::Error for DiskError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// The system's reason as a part of a sentence: "permission denied", without its number.
pub(super) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut characters = text.chars();
    match characters.next() {
        // `I/O error` keeps its capital.
        Some(first) if !text.starts_with("I/") => first.to_lowercase().chain(characters).collect(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_reads_as_a_sentence() {
        let error = DiskError::new("read", Path::new("content/a.vi.md"), io::Error::from_raw_os_error(13));
        assert_eq!(error.to_string(), "cannot read `content/a.vi.md`: permission denied");
        let error = DiskError::because("lock", Path::new("public"), "another build is writing into it");
        assert_eq!(error.to_string(), "cannot lock `public`: another build is writing into it");
    }
}
