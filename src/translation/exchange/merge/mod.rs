//! What came back, merged into what is there now.
//!
//! Enters: the texts of the site as they are, and files that translators sent back. Leaves: edits of sources, and
//! everything that speaks against them. Never here: an edit of a text that has moved since it was exported, one that
//! changes more than its own text, files on disk.

mod bytes;
mod data;
mod front;
mod page;
mod place;
mod strings;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::inline::tidy;
use super::numbers::Numbers;
use super::{Batch, Entry, Hash, Part, Received, ReceivedEntry, Token};
use crate::base::{Digest, Lang, SourcePath};
use crate::diag::{Code, Diagnostic, Location, Severity};

pub use bytes::patched;
pub use data::Data;
pub use page::{Page, Side};
pub use strings::Strings;

/// The texts of a site as they are now, with what is needed to write others in their place.
#[derive(Debug, Clone)]
pub struct Current {
    /// All texts from one language into the other.
    pub batch: Batch,
    /// Where they come from: one for each part of the batch.
    pub origins: Vec<Origin>,
}

/// Where the texts of a part come from.
#[derive(Debug, Clone)]
pub enum Origin {
    /// A page.
    Page(Page),
    /// A file of data, which holds both languages.
    Data(Data),
    /// A file of strings.
    Strings(Strings),
}

/// What is to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merged {
    /// One for each file that changes; sorted by path.
    pub changes: Vec<Change>,
    /// How many texts came back as they are.
    pub unchanged: usize,
    /// How many came back without a translation.
    pub empty: usize,
    /// How many are marked as not done, and were left.
    pub fuzzy: usize,
    /// Editions that could not be made, because not all of their texts are translated: file, translated, all.
    pub unfinished: Vec<(SourcePath, usize, usize)>,
    /// The texts that came back done, written or as they were: what a translator has looked at.
    pub done: Vec<Done>,
}

/// A text that came back done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The file that it was translated from.
    pub source: SourcePath,
    /// Its address there.
    pub id: String,
    /// The line of that file on which it begins, from 1.
    pub line: u32,
    /// The language that it was translated from, and the one that it was translated into.
    pub langs: [Lang; 2],
}

impl Done {
    fn of(batch: &Batch, part: usize, at: usize) -> Done {
        let Part { source, entries, .. } = &batch.parts[part];
        let Entry { id, line, .. } = &entries[at];
        Done { source: source.clone(), id: id.clone(), line: *line, langs: [batch.from.clone(), batch.to.clone()] }
    }
}

/// A file that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The file.
    pub path: SourcePath,
    /// Its text until now, as it was read; `None` if it is made anew.
    pub old: Option<Arc<str>>,
    /// What is written in place of what; in order, without overlap. For a new file one edit of nothing.
    pub edits: Vec<Edit>,
    /// The ids of the texts that change, in the order of the source.
    pub entries: Vec<String>,
}

/// A piece of text in place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes of the old text that go.
    pub range: Range<usize>,
    /// What comes in their place.
    pub text: String,
}

impl Change {
    /// The text of the file from now on.
    pub fn new_text(&self) -> String {
        applied(self.old.as_deref().unwrap_or_default(), &self.edits)
    }
}

/// A text with edits made in it, which are in order and do not overlap.
pub(super) fn applied(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for Edit { range, text: new } in edits {
        out.push_str(&text[at..range.start]);
        out.push_str(new);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}

/// What is asked of a merge.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Take texts that are marked as not done, too.
    pub fuzzy: bool,
    /// Leave texts that have moved, and take the others.
    pub skip_moved: bool,
}

/// A text that is to be written.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    /// Its place among the entries of its part.
    pub(super) at: usize,
    /// The new text, tidy.
    pub(super) text: String,
    /// Where it stands in the file that came back.
    pub(super) location: Location,
}

/// The hash of a written text, as files carry it.
pub fn hash_of(written: &str) -> Hash {
    Hash::new(Digest::of(tidy(written).as_bytes()))
}

