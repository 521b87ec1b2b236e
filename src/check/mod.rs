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
mod tally;
mod templates;
mod terms;
mod texts;
mod twins;

use std::sync::Arc;

use rayon::prelude::*;

use crate::base::Components;
use crate::diag::Diagnostic;
use crate::resolve::{Page, Site};

pub use components::problems as component_problems;
pub use consequences::without_consequences;
pub use tally::{Tally, Totals};

/// What the templates of a site offer to its content.
#[derive(Debug, Clone, Copy)]
pub struct Offer<'a> {
    /// The components that Markdown may call.
    pub components: &'a Components,
    /// The templates that pages may ask for: `page.html`.
    pub templates: &'a [String],
}

/// What was found in one page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Findings {
    /// What its author has to be told.
    pub diagnostics: Vec<Diagnostic>,
    /// What it adds to what is counted over all pages.
    pub tally: Tally,
}

/// The rules that look at one page at a time, over some pages. They depend on the page and on what all pages share, never on
/// another page's text. `offer` is `None` where the templates cannot be read; their rules are then left out.
pub fn pages(site: &Site, pages: &[&Page], offer: Option<Offer<'_>>) -> Vec<Arc<Findings>> {
    let of_page = |page: &&Page| {
        let (diagnostics, tally) = (of_page(site, page, offer), Tally::of(site, page));
        Arc::new(Findings { diagnostics, tally })
    };
    pages.par_iter().with_min_len(64).map(of_page).collect()
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

/// The rules that look at the site as a whole, but at no page's text: front matter, shared data, drawings, the bibliography.
pub fn site(site: &Site) -> Vec<Diagnostic> {
    let rules: [fn(&Site) -> Vec<Diagnostic>; 4] =
        [|site| content::check(site).into_iter().collect(), texts::check, terms::check, data_behind::check];
    rules.par_iter().flat_map_iter(|rule| rule(site)).collect()
}

/// The rules that look at what has been counted over all pages.
pub fn totals(site: &Site, totals: &Totals) -> Vec<Diagnostic> {
    let mut diagnostics = sources::check(site, totals);
    diagnostics.extend(terms::check_uses(site, totals));
    diagnostics
}
