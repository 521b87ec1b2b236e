//! The bytes of a page, up to a limit: a template whose loops do not end would otherwise fill the memory.
//!
//! Enters: what a template writes. Leaves: the page, or the knowledge that it is too large. Never here: files.

use std::io::{self, Write};

use crate::base::SourcePath;
use crate::diag::{Code, Diagnostic};

/// The largest page, in bytes: 64 MiB, more than any browser shows with ease.
const LARGEST: usize = 64 * 1024 * 1024;

/// A page that is being written.
pub(super) struct Capped {
    pub(super) bytes: Vec<u8>,
    /// Whether it would have grown beyond the limit.
    pub(super) is_full: bool,
}

impl Capped {
    pub(super) fn new(capacity: usize) -> Capped {
        Capped { bytes: Vec::with_capacity(capacity), is_full: false }
    }

    /// What to say of a page that is too large.
    pub(super) fn problem(template: &str) -> Diagnostic {
        let message = format!("a page by this template grows beyond {} MiB", LARGEST / 1024 / 1024);
        let path = SourcePath::new(format!("templates/{template}"));
        Diagnostic::new(Code::TemplateFailed, message).in_file(&path).hint("look for a loop that hardly ends")
    }
}

impl Write for Capped {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > LARGEST {
            self.is_full = true;
            return Err(io::Error::other("the page is too large"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
