//! Which pages have a picture to be shared with, where it is, and what it shows.

use serde::Serialize;

use super::Context;
use crate::base::{Lang, Route};
use crate::resolve::{Page, Site};
use crate::share_image::{self, Card};

/// The picture that a page is shared with.
#[derive(Debug, Clone, Serialize)]
pub struct ImageView {
    /// Absolute.
    pub url: String,
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// What it shows, in words.
    pub alt: String,
}

/// Where the picture of an edition is; `None` where the site wants none, where the edition does not exist, or where its
/// title has letters that cannot be drawn.
pub fn share_image_route(site: &Site, page: &Page, lang: &Lang) -> Option<Route> {
    let edition = page.editions.get(lang).filter(|_| site.config.share_images)?;
    let route = page.routes.get(lang).filter(|_| share_image::can_draw(&edition.title))?;
    Some(Route::new(format!("{route}share.png")))
}

/// The picture of an edition as a PNG.
///
/// # Panics
/// If [`share_image_route`] says that there is none.
pub fn share_image(context: &Context<'_>, page: &Page, lang: &Lang) -> Vec<u8> {
    let edition = page.editions.get(lang).expect("a picture belongs to an edition");
    let site = context.site_title(lang);
    share_image::png(Card { title: &edition.title, site: &site, language: &context.name_of(lang) })
}

pub(super) fn view(context: &Context<'_>, page: &Page, lang: &Lang) -> Option<ImageView> {
    let route = share_image_route(context.site, page, lang)?;
    let title = &page.editions.get(lang)?.title;
    let site = context.site_title(lang);
    Some(ImageView {
        url: context.site.absolute(&route),
        width: share_image::WIDTH,
        height: share_image::HEIGHT,
        alt: if *title == site { site } else { format!("{} – {site}", title) },
    })
}
