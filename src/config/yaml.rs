//! YAML as a tree with places, read once, and typed readers that collect mistakes.
//!
//! Enters: the text of a YAML document and where it starts in its file. Leaves: a [`Node`], or one
//! diagnostic at the place where the YAML breaks. Never here: what a key means.

use std::collections::BTreeMap;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{DuplicateKeyPolicy, MergeKeyPolicy, Spanned};

use crate::base::{Lang, LineColumn, LineIndex, LocalText, PartialDate, SourcePath, Span};
use crate::diag::{Code, Diagnostic, did_you_mean};

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
/// The most values accepted in one document.
const MAX_NODES: usize = 50_000;

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
    let (code, message, hint) = explain(&message);
    Diagnostic::new(code, message).at(path, span).maybe_hint(hint.map(str::to_owned))
}

/// The library's words, in ours.
fn explain(message: &str) -> (Code, String, Option<&'static str>) {
    if let Some(rest) = message.strip_prefix("duplicate mapping key: ") {
        let key = rest.split(',').next().unwrap_or(rest);
        return (Code::KeyDuplicate, format!("the key `{key}` is written twice"), Some("keep one of them"));
    }
    let forbidden = ["Anchors", "Aliases", "unknown anchor", "merge key", "Depth", "Nodes", "budget breached"];
    if forbidden.iter().any(|word| message.contains(word)) {
        let what = if message.contains("Depth") {
            format!("YAML nested more than {MAX_DEPTH} levels deep")
        } else if message.contains("Nodes") {
            format!("YAML with more than {MAX_NODES} values")
        } else {
            "YAML anchors, aliases and merge keys are not accepted".to_owned()
        };
        return (
            Code::YamlForbidden,
            what,
            Some("write the value out where it is needed; put quotes around a text that begins with `&` or `*`"),
        );
    }
    let hint = if message.contains("mapping values are not allowed") {
        Some("put quotes around a text that holds `: `")
    } else if message.contains("tabs") {
        Some("indent with spaces, not with tabs")
    } else if message.contains("quote") {
        Some("close the quotation mark")
    } else {
        None
    };
    (Code::YamlInvalid, format!("invalid YAML: {message}"), hint)
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// Turns nodes into typed values and collects a diagnostic for each that does not fit.
pub struct Reader<'a> {
    /// The file that is read.
    pub path: &'a SourcePath,
    /// What was wrong so far.
    pub diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Reports a value that cannot be used; gives `None`, for use at the end of an expression.
    pub fn invalid<T>(&mut self, span: Span, message: impl Into<String>, hint: Option<&str>) -> Option<T> {
        let diagnostic = Diagnostic::new(Code::ValueInvalid, message).at(self.path, span);
        self.diagnostics.push(diagnostic.maybe_hint(hint.map(str::to_owned)));
        None
    }

    fn expected<T>(&mut self, key: &str, node: &Node, what: &str) -> Option<T> {
        self.invalid(node.span, format!("`{key}` takes {what}, not {}", node.value.kind()), None)
    }

    /// Reports a key that is not known here.
    pub fn unknown_key(&mut self, key: &Key, known: &[&str]) {
        let hint = did_you_mean(&key.name, known.iter().copied())
            .unwrap_or_else(|| format!("known keys are {}; free data goes under `extra`", quoted(known)));
        let diagnostic = Diagnostic::new(Code::KeyUnknown, format!("unknown key `{}`", key.name));
        self.diagnostics.push(diagnostic.at(self.path, key.span).hint(hint));
    }

    /// The entries of a map.
    pub fn map<'n>(&mut self, key: &str, node: &'n Node) -> &'n [(Key, Node)] {
        match &node.value {
            Yaml::Map(entries) => entries,
            Yaml::Null => &[],
            _ => self.expected(key, node, "a map").unwrap_or(&[]),
        }
    }

    /// The items of a list.
    pub fn list<'n>(&mut self, key: &str, node: &'n Node) -> &'n [Node] {
        match &node.value {
            Yaml::List(items) => items,
            Yaml::Null => &[],
            _ => self.expected(key, node, "a list such as `[a, b]`").unwrap_or(&[]),
        }
    }

    /// A text that is not empty. A number counts as the text it was written as.
    pub fn text(&mut self, key: &str, node: &Node) -> Option<Placed<String>> {
        match &node.value {
            Yaml::Text(text) | Yaml::Number(text) if !text.trim().is_empty() => {
                Some(Placed { value: text.trim().to_owned(), span: node.span })
            }
            Yaml::Text(_) | Yaml::Null => {
                self.invalid(node.span, format!("`{key}` is empty"), Some("write a text or leave the key out"))
            }
            _ => self.expected(key, node, "a text"),
        }
    }

    /// `true` or `false`.
    pub fn bool(&mut self, key: &str, node: &Node) -> Option<Placed<bool>> {
        match node.value {
            Yaml::Bool(value) => Some(Placed { value, span: node.span }),
            _ => self.expected(key, node, "`true` or `false`"),
        }
    }

    /// A whole number.
    pub fn integer(&mut self, key: &str, node: &Node) -> Option<Placed<i64>> {
        match &node.value {
            Yaml::Number(text) if text.parse::<i64>().is_ok() => {
                text.parse().ok().map(|value| Placed { value, span: node.span })
            }
            _ => self.expected(key, node, "a whole number"),
        }
    }

    /// A date.
    pub fn date(&mut self, key: &str, node: &Node) -> Option<Placed<PartialDate>> {
        match &node.value {
            Yaml::Text(text) | Yaml::Number(text) => match text.parse() {
                Ok(value) => Some(Placed { value, span: node.span }),
                Err(_) => self.invalid(
                    node.span,
                    format!("`{key}`: `{text}` is not a date"),
                    Some("write it as 2023-05-19, 2023-05 or 2023"),
                ),
            },
            _ => self.expected(key, node, "a date such as 2023-05-19"),
        }
    }

    /// One of some words.
    pub fn word<T: Copy>(&mut self, key: &str, node: &Node, words: &[(&str, T)]) -> Option<Placed<T>> {
        let text = match &node.value {
            Yaml::Text(text) => text.as_str(),
            Yaml::Bool(true) => "true",
            Yaml::Bool(false) => "false",
            _ => "",
        };
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == text) {
            return Some(Placed { value: *value, span: node.span });
        }
        let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        self.invalid(
            node.span,
            format!("`{key}` takes one of {}", quoted(&names)),
            did_you_mean(text, names).as_deref(),
        )
    }

    /// A list of texts; a single text counts as a list of one.
    pub fn texts(&mut self, key: &str, node: &Node) -> Vec<Placed<String>> {
        match &node.value {
            Yaml::Text(_) | Yaml::Number(_) => self.text(key, node).into_iter().collect(),
            _ => self.list(key, node).iter().filter_map(|item| self.text(key, item)).collect(),
        }
    }

    /// A text in each language, or one for all.
    pub fn local_text(&mut self, key: &str, node: &Node) -> Option<LocalText> {
        match &node.value {
            Yaml::Text(_) | Yaml::Number(_) => {
                let any = self.text(key, node)?.value;
                Some(LocalText { any: Some(any), by_lang: BTreeMap::new() })
            }
            Yaml::Map(entries) => {
                let mut by_lang = BTreeMap::new();
                for (lang, value) in entries {
                    let Some(tag) = Lang::new(&lang.name) else {
                        self.invalid::<()>(
                            lang.span,
                            format!("`{}` is not a language", lang.name),
                            Some("write a tag such as `vi` or `en`"),
                        );
                        continue;
                    };
                    if let Some(text) = self.text(key, value) {
                        by_lang.insert(tag, text.value);
                    }
                }
                Some(LocalText { any: None, by_lang })
            }
            _ => self.expected(key, node, "a text, or a map of languages such as `{vi: …, en: …}`"),
        }
    }
}

/// Free data as JSON. Numbers that JSON cannot hold exactly stay texts.
pub fn free(node: &Node) -> serde_json::Value {
    match &node.value {
        Yaml::Null => serde_json::Value::Null,
        Yaml::Bool(value) => (*value).into(),
        Yaml::Number(text) => serde_json::from_str(text).unwrap_or_else(|_| text.as_str().into()),
        Yaml::Text(text) => text.as_str().into(),
        Yaml::List(items) => items.iter().map(free).collect(),
        Yaml::Map(entries) => entries.iter().map(|(key, value)| (key.name.clone(), free(value))).collect(),
    }
}

/// Names in backticks, with commas.
pub fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
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
