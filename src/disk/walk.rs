//! Finds the source files of a site.
//!
//! Enters: the site's root. Leaves: the files, sorted by source path, and the diagnostics of what lies
//! among them and is no source. Never here: opening a file.

use std::fs::{self, FileType};
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::DiskError;
use super::error::reason;
use super::names::{self, Kind};
use crate::base::SourcePath;
use crate::diag::{Code, Diagnostic};
use crate::text::nfc;

/// Where sources lie, below the root.
pub(super) const SOURCES: [&str; 4] = ["content", "locales", "site.yaml", "templates"];

/// More files and folders than any site has: only links that cross each other again and again lead here.
const MOST_ENTRIES: usize = 20_000_000;

/// A source file that was found.
pub(super) struct Found {
    /// Its path as songngu knows it: NFC.
    pub source: SourcePath,
    /// Its path on disk.
    pub file: PathBuf,
    /// How it is read.
    pub kind: Kind,
}

/// What a walk found.
pub(super) struct Walked {
    /// Sorted by source path, without duplicates.
    pub found: Vec<Found>,
    /// Of what lies among them and is no source.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether one of the files, or a folder above one, is a symbolic link.
    pub linked: bool,
}

/// What a walk has met so far.
struct Walk<'a> {
    /// As it was given.
    root: &'a Path,
    /// With all links resolved.
    real_root: PathBuf,
    found: Vec<Found>,
    diagnostics: Vec<Diagnostic>,
    entries: usize,
    linked: bool,
}

/// Finds all source files below `root`: `site.yaml`, `content/`, `templates/`, `locales/`.
///
/// # Errors
///
/// If the root itself cannot be read, or there is no end to what lies below it.
pub(super) fn walk(root: &Path) -> Result<Walked, DiskError> {
    let real_root = fs::canonicalize(root).map_err(DiskError::on("read the folder", root))?;
    let mut walk = Walk { root, real_root, found: Vec::new(), diagnostics: Vec::new(), entries: 0, linked: false };
    for name in SOURCES {
        let path = root.join(name);
        match fs::symlink_metadata(&path) {
            Ok(_) => walk.below(&path)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(DiskError::new("read", &path, error)),
        }
    }
    let Walk { mut found, mut diagnostics, linked, .. } = walk;
    found.sort_by(|a, b| (&a.source, &a.file).cmp(&(&b.source, &b.file)));
    drop_clashes(&mut found, &mut diagnostics, root);
    Ok(Walked { found, diagnostics, linked })
}

impl Walk<'_> {
    fn below(&mut self, top: &Path) -> Result<(), DiskError> {
        let mut entries =
            WalkDir::new(top).follow_links(true).into_iter().filter_entry(|entry| !is_skipped(entry.path()));
        while let Some(entry) = entries.next() {
            self.entries += 1;
            if self.entries > MOST_ENTRIES {
                return Err(DiskError::because("read", top, "there is no end to the files below it"));
            }
            match entry {
                Err(error) => self.failed(&error),
                Ok(entry) => {
                    let is_folder = entry.file_type().is_dir();
                    if self.meet(&entry).is_none() && is_folder {
                        entries.skip_current_dir();
                    }
                }
            }
        }
        Ok(())
    }

    /// Takes a file in, or looks at a folder; `None` if the walk should not go on below it.
    fn meet(&mut self, entry: &DirEntry) -> Option<()> {
        let source = self.source_path(entry.path())?;
        if entry.path_is_symlink() {
            self.linked = true;
            self.check_link(entry.path(), &source)?;
        }
        let kind = names::kind(source.as_str());
        let file_type = entry.file_type();
        if let Some(what) = misplaced(entry, &source) {
            self.diagnostics.push(unreadable(&source, &what).hint("remove it, or give it another name"));
            return None;
        }
        if file_type.is_file() {
            self.found.push(Found { source, file: entry.path().to_owned(), kind });
        }
        Some(())
    }

    /// The source path of a file on disk.
    fn source_path(&mut self, path: &Path) -> Option<SourcePath> {
        let relative = path.strip_prefix(self.root).unwrap_or(path);
        let (text, valid) = slashed(relative);
        let source = SourcePath::new(nfc(&text));
        if !valid {
            self.diagnostics.push(
                unreadable(&source, "its name is not valid UTF-8")
                    .hint("rename it, for example with letters a to z only"),
            );
            return None;
        }
        Some(source)
    }

    /// Looks where a symbolic link leads: it has to stay in the site's folder and may not lead up.
    fn check_link(&mut self, link: &Path, source: &SourcePath) -> Option<()> {
        let target = match fs::canonicalize(link) {
            Ok(target) => target,
            Err(error) => {
                self.diagnostics.push(failed(source, &error));
                return None;
            }
        };
        let Ok(inside) = target.strip_prefix(&self.real_root) else {
            let message = "the symbolic link leads out of the site's folder";
            self.diagnostics.push(
                Diagnostic::new(Code::LinkOutside, message)
                    .in_file(source)
                    .hint("copy what it leads to into the site's folder"),
            );
            return None;
        };
        if inside.iter().any(|part| names::is_skipped(&part.to_string_lossy())) {
            let message =
                format!("the symbolic link leads to `{}`, which is hidden and no part of the site", inside.display());
            self.diagnostics.push(Diagnostic::new(Code::LinkOutside, message).in_file(source).hint("remove the link"));
            return None;
        }
        let parent = link.parent().and_then(|parent| fs::canonicalize(parent).ok());
        if parent.is_some_and(|parent| parent.starts_with(&target)) {
            self.diagnostics.push(loops(source));
            return None;
        }
        Some(())
    }

    /// Turns what the walk could not enter into a diagnostic.
    fn failed(&mut self, error: &walkdir::Error) {
        let path = error.path().unwrap_or(self.root).to_owned();
        if is_skipped(&path) {
            return;
        }
        let Some(source) = self.source_path(&path) else { return };
        let endless = error.loop_ancestor().is_some() || error.io_error().is_some_and(is_loop);
        let diagnostic = match error.io_error() {
            _ if endless => loops(&source),
            Some(io) if io.kind() == io::ErrorKind::NotFound && path.is_symlink() => {
                unreadable(&source, "the symbolic link leads to nothing")
                    .hint("remove the link, or create what it leads to")
            }
            Some(io) => failed(&source, io),
            None => unreadable(&source, &error.to_string()),
        };
        self.diagnostics.push(diagnostic);
    }
}

