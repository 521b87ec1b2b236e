//! A small good site in a temporary folder, and the real program run on it.
//!
//! Sites are written as one text, as rust-analyzer writes its fixtures: a line `--- path` before the content of
//! each file. A line `---` alone is content, so front matter needs no care. `--- path (removed)` takes a file of
//! the good site away.
#![allow(dead_code, reason = "each test program uses a part of this")]
#![allow(clippy::disallowed_methods, reason = "tests make sites and run the program on them")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;

/// The good site that every case begins with.
const BASE: &str = include_str!("base.txt");

/// A site in a folder of its own; removed when it is dropped.
pub struct Site {
    folder: TempDir,
}

/// What a run of the program printed, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The exit status; `None` if the program was ended by a signal.
    pub status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

/// The files of a text with headings; `None` for one that is to be removed.
pub fn files(text: &str) -> Vec<(String, Option<String>)> {
    let mut files: Vec<(String, Option<String>)> = Vec::new();
    for line in text.split_inclusive('\n') {
        match line.trim_end().strip_prefix("--- ") {
            Some(heading) => match heading.strip_suffix(" (removed)") {
                Some(path) => files.push((path.to_owned(), None)),
                None => files.push((heading.to_owned(), Some(String::new()))),
            },
            None => match files.last_mut() {
                Some((_, Some(content))) => content.push_str(line),
                _ => assert!(line.trim().is_empty(), "`{line}` stands under no file"),
            },
        }
    }
    files
}

/// The files of the good site.
pub fn base() -> Vec<(String, String)> {
    files(BASE).into_iter().filter_map(|(path, content)| Some((path, content?))).collect()
}

impl Site {
    /// The good site, built once.
    pub fn good() -> Site {
        static BUILT: OnceLock<TempDir> = OnceLock::new();
        let built = BUILT.get_or_init(|| {
            let site = Site::unbuilt();
            let run = site.run(&["build"]);
            assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""), "the good site builds without a word");
            site.folder
        });
        let site = Site { folder: tempfile::tempdir().expect("a temporary folder can be made") };
        copy(built.path(), site.folder.path());
        site
    }

    /// The good site, never built.
    pub fn unbuilt() -> Site {
        let site = Site::empty();
        site.change(BASE);
        site
    }

    /// An empty folder for a site.
    pub fn empty() -> Site {
        let site = Site { folder: tempfile::tempdir().expect("a temporary folder can be made") };
        fs::create_dir_all(site.root()).expect("a folder can be made");
        fs::create_dir_all(site.home()).expect("a folder can be made");
        site
    }

    /// The site's own folder.
    pub fn root(&self) -> PathBuf {
        self.folder.path().join("work/site")
    }

    /// The home folder of whoever runs the program.
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// Writes and removes files, given as a text with headings.
    pub fn change(&self, text: &str) {
        for (path, content) in files(text) {
            match content {
                Some(content) => self.write(&path, content),
                None => fs::remove_file(self.root().join(path)).expect("a file of the good site can be removed"),
            }
        }
    }

    /// Writes one file.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
    }

    /// A command of the program, in the site's folder, away from the settings of whoever runs the tests.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_songngu"));
        command
            .current_dir(self.root())
            .env("HOME", self.home())
            .env_remove("NO_COLOR")
            .env_remove("RUST_BACKTRACE")
            .stdin(Stdio::null());
        command
    }

    /// Runs the program. The site's folder reads `$ROOT`, the home folder `$HOME`.
    pub fn run(&self, arguments: &[&str]) -> Run {
        let (root, home) = (self.real(&self.root()), self.real(&self.home()));
        let arguments = arguments.iter().map(|argument| argument.replace("$HOME", &home).replace("$ROOT", &root));
        let output = self.command().args(arguments).output().expect("the program can be started");
        let text = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).expect("the program prints UTF-8");
            text.replace(&root, "$ROOT").replace(&home, "$HOME")
        };
        Run { status: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    fn real(&self, path: &Path) -> String {
        fs::canonicalize(path).expect("it exists").display().to_string()
    }

    /// What is built: each file's bytes by its path.
    pub fn public(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.root().join("public"))
    }

    /// The names in the site's folder that songngu may have left there.
    pub fn left_behind(&self) -> Vec<String> {
        let entries = fs::read_dir(self.root()).expect("it is there");
        let names = entries.map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned());
        names.filter(|name| name.starts_with('.')).collect()
    }
}

/// The bytes of all files below a folder, by their paths in it.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn collect(folder: &Path, base: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).expect("it is there") {
            let path = entry.expect("it can be read").path();
            if path.is_dir() {
                collect(&path, base, found);
            } else {
                let name = path.strip_prefix(base).expect("it is below").display().to_string();
                found.insert(name, fs::read(&path).expect("it can be read"));
            }
        }
    }
    let mut found = BTreeMap::new();
    collect(folder, folder, &mut found);
    found
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("it is there") {
        let path = entry.expect("it can be read").path();
        let target = to.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a file can be copied");
        }
    }
}
