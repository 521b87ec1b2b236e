//! What a build does to the output folder: which files to write, to keep, to delete.
//!
//! Enters: the manifest of the last build, and the digest of every file of this one. Leaves: [`Plan`],
//! [`Action`], and the [`Manifest`] of this build. Never here: files, folders, the bytes themselves.

mod manifest;

use std::collections::BTreeMap;

use crate::base::Digest;

pub use manifest::{Manifest, Origin, is_safe};

/// What happens to one file of the new site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// It is new or has changed: its bytes are written.
    Write,
    /// The last build wrote the same bytes: they are kept, with the time of their writing.
    Keep,
}

/// What a build changes, file by file. Each list is sorted, without duplicates, and may be empty;
/// no file is in two of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// New or changed files.
    pub write: Vec<String>,
    /// Files whose bytes stay as they are.
    pub keep: Vec<String>,
    /// Files of the last build that this one no longer has.
    pub delete: Vec<String>,
}

/// Compares a build with the last one. `new` holds every file, relative to the output folder, and its digest.
pub fn plan(old: &Manifest, new: &BTreeMap<String, Digest>) -> Plan {
    let mut plan = Plan::default();
    for (file, digest) in new {
        match old.action(file, *digest) {
            Action::Write => plan.write.push(file.clone()),
            Action::Keep => plan.keep.push(file.clone()),
        }
    }
    plan.delete = old.files().keys().filter(|file| !new.contains_key(*file)).cloned().collect();
    plan
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> BTreeMap<String, Digest> {
        files.iter().map(|(file, text)| ((*file).to_owned(), Digest::of(text.as_bytes()))).collect()
    }

    #[test]
    fn a_plan_writes_what_changed_keeps_what_did_not_and_deletes_what_is_gone() {
        let old = Manifest::new("0.1.0", files(&[("a", "1"), ("b", "2"), ("c", "3")]));
        let plan = plan(&old, &files(&[("a", "1"), ("b", "two"), ("d", "4")]));
        assert_eq!(plan.write, ["b", "d"]);
        assert_eq!(plan.keep, ["a"]);
        assert_eq!(plan.delete, ["c"]);
    }

    #[test]
    fn nothing_is_kept_of_a_build_that_is_not_known() {
        let plan = plan(&Manifest::parse("{"), &files(&[("a", "1")]));
        assert_eq!((plan.write.len(), plan.keep.len(), plan.delete.len()), (1, 0, 0));
    }
}
