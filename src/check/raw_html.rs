//! Raw HTML in folders that are not trusted: `html-raw`.

use crate::diag::{Code, Diagnostic};
use crate::resolve::Site;

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for edition in site.pages.values().flat_map(|page| page.editions.values()) {
        let document = &edition.document;
        if document.body.html.is_empty() || site.config.is_trusted(&document.path) {
            continue;
        }
        for span in &document.body.html {
            let shown: String = span.text(&document.body.source).chars().take(40).collect();
            let first = shown.lines().next().unwrap_or_default();
            let diagnostic = Diagnostic::new(Code::HtmlRaw, format!("raw HTML is not accepted here: `{first}`"));
            let hint = "use Markdown or a component, write `\\<` for the sign itself, or add the folder to `trusted` in `site.yaml`";
            diagnostics.push(diagnostic.at(&document.path, *span).hint(hint));
        }
    }
    diagnostics
}