/// Merges what came back. If there is an error among the diagnostics, nothing may be written.
pub fn merge(current: &Current, received: &[(SourcePath, Received)], wishes: Wishes) -> (Merged, Vec<Diagnostic>) {
    let mut merged = Merged::default();
    let mut diagnostics = Vec::new();
    let mut wanted: BTreeMap<usize, Vec<Wanted>> = BTreeMap::new();
    let mut seen: BTreeMap<(usize, usize), Location> = BTreeMap::new();
    for (file, received) in received {
        if let Some(problem) = misfit(&current.batch, file, received) {
            diagnostics.push(problem);
            continue;
        }
        for entry in &received.entries {
            let location = Location::span(file, entry.span);
            match find(&current.batch, entry) {
                Found::At(part, at) => {
                    let known = &current.batch.parts[part].entries[at];
                    // One that has moved may have found another by its address; that it has moved is told of it.
                    let is_it = known.source_hash == entry.source_hash;
                    if let Some(first) = is_it.then(|| seen.insert((part, at), location.clone())).flatten() {
                        let message = format!("the text `{}` of `{}` comes back twice", entry.id, entry.source);
                        let twice = Diagnostic::new(Code::ImportDuplicate, message).located(location);
                        diagnostics.push(twice.related(first, "it came first here").hint("delete one of the two"));
                        continue;
                    }
                    match decide(known, entry, wishes) {
                        Decision::Write(text) => wanted.entry(part).or_default().push(Wanted { at, text, location }),
                        Decision::Unchanged => {
                            merged.unchanged += 1;
                            let hashes = (&known.source_hash, &known.target_hash);
                            let is_done = !entry.fuzzy && hashes == (&entry.source_hash, &entry.target_hash);
                            merged.done.extend(is_done.then(|| Done::of(&current.batch, part, at)));
                        }
                        Decision::Empty => merged.empty += 1,
                        Decision::Fuzzy => merged.fuzzy += 1,
                        Decision::Refuse(code, message, hint) => {
                            diagnostics.push(refusal(code, message, hint, location, wishes));
                        }
                    }
                }
                Found::Nowhere(code, message) => {
                    let hint = "export the texts again, and translate what has changed";
                    diagnostics.push(refusal(code, message, hint, location, wishes));
                }
            }
        }
    }
    for (part, mut wanted) in wanted {
        wanted.sort_by_key(|wanted| wanted.at);
        let places: Vec<usize> = wanted.iter().map(|wanted| wanted.at).collect();
        let (change, problems) = write(&current.batch.parts[part], &current.origins[part], wanted, &mut merged);
        diagnostics.extend(problems);
        if change.is_some() {
            merged.done.extend(places.into_iter().map(|at| Done::of(&current.batch, part, at)));
        }
        merged.changes.extend(change);
    }
    merged.changes.sort_by(|a, b| a.path.cmp(&b.path));
    (merged, diagnostics)
}

fn refusal(code: Code, message: String, hint: &str, location: Location, wishes: Wishes) -> Diagnostic {
    let mut diagnostic = Diagnostic::new(code, message).located(location).hint(hint);
    if code == Code::ImportMoved && wishes.skip_moved {
        diagnostic.severity = Severity::Warning;
    }
    diagnostic
}

/// Why a file is not for this site and these languages.
fn misfit(batch: &Batch, file: &SourcePath, received: &Received) -> Option<Diagnostic> {
    let Received { format, site, from, to, entries: _ } = received;
    let foreign = |message: String| Diagnostic::new(Code::ImportForeign, message).in_file(file);
    if *site != batch.site {
        let message = format!("the {} file is for the site `{site}`, not for `{}`", format.name(), batch.site);
        return Some(foreign(message).hint("name the folder of its site with `--root DIR`"));
    }
    if (from, to) != (&batch.from, &batch.to) {
        let message = format!("the {} file is from `{from}` into `{to}`", format.name());
        return Some(foreign(message).hint("import files of different languages one after the other"));
    }
    None
}

enum Found {
    At(usize, usize),
    Nowhere(Code, String),
}

/// The entry that a text belongs to: the one of its id, or the one of its source's hash if that has moved elsewhere.
fn find(batch: &Batch, entry: &ReceivedEntry) -> Found {
    let ReceivedEntry { source, id, source_hash, .. } = entry;
    let Some(at) = batch.parts.iter().position(|part| part.source == *source) else {
        return Found::Nowhere(Code::ImportForeign, format!("the site has no `{source}` with texts to translate"));
    };
    let entries = &batch.parts[at].entries;
    let named = entries.iter().position(|known| known.id == *id);
    if let Some(named) = named.filter(|named| entries[*named].source_hash == *source_hash) {
        return Found::At(at, named);
    }
    let mut same = entries.iter().enumerate().filter(|(_, known)| known.source_hash == *source_hash);
    match (same.next(), same.next(), named) {
        (Some((same, _)), None, _) => Found::At(at, same),
        (_, _, Some(named)) => Found::At(at, named),
        (_, _, None) => Found::Nowhere(Code::ImportMoved, format!("`{source}` has no text `{id}` any more")),
    }
}

