//! The laws of the house, each held by a test: what a room may import, which library it may name, how long its
//! files may be. Each law is also shown a source that breaks it, so that it is known to be able to fail.
#![allow(clippy::disallowed_methods, reason = "this test reads the sources")]

#[path = "architecture/laws.rs"]
mod laws;
#[path = "architecture/scan.rs"]
mod scan;

use std::fs;
use std::path::{Path, PathBuf};

use laws::{Finding, judge};

/// Where a law does not hold, and why: law, file below `src`, reason. One that is no longer needed is an error.
const EXCEPTIONS: &[(&str, &str, &str)] = &[];

/// The five packages that the design fixes, with the names under which code speaks of them and the room that does.
const FIXED: [(&str, &str, &str); 5] = [
    ("pulldown-cmark", "pulldown_cmark", "parse"),
    ("tera", "tera", "render"),
    ("serde_yaml", "serde_yaml", "config"),
    ("walkdir", "walkdir", "disk"),
    ("fluent", "fluent", "locale"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("cannot read `{}`: {error}", path.display()))
}

/// Every Rust file below `src`, by its path relative to it, sorted.
fn sources() -> Vec<(String, String)> {
    fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("src can be read").path();
            if path.is_dir() {
                collect(&path, files);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    let src = root().join("src");
    let mut files = Vec::new();
    collect(&src, &mut files);
    files.sort();
    let relative = |path: &Path| path.strip_prefix(&src).expect("it lies in src").to_string_lossy().replace('\\', "/");
    files.iter().map(|path| (relative(path), read(path))).collect()
}

fn show(findings: &[Finding]) -> String {
    let line = |Finding { law, file, line, message }: &Finding| format!("[{law}] src/{file}:{line}: {message}");
    findings.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_house_keeps_its_laws() {
    let findings: Vec<Finding> = sources().iter().flat_map(|(file, source)| judge(file, source)).collect();
    let is_excused =
        |finding: &Finding| EXCEPTIONS.iter().any(|(law, file, _)| finding.law == *law && finding.file == *file);
    let (excused, broken): (Vec<_>, Vec<_>) = findings.into_iter().partition(is_excused);
    assert!(broken.is_empty(), "the architecture (DESIGN.md, section 5) is broken:\n{}\n", show(&broken));
    for (law, file, reason) in EXCEPTIONS {
        let is_needed = excused.iter().any(|finding| finding.law == *law && finding.file == *file);
        assert!(is_needed, "`{file}` keeps the law `{law}` now: remove its exception ({reason})");
    }
}

#[test]
fn the_five_fixed_packages_stand_in_the_manifest_and_are_used() {
    let manifest = read(&root().join("Cargo.toml"));
    let sources = sources();
    for (package, name, room) in FIXED {
        let is_listed = manifest.lines().any(|line| line.split('=').next().is_some_and(|key| key.trim() == package));
        assert!(is_listed, "`{package}` is missing in Cargo.toml");
        let in_room = |(file, _): &&(String, String)| file.starts_with(&format!("{room}/"));
        let mut of_room = sources.iter().filter(in_room).peekable();
        if of_room.peek().is_none() {
            println!("skipped: the room `{room}`, which speaks `{package}`, is not built yet");
            continue;
        }
        let is_named = of_room.any(|(_, source)| {
            scan::paths(&scan::tokens(source), &[]).iter().any(|named| !named.own && named.parts[0] == name)
        });
        assert!(is_named, "`{package}` is in Cargo.toml, but `src/{room}/` does not use it");
    }
}

#[test]
fn the_lock_file_is_a_part_of_the_project() {
    assert!(read(&root().join("Cargo.lock")).contains("name = \"songngu\""), "Cargo.lock does not know songngu");
    let ignored = fs::read_to_string(root().join(".gitignore")).unwrap_or_default();
    assert!(!ignored.contains("Cargo.lock"), "Cargo.lock is ignored: commit it, so that every build is the same");
}

/// What the laws say of one made-up file, without its name.
fn check(file: &str, source: &str, expected: &[&str]) {
    let documented = format!("//! A made-up file.\n{source}");
    let found: Vec<String> = judge(file, &documented)
        .into_iter()
        .map(|Finding { law, file: _, line, message }| format!("{law} {line}: {message}"))
        .collect();
    assert_eq!(found, expected, "{source}");
}

#[test]
fn a_room_imports_lower_floors_only() {
    let too_high = "floor 2: `parse` (floor 3) imports `resolve` (floor 5): a room imports lower floors only";
    check("parse/mod.rs", "use crate::base::Span;\nuse crate::{diag, text::nfc};", &[]);
    check("parse/mod.rs", "use crate::resolve::Site;", &[too_high]);
    check("parse/mod.rs", "fn f() -> crate::resolve::Site {}", &[too_high]);
    check("parse/mod.rs", "use crate::{base::{Lang, Span}, resolve as r, diag};", &[too_high]);
    check("parse/mod.rs", "use super::resolve;", &[too_high]);
    check("parse/block.rs", "use super::super::resolve::{self, Site};", &[too_high, too_high]);
    check("parse/mod.rs", "mod tests { use super::resolve; use super::super::resolve; }", &[too_high]);
    check("parse/mod.rs", "macro_rules! m { () => { $crate::resolve::f() } }", &[too_high]);
    check("parse/block.rs", "use super::inner; use self::deep::X; use crate::parse::Y;", &[]);
    check(
        "parse/mod.rs",
        "// use crate::resolve;\n/* crate::resolve::X */ const A: &str = \"crate::resolve::X\";",
        &[],
    );
    check("parse/mod.rs", "const B: &str = r#\"\"crate::resolve::X\"#; const C: char = '\"'; use crate::base::X;", &[]);
    check("parse/mod.rs", "use crate::kitchen::Sink;", &["floor 2: `crate::kitchen` is no room with a floor"]);
    check(
        "kitchen/mod.rs",
        "",
        &["floor 1: the room `kitchen` has no floor: give it one in tests/architecture/laws.rs and DESIGN.md"],
    );
    check(
        "diag/mod.rs",
        "use crate::text::nfc;",
        &["floor 2: `diag` (floor 1) imports `text` (floor 1): a room imports lower floors only"],
    );
    check(
        "base/mod.rs",
        "use crate::diag::Code;",
        &["floor 2: `base` (floor 0) imports `diag` (floor 1): a room imports lower floors only"],
    );
    check("pipeline.rs", "use crate::{plan, render};", &[]);
    check("main.rs", "use crate::cli;", &[]);
}

#[test]
fn a_foreign_tongue_is_spoken_in_its_room_only() {
    check("render/mod.rs", "use tera::Tera;", &[]);
    check("view/mod.rs", "use tera::Tera;", &["tongue 2: `tera::Tera` is spoken only in `render`, not in `view`"]);
    check("view/mod.rs", "use tera;", &["tongue 2: `tera` is spoken only in `render`, not in `view`"]);
    check("view/mod.rs", "use crate::text::tera; fn f() { text::tera(1) }", &[]);
    check(
        "text/mod.rs",
        "fn f() { fluent_bundle::x() }",
        &["tongue 2: `fluent_bundle::x` is spoken only in `locale`, not in `text`"],
    );
    check(
        "disk/mod.rs",
        "use std::{fs, net::TcpStream};",
        &["tongue 2: `std::net::TcpStream` is spoken only in `serve`, `publish`, not in `disk`"],
    );
    check("diag/report.rs", "use annotate_snippets::Level;", &[]);
    check(
        "diag/mod.rs",
        "use annotate_snippets::Level;",
        &["tongue 2: `annotate_snippets::Level` is spoken only in `diag/report.rs`, not in `diag`"],
    );
    check("parse/mod.rs", "use icu::x;", &["tongue 2: `icu::x` is spoken only in `text`, not in `parse`"]);
    check("cli/mod.rs", "use tokio::x;", &["tongue 2: `tokio::x` is spoken only in `serve`, `publish`, not in `cli`"]);
}

#[test]
fn what_ends_the_program_or_hides_state_is_found() {
    let unwrap = "panic 2: `.unwrap()`: return the error, or `expect` the invariant by its name";
    check("view/mod.rs", "fn f() { x.unwrap(); }", &[unwrap]);
    check("view/mod.rs", "fn f() { x.unwrap_or(1); \"x.unwrap()\"; } // .unwrap()", &[]);
    check("view/mod.rs", "#[cfg(test)]\nmod tests { fn f() { x.unwrap(); } }", &[]);
    check("view/mod.rs", "#[cfg(test)]\nmod tests;\nfn f() { todo!() }", &["panic 4: unfinished code"]);
    check("view/mod.rs", "fn f() { dbg!(1) }", &["panic 2: debugging output"]);
    check("disk/mod.rs", "static mut X: u8 = 1;", &["state 2: `static mut`: state is passed"]);
    check("disk/mod.rs", "fn f(x: &'static mut u8, y: Mutex<u8>) {}", &[]);
    check(
        "view/mod.rs",
        "struct A(std::cell::RefCell<u8>);",
        &["state 2: `RefCell` outside [\"memo\", \"disk\", \"serve\"]: state is passed"],
    );
}

#[test]
fn a_file_says_what_it_is_for_and_stays_short() {
    assert_eq!(judge("view/mod.rs", "use std::fmt;").first().map(|finding| finding.law), Some("doc"));
    let body = "    x();\n".repeat(70);
    let long =
        "long-function 3: `f` has 72 lines, more than 70: divide it, or say `// flat match` above a match that is flat";
    check("view/mod.rs", &format!("\nfn f() {{\n{body}}}"), &[long]);
    check("view/mod.rs", &format!("\n/// Doc.\n// flat match\npub fn f() {{\n{body}}}"), &[]);
    check("view/mod.rs", &format!("\nfn f() {{\n    // flat match\n{body}}}"), &[]);
    check("view/mod.rs", &format!("trait T {{ fn f(&self);\nfn g() {{ {} }} }}", "x();\n".repeat(60)), &[]);
    check("view/mod.rs", &"\n".repeat(450), &["long-file 1: has 451 lines, more than 450: divide it"]);
}
