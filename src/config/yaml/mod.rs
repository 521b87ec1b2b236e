//! YAML as a tree with places, read once, and typed readers that collect mistakes.
//!
//! Enters: the text of a YAML document and where it starts in its file. Leaves: a [`Node`], or one
//! diagnostic at the place where the YAML breaks. Never here: what a key means.

mod reader;
mod words;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{DuplicateKeyPolicy, MergeKeyPolicy, Spanned};

use crate::base::{LineColumn, LineIndex, SourcePath, Span};
use crate::diag::{Code, Diagnostic};

use words::Words;

pub use reader::{Placed, Reader, free, quoted};

/// A YAML value and where it stands in its file.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The value.
    pub value: Yaml,
    /// A scalar's whole text; of a list or map, where it begins.
    pub span: Span,
}

/// A YAML value.
#[derive(Debug, Clone, PartialEq)]
pub enum Yaml {
    /// Nothing: `key:` or `null`.
    Null,
    /// `true` or `false`, and nothing else (YAML 1.2).
    Bool(bool),
    /// A number, as it was written: `8.60` keeps its zero.
    Number(String),
    /// Any other scalar.
    Text(String),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, in the order of the file; keys are unique.
    Map(Vec<(Key, Node)>),
}

/// A key of a mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

impl Yaml {
    /// The kind of value, in words for messages.
    fn kind(&self) -> &'static str {
        match self {
            Yaml::Null => "nothing",
            Yaml::Bool(_) => "true or false",
            Yaml::Number(_) => "a number",
            Yaml::Text(_) => "a text",
            Yaml::List(_) => "a list",
            Yaml::Map(_) => "a map",
        }
    }
}

/// The deepest nesting accepted.
const MAX_DEPTH: usize = 16;
/// The most values accepted in one document: a table of some ten thousand rows in several languages. What a file may
/// weigh is limited before it is read.
const MAX_NODES: usize = 250_000;

/// Reads a YAML document that begins at byte `offset` of its file.
///
/// An empty document is an empty map.
///
/// # Errors
/// Invalid YAML, a key written twice, anchors and aliases, merge keys, nesting or size beyond the
/// limits: one diagnostic at its place.
pub fn parse(path: &SourcePath, yaml: &str, offset: usize) -> Result<Node, Box<Diagnostic>> {
    let budget = serde_yaml::budget! { max_aliases: 0, max_anchors: 0, max_depth: MAX_DEPTH, max_nodes: MAX_NODES };
    let options = serde_yaml::options! {
        budget: budget,
        duplicate_keys: DuplicateKeyPolicy::Error,
        merge_keys: MergeKeyPolicy::Error,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        with_snippet: false
    };
    match serde_yaml::from_str_with_options::<Spanned<Raw>>(yaml, options) {
        Ok(raw) => {
            let node = place(raw, yaml, offset);
            let value = if node.value == Yaml::Null { Yaml::Map(Vec::new()) } else { node.value };
            Ok(Node { value, span: node.span })
        }
        Err(error) => Err(Box::new(diagnostic(path, yaml, offset, error.without_snippet()))),
    }
}

/// A value as the deserialiser hands it out, before it has its place.
enum Raw {
    Null,
    Bool(bool),
    Number,
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Bool(value))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}

fn place(raw: Spanned<Raw>, yaml: &str, offset: usize) -> Node {
    let local = local_span(&raw);
    let span = local.shifted(offset);
    let value = match raw.value {
        Raw::Null => Yaml::Null,
        Raw::Bool(value) => Yaml::Bool(value),
        Raw::Number => Yaml::Number(local.text(yaml).to_owned()),
        Raw::Text(text) => Yaml::Text(text),
        Raw::List(items) => Yaml::List(items.into_iter().map(|item| place(item, yaml, offset)).collect()),
        Raw::Map(entries) => Yaml::Map(
            entries
                .into_iter()
                .map(|(key, value)| {
                    let span = local_span(&key).shifted(offset);
                    (Key { name: key.value, span }, place(value, yaml, offset))
                })
                .collect(),
        ),
    };
    Node { value, span }
}

fn local_span<T>(spanned: &Spanned<T>) -> Span {
    let span = spanned.referenced.span();
    let start = span.byte_offset().unwrap_or(0) as usize;
    Span::new(start..start + span.byte_len().unwrap_or(0) as usize)
}

