//! Editions joined to pages, drafts held back, pages put in order.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::Request;
use super::shared::{self, Part};
use super::site::{Edition, Kind, Page, PageData};
use super::twins::PartIds;
use crate::base::{Lang, PagePath, PartialDate, SourcePath};
use crate::config::Config;
use crate::diag::{Code, Diagnostic, Location, nearest};
use crate::glossary::{self, Term, Termbase};
use crate::parse::front::{Figure, SharedFront, TimelineEvent};
use crate::parse::{self, Document, Shared};
use crate::translation;

/// The files of one page.
#[derive(Debug, Default)]
pub struct Group {
    documents: BTreeMap<Lang, Arc<Document>>,
    shared: Option<Arc<Shared>>,
}

/// Sorts documents by page; reports editions in unknown languages, twice-written ones and data without a page.
pub fn group(
    config: &Config,
    documents: Vec<Arc<Document>>,
    shared: Vec<Arc<Shared>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<PagePath, Group> {
    let mut groups: BTreeMap<PagePath, Group> = BTreeMap::new();
    for document in documents {
        if !config.languages.contains(&document.lang) {
            let known: Vec<&str> = config.languages.iter().map(Lang::as_str).collect();
            let message = format!("`{}` is not one of the site's languages", document.lang);
            let hint =
                format!("`site.yaml` lists {}; add it there or rename the file", crate::config::yaml::quoted(&known));
            diagnostics.push(Diagnostic::new(Code::LanguageUnknown, message).in_file(&document.path).hint(hint));
            continue;
        }
        let group = groups.entry(document.page.clone()).or_default();
        if let Some(other) = group.documents.get(&document.lang) {
            let message = format!("`{}` and `{}` are the same page in the same language", other.path, document.path);
            let diagnostic = Diagnostic::new(Code::UrlClash, message).in_file(&document.path);
            diagnostics
                .push(diagnostic.related(Location::file(&other.path), "the other file").hint("keep one of them"));
            continue;
        }
        group.documents.insert(document.lang.clone(), document);
    }
    for data in shared {
        match groups.get_mut(&data.page) {
            Some(group) => group.shared = Some(data),
            None => {
                let near =
                    nearest(data.page.as_str(), groups.keys().map(PagePath::as_str)).filter(|near| !near.is_empty());
                let hint = near
                    .map(|near| format!("did you mean `content/{near}.yaml`?"))
                    .unwrap_or_else(|| "write an edition beside it, or move it out of `content/`".to_owned());
                let message = format!("`{}` belongs to no page", data.path);
                diagnostics.push(Diagnostic::new(Code::FileStray, message).in_file(&data.path).hint(hint));
            }
        }
    }
    groups
}

/// Makes pages and terms; leaves out what is held back, and says which pages those are.
pub fn build(
    config: &Config,
    groups: BTreeMap<PagePath, Group>,
    request: Request,
    diagnostics: &mut Vec<Diagnostic>,
) -> (BTreeMap<PagePath, Page>, Termbase, BTreeSet<PagePath>) {
    let mut pages = BTreeMap::new();
    let mut termbase = Termbase::default();
    let mut held_back = BTreeSet::new();
    let groups: Vec<(PagePath, Group)> = groups.into_iter().collect();
    let made: Vec<(Made, Vec<Diagnostic>)> =
        groups.into_par_iter().with_min_len(32).map(|(path, group)| one(config, path, group, request)).collect();
    for (made, problems) in made {
        diagnostics.extend(problems);
        match made {
            Made::Nothing => {}
            Made::HeldBack(path) => _ = held_back.insert(path),
            Made::Page(page, term) => {
                termbase.terms.extend(term.map(|term| (page.path.name().to_owned(), term)));
                pages.insert(page.path.clone(), *page);
            }
        }
    }
    add_missing_indexes(&mut pages, config, &termbase);
    inherit_figures(&mut pages);
    (pages, termbase, held_back)
}

/// What becomes of the files of one page.
enum Made {
    Page(Box<Page>, Option<Term>),
    HeldBack(PagePath),
    Nothing,
}

fn one(config: &Config, path: PagePath, mut group: Group, request: Request) -> (Made, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let shared_draft =
        group.shared.as_ref().and_then(|shared| shared.front.draft.as_ref()).is_some_and(|draft| draft.value);
    let is_draft = |document: &Document| document.shared.draft.as_ref().map_or(shared_draft, |draft| draft.value);
    let drafts: BTreeSet<Lang> =
        group.documents.values().filter(|document| is_draft(document)).map(|document| document.lang.clone()).collect();
    let in_order: Vec<&Lang> = config.languages.iter().filter(|lang| group.documents.contains_key(lang)).collect();
    let documents: Vec<Arc<Document>> = in_order.iter().map(|lang| group.documents[*lang].clone()).collect();
    let Some(first) = documents.first().cloned() else { return (Made::Nothing, diagnostics) };
    let own_parts = group.shared.iter().map(|shared| (&shared.path, &shared.front));
    let parts: Vec<Part<'_>> =
        own_parts.chain(documents.iter().map(|document| (&document.path, &document.shared))).collect();
    let (shared, found_in) = shared::merge(&parts, &mut diagnostics);
    let later = shared.date.as_ref().is_some_and(|date| date.value > request.today);
    if !request.drafts {
        group.documents.retain(|lang, _| !later && !drafts.contains(lang));
    }
    let documents: Vec<Arc<Document>> =
        documents.into_iter().filter(|document| group.documents.contains_key(&document.lang)).collect();
    if documents.is_empty() {
        return (Made::HeldBack(path), diagnostics);
    }
    let mut term = None;
    if parse::is_term(&path) {
        let references: Vec<&Document> = documents.iter().map(|document| &**document).collect();
        let shared_in = group.shared.as_ref().map_or(&first.path, |shared| &shared.path);
        let (found, problems) = glossary::term(&path, &references, &shared, shared_in);
        diagnostics.extend(problems);
        term = found;
    }
    let shared_extra =
        group.shared.as_ref().and_then(|shared| shared.front.extra.as_ref()).map(|extra| extra.value.clone());
    let data = page_data(config, shared, shared_extra, found_in);
    let page = page(path, &documents, data, &drafts, &mut diagnostics);
    (Made::Page(Box::new(page), term), diagnostics)
}

fn page(
    path: PagePath,
    documents: &[Arc<Document>],
    shared: PageData,
    drafts: &BTreeSet<Lang>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Page {
    let headings: Vec<&[parse::body::Heading]> =
        documents.iter().map(|document| document.body.headings.as_slice()).collect();
    for document in documents {
        report_equal_ids(document, diagnostics);
    }
    let is_term = parse::is_term(&path);
    let mut editions = BTreeMap::new();
    for (document, heading_ids) in documents.iter().zip(translation::heading_ids(&headings)) {
        let own = &document.own;
        let title = if is_term { own.term.term.as_ref().or(own.title.as_ref()) } else { own.title.as_ref() };
        if title.is_none() && !is_term && !own.is_named {
            let diagnostic =
                Diagnostic::new(Code::TitleMissing, "the page has no `title`").at(&document.path, document.front_span);
            diagnostics.push(diagnostic.hint("add `title: …` to the front matter, between two lines `---`"));
        }
        let edition = Edition {
            document: document.clone(),
            title: title.map_or_else(|| path.name().to_owned(), |title| title.value.clone()),
            description: own.description.as_ref().map(|text| text.value.clone()),
            heading_ids,
            links: Vec::new(),
            marks: Vec::new(),
            extra: merged_extra(&shared.extra, document.shared.extra.as_ref().map(|extra| &extra.value)),
            draft: drafts.contains(&document.lang),
            waiting: Vec::new(),
            part_ids: PartIds::default(),
        };
        editions.insert(document.lang.clone(), edition);
    }
    let index = documents.iter().any(|document| document.index);
    let kind = match path.as_str() {
        "" => Kind::Home,
        "glossary" => Kind::Glossary,
        _ if is_term => Kind::Term,
        _ if index => Kind::Section,
        _ => Kind::Page,
    };
    Page {
        shared,
        path,
        kind,
        editions,
        routes: BTreeMap::new(),
        parent: None,
        position: None,
        children: Vec::new(),
        mentioned_by: BTreeSet::new(),
        beside: BTreeMap::new(),
    }
}

/// The edition's free data over the shared data, key by key.
fn merged_extra(shared: &serde_json::Value, own: Option<&serde_json::Value>) -> serde_json::Value {
    match (shared, own) {
        (serde_json::Value::Object(shared), Some(serde_json::Value::Object(own))) => {
            let mut map = shared.clone();
            map.extend(own.clone());
            serde_json::Value::Object(map)
        }
        (_, Some(own)) => own.clone(),
        (shared, None) => shared.clone(),
    }
}

fn page_data(
    config: &Config,
    shared: SharedFront,
    extra: Option<serde_json::Value>,
    found_in: BTreeMap<&'static str, SourcePath>,
) -> PageData {
    let SharedFront {
        date,
        updated,
        draft: _,
        order,
        tags,
        template,
        toc,
        glossary,
        fallback,
        sources,
        figures,
        timeline,
        charts,
        tables,
        revisions,
        faq,
        ..
    } = shared;
    let mut timeline = timeline.map(|timeline| timeline.value).unwrap_or_default();
    in_order_of_time(&mut timeline);
    let mut revisions = revisions.map(|revisions| revisions.value).unwrap_or_default();
    revisions.sort_by_key(|revision| Reverse(revision.date));
    let figures: BTreeMap<String, Arc<Figure>> =
        figures.into_iter().flat_map(|figures| figures.value).map(|(id, figure)| (id, Arc::new(figure))).collect();
    PageData {
        date: date.map(|date| date.value),
        updated: updated.map(|date| date.value),
        order: order.map(|order| order.value),
        tags: tags.map(|tags| tags.value).unwrap_or_default(),
        template,
        toc: toc.is_none_or(|toc| toc.value),
        glossary: glossary.is_none_or(|glossary| glossary.value),
        fallback: fallback.map_or(config.fallback, |fallback| fallback.value),
        sources: sources.map(|sources| sources.value).unwrap_or_default(),
        own_figures: figures.keys().cloned().collect(),
        figures: Arc::new(figures),
        found_in,
        timeline,
        charts: charts.map(|charts| charts.value).unwrap_or_default(),
        tables: tables.map(|tables| Arc::new(tables.value)).unwrap_or_default(),
        revisions,
        faq: faq.is_some_and(|faq| faq.value),
        extra: extra.unwrap_or(serde_json::Value::Null),
    }
}

fn report_equal_ids(document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = BTreeMap::new();
    for heading in &document.body.headings {
        let Some(id) = &heading.id else { continue };
        if let Some(first) = seen.insert(id, heading.span) {
            let message = format!("two headings ask for the id `{id}`");
            let diagnostic = Diagnostic::new(Code::AnchorClash, message).at(&document.path, heading.span);
            diagnostics.push(
                diagnostic
                    .related(Location::span(&document.path, first), "the first one")
                    .hint("give one of them another id"),
            );
        }
    }
}

/// The home page and the glossary's page exist even where nobody has written them.
fn add_missing_indexes(pages: &mut BTreeMap<PagePath, Page>, config: &Config, termbase: &Termbase) {
    let mut wanted = Vec::new();
    if !pages.is_empty() {
        wanted.push((PagePath::new(""), Kind::Home));
    }
    if !termbase.terms.is_empty() {
        wanted.push((PagePath::new("glossary"), Kind::Glossary));
    }
    for (path, kind) in wanted {
        pages.entry(path.clone()).or_insert_with(|| Page {
            path,
            kind,
            shared: page_data(config, SharedFront::default(), None, BTreeMap::new()),
            editions: BTreeMap::new(),
            routes: BTreeMap::new(),
            parent: None,
            position: None,
            children: Vec::new(),
            mentioned_by: BTreeSet::new(),
            beside: BTreeMap::new(),
        });
    }
}

/// A page may show the figures of the folders above it; its own come first.
fn inherit_figures(pages: &mut BTreeMap<PagePath, Page>) {
    // Sorted by path, a folder's page comes before the pages below it.
    let paths: Vec<PagePath> = pages.keys().cloned().collect();
    for path in paths {
        let mut above = path.parent();
        let inherited = loop {
            let Some(parent) = above else { break None };
            if let Some(page) = pages.get(&parent) {
                break Some(page.shared.figures.clone());
            }
            above = parent.parent();
        };
        let Some(inherited) = inherited.filter(|figures| !figures.is_empty()) else { continue };
        let Some(page) = pages.get_mut(&path) else { continue };
        if page.shared.figures.is_empty() {
            page.shared.figures = inherited;
        } else {
            let mut all = (*inherited).clone();
            all.extend(page.shared.figures.iter().map(|(id, figure)| (id.clone(), figure.clone())));
            page.shared.figures = Arc::new(all);
        }
    }
}

/// Finds each page's parent, and puts each folder's pages in order.
pub fn connect(pages: &mut BTreeMap<PagePath, Page>) {
    let mut children: BTreeMap<PagePath, Vec<PagePath>> = BTreeMap::new();
    let mut parents = BTreeMap::new();
    for (path, page) in pages.iter() {
        let mut above = path.parent();
        while let Some(candidate) = &above {
            if pages.contains_key(candidate) {
                break;
            }
            above = candidate.parent();
        }
        let Some(parent) = above else { continue };
        parents.insert(path.clone(), parent.clone());
        if page.kind != Kind::Term {
            children.entry(parent).or_default().push(path.clone());
        }
    }
    for list in children.values_mut() {
        list.sort_by_cached_key(|path| {
            let shared = &pages[path].shared;
            (shared.order.is_none(), shared.order, Reverse(shared.date), path.clone())
        });
    }
    let mut positions = BTreeMap::new();
    for list in children.values() {
        positions.extend(list.iter().cloned().enumerate().map(|(position, path)| (path, position)));
    }
    for (path, page) in pages.iter_mut() {
        page.parent = parents.remove(path);
        page.position = positions.remove(path);
        page.children = children.remove(path).unwrap_or_default();
    }
}

/// Sorts events by date. One of which only the month or the year is known stays after the event that its author put it
/// after, if that one lies in this month or year; else it is the first of it.
fn in_order_of_time(events: &mut Vec<TimelineEvent>) {
    let mut before: Option<PartialDate> = None;
    let mut keyed: Vec<(PartialDate, TimelineEvent)> = Vec::new();
    for event in std::mem::take(events) {
        let key = before.filter(|before| event.date.holds(*before)).unwrap_or(event.date);
        before = Some(key);
        keyed.push((key, event));
    }
    keyed.sort_by_key(|(key, _)| *key);
    events.extend(keyed.into_iter().map(|(_, event)| event));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{LocalText, Span};

    fn order(dates: &str) -> String {
        let event = |date: &str| TimelineEvent {
            date: date.parse().expect("a date"),
            title: LocalText::default(),
            text: BTreeMap::new(),
            source: None,
            span: Span { start: 0, end: 0 },
        };
        let mut events: Vec<TimelineEvent> = dates.split(' ').map(event).collect();
        in_order_of_time(&mut events);
        events.iter().map(|event| event.date.to_string()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_month_stands_where_its_author_put_it_among_its_days() {
        assert_eq!(order("2023-05-05 2023-05 2023-05-18 2023-05"), "2023-05-05 2023-05 2023-05-18 2023-05");
        assert_eq!(order("2023-05-18 2023-05-05 2023-05 2023-04"), "2023-04 2023-05-05 2023-05 2023-05-18");
        assert_eq!(order("2023-06 2023-05-05 2023 2022"), "2022 2023-05-05 2023 2023-06");
        assert_eq!(order("2023-06-01 2023-05 2023-05-02"), "2023-05 2023-05-02 2023-06-01");
    }
}
