//! The files below `locales/agreed/`: what two languages last agreed on.
//!
//! Enters: a file's path and text, or entries. Leaves: entries with what was wrong, or the text to write. Never here:
//! the texts of today, git, reading or writing of files.
//!
//! One file for each page and two languages, in the order of their tags, so that neither is the original:
//! `locales/agreed/content/compute.en.vi.tsv`; one for each file of data, `locales/agreed/data/content/compute.yaml.en.vi.tsv`;
//! one for the messages, `locales/agreed/messages.en.vi.tsv`. Each pair is a line
//! of five columns between tabs: its kind or name, the hashes of both texts, both texts. Empty lines between keep the lines of
//! two people apart. Lines say all by themselves, so lines of two versions can stand in any order: that is what
//! `merge=union` in [`ATTRIBUTES`] makes git do.

use std::collections::BTreeSet;

use super::entry::{Entry, Said};
use crate::base::{Digest, Lang, PagePath, SourcePath, Span};
use crate::diag::{Code, Diagnostic};

/// What git has to know of these files: `locales/agreed/.gitattributes`.
pub const ATTRIBUTES: &str =
    "# Two people's agreements are put together line by line: each line says all by itself.\n*.tsv merge=union\n";
/// The folder of the files.
pub const FOLDER: &str = "locales/agreed";
/// Below it, the folder of the files about data.
const DATA: &str = "data/";

const HEAD: &str = "# songngu agreement ";
const VERSION: u32 = 1;
const END: &str = "# end";
/// How many hexadecimal digits of a digest are written.
const DIGITS: usize = 16;

/// What a file is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A page.
    Page(PagePath),
    /// The texts of data that stand in one file in every language.
    Data(SourcePath),
    /// The messages of `.ftl` files.
    Messages,
}

/// Which file: what it is about, and the two languages in the order of their tags.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct AgreementId {
    /// What it is about.
    pub subject: Subject,
    /// The two languages.
    pub langs: [Lang; 2],
}

impl AgreementId {
    /// For a subject and two languages in any order.
    pub fn new(subject: Subject, a: &Lang, b: &Lang) -> AgreementId {
        let langs = if a <= b { [a.clone(), b.clone()] } else { [b.clone(), a.clone()] };
        AgreementId { subject, langs }
    }

    /// The file.
    pub fn path(&self) -> SourcePath {
        let [a, b] = &self.langs;
        let stem = match &self.subject {
            Subject::Page(page) if page.is_home() => "content/index".to_owned(),
            Subject::Page(page) => format!("content/{page}"),
            Subject::Data(path) => format!("{DATA}{path}"),
            Subject::Messages => "messages".to_owned(),
        };
        SourcePath::new(format!("{FOLDER}/{stem}.{a}.{b}.tsv"))
    }

    /// What the file of that path is about; `None` if it is no such file.
    pub fn of_path(path: &SourcePath) -> Option<AgreementId> {
        let stem = path.below(FOLDER)?.strip_suffix(".tsv")?;
        let (stem, b) = stem.rsplit_once('.')?;
        let (stem, a) = stem.rsplit_once('.')?;
        let subject = match stem.strip_prefix("content/") {
            Some("index") => Subject::Page(PagePath::new("")),
            Some(page) => Subject::Page(PagePath::new(page)),
            None if stem == "messages" => Subject::Messages,
            None => Subject::Data(SourcePath::new(stem.strip_prefix(DATA).filter(|path| !path.is_empty())?)),
        };
        let id = AgreementId::new(subject, &Lang::new(a)?, &Lang::new(b)?);
        (id.path() == *path && a != b).then_some(id)
    }
}

/// A file as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Its entries in the order of the file, none twice; the sides in the order of the tags.
    pub entries: Vec<Entry>,
    /// Whether something in it could not be understood: then writing it anew would lose that.
    pub damaged: bool,
}

