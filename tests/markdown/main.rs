//! Markdown to HTML, case by case: what an author writes, and what stands on the page.
//!
//! Where CommonMark (0.31.2) or GitHub's tables, footnotes and task lists say what becomes of a text, these cases
//! say the same, but for what differs on purpose: headings have ids and begin at the second level, links stay
//! within the site, images alone become figures, tables scroll in a box, comments are dropped.

#[path = "../support/mod.rs"]
mod support;

mod blocks;
mod images;
mod inline;
mod references;
mod safety;

use support::html;
use support::markdown::{Shown, show};

/// Checks texts of one language against the HTML that they must become; a line break beside a tag does not matter.
fn check(lang: &str, cases: &[(&str, &str)]) {
    compare(lang, cases, false);
}

/// As [`check`], for texts in a folder whose raw HTML is trusted.
fn check_trusted(lang: &str, cases: &[(&str, &str)]) {
    compare(lang, cases, true);
}

fn compare(lang: &str, cases: &[(&str, &str)], trusted: bool) {
    let texts: Vec<(&str, &str)> = cases.iter().map(|(markdown, _)| (lang, *markdown)).collect();
    let mut wrong = Vec::new();
    for ((markdown, expected), Shown { html, problems }) in cases.iter().zip(show(&texts, trusted)) {
        let found = without_line_breaks(&html);
        if found != *expected || !problems.is_empty() {
            wrong.push(format!("--- {markdown}\n want {expected}\n  got {found}\n{}", problems.join("\n")));
        }
        if let Err(error) = html::parse(&html) {
            wrong.push(format!("--- {markdown}\n{error}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Checks what is wrong with texts: each problem as `code: message`.
fn check_problems(lang: &str, cases: &[(&str, &[&str])]) {
    let texts: Vec<(&str, &str)> = cases.iter().map(|(markdown, _)| (lang, *markdown)).collect();
    for ((markdown, expected), Shown { problems, .. }) in cases.iter().zip(show(&texts, false)) {
        assert_eq!(problems, *expected, "{markdown}");
    }
}

fn without_line_breaks(html: &str) -> String {
    html.trim().replace(">\n", ">").replace("\n<", "<")
}
