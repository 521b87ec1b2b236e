//! Addresses: one for each page and language, old ones that lead on, and none that two sources share.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::site::{Kind, Page, Pages, Redirect, Site, list_route, tag_route};
use crate::base::{Lang, PagePath, Route, SourcePath, Span};
use crate::config::{Config, Fallback};
use crate::diag::{Code, Diagnostic, Location};
use crate::glossary::export::Format;
use crate::text;

/// Gives each page its routes.
pub fn assign(pages: &mut BTreeMap<PagePath, Page>, config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    let parts = address_parts(pages, diagnostics);
    let mut all: Vec<(&PagePath, &mut Page)> = pages.iter_mut().collect();
    all.par_iter_mut().with_min_len(64).for_each(|(path, page)| {
        for lang in &config.languages {
            let shown = page.editions.contains_key(lang)
                || matches!(page.kind, Kind::Home | Kind::Glossary)
                || page.shared.fallback == Fallback::Notice;
            if shown {
                page.routes.insert(lang.clone(), route(path, lang, &parts));
            }
        }
    });
}

fn route(path: &PagePath, lang: &Lang, parts: &BTreeMap<(PagePath, Lang), String>) -> Route {
    let mut names = Vec::new();
    let mut at = Some(path.clone());
    while let Some(here) = at.filter(|here| !here.is_home()) {
        let name = parts.get(&(here.clone(), lang.clone())).cloned();
        names.push(name.unwrap_or_else(|| default_part(here.name())));
        at = here.parent();
    }
    names.push(lang.as_str().to_owned());
    names.reverse();
    Route::new(format!("{}/", names.join("/")))
}

