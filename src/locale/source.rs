//! One `.ftl` file, taken apart.
//!
//! Enters: a file's text. Leaves: its definitions with spans, what Fluent needs to run them, and
//! diagnostics for what cannot be read. Never: a file serialised again; spans are those of the text.

use std::sync::Arc;

use fluent::FluentResource;
use fluent_syntax::ast::{Attribute, Comment, Entry, Pattern};
use fluent_syntax::parser::{self, ErrorKind, ParserError};

use super::html::is_mark;
use super::junk;
use super::lexicon::LocaleFile;
use super::shape::{Flaw, Shape, shape};
use crate::base::{SourcePath, Span};
use crate::diag::{Code, Diagnostic};

/// The deepest nesting of braces: Fluent's parser calls itself for each.
const MAX_DEPTH: usize = 32;

/// Where a message or term is defined. Byte offsets are those of the file's text as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The message's name; a term's begins with `-`.
    pub id: String,
    /// Its file.
    pub path: SourcePath,
    /// Whether the file is part of the theme.
    pub theme: bool,
    /// The whole entry, from its name to its last character (attributes included, its comment not):
    /// what to splice.
    pub span: Span,
    /// Its name.
    pub name: Span,
    /// What its value and attributes use, by key (`id`, `id.attribute`); for a key, where its name is.
    pub(super) parts: Vec<Part>,
}

/// The value or an attribute of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// `id` or `id.attribute`.
    pub(super) key: String,
    /// Its name.
    pub(super) name: Span,
    pub(super) shape: Shape,
}

/// What one file gives.
pub(super) struct Parsed {
    /// In the order of the file.
    pub(super) definitions: Vec<Definition>,
    /// The names of entries that cannot be read.
    pub(super) unreadable: Vec<String>,
    /// For Fluent to run.
    pub(super) resource: Arc<FluentResource>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Reads a file. What cannot be read is reported and left out.
pub(super) fn parse(file: &LocaleFile) -> Parsed {
    let LocaleFile { lang: _, path, text, theme: _ } = file;
    let (skipped, body) = match text.strip_prefix('\u{feff}') {
        Some(body) => (text.len() - body.len(), body),
        None => (0, &**text),
    };
    let forbidden = forbidden(body).map(|(at, length, message)| {
        Diagnostic::new(Code::MessageInvalid, message).at(path, Span::new(at..at + length).shifted(skipped))
    });
    if let Some(diagnostic) = forbidden {
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(String::new());
        return Parsed {
            definitions: Vec::new(),
            unreadable: Vec::new(),
            resource: Arc::new(resource),
            diagnostics: vec![diagnostic],
        };
    }
    let (tree, errors) = match parser::parse(body) {
        Ok(tree) => (tree, Vec::new()),
        Err((tree, errors)) => (tree, errors),
    };
    let place = |slice: &str| span_within(body, slice).shifted(skipped);
    let starts: Vec<usize> = tree.body.iter().map(|entry| start_of(body, entry)).collect();
    let mut diagnostics: Vec<Diagnostic> = errors.iter().map(|error| junk_found(path, body, skipped, error)).collect();
    let mut definitions = Vec::new();
    for (at, entry) in tree.body.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(body.len());
        let Some((definition, flaws)) = define(file, entry, &place) else { continue };
        let start = definition.name.start as usize - skipped;
        let end = start + body[start..end].trim_end().len();
        definitions.push(Definition { span: Span::new(start..end).shifted(skipped), ..definition });
        diagnostics.extend(
            flaws.into_iter().map(|Flaw { code, message, hint, span }| {
                Diagnostic::new(code, message).at(path, span).maybe_hint(hint)
            }),
        );
    }
    let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(body.to_owned());
    let unreadable = tree.body.iter().filter_map(unreadable_name).collect();
    Parsed { definitions, unreadable, resource: Arc::new(resource), diagnostics }
}

/// The name at the start of an entry that cannot be read, if it begins with one.
fn unreadable_name(entry: &Entry<&str>) -> Option<String> {
    let Entry::Junk { content } = entry else { return None };
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let name = content.split(|c| !is_part(c)).next().unwrap_or_default();
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-').then(|| name.to_owned())
}

