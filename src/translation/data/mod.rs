//! Texts of data that stand in one file in every language (`{vi: …, en: …}`), by the same model as blocks.
//!
//! Enters: the YAML of a file, languages, what was agreed on. Leaves: its texts with addresses and places; each in two
//! languages, and how they stand. Never here: what a key means to readers, files.

mod trace;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::entry::{Entry, Said, State, stands};
use super::line::plain_line;
use crate::base::{Lang, SourcePath, Span};
use crate::config::yaml::{self, Key, Node, Yaml};

/// A file that holds texts in several languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataSource {
    /// The file: shared data, or an edition with shared data in its front matter.
    pub path: SourcePath,
    /// Its whole text.
    pub text: Arc<str>,
    /// Where its YAML stands in it.
    pub yaml: Range<usize>,
}

/// A text of data, in every language that it was written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataText {
    /// Its address within the file, by keys and the numbers of list items from 1: `timeline.3.title`. Unique.
    pub id: String,
    /// The same without the numbers: `timeline.title`. It stays when an item is put before another.
    pub shape: String,
    /// The way to it.
    pub steps: Vec<Step>,
    /// Where the map of languages begins.
    pub span: Span,
    /// In each language; not empty.
    pub sides: BTreeMap<Lang, DataSide>,
}

/// A step into data.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// To the value of a key.
    Key(String),
    /// To an item of a list, from 0.
    Item(usize),
}

/// A text of data in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataSide {
    /// The key of its language as it is written.
    pub key: Key,
    /// Where it stands: all of the scalar; of one with `>-` or `|` perhaps without that.
    pub span: Span,
    /// The text as YAML reads it.
    pub value: String,
    /// The text on one line.
    pub said: Said,
}

/// A text of data in two languages; one of them may lack it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataPair<'a> {
    /// The text.
    pub text: &'a DataText,
    /// What it says in each.
    pub sides: [Option<&'a DataSide>; 2],
    /// What was last agreed on of it: its place among the entries.
    pub at: Option<usize>,
    /// The same.
    pub entry: Option<Entry>,
    /// How the two stand.
    pub state: State,
}

impl DataPair<'_> {
    /// The two as they are today, as agreed on; `None` if one of them is missing.
    pub fn agreed(&self) -> Option<Entry> {
        let [a, b] = self.sides;
        Some(Entry { kind: self.text.shape.clone(), sides: [a?.said.clone(), b?.said.clone()] })
    }
}

impl DataText {
    /// Whether it is read as Markdown: what events of a timeline and entries of a log say.
    pub fn is_markdown(&self) -> bool {
        matches!(self.shape.as_str(), "timeline.text" | "revisions.text")
    }
}

/// The texts of a file that stand in maps of these languages, in the order of the file. Empty if it is not YAML: that is
/// reported where it is read.
pub fn data_texts(source: &DataSource, languages: &[Lang]) -> Vec<DataText> {
    let DataSource { path, text, yaml } = source;
    let Some(inside) = text.get(yaml.clone()) else { return Vec::new() };
    let Ok(root) = yaml::parse(path, inside, yaml.start) else { return Vec::new() };
    let mut walk = Walk { languages, steps: Vec::new(), found: Vec::new(), ids: BTreeSet::new() };
    walk.node(&root);
    walk.found
}

struct Walk<'a> {
    languages: &'a [Lang],
    steps: Vec<Step>,
    found: Vec<DataText>,
    ids: BTreeSet<String>,
}

impl Walk<'_> {
    fn node(&mut self, node: &Node) {
        match &node.value {
            Yaml::Map(entries) => {
                if let Some(sides) = self.sides(entries) {
                    return self.add(node.span, sides);
                }
                for (key, value) in entries {
                    self.step(Step::Key(key.name.clone()), value);
                }
            }
            Yaml::List(items) => items.iter().enumerate().for_each(|(at, item)| self.step(Step::Item(at), item)),
            Yaml::Null | Yaml::Bool(_) | Yaml::Number(_) | Yaml::Text(_) => {}
        }
    }

    fn step(&mut self, step: Step, node: &Node) {
        self.steps.push(step);
        self.node(node);
        self.steps.pop();
    }

    /// The texts of a map whose keys are languages of the site and whose values are texts.
    fn sides(&self, entries: &[(Key, Node)]) -> Option<BTreeMap<Lang, DataSide>> {
        let is_free = self.steps.first() == Some(&Step::Key("extra".to_owned()));
        if entries.is_empty() || is_by_name(&self.steps) || (is_free && entries.len() < 2) {
            return None;
        }
        let side = |(key, node): &(Key, Node)| {
            let lang = Lang::new(&key.name).filter(|lang| self.languages.contains(lang))?;
            let (Yaml::Text(value) | Yaml::Number(value)) = &node.value else { return None };
            let text = plain_line(value);
            let side =
                DataSide { key: key.clone(), span: node.span, value: value.clone(), said: Said::of_text(text.clone()) };
            (!text.is_empty()).then_some((lang, side))
        };
        entries.iter().map(side).collect()
    }

    fn add(&mut self, span: Span, sides: BTreeMap<Lang, DataSide>) {
        let name = |step: &Step| match step {
            Step::Key(key) => Some(key.chars().map(plain).collect::<String>()),
            Step::Item(_) => None,
        };
        let shape: Vec<String> = self.steps.iter().filter_map(name).collect();
        let id: Vec<String> = self
            .steps
            .iter()
            .map(|step| match step {
                Step::Item(at) => (at + 1).to_string(),
                Step::Key(_) => name(step).unwrap_or_default(),
            })
            .collect();
        let id = id.join(".");
        let mut unique = id.clone();
        let mut number = 2;
        while !self.ids.insert(unique.clone()) {
            unique = format!("{id}-{number}");
            number += 1;
        }
        self.found.push(DataText { id: unique, shape: shape.join("."), steps: self.steps.clone(), span, sides });
    }
}

