//! Values by the digest of all that they were made of.
//!
//! Enters: a digest and a way to make the value. Leaves: the value, made now or taken from an earlier run. Never
//! here: what a value means, a value that depends on more than its digest says, anything on disk.
//!
//! A memo is only ever a shortcut: a run with an empty one gives the same site, byte for byte. So what is looked up
//! is a digest of *everything* that the value depends on; there is nothing to invalidate, only things to forget.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::base::Digest;

/// How many stores share the values of one memo, so that threads seldom wait for each other.
const SHARDS: usize = 16;

/// Values of one kind by digest. Shared between threads; values are cheap to clone (an `Arc`).
///
/// What neither this run nor the one before it has asked for is forgotten at the end of a run, so memory is bounded by
/// two runs' values.
#[derive(Debug)]
pub struct Memo<V> {
    shards: [Mutex<Shard<V>>; SHARDS],
}

#[derive(Debug)]
struct Shard<V> {
    values: HashMap<Digest, Kept<V>>,
}

#[derive(Debug)]
struct Kept<V> {
    value: V,
    /// How many runs have ended since it was last asked for.
    unused: u8,
}

/// After how many runs a value that nobody asks for is forgotten: one more than the run before last, so that a change
/// that is taken back costs nothing.
const FORGOTTEN: u8 = 2;

impl<V> Default for Memo<V> {
    fn default() -> Memo<V> {
        Memo { shards: std::array::from_fn(|_| Mutex::new(Shard { values: HashMap::new() })) }
    }
}

impl<V: Clone> Memo<V> {
    /// The value of `key`, made by `make` unless it is known. `make` runs without a lock; two threads that ask for the
    /// same key at the same time may both make it, and get equal values.
    pub fn get(&self, key: Digest, make: impl FnOnce() -> V) -> V {
        if let Some(kept) = self.shard(key).values.get_mut(&key) {
            kept.unused = 0;
            return kept.value.clone();
        }
        let value = make();
        self.shard(key).values.insert(key, Kept { value: value.clone(), unused: 0 });
        value
    }

    /// Ends a run: forgets what has not been asked for of late.
    pub fn end_run(&self) {
        for shard in &self.shards {
            let mut shard = lock(shard);
            shard.values.retain(|_, kept| {
                kept.unused += 1;
                kept.unused <= FORGOTTEN
            });
        }
    }

    /// How many values are kept.
    pub fn len(&self) -> usize {
        self.shards.iter().map(|shard| lock(shard).values.len()).sum()
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn shard(&self, key: Digest) -> MutexGuard<'_, Shard<V>> {
        lock(&self.shards[usize::from(key.as_bytes()[0]) % SHARDS])
    }
}

/// A thread that panicked while it held a lock has left a map that is whole: no step of ours leaves it otherwise.
fn lock<V>(shard: &Mutex<Shard<V>>) -> MutexGuard<'_, Shard<V>> {
    shard.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Digest {
        Digest::of(text.as_bytes())
    }

    #[test]
    fn a_value_is_made_once() {
        let memo = Memo::default();
        assert_eq!(memo.get(key("a"), || 1), 1);
        assert_eq!(memo.get(key("a"), || unreachable!("it is known")), 1);
        assert_eq!(memo.get(key("b"), || 2), 2);
    }

    #[test]
    fn what_two_runs_have_not_asked_for_is_forgotten() {
        let memo = Memo::default();
        let run = |asked: &[&str]| {
            let mut made = Vec::new();
            for text in asked {
                memo.get(key(text), || made.push((*text).to_owned()));
            }
            memo.end_run();
            made.join(" ")
        };
        assert_eq!(run(&["a", "b"]), "a b");
        assert_eq!(run(&["a"]), "");
        assert_eq!(run(&["a", "b"]), "", "a change that is taken back costs nothing");
        assert_eq!(run(&["a"]), "");
        assert_eq!(run(&["a"]), "");
        assert_eq!(memo.len(), 1);
        assert_eq!(run(&["b"]), "b");
        assert_eq!(memo.len(), 2);
    }
}
