//! Every file of a site, and what it is: the list that a build works through and a server looks names up in.
//!
//! Enters: the resolved site, the theme's files. Leaves: [`Contents`]. Never here: bytes.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::{Digest, Lang, PagePath, Route, SourcePath};
use crate::glossary::export::Format;
use crate::render::{Asset, MOST_IN_SITEMAP};
use crate::resolve::Site;
use crate::view::{self, Target};

/// All files of a site.
pub(super) struct Contents {
    /// By their names, relative to the output folder.
    pub(super) files: BTreeMap<String, Item>,
    /// What search engines should list, in the order of addresses.
    pub(super) in_sitemap: Vec<(Route, Target)>,
    /// How many pages there are, in all languages; those at old addresses are none.
    pub(super) pages: usize,
}

/// What a file of the site is.
pub(super) enum Item {
    /// A page.
    Page(Route, Target),
    /// The data of a chart or table of a page, by its id.
    Data(PagePath, Lang, String),
    /// The picture that an edition is shared with.
    ShareImage(PagePath, Lang),
    /// A language's feed.
    Feed(Lang),
    /// A sitemap: a part of [`Contents::in_sitemap`].
    Sitemap(Range<usize>),
    /// The index of sitemaps, by their names.
    SitemapIndex(Vec<String>),
    /// The glossary for other tools.
    Glossary(Format),
    /// `robots.txt`.
    Robots,
    /// `_headers`.
    Headers,
    /// `_redirects`.
    Redirects,
    /// `.nojekyll`.
    NoJekyll,
    /// `favicon.ico`.
    Icon,
    /// The page at an old address, by the position in the site's redirects.
    Redirection(usize),
    /// A file of the theme, by its position.
    ThemeFile(usize),
    /// A file that lies beside the texts.
    Asset(SourcePath),
}

impl Contents {
    /// Lists the files of a site that has pages. A file to be copied that could not be read (it is not in `copied`)
    /// has been reported, and is left out.
    pub(super) fn new(site: &Site, assets: &[Asset], copied: &BTreeMap<SourcePath, Digest>) -> Contents {
        let targets = view::targets(site);
        let in_sitemap: Vec<(Route, Target)> = targets
            .iter()
            .filter(|(_, target)| view::in_sitemap(site, target))
            .map(|(route, target)| (route.clone(), target.clone()))
            .collect();
        let pages = targets.len();
        let mut files: BTreeMap<String, Item> = BTreeMap::new();
        let readable = site.assets.iter().filter(|(path, _)| copied.contains_key(*path));
        files.extend(readable.map(|(path, route)| (route.file(), Item::Asset(path.clone()))));
        let redirections = site.redirects.iter().enumerate().filter(|(_, redirect)| leads_somewhere(site, redirect));
        files.extend(redirections.map(|(at, redirect)| (redirect.from.file(), Item::Redirection(at))));
        files.extend(assets.iter().enumerate().map(|(at, asset)| (asset.route().file(), Item::ThemeFile(at))));
        let exported = site.glossary_files().into_iter();
        files.extend(exported.map(|(format, route)| (route.file(), Item::Glossary(format))));
        let fixed = [
            ("robots.txt", Item::Robots),
            ("_headers", Item::Headers),
            ("_redirects", Item::Redirects),
            (".nojekyll", Item::NoJekyll),
        ];
        files.extend(fixed.map(|(name, item)| (name.to_owned(), item)));
        files.entry("favicon.ico".to_owned()).or_insert(Item::Icon);
        files.extend(site.languages().iter().map(|lang| (format!("{lang}/feed.xml"), Item::Feed(lang.clone()))));
        files.extend(sitemaps(in_sitemap.len()));
        files.extend(share_images(site));
        files.extend(site.data_files().map(|(route, page, lang, id)| (route.file(), Item::Data(page, lang, id))));
        // Pages last: where two claim one address, that has been reported, and the page is shown.
        files.extend(targets.into_iter().map(|(route, target)| (route.file(), Item::Page(route, target))));
        Contents { files, in_sitemap, pages }
    }
}

/// The pictures of all editions that have one.
fn share_images(site: &Site) -> impl Iterator<Item = (String, Item)> {
    let editions = site.pages.values().flat_map(|page| page.editions.keys().map(move |lang| (page, lang)));
    editions.filter_map(|(page, lang)| {
        let route = view::share_image_route(site, page, lang)?;
        Some((route.file(), Item::ShareImage(page.path.clone(), lang.clone())))
    })
}

fn leads_somewhere(site: &Site, redirect: &crate::resolve::Redirect) -> bool {
    let page = site.pages.get(&redirect.page);
    page.is_some_and(|page| page.routes.contains_key(&redirect.lang) && page.editions.contains_key(&redirect.lang))
}

/// The sitemap as files: `sitemap.xml` alone, or as the index of numbered ones where there are too many addresses.
fn sitemaps(addresses: usize) -> Vec<(String, Item)> {
    if addresses <= MOST_IN_SITEMAP {
        return vec![("sitemap.xml".to_owned(), Item::Sitemap(0..addresses))];
    }
    let parts = (0..addresses).step_by(MOST_IN_SITEMAP);
    let part = |(at, start): (usize, usize)| {
        let range = start..(start + MOST_IN_SITEMAP).min(addresses);
        (format!("sitemap-{}.xml", at + 1), Item::Sitemap(range))
    };
    let mut files: Vec<(String, Item)> = parts.enumerate().map(part).collect();
    let names = files.iter().map(|(name, _)| name.clone()).collect();
    files.push(("sitemap.xml".to_owned(), Item::SitemapIndex(names)));
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(addresses: usize, expected: &str) {
        let shown = |(name, item): (String, Item)| match item {
            Item::Sitemap(range) => format!("{name} {range:?}"),
            Item::SitemapIndex(names) => format!("{name} = {}", names.join(" ")),
            _ => format!("{name} is not a sitemap"),
        };
        let files: Vec<String> = sitemaps(addresses).into_iter().map(shown).collect();
        assert_eq!(files.join(", "), expected);
    }

    #[test]
    fn a_large_site_gets_an_index_of_sitemaps() {
        check(0, "sitemap.xml 0..0");
        check(50_000, "sitemap.xml 0..50000");
        check(
            100_001,
            "sitemap-1.xml 0..50000, sitemap-2.xml 50000..100000, sitemap-3.xml 100000..100001, \
             sitemap.xml = sitemap-1.xml sitemap-2.xml sitemap-3.xml",
        );
    }
}
