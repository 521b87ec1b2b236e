//! What is worth telling of a site that could be resolved: one rule a file, each with its codes.
//!
//! Enters: the resolved site, and what its templates offer. Leaves: diagnostics. Never here: repairs, files.

mod behind;
mod components;
mod consequences;
mod content;
mod data;
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

use crate::base::Components;
use crate::diag::Diagnostic;
use crate::resolve::Site;

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

/// Runs all rules. `offer` is `None` where the templates cannot be read; their rules are then left out.
pub fn run(site: &Site, offer: Option<Offer<'_>>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    diagnostics.extend(content::check(site));
    diagnostics.extend(twins::check(site));
    diagnostics.extend(behind::check(site));
    diagnostics.extend(raw_html::check(site));
    diagnostics.extend(short_texts::check(site));
    diagnostics.extend(images::check(site));
    diagnostics.extend(sources::check(site));
    diagnostics.extend(texts::check(site));
    diagnostics.extend(terms::check(site));
    diagnostics.extend(numbers::check(site));
    diagnostics.extend(data::check(site));
    if let Some(offer) = offer {
        diagnostics.extend(components::check(site, offer.components));
        diagnostics.extend(templates::check(site, &offer));
    }
    diagnostics
}
