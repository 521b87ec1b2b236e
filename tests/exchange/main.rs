//! Texts on their way to translators and back.
//!
//! What comes back as it went leaves every byte; one text that changes changes its own lines and no others; real tools
//! read and write what songngu writes; whatever is wrong, nothing is written.
#![allow(clippy::disallowed_methods, reason = "this test makes sites and runs programs on them")]

#[path = "../site/mod.rs"]
mod site;

mod bytes;
mod changes;
mod data;
mod journal;
mod tools;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use site::{Site, tree};

/// A site in which everything is written in the oddest way there is.
pub const NASTY: &str = include_str!("nasty.txt");

/// The formats, by the names that the command knows, with the endings of their files.
pub const FORMATS: [(&str, &str); 5] =
    [("po", "po"), ("xliff", "xlf"), ("xliff1", "xlf"), ("tmx", "tmx"), ("csv", "csv")];

/// The odd site.
pub fn nasty() -> Site {
    let site = Site::empty();
    site.change(NASTY);
    site
}

/// This repository's own site.
pub fn explainer() -> Site {
    let site = Site::empty();
    for part in ["site.yaml", "content", "locales"] {
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(part), &site.root().join(part));
    }
    site
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("a folder can be made");
        for entry in fs::read_dir(from).expect("it is there") {
            let entry = entry.expect("it can be read");
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).expect("a file can be copied");
    }
}

/// The sources of a site: all of its files but those that are exchanged.
pub fn sources(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let mut files = tree(&site.root());
    files.retain(|path, _| !path.starts_with("sent.") && !path.starts_with("back."));
    files
}

/// Exports all texts, and returns the name of the file.
pub fn export(site: &Site, from: &str, to: &str, (format, ending): (&str, &str)) -> String {
    let name = format!("sent.{format}.{ending}");
    let run = site.run(&["translations", "export", "--from", from, "--to", to, "--format", format, "-o", &name]);
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""), "{format}");
    name
}

/// Reads an exchanged file.
pub fn read(site: &Site, name: &str) -> String {
    fs::read_to_string(site.root().join(name)).expect("it can be read")
}
