//! `docs/diagnostics.md` says of every code what the code itself says: name, severity, whether it is fixed, meaning,
//! and as an example what the program prints in a case of `tests/bad/`.
//!
//! Only the way out of each is written by hand, in the document, after **What to do.** All else is made here:
//! `UPDATE=1 cargo test --test diagnostics_doc` writes the document anew and keeps what was written by hand.
#![allow(clippy::disallowed_methods, reason = "this test reads the document and the cases")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use songngu::diag::Code;

const INTRODUCTION: &str = "\
# What songngu tells you

Every mistake has a stable name, its code, which stands in square brackets: `error[link-broken]`. An **error** stops the
build, and the site that was built before stays as it is. A **warning** does not, unless you build with `--strict` or check
with `--deny warnings`. All mistakes of a run are told at once; what only follows from another one is not.

`levels` in `site.yaml` changes the severity of a code, to `error`, `warning` or `off`:

```yaml
levels:
  link-broken: warning
  source-unused: off
```

Codes that protect your data or your readers are fixed: they stay what they are.

";

const WAY_OUT: &str = "**What to do.** ";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The ways out that stand in the document, by code.
fn ways_out(document: &str) -> BTreeMap<String, String> {
    let sections = document.split("\n## `").skip(1);
    let way_out = |section: &str| {
        let (name, rest) = section.split_once('`')?;
        let (_, way_out) = rest.split_once(WAY_OUT)?;
        Some((name.to_owned(), way_out.trim().to_owned()))
    };
    sections.filter_map(way_out).collect()
}

/// The files of the cases, those that are named after a code first.
fn cases(code: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in ["tests/bad", "tests/bad/files"] {
        let entries = fs::read_dir(root().join(folder)).expect("the cases are there");
        found.extend(entries.map(|entry| entry.expect("it can be read").path()).filter(|path| path.is_file()));
    }
    let stem = |path: &Path| path.file_stem().expect("a case is a file").to_string_lossy().into_owned();
    found.sort_by_key(|path| (stem(path) != code, !stem(path).starts_with(code), stem(path)));
    found
}

/// What is printed of the code in a case: one diagnostic, from its title to its hint.
fn example(code: &str) -> String {
    for path in cases(code) {
        let text = fs::read_to_string(&path).expect("a case can be read");
        let printed = text.split_once("=== expect\n").map_or(text.as_str(), |(_, printed)| printed);
        let title = format!("[{code}]: ");
        let found = printed.split("\n\n").find_map(|part| {
            let start = part.lines().position(|line| line.contains(&title))?;
            Some(part.lines().skip(start).collect::<Vec<_>>().join("\n"))
        });
        if let Some(found) = found {
            return found;
        }
    }
    panic!("no case below tests/bad/ shows `{code}`");
}

/// The document as it should be.
fn document(ways_out: &BTreeMap<String, String>) -> String {
    let levels = |code: Code| if code.is_fixed() { "no" } else { "yes" };
    let mut text = INTRODUCTION.to_owned();
    text.push_str("| code | severity | `levels` may change it | meaning |\n| --- | --- | --- | --- |\n");
    for code in Code::ALL.iter().copied() {
        let (name, severity, levels) = (code.name(), code.severity().name(), levels(code));
        text.push_str(&format!("| [`{name}`](#{name}) | {severity} | {levels} | {} |\n", code.about()));
    }
    for code in Code::ALL.iter().copied() {
        let (name, severity) = (code.name(), code.severity().name());
        let fixed = if code.is_fixed() { "`levels` cannot change it" } else { "`levels` may change it" };
        text.push_str(&format!("\n## `{name}`\n\n{} Usually: {severity}; {fixed}.\n\n", code.about()));
        text.push_str(&format!("```text\n{}\n```\n\n{WAY_OUT}", example(name)));
        text.push_str(ways_out.get(name).map_or("", String::as_str));
        text.push('\n');
    }
    text
}

#[test]
fn the_document_says_what_the_code_says() {
    let path = root().join("docs/diagnostics.md");
    let written = fs::read_to_string(&path).unwrap_or_default();
    let expected = document(&ways_out(&written));
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &expected).expect("the document can be written");
        return;
    }
    let differs = written.lines().zip(expected.lines()).find(|(written, expected)| written != expected);
    assert_eq!(
        differs, None,
        "docs/diagnostics.md: left stands there, right is what the code says; UPDATE=1 writes it"
    );
    assert_eq!(written.len(), expected.len(), "docs/diagnostics.md is not of the right length; UPDATE=1 writes it");
}

#[test]
fn every_code_has_a_way_out() {
    let written = fs::read_to_string(root().join("docs/diagnostics.md")).expect("the document is there");
    let ways_out = ways_out(&written);
    let lacks = |name: &&str| ways_out.get(*name).is_none_or(|way_out| way_out.len() < 20);
    let missing: Vec<&str> = Code::ALL.iter().map(|code| code.name()).filter(lacks).collect();
    assert!(missing.is_empty(), "docs/diagnostics.md does not say what to do about: {missing:?}");
}
