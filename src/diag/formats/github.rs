//! GitHub's workflow commands: one line each, which become annotations of a change.
//!
//! Source: <https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>.

use super::{Prefix, region};
use crate::diag::report::Places;
use crate::diag::{Diagnostic, Severity};

/// The diagnostics as workflow commands, one a line.
pub fn github(diagnostics: &[Diagnostic], places: &mut Places<'_>, prefix: Prefix<'_>) -> String {
    diagnostics.iter().map(|diagnostic| command(diagnostic, places, prefix)).collect()
}

fn command(diagnostic: &Diagnostic, places: &mut Places<'_>, prefix: Prefix<'_>) -> String {
    let Diagnostic { code, severity, message, location, hint, related, fix: _ } = diagnostic;
    let command = match severity {
        Severity::Note => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let mut properties = Vec::new();
    if let Some(location) = location {
        properties.push(format!("file={}", property(&prefix.path(location))));
        if let Some((start, end)) = region(location, places) {
            properties.push(format!("line={},col={}", start.line, start.column));
            properties.push(format!("endLine={},endColumn={}", end.line, end.column));
        }
    }
    properties.push(format!("title={code}"));
    let mut text = message.clone();
    for (place, label) in related {
        let line = places.line_column(place).map(|at| format!(":{}", at.line)).unwrap_or_default();
        text.push_str(&format!(" (see {}{line}: {label})", prefix.path(place)));
    }
    if let Some(hint) = hint {
        text.push_str(&format!(". hint: {hint}"));
    }
    format!("::{command} {}::{}\n", properties.join(","), data(&text))
}

/// What follows `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
