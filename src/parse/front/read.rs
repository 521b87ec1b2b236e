//! Reads the keys of front matter and shared data.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::ids::{DataKind, is_id};
use super::{
    Bound, Figure, FigureValue, ForeignPolicy, LinkPolicy, OwnFront, SharedFront, TermFront, TimelineEvent, Translated,
    charts, notes, tables,
};
use crate::base::{Lang, LocalText, PartialDate, SourcePath};
use crate::config::yaml::{self, Key, Node, Placed, Reader, Yaml};
use crate::config::{Fallback, KeyScope};
use crate::diag::{Code, Diagnostic};
use crate::parse::body::{Body, Format};
use crate::parse::markdown;
use crate::text::Number;

/// Which keys a file may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The front matter of an edition in this folder.
    Edition,
    /// The data that editions share.
    Shared,
}

/// Reads front matter. `is_term` says whether the page is a glossary entry; `lang` is the edition's.
pub fn read(
    path: &SourcePath,
    node: &Node,
    place: Place,
    is_term: bool,
    lang: Option<&Lang>,
) -> (OwnFront, SharedFront, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut own = OwnFront::default();
    let mut shared = SharedFront::default();
    let mut reader = Reader { path, diagnostics: &mut diagnostics };
    for (key, value) in reader.map("front matter", node) {
        let in_edition = place == Place::Edition;
        own.is_named |= matches!(key.name.as_str(), "title" | "term");
        let known = (in_edition && own_key(&mut own, &mut reader, key, value))
            || (in_edition && is_term && term_key(&mut own.term, &mut reader, key, value, lang))
            || shared_key(&mut shared, &mut reader, key, value)
            || (is_term && shared_term_key(&mut shared, &mut reader, key, value));
        if !known {
            unknown(&mut reader, key, place, is_term);
        }
    }
    (own, shared, diagnostics)
}

fn unknown(reader: &mut Reader<'_>, key: &Key, place: Place, is_term: bool) {
    let name = key.name.as_str();
    let own_keys: Vec<&str> = [KeyScope::Edition.names(), KeyScope::TermEdition.names()].concat();
    let term_keys: Vec<&str> = [KeyScope::TermShared.names(), KeyScope::TermEdition.names()].concat();
    let misplaced = if place == Place::Shared && own_keys.contains(&name) {
        Some(("belongs to one language", "write it in the front matter of each edition"))
    } else if !is_term && term_keys.contains(&name) {
        Some(("belongs to glossary entries", "put the entry below `content/glossary/`"))
    } else {
        None
    };
    if let Some((why, hint)) = misplaced {
        let diagnostic = Diagnostic::new(Code::KeyMisplaced, format!("the key `{name}` {why}"));
        reader.diagnostics.push(diagnostic.at(reader.path, key.span).hint(hint));
        return;
    }
    let mut known = KeyScope::Shared.names();
    if place == Place::Edition {
        known.splice(0..0, KeyScope::Edition.names());
    }
    if is_term {
        known.extend(KeyScope::TermShared.names());
    }
    if is_term && place == Place::Edition {
        known.extend(KeyScope::TermEdition.names());
    }
    reader.unknown_key(key, &known);
}

fn own_key(own: &mut OwnFront, reader: &mut Reader<'_>, key: &Key, value: &Node) -> bool {
    let name = key.name.as_str();
    match name {
        "title" => own.title = reader.text(name, value),
        "menu_title" => own.menu_title = reader.text(name, value),
        "description" => own.description = reader.text(name, value),
        "slug" => own.slug = reader.text(name, value),
        "aliases" => own.aliases = reader.texts(name, value),
        "translated" => {
            let words = [Translated::Human, Translated::Machine, Translated::Reviewed].map(|word| (word.name(), word));
            own.translated = reader.word(name, value, &words);
        }
        _ => return false,
    }
    true
}

