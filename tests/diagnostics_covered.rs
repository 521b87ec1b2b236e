//! Every diagnostic code is explained in docs/diagnostics.md and has a case below tests/bad/.
//!
//! A case is a folder or file named after the code (`tests/bad/link-broken/`), or any file there that names the
//! code as a whole word, as the expected output of a case does (`error[link-broken]: …`).
#![allow(clippy::disallowed_methods, reason = "this test reads the documentation and the cases")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use songngu::diag::Code;

/// The words of a text that may be codes: letters, digits and hyphens between anything else.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
}

/// The codes that the paths and texts below `folder` name.
fn named_below(folder: &Path, found: &mut BTreeSet<&'static str>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("cannot read `{}`: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("the folder can be read").path();
        let name = path.file_name().expect("an entry has a name").to_string_lossy().into_owned();
        found.extend(codes(&name));
        if path.is_dir() {
            named_below(&path, found);
        } else {
            found.extend(codes(&String::from_utf8_lossy(&fs::read(&path).unwrap_or_default())));
        }
    }
}

fn codes(text: &str) -> Vec<&'static str> {
    words(text).filter_map(Code::from_name).map(Code::name).collect()
}

fn missing(found: &BTreeSet<&str>) -> Vec<&'static str> {
    Code::ALL.iter().map(|code| code.name()).filter(|name| !found.contains(name)).collect()
}

#[test]
fn every_code_is_explained_in_the_documentation() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("cannot read `{}`: {error}", path.display()));
    let missing = missing(&codes(&text).into_iter().collect());
    assert!(missing.is_empty(), "docs/diagnostics.md does not explain: {missing:?}");
}

#[test]
fn every_code_has_a_case() {
    let mut found = BTreeSet::new();
    named_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad"), &mut found);
    let missing = missing(&found);
    assert!(missing.is_empty(), "no case below tests/bad/ shows: {missing:?}");
}

#[test]
fn a_code_is_found_as_a_whole_word_only() {
    assert_eq!(codes("error[link-broken]: …, `name-clash`"), ["link-broken", "name-clash"]);
    assert_eq!(codes("my-link-broken-thing url-clashes"), Vec::<&str>::new());
}
