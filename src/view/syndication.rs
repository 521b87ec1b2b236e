//! What feeds and the sitemap say: real editions only, with absolute addresses.

use std::cmp::Reverse;

use super::AlternateView;
use super::content;
use super::context::{Context, Target};
use super::page::{all_alternates, alternates};
use crate::base::{Lang, PagePath, PartialDate, Route};
use crate::locale::Value;
use crate::resolve::{Kind, Page, Site, tag_route};
use crate::text;

/// A language's feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedView {
    /// The language.
    pub lang: Lang,
    /// The feed's title.
    pub title: String,
    /// The absolute address of the language's home page.
    pub home: String,
    /// The feed's own absolute address.
    pub address: String,
    /// When anything in it last changed; `None` if it is empty.
    pub updated: Option<PartialDate>,
    /// The newest first.
    pub entries: Vec<FeedEntry>,
    /// Who is behind the site: its title.
    pub author: String,
}

/// An entry of a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedEntry {
    /// Plain text.
    pub title: String,
    /// Absolute.
    pub address: String,
    /// When it was published.
    pub published: PartialDate,
    /// When it was last changed.
    pub updated: PartialDate,
    /// Plain text; may be empty.
    pub summary: String,
}

/// How many entries a feed has at most.
const ENTRIES: usize = 20;

/// The feed of a language.
pub fn feed(context: &Context<'_>, lang: &Lang) -> FeedView {
    let site = context.site;
    let mut dated: Vec<(&Page, PartialDate)> = site
        .pages
        .values()
        .filter(|page| {
            matches!(page.kind, Kind::Page | Kind::Section)
                && page.editions.get(lang).is_some_and(|edition| !edition.draft)
        })
        .filter_map(|page| page.shared.date.map(|date| (page, date)))
        .collect();
    dated.sort_by_key(|(page, date)| {
        (Reverse(page.shared.updated.map_or(*date, |updated| updated.max(*date))), page.shared.order, page.path.clone())
    });
    let entries: Vec<FeedEntry> =
        dated.into_iter().take(ENTRIES).filter_map(|(page, date)| entry(context, page, lang, date)).collect();
    FeedView {
        lang: lang.clone(),
        title: context.message(lang, "feed-title", &[("site", Value::from(context.site_title(lang)))]),
        home: site.absolute(&Route::new(format!("{lang}/"))),
        address: site.absolute(&Route::new(format!("{lang}/feed.xml"))),
        updated: entries.iter().map(|entry| entry.updated).max(),
        entries,
        author: context.site_title(lang),
    }
}

fn entry(context: &Context<'_>, page: &Page, lang: &Lang, date: PartialDate) -> Option<FeedEntry> {
    let edition = page.editions.get(lang)?;
    let summary = edition.description.clone().unwrap_or_else(|| {
        let references = content::references_of_short(context, page, lang, "", &edition.document.body);
        let first =
            edition.document.body.blocks.iter().find(|block| block.kind == crate::parse::body::BlockKind::Paragraph);
        let plain = first.map(|block| content::shown_text(&edition.document.body, &references, block.events.clone()));
        text::beginning(&plain.unwrap_or_default(), 160)
    });
    Some(FeedEntry {
        title: edition.title.clone(),
        address: context.site.absolute(page.routes.get(lang)?),
        published: date,
        updated: page.shared.updated.map_or(date, |updated| updated.max(date)),
        summary,
    })
}

/// An address of the sitemap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitemapEntry {
    /// Absolute.
    pub address: String,
    /// When it last changed, if that is known.
    pub modified: Option<PartialDate>,
    /// The same page in other languages, itself included.
    pub alternates: Vec<AlternateView>,
}

/// Whether search engines should list a target.
pub fn in_sitemap(site: &Site, target: &Target) -> bool {
    match target {
        Target::Page(path, lang, _) => site.pages.get(path).is_some_and(|page| is_real(page, lang)),
        Target::Tags(_) | Target::Tag(..) => true,
        Target::Chooser => site.pages.contains_key(&PagePath::new("")),
        Target::Pair(..) | Target::NotFound => false,
    }
}

/// Whether a page has an edition to list, or is one that songngu makes in every language.
fn is_real(page: &Page, lang: &Lang) -> bool {
    page.editions.get(lang).map_or(page.editions.is_empty(), |edition| !edition.draft)
}

/// What the sitemap says of a target; `None` for what is not [in it](in_sitemap).
pub fn sitemap(context: &Context<'_>, route: &Route, target: &Target) -> Option<SitemapEntry> {
    let site = context.site;
    let address = site.absolute(route);
    match target {
        Target::Page(path, lang, number) => {
            let page = site.pages.get(path)?;
            let modified = page.shared.updated.or(page.shared.date);
            let alternates = if *number == 1 { alternates(context, page) } else { Vec::new() };
            is_real(page, lang).then_some(SitemapEntry { address, modified, alternates })
        }
        Target::Tags(_) => Some(SitemapEntry {
            address,
            modified: None,
            alternates: list_alternates(context, |lang| tag_route(lang, None)),
        }),
        Target::Tag(_, slug, number) => {
            let alternates =
                if *number == 1 { list_alternates(context, |lang| tag_route(lang, Some(slug))) } else { Vec::new() };
            Some(SitemapEntry { address, modified: None, alternates })
        }
        Target::Chooser => {
            let home = site.pages.get(&PagePath::new(""))?;
            Some(SitemapEntry { address, modified: None, alternates: alternates(context, home) })
        }
        Target::Pair(..) | Target::NotFound => None,
    }
}

fn list_alternates(context: &Context<'_>, route: impl Fn(&Lang) -> Route) -> Vec<AlternateView> {
    let routes: Vec<(&Lang, Route)> = context.site.languages().iter().map(|lang| (lang, route(lang))).collect();
    let routes: Vec<(&Lang, &Route)> = routes.iter().map(|(lang, route)| (*lang, route)).collect();
    all_alternates(context, &routes, None)
}
