//! Certain changes put into a text, and the proof that nothing else of it has changed.
//!
//! Enters: a source text and changes of ranges of it. Leaves: the new text. Never here: files; a change that would
//! alter what the rest of the text is read as.

use std::fmt;
use std::sync::Arc;

use crate::base::{Content, Lang, SourcePath, Span};
use crate::config::yaml::{self, Key, Node, Yaml};
use crate::diag::Edit;
use crate::locale::{self, LocaleFile};
use crate::parse::{self, Document, Parsed};

/// Why the changes of a file were not made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The file.
    pub path: SourcePath,
    /// What would have gone wrong.
    pub because: &'static str,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` was not changed: {}", self.path, self.because)
    }
}

/// The text with the changes of this file made.
///
/// # Errors
/// If two changes overlap, if one lies outside the text, and if anything but the changed words is read differently
/// afterwards: other blocks, links, references, keys, messages.
pub fn repaired(path: &SourcePath, text: &Arc<str>, edits: &[&Edit]) -> Result<String, Refused> {
    let refused = |because| Refused { path: path.clone(), because };
    let new = spliced(text, edits).ok_or_else(|| refused("two changes overlap, or one lies outside of the text"))?;
    let spans: Vec<Span> = edits.iter().map(|edit| edit.span).collect();
    let same = if path.as_str().ends_with(".ftl") {
        same_messages(path, text, &new, &spans)
    } else if path.as_str().ends_with(".yaml") {
        same_data(path, (text, 0), (&new, 0), &spans)
    } else {
        same_document(path, text, &new, &spans)
    };
    if same { Ok(new) } else { Err(refused("something else in it would be read differently")) }
}

fn spliced(text: &str, edits: &[&Edit]) -> Option<String> {
    let mut sorted: Vec<&&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| (edit.span, edit.text.clone()));
    sorted.dedup();
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in sorted {
        let range = edit.span.range();
        out.push_str(text.get(done..range.start).filter(|_| range.start >= done)?);
        text.get(range.clone())?;
        out.push_str(&edit.text);
        done = range.end;
    }
    out.push_str(text.get(done..)?);
    Some(out)
}

/// Whether a range meets one of the changes.
fn is_changed(span: Span, edits: &[Span]) -> bool {
    edits.iter().any(|edit| edit.start <= span.end && span.start <= edit.end)
}

fn document(path: &SourcePath, text: Arc<str>) -> Option<Arc<Document>> {
    match parse::file(path, &Content::Text(text)) {
        (Parsed::Document(document), problems) if problems.iter().all(|problem| !problem.is_error()) => Some(document),
        _ => None,
    }
}

/// Whether two texts are the same documents but for the words that the changes touch.
fn same_document(path: &SourcePath, old: &Arc<str>, new: &str, edits: &[Span]) -> bool {
    let (Some(before), Some(after)) = (document(path, old.clone()), document(path, new.into())) else { return false };
    let (a, b) = (&before.body, &after.body);
    let kinds = |document: &Document| document.body.blocks.iter().map(|block| block.kind).collect::<Vec<_>>();
    let targets = |document: &Document| {
        document.body.links.iter().map(|link| (link.target.clone(), link.title.clone())).collect::<Vec<_>>()
    };
    let ids = |document: &Document| {
        let Document { body, .. } = document;
        let terms = body.terms.iter().map(|term| term.id.clone());
        let figures = body.figures.iter().map(|figure| figure.id.clone());
        let citations = body.citations.iter().map(|citation| citation.id.clone());
        let calls = body.components.iter().map(|call| format!("{}{:?}", call.name, call.arguments.len()));
        let notes = body.footnotes.iter().map(|note| note.label.clone());
        terms.chain(figures).chain(citations).chain(calls).chain(notes).collect::<Vec<_>>()
    };
    let same_words = a.blocks.len() == b.blocks.len()
        && a.blocks.iter().zip(&b.blocks).all(|(one, other)| {
            is_changed(one.span, edits) || a.plain(one.events.clone()) == b.plain(other.events.clone())
        });
    let yaml = |document: &Document| document.front_yaml().map(|yaml| (document.body.source.clone(), yaml));
    let same_yaml = match (yaml(&before), yaml(&after)) {
        (Some((one, a)), Some((other, b))) => {
            let (one, other) = ((&one[a.clone()], a.start), (&other[b.clone()], b.start));
            same_data(path, one, other, edits)
        }
        (one, other) => one.is_none() && other.is_none(),
    };
    kinds(&before) == kinds(&after)
        && targets(&before) == targets(&after)
        && ids(&before) == ids(&after)
        && same_words
        && same_yaml
}

/// Whether two YAML texts, each with its place in its file, hold the same data but for the words that the changes touch.
fn same_data(path: &SourcePath, (old, at): (&str, usize), (new, new_at): (&str, usize), edits: &[Span]) -> bool {
    match (yaml::parse(path, old, at), yaml::parse(path, new, new_at)) {
        (Ok(before), Ok(after)) => same_node(&before, &after, edits),
        _ => false,
    }
}

fn same_node(before: &Node, after: &Node, edits: &[Span]) -> bool {
    match (&before.value, &after.value) {
        (Yaml::Map(a), Yaml::Map(b)) => {
            let same = |((one, old), (other, new)): (&(Key, Node), &(Key, Node))| {
                one.name == other.name && same_node(old, new, edits)
            };
            a.len() == b.len() && a.iter().zip(b).all(same)
        }
        (Yaml::List(a), Yaml::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(old, new)| same_node(old, new, edits))
        }
        (Yaml::Text(_), Yaml::Text(_)) if is_changed(before.span, edits) => true,
        (a, b) => a == b,
    }
}