fn term_key(term: &mut TermFront, reader: &mut Reader<'_>, key: &Key, value: &Node, lang: Option<&Lang>) -> bool {
    let name = key.name.as_str();
    match name {
        "term" => term.term = reader.text(name, value),
        "forms" => term.forms = reader.texts(name, value),
        "avoid" => term.avoid = reader.texts(name, value),
        "short" => {
            let text = reader.text(name, value);
            term.short = text.zip(lang).map(|(text, lang)| short_text(reader, text, lang));
        }
        _ => return false,
    }
    true
}

/// A short Markdown text of front matter; what is wrong in it is reported at the text's place.
fn short_text(reader: &mut Reader<'_>, text: Placed<String>, lang: &Lang) -> Placed<Arc<Body>> {
    let Placed { value, span } = text;
    let (body, problems) = markdown::parse(reader.path, &value.into(), 0, lang);
    for mut problem in problems {
        problem.location = Some(crate::diag::Location::span(reader.path, span));
        reader.diagnostics.push(problem);
    }
    Placed { value: Arc::new(body), span }
}

fn shared_key(shared: &mut SharedFront, reader: &mut Reader<'_>, key: &Key, value: &Node) -> bool {
    let name = key.name.as_str();
    let span = value.span;
    match name {
        "date" => shared.date = reader.date(name, value),
        "updated" => shared.updated = reader.date(name, value),
        "draft" => shared.draft = reader.bool(name, value),
        "order" => shared.order = reader.integer(name, value),
        "tags" => {
            let tags = reader.texts(name, value).into_iter().map(|tag| tag.value).collect();
            shared.tags = Some(Placed { value: tags, span });
        }
        "template" => shared.template = reader.text(name, value),
        "toc" => shared.toc = reader.bool(name, value),
        "glossary" => shared.glossary = reader.bool(name, value),
        "fallback" => {
            let words = [("notice", Fallback::Notice), ("omit", Fallback::Omit)];
            shared.fallback = reader.word(name, value, &words);
        }
        "sources" => shared.sources = Some(Placed { value: reader.texts(name, value), span }),
        "figures" => shared.figures = Some(Placed { value: figures(reader, value), span }),
        "timeline" => {
            let events = reader.list(name, value).iter().filter_map(|event| timeline_event(reader, event)).collect();
            shared.timeline = Some(Placed { value: events, span });
        }
        "charts" => shared.charts = Some(Placed { value: charts::charts(reader, value), span }),
        "tables" => shared.tables = Some(Placed { value: tables::tables(reader, value), span }),
        "revisions" => shared.revisions = Some(Placed { value: notes::revisions(reader, value), span }),
        "faq" => shared.faq = reader.bool(name, value),
        "extra" => shared.extra = Some(Placed { value: yaml::free(value), span }),
        _ => return false,
    }
    true
}

fn shared_term_key(shared: &mut SharedFront, reader: &mut Reader<'_>, key: &Key, value: &Node) -> bool {
    let name = key.name.as_str();
    match name {
        "acronym" => shared.acronym = reader.text(name, value),
        "related" => shared.related = Some(Placed { value: reader.texts(name, value), span: value.span }),
        "link" => {
            let words = [("auto", LinkPolicy::Auto), ("explicit", LinkPolicy::Explicit), ("never", LinkPolicy::Never)];
            shared.link = reader.word(name, value, &words);
        }
        "foreign" => {
            let words =
                [("link", ForeignPolicy::Link), ("mark", ForeignPolicy::Mark), ("ignore", ForeignPolicy::Ignore)];
            shared.foreign = reader.word(name, value, &words);
        }
        _ => return false,
    }
    true
}

fn figures(reader: &mut Reader<'_>, node: &Node) -> BTreeMap<String, Figure> {
    let mut figures = BTreeMap::new();
    for (key, value) in reader.map("figures", node) {
        if is_id(reader, key, DataKind::Figure)
            && let Some(figure) = figure(reader, key, value)
        {
            figures.insert(key.name.clone(), figure);
        }
    }
    figures
}