fn diagnostic(path: &SourcePath, yaml: &str, offset: usize, error: &serde_yaml::Error) -> Diagnostic {
    let full = error.to_string();
    let message = full.split(" at line ").next().unwrap_or(&full).to_owned();
    let at = error.location().map_or(0, |location| {
        let at = LineColumn { line: location.line() as u32, column: location.column() as u32 };
        LineIndex::new(yaml).offset(yaml, at).unwrap_or(yaml.len())
    });
    let length = yaml[at.min(yaml.len())..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
    let span = Span::new(at..at + length).shifted(offset);
    let Words { code, message, hint } = words::explain(&message);
    let span = match code {
        Code::YamlInvalid => missing_space(yaml, at).map_or(span, |span| span.shifted(offset)),
        // The library tells where the key begins; all of it is marked.
        Code::KeyDuplicate => Span::new(at..at + key_length(&yaml[at..])).shifted(offset),
        _ => span,
    };
    Diagnostic::new(code, message).at(path, span).maybe_hint(hint)
}

/// The colon without a space on the line before, where the reader has taken `title:Home` and the next key for one text.
fn missing_space(yaml: &str, at: usize) -> Option<Span> {
    let line_start = yaml[..at].rfind('\n')?;
    if !yaml[at..].starts_with(':') || yaml[line_start..at].contains(':') {
        return None;
    }
    let before_start = yaml[..line_start].rfind('\n').map_or(0, |newline| newline + 1);
    let before = &yaml[before_start..line_start];
    let colon = before.find(':').filter(|_| !before.contains(": ") && !before.ends_with(':'))?;
    Some(Span::new(before_start + colon..before_start + colon + 1))
}

/// How long the key at the start of a text is, in bytes.
fn key_length(text: &str) -> usize {
    text.find([':', '\n']).map_or(0, |end| text[..end].trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fails(yaml: &str) -> (Code, u32, String) {
        let path = SourcePath::new("content/a.yaml");
        let error = parse(&path, yaml, 0).expect_err("the YAML is wrong");
        let Some(crate::diag::Location { place: crate::diag::Place::Span(span), .. }) = error.location else {
            panic!("a YAML error has a place");
        };
        (error.code, LineIndex::new(yaml).line_column(yaml, span.start as usize).line, error.message)
    }

    #[test]
    fn only_true_and_false_are_booleans_and_numbers_keep_their_digits() {
        let path = SourcePath::new("content/a.yaml");
        let node = parse(&path, "no: no\nzero: 007\nprice: 8.60\nunder: 1_000\n", 0).expect("valid");
        let Yaml::Map(entries) = node.value else { panic!("a map") };
        let values: Vec<Yaml> = entries.into_iter().map(|(_, node)| node.value).collect();
        let text = |text: &str| Yaml::Text(text.to_owned());
        assert_eq!(values, [text("no"), text("007"), Yaml::Number("8.60".to_owned()), text("1_000")]);
    }

    #[test]
    fn what_is_wrong_is_said_at_its_line() {
        assert_eq!(fails("a: 1\nb: 2\na: 3\n"), (Code::KeyDuplicate, 3, "the key `a` is written twice".to_owned()));
        assert_eq!(fails("a: b: c\n").0, Code::YamlInvalid);
        assert_eq!(fails("x: 1\na: &x 1\n").0, Code::YamlForbidden);
        assert_eq!(fails("a: *x\n").0, Code::YamlForbidden);
        assert_eq!(fails("a:\n  <<: {b: 1}\n").0, Code::YamlForbidden);
        let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
        assert_eq!(fails(&deep).0, Code::YamlForbidden);
        assert_eq!(fails("a: 1\nb: \"open\n").1, 2);
    }

    #[test]
    fn a_span_is_where_the_value_stands_in_its_file() {
        let file = "---\ntitle: Đám mây\n---\n";
        let node = parse(&SourcePath::new("a.md"), &file[4..file.len() - 4], 4).expect("valid");
        let Yaml::Map(entries) = node.value else { panic!("a map") };
        assert_eq!(entries[0].1.span.text(file), "Đám mây");
    }
}
