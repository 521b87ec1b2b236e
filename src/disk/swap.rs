//! The moment in which the new site takes the place of the old one.
//!
//! Enters: two complete folders. Leaves: the new one at the output's name. Never here: a moment, where the system
//! can help it, in which there is neither.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use super::leftovers::{Sibling, remove_tree};
use super::output::{MARKER, is_missing};
use super::staging::{copy_with_time, make_parent};
use super::{DiskError, tree};
use crate::plan::Manifest;

/// How the new site took its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swap {
    /// Nothing had changed: nothing was touched.
    Unchanged,
    /// There was no folder: the new one was given its name.
    Renamed,
    /// The two folders were exchanged in one step.
    Exchanged,
    /// The old folder was moved aside, then the new one given its name.
    MovedAside,
    /// The folder cannot be renamed: changed files were moved into it one by one.
    InPlace,
}

/// What a commit did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// How the new site took its place.
    pub swap: Swap,
    /// Files in the output folder that no build of songngu wrote and that were carried over (`.gitignore`);
    /// sorted, may be empty.
    pub carried: Vec<String>,
}

impl Committed {
    pub(super) fn unchanged() -> Committed {
        Committed { swap: Swap::Unchanged, carried: Vec::new() }
    }
}

/// The ways to replace a folder that exists, best first.
pub(super) const WAYS: [Swap; 3] = [Swap::Exchanged, Swap::MovedAside, Swap::InPlace];

/// The ending of a file that is being written into the output folder itself.
const UNFINISHED: &str = ".songngu-new";

/// All that a swap needs to know.
pub(super) struct Site<'a> {
    /// The new site, complete.
    pub staging: &'a Path,
    /// Where it belongs.
    pub output: &'a Path,
    /// Files of the new site that the old one lacks or has otherwise; sorted.
    pub written: Vec<String>,
    /// Files of the old site that the new one lacks; sorted.
    pub deleted: Vec<String>,
    /// The new manifest.
    pub marker: &'a str,
}

/// The files in the old site, sorted.
#[derive(Default)]
pub(super) struct Survey {
    /// What builds of songngu wrote.
    pub ours: Vec<String>,
    /// What they did not write.
    pub foreign: Vec<String>,
}

/// Looks at the old site. If its manifest is unknown, all of it counts as ours, but for git's files at its top.
pub(super) fn survey(output: &Path, manifest: &Manifest) -> Result<Survey, DiskError> {
    let mut survey = Survey::default();
    for file in tree::files(output)? {
        if file == MARKER {
            continue;
        }
        let is_foreign = match manifest.is_known() {
            true => !manifest.files().contains_key(&file) && !file.ends_with(UNFINISHED),
            false => file.starts_with(".git"),
        };
        if is_foreign { survey.foreign.push(file) } else { survey.ours.push(file) }
    }
    Ok(survey)
}

/// Puts the new site at its place, by the first of `ways` that works. The old one is then at the staging folder's
/// name, or removed.
pub(super) fn swap(site: &Site<'_>, ways: &[Swap]) -> Result<Swap, DiskError> {
    let Site { staging, output, .. } = *site;
    let fail = || DiskError::on("replace", output);
    match fs::symlink_metadata(output) {
        Err(error) if is_missing(&error) => {
            return fs::rename(staging, output).map(|()| Swap::Renamed).map_err(fail());
        }
        metadata => {
            let permissions = metadata.map_err(fail())?.permissions();
            fs::set_permissions(staging, permissions).map_err(fail())?;
        }
    }
    for way in ways {
        let done = match way {
            Swap::Exchanged => exchange(staging, output).is_ok(),
            Swap::MovedAside => move_aside(staging, output)?,
            Swap::InPlace => in_place(site).map(|()| true)?,
            Swap::Unchanged | Swap::Renamed => false,
        };
        if done {
            return Ok(*way);
        }
    }
    Err(DiskError::because("replace", output, "the folder cannot be renamed"))
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(staging: &Path, output: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, staging, CWD, output, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::Error::from(io::ErrorKind::Unsupported))
}

/// Two renames; `false` if the old folder cannot be renamed. If the new one cannot, the old one is put back.
fn move_aside(staging: &Path, output: &Path) -> Result<bool, DiskError> {
    let old = Sibling::Old.path(output);
    if fs::rename(output, &old).is_err() {
        return Ok(false);
    }
    if let Err(error) = fs::rename(staging, output) {
        fs::rename(&old, output).map_err(DiskError::on("put back", &old))?;
        return Err(DiskError::new("replace", output, error));
    }
    // What cannot be removed now, the next build removes.
    _ = remove_tree(&old);
    Ok(true)
}

/// Moves changed files into the folder, deletes old ones, and writes the manifest last. Until then the manifest says
/// that nothing is known of the folder.
fn in_place(site: &Site<'_>) -> Result<(), DiskError> {
    let Site { staging, output, written, deleted, marker } = site;
    replace_marker(output, &Manifest::unknown().to_json())?;
    let (blocking, old): (Vec<&String>, Vec<&String>) = deleted.iter().partition(|file| blocks(file, written));
    for file in blocking {
        delete(output, file)?;
    }
    for file in written {
        replace_file(&staging.join(file), &output.join(file))?;
    }
    for file in old {
        delete(output, file)?;
    }
    replace_marker(output, marker)
}

/// Whether an old file's name is that of a folder of the new site, or the other way round.
fn blocks(file: &str, written: &[String]) -> bool {
    let below = format!("{file}/");
    let next = written.partition_point(|other| *other < below);
    let is_folder = written.get(next).is_some_and(|other| other.starts_with(&below));
    let folders: BTreeSet<&str> = file.match_indices('/').map(|(at, _)| &file[..at]).collect();
    is_folder || folders.iter().any(|folder| written.binary_search_by(|other| other.as_str().cmp(folder)).is_ok())
}

