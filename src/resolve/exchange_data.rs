//! The texts of data as translators get them.
//!
//! Enters: a file of data, two languages. Leaves: its texts with what is known about them. Never here: formats.

use std::collections::BTreeMap;

use super::data::DataFile;
use super::exchange::{line, whole};
use super::site::Site;
use crate::base::Lang;
use crate::parse;
use crate::translation::data::{DataText, Step};
use crate::translation::exchange::merge::{self, Origin, hash_of};
use crate::translation::exchange::{Entry, Note, NoteKind, Part, State, Text};
use crate::translation::{self, DataPair};

/// The texts of a file from one language into another. Both stand in the same file.
pub(super) fn of_data(site: &Site, file: &DataFile, from: &Lang, to: &Lang) -> Option<(Part, Origin)> {
    if ![from, to].iter().all(|lang| file.langs.contains(lang)) {
        return None;
    }
    let source = &file.source;
    let texts = file.texts();
    let pairs = file.pairs(site, &texts, [from, to]);
    let stands: BTreeMap<&str, State> = pairs.iter().map(|pair| (pair.text.id.as_str(), state(pair))).collect();
    let mut entries = Vec::new();
    let mut kept = Vec::new();
    for text in &texts {
        let Some(own) = text.sides.get(from) else { continue };
        let of = |lang: &Lang| text.sides.get(lang).map(|side| written(file, text, lang, &side.value));
        let (Some(words), target) = (of(from), of(to)) else { continue };
        if !words.has_words() {
            continue;
        }
        entries.push(Entry {
            id: text.id.clone(),
            line: line(&source.text, own.span.start as usize),
            source_hash: hash_of(&words.written()),
            target_hash: target.as_ref().map(|target| hash_of(&target.written())),
            source: words,
            target,
            state: stands.get(text.id.as_str()).cloned().unwrap_or(State::New),
            notes: notes(site, file, text, from, to),
        });
        kept.push(text.clone());
    }
    let part = Part { source: source.path.clone(), target: source.path.clone(), entries };
    let data = merge::Data { source: source.clone(), texts: kept, from: from.clone(), to: to.clone() };
    Some((part, Origin::Data(data)))
}

/// How a text stands to its translation: the first of the two languages is translated.
fn state(pair: &DataPair<'_>) -> State {
    let before = || pair.entry.as_ref().map(|entry| entry.sides[0].text.clone()).unwrap_or_default();
    match pair.state {
        translation::State::Agreed => State::Agreed,
        translation::State::Behind(translation::Side::B) => State::Behind { before: before() },
        translation::State::Conflict => State::Conflict { before: before() },
        translation::State::Missing(_) => State::New,
        translation::State::Behind(translation::Side::A) | translation::State::New => State::Translated,
    }
}

fn written(file: &DataFile, text: &DataText, lang: &Lang, value: &str) -> Text {
    if !text.is_markdown() {
        return Text::of_words(value);
    }
    let body = parse::short(&file.source.path, value, lang);
    match parse::pieces(&body, 0).as_slice() {
        [one] => whole(&body.source, one),
        _ => Text::of_words(value),
    }
}

fn notes(site: &Site, file: &DataFile, text: &DataText, from: &Lang, to: &Lang) -> Vec<Note> {
    let mut notes = vec![Note { kind: NoteKind::Context, text: context(text) }];
    let comment = comment(&file.source.text, text.span.start as usize);
    notes.extend(comment.map(|text| Note { kind: NoteKind::Comment, text }));
    let words = text.sides.get(from).map_or("", |side| side.said.text.as_str());
    let mut found: Vec<String> = Vec::new();
    if let Some(matcher) = site.matchers.get(from) {
        found.extend(matcher.find(words).into_iter().map(|one| one.id.to_string()));
    }
    found.sort();
    found.dedup();
    for id in found {
        notes.extend(super::exchange::term_note(site, &id, from, to));
    }
    let page = file.page.as_ref().and_then(|page| site.pages.get(page));
    let route = page.and_then(|page| page.routes.get(from));
    notes.extend(route.map(|route| Note { kind: NoteKind::Preview, text: site.absolute(route) }));
    notes
}

/// What a text is, in words: `label of the figure “companies”`.
fn context(text: &DataText) -> String {
    let key = |at: usize| match text.steps.get(at) {
        Some(Step::Key(key)) => key.as_str(),
        _ => "",
    };
    let (first, second, last) = (key(0), key(1), key(text.steps.len() - 1));
    match first {
        "figures" => format!("{last} of the figure “{second}”"),
        "charts" => format!("{last} in the chart “{second}”"),
        "tables" => format!("{last} in the table “{second}”"),
        "timeline" => format!("{last} of an event in the timeline"),
        "revisions" => "what was changed in the page".to_owned(),
        "labels" => format!("label “{second}” of a drawing"),
        "tags" => format!("the tag “{second}”"),
        _ => format!("data `{}`", text.shape),
    }
}

/// The comment on the lines just above a text.
fn comment(source: &str, at: usize) -> Option<String> {
    let start = source[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let above = source[..start].lines().rev().map_while(|line| line.trim_start().strip_prefix('#'));
    let mut lines: Vec<&str> = above.map(str::trim).collect();
    lines.reverse();
    let comment = lines.join(" ");
    (!comment.trim().is_empty()).then(|| comment.trim().to_owned())
}
