//! One language's messages, ready for Fluent to format.
//!
//! Enters: parsed resources, arguments. Leaves: text with marks around what came from arguments, or a
//! problem. Never: isolation marks (HTML has `<bdi>`), Fluent's own number formats.

use std::sync::Arc;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use super::error::{Problem, problem_of};
use super::functions;
use super::html::{self, CLOSE, OPEN};
use super::value::{Args, html_value, plain_value};
use crate::base::Lang;
use crate::text::Formats;

/// The messages of one language, for plain text and for HTML.
pub(super) struct Bundle {
    plain: FluentBundle<Arc<FluentResource>>,
    html: FluentBundle<Arc<FluentResource>>,
}

impl Bundle {
    /// Puts resources together; the later definition of a name counts.
    pub(super) fn new(lang: &Lang, formats: &Formats, resources: &[Arc<FluentResource>]) -> Bundle {
        let plain = bundle(lang, formats, resources, format_plain);
        let html = bundle(lang, formats, resources, format_html);
        Bundle { plain, html }
    }

    /// A message or attribute as plain text; `None` if there is none.
    pub(super) fn text(&self, key: &str, args: &Args) -> Option<Result<String, Problem>> {
        let values = args.iter().map(|(name, value)| (name.as_str(), plain_value(value)));
        let written = write(&self.plain, key, &values.collect())?;
        Some(written.and_then(failed_function))
    }

    /// A message or attribute as safe HTML; `None` if there is none.
    pub(super) fn html(&self, key: &str, args: &Args) -> Option<Result<String, Problem>> {
        let values = args.iter().map(|(name, value)| (name.as_str(), html_value(value)));
        let written = write(&self.html, key, &values.collect())?;
        Some(written.and_then(failed_function).map(|marked| html::clean(&marked)))
    }
}

type Formatter = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

fn bundle(
    lang: &Lang,
    formats: &Formats,
    resources: &[Arc<FluentResource>],
    formatter: Formatter,
) -> FluentBundle<Arc<FluentResource>> {
    let mut bundle = FluentBundle::new_concurrent(vec![identifier(lang)]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(formatter));
    let formats = formats.clone();
    // An empty bundle has no names that these could clash with.
    let added = bundle.add_function("NUMBER", functions::number).and_then(|()| {
        bundle.add_function("DATETIME", move |positional, named| functions::date_time(&formats, positional, named))
    });
    added.expect("an empty bundle takes functions");
    for resource in resources {
        bundle.add_resource_overriding(Arc::clone(resource));
    }
    bundle
}

/// Fluent's name of a language: the tag, or its primary language if Fluent cannot read the tag.
fn identifier(lang: &Lang) -> LanguageIdentifier {
    lang.as_str().parse().or_else(|_| lang.primary().parse()).unwrap_or_default()
}

/// The formats of a bundle's language, kept in its memoizer.
struct BundleFormats(Formats);

impl Memoizable for BundleFormats {
    type Args = ();
    type Error = ();

    fn construct(lang: LanguageIdentifier, _: ()) -> Result<BundleFormats, ()> {
        Lang::new(&lang.to_string()).map(|lang| BundleFormats(Formats::new(&lang))).ok_or(())
    }
}

/// Shows numbers; leaves the rest to Fluent.
fn format_plain(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            memoizer.with_try_get::<BundleFormats, _, _>((), |formats| functions::show_number(&formats.0, number)).ok()
        }
        FluentValue::String(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
}

/// Shows numbers, and marks what came from arguments.
fn format_html(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    match value {
        FluentValue::String(text) => Some(format!("{OPEN}{text}{CLOSE}")),
        _ => format_plain(value, memoizer),
    }
}

/// Formats straight into a text: `format_pattern` would send the whole text through the formatter again.
fn write(
    bundle: &FluentBundle<Arc<FluentResource>>,
    key: &str,
    args: &FluentArgs<'_>,
) -> Option<Result<String, Problem>> {
    let (id, attribute) = match key.split_once('.') {
        Some((id, attribute)) => (id, Some(attribute)),
        None => (key, None),
    };
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    let mut errors = Vec::new();
    let mut out = String::new();
    let written = bundle.write_pattern(&mut out, pattern, Some(args), &mut errors);
    written.expect("writing into a text does not fail");
    Some(match problem_of(&errors) {
        Some(problem) => Err(problem),
        None => Ok(out),
    })
}

/// Finds the mark that a function leaves when it cannot use its value.
fn failed_function(text: String) -> Result<String, Problem> {
    let Some((_, rest)) = text.split_once(html::FAIL) else { return Ok(text) };
    let words = rest.split(html::END).next().unwrap_or(rest);
    Err(Problem::Value(words.to_owned()))
}
