//! What is worth telling of a site that could be resolved: one rule a file, each with its codes.
//!
//! Enters: the resolved site, and what its templates offer. Leaves: diagnostics. Never here: repairs, files.

mod components;
mod consequences;
mod content;
mod images;
mod raw_html;
mod short_texts;
mod sources;
mod twins;

use crate::base::Components;
use crate::diag::Diagnostic;
use crate::resolve::Site;

pub use components::problems as component_problems;
pub use consequences::without_consequences;

/// Runs all rules. `components` is `None` where the templates cannot be read; their rule is then left out.
pub fn run(site: &Site, components: Option<&Components>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    diagnostics.extend(content::check(site));
    diagnostics.extend(twins::check(site));
    diagnostics.extend(raw_html::check(site));
    diagnostics.extend(short_texts::check(site));
    diagnostics.extend(images::check(site));
    diagnostics.extend(sources::check(site));
    if let Some(components) = components {
        diagnostics.extend(components::check(site, components));
    }
    diagnostics
}
