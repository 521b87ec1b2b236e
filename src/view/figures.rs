//! Figures, sources and the timeline of a page, for one reader.

use std::collections::{BTreeMap, BTreeSet};

use super::content;
use super::context::Context;
use super::html::{self, Citation};
use super::{CitationView, EventView, FigureView, SourceView};
use crate::base::Lang;
use crate::locale::Value;
use crate::parse::body::Body;
use crate::parse::front::{Figure, FigureValue, SourceEntry};
use crate::resolve::{Kind, Page};

/// The sources of a page, numbered: those the text cites, in its order, then those of the timeline, of the
/// figures shown and of the front matter.
pub(super) struct Numbering {
    numbers: BTreeMap<String, u32>,
    order: Vec<String>,
    cited: BTreeMap<String, u32>,
}

impl Numbering {
    pub(super) fn of(context: &Context<'_>, page: &Page, body: Option<&Body>, figures: &BTreeSet<String>) -> Numbering {
        let mut numbering = Numbering { numbers: BTreeMap::new(), order: Vec::new(), cited: BTreeMap::new() };
        for citation in body.iter().flat_map(|body| &body.citations) {
            numbering.add(context, &citation.id);
        }
        for source in page.shared.timeline.iter().filter_map(|event| event.source.as_ref()) {
            numbering.add(context, &source.value);
        }
        for figure in figures.iter().filter_map(|id| page.shared.figures.get(id)) {
            if let Some(source) = &figure.source {
                numbering.add(context, &source.value);
            }
        }
        for source in &page.shared.sources {
            numbering.add(context, &source.value);
        }
        numbering
    }

    fn add(&mut self, context: &Context<'_>, id: &str) {
        if !self.numbers.contains_key(id) && context.site.bibliography.contains_key(id) {
            self.order.push(id.to_owned());
            self.numbers.insert(id.to_owned(), self.order.len() as u32);
        }
    }

    /// The next citation of a source in the text; to be called in the order of the text.
    pub(super) fn cite(&mut self, context: &Context<'_>, lang: &Lang, id: &str) -> Option<Citation> {
        let number = *self.numbers.get(id)?;
        let ordinal = self.cited.entry(id.to_owned()).or_insert(0);
        *ordinal += 1;
        let source = context.site.bibliography.get(id)?;
        let args = [("number", Value::from(i64::from(number))), ("title", Value::from(title(context, source, lang).0))];
        let label = context.message(lang, "cite-label", &args);
        Some(Citation { id: id.to_owned(), number, ordinal: *ordinal, label })
    }

    fn view(&self, context: &Context<'_>, lang: &Lang, id: &str) -> Option<CitationView> {
        let number = *self.numbers.get(id)?;
        let title = title(context, context.site.bibliography.get(id)?, lang).0;
        Some(CitationView { id: id.to_owned(), number, title })
    }

    /// The list of sources. `ids` of places that cite are known once the text has been read.
    pub(super) fn sources(&self, context: &Context<'_>, lang: &Lang) -> Vec<SourceView> {
        let source = |(at, id): (usize, &String)| {
            let entry = context.site.bibliography.get(id)?;
            let (title, other) = title(context, entry, lang);
            let times = self.cited.get(id).copied().unwrap_or(0);
            Some(SourceView {
                id: id.clone(),
                number: at as u32 + 1,
                title,
                lang: other,
                author: entry.author.clone(),
                publisher: entry.publisher.clone(),
                kind: entry.kind.as_ref().map(|kind| context.message(lang, &format!("source-type-{kind}"), &[])),
                date: entry.date,
                url: entry.url.clone(),
                note: entry.note.get(lang).map(str::to_owned),
                backlinks: (1..=times).map(|ordinal| format!("c-{id}-{ordinal}")).collect(),
            })
        };
        self.order.iter().enumerate().filter_map(source).collect()
    }
}

/// The title of a source for a reader of `lang`, and its language where that is known and another.
fn title(context: &Context<'_>, source: &SourceEntry, lang: &Lang) -> (String, Option<Lang>) {
    let languages = context.site.languages();
    let (title, other) = source.title.get_or(lang, languages).unwrap_or_default();
    let lang_of_title = other.or(source.language.as_ref()).filter(|other| *other != lang);
    let own = source.title.by_lang.contains_key(lang);
    (title.to_owned(), lang_of_title.filter(|_| !own).cloned())
}

/// The ids of the figures that a page shows: those in its text and those that its components name; and its own,
/// unless it is a folder's, which holds figures for the pages below it.
pub(super) fn shown(page: &Page, body: Option<&Body>) -> BTreeSet<String> {
    let holds_for_others = !page.children.is_empty() || page.kind == Kind::Home;
    let mut ids = if holds_for_others { BTreeSet::new() } else { page.shared.own_figures.clone() };
    if let Some(body) = body {
        ids.extend(body.figures.iter().map(|figure| figure.id.clone()));
        let arguments = body.components.iter().flat_map(|component| &component.arguments);
        for text in arguments.filter_map(|argument| argument.value.as_str()) {
            let names = text.split([',', ' ']).filter(|name| page.shared.figures.contains_key(*name));
            ids.extend(names.map(str::to_owned));
        }
    }
    ids
}

/// The figures of a page that may be shown.
pub(super) fn views(
    context: &Context<'_>,
    page: &Page,
    lang: &Lang,
    shown: &BTreeSet<String>,
    numbering: &Numbering,
) -> BTreeMap<String, FigureView> {
    let view = |id: &String| {
        let figure = page.shared.figures.get(id)?;
        let Figure { value, format, unit, label, as_of, source, span: _ } = &**figure;
        let view = FigureView {
            id: id.clone(),
            value: machine_value(value),
            text: context.figure_text(lang, value, *format),
            unit: unit.get(lang).map(str::to_owned),
            label: label.get(lang).map(str::to_owned),
            as_of: *as_of,
            source: source.as_ref().and_then(|source| numbering.view(context, lang, &source.value)),
        };
        Some((id.clone(), view))
    };
    shown.iter().filter_map(view).collect()
}

/// A figure's value for machines.
pub(super) fn machine_value(value: &FigureValue) -> String {
    match value {
        FigureValue::Number(number) => number.to_string(),
        FigureValue::Range(from, to) => format!("{from}/{to}"),
        FigureValue::Date(date) => date.to_string(),
    }
}

/// The timeline of a page.
pub(super) fn timeline(
    context: &Context<'_>,
    page: &Page,
    lang: &Lang,
    root: &str,
    numbering: &Numbering,
) -> Vec<EventView> {
    let languages = context.site.languages();
    let text = |bodies: &BTreeMap<Option<Lang>, std::sync::Arc<Body>>| {
        let body = bodies.get(&Some(lang.clone())).or_else(|| bodies.get(&None))?;
        Some(html::inline(
            body,
            &content::references_of_short(context, page, lang, root, body),
            &context.language(lang).labels,
        ))
    };
    let event = |event: &crate::parse::front::TimelineEvent| {
        let (title, other) = event.title.get_or(lang, languages).unwrap_or_default();
        EventView {
            date: event.date,
            title: title.to_owned(),
            lang: other.cloned(),
            text: text(&event.text),
            source: event.source.as_ref().and_then(|source| numbering.view(context, lang, &source.value)),
        }
    };
    page.shared.timeline.iter().map(event).collect()
}
