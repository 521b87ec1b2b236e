//! Reads `content/drawings/<id>.yaml`: what a drawing says, in every language.

use std::collections::BTreeMap;

use super::ids::{DataKind, is_id};
use crate::base::{LocalText, SourcePath, Span};
use crate::config::KeyScope;
use crate::config::yaml::{Node, Placed, Reader};
use crate::diag::Diagnostic;

/// What a drawing says.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawingText {
    /// The file.
    pub path: SourcePath,
    /// What it shows; stands below it.
    pub title: LocalText,
    /// What there is to see in it, for those who do not see it.
    pub description: LocalText,
    /// Who drew it.
    pub credit: LocalText,
    /// The id of the source that it follows.
    pub source: Option<Placed<String>>,
    /// The labels by id, each with the place of its id.
    pub labels: BTreeMap<String, Placed<LocalText>>,
}

/// Reads what a drawing says.
pub fn drawing_text(path: &SourcePath, node: &Node) -> (DrawingText, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut reader = Reader { path, diagnostics: &mut diagnostics };
    let mut text = DrawingText {
        path: path.clone(),
        title: LocalText::default(),
        description: LocalText::default(),
        credit: LocalText::default(),
        source: None,
        labels: BTreeMap::new(),
    };
    for (key, value) in reader.map("drawing", node) {
        let name = key.name.as_str();
        match name {
            "title" => text.title = reader.local_text(name, value).unwrap_or_default(),
            "description" => text.description = reader.local_text(name, value).unwrap_or_default(),
            "credit" => text.credit = reader.local_text(name, value).unwrap_or_default(),
            "source" => text.source = reader.text(name, value),
            "labels" => text.labels = labels(&mut reader, value),
            _ => reader.unknown_key(key, &KeyScope::Drawing.names()),
        }
    }
    for (what, is_missing) in [("title", text.title.is_empty()), ("description", text.description.is_empty())] {
        if is_missing {
            let hint = format!("add `{what}: {{vi: …, en: …}}`: readers who cannot see the drawing need it");
            reader.invalid::<()>(Span::new(0..0), format!("the drawing has no `{what}`"), Some(&hint));
        }
    }
    (text, diagnostics)
}

fn labels(reader: &mut Reader<'_>, node: &Node) -> BTreeMap<String, Placed<LocalText>> {
    let mut labels = BTreeMap::new();
    for (key, value) in reader.map("labels", node) {
        if is_id(reader, key, DataKind::Label)
            && let Some(text) = reader.local_text(&key.name, value)
        {
            labels.insert(key.name.clone(), Placed { value: text, span: key.span });
        }
    }
    labels
}