/// Whether two files have the same messages but for the words that the changes touch.
fn same_messages(path: &SourcePath, old: &Arc<str>, new: &str, edits: &[Span]) -> bool {
    let lang = path.below("locales").and_then(|inside| Lang::new(inside.split('/').next().unwrap_or_default()));
    let Some(lang) = lang else { return false };
    let texts =
        |text: Arc<str>| locale::texts(&LocaleFile { lang: lang.clone(), path: path.clone(), text, theme: false });
    let (before, after) = (texts(old.clone()), texts(new.into()));
    let words = |text: &locale::MessageText| text.pieces.iter().map(|piece| piece.text.clone()).collect::<Vec<_>>();
    before.len() == after.len()
        && before
            .iter()
            .zip(&after)
            .all(|(one, other)| one.key == other.key && (is_changed(one.span, edits) || words(one) == words(other)))
}

/// What becomes of letters whose marks stand apart, on lines that nothing else changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// They stay as they are.
    Stay,
    /// They are put together.
    Compose,
}

/// The bytes of a file whose normalised text is `old`, with `new` in place of it: with the byte order mark and the line ends
/// that the file has. Lines that are the same in both stay byte for byte, unless their letters are to be composed.
///
/// # Errors
/// If the file is not what the text was read from.
pub fn as_on_disk(path: &SourcePath, raw: &[u8], old: &str, new: &str, apart: Apart) -> Result<Vec<u8>, Refused> {
    let refused = || Refused { path: path.clone(), because: "it was changed by somebody else in the meantime" };
    let raw = std::str::from_utf8(raw).map_err(|_| refused())?;
    let (mark, body) = match raw.strip_prefix('\u{feff}') {
        Some(body) => ("\u{feff}", body),
        None => ("", raw),
    };
    if crate::text::nfc(&body.replace("\r\n", "\n")) != old {
        return Err(refused());
    }
    let raw_lines: Vec<&str> = body.split('\n').collect();
    let (old_lines, new_lines): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
    if new_lines.len() != raw_lines.len() || old_lines.len() != raw_lines.len() {
        return Err(Refused { path: path.clone(), because: "a change goes over the end of a line" });
    }
    let last = new_lines.len() - 1;
    let mut out = mark.to_owned();
    for (at, (raw, (old, new))) in raw_lines.into_iter().zip(old_lines.into_iter().zip(new_lines)).enumerate() {
        let end = if raw.ends_with('\r') && at < last { "\r" } else { "" };
        out.push_str(if old == new && apart == Apart::Stay { raw.strip_suffix(end).unwrap_or(raw) } else { new });
        out.push_str(end);
        out.push_str(if at < last { "\n" } else { "" });
    }
    Ok(out.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repair(text: &str, edits: &[(&str, &str)]) -> Result<String, &'static str> {
        let path = SourcePath::new("content/a.vi.md");
        let edits: Vec<Edit> = edits
            .iter()
            .map(|(old, new)| {
                let at = text.find(old).expect("in the text");
                Edit::new(&path, Span::new(at..at + old.len()), (*new).to_owned())
            })
            .collect();
        repaired(&path, &text.into(), &edits.iter().collect::<Vec<_>>()).map_err(|refused| refused.because)
    }

    const TEXT: &str = "---\ntitle: ðường\n---\n\n## Một\n\nðất [nối](b.md) 1.5 km.\n\n- hai\n- ba\n";

    #[test]
    fn only_what_is_changed_changes() {
        let expected = TEXT.replace('ð', "đ").replace("1.5", "1,5");
        assert_eq!(repair(TEXT, &[("ðư", "đư"), ("ðấ", "đấ"), ("1.5", "1,5")]), Ok(expected));
    }

    #[test]
    fn what_would_be_read_differently_is_refused() {
        let refused = Err("something else in it would be read differently");
        assert_eq!(repair(TEXT, &[("- ba", "ba")]), refused.clone(), "a list that becomes shorter");
        assert_eq!(repair(TEXT, &[("(b.md)", "b.md")]), refused.clone(), "a link that is none any more");
        assert_eq!(repair(TEXT, &[("title: ð", "titel: đ")]), refused, "a key that nobody knows");
        assert_eq!(
            repair(TEXT, &[("ðất", "đất"), ("ðất", "dất")]),
            Err("two changes overlap, or one lies outside of the text")
        );
    }

    #[test]
    fn a_file_keeps_its_line_ends() {
        let path = SourcePath::new("content/a.vi.md");
        let raw = "\u{feff}a\r\no\u{302}\nc\r\n".as_bytes();
        let both = |apart| as_on_disk(&path, raw, "a\nô\nc\n", "a\nô\nc!\n", apart);
        assert_eq!(both(Apart::Compose).as_deref(), Ok("\u{feff}a\r\nô\nc!\r\n".as_bytes()));
        assert_eq!(
            both(Apart::Stay).as_deref(),
            Ok("\u{feff}a\r\no\u{302}\nc!\r\n".as_bytes()),
            "the line itself only"
        );
        let stays = |raw: &[u8], old, new| as_on_disk(&path, raw, old, new, Apart::Stay);
        assert!(stays(b"other", "a\n", "b\n").is_err());
        assert!(stays(b"a\n", "a\n", "b\nc\n").is_err());
    }
}