/// Deletes a file, and the folders that are empty without it.
fn delete(output: &Path, file: &str) -> Result<(), DiskError> {
    let path = output.join(file);
    fs::remove_file(&path).map_err(DiskError::on("delete", &path))?;
    let above = path.ancestors().skip(1).take_while(|folder| *folder != output);
    for folder in above {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}

fn replace_marker(output: &Path, json: &str) -> Result<(), DiskError> {
    let (path, new) = (output.join(MARKER), output.join(UNFINISHED));
    fs::write(&new, json).map_err(DiskError::on("write", &new))?;
    fs::rename(&new, &path).map_err(DiskError::on("write", &path))
}

/// Puts one file in the place of another in one step, also across file systems.
fn replace_file(from: &Path, to: &Path) -> Result<(), DiskError> {
    make_parent(to)?;
    match fs::rename(from, to) {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            let mut name = to.file_name().unwrap_or_default().to_owned();
            name.push(UNFINISHED);
            let new = to.with_file_name(name);
            copy_with_time(from, &new).map_err(DiskError::on("write", &new))?;
            fs::rename(&new, to).map_err(DiskError::on("write", to))
        }
        renamed => renamed.map_err(DiskError::on("write", to)),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use walkdir::WalkDir;

    use super::*;
    use crate::base::Digest;
    use crate::disk::Output;

    /// Builds `files` into `root/public` by the given ways, and shows what is there then.
    fn build(root: &Path, files: &[(&str, &str)], ways: &[Swap]) -> String {
        let output = Output::open(root, &root.join("public")).expect("the folder is safe");
        let staging = output.stage().expect("a staging folder can be made");
        let mut manifest = BTreeMap::new();
        for (file, text) in files {
            let digest = Digest::of(text.as_bytes());
            staging.put(file, text.as_bytes(), output.manifest().action(file, digest)).expect("a file can be put");
            manifest.insert((*file).to_owned(), digest);
        }
        let manifest = Manifest::new("0.1.0", manifest);
        let committed = staging.commit_by(&manifest, ways).expect("the site can be replaced");
        let marker = fs::read_to_string(root.join("public/.songngu")).expect("there is a marker");
        assert_eq!(Manifest::parse(&marker), manifest);
        show(root, committed.swap)
    }

    fn show(root: &Path, swap: Swap) -> String {
        let mut lines = vec![format!("{swap:?}")];
        for entry in WalkDir::new(root).min_depth(1).sort_by_file_name() {
            let entry = entry.expect("it can be read");
            let name = entry.path().strip_prefix(root).expect("it is below").display().to_string();
            let text = || fs::read_to_string(entry.path()).expect("it is text");
            match entry.file_type().is_dir() {
                true => lines.push(format!("{name}/")),
                false if entry.file_name() == MARKER => {}
                false => lines.push(format!("{name} = {}", text())),
            }
        }
        lines.join("\n")
    }

    #[test]
    fn every_way_leads_to_the_same_site() {
        for way in WAYS {
            let folder = tempfile::tempdir().expect("a temporary folder can be made");
            let root = folder.path();
            build(
                root,
                &[("kept", "1"), ("changed", "2"), ("gone/a/b", "3"), ("file", "4"), ("folder/x", "5")],
                &[way],
            );
            fs::write(root.join("public/.gitignore"), "*").expect("it is ours");
            let files = [("kept", "1"), ("changed", "two"), ("file/y", "6"), ("folder", "7"), ("new/z", "8")];
            assert_eq!(
                build(root, &files, &[way]),
                format!(
                    "{way:?}\npublic/\npublic/.gitignore = *\npublic/changed = two\npublic/file/\npublic/file/y = 6\n\
                     public/folder = 7\npublic/kept = 1\npublic/new/\npublic/new/z = 8"
                )
            );
        }
    }

    #[test]
    fn where_no_way_works_the_old_site_stays() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let root = folder.path();
        let old = build(root, &[("a", "1")], &WAYS);
        let output = Output::open(root, &root.join("public")).expect("the folder is safe");
        let staging = output.stage().expect("a staging folder can be made");
        staging.put("a", b"2", crate::plan::Action::Write).expect("a file can be put");
        let manifest = Manifest::new("0.1.0", [("a".to_owned(), Digest::of(b"2"))].into());
        staging.commit_by(&manifest, &[]).expect_err("there is no way");
        assert_eq!(show(root, Swap::Renamed), old);
    }

    #[test]
    fn a_folder_that_was_changed_in_part_is_known_to_be_unknown() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let root = folder.path();
        build(root, &[("a", "1"), ("b", "2")], &WAYS);
        let (staging, output) = (root.join("staging"), root.join("public"));
        fs::create_dir(&staging).expect("a folder can be made");
        // `b` is not in the staging folder, as if the process had been killed before it.
        fs::write(staging.join("a"), "one").expect("a file can be written");
        let written = vec!["a".to_owned(), "b".to_owned()];
        let site = Site { staging: &staging, output: &output, written, deleted: Vec::new(), marker: "" };
        in_place(&site).expect_err("a file is missing");
        let opened = Output::open(root, &output).expect("the folder is still ours");
        assert!(!opened.manifest().is_known());
        assert_eq!(build(root, &[("b", "2")], &WAYS), "Exchanged\npublic/\npublic/b = 2\nstaging/");
    }
}
