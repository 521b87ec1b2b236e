//! SARIF 2.1.0, which code hosts and editors read.
//!
//! Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0,
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{Prefix, region};
use crate::base::{Digest, LineColumn};
use crate::diag::report::Places;
use crate::diag::{Code, Diagnostic, Edit, Location, Severity};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The diagnostics as a SARIF log with one run. Columns count Unicode scalar values, as everywhere in songngu.
pub fn sarif(diagnostics: &[Diagnostic], places: &mut Places<'_>, prefix: Prefix<'_>) -> String {
    let used: Vec<Code> =
        diagnostics.iter().map(|diagnostic| diagnostic.code).collect::<BTreeSet<_>>().into_iter().collect();
    let rules: Vec<Value> = used.iter().map(|code| rule(*code)).collect();
    let results: Vec<Value> = diagnostics.iter().map(|one| result(one, &used, places, prefix)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "songngu",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.name(),
        "shortDescription": {"text": code.about()},
        "defaultConfiguration": {"level": level(code.severity())},
    })
}

fn result(diagnostic: &Diagnostic, used: &[Code], places: &mut Places<'_>, prefix: Prefix<'_>) -> Value {
    let Diagnostic { code, severity, message, location, hint, related, fix } = diagnostic;
    let text = match hint {
        Some(hint) => format!("{message}. hint: {hint}"),
        None => message.clone(),
    };
    let mut result = Map::new();
    result.insert("ruleId".to_owned(), code.name().into());
    result.insert("ruleIndex".to_owned(), used.iter().position(|one| one == code).unwrap_or(0).into());
    result.insert("level".to_owned(), level(*severity).into());
    result.insert("message".to_owned(), json!({"text": text}));
    if let Some(location) = location {
        result.insert("locations".to_owned(), json!([{"physicalLocation": physical(location, places, prefix)}]));
        let identity = format!("{code}\n{}\n{message}", location.path);
        let print = Digest::of(identity.as_bytes()).to_hex();
        result.insert("partialFingerprints".to_owned(), json!({"songngu/v1": print}));
    }
    let related: Vec<Value> = related
        .iter()
        .enumerate()
        .map(|(at, (place, label))| {
            json!({"id": at + 1, "message": {"text": label}, "physicalLocation": physical(place, places, prefix)})
        })
        .collect();
    if !related.is_empty() {
        result.insert("relatedLocations".to_owned(), Value::Array(related));
    }
    if let Some(fix) = fix {
        result.insert("fixes".to_owned(), json!([replacement(fix, hint.as_deref(), places, prefix)]));
    }
    Value::Object(result)
}

fn physical(location: &Location, places: &mut Places<'_>, prefix: Prefix<'_>) -> Value {
    let mut place = json!({"artifactLocation": {"uri": uri(&prefix.path(location))}});
    if let Some(found) = region(location, places) {
        place["region"] = region_value(found);
    }
    place
}

fn region_value((start, end): (LineColumn, LineColumn)) -> Value {
    json!({"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column})
}

fn replacement(fix: &Edit, hint: Option<&str>, places: &mut Places<'_>, prefix: Prefix<'_>) -> Value {
    let location = Location::span(&fix.path, fix.span);
    let start = LineColumn { line: 1, column: 1 };
    let deleted = region_value(region(&location, places).unwrap_or((start, start)));
    json!({
        "description": {"text": hint.unwrap_or("replace it")},
        "artifactChanges": [{
            "artifactLocation": {"uri": uri(&prefix.path(&location))},
            "replacements": [{"deletedRegion": deleted, "insertedContent": {"text": fix.text}}],
        }],
    })
}

/// A relative reference (RFC 3986): everything but unreserved characters and slashes percent-encoded.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
