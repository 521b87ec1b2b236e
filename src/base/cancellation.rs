//! The wish that work which may go on and on ends.

use std::sync::atomic::{AtomicBool, Ordering};

/// Lets one thread tell another that nobody waits for its work any more. Whoever works asks now and then; once wished,
/// it stays so.
#[derive(Debug, Default)]
pub struct Cancellation(AtomicBool);

impl Cancellation {
    /// Wishes the end.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the end is wished.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
