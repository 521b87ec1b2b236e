//! GitLab's code quality report: a JSON list.
//!
//! Source: <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>, a subset of Code Climate's
//! format.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Prefix;
use crate::base::Digest;
use crate::diag::report::Places;
use crate::diag::{Diagnostic, Severity};

/// The diagnostics as a code quality report. What has no file stands at `site.yaml`, as the format asks for one.
///
/// A fingerprint does not hold the line, so that a mistake stays the same one when the text above it grows.
pub fn gitlab(diagnostics: &[Diagnostic], places: &mut Places<'_>, prefix: Prefix<'_>) -> String {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let entry = |diagnostic: &Diagnostic| -> Value {
        let Diagnostic { code, severity, message, location, hint, related: _, fix: _ } = diagnostic;
        let path = location.as_ref().map_or_else(|| format!("{}site.yaml", prefix.0), |location| prefix.path(location));
        let line = location.as_ref().and_then(|location| places.line_column(location)).map_or(1, |at| at.line);
        let identity = format!("{code}\n{path}\n{message}");
        let count = seen.entry(identity.clone()).or_insert(0);
        *count += 1;
        let fingerprint = Digest::of(format!("{identity}\n{count}").as_bytes()).to_hex();
        let description = match hint {
            Some(hint) => format!("{message}. hint: {hint}"),
            None => message.clone(),
        };
        let severity = match severity {
            Severity::Note => "info",
            Severity::Warning => "minor",
            Severity::Error => "major",
        };
        json!({
            "description": description,
            "check_name": code.name(),
            "fingerprint": fingerprint,
            "severity": severity,
            "location": {"path": path, "lines": {"begin": line}},
        })
    };
    let report: Value = diagnostics.iter().map(entry).collect();
    format!("{report:#}\n")
}
