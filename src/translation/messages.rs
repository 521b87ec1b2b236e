//! The messages of two languages, each beside its twin, by the same model as blocks.
//!
//! Enters: a lexicon, the texts of the site's `.ftl` files, what was agreed on. Leaves: pairs and how they stand, and what
//! is behind. Never here: messages that one language lacks (`locale` tells of them), messages of the built-in theme.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::agreement::Subject;
use super::agreements::Agreements;
use super::entry::{Entry, Said, Side, State};
use super::line::plain_line;
use crate::base::{Digest, Lang, SourcePath, Span};
use crate::diag::{Code, Diagnostic, Location};
use crate::locale::Lexicon;

/// A message of the site's own files in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageSide {
    /// Its file.
    pub path: SourcePath,
    /// Its name in the file.
    pub name: Span,
    /// What it says: value and attributes as they stand in the file, on one line.
    pub said: Said,
}

/// A message in two languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessagePair {
    /// Its name.
    pub id: String,
    /// What it says in each.
    pub sides: [MessageSide; 2],
    /// What was last agreed on of it.
    pub entry: Option<Entry>,
    /// How the two stand.
    pub state: State,
}

impl MessagePair {
    /// The two as they are today, as agreed on.
    pub fn agreed(&self) -> Entry {
        Entry { kind: self.id.clone(), sides: [self.sides[0].said.clone(), self.sides[1].said.clone()] }
    }
}

/// Where the texts of files are looked up; `None` for files that are not the site's.
pub type TextOf<'a> = &'a dyn Fn(&SourcePath) -> Option<Arc<str>>;

/// The messages of the site's own files in a language, by name.
pub fn messages(lexicon: &Lexicon, text_of: TextOf<'_>, lang: &Lang) -> BTreeMap<String, MessageSide> {
    let mut texts: BTreeMap<SourcePath, Option<Arc<str>>> = BTreeMap::new();
    let mut messages = BTreeMap::new();
    for definition in lexicon.definitions(lang) {
        let text = texts.entry(definition.path.clone()).or_insert_with(|| text_of(&definition.path));
        let Some(text) = text else { continue };
        let source = definition.span.text(text);
        let text = plain_line(source.split_once('=').map_or(source, |(_, value)| value));
        let said = Said { hash: Digest::of(text.as_bytes()), text };
        let side = MessageSide { path: definition.path.clone(), name: definition.name, said };
        messages.insert(definition.id.clone(), side);
    }
    messages
}

/// The messages that two languages both have, by name. `entries` have their sides in the order of the two.
pub fn message_pairs(
    a: &BTreeMap<String, MessageSide>,
    b: &BTreeMap<String, MessageSide>,
    entries: &[Entry],
) -> Vec<MessagePair> {
    let mut known: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        known.entry(&entry.kind).or_default().push(entry);
    }
    let pair = |(id, first): (&String, &MessageSide)| {
        let sides = [first.clone(), b.get(id)?.clone()];
        // After a merge there may be two: the one that fits the texts of today is meant.
        let fits = |entry: &&&Entry| {
            [0, 1].into_iter().filter(|side| entry.sides[*side].hash == sides[*side].said.hash).count()
        };
        let entry = known.get(id.as_str()).and_then(|entries| entries.iter().max_by_key(fits)).copied();
        let moved = |side: usize| entry.is_some_and(|entry| entry.sides[side].hash != sides[side].said.hash);
        let state = match (entry, moved(0), moved(1)) {
            (None, ..) => State::New,
            (Some(_), false, false) => State::Agreed,
            (Some(_), true, false) => State::Behind(Side::B),
            (Some(_), false, true) => State::Behind(Side::A),
            (Some(_), true, true) => State::Conflict,
        };
        Some(MessagePair { id: id.clone(), entry: entry.cloned(), sides, state })
    };
    a.iter().filter_map(pair).collect()
}

/// The value of a message, or one of its attributes, out of the line that says all of it: `Menu .label = Open the menu`.
pub fn said_of(line: &str, attribute: Option<&str>) -> Option<String> {
    let mut parts: Vec<(Option<&str>, String)> = vec![(None, String::new())];
    let mut words = line.split(' ').peekable();
    while let Some(word) = words.next() {
        let name = word.strip_prefix('.').filter(|name| name.starts_with(|first: char| first.is_ascii_alphabetic()));
        if name.is_some() && words.next_if_eq(&"=").is_some() {
            parts.push((name, String::new()));
            continue;
        }
        let (_, text) = parts.last_mut()?;
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    let (_, text) = parts.into_iter().find(|(name, _)| *name == attribute)?;
    (!text.is_empty()).then_some(text)
}

/// Messages that have not followed a change of another language.
pub fn check_messages(lexicon: &Lexicon, text_of: TextOf<'_>, agreements: &Agreements) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let languages = lexicon.languages();
    for (at, a) in languages.iter().enumerate() {
        for b in &languages[at + 1..] {
            let entries = agreements.entries(Subject::Messages, a, b);
            if entries.is_empty() {
                continue;
            }
            let [first, second] = [a, b].map(|lang| messages(lexicon, text_of, lang));
            let pairs = message_pairs(&first, &second, &entries);
            diagnostics.extend(pairs.iter().filter_map(|pair| behind(pair, [a, b])));
        }
    }
    diagnostics
}

fn behind(pair: &MessagePair, langs: [&Lang; 2]) -> Option<Diagnostic> {
    let MessagePair { id, sides, entry: _, state } = pair;
    let (side, message) = match state {
        State::Behind(side) => {
            (*side, format!("`{id}` in `{}` is behind `{}`", langs[side.index()], langs[side.other().index()]))
        }
        State::Conflict => {
            (Side::A, format!("`{id}` has moved in both `{}` and `{}` since they last agreed", langs[0], langs[1]))
        }
        State::Agreed | State::New | State::Missing(_) => return None,
    };
    let (own, other) = (&sides[side.index()], &sides[side.other().index()]);
    let hint = format!("when both say the same, `songngu translations agree --message {id}`");
    let diagnostic = Diagnostic::new(Code::MessageBehind, message).at(&own.path, own.name).hint(hint);
    Some(diagnostic.related(Location::span(&other.path, other.name), "this has moved"))
}
