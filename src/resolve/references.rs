//! Figures, sources and terms that texts name: each exists, or is reported with the nearest that does.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::site::{Edition, Page, PageData, Site};
use crate::base::{PagePath, SourcePath, Span};
use crate::config::yaml::Placed;
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::glossary::{Term, form_key};
use crate::parse::body::{Body, TermUse};
use crate::parse::front::PointValue;
use crate::text;

/// Checks every reference, drops those to sources and terms that do not exist, and notes who mentions a term.
pub fn follow(site: &mut Site, diagnostics: &mut Vec<Diagnostic>) {
    let pages: Vec<&Page> = site.pages.values().map(|page| &**page).collect();
    let problems: Vec<Vec<Diagnostic>> = pages.par_iter().map(|page| page_problems(site, page)).collect();
    diagnostics.extend(problems.into_iter().flatten());
    for drawn in site.drawings.values() {
        if let Some(source) = &drawn.text.source {
            source_problem(site, &drawn.text.path, &source.value, source.span, diagnostics);
        }
    }
    related_terms(site, diagnostics);
    note_mentions(site);
    let bibliography = &site.bibliography;
    for page in site.pages.values_mut().map(Arc::make_mut) {
        page.shared.sources.retain(|id| bibliography.contains_key(&id.value));
    }
}

/// Notes what a page mentions at the pages of terms, where that differs from what it mentioned `before`.
pub(super) fn note_new_mentions(site: &mut Site, before: &Page) {
    let Some(page) = site.pages.get(&before.path).cloned() else { return };
    let (old, new) = (mentioned_by_page(before), mentioned_by_page(&page));
    for id in old.symmetric_difference(&new) {
        let Some(term) = site.termbase.terms.get(*id).filter(|term| term.page != page.path) else { continue };
        let Some(of_term) = site.pages.get_mut(&term.page).map(Arc::make_mut) else { continue };
        if new.contains(id) {
            of_term.mentioned_by.insert(page.path.clone());
        } else {
            of_term.mentioned_by.remove(&page.path);
        }
    }
}

fn mentioned_by_page(page: &Page) -> BTreeSet<&str> {
    page.editions.values().flat_map(mentioned).collect()
}

/// Notes at each term's page which pages mention it.
fn note_mentions(site: &mut Site) {
    let mut mentions = mentions(site);
    let terms: Vec<PagePath> = site.termbase.terms.values().map(|term| term.page.clone()).collect();
    for path in terms {
        let mentioned_by = mentions.remove(&path).unwrap_or_default();
        if let Some(page) = site.pages.get_mut(&path).filter(|page| page.mentioned_by != mentioned_by) {
            Arc::make_mut(page).mentioned_by = mentioned_by;
        }
    }
}

/// For each page of a term, the pages whose texts mention the term.
fn mentions(site: &Site) -> BTreeMap<PagePath, BTreeSet<PagePath>> {
    let mut mentions: BTreeMap<PagePath, BTreeSet<PagePath>> = BTreeMap::new();
    for page in site.pages.values() {
        for term in mentioned_by_page(page).into_iter().filter_map(|id| site.termbase.terms.get(id)) {
            if term.page != page.path {
                mentions.entry(term.page.clone()).or_default().insert(page.path.clone());
            }
        }
    }
    mentions
}

/// The ids of the terms that an edition's text mentions, as often as it does.
pub(super) fn mentioned(edition: &Edition) -> impl Iterator<Item = &str> {
    let explicit = edition.document.body.terms.iter().map(|term| term.id.as_str());
    explicit.chain(edition.marks.iter().filter(|mark| !mark.avoided).map(|mark| &*mark.term))
}

/// The places of a page at which something is named that does not exist.
pub(super) fn page_problems(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for edition in page.editions.values() {
        let document = &edition.document;
        let path = &document.path;
        body_problems(site, page, path, &document.body, None, &mut problems);
        if let Some(Placed { value, span }) = &document.own.term.short {
            body_problems(site, page, path, value, Some(*span), &mut problems);
        }
    }
    let PageData { sources, figures, own_figures, timeline, revisions, found_in, .. } = &page.shared;
    if let Some(path) = found_in.get("sources") {
        for source in sources {
            source_problem(site, path, &source.value, source.span, &mut problems);
        }
    }
    if let Some(path) = found_in.get("figures") {
        for source in own_figures.iter().filter_map(|id| figures.get(id)?.source.as_ref()) {
            source_problem(site, path, &source.value, source.span, &mut problems);
        }
    }
    if let Some(path) = found_in.get("timeline") {
        for event in timeline {
            if let Some(source) = &event.source {
                source_problem(site, path, &source.value, source.span, &mut problems);
            }
            for body in event.text.values() {
                body_problems(site, page, path, body, Some(event.span), &mut problems);
            }
        }
    }
    if let Some(path) = found_in.get("revisions") {
        for (revision, body) in revisions.iter().flat_map(|entry| entry.text.values().map(move |body| (entry, body))) {
            body_problems(site, page, path, body, Some(revision.span), &mut problems);
        }
    }
    data_problems(site, page, &mut problems);
    problems
}

