//! What is worth telling of a site that could be resolved: one rule a file, each with its codes.
//!
//! Enters: the resolved site, and what its templates offer. Leaves: diagnostics. Never here: repairs, files.

mod behind;
mod components;
mod consequences;
mod content;
mod data;
mod data_behind;
mod images;
mod numbers;
pub mod pairs;
mod raw_html;
mod short_texts;
mod sources;
mod templates;
mod terms;
mod texts;
mod twins;

use rayon::prelude::*;

use crate::base::Components;
use crate::diag::Diagnostic;
use crate::resolve::{Page, Site};

pub use components::problems as component_problems;
pub use consequences::without_consequences;

/// What the templates of a site offer to its content.
#[derive(Debug, Clone, Copy)]
pub struct Offer<'a> {
    /// The components that Markdown may call.
    pub components: &'a Components,
    /// The templates that pages may ask for: `page.html`.
    pub templates: &'a [String],
}

/// The rules that look at one page at a time, over some pages: what each has to be told. They depend on the page and on
/// what all pages share, never on another page's text. `offer` is `None` where the templates cannot be read; their rules are
/// then left out.
pub fn pages(site: &Site, pages: &[&Page], offer: Option<Offer<'_>>) -> Vec<Vec<Diagnostic>> {
    pages.par_iter().with_min_len(64).map(|page| of_page(site, page, offer)).collect()
}

fn of_page(site: &Site, page: &Page, offer: Option<Offer<'_>>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    diagnostics.extend(twins::check(site, page));
    diagnostics.extend(behind::check(site, page));
    diagnostics.extend(raw_html::check(site, page));
    diagnostics.extend(short_texts::check(page));
    diagnostics.extend(images::check(page));
    diagnostics.extend(texts::of_page(site, page));
    diagnostics.extend(terms::of_page(site, page));
    diagnostics.extend(numbers::check(page));
    diagnostics.extend(data::check(site, page));
    if let Some(offer) = offer {
        diagnostics.extend(components::check(page, offer.components));
        diagnostics.extend(templates::check(page, &offer));
    }
    diagnostics
}

/// The rules that look at the site as a whole.
pub fn site(site: &Site) -> Vec<Diagnostic> {
    let rules: [fn(&Site) -> Vec<Diagnostic>; 5] = [
        |site| content::check(site).into_iter().collect(),
        sources::check,
        texts::check,
        terms::check,
        data_behind::check,
    ];
    rules.par_iter().flat_map_iter(|rule| rule(site)).collect()
}
