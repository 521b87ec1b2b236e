//! What songngu says of bad input, and that it loses nothing over it: one case, one file below `tests/bad/`.
//!
//! A case is a text of three parts:
//!
//! ```text
//! # what it shows, in a sentence
//! $ songngu build --strict
//! --- content/index.vi.md
//! …
//! === expect
//! exit status 1
//! …
//! ```
//!
//! The command is `songngu build` where none is written. The files stand in place of those of the good site
//! (`tests/site/base.txt`); `--- path (removed)` takes one away. What is expected is the exit status and all of
//! the error output, letter by letter; with `--json`, the object that is printed follows, over several lines and
//! with its time set to 0. Every case begins with the good site already built, and unless its command succeeds,
//! that `public/` must afterwards be byte for byte what it was.
//!
//! `UPDATE=1 cargo test --test bad_input` writes what is printed now into the files. Read the difference before
//! you keep it: each message is for a person who does not program.
#![allow(clippy::disallowed_methods, reason = "this test makes sites and runs the program on them")]

mod site;

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use site::{Run, Site};

const EXPECT: &str = "=== expect\n";

/// A case as it is written.
struct Case<'a> {
    arguments: Vec<&'a str>,
    files: &'a str,
    expect: &'a str,
}

fn parse(text: &str) -> Case<'_> {
    let (input, expect) = text.split_once(EXPECT).unwrap_or((text, ""));
    let start = input.find("\n--- ").map_or(input.len(), |at| at + 1);
    let start = if input.starts_with("--- ") { 0 } else { start };
    let (head, files) = input.split_at(start);
    let command = head.lines().find_map(|line| line.strip_prefix("$ songngu ")).unwrap_or("build");
    let unknown = head.lines().find(|line| !line.starts_with("# ") && !line.starts_with("$ songngu "));
    assert_eq!(unknown, None, "before the first file stand comments and a command");
    Case { arguments: command.split_whitespace().collect(), files, expect }
}

/// What the program does with a case, as the case's file says it.
fn outcome(case: &Case<'_>) -> String {
    let site = Site::good();
    let before = site.public();
    site.change(case.files);
    let Run { status, stdout, stderr } = site.run(&case.arguments);
    let has_built = status == Some(0) && case.arguments.first() == Some(&"build");
    assert!(has_built || site.public() == before, "`public/` has been touched");
    assert_eq!(site.left_behind(), Vec::<String>::new(), "something was left beside the site");
    let status = status.map_or("none: it was ended by a signal".to_owned(), |status| status.to_string());
    let mut outcome = format!("exit status {status}\n{stderr}");
    if case.arguments.contains(&"--json") {
        let mut object: serde_json::Value = serde_json::from_str(&stdout).expect("one JSON object is printed");
        object["milliseconds"] = 0.into();
        outcome.push_str(&serde_json::to_string_pretty(&object).expect("JSON can be written"));
        outcome.push('\n');
    }
    outcome
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let entries = fs::read_dir(folder).expect("the cases are there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    paths
}

#[test]
fn every_case_says_what_is_wrong_and_loses_nothing() {
    let update = std::env::var_os("UPDATE").is_some();
    let failed: Vec<String> = cases().par_iter().filter_map(|path| check(path, update)).collect();
    assert!(failed.is_empty(), "{} cases differ:\n\n{}", failed.len(), failed.join("\n"));
}

/// What differs, if something does.
fn check(path: &Path, update: bool) -> Option<String> {
    let name = path.file_name().expect("a case is a file").to_string_lossy();
    let text = fs::read_to_string(path).expect("a case can be read");
    let case = parse(&text);
    let outcome = std::panic::catch_unwind(|| outcome(&case)).unwrap_or_else(|_| "the test itself failed\n".to_owned());
    if outcome == case.expect {
        return None;
    }
    if update {
        let input = text.split_once(EXPECT).map_or(text.as_str(), |(input, _)| input);
        fs::write(path, format!("{input}{EXPECT}{outcome}")).expect("a case can be written");
        return None;
    }
    Some(format!("--- {name}: expected\n{}+++ {name}: printed\n{outcome}", case.expect))
}

#[test]
fn a_case_is_taken_apart() {
    let case = parse("# what\n$ songngu check --json\n--- a\n---\nx: 1\n---\n=== expect\nexit status 0\n");
    assert_eq!((case.arguments, case.expect), (vec!["check", "--json"], "exit status 0\n"));
    let content = |text: &str| Some(text.to_owned());
    let files = [("a".to_owned(), content("---\nx: 1\n---\n")), ("b".to_owned(), None)];
    assert_eq!(site::files(&format!("{}--- b (removed)\n", case.files)), files);
}
