//! Tera's errors as diagnostics, at the place in the template.

use std::collections::BTreeMap;
use std::error::Error as _;

use tera::{Error, ErrorKind, ReportError};

use super::theme::{TemplateSource, Theme};
use super::{functions, graph};
use crate::base::{LineColumn, LineIndex, Span};
use crate::config::yaml::quoted;
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::locale::FormatError;

/// Whether an error is about the text of a template alone, not about what it refers to.
pub(super) fn is_syntax(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::SyntaxError(_))
}

/// The diagnostics of an error that came up while a page was rendered.
pub(super) fn diagnostics(error: &Error, code: Code, theme: &Theme) -> Vec<Diagnostic> {
    with_sources(error, code, theme.sources())
}

/// What to do about a loop that goes on and on.
const LOOK_FOR_LOOPS: &str = "look for a loop that goes on and on, or for one within another over a long list";

/// A component that goes on and on.
pub(super) fn too_long_component(name: &str) -> Diagnostic {
    let message = format!("the component `{name}` gets longer than 64 MiB");
    Diagnostic::new(Code::TemplateFailed, message).hint(LOOK_FOR_LOOPS)
}

/// A page that goes on and on.
pub(super) fn too_long_page(name: &str, theme: &Theme) -> Diagnostic {
    let message = "the page gets longer than 64 MiB".to_owned();
    let tera_name = theme.sources().iter().find(|(_, source)| source.name == name).map_or(name, |(name, _)| name);
    in_template(tera_name, message, Code::TemplateFailed, theme.sources()).hint(LOOK_FOR_LOOPS)
}

/// The diagnostics of an error in one of `sources`, by Tera's names.
pub(super) fn with_sources(error: &Error, code: Code, sources: &BTreeMap<String, TemplateSource>) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            vec![placed(report, error, code, sources)]
        }
        ErrorKind::CircularExtend { tpl, .. } => {
            vec![
                in_template(tpl, "the template extends itself, perhaps through others".to_owned(), code, sources)
                    .hint("a template extends one that stands above it, such as `base.html`"),
            ]
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            vec![
                in_template(tpl, "the template includes itself, perhaps through others".to_owned(), code, sources)
                    .hint("remove one of the includes: they would never end"),
            ]
        }
        ErrorKind::MissingParent { current, parent } => {
            let names = sources.values().map(|source| source.name.as_str());
            let hint = did_you_mean(parent, names);
            vec![
                in_template(current, format!("it extends `{parent}`, which does not exist"), code, sources)
                    .maybe_hint(hint),
            ]
        }
        _ => listed(&error.to_string(), code, sources),
    }
}

fn placed(report: &ReportError, error: &Error, code: Code, sources: &BTreeMap<String, TemplateSource>) -> Diagnostic {
    let cause =
        error.source().map(|source| source.to_string()).filter(|cause| !report.message().contains(cause.as_str()));
    let message = match cause {
        Some(cause) => format!("{}: {}", plain(report.message()), plain(&cause)),
        None => plain(report.message()),
    };
    let code = if FormatError::is_text_of_one(&message) { Code::MessageFailed } else { code };
    // Tera lists all fields after a name that it does not find.
    let (message, hint) = match message.split_once(". Available fields: ") {
        Some((message, fields)) => (message.to_owned(), Some(format!("its fields are {fields}"))),
        None => (message, None),
    };
    let syntax = (code == Code::TemplateInvalid).then(|| syntax_hint(&message)).flatten();
    let diagnostic = Diagnostic::new(code, message).maybe_hint(hint.or(syntax.map(str::to_owned)));
    match sources.get(report.filename()) {
        Some(source) => {
            let range = report.span().range.clone();
            let end = range.end.min(source.text.len());
            diagnostic.at(&source.path, Span::new(range.start.min(end)..end))
        }
        None => diagnostic,
    }
}

/// What to do about a mistake in a template's own language.
fn syntax_hint(message: &str) -> Option<&'static str> {
    let found = |words: &[&str]| words.iter().any(|word| message.contains(word));
    if found(&["unexpected end of input"]) {
        Some(
            "close what is open: `{% if %}` ends with `{% endif %}`, `{% for %}` with `{% endfor %}`, `{% block %}` with `{% endblock %}`",
        )
    } else if found(&["expected }}", "expected `}}`"]) {
        Some("close `{{` with `}}` before this")
    } else if found(&["expected %}", "expected `%}`"]) {
        Some("close `{%` with `%}` before this")
    } else {
        None
    }
}

/// What to do about a name that Tera does not know.
fn name_hint(message: &str, sources: &BTreeMap<String, TemplateSource>) -> Option<String> {
    let name = message.split('`').nth(1)?;
    if message.starts_with("unknown function") {
        let own = functions::NAMES;
        return did_you_mean(name, own).or_else(|| Some(format!("the functions of songngu are {}", quoted(&own))));
    }
    if message.starts_with("unknown component") {
        let known: Vec<&str> = sources.values().flat_map(|source| graph::names(&source.text)).collect();
        return did_you_mean(name, known.iter().copied())
            .or_else(|| Some("define it with `{% component … %}` in a file below `templates/`".to_owned()));
    }
    (message.starts_with("unknown filter") || message.starts_with("unknown test")).then(|| {
        "Tera's own filters and tests may be used, and no others: look for the name in its documentation".to_owned()
    })
}

fn in_template(name: &str, message: String, code: Code, sources: &BTreeMap<String, TemplateSource>) -> Diagnostic {
    let diagnostic = Diagnostic::new(code, message);
    match sources.get(name) {
        Some(source) => diagnostic.in_file(&source.path),
        None => diagnostic,
    }
}

/// Tera reports several unknown names in one text: `error: …`, then ` --> template:line:column`.
fn listed(text: &str, code: Code, sources: &BTreeMap<String, TemplateSource>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(message) = line.strip_prefix("error: ") else { continue };
        let message = plain(message);
        let diagnostic = Diagnostic::new(code, &*message).maybe_hint(name_hint(&message, sources));
        let place =
            lines.next().and_then(|line| line.trim_start().strip_prefix("--> ")).and_then(|place| at(place, sources));
        diagnostics.push(match place {
            Some((source, span)) => diagnostic.at(&source.path, span),
            None => diagnostic,
        });
    }
    if diagnostics.is_empty() {
        diagnostics.push(Diagnostic::new(code, plain(text)));
    }
    diagnostics
}

fn at<'a>(place: &str, sources: &'a BTreeMap<String, TemplateSource>) -> Option<(&'a TemplateSource, Span)> {
    let mut parts = place.rsplitn(3, ':');
    let column = parts.next()?.parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    let source = sources.get(parts.next()?)?;
    let start = LineIndex::new(&source.text).offset(&source.text, LineColumn { line, column })?;
    let end =
        source.text[start..].find([' ', '(', '/', '>', '|', '}', '\n']).map_or(source.text.len(), |end| start + end);
    Some((source, Span::new(start..end)))
}

/// The library's sentence in our manner: lower case at its start, no full stop.
fn plain(message: &str) -> String {
    let message = message.trim().trim_end_matches('.');
    let mut chars = message.chars();
    match chars.next() {
        Some(first) if !message.starts_with("IO") => first.to_lowercase().chain(chars).collect(),
        _ => message.to_owned(),
    }
}