/// Reads a file. What can be understood is kept, whatever else is wrong.
pub fn read(path: &SourcePath, text: &str) -> (Agreement, Vec<Diagnostic>) {
    let mut reader = Reader { path, diagnostics: Vec::new() };
    let mut agreement = Agreement::default();
    let mut seen = BTreeSet::new();
    let (mut at, mut last) = (0, "");
    if !text.starts_with(HEAD) && !text.starts_with("<<<<<<<") {
        let hint = "write it anew with `songngu translations agree`, after moving this file away";
        reader.invalid(0..first_line(text).len(), "the file does not begin as an agreement does", hint);
    }
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line.trim_end_matches('\n');
        if line.is_empty() {
            continue;
        }
        last = line;
        if let Some(version) = line.strip_prefix(HEAD) {
            if version.trim().parse() != Ok(VERSION) {
                reader.newer(start..at, version.trim());
                return (Agreement { entries: Vec::new(), damaged: true }, reader.diagnostics);
            }
        } else if line.starts_with("<<<<<<<") {
            reader.conflict(start..start + line.len());
        } else if !is_marker(line) && !line.starts_with('#') {
            let entry = reader.entry(start, line);
            // Where the hashes are the same, the texts are.
            let key = |entry: &Entry| (entry.sides[0].hash, entry.sides[1].hash, entry.kind.clone());
            agreement.entries.extend(entry.filter(|entry| seen.insert(key(entry))));
        }
    }
    if last != END && !is_marker(last) {
        let end = text.trim_end().len();
        let start = text[..end].rfind('\n').map_or(0, |at| at + 1);
        let hint = "the file was cut off: take it from git again, or run `songngu translations agree` for what is missing and add the line `# end`";
        reader.invalid(start..end, "the file does not end with `# end`", hint);
    }
    agreement.damaged = !reader.diagnostics.is_empty();
    (agreement, reader.diagnostics)
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or("")
}

/// A line that git leaves in a file where it could not merge.
fn is_marker(line: &str) -> bool {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|marker| line.starts_with(marker))
}

struct Reader<'a> {
    path: &'a SourcePath,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn invalid(&mut self, place: std::ops::Range<usize>, message: impl Into<String>, hint: &str) {
        let diagnostic = Diagnostic::new(Code::AgreementInvalid, message).at(self.path, Span::new(place));
        self.diagnostics.push(diagnostic.hint(hint));
    }

    fn conflict(&mut self, place: std::ops::Range<usize>) {
        let hint = "delete the lines that begin with `<<<<<<<`, `=======`, `|||||||` and `>>>>>>>`, and keep all others: \
            each line says all by itself";
        self.invalid(place, "git could not merge here", hint);
    }

    fn newer(&mut self, place: std::ops::Range<usize>, version: &str) {
        let message = format!("the file is of version `{version}`; this program knows version {VERSION}");
        let diagnostic = Diagnostic::new(Code::AgreementVersion, message).at(self.path, Span::new(place));
        self.diagnostics.push(diagnostic.hint("use the newer songngu that wrote it"));
    }

    fn entry(&mut self, start: usize, line: &str) -> Option<Entry> {
        let whole = start..start + line.len();
        let columns: Vec<&str> = line.split('\t').collect();
        let &[kind, a_hash, b_hash, a_text, b_text] = columns.as_slice() else {
            let message = match columns.len() {
                1 => "a line of one column instead of five".to_owned(),
                count => format!("a line of {count} columns instead of five"),
            };
            self.invalid(whole, message, "take the line from git again, or delete it and agree on the two texts anew");
            return None;
        };
        let mut said = |hash: &str, text: &str| {
            let digest = Digest::of(text.as_bytes());
            if digest.to_hex()[..DIGITS] != *hash {
                let offset = start + (text.as_ptr() as usize - line.as_ptr() as usize);
                let message = format!("the hash `{}` is not that of this text", shortened(hash));
                let hint = "take the line from git again, or delete it and agree on the two texts anew";
                self.invalid(offset..offset + text.len(), message, hint);
                return None;
            }
            Some(Said { hash: digest, text: text.to_owned() })
        };
        let (a, b) = (said(a_hash, a_text), said(b_hash, b_text));
        Some(Entry { kind: kind.to_owned(), sides: [a?, b?] })
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(DIGITS).collect()
}

/// The text of a file with these entries.
pub fn write(entries: &[Entry]) -> String {
    let mut out = format!("{HEAD}{VERSION}\n\n");
    for Entry { kind, sides: [a, b] } in entries {
        let hash = |said: &Said| said.hash.to_hex()[..DIGITS].to_owned();
        out.push_str(&format!("{kind}\t{}\t{}\t{}\t{}\n\n", hash(a), hash(b), a.text, b.text));
    }
    out.push_str(END);
    out.push('\n');
    out
}
