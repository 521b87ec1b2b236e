//! The site's strings as translators get them.
//!
//! Enters: files of strings, their messages, what was agreed on. Leaves: their texts with what is known about them. Never
//! here: formats, messages of the built-in theme.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::exchange::line;
use super::site::Site;
use crate::base::{Lang, SourcePath};
use crate::locale::{Lexicon, Phrase, phrases};
use crate::translation::agreement::Subject;
use crate::translation::exchange::merge::{Origin, Strings, hash_of};
use crate::translation::exchange::{Entry, Note, NoteKind, Part, State, Text};
use crate::translation::{self, MessagePair, Side, message_pairs, messages, said_of};

/// How the messages of two languages stand.
pub(super) struct Standing<'a> {
    /// The language to translate from, and the one to translate into.
    pub(super) langs: [&'a Lang; 2],
    /// By name.
    pairs: BTreeMap<String, MessagePair>,
}

impl<'a> Standing<'a> {
    pub(super) fn new(
        site: &Site,
        strings: &BTreeMap<SourcePath, Arc<str>>,
        lexicon: &Lexicon,
        langs: [&'a Lang; 2],
    ) -> Standing<'a> {
        let text_of = |path: &SourcePath| strings.get(path).cloned();
        let [a, b] = langs.map(|lang| messages(lexicon, &text_of, lang));
        let pairs = message_pairs(&a, &b, &site.agreements.entries(Subject::Messages, langs[0], langs[1]));
        Standing { langs, pairs: pairs.into_iter().map(|pair| (pair.id.clone(), pair)).collect() }
    }

    /// How a value or attribute of a message stands that both languages have.
    fn of(&self, phrase: &Phrase) -> State {
        let Some(pair) = self.pairs.get(phrase.message()) else { return State::Translated };
        let said = pair.entry.as_ref().and_then(|entry| said_of(&entry.sides[0].text, phrase.attribute()));
        // A message has several texts; those that did not move are not behind.
        let before = said.filter(|said| *said != phrase.text.split_whitespace().collect::<Vec<_>>().join(" "));
        match (pair.state, before) {
            (translation::State::Agreed, _) => State::Agreed,
            (translation::State::Behind(Side::B), Some(before)) => State::Behind { before },
            (translation::State::Behind(Side::B), None) => State::Agreed,
            (translation::State::Conflict, Some(before)) => State::Conflict { before },
            _ => State::Translated,
        }
    }
}

/// The texts of a file of strings.
pub(super) fn of_strings(
    files: &BTreeMap<SourcePath, Arc<str>>,
    path: &SourcePath,
    source: &Arc<str>,
    standing: &Standing<'_>,
) -> Option<(Part, Origin)> {
    let [from, to] = standing.langs;
    let name = path.below("locales")?.strip_prefix(from.as_str())?.strip_prefix('/')?;
    let (messages, _) = phrases(path, source);
    // The translation stands wherever it stands now; a new one in the file of the same name.
    let same = SourcePath::new(format!("locales/{to}/{name}"));
    let others = files.iter().filter(|(other, _)| {
        other
            .below("locales")
            .is_some_and(|inside| inside.strip_prefix(to.as_str()).is_some_and(|rest| rest.starts_with('/')))
    });
    let known: BTreeMap<String, Phrase> = phrases(&same, files.get(&same).map_or("", |text| text))
        .0
        .into_iter()
        .map(|phrase| (phrase.key.clone(), phrase))
        .collect();
    let elsewhere: BTreeSet<String> = others
        .filter(|(other, _)| **other != same)
        .flat_map(|(other, text)| phrases(other, text).0)
        .map(|phrase| phrase.key)
        .collect();
    let mut entries = Vec::new();
    let mut kept = Vec::new();
    for phrase in messages {
        let text = message(&phrase.text);
        if !text.has_words() || (elsewhere.contains(&phrase.key) && !known.contains_key(&phrase.key)) {
            continue;
        }
        let target = known.get(&phrase.key).map(|phrase| message(&phrase.text));
        let comment = Some(&phrase.comment).filter(|comment| !comment.is_empty());
        let mut notes = vec![Note { kind: NoteKind::Context, text: format!("message `{}`", phrase.key) }];
        notes.extend(comment.map(|comment| Note { kind: NoteKind::Comment, text: comment.clone() }));
        entries.push(Entry {
            id: phrase.key.clone(),
            line: line(source, phrase.span.start as usize),
            source_hash: hash_of(&text.written()),
            target_hash: target.as_ref().map(|target| hash_of(&target.written())),
            state: if target.is_some() { standing.of(&phrase) } else { State::New },
            source: text,
            target,
            notes,
        });
        kept.push(phrase);
    }
    let part = Part { source: path.clone(), target: same.clone(), entries };
    Some((part, Origin::Strings(Strings { source: kept, target: files.get(&same).cloned() })))
}

/// The text of a message. What stands in braces is markup; a message with variants stays as it is written.
fn message(written: &str) -> Text {
    if written.contains("->") {
        return Text::of_lines(written);
    }
    Text::of_message(written)
}
