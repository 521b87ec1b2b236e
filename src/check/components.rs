//! Component calls that do not fit: `component-unknown`, `component-argument`, `component-syntax`.

use crate::base::{ArgumentKind, ComponentSignature, Components, Span};
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::parse::body::ComponentUse;
use crate::resolve::Page;

pub(super) fn check(page: &Page, components: &Components) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for edition in page.editions.values() {
        let path = &edition.document.path;
        for call in &edition.document.body.components {
            let Some(signature) = components.get(&call.name) else {
                let names: Vec<&str> = components.keys().map(String::as_str).collect();
                let hint = did_you_mean(&call.name, names.iter().copied())
                    .unwrap_or_else(|| format!("components are {}", crate::config::yaml::quoted(&names)));
                let diagnostic =
                    Diagnostic::new(Code::ComponentUnknown, format!("there is no component `{}`", call.name));
                diagnostics.push(diagnostic.at(path, call.span).hint(hint));
                continue;
            };
            for Problem { code, span, message, hint } in problems(call, signature) {
                diagnostics.push(Diagnostic::new(code, message).at(path, span).hint(hint));
            }
        }
    }
    diagnostics
}

/// What is wrong with a call.
pub struct Problem {
    code: Code,
    span: Span,
    message: String,
    hint: String,
}

/// Everything that is wrong with a call, in the order of its text; empty if it can be rendered.
pub fn problems(call: &ComponentUse, signature: &ComponentSignature) -> Vec<Problem> {
    let mut problems = Vec::new();
    let name = &call.name;
    let mut report = |code, span, message: String, hint: String| problems.push(Problem { code, span, message, hint });
    if call.body && !signature.body {
        let hint = format!("call it with `{{{{ <{name} /> }}}}`");
        report(Code::ComponentSyntax, call.span, format!("the component `{name}` shows no body"), hint);
    }
    if !call.body && signature.body {
        let hint =
            format!("write `{{% <{name}> %}}`, the text, and `{{% </{name}> %}}`, each in a paragraph of its own");
        report(Code::ComponentSyntax, call.span, format!("the component `{name}` needs a body"), hint);
    }
    if !call.block && !signature.inline {
        let hint = "put the call in a paragraph of its own".to_owned();
        report(
            Code::ComponentSyntax,
            call.span,
            format!("the component `{name}` does not stand within a line of text"),
            hint,
        );
    }
    for argument in &call.arguments {
        let Some(known) = signature.arguments.iter().find(|known| known.name == argument.name) else {
            if !signature.open {
                let message = format!("the component `{name}` has no argument `{}`", argument.name);
                report(Code::ComponentArgument, argument.span, message, known_arguments(signature, &argument.name));
            }
            continue;
        };
        if let Some(kind) = known.kind.filter(|kind| !fits(*kind, &argument.value)) {
            let message = format!("`{}` takes {}", argument.name, kind.name());
            report(Code::ComponentArgument, argument.span, message, example(&argument.name, kind));
        }
    }
    let given = |name: &String| call.arguments.iter().any(|argument| argument.name == *name);
    for missing in signature.arguments.iter().filter(|argument| argument.required && !given(&argument.name)) {
        let message = format!("the component `{name}` needs the argument `{}`", missing.name);
        report(
            Code::ComponentArgument,
            call.span,
            message,
            example(&missing.name, missing.kind.unwrap_or(ArgumentKind::String)),
        );
    }
    problems
}

fn known_arguments(signature: &ComponentSignature, name: &str) -> String {
    let names: Vec<&str> = signature.arguments.iter().map(|argument| argument.name.as_str()).collect();
    did_you_mean(name, names.iter().copied()).unwrap_or_else(|| match names.is_empty() {
        true => "it takes none".to_owned(),
        false => format!("its arguments are {}", crate::config::yaml::quoted(&names)),
    })
}

fn example(name: &str, kind: ArgumentKind) -> String {
    let value = match kind {
        ArgumentKind::String => "\"…\"",
        ArgumentKind::Bool => "{true}",
        ArgumentKind::Integer => "{3}",
        ArgumentKind::Number => "{2.5}",
        ArgumentKind::Array => "{[1, 2]}",
        ArgumentKind::Map => "{{\"a\": 1}}",
    };
    format!("write `{name}={value}`")
}

fn fits(kind: ArgumentKind, value: &serde_json::Value) -> bool {
    match kind {
        ArgumentKind::String => value.is_string(),
        ArgumentKind::Bool => value.is_boolean(),
        ArgumentKind::Integer => value.is_i64() || value.is_u64(),
        ArgumentKind::Number => value.is_number(),
        ArgumentKind::Array => value.is_array(),
        ArgumentKind::Map => value.is_object(),
    }
}
