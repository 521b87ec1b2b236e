//! Which components call which, read from the templates' text.
//!
//! Tera renders components by recursion on the machine's own stack, and a stack that overflows cannot be
//! caught. So a component that calls itself, straight or through others, is refused before anything is rendered.

use std::collections::{BTreeMap, BTreeSet};

use super::TemplateSource;
use crate::base::Span;
use crate::diag::{Code, Diagnostic, Location};

/// What is wrong with the components of all templates: those that would never end, and names that are taken.
///
/// A component of the site counts in place of one of the theme that has its name.
pub(super) fn problems<'a>(sources: impl Iterator<Item = &'a TemplateSource>) -> Vec<Diagnostic> {
    let (built_in, own): (Vec<&TemplateSource>, Vec<&TemplateSource>) = sources.partition(|source| source.built_in);
    let mut problems = Vec::new();
    let mut known: BTreeMap<&str, (&TemplateSource, Definition<'a>)> = BTreeMap::new();
    for source in built_in.into_iter().chain(own) {
        for definition in definitions(&source.text) {
            let first = known.get(definition.name).filter(|(first, _)| first.built_in == source.built_in);
            if let Some((first, taken)) = first {
                let message = format!("the component `{}` is defined twice", definition.name);
                let place = Location::span(&first.path, taken.span);
                let diagnostic = Diagnostic::new(Code::TemplateInvalid, message).at(&source.path, definition.span);
                problems.push(diagnostic.related(place, "defined first here").hint("give one of them another name"));
            } else {
                known.insert(definition.name, (source, definition));
            }
        }
    }
    problems.extend(endless(&known));
    problems
}

/// The components that would never end.
fn endless(known: &BTreeMap<&str, (&TemplateSource, Definition<'_>)>) -> Vec<Diagnostic> {
    let calls: BTreeMap<&str, BTreeSet<&str>> =
        known.iter().map(|(name, (_, definition))| (*name, calls(definition.body))).collect();
    let reaches_itself = |name: &str| {
        let mut seen = BTreeSet::new();
        let mut ahead: Vec<&str> = calls.get(name).into_iter().flatten().copied().collect();
        while let Some(next) = ahead.pop() {
            if next == name {
                return true;
            }
            if seen.insert(next) {
                ahead.extend(calls.get(next).into_iter().flatten());
            }
        }
        false
    };
    let problem = |(source, definition): &(&TemplateSource, Definition<'_>)| {
        let message = format!("the component `{}` calls itself, perhaps through others", definition.name);
        let diagnostic = Diagnostic::new(Code::TemplateInvalid, message).at(&source.path, definition.span);
        diagnostic.hint("write a loop: a call that never ends would stop the whole build")
    };
    known.iter().filter(|(name, _)| reaches_itself(name)).map(|(_, found)| problem(found)).collect()
}

/// The names of the components that a template defines.
pub(super) fn names(text: &str) -> impl Iterator<Item = &str> {
    definitions(text).into_iter().map(|definition| definition.name)
}

/// Whether a template defines the component `name` and shows what stands between its opening and closing call.
pub(super) fn shows_body(text: &str, name: &str) -> bool {
    let uses_body =
        |definition: &Definition<'_>| definition.name == name && words(definition.body).any(|word| word == "body");
    definitions(text).iter().any(uses_body)
}

struct Definition<'a> {
    name: &'a str,
    span: Span,
    body: &'a str,
}

/// The component definitions of a template.
fn definitions(text: &str) -> Vec<Definition<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(tag) = text[at..].find("component ").map(|tag| at + tag) {
        at = tag + "component ".len();
        let opens = text[..tag].trim_end_matches([' ', '-', '\n']).ends_with("{%");
        let rest = &text[at..];
        let name = rest.trim_start().split(|c: char| !is_name(c)).next().unwrap_or_default();
        if !opens || name.is_empty() {
            continue;
        }
        let end = rest.find("endcomponent").unwrap_or(rest.len());
        let start = at + rest.find(name).unwrap_or(0);
        found.push(Definition { name, span: Span::new(start..start + name.len()), body: &rest[..end] });
        at += end;
    }
    found
}

/// The components that a piece of template calls: `<name` within `{{ }}` or `{% %}`.
fn calls(body: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    for tag in ["{{", "{%"] {
        for piece in body.split(tag).skip(1) {
            let end = [piece.find("%}"), piece.find("}}")].into_iter().flatten().min().unwrap_or(piece.len());
            let inside = &piece[..end];
            for call in inside.split('<').skip(1) {
                let name = call.split(|c: char| !is_name(c)).next().unwrap_or_default();
                if !name.is_empty() {
                    found.insert(name);
                }
            }
        }
    }
    found
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '.')
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;

    fn endless_in(text: &str) -> Vec<String> {
        let source = TemplateSource {
            name: "c.html".to_owned(),
            path: SourcePath::new("templates/c.html"),
            text: text.into(),
            built_in: false,
        };
        problems(std::iter::once(&source)).into_iter().map(|diagnostic| diagnostic.message).collect()
    }

    #[test]
    fn a_component_that_calls_itself_is_found() {
        assert_eq!(
            endless_in("{% component a() %}{{ <a /> }}{% endcomponent a %}"),
            ["the component `a` calls itself, perhaps through others"]
        );
        let through = "{% component a() %}{% <b> %}x{% </b> %}{% endcomponent a %}\n{%- component b() -%}{{ body }}{% set x = <a /> %}{% endcomponent b %}";
        assert_eq!(endless_in(through).len(), 2);
        assert!(
            endless_in(
                "{% component a() %}<b>{{ <b /> }}</b>{% endcomponent a %}{% component b() %}<a>{% endcomponent b %}"
            )
            .is_empty()
        );
    }

    #[test]
    fn a_component_with_a_body_is_known() {
        assert!(shows_body("{% component a() %}{{ body }}{% endcomponent a %}", "a"));
        assert!(!shows_body("{% component a() %}{{ x }}{% endcomponent a %}", "a"));
    }
}
