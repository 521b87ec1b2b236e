//! The bytes of one page, up to a limit: a loop in a template that goes on and on ends here, not with the memory.
//!
//! Enters: what a template writes. Leaves: the bytes, or the news that there were too many, or that nobody waits for
//! them any more. Never here: cutting a page.

use std::io::{self, Write};

use crate::base::Cancellation;

/// The longest page, in bytes: 64 MiB, several times as much as the largest text gives.
const LONGEST: usize = 64 * 1024 * 1024;

/// The bytes so far.
pub(super) struct Capped<'a> {
    bytes: Vec<u8>,
    is_full: bool,
    cancellation: &'a Cancellation,
}

impl<'a> Capped<'a> {
    pub(super) fn new(capacity: usize, cancellation: &'a Cancellation) -> Capped<'a> {
        Capped { bytes: Vec::with_capacity(capacity), is_full: false, cancellation }
    }

    /// Whether more came than is allowed.
    pub(super) fn is_full(&self) -> bool {
        self.is_full
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl Write for Capped<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.cancellation.is_cancelled() {
            return Err(io::Error::other("nobody waits for the page any more"));
        }
        if self.bytes.len() + bytes.len() > LONGEST {
            self.is_full = true;
            return Err(io::Error::other("the page is too long"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