fn is_skipped(path: &Path) -> bool {
    path.file_name().is_some_and(|name| names::is_skipped(&name.to_string_lossy()))
}

/// The path with `/` between its parts, and whether all of it is valid UTF-8.
pub(super) fn slashed(path: &Path) -> (String, bool) {
    let mut text = String::new();
    let mut valid = true;
    for part in path {
        if !text.is_empty() {
            text.push('/');
        }
        valid &= part.to_str().is_some();
        text.push_str(&part.to_string_lossy());
    }
    (text, valid)
}

/// What is wrong with an entry that is not what its name says.
fn misplaced(entry: &DirEntry, source: &SourcePath) -> Option<String> {
    let file_type = entry.file_type();
    let is_top = entry.depth() == 0 && source.as_str() != "site.yaml";
    if file_type.is_dir() {
        names::looks_like_text(source.as_str()).then(|| "it is a folder, but has the name of a file".to_owned())
    } else if is_top {
        Some("it has to be a folder".to_owned())
    } else if file_type.is_file() {
        None
    } else {
        Some(format!("it is {}, not a file", special(file_type)))
    }
}

#[cfg(unix)]
fn special(file_type: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if file_type.is_fifo() {
        "a named pipe"
    } else if file_type.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn special(_: FileType) -> &'static str {
    "a device"
}

#[cfg(unix)]
fn is_loop(error: &io::Error) -> bool {
    rustix::io::Errno::from_io_error(error) == Some(rustix::io::Errno::LOOP)
}

#[cfg(not(unix))]
fn is_loop(_: &io::Error) -> bool {
    false
}

pub(super) fn unreadable(source: &SourcePath, why: &str) -> Diagnostic {
    Diagnostic::new(Code::FileUnreadable, format!("`{source}` cannot be read: {why}")).in_file(source)
}

/// What the system would not do.
pub(super) fn failed(source: &SourcePath, error: &io::Error) -> Diagnostic {
    let diagnostic = unreadable(source, &reason(error));
    match error.kind() {
        io::ErrorKind::PermissionDenied => diagnostic.hint("give yourself the right to read it"),
        _ => diagnostic,
    }
}

fn loops(source: &SourcePath) -> Diagnostic {
    Diagnostic::new(Code::LinkLoop, "the symbolic link leads back to itself or to a folder above it")
        .in_file(source)
        .hint("remove the link")
}

/// Keeps the first of the files that have the same source path; the others differ from it by Unicode form only.
fn drop_clashes(found: &mut Vec<Found>, diagnostics: &mut Vec<Diagnostic>, root: &Path) {
    let name = |found: &Found| names::escaped(&slashed(found.file.strip_prefix(root).unwrap_or(&found.file)).0);
    found.dedup_by(|later, first| {
        let clash = later.source == first.source;
        if clash {
            let message = format!("`{}` and `{}` are one name, in two Unicode forms", name(first), name(later));
            diagnostics.push(
                Diagnostic::new(Code::NameClash, message).in_file(&first.source).hint("delete or rename one of them"),
            );
        }
        clash
    });
}
