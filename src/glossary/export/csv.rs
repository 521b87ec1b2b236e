//! The glossary as CSV: RFC 4180, UTF-8, a header, then a row for each term and language.
//!
//! A cell that a spreadsheet would take for a formula, one that begins with `=`, `+`, `-`, `@` or a tab, gets a `'`
//! in front (OWASP, "CSV Injection"): what others write into a glossary must not run on the reader's computer. Several
//! forms stand in one cell, with ` | ` between them; JSON keeps them apart.

use super::{Concept, ConceptEdition, Glossary, Plain};
use crate::text::csv_row;

const HEADER: [&str; 10] = ["id", "language", "term", "acronym", "forms", "avoid", "related", "link", "short", "url"];

/// Between several texts of one cell.
const BETWEEN: &str = " | ";

/// The file's text; lines end with CR LF.
pub(super) fn text(glossary: &Glossary) -> String {
    let mut out = String::new();
    out.push_str(&csv_row(&HEADER));
    for Concept { id, acronym, related, link, editions } in &glossary.concepts {
        for ConceptEdition { lang, term, forms, avoid, short, url } in editions {
            let text = |text: &Option<Plain>| text.as_ref().map(Plain::as_str).unwrap_or_default().to_owned();
            let cells: [&str; HEADER.len()] = [
                id,
                lang.as_str(),
                term.as_str(),
                &text(acronym),
                &joined(forms),
                &joined(avoid),
                &related.join(BETWEEN),
                link.name(),
                &text(short),
                url,
            ];
            out.push_str(&csv_row(&cells));
        }
    }
    out
}

fn joined(texts: &[Plain]) -> String {
    texts.iter().map(Plain::as_str).collect::<Vec<_>>().join(BETWEEN)
}
