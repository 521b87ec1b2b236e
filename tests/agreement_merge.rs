//! Two people agree on blocks in two branches, and git merges the branches: the real git, where there is one.
#![allow(clippy::disallowed_methods, reason = "this test runs git in a folder of its own")]

use std::fs;
use std::path::Path;
use std::process::Command;

use songngu::base::{Digest, SourcePath};
use songngu::translation::agreement::{ATTRIBUTES, read, write};
use songngu::translation::{Entry, Said};

const FILE: &str = "locales/agreed/content/compute.en.vi.tsv";

fn said(text: &str) -> Said {
    Said { hash: Digest::of(text.as_bytes()), text: text.to_owned() }
}

/// Entries from words such as `a`, `b2`: the text `b` in its second version.
fn entries(words: &str) -> Vec<Entry> {
    let entry = |word: &str| Entry {
        kind: "p".to_owned(),
        sides: [said(&format!("english {word}")), said(&format!("tiếng {word}"))],
    };
    words.split_whitespace().map(entry).collect()
}

fn git(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let output = Command::new("git")
        .args([
            "-c",
            "user.name=Test",
            "-c",
            "user.email=test@example.org",
            "-c",
            "init.defaultBranch=main",
            "-c",
            "merge.conflictStyle=merge",
        ])
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .expect("git runs");
    (
        output.status.success(),
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr),
    )
}

fn has_git() -> bool {
    let found = Command::new("git").arg("--version").output().is_ok_and(|output| output.status.success());
    if !found {
        println!("skipped: there is no git here");
    }
    found
}

#[derive(Clone, Copy, PartialEq)]
enum Attributes {
    Yes,
    No,
}

/// What git makes of two branches: whether it merged by itself, and the file.
fn merged(base: Option<&str>, ours: &str, theirs: &str, attributes: Attributes) -> (bool, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    let must = |arguments: &[&str]| {
        let (done, said) = git(root, arguments);
        assert!(done, "git {arguments:?}: {said}");
    };
    let commit = |words: &str| {
        let file = root.join(FILE);
        fs::create_dir_all(file.parent().expect("it has a folder")).expect("a folder");
        fs::write(&file, write(&entries(words))).expect("written");
        if attributes == Attributes::Yes {
            fs::write(root.join("locales/agreed/.gitattributes"), ATTRIBUTES).expect("written");
        }
        must(&["add", "-A"]);
        must(&["commit", "-q", "-m", "x"]);
    };
    must(&["init", "-q"]);
    match base {
        Some(words) => commit(words),
        None => must(&["commit", "-q", "--allow-empty", "-m", "x"]),
    }
    must(&["checkout", "-q", "-b", "theirs"]);
    commit(theirs);
    must(&["checkout", "-q", "main"]);
    commit(ours);
    let (done, _) = git(root, &["merge", "-q", "--no-edit", "theirs"]);
    (done, fs::read_to_string(root.join(FILE)).expect("there is a file"))
}

/// The words of a file, with a mark at the end if something is wrong with it.
fn words(text: &str) -> String {
    let (agreement, problems) = read(&SourcePath::new(FILE), text);
    let word = |entry: &Entry| entry.sides[0].text.trim_start_matches("english ").to_owned();
    let words: Vec<String> = agreement.entries.iter().map(word).collect();
    words.join(" ") + if problems.is_empty() { "" } else { " !" }
}

fn check(base: Option<&str>, ours: &str, theirs: &str, expected: &str) {
    let (done, text) = merged(base, ours, theirs, Attributes::Yes);
    assert!(done, "git did not merge {ours:?} and {theirs:?}:\n{text}");
    assert_eq!(words(&text), expected, "{text}");
}

#[test]
fn different_blocks_never_conflict() {
    if !has_git() {
        return;
    }
    check(Some("a b c d"), "a2 b c d", "a b c d2", "a2 b c d2");
    check(Some("a b c d"), "a2 b c d", "a b2 c d", "a2 b2 c d");
    check(Some("a b c d"), "a b x c d", "a b c2 d", "a b x c c2 d");
    // Two new ones at one place; at the end; and a file that both have begun.
    check(Some("a b"), "a x b", "a y b", "a x y b");
    check(Some("a b"), "a b x", "a b y", "a b x y");
    check(None, "a b", "b c", "a b c");
    // One is removed beside one that is changed: what is over is of no text that stands, and goes with the next agreement.
    check(Some("a b c"), "a c", "a b c2", "a c b c2");
}

#[test]
fn changed_blocks_merge_without_the_attribute_too() {
    if !has_git() {
        return;
    }
    let (done, text) = merged(Some("a b c d"), "a2 b c d", "a b2 c d", Attributes::No);
    assert!(done, "{text}");
    assert_eq!(words(&text), "a2 b2 c d");
}

#[test]
fn a_conflict_is_reported_and_nothing_of_it_is_lost() {
    if !has_git() {
        return;
    }
    let (done, text) = merged(Some("a b c"), "a b2 c", "a b3 c", Attributes::No);
    assert!(!done, "the same block, two versions");
    assert_eq!(words(&text), "a b2 b3 c !", "{text}");
    let (_, problems) = read(&SourcePath::new(FILE), &text);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].message, "git could not merge here");
    let kept: String = text
        .lines()
        .filter(|line| !["<<<<<<<", "=======", ">>>>>>>"].iter().any(|marker| line.starts_with(marker)))
        .flat_map(|line| [line, "\n"])
        .collect();
    assert_eq!(words(&kept), "a b2 b3 c", "the hint says how to settle it");
}
