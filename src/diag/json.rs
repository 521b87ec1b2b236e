//! Diagnostics for tools: the objects of `--json`.

use serde_json::{Value, json};

use super::report::Places;
use super::{Diagnostic, Location};
use crate::base::Span;

/// The diagnostics as a JSON array, each `{code, severity, file, line, column, message, hint}`.
///
/// Where they apply, `related` (other places, each `{file, line, column, message}`) and `fix` (the change that puts it
/// right: `{file, line, column, end_line, end_column, text}`, its end exclusive) follow. Lines and columns count from 1, columns in Unicode scalar values; what is not known is `null`.
pub fn array(diagnostics: &[Diagnostic], places: &mut Places<'_>) -> Value {
    diagnostics.iter().map(|diagnostic| object(diagnostic, places)).collect()
}

fn object(diagnostic: &Diagnostic, places: &mut Places<'_>) -> Value {
    let Diagnostic { code, severity, message, location, hint, related, fix } = diagnostic;
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
    if let Some(fix) = fix {
        let mut place = |at: u32| places.line_column(&Location::span(&fix.path, Span { start: at, end: at }));
        let [start, end] = [fix.span.start, fix.span.end].map(&mut place);
        value["fix"] = json!({
            "file": fix.path.as_str(),
            "line": start.map(|at| at.line),
            "column": start.map(|at| at.column),
            "end_line": end.map(|at| at.line),
            "end_column": end.map(|at| at.column),
            "text": fix.text,
        });
    }
    value
}
