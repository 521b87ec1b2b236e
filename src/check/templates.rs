//! A template that a page asks for and that does not exist: `template-missing`.

use super::Offer;
use crate::config::yaml::{Placed, quoted};
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::resolve::Page;

pub(super) fn check(page: &Page, offer: &Offer<'_>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let (Some(Placed { value, span }), Some(path)) = (&page.shared.template, page.shared.found_in.get("template"))
    else {
        return diagnostics;
    };
    let name = value.trim_end_matches(".html");
    let known = offer.templates.iter().filter_map(|known| known.strip_suffix(".html"));
    if known.clone().any(|known| known == name) {
        return diagnostics;
    }
    let diagnostic = Diagnostic::new(Code::TemplateMissing, format!("there is no template `{name}`"));
    let names: Vec<&str> = known.collect();
    let hint = did_you_mean(name, names.iter().copied())
        .unwrap_or_else(|| format!("templates are {}; leave the key out for the usual one", quoted(&names)));
    diagnostics.push(diagnostic.at(path, *span).hint(hint));
    diagnostics
}
