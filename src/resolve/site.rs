//! The resolved site: everything that pages say of each other has its answer here.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::data::Data;
use super::drift::Waiting;
use super::twins::PartIds;
use crate::base::{Lang, PagePath, PartialDate, Route, SourcePath, Span};
use crate::config::yaml::Placed;
use crate::config::{Config, Fallback};
use crate::glossary::export::Format;
use crate::glossary::{Matcher, Termbase};
use crate::parse::Document;
use crate::parse::drawing::Drawing;
use crate::parse::front::{Chart, DrawingText, Figure, Revision, SourceEntry, Table, TimelineEvent};
use crate::translation::{Agreements, Beside, HeadingId};

/// All pages, sorted by path. Each is shared: a site in which one text has changed has all other pages of the one before.
pub type Pages = BTreeMap<PagePath, Arc<Page>>;

/// A site in which every reference has been followed. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Site {
    /// The configuration.
    pub config: Arc<Config>,
    /// All pages, sorted by path.
    pub pages: Pages,
    /// The glossary.
    pub termbase: Termbase,
    /// What finds its terms in the texts of each language of the site.
    pub matchers: BTreeMap<Lang, Arc<Matcher>>,
    /// The bibliography by id.
    pub bibliography: Arc<BTreeMap<String, SourceEntry>>,
    /// The drawings by id, as far as they can be shown.
    pub drawings: BTreeMap<String, Drawn>,
    /// The tags by their part of the address; each has at least one page.
    pub tags: BTreeMap<String, Tag>,
    /// The files that are copied, and where to.
    pub assets: BTreeMap<SourcePath, Route>,
    /// Old addresses and the page each leads to.
    pub redirects: Vec<Redirect>,
    /// The pages of the main menu, in order.
    pub menu: Vec<PagePath>,
    /// How many pages were left out because they are drafts or dated in the future.
    pub held_back: usize,
    /// What its languages have agreed on.
    pub agreements: Arc<Agreements>,
    /// Its data that stands in one file in every language.
    pub data: Arc<Data>,
}

/// A drawing: its shapes and what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// The shapes, with a place for each label.
    pub drawing: Arc<Drawing>,
    /// What it says.
    pub text: Arc<DrawingText>,
}

/// What a page is, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The page of the content folder.
    Home,
    /// The page of a folder.
    Section,
    /// The page of the glossary's folder.
    Glossary,
    /// A glossary entry.
    Term,
    /// Any other.
    Page,
}

/// A page with all its editions.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its path.
    pub path: PagePath,
    /// What it is.
    pub kind: Kind,
    /// What its editions share.
    pub shared: PageData,
    /// Its editions; at least one, but for the glossary's own page, which may have none.
    pub editions: BTreeMap<Lang, Edition>,
    /// Where each language of the site finds it; a language without an edition has a route if it gets a notice.
    pub routes: BTreeMap<Lang, Route>,
    /// The nearest page above it that exists.
    pub parent: Option<PagePath>,
    /// Its place among the parent's children, from 0; `None` for terms and the home page.
    pub position: Option<usize>,
    /// The pages directly in its folder, in their order. Terms are not among them.
    pub children: Vec<PagePath>,
    /// The pages that refer to this one, sorted; only kept for terms.
    pub mentioned_by: BTreeSet<PagePath>,
    /// For each two languages in which it is shown side by side, which part stands beside which.
    pub beside: BTreeMap<(Lang, Lang), Arc<Vec<Beside>>>,
}

/// What the editions of a page share, after their parts have been put together.
#[derive(Debug, Clone, PartialEq)]
pub struct PageData {
    /// When it was published.
    pub date: Option<PartialDate>,
    /// When it was last changed.
    pub updated: Option<PartialDate>,
    /// Its place among the pages of its folder.
    pub order: Option<i64>,
    /// Its tags: part of the address, and as written.
    pub tags: Vec<String>,
    /// The template to use instead of the usual one, as written.
    pub template: Option<Placed<String>>,
    /// Whether it has a table of contents.
    pub toc: bool,
    /// Whether terms are linked in it.
    pub glossary: bool,
    /// What a missing edition gets.
    pub fallback: Fallback,
    /// Sources beside those cited; all exist.
    pub sources: Vec<Placed<String>>,
    /// The figures it may show: its own and those of the folders above it.
    pub figures: Arc<BTreeMap<String, Arc<Figure>>>,
    /// The ids of the figures that are its own.
    pub own_figures: BTreeSet<String>,
    /// The file in which each shared key stands.
    pub found_in: BTreeMap<&'static str, SourcePath>,
    /// Its timeline, in order of time.
    pub timeline: Vec<TimelineEvent>,
    /// Its charts by id.
    pub charts: BTreeMap<String, Chart>,
    /// Its tables by id.
    pub tables: Arc<BTreeMap<String, Table>>,
    /// The log of its revisions, the newest first.
    pub revisions: Vec<Revision>,
    /// Whether its sections are questions and answers.
    pub faq: bool,
    /// Free data.
    pub extra: serde_json::Value,
}