/// A letter of a key in an address, where a dot parts keys and `#` comes before the address.
fn plain(letter: char) -> char {
    if letter.is_whitespace() || letter.is_control() || matches!(letter, '.' | '#') { '_' } else { letter }
}

/// Whether the keys of the map at this place are names that an author chose, or that mean something else, so that `vi` and
/// `en` among them are no languages of a text.
fn is_by_name(steps: &[Step]) -> bool {
    let key = |at: usize| match steps.get(at) {
        Some(Step::Key(key)) => key.as_str(),
        _ => "",
    };
    match steps {
        [] => true,
        [_] => matches!(key(0), "figures" | "charts" | "tables" | "labels" | "tags" | "names" | "levels" | "extra"),
        [_, _, _] => key(0) == "tables" && key(2) == "columns",
        [_, _, _, Step::Item(_)] => key(0) == "tables" && key(2) == "rows",
        _ => false,
    }
}

/// The texts that one of two languages has at least, each with what was last agreed on of it. `entries` have their sides
/// in the order of the two.
pub fn data_pairs<'a>(texts: &'a [DataText], langs: [&Lang; 2], entries: &[Entry]) -> Vec<DataPair<'a>> {
    let sides = |text: &'a DataText| langs.map(|lang| text.sides.get(lang));
    let present: Vec<&DataText> = texts.iter().filter(|text| sides(text).iter().any(Option::is_some)).collect();
    let found = trace::trace(&present, langs, entries);
    let pair = |(text, at): (&&'a DataText, Option<usize>)| {
        let sides = sides(text);
        let entry = at.map(|at| entries[at].clone());
        let state = stands(sides.map(|side| side.map(|side| side.said.hash)), entry.as_ref());
        DataPair { text, sides, at, entry, state }
    };
    present.iter().zip(found).map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(path: &str, yaml: &str) -> Vec<DataText> {
        let source = DataSource { path: SourcePath::new(path), text: yaml.into(), yaml: 0..yaml.len() };
        let lang = |tag| Lang::new(tag).expect("a tag");
        data_texts(&source, &[lang("vi"), lang("en")])
    }

    fn ids(path: &str, yaml: &str) -> String {
        texts(path, yaml).iter().map(|text| text.id.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_map_of_languages_is_a_text() {
        let yaml = "figures:\n  a: {value: 1, unit: {vi: cái, en: pieces}}\ntimeline:\n  - {date: 2023, title: {vi: Một, en: One}}\n  - date: 2024\n    title:\n      vi: Hai\n      en: Two\nextra: {lead: {vi: a, en: b}, one: {en: c}}\n";
        assert_eq!(ids("content/a.yaml", yaml), "figures.a.unit timeline.1.title timeline.2.title extra.lead");
        let found = texts("content/a.yaml", yaml);
        assert_eq!(found[2].shape, "timeline.title");
        let en = &found[2].sides[&Lang::new("en").expect("a tag")];
        assert_eq!((en.span.text(yaml), en.key.span.text(yaml), en.value.as_str()), ("Two", "en", "Two"));
        assert!(yaml[found[0].span.start as usize..].starts_with("{vi"));
    }

    #[test]
    fn names_are_no_languages() {
        assert_eq!(ids("site.yaml", "names: {vi: Tiếng Việt, en: English}\ntitle: {vi: A, en: B}\n"), "title");
        assert_eq!(ids("content/drawings/a.yaml", "labels: {en: One, vi: Two}\n"), "");
        let table = "tables:\n  words:\n    caption: {vi: Từ, en: Words}\n    columns: {vi: {label: {vi: Việt, en: Vietnamese}}, en: {label: {vi: Anh, en: English}}}\n    rows:\n      - {vi: chào, en: hello}\n      - {vi: {vi: a, en: b}, en: hi}\n";
        assert_eq!(
            ids("content/a.yaml", table),
            "tables.words.caption tables.words.columns.vi.label tables.words.columns.en.label tables.words.rows.2.vi"
        );
        assert_eq!(
            ids("content/a.yaml", "title: {vi: a, fr: b}\nx: {vi: [a], en: b}\n"),
            "",
            "other languages, other values"
        );
    }

    #[test]
    fn addresses_are_unique_and_plain() {
        let yaml = "extra:\n  \"a.b\": {vi: x, en: y}\n  \"a b\": {vi: x, en: y}\n  a#b: {vi: x, en: y}\n";
        assert_eq!(ids("content/a.yaml", yaml), "extra.a_b extra.a_b-2 extra.a_b-3");
    }
}
