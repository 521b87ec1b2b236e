//! A page that lacks an edition: `twin-missing`.
//!
//! Not reported where the author has said `fallback: omit`: then the page is meant for its languages alone.

use crate::config::Fallback;
use crate::config::yaml::quoted;
use crate::diag::{Code, Diagnostic};
use crate::resolve::{Page, Site};

pub(super) fn check(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    if page.shared.fallback == Fallback::Notice {
        let missing: Vec<&str> = site
            .languages()
            .iter()
            .filter(|lang| !page.editions.contains_key(lang))
            .map(|lang| lang.as_str())
            .collect();
        let Some(edition) = page.editions.values().next().filter(|_| !missing.is_empty()) else { return diagnostics };
        let path = &edition.document.path;
        let lang = &edition.document.lang;
        let twin = path.as_str().strip_suffix(&format!(".{lang}.md")).map(|stem| format!("{stem}.{}.md", missing[0]));
        let message = format!("the page has no edition in {}", quoted(&missing));
        let hint = format!("write `{}`, or say `fallback: omit` if none is planned", twin.unwrap_or_default());
        diagnostics.push(Diagnostic::new(Code::TwinMissing, message).in_file(path).hint(hint));
    }
    diagnostics
}
