//! How far a rendering has come, for whoever watches it from another thread.
//!
//! Enters: what each thread is making. Leaves: counts, and positions in the list of files. Never here: the clock, names.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How far a rendering has come. Shared between threads.
#[derive(Debug)]
pub struct Progress {
    all: AtomicUsize,
    done: AtomicUsize,
    /// For each thread of the pool: one more than the position of the file that it is making; 0 for none.
    making: Vec<AtomicUsize>,
}

impl Default for Progress {
    fn default() -> Progress {
        let making = (0..rayon::current_num_threads()).map(|_| AtomicUsize::new(0)).collect();
        Progress { all: AtomicUsize::new(0), done: AtomicUsize::new(0), making }
    }
}

impl Progress {
    /// How many files have been made, of how many; of none as long as it has not begun.
    pub fn done(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.all.load(Ordering::Relaxed))
    }

    /// For each thread, the position of the file that it is making in the list of all files.
    pub fn making(&self) -> impl Iterator<Item = Option<usize>> {
        self.making.iter().map(|position| position.load(Ordering::Relaxed).checked_sub(1))
    }

    pub(super) fn begin(&self, all: usize) {
        self.all.store(all, Ordering::Relaxed);
    }

    /// Makes the file at a position.
    pub(super) fn of<T>(&self, position: usize, make: impl FnOnce() -> T) -> T {
        let thread = rayon::current_thread_index().and_then(|thread| self.making.get(thread));
        let note = |value| thread.iter().for_each(|making| making.store(value, Ordering::Relaxed));
        note(position + 1);
        let made = make();
        note(0);
        self.done.fetch_add(1, Ordering::Relaxed);
        made
    }
}