/// What charts and tables name: sources, and figures in place of numbers.
fn data_problems(site: &Site, page: &Page, problems: &mut Vec<Diagnostic>) {
    let PageData { charts, tables, figures, found_in, .. } = &page.shared;
    if let Some(path) = found_in.get("charts") {
        for chart in charts.values() {
            if let Some(source) = &chart.source {
                source_problem(site, path, &source.value, source.span, problems);
            }
            let values = chart.points.iter().flat_map(|point| &point.values).chain(&chart.total);
            for Placed { value, span } in values {
                let PointValue::Figure(id) = value else { continue };
                if figures.contains_key(id) {
                    continue;
                }
                let hint = did_you_mean(id, figures.keys().map(String::as_str)).unwrap_or_else(|| {
                    "write a number, or define it under `figures:` in the page's shared `.yaml` file".to_owned()
                });
                let message = format!("`{id}` is neither a number nor a figure");
                problems.push(Diagnostic::new(Code::FigureUnknown, message).at(path, *span).hint(hint));
            }
        }
    }
    if let Some(path) = found_in.get("tables") {
        let of_rows = tables.values().flat_map(|table| &table.rows).map(|row| &row.source);
        for source in tables.values().map(|table| &table.source).chain(of_rows).flatten() {
            source_problem(site, path, &source.value, source.span, problems);
        }
    }
}

/// `place` is where the text stands in its file, for texts of front matter; `None` if its spans are the file's.
fn body_problems(
    site: &Site,
    page: &Page,
    path: &SourcePath,
    body: &Body,
    place: Option<Span>,
    problems: &mut Vec<Diagnostic>,
) {
    for figure in &body.figures {
        if page.shared.figures.contains_key(&figure.id) {
            continue;
        }
        let hint = did_you_mean(&figure.id, page.shared.figures.keys().map(String::as_str)).unwrap_or_else(|| {
            "define it under `figures:` in the page's shared `.yaml` file; for the marks themselves write `\\{{`"
                .to_owned()
        });
        let diagnostic = Diagnostic::new(Code::FigureUnknown, format!("there is no figure `{}`", figure.id));
        problems.push(diagnostic.at(path, place.unwrap_or(figure.span)).hint(hint));
    }
    for citation in &body.citations {
        source_problem(site, path, &citation.id, place.unwrap_or(citation.span), problems);
    }
    // A reference without an id has been reported where it was read.
    let is_unknown = |term: &&TermUse| !term.id.is_empty() && !site.termbase.terms.contains_key(&term.id);
    for term in body.terms.iter().filter(is_unknown) {
        let problem = term_problem(site, path, &term.id, place.unwrap_or(term.span));
        problems.push(
            problem.hint_if_none(&format!(
                "add {}, or write `\\[[` for the brackets themselves",
                term_file(site, &term.id)
            )),
        );
    }
}

fn source_problem(site: &Site, path: &SourcePath, id: &str, span: Span, problems: &mut Vec<Diagnostic>) {
    if site.bibliography.contains_key(id) {
        return;
    }
    let hint = did_you_mean(id, site.bibliography.keys().map(String::as_str));
    let diagnostic = Diagnostic::new(Code::SourceUnknown, format!("there is no source `{id}`")).at(path, span);
    problems.push(diagnostic.maybe_hint(hint).hint_if_none("add it to `content/bibliography.yaml`"));
}

/// Without a hint if no term is near.
fn term_problem(site: &Site, path: &SourcePath, id: &str, span: Span) -> Diagnostic {
    let key = form_key(&id.to_lowercase());
    let is_form = |text: &String| form_key(&text.to_lowercase()) == key;
    let is_meant = |(_, term): &(&String, &Term)| {
        let editions = || term.editions.values();
        key.is_some()
            && (term.acronym.iter().any(is_form)
                || editions().any(|edition| is_form(&edition.term) || edition.forms.iter().any(is_form)))
    };
    let by_form = site.termbase.terms.iter().find(is_meant).map(|(id, _)| format!("did you mean `{id}`?"));
    let by_case = site.termbase.terms.keys().find(|known| known.to_lowercase() == id.to_lowercase());
    let hint = by_case.map(|id| format!("did you mean `{id}`?")).or(by_form);
    let hint = hint.or_else(|| did_you_mean(id, site.termbase.terms.keys().map(String::as_str)));
    let diagnostic = Diagnostic::new(Code::TermUndefined, format!("the glossary has no term `{id}`"));
    diagnostic.at(path, span).maybe_hint(hint)
}

/// The file in which a term that is missing would be defined.
fn term_file(site: &Site, id: &str) -> String {
    format!("`content/glossary/{}.{}.md`", text::slug(id), site.languages()[0])
}

fn related_terms(site: &mut Site, diagnostics: &mut Vec<Diagnostic>) {
    let mut problems = Vec::new();
    for term in site.termbase.terms.values() {
        for related in term.related.iter().filter(|related| !site.termbase.terms.contains_key(&related.value)) {
            let problem = term_problem(site, &term.related_in, &related.value, related.span);
            problems.push(problem.hint_if_none(&format!("add {}", term_file(site, &related.value))));
        }
    }
    diagnostics.extend(problems);
    let known: BTreeSet<String> = site.termbase.terms.keys().cloned().collect();
    for term in site.termbase.terms.values_mut() {
        term.related.retain(|related| known.contains(&related.value));
    }
}
