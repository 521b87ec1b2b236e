//! The list of files that a build wrote: the marker that says "this folder is songngu's".
//!
//! Enters: files and their digests, or the text of an earlier manifest. Leaves: [`Manifest`] and its JSON,
//! the same text for the same files. Never here: times, absolute paths, a name that leads out of the output folder.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Action;
use crate::base::Digest;

/// The version of the format that this songngu writes, and the newest that it reads.
const VERSION: u32 = 1;

/// Every file of one build, with the digest of its bytes.
///
/// A manifest that is damaged, or of a newer songngu, is *unknown*: the folder is ours, but nothing
/// is known of what is in it, so nothing is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The version of the songngu that wrote the files; empty if unknown.
    engine: String,
    /// By path relative to the output folder, divided by `/`.
    files: BTreeMap<String, Digest>,
    /// Whether `files` is all that the build wrote.
    known: bool,
    /// What the build was made of, if there was nothing to complain of.
    origin: Option<Origin>,
}

/// What a build without a complaint was made of, and what it said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The digest, in hexadecimal digits, of all that the build depended on: sources, program, options, day.
    pub inputs: String,
    /// How many editions each language has, in the site's order.
    pub editions: Vec<(String, usize)>,
    /// How many glossary entries there are.
    pub terms: usize,
    /// How many pages were left out.
    pub held_back: usize,
}

/// The shape of the JSON.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    songngu: u32,
    engine: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    origin: Option<Origin>,
    files: BTreeMap<String, String>,
}

impl Default for Manifest {
    /// The manifest of a folder in which nothing was built yet.
    fn default() -> Manifest {
        Manifest::new("", BTreeMap::new())
    }
}

impl Manifest {
    /// The manifest of a build of songngu `engine`: every file with its digest.
    pub fn new(engine: &str, files: BTreeMap<String, Digest>) -> Manifest {
        Manifest { engine: engine.to_owned(), files, known: true, origin: None }
    }

    /// The manifest of a folder that is ours although nobody knows what is in it.
    pub fn unknown() -> Manifest {
        Manifest { engine: String::new(), files: BTreeMap::new(), known: false, origin: None }
    }

    /// The same, with what the build was made of.
    pub fn with_origin(self, origin: Option<Origin>) -> Manifest {
        Manifest { origin, ..self }
    }

    /// What the build was made of; `None` if there was something to complain of, or if it is not known.
    pub fn origin(&self) -> Option<&Origin> {
        self.origin.as_ref()
    }

    /// Reads a manifest; one that is damaged, or of a newer format, is [unknown](Manifest::unknown).
    ///
    /// So is one that names a file outside the output folder: such a name is never followed.
    pub fn parse(text: &str) -> Manifest {
        read(text).unwrap_or_else(Manifest::unknown)
    }

    /// The manifest as JSON, one file a line, with a line break at its end. Equal manifests give equal bytes.
    pub fn to_json(&self) -> String {
        let Manifest { engine, files, known, origin } = self;
        // The version 0 is never read back as known: it marks a folder whose content is being changed.
        let songngu = if *known { VERSION } else { 0 };
        let files = files.iter().map(|(file, digest)| (file.clone(), digest.to_hex())).collect();
        let stored = Stored { songngu, engine: engine.clone(), origin: origin.clone(), files };
        let mut json = serde_json::to_string_pretty(&stored).expect("names and digests are valid JSON");
        json.push('\n');
        json
    }

    /// Whether it is known what the build wrote.
    pub fn is_known(&self) -> bool {
        self.known
    }

    /// The version of the songngu that wrote the files; empty if unknown.
    pub fn engine(&self) -> &str {
        &self.engine
    }

    /// Every file with its digest, sorted by path; empty if unknown.
    pub fn files(&self) -> &BTreeMap<String, Digest> {
        &self.files
    }

    /// What has to happen to a file of the next build, whose bytes have this digest.
    pub fn action(&self, file: &str, digest: Digest) -> Action {
        if self.files.get(file) == Some(&digest) { Action::Keep } else { Action::Write }
    }
}

fn read(text: &str) -> Option<Manifest> {
    let Stored { songngu, engine, origin, files } = serde_json::from_str(text).ok()?;
    if songngu != VERSION {
        return None;
    }
    let files = files
        .into_iter()
        .map(|(file, digest)| Some((is_safe(&file).then_some(file)?, Digest::from_hex(&digest)?)))
        .collect::<Option<_>>()?;
    Some(Manifest { engine, files, known: true, origin })
}

/// Whether a path stays below the folder that it is relative to: parts divided by `/`, none of them
/// empty, `.` or `..`, and no backslash or NUL.
pub fn is_safe(file: &str) -> bool {
    !file.contains(['\\', '\0']) && file.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Manifest {
        let files = [("vi/index.html", "xin chào"), ("index.html", "")];
        let files = files.map(|(file, text)| (file.to_owned(), Digest::of(text.as_bytes())));
        Manifest::new("0.1.0", files.into())
    }

    #[test]
    fn a_manifest_comes_back_as_it_was_written() {
        let manifest = sample();
        assert_eq!(Manifest::parse(&manifest.to_json()), manifest);
        assert_eq!(Manifest::parse(&Manifest::unknown().to_json()), Manifest::unknown());
    }

    #[test]
    fn a_damaged_newer_or_malicious_manifest_keeps_nothing() {
        let json = sample().to_json();
        let cases = [
            String::new(),
            json[..json.len() / 2].to_owned(),
            json.replace("\"songngu\": 1", "\"songngu\": 2"),
            json.replace("vi/index.html", "../index.html"),
            json.replace("vi/index.html", "/etc/passwd"),
            json.replace("\"engine\"", "\"motor\""),
            json.replace("af13", "zz"),
        ];
        for case in cases {
            assert!(!Manifest::parse(&case).is_known(), "{case}");
        }
    }

    #[test]
    fn the_text_holds_nothing_that_changes_by_itself() {
        assert_eq!(
            sample().to_json(),
            "{\n  \"songngu\": 1,\n  \"engine\": \"0.1.0\",\n  \"files\": {\n    \
             \"index.html\": \"af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262\",\n    \
             \"vi/index.html\": \"5f1acd64876dac97adf021ebb08138b46f98119730f8ba1bd643a981e7b2b290\"\n  }\n}\n"
        );
    }
}
