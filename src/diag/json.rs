//! Diagnostics for tools: the objects of `--json`.

use serde_json::{Value, json};

use super::Diagnostic;
use super::report::Places;

/// The diagnostics as a JSON array, each `{code, severity, file, line, column, message, hint}`.
///
/// Lines and columns count from 1, columns in Unicode scalar values; what is not known is `null`.
pub fn array(diagnostics: &[Diagnostic], places: &mut Places<'_>) -> Value {
    diagnostics.iter().map(|diagnostic| object(diagnostic, places)).collect()
}

fn object(diagnostic: &Diagnostic, places: &mut Places<'_>) -> Value {
    let Diagnostic { code, severity, message, location, hint, related } = diagnostic;
    let at = location.as_ref().and_then(|location| places.line_column(location));
    let related: Vec<Value> = related
        .iter()
        .map(|(location, label)| {
            let at = places.line_column(location);
            json!({
                "file": location.path.as_str(),
                "line": at.map(|at| at.line),
                "column": at.map(|at| at.column),
                "message": label,
            })
        })
        .collect();
    let mut value = json!({
        "code": code.name(),
        "severity": severity.name(),
        "file": location.as_ref().map(|location| location.path.as_str()),
        "line": at.map(|at| at.line),
        "column": at.map(|at| at.column),
        "message": message,
        "hint": hint,
    });
    if !related.is_empty() {
        value["related"] = Value::Array(related);
    }
    value
}
