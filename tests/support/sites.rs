//! Sites from one text, and the program run on them.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// Writes the files of one text, each after a line `== path`; an empty line before the next `==` is not part of a file.
pub fn write(folder: &Path, text: &str) {
    for (path, content) in entries(text) {
        put(folder, &path, content.as_bytes());
    }
}

/// The files of one text, in its order.
pub fn entries(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("== ") {
            Some(path) => found.push((path.trim().to_owned(), String::new())),
            None => {
                let (_, content) = found.last_mut().expect("the text begins with `== path`");
                content.push_str(line);
                content.push('\n');
            }
        }
    }
    for (_, content) in &mut found {
        let length = content.trim_end_matches('\n').len();
        content.truncate(length);
        content.push('\n');
    }
    found
}

/// Writes one file and the folders above it.
pub fn put(folder: &Path, path: &str, bytes: &[u8]) {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().expect("a file lies in a folder")).expect("a folder can be made");
    fs::write(&file, bytes).expect("a file can be written");
}

/// A new folder with the files of one text.
pub fn folder(text: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    write(folder.path(), text);
    folder
}

/// The program, not yet run; its environment says nothing of colour or threads.
pub fn songngu() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_songngu"));
    command.env_remove("RAYON_NUM_THREADS").env_remove("CLICOLOR_FORCE").env("NO_COLOR", "1");
    command
}

/// Runs the program in a folder.
pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    songngu().current_dir(folder).args(arguments).output().expect("the program can be started")
}

/// Runs the program, which must succeed and have nothing to complain of; returns what it printed.
pub fn run_quietly(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "songngu {arguments:?}: {}\n{complaints}", output.status);
    assert_eq!(complaints, "", "songngu {arguments:?}");
    String::from_utf8(output.stdout).expect("results are UTF-8")
}