/// The part of the address that each edition's slug gives.
fn address_parts(
    pages: &BTreeMap<PagePath, Page>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<(PagePath, Lang), String> {
    let mut parts = BTreeMap::new();
    for page in pages.values() {
        for (lang, edition) in &page.editions {
            let Some(slug) = &edition.document.own.slug else { continue };
            if page.path.is_home() {
                let diagnostic = Diagnostic::new(Code::SlugInvalid, "the home page takes no slug")
                    .at(&edition.document.path, slug.span);
                diagnostics.push(diagnostic.hint("remove it: the home page is found at the language itself"));
            } else if is_address_part(&slug.value) {
                parts.insert((page.path.clone(), lang.clone()), slug.value.clone());
            } else {
                let message = format!("`{}` cannot be part of an address", slug.value);
                let suggestion = match text::slug(&slug.value) {
                    slug if slug.is_empty() => "use letters, digits and hyphens".to_owned(),
                    slug => format!("write `{slug}`"),
                };
                diagnostics.push(
                    Diagnostic::new(Code::SlugInvalid, message).at(&edition.document.path, slug.span).hint(suggestion),
                );
            }
        }
    }
    parts
}

/// Whether a text can stand between two slashes of an address, on every host and file system.
fn is_address_part(part: &str) -> bool {
    let good = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    !part.is_empty()
        && part.chars().all(good)
        && !part.starts_with('.')
        && !part.ends_with('.')
        && !text::is_windows_reserved(part)
}

/// The part of the address that a file's name gives.
fn default_part(name: &str) -> String {
    if name.is_ascii() && is_address_part(name) {
        return name.to_owned();
    }
    match text::slug(name) {
        slug if is_address_part(&slug) => slug,
        slug => format!("{slug}-page"),
    }
}

/// The old addresses that editions name.
pub fn redirects(pages: &Pages, diagnostics: &mut Vec<Diagnostic>) -> Vec<Redirect> {
    let mut redirects = Vec::new();
    for page in pages.values() {
        for (lang, edition) in &page.editions {
            for alias in &edition.document.own.aliases {
                let path = alias.value.trim_start_matches('/');
                let good = |part: &str| is_address_part(part);
                let is_file = path.ends_with(".html");
                let is_valid =
                    alias.value.starts_with('/') && !path.is_empty() && path.trim_end_matches('/').split('/').all(good);
                if !is_valid {
                    let message = format!("`{}` is not an old address", alias.value);
                    let diagnostic = Diagnostic::new(Code::SlugInvalid, message).at(&edition.document.path, alias.span);
                    diagnostics.push(diagnostic.hint("write it from the site's root, such as `/old/page/`"));
                    continue;
                }
                let from = if is_file || path.ends_with('/') { path.to_owned() } else { format!("{path}/") };
                let source = (edition.document.path.clone(), alias.span);
                redirects.push(Redirect {
                    from: Route::new(from),
                    page: page.path.clone(),
                    lang: lang.clone(),
                    source,
                });
            }
        }
    }
    redirects
}

/// Who writes to an address.
enum Owner<'a> {
    File(&'a SourcePath),
    Alias(&'a SourcePath, Span),
    Data(&'a SourcePath, Span, &'a str),
    Named(String),
}

impl Owner<'_> {
    fn name(&self) -> String {
        match self {
            Owner::File(path) => format!("`{path}`"),
            Owner::Alias(path, _) => format!("an alias in `{path}`"),
            Owner::Data(path, _, id) => format!("the data of `{id}` in `{path}`"),
            Owner::Named(what) => what.clone(),
        }
    }

    fn location(&self) -> Option<Location> {
        match self {
            Owner::File(path) => Some(Location::file(path)),
            Owner::Alias(path, span) | Owner::Data(path, span, _) => Some(Location::span(path, *span)),
            Owner::Named(_) => None,
        }
    }
}

/// Reports addresses that two sources would be written to, on any host or file system.
pub fn clashes(site: &Site, reserved: &BTreeMap<Route, String>, diagnostics: &mut Vec<Diagnostic>) {
    let all = everything(site, reserved);
    let keys: Vec<String> = all.par_iter().with_min_len(256).map(|(route, _)| text::clash_key(&route.file())).collect();
    let mut owners: HashMap<String, &Owner<'_>> = HashMap::with_capacity(all.len());
    for (key, (route, owner)) in keys.into_iter().zip(&all) {
        let Some(first) = owners.get(&key) else {
            owners.insert(key, owner);
            continue;
        };
        let message = format!("{} and {} would both be written to `/{route}`", first.name(), owner.name());
        let mut diagnostic =
            Diagnostic::new(Code::UrlClash, message).hint("give one of them another `slug`, name or alias");
        let (place, other) = if owner.location().is_some() { (owner, *first) } else { (*first, owner) };
        diagnostic.location = place.location();
        if let Some(location) = other.location() {
            diagnostic = diagnostic.related(location, "the other one");
        }
        diagnostics.push(diagnostic);
    }
}

/// Every address of the site with its owner; pages first, so that an alias is told about the page it hits.
fn everything<'a>(site: &'a Site, reserved: &BTreeMap<Route, String>) -> Vec<(Route, Owner<'a>)> {
    let mut all = Vec::new();
    for page in site.pages.values() {
        for (lang, route) in &page.routes {
            let owner = match page.editions.get(lang) {
                Some(edition) => Owner::File(&edition.document.path),
                None => Owner::Named(format!("the notice for {} in `{lang}`", page_name(page))),
            };
            all.push((route.clone(), owner));
        }
    }
    for (page, (a, b)) in
        site.pages.values().flat_map(|page| site.config.side_by_side.iter().map(move |pair| (page, pair)))
    {
        let owner = || Owner::Named(format!("`{}` side by side in `{a}` and `{b}`", page.path));
        all.extend(page.pair_route(a, b).map(|route| (route, owner())));
    }
    for lang in site.languages().iter().filter(|_| !site.tags.is_empty()) {
        all.push((tag_route(lang, None), Owner::Named("the list of tags".to_owned())));
        for (slug, tag) in &site.tags {
            all.push((tag_route(lang, Some(slug)), Owner::Named(format!("the tag `{}`", tag.name))));
        }
    }
    let export = |(_, route): (Format, Route)| (route.clone(), Owner::Named(format!("the glossary's `{route}`")));
    all.extend(site.glossary_files().into_iter().map(export));
    all.extend(reserved.iter().map(|(route, what)| (route.clone(), Owner::Named(what.clone()))));
    all.extend(site.assets.iter().map(|(path, route)| (route.clone(), Owner::File(path))));
    all.extend(data_files(site));
    let alias = |redirect: &'a Redirect| (redirect.from.clone(), Owner::Alias(&redirect.source.0, redirect.source.1));
    all.extend(site.redirects.iter().map(alias));
    for page in site.pages.values().filter(|page| matches!(page.kind, Kind::Section | Kind::Home)) {
        let further = page.children.len().div_ceil(site.config.paginate);
        for route in page.routes.values() {
            let owner = || Owner::Named(format!("a further page of the list of {}", page_name(page)));
            all.extend((2..=further).map(|number| (list_route(route, number), owner())));
        }
    }
    all
}

/// The files of the charts and tables of all pages, in each language that they were written in.
fn data_files(site: &Site) -> Vec<(Route, Owner<'_>)> {
    let mut all = Vec::new();
    for page in site.pages.values() {
        let data = &page.shared;
        let charts = data.charts.iter().map(|(id, chart)| ("charts", id, chart.span));
        let tables = data.tables.iter().map(|(id, table)| ("tables", id, table.span));
        for (key, id, span) in charts.chain(tables) {
            let Some(path) = data.found_in.get(key) else { continue };
            let routes = page.editions.keys().filter_map(|lang| page.data_route(lang, id));
            all.extend(routes.map(|route| (route, Owner::Data(path, span, id))));
        }
    }
    all
}

fn page_name(page: &Page) -> String {
    if page.path.is_home() { "the home page".to_owned() } else { format!("`{}`", page.path) }
}
