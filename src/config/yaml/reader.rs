//! Typed values out of YAML nodes; every value that does not fit is a diagnostic at its place.
//!
//! Enters: nodes. Leaves: texts, numbers, dates, texts per language, free data. Never here: what a key means.

use std::collections::BTreeMap;

use super::{Key, Node, Yaml};
use crate::base::{Lang, LocalText, PartialDate, SourcePath, Span};
use crate::diag::{Code, Diagnostic, did_you_mean};

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
        let hint = did_you_mean(&key.name, known.iter().copied()).unwrap_or_else(|| {
            let free = if known.contains(&"extra") { "; free data goes under `extra`" } else { "" };
            format!("known keys are {}{free}", quoted(known))
        });
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
