//! The messages of one language against those of the others.
//!
//! Enters: a lexicon. Leaves: what a language lacks, and where twins use different variables, functions
//! or markup. Never: a rule about variants: a language chooses as it needs to.

use std::collections::BTreeSet;

use super::check::keys;
use super::functions;
use super::lexicon::Lexicon;
use super::needs::Needs;
use super::source::{Definition, Part};
use crate::base::{Lang, Span};
use crate::diag::{Code, Diagnostic, Location};

/// Messages and attributes that a language lacks, at their twin's place; one diagnostic for a language
/// that has no messages at all.
///
/// What only other messages refer to is a helper of its language and not asked of the others.
pub(super) fn missing(lexicon: &Lexicon, roots: &BTreeSet<&str>) -> Vec<Diagnostic> {
    let (speaking, silent): (Vec<&Lang>, Vec<&Lang>) =
        lexicon.languages().iter().partition(|lang| keys(lexicon, lang).next().is_some());
    let mut diagnostics: Vec<Diagnostic> =
        silent.into_iter().filter_map(|lang| all_missing(lexicon, lang, speaking.first()?)).collect();
    let helpers: BTreeSet<&str> = speaking.iter().flat_map(|lang| referred_to(lexicon, lang)).collect();
    let mut seen = BTreeSet::new();
    for twin in &speaking {
        for (definition, part) in parts(lexicon, twin) {
            if !seen.insert(&part.key) || (helpers.contains(&*part.key) && !roots.contains(&*part.key)) {
                continue;
            }
            let lacks = |lang: &&&Lang| !lexicon.has(lang, &part.key) && !lexicon.is_unreadable(lang, &part.key);
            for lang in speaking.iter().filter(lacks) {
                // A message that is missing altogether is reported once, not for each attribute.
                let whole = lexicon.definition(lang, &definition.id).is_none();
                if whole && definition.parts.first().is_some_and(|first| first.key != part.key) {
                    continue;
                }
                let own = lexicon.definition(lang, &definition.id);
                diagnostics.push(match own {
                    Some(own) => part_missing(lang, twin, own, part),
                    None => one_missing(lang, twin, definition),
                });
            }
        }
    }
    diagnostics
}

fn all_missing(lexicon: &Lexicon, lang: &Lang, twin: &Lang) -> Option<Diagnostic> {
    let messages = || lexicon.definitions(twin).filter(|definition| !definition.id.starts_with('-'));
    let model = messages().min_by_key(|definition| (definition.theme, definition.path.folder()))?;
    let (folder, whose) = (model.path.folder(), if model.theme { " of the theme" } else { "" });
    let message = format!("`{lang}` has no messages: all {} of `{twin}` are missing", messages().count());
    let hint = format!("copy the folder `{folder}`{whose} to `locales/{lang}` and translate its files");
    Some(Diagnostic::new(Code::MessageMissing, message).hint(hint))
}

fn one_missing(lang: &Lang, twin: &Lang, definition: &Definition) -> Diagnostic {
    let message = format!("`{lang}` lacks the message `{}`, which `{twin}` has", definition.id);
    let file = definition.path.file_name();
    Diagnostic::new(Code::MessageMissing, message)
        .at(&definition.path, definition.name)
        .hint(format!("translate it into `locales/{lang}/{file}`"))
}

/// A message without its text, or without an attribute, at the message's own place.
fn part_missing(lang: &Lang, twin: &Lang, own: &Definition, part: &Part) -> Diagnostic {
    let (what, hint) = match part.key.split_once('.') {
        Some((_, attribute)) => (format!("attribute `{}`", part.key), format!("write `    .{attribute} = …` below it")),
        None => (format!("value of `{}`", part.key), "write its text after `=`".to_owned()),
    };
    let message = format!("`{lang}` lacks the {what}, which `{twin}` has");
    Diagnostic::new(Code::MessageMissing, message).at(&own.path, own.name).hint(hint)
}

/// Everything that messages of a language refer to.
fn referred_to<'a>(lexicon: &'a Lexicon, lang: &Lang) -> impl Iterator<Item = &'a str> {
    let parts = lexicon.definitions(lang).flat_map(|definition| &definition.parts);
    parts.flat_map(|part| part.shape.references.iter().map(|reference| reference.key.as_str()))
}

/// The values and attributes of all messages of a language.
fn parts<'a>(lexicon: &'a Lexicon, lang: &Lang) -> impl Iterator<Item = (&'a Definition, &'a Part)> {
    let messages = lexicon.definitions(lang).filter(|definition| !definition.id.starts_with('-'));
    messages.flat_map(|definition| definition.parts.iter().map(move |part| (definition, part)))
}

/// Twins that do not show the same variables, call the same functions or hold the same tags.
///
/// Each language is compared with the first that has the message. A variable that one shows must at
/// least decide something in the other.
pub(super) fn mismatched(lexicon: &Lexicon) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for lang in lexicon.languages() {
        for (definition, part) in parts(lexicon, lang) {
            let first = lexicon.languages().iter().find(|first| lexicon.has(first, &part.key));
            let Some(first) = first.filter(|first| *first != lang) else { continue };
            diagnostics.extend(mismatch(lexicon, (lang, definition, part), first));
        }
    }
    diagnostics
}

fn mismatch(lexicon: &Lexicon, ours: (&Lang, &Definition, &Part), first: &Lang) -> Option<Diagnostic> {
    let (lang, definition, part) = ours;
    let (own, twin) = (lexicon.needs(lang, &part.key)?, lexicon.needs(first, &part.key)?);
    let mut words = Vec::new();
    let mut place: Option<Span> = None;
    for (has, lacks, holder, other) in [(own, twin, lang, first), (twin, own, first, lang)] {
        let shown = has.shown.iter().filter(|name| !lacks.shown.contains(*name) && !lacks.selected.contains(*name));
        for name in shown {
            place = place.or(part.shape.shown.get(name).copied());
            words.push(format!("`${name}` is in `{holder}` but not in `{other}`"));
        }
        let Needs { functions, markup, .. } = has;
        let known = |name: &String| functions::NAMES.contains(&name.as_str());
        // A function that does not exist has been reported; most likely the other language's was meant.
        let compared = functions.iter().chain(&lacks.functions).all(known);
        words.extend(
            functions
                .difference(&lacks.functions)
                .filter(|_| compared)
                .map(|name| format!("`{name}()` is in `{holder}` but not in `{other}`")),
        );
        words.extend(
            markup.difference(&lacks.markup).map(|tag| format!("`<{tag}>` is in `{holder}` but not in `{other}`")),
        );
    }
    if words.is_empty() {
        return None;
    }
    let there = lexicon.definition(first, &part.key)?;
    let name = there.parts.iter().find(|twin| twin.key == part.key).map_or(there.name, |twin| twin.name);
    let message = format!("the translations of `{}` do not fit: {}", part.key, words.join("; "));
    Some(
        Diagnostic::new(Code::MessageMismatch, message)
            .at(&definition.path, place.unwrap_or(part.name))
            .hint("use the same variables, functions and tags in every language")
            .related(Location::span(&there.path, name), format!("`{first}` says it here")),
    )
}