fn figure(reader: &mut Reader<'_>, key: &Key, node: &Node) -> Option<Figure> {
    let mut figure_value = None;
    let mut format = Format::Auto;
    let mut bound = None;
    let (mut unit, mut label) = (LocalText::default(), LocalText::default());
    let (mut as_of, mut source) = (None, None);
    for (entry, value) in reader.map(&key.name, node) {
        let name = entry.name.as_str();
        match name {
            "value" => figure_value = read_value(reader, value),
            "format" => format = reader.word(name, value, Format::NAMES).map_or(Format::Auto, |word| word.value),
            "bound" => bound = reader.word(name, value, &Bound::NAMES).map(|word| word.value),
            "unit" => unit = reader.local_text(name, value).unwrap_or_default(),
            "label" => label = reader.local_text(name, value).unwrap_or_default(),
            "as_of" => as_of = reader.date(name, value).map(|date| date.value),
            "source" => source = reader.text(name, value),
            _ => reader.unknown_key(entry, &KeyScope::Figure.names()),
        }
    }
    match figure_value {
        Some(value) => Some(Figure { value, format, bound, unit, label, as_of, source, span: key.span }),
        None if node_has(node, "value") => None,
        None => {
            reader.invalid(key.span, format!("the figure `{}` has no `value`", key.name), Some("add `value: 1048`"))
        }
    }
}

pub(super) fn node_has(node: &Node, name: &str) -> bool {
    matches!(&node.value, Yaml::Map(entries) if entries.iter().any(|(key, _)| key.name == name))
}

fn read_value(reader: &mut Reader<'_>, node: &Node) -> Option<FigureValue> {
    let number = |node: &Node| match &node.value {
        Yaml::Number(text) => text.parse::<Number>().ok(),
        _ => None,
    };
    let hint = "write a number such as 1048 or 8.6, a date such as 2023-05-19, or two numbers: [5, 10]";
    let value = match &node.value {
        Yaml::Number(_) => number(node).map(FigureValue::Number),
        Yaml::Text(text) => text.parse().ok().map(FigureValue::Date),
        Yaml::List(items) => match items.as_slice() {
            [from, to] => number(from).zip(number(to)).map(|(from, to)| FigureValue::Range(from, to)),
            _ => None,
        },
        Yaml::Null | Yaml::Bool(_) | Yaml::Map(_) => None,
    };
    value.or_else(|| reader.invalid(node.span, "the value of a figure is not a number or a date", Some(hint)))
}

fn timeline_event(reader: &mut Reader<'_>, node: &Node) -> Option<TimelineEvent> {
    let mut event = TimelineEvent {
        date: PartialDate { year: 1, month: None, day: None },
        title: LocalText::default(),
        text: BTreeMap::new(),
        source: None,
        span: node.span,
    };
    let hint = "write `- {date: 2023-05-19, title: {vi: …, en: …}}`";
    if !matches!(node.value, Yaml::Map(_)) {
        return reader.invalid(node.span, "an event is a map of keys", Some(hint));
    }
    let mut date = None;
    for (key, value) in reader.map("timeline", node) {
        let name = key.name.as_str();
        match name {
            "date" => date = reader.date(name, value).map(|date| date.value),
            "title" => event.title = reader.local_text(name, value).unwrap_or_default(),
            "text" => event.text = local_body(reader, value),
            "source" => event.source = reader.text(name, value),
            _ => reader.unknown_key(key, &KeyScope::Event.names()),
        }
    }
    if !node_has(node, "date") || event.title.is_empty() {
        return reader.invalid(node.span, "an event needs a `date` and a `title`", Some(hint));
    }
    event.date = date?;
    Some(event)
}

pub(super) fn local_body(reader: &mut Reader<'_>, node: &Node) -> BTreeMap<Option<Lang>, Arc<Body>> {
    let Some(LocalText { any, by_lang }) = reader.local_text("text", node) else { return BTreeMap::new() };
    let undetermined = Lang::new("und").expect("`und` is a tag of RFC 5646");
    let mut bodies = BTreeMap::new();
    for (lang, text) in any.map(|text| (None, text)).into_iter().chain(by_lang.into_iter().map(|(l, t)| (Some(l), t))) {
        let written_in = lang.as_ref().unwrap_or(&undetermined);
        let body = short_text(reader, Placed { value: text, span: node.span }, written_in);
        bodies.insert(lang, body.value);
    }
    bodies
}
