//! Figures, sources and the timeline of a page, for one reader.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::html::{self, Citation};
use super::{CitationView, EventView, FigureView, PageView, RevisionView, SourceView};
use super::{charts, content, drawings, tables};
use crate::base::Lang;
use crate::locale::Value;
use crate::parse::body::Body;
use crate::parse::front::{Bound, Figure, FigureValue, SourceEntry};
use crate::resolve::{Kind, Page};

/// The sources of a page, numbered: those the text cites, in its order, then those of the timeline, of the
/// figures shown and of the front matter.
pub(super) struct Numbering {
    numbers: BTreeMap<String, u32>,
    order: Vec<String>,
    cited: BTreeMap<String, u32>,
}

impl Numbering {
    pub(super) fn of(context: &Context<'_>, page: &Page, body: Option<&Body>, shown: &ShownData) -> Numbering {
        let mut numbering = Numbering { numbers: BTreeMap::new(), order: Vec::new(), cited: BTreeMap::new() };
        for citation in body.iter().flat_map(|body| &body.citations) {
            numbering.add(context, &citation.id);
        }
        for source in page.shared.timeline.iter().filter_map(|event| event.source.as_ref()) {
            numbering.add(context, &source.value);
        }
        let data = &page.shared;
        let figures = shown.figures.iter().filter_map(|id| data.figures.get(id)?.source.as_ref());
        let charts = shown.charts.iter().filter_map(|id| data.charts.get(id)?.source.as_ref());
        let tables = || shown.tables.iter().filter_map(|id| data.tables.get(id));
        let rows = tables().flat_map(|table| table.rows.iter().filter_map(|row| row.source.as_ref()));
        let of_tables = tables().filter_map(|table| table.source.as_ref()).chain(rows);
        let drawings = shown.drawings.iter().filter_map(|id| context.site.drawings.get(id)?.text.source.as_ref());
        for source in figures.chain(charts).chain(of_tables).chain(drawings) {
            numbering.add(context, &source.value);
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

    pub(super) fn view(&self, context: &Context<'_>, lang: &Lang, id: &str) -> Option<CitationView> {
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

/// The ids of what a page shows of its data.
#[derive(Debug, Default)]
pub(super) struct ShownData {
    /// Figures, as [`shown_figures`] finds them.
    pub(super) figures: BTreeSet<String>,
    /// Charts that a component of the text names.
    pub(super) charts: BTreeSet<String>,
    /// Tables that a component of the text names.
    pub(super) tables: BTreeSet<String>,
    /// Drawings that a component of the text names.
    pub(super) drawings: BTreeSet<String>,
}

/// What a page shows of its data.
pub(super) fn shown(context: &Context<'_>, page: &Page, body: Option<&Body>) -> ShownData {
    let mut shown = ShownData { figures: shown_figures(page, body), ..ShownData::default() };
    let calls = body.iter().flat_map(|body| &body.components);
    for name in calls.flat_map(|call| &call.arguments).filter_map(|argument| argument.value.as_str()) {
        let known = [
            (page.shared.charts.contains_key(name), &mut shown.charts),
            (page.shared.tables.contains_key(name), &mut shown.tables),
            (context.site.drawings.contains_key(name), &mut shown.drawings),
        ];
        for (_, ids) in known.into_iter().filter(|(is_known, _)| *is_known) {
            ids.insert(name.to_owned());
        }
    }
    shown
}

/// The ids of the figures that a page shows: those in its text and those that its components name; and its own,
/// unless it is a folder's, which holds figures for the pages below it.
fn shown_figures(page: &Page, body: Option<&Body>) -> BTreeSet<String> {
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
        let Figure { value, format, bound, unit, label, as_of, source, span: _ } = &**figure;
        let view = FigureView {
            id: id.clone(),
            value: machine_value(value),
            text: context.figure_text(lang, value, *format),
            bound: bound.map(Bound::name),
            unit: unit.get(lang).map(str::to_owned),
            label: label.get(lang).map(str::to_owned),
            as_of: *as_of,
            source: source.as_ref().and_then(|source| numbering.view(context, lang, &source.value)),
        };
        Some((id.clone(), view))
    };
    shown.iter().filter_map(view).collect()
}

/// Puts the charts, tables, drawings and revisions that a page shows into its view.
pub(super) fn add_data(
    context: &Context<'_>,
    view: &mut PageView,
    page: &Page,
    (shown, numbering): (&ShownData, &Numbering),
    root: &str,
) {
    let lang = &view.lang.clone();
    let data = &page.shared;
    let chart =
        |id: &String| Some((id.clone(), charts::view(context, page, lang, (id, data.charts.get(id)?), numbering)));
    let table =
        |id: &String| Some((id.clone(), tables::view(context, page, lang, (id, data.tables.get(id)?), numbering)));
    let drawing = |id: &String| {
        let drawn = context.site.drawings.get(id)?;
        Some((id.clone(), drawings::view(context, page, lang, (id, drawn), numbering)))
    };
    view.charts = shown.charts.iter().filter_map(chart).collect();
    view.tables = shown.tables.iter().filter_map(table).collect();
    view.drawings = shown.drawings.iter().filter_map(drawing).collect();
    let revision = |revision: &crate::parse::front::Revision| {
        let own = revision.text.get(&Some(lang.clone())).or_else(|| revision.text.get(&None)).map(|body| (None, body));
        let other = || revision.text.iter().next().map(|(lang, body)| (lang.clone(), body));
        let (other, body) = own.or_else(other)?;
        let text = short_html(context, page, lang, root, body);
        Some(RevisionView { date: revision.date, text, lang: other })
    };
    view.revisions = data.revisions.iter().filter_map(revision).collect();
}

/// A short text of shared data as HTML.
fn short_html(context: &Context<'_>, page: &Page, lang: &Lang, root: &str, body: &Body) -> String {
    let references = content::references_of_short(context, page, lang, root, body);
    html::inline(body, &references, &context.language(lang).labels)
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
        Some(short_html(context, page, lang, root, body))
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
