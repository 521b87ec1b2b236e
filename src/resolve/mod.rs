//! Documents to a site: editions joined to pages, addresses given, every reference followed.
//!
//! Enters: the configuration, all documents, today's date. Leaves: a [`Site`] without an open question, and
//! what was wrong. Never here: files, HTML, templates, the clock.

mod amend;
mod data;
mod drawings;
mod drift;
mod exchange;
mod exchange_data;
mod exchange_strings;
mod links;
mod pages;
mod pairs;
mod references;
mod routes;
mod shared;
mod site;
mod status;
mod terms;
mod twins;
mod uses;
mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::{PagePath, PartialDate, Route, SourcePath};
use crate::config::Config;
use crate::diag::{Code, Diagnostic};
use crate::parse::drawing::Drawing;
use crate::parse::front::{DrawingText, SourceEntry};
use crate::parse::{Document, Shared};
use crate::text;
use crate::translation::Agreements;

pub use amend::amend;
pub use data::{Data, DataFile, WaitingText};
pub use drift::Waiting;
pub use exchange::exchange;
pub use pairs::{Pair, pairs};
pub use site::{
    Drawn, Edition, Kind, LinkTarget, Page, PageData, Pages, Redirect, Site, Tag, TermMark, list_route, tag_route,
};
pub use status::{Counts, EditionStatus, Presence, status};
pub use terms::{Scope, find as find_terms};
pub use twins::PartIds;
pub use uses::{page_uses, term_uses};

/// All that a site is made of.
#[derive(Debug, Clone)]
pub struct Sources {
    /// The editions, sorted by file.
    pub documents: Vec<Arc<Document>>,
    /// The data that editions share, sorted by file.
    pub shared: Vec<Arc<Shared>>,
    /// The bibliography.
    pub bibliography: Arc<BTreeMap<String, SourceEntry>>,
    /// The drawings, sorted by file.
    pub drawings: Vec<Arc<Drawing>>,
    /// What drawings say, sorted by file.
    pub drawing_texts: Vec<Arc<DrawingText>>,
    /// The files below `content/` that are copied.
    pub assets: BTreeSet<SourcePath>,
    /// `site.yaml` and the YAML files below `content/`.
    pub yaml: BTreeMap<SourcePath, Arc<str>>,
    /// What the languages of the site have agreed on.
    pub agreements: Agreements,
    /// The addresses that the program itself writes: feeds, the sitemap, the theme's files.
    pub reserved: BTreeMap<Route, String>,
}

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Request {
    /// The day on which the site is built: later pages are held back.
    pub today: PartialDate,
    /// Whether drafts and later pages are built too.
    pub drafts: bool,
}

/// Joins the documents to a site.
pub fn resolve(config: &Arc<Config>, sources: Sources, request: Request) -> (Site, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let Sources { documents, shared, bibliography, drawings, drawing_texts, assets, yaml, agreements, reserved } =
        sources;
    let drawings = drawings::join(drawings, drawing_texts, &mut diagnostics);
    let assets: BTreeMap<SourcePath, Route> = assets
        .into_iter()
        .filter_map(|path| path.below("content").map(Route::new).map(|route| (path.clone(), route)))
        .collect();
    let with_data = documents.clone();
    let groups = pages::group(config, documents, shared, &mut diagnostics);
    let (mut pages, termbase, held_back) = pages::build(config, groups, request, &mut diagnostics);
    pages::connect(&mut pages);
    routes::assign(&mut pages, config, &mut diagnostics);
    let mut pages: Pages = pages.into_iter().map(|(path, page)| (path, Arc::new(page))).collect();
    let known = drift::Known { config, pages: &pages, held_back: &held_back, yaml: &yaml, documents: &with_data };
    drift::report_stray(&agreements, known, &mut diagnostics);
    let held_back_pages = held_back.len();
    let targets =
        links::Targets { pages: &pages, assets: &assets, held_back: &held_back, languages: &config.languages };
    let (resolved, problems) = links::resolve(&targets);
    diagnostics.extend(problems);
    let editions = pages.values_mut().map(Arc::make_mut).flat_map(|page| page.editions.values_mut());
    for (edition, links) in editions.zip(resolved) {
        edition.links = links;
    }
    let redirects = routes::redirects(&pages, &mut diagnostics);
    let tags = tags(&pages, &mut diagnostics);
    let menu = menu(config, &pages, &mut diagnostics);
    let mut site = Site {
        config: config.clone(),
        pages,
        matchers: terms::matchers(config, &termbase),
        termbase,
        bibliography,
        drawings,
        tags,
        assets,
        redirects,
        menu,
        held_back: held_back_pages,
        agreements: Arc::new(agreements),
        data: Arc::default(),
    };
    terms::find_all(&mut site);
    twins::find(&mut site);
    data::find(&mut site, yaml, &with_data);
    references::follow(&mut site, &mut diagnostics);
    routes::clashes(&site, &reserved, &mut diagnostics);
    (site, diagnostics)
}

/// The tags by their part of the address; reports two tags that differ only by marks or case.
fn tags(pages: &Pages, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<String, Tag> {
    let mut tags: BTreeMap<String, Tag> = BTreeMap::new();
    for page in pages.values() {
        for name in &page.shared.tags {
            let slug = tag_slug(name);
            let tag = tags.entry(slug).or_insert_with(|| Tag { name: name.clone(), pages: Vec::new() });
            if tag.name != *name {
                let message = format!("the tags `{}` and `{name}` would share one address", tag.name);
                let diagnostic =
                    Diagnostic::new(Code::UrlClash, message).hint("write them alike, or choose other words");
                diagnostics.push(match page.shared.found_in.get("tags") {
                    Some(path) => diagnostic.in_file(path),
                    None => diagnostic,
                });
            }
            tag.pages.push(page.path.clone());
        }
    }
    for tag in tags.values_mut() {
        let newest_first =
            |path: &PagePath| (std::cmp::Reverse(pages.get(path).and_then(|page| page.shared.date)), path.clone());
        tag.pages.sort_by_cached_key(newest_first);
        tag.pages.dedup();
    }
    tags
}

/// A tag's part of the address.
pub fn tag_slug(name: &str) -> String {
    let slug = text::slug(name);
    if slug.is_empty() { "tag".to_owned() } else { slug }
}

/// The pages of the menu: those the configuration names, else those of the first level with an `order`.
fn menu(config: &Config, pages: &Pages, diagnostics: &mut Vec<Diagnostic>) -> Vec<PagePath> {
    let Some(wanted) = &config.menu else {
        let home = pages.get(&PagePath::new(""));
        let ordered = home.iter().flat_map(|home| &home.children);
        let with_order = ordered.filter(|path| pages.get(*path).is_some_and(|page| page.shared.order.is_some()));
        return with_order.cloned().collect();
    };
    let mut menu = Vec::new();
    for entry in wanted {
        let path = PagePath::new(entry.value.trim_matches('/').trim_end_matches(".md"));
        if pages.contains_key(&path) {
            menu.push(path);
            continue;
        }
        let near = crate::diag::nearest(path.as_str(), pages.keys().map(PagePath::as_str));
        let hint = near.map(|near| format!("did you mean `/{near}`?"));
        let message = format!("the menu names `{}`, which is not a page", entry.value);
        let diagnostic = Diagnostic::new(Code::LinkBroken, message).at(&SourcePath::new("site.yaml"), entry.span);
        diagnostics.push(diagnostic.maybe_hint(hint).hint_if_none("name pages by their paths, such as `/programme`"));
    }
    menu
}