/// What no file may hold: marks of ours, and braces nested beyond reason. Offset, length, words.
fn forbidden(body: &str) -> Option<(usize, usize, String)> {
    let mut depth = 0usize;
    let mut line_start = true;
    for (at, letter) in body.char_indices() {
        if is_mark(letter) {
            return Some((at, letter.len_utf8(), format!("U+{:04X} is not a character for texts", letter as u32)));
        }
        depth = match letter {
            // An entry begins: whatever was open before is junk.
            _ if line_start && (letter.is_ascii_alphabetic() || letter == '-' || letter == '#') => 0,
            '{' => depth + 1,
            '}' => depth.saturating_sub(1),
            _ => depth,
        };
        if depth > MAX_DEPTH {
            return Some((at, 1, format!("braces are nested more than {MAX_DEPTH} deep")));
        }
        line_start = letter == '\n';
    }
    let escape = body.match_indices("\\u").chain(body.match_indices("\\U"));
    for (at, _) in escape {
        let digits: String = body[at + 2..].chars().take_while(char::is_ascii_hexdigit).take(6).collect();
        let value = |length: usize| digits.get(..length).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        let named =
            [value(4), value(6)].into_iter().flatten().filter_map(char::from_u32).find(|letter| is_mark(*letter));
        if let Some(letter) = named {
            return Some((at, 2 + digits.len(), format!("U+{:04X} is not a character for texts", letter as u32)));
        }
    }
    None
}

/// The place of a slice within the text that it was cut from, by pointer arithmetic.
///
/// A slice that was not cut from it (there is none) gets the start of the text.
fn span_within(body: &str, slice: &str) -> Span {
    let offset = (slice.as_ptr() as usize).wrapping_sub(body.as_ptr() as usize);
    if offset <= body.len() && offset + slice.len() <= body.len() {
        Span::new(offset..offset + slice.len())
    } else {
        Span::default()
    }
}

/// Where an entry begins, its comment included.
fn start_of(body: &str, entry: &Entry<&str>) -> usize {
    let at = |slice: &str| span_within(body, slice).start as usize;
    let line = |offset: usize| body[..offset].rfind('\n').map_or(0, |newline| newline + 1);
    let comment = |comment: &Comment<&str>| comment.content.first().map(|first| line(at(first)));
    match entry {
        Entry::Message(message) => message.comment.as_ref().and_then(comment).unwrap_or_else(|| at(message.id.name)),
        Entry::Term(term) => term.comment.as_ref().and_then(comment).unwrap_or_else(|| at(term.id.name) - 1),
        Entry::Comment(text) | Entry::GroupComment(text) | Entry::ResourceComment(text) => {
            comment(text).unwrap_or(body.len())
        }
        Entry::Junk { content } => at(content),
    }
}

/// A message or term with what it uses; its span is still empty.
fn define(file: &LocaleFile, entry: &Entry<&str>, place: &dyn Fn(&str) -> Span) -> Option<(Definition, Vec<Flaw>)> {
    let (sigil, name, value, attributes): (&str, &str, Option<&Pattern<&str>>, &[Attribute<&str>]) = match entry {
        Entry::Message(message) => ("", message.id.name, message.value.as_ref(), &message.attributes),
        Entry::Term(term) => ("-", term.id.name, Some(&term.value), &term.attributes),
        Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => return None,
    };
    let id = format!("{sigil}{name}");
    let mut flaws = Vec::new();
    let mut parts = Vec::new();
    let own = Span { start: place(name).start - sigil.len() as u32, ..place(name) };
    let named = value.into_iter().map(|value| (id.clone(), own, value));
    let attributed = attributes.iter().map(|attribute| {
        let Attribute { id: attribute, value } = attribute;
        (format!("{id}.{}", attribute.name), place(attribute.name), value)
    });
    for (key, name, pattern) in named.chain(attributed) {
        if parts.iter().any(|part: &Part| part.key == key) {
            let message = format!("attribute `{key}` is defined twice");
            let hint = Some("delete one of them".to_owned());
            flaws.push(Flaw { code: Code::MessageDuplicate, message, hint, span: name });
        }
        let (shape, found) = shape(pattern, place);
        flaws.extend(found);
        parts.push(Part { key, name, shape });
    }
    let definition =
        Definition { id, path: file.path.clone(), theme: file.theme, span: Span::default(), name: own, parts };
    Some((definition, flaws))
}

fn junk_found(path: &SourcePath, body: &str, skipped: usize, error: &ParserError) -> Diagnostic {
    let ParserError { pos, slice: _, kind } = error;
    let (words, hint) = junk::words(kind);
    let mut start = pos.start.min(body.len());
    while !body.is_char_boundary(start) {
        start -= 1;
    }
    // At the end of a line the reader looks for the mistake on that line, not on the next.
    if start == body.len() || body.as_bytes().get(start) == Some(&b'\n') {
        start = body[..start].trim_end().len();
    }
    // A sign that is missing is missing where the text before ends, not where the next line begins.
    let line_start = body[..start].rfind('\n').map_or(0, |newline| newline + 1);
    if matches!(kind, ErrorKind::ExpectedToken(_)) && body[line_start..start].trim().is_empty() {
        start = body[..line_start].trim_end().len();
    }
    let length = body[start..].chars().next().filter(|letter| *letter != '\n').map_or(0, char::len_utf8);
    Diagnostic::new(Code::MessageInvalid, words)
        .at(path, Span::new(start..start + length).shifted(skipped))
        .maybe_hint(hint.map(str::to_owned))
}
