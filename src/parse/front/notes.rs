//! Reads `revisions:`, the log of what was changed in a page and when.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::read::{local_body, node_has};
use crate::base::{Lang, PartialDate, Span};
use crate::config::KeyScope;
use crate::config::yaml::{Node, Reader, Yaml};
use crate::parse::body::Body;

/// An entry of the log of revisions.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// When it was.
    pub date: PartialDate,
    /// What was changed, in each language; the key without language serves all.
    pub text: BTreeMap<Option<Lang>, Arc<Body>>,
    /// Where the entry stands.
    pub span: Span,
}

/// Reads the log.
pub(super) fn revisions(reader: &mut Reader<'_>, node: &Node) -> Vec<Revision> {
    reader.list("revisions", node).iter().filter_map(|item| revision(reader, item)).collect()
}

fn revision(reader: &mut Reader<'_>, node: &Node) -> Option<Revision> {
    let hint = "write `- {date: 2023-05-19, text: {vi: …, en: …}}`";
    if !matches!(node.value, Yaml::Map(_)) {
        return reader.invalid(node.span, "a revision is a map of keys", Some(hint));
    }
    let (mut date, mut text) = (None, BTreeMap::new());
    for (key, value) in reader.map("revisions", node) {
        let name = key.name.as_str();
        match name {
            "date" => date = reader.date(name, value).map(|date| date.value),
            "text" => text = local_body(reader, value),
            _ => reader.unknown_key(key, &KeyScope::Revision.names()),
        }
    }
    if !node_has(node, "date") || !node_has(node, "text") {
        return reader.invalid(node.span, "a revision needs a `date` and a `text`", Some(hint));
    }
    Some(Revision { date: date?, text, span: node.span })
}
