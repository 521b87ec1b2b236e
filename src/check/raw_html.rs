//! Raw HTML in folders that are not trusted: `html-raw`.

use std::collections::BTreeSet;

use super::short_texts::short_texts;
use crate::base::{SourcePath, Span};
use crate::diag::{Code, Diagnostic};
use crate::parse::body::Body;
use crate::resolve::{Page, Site};

pub(super) fn check(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for edition in page.editions.values() {
        let document = &edition.document;
        if !site.config.is_trusted(&document.path) {
            of_body(&document.path, &document.body, None, &mut diagnostics);
        }
    }
    for short in short_texts(page) {
        if !site.config.is_trusted(short.path) {
            of_body(short.path, short.body, Some(short.span), &mut diagnostics);
        }
    }
    diagnostics
}

/// `place` is where a short text stands in its file; `None` if the spans are the file's own.
fn of_body(path: &SourcePath, body: &Body, place: Option<Span>, diagnostics: &mut Vec<Diagnostic>) {
    let mut open: BTreeSet<&str> = BTreeSet::new();
    for span in &body.html {
        let html = span.text(&body.source);
        // Where `<b>` has been reported, its `</b>` is no second mistake.
        if html.strip_prefix("</").is_some_and(|rest| open.contains(name(rest))) {
            continue;
        }
        open.insert(name(html.trim_start_matches('<')));
        let shown: String = html.chars().take(40).collect();
        let first = shown.lines().next().unwrap_or_default();
        let diagnostic = Diagnostic::new(Code::HtmlRaw, format!("raw HTML is not accepted here: `{first}`"));
        let hint = "use Markdown or a component, write `\\<` for the sign itself, or add the folder to `trusted` in `site.yaml`";
        diagnostics.push(diagnostic.at(path, place.unwrap_or(*span)).hint(hint));
    }
}

/// The name at the start of a tag without its `<`.
fn name(tag: &str) -> &str {
    tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default()
}