/// One language of a page.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The document.
    pub document: Arc<Document>,
    /// Its title; never empty.
    pub title: String,
    /// A sentence about it, if the author wrote one.
    pub description: Option<String>,
    /// The ids of its headings, one for each.
    pub heading_ids: Vec<HeadingId>,
    /// Where its links lead, one for each.
    pub links: Vec<LinkTarget>,
    /// The terms in its running text, in order, without overlap.
    pub marks: Vec<TermMark>,
    /// Free data: the shared data with the edition's own over it.
    pub extra: serde_json::Value,
    /// Whether it is a draft, shown because drafts were asked for.
    pub draft: bool,
    /// The blocks that wait for a person, since another edition has moved; empty where nothing was ever agreed on.
    pub waiting: Vec<Waiting>,
    /// The ids that its parts share with their twins, where the page can be read side by side.
    pub part_ids: PartIds,
}

/// A glossary term in running text: from a place to a place, each an event of the body and an offset in its text. An
/// event that is no text is one that stress begins or ends with; its offset is 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermMark {
    /// Its first byte, or the event before it.
    pub start: (u32, u32),
    /// The byte after its last, or the event after it.
    pub end: (u32, u32),
    /// The term's id.
    pub term: Arc<str>,
    /// Whether it becomes a link.
    pub links: bool,
    /// The language that it is marked up with; `None` if none.
    pub lang: Option<Lang>,
    /// Whether it is a form that should not be used.
    pub avoided: bool,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// To a page, in the reader's language or in one that the author chose, and a section of it.
    Page {
        /// The page.
        page: PagePath,
        /// The language, if the author chose one.
        lang: Option<Lang>,
        /// The section.
        anchor: Option<String>,
    },
    /// To a section of the same page.
    Anchor(String),
    /// To a file that is copied.
    Asset(Route),
    /// Out of the site.
    External(String),
    /// Nowhere: it has been reported.
    Broken,
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// As authors write it.
    pub name: String,
    /// The pages that carry it, newest first.
    pub pages: Vec<PagePath>,
}

/// An old address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// The old address.
    pub from: Route,
    /// The page it leads to.
    pub page: PagePath,
    /// The language of that page.
    pub lang: Lang,
    /// The edition's file and the place of the alias in it.
    pub source: (SourcePath, Span),
}

impl Page {
    /// The edition that a reader of `lang` is shown: its own, else the first in the order of `languages`.
    pub fn edition(&self, lang: &Lang, languages: &[Lang]) -> Option<(&Lang, &Edition)> {
        let other = || languages.iter().find_map(|lang| self.editions.get_key_value(lang));
        self.editions.get_key_value(lang).or_else(other)
    }

    /// Where a reader of `lang` finds the page, and the language that awaits them if it is another.
    ///
    /// Without an edition or a notice in their language they are led to the first that exists.
    pub fn route(&self, lang: &Lang, languages: &[Lang]) -> Option<(&Route, Option<&Lang>)> {
        if let Some(route) = self.routes.get(lang) {
            return Some((route, None));
        }
        let other = languages.iter().find_map(|other| self.routes.get_key_value(other));
        other.map(|(lang, route)| (route, Some(lang)))
    }
}

impl Page {
    /// Where the page is found in two languages side by side: the first one's route, below `/<a>-<b>/`.
    ///
    /// `None` unless both editions were written and have a text. The glossary's page, which has an order of its own in
    /// each language, is a table of both there.
    pub fn pair_route(&self, a: &Lang, b: &Lang) -> Option<Route> {
        let has_text = |lang| self.editions.get(lang).is_some_and(|edition| !edition.document.body.blocks.is_empty());
        if self.kind != Kind::Glossary && (!has_text(a) || !has_text(b)) {
            return None;
        }
        let inside = self.routes.get(a)?.as_str().strip_prefix(a.as_str())?;
        Some(Route::new(format!("{a}-{b}{inside}")))
    }
}

impl Site {
    /// The languages, in the site's order.
    pub fn languages(&self) -> &[Lang] {
        &self.config.languages
    }

    /// The absolute address of a route.
    pub fn absolute(&self, route: &Route) -> String {
        format!("{}{}", self.config.base_url, route.encoded())
    }

    /// Where the site's own icon is, if it has one.
    pub fn icon(&self) -> Option<&Route> {
        self.assets.get(&SourcePath::new("content/favicon.ico"))
    }

    /// The files in which the glossary is published, and where; none if it has no terms.
    pub fn glossary_files(&self) -> Vec<(Format, Route)> {
        let route = |format: Format| (format, Route::new(format!("glossary/terms.{}", format.name())));
        let all = if self.termbase.terms.is_empty() { &[] } else { Format::ALL.as_slice() };
        all.iter().copied().map(route).collect()
    }

    /// Whether a file is an edition of a page or holds its data.
    pub fn belongs(&self, page: &Page, path: &SourcePath) -> bool {
        page.editions.values().any(|edition| edition.document.path == *path)
            || self.data.files.get(path).is_some_and(|file| file.page.as_ref() == Some(&page.path))
    }

    /// A term's page.
    pub fn term_page(&self, id: &str) -> Option<&Page> {
        self.pages.get(&self.termbase.terms.get(id)?.page).map(|page| &**page)
    }
}

/// The route of the list of tags, and of the pages that carry one tag.
pub fn tag_route(lang: &Lang, tag: Option<&str>) -> Route {
    match tag {
        None => Route::new(format!("{lang}/tags/")),
        Some(tag) => Route::new(format!("{lang}/tags/{tag}/")),
    }
}

/// The route of a further page of a list: number 1 is the list itself.
pub fn list_route(list: &Route, number: usize) -> Route {
    if number <= 1 { list.clone() } else { Route::new(format!("{list}page-{number}/")) }
}
