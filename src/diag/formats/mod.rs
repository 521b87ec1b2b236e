//! Diagnostics for the tools of code hosts: workflow commands, code quality reports, SARIF.
//!
//! Enters: diagnostics, the texts they lie in, where the site lies in its repository. Leaves: text in a format that
//! somebody else has fixed. Never here: printing, colours.

mod github;
mod gitlab;
mod sarif;

pub use github::github;
pub use gitlab::gitlab;
pub use sarif::sarif;

use super::report::Places;
use super::{Location, Place};
use crate::base::LineColumn;

/// Where the site lies in the repository: empty, or a path with a slash at its end, such as `docs/`.
#[derive(Debug, Clone, Copy)]
pub struct Prefix<'a>(pub &'a str);

impl Prefix<'_> {
    /// The path of a file from the repository's top.
    fn path(self, location: &Location) -> String {
        format!("{}{}", self.0, location.path)
    }
}

/// The first and the last place of a location (the last is exclusive); `None` for a file as a whole.
fn region(location: &Location, places: &mut Places<'_>) -> Option<(LineColumn, LineColumn)> {
    let start = places.line_column(location)?;
    let end = match location.place {
        Place::Span(span) => {
            let at = crate::base::Span { start: span.end, end: span.end };
            places.line_column(&Location::span(&location.path, at)).unwrap_or(start)
        }
        Place::File | Place::At { .. } => start,
    };
    Some((start, end))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::base::{SourcePath, Span};
    use crate::diag::{Code, Diagnostic, Edit};

    const TEXT: &str = "một\nðường, 50%: xa\n";

    /// One with everything, one about a file, one about nothing.
    fn diagnostics() -> Vec<Diagnostic> {
        let (vi, en) = (SourcePath::new("content/a b.vi.md"), SourcePath::new("content/a b.en.md"));
        let at = TEXT.find('ð').expect("in the text");
        let span = Span::new(at..at + 2);
        vec![
            Diagnostic::new(Code::LetterDoubtful, "`ð`, 100%:\nonly looks like `đ`")
                .at(&vi, span)
                .related(Location::span(&en, Span::new(0..3)), "`en`, here")
                .hint("write `đ`")
                .fix(Edit::new(&vi, span, "đ".to_owned())),
            Diagnostic::new(Code::TitleMissing, "no title").in_file(&en),
            Diagnostic::new(Code::ContentEmpty, "no pages"),
        ]
    }

    fn with(format: impl Fn(&[Diagnostic], &mut Places<'_>) -> String) -> String {
        let find = |_: &SourcePath| -> Option<Arc<str>> { Some(TEXT.into()) };
        format(&diagnostics(), &mut Places::new(&find))
    }

    #[test]
    fn workflow_commands_escape_what_would_end_them() {
        let expected = "::warning file=docs/content/a b.vi.md,line=2,col=1,endLine=2,endColumn=2,title=letter-doubtful::\
            `ð`, 100%25:%0Aonly looks like `đ` (see docs/content/a b.en.md:1: `en`, here). hint: write `đ`\n\
            ::error file=docs/content/a b.en.md,title=title-missing::no title\n\
            ::error title=content-empty::no pages\n";
        assert_eq!(with(|all, places| github(all, places, Prefix("docs/"))), expected);
    }

    #[test]
    fn a_code_quality_report_has_a_fingerprint_each() {
        let twice = |all: &[Diagnostic], places: &mut Places<'_>| gitlab(&[all, all].concat(), places, Prefix(""));
        let report: serde_json::Value = serde_json::from_str(&with(twice)).expect("JSON");
        let report = report.as_array().expect("a list");
        let first = &report[0];
        assert_eq!(first["severity"], "minor");
        assert_eq!(first["check_name"], "letter-doubtful");
        assert_eq!(first["location"]["path"], "content/a b.vi.md");
        assert_eq!(first["location"]["lines"]["begin"], 2);
        assert_eq!(report[1]["severity"], "major");
        let prints: std::collections::BTreeSet<String> =
            report.iter().map(|entry| entry["fingerprint"].to_string()).collect();
        assert_eq!(prints.len(), report.len(), "fingerprints are unique, of equal entries too");
    }

    #[test]
    fn sarif_has_rules_places_and_fixes() {
        let log: serde_json::Value =
            serde_json::from_str(&with(|all, places| sarif(all, places, Prefix("docs/")))).expect("JSON");
        assert_eq!(log["version"], "2.1.0");
        let run = &log["runs"][0];
        let result = &run["results"][0];
        assert_eq!(result["ruleId"], "letter-doubtful");
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().expect("a number") as usize];
        assert_eq!(rule["id"], "letter-doubtful");
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "docs/content/a%20b.vi.md");
        assert_eq!(place["region"]["startLine"], 2);
        assert_eq!(place["region"]["endColumn"], 2);
        assert_eq!(result["relatedLocations"][0]["message"]["text"], "`en`, here");
        let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
        assert_eq!(replacement["insertedContent"]["text"], "đ");
        assert_eq!(run["results"][1]["locations"][0]["physicalLocation"].get("region"), None);
        assert_eq!(run["results"][2].get("locations"), None);
    }
}