enum Decision {
    Write(String),
    Unchanged,
    Empty,
    Fuzzy,
    Refuse(Code, String, &'static str),
}

fn decide(known: &Entry, entry: &ReceivedEntry, wishes: Wishes) -> Decision {
    let ReceivedEntry { source, id, source_hash, target_hash, target, fuzzy, .. } = entry;
    let source_moved = known.source_hash != *source_hash;
    let target_moved = known.target_hash != *target_hash;
    let moved = |what: &str| {
        let message = format!("{what} of `{id}` in `{source}` has moved since the text was exported");
        let hint = "export the texts again and translate this one anew; `--skip-moved` leaves it and takes the others";
        Decision::Refuse(Code::ImportMoved, message, hint)
    };
    let has_markup = target.iter().any(|token| !matches!(token, Token::Written(_)));
    let written = Numbers::new(&known.source, known.target.as_ref()).written(target).map(|text| tidy(&text));
    // The numbers of markup are those of the texts as they are now; where those have moved, they say nothing.
    let written = match (written, (source_moved || target_moved) && has_markup) {
        (_, true) => return moved(if source_moved { "the source" } else { "the translation" }),
        (Err(message), false) => {
            let hint = "take the markup over from the source, and nothing else";
            return Decision::Refuse(Code::ImportMarkup, format!("{message}: `{id}` of `{source}`"), hint);
        }
        (Ok(written), false) => written,
    };
    if written.is_empty() {
        return Decision::Empty;
    }
    let now = known.target.as_ref().map(|target| tidy(&target.written()));
    if now.as_deref() == Some(&written) || target_hash.as_ref() == Some(&hash_of(&written)) {
        return Decision::Unchanged;
    }
    if *fuzzy && !wishes.fuzzy {
        return Decision::Fuzzy;
    }
    if source_moved || target_moved {
        return moved(if source_moved { "the source" } else { "the translation" });
    }
    if let Some(control) = written.chars().find(|letter| letter.is_control() && *letter != '\n') {
        let message = format!("U+{:04X} is not a character for texts: `{id}` of `{source}`", control as u32);
        return Decision::Refuse(Code::ImportMarkup, message, "delete it");
    }
    Decision::Write(written)
}

/// The edits that write the wanted texts into a file, and what speaks against them.
fn write(part: &Part, origin: &Origin, wanted: Vec<Wanted>, merged: &mut Merged) -> (Option<Change>, Vec<Diagnostic>) {
    match origin {
        Origin::Page(page) if page.target.is_none() => {
            // Anything that has words counts; the rest of the page is copied.
            let all = part.entries.len();
            if wanted.len() < all {
                merged.unfinished.push((part.target.clone(), wanted.len(), all));
                return (None, Vec::new());
            }
            page.create(part, &wanted)
        }
        Origin::Page(page) => page.write(part, &wanted),
        Origin::Data(data) => data.write(part, &wanted),
        Origin::Strings(strings) => strings.write(part, &wanted),
    }
}

/// Compares what stands in a text beside words, before and after.
///
/// # Errors
///
/// What both sides have and the new text lacks, or what neither has: in words.
pub(super) fn same_slots(source: &[String], old: Option<&[String]>, new: &[String]) -> Result<(), String> {
    let count = |slots: &[String]| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for slot in slots {
            *counts.entry(slot.clone()).or_default() += 1;
        }
        counts
    };
    let (source, new) = (count(source), count(new));
    let old = old.map_or_else(|| source.clone(), count);
    let of = |counts: &BTreeMap<String, usize>, slot: &String| counts.get(slot).copied().unwrap_or(0);
    for slot in source.keys().chain(old.keys()).chain(new.keys()) {
        let (a, b, now) = (of(&source, slot), of(&old, slot), of(&new, slot));
        if now < a.min(b) {
            return Err(format!("`{slot}` is missing in the translation"));
        }
        if now > a.max(b) {
            return Err(format!("`{slot}` is not in the source"));
        }
    }
    Ok(())
}
