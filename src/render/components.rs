//! The components that a text calls, rendered through its theme.

use std::collections::BTreeMap;

use tera::{Context, Value};

use super::capped::Capped;
use super::{report, theme::Theme};
use crate::base::{Cancellation, SourcePath};
use crate::diag::{Code, Diagnostic, Location};
use crate::parse::body::ComponentUse;
use crate::view::View;
use crate::view::html::Components;

/// The calls of one page.
pub(super) struct Calls<'a> {
    theme: &'a Theme,
    implicits: Context,
    path: Option<&'a SourcePath>,
    cancellation: &'a Cancellation,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Calls<'a> {
    /// What a component may ask for with `@`: the page, the site, the root, and the language of the content.
    pub(super) fn new(
        theme: &'a Theme,
        context: &Context,
        view: &View,
        (path, cancellation): (Option<&'a SourcePath>, &'a Cancellation),
    ) -> Calls<'a> {
        let mut implicits = Context::new();
        implicits.insert("lang", &view.page.lang);
        implicits.insert("dir", &view.page.dir);
        for name in ["root", "page", "site", "term", "index", "list"] {
            if let Some(value) = context.get(name) {
                implicits.insert_value(name, value.clone());
            }
        }
        Calls { theme, implicits, path, cancellation, diagnostics: Vec::new() }
    }

    pub(super) fn finish(self) -> Vec<Diagnostic> {
        self.diagnostics
    }
}

impl Components for Calls<'_> {
    fn component(&mut self, call: &ComponentUse, body: Option<String>) -> String {
        // Calls that do not fit their component have been reported by their rule.
        let Some(signature) = self.theme.components().get(&call.name) else { return String::new() };
        let given: BTreeMap<&str, &serde_json::Value> =
            call.arguments.iter().map(|argument| (argument.name.as_str(), &argument.value)).collect();
        if !crate::check::component_problems(call, signature).is_empty() {
            return String::new();
        }
        let mut arguments = Context::new();
        for (name, value) in given {
            arguments.insert_value(name.to_owned(), Value::from_serializable(value));
        }
        let body = body.as_deref().map(str::trim);
        let mut capped = Capped::new(0, self.cancellation);
        let (tera, implicits) = (self.theme.tera(), &self.implicits);
        let rendered =
            tera.render_component_with_implicits_to(&call.name, &arguments, implicits, body, true, &mut capped);
        match rendered {
            Ok(()) => String::from_utf8(capped.into_bytes()).expect("templates write text"),
            Err(_) if capped.is_full() => {
                let diagnostic = report::too_long_component(&call.name);
                self.diagnostics.push(match self.path {
                    Some(path) => diagnostic.at(path, call.span),
                    None => diagnostic,
                });
                String::new()
            }
            Err(error) => {
                for mut diagnostic in report::diagnostics(&error, Code::TemplateFailed, self.theme) {
                    if let Some(path) = self.path {
                        let label = "here in the template";
                        let template = diagnostic.location.replace(Location::span(path, call.span));
                        diagnostic.related =
                            template.map(|location| (location, label.to_owned())).into_iter().collect();
                    }
                    self.diagnostics.push(diagnostic);
                }
                String::new()
            }
        }
    }
}
