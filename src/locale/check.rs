//! The messages against what asks for them: unknown, unused, without a variable that they need.
//!
//! Enters: a lexicon, the calls of all templates, the keys that Rust code asks for. Leaves: diagnostics.
//! Never: a rule about plural forms, a diagnostic for what cannot be known (a key that is computed).

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::Lexicon;
use super::needs::Needs;
use super::source::Definition;
use super::twins;
use super::uses::{KeyUse, MessageUse};
use crate::base::{Lang, Span};
use crate::diag::{Code, Diagnostic, Location, did_you_mean, nearest};

/// Everything that is wrong between messages and those who ask for them, and between languages.
///
/// `uses` are the calls of all templates, those of the theme included; `required` the keys that Rust
/// code asks for, with the arguments that it gives.
pub fn check(lexicon: &Lexicon, uses: &[MessageUse], required: &[(&str, &[&str])]) -> Vec<Diagnostic> {
    let calls = calls(uses, required);
    let roots = roots(lexicon, &calls, uses);
    let mut diagnostics = unknown(lexicon, &calls);
    diagnostics.extend(variables(lexicon, &calls));
    let unused = unused(lexicon, &roots);
    // What nothing uses is to be deleted, not to be translated.
    let is_unused = |missing: &Diagnostic| unused.iter().any(|unused| unused.location == missing.location);
    diagnostics.extend(twins::missing(lexicon, &roots).into_iter().filter(|missing| !is_unused(missing)));
    diagnostics.extend(unused);
    diagnostics.extend(twins::mismatched(lexicon));
    diagnostics
}

/// Someone who asks for messages.
struct Call<'a> {
    key: CalledKey<'a>,
    args: BTreeSet<&'a str>,
    /// `None` for Rust code.
    place: Option<Location>,
}

enum CalledKey<'a> {
    Exact(&'a str),
    Prefix(&'a str),
}

impl CalledKey<'_> {
    fn asks_for(&self, key: &str) -> bool {
        match self {
            CalledKey::Exact(exact) => *exact == key,
            CalledKey::Prefix(prefix) => key.starts_with(prefix),
        }
    }
}

/// All calls whose key is known, at least its beginning.
fn calls<'a>(uses: &'a [MessageUse], required: &[(&'a str, &[&'a str])]) -> Vec<Call<'a>> {
    let from_templates = uses.iter().filter_map(|found| {
        let MessageUse { key, args, html: _, path, span } = found;
        let key = match key {
            KeyUse::Exact(key) => CalledKey::Exact(key),
            KeyUse::Prefix(prefix) => CalledKey::Prefix(prefix),
            KeyUse::Unknown | KeyUse::Mentioned(_) => return None,
        };
        let args = args.iter().map(String::as_str).collect();
        Some(Call { key, args, place: Some(Location::span(path, *span)) })
    });
    let from_code = required.iter().map(|(key, args)| Call {
        key: CalledKey::Exact(key),
        args: args.iter().copied().collect(),
        place: None,
    });
    from_templates.chain(from_code).collect()
}

/// The keys of messages and their attributes in a language, in order; terms have none.
pub(super) fn keys<'a>(lexicon: &'a Lexicon, lang: &Lang) -> impl Iterator<Item = &'a str> {
    let messages = lexicon.definitions(lang).filter(|definition| !definition.id.starts_with('-'));
    messages.flat_map(|definition| definition.parts.iter().map(|part| part.key.as_str()))
}

/// The keys that are asked for from outside, in any language.
fn roots<'a>(lexicon: &'a Lexicon, calls: &[Call<'_>], uses: &[MessageUse]) -> BTreeSet<&'a str> {
    let computed = uses.iter().any(|found| found.key == KeyUse::Unknown);
    let mentioned: BTreeSet<&str> = uses
        .iter()
        .filter_map(|found| match &found.key {
            KeyUse::Mentioned(key) if computed => Some(key.as_str()),
            _ => None,
        })
        .collect();
    let exact: BTreeSet<&str> = calls
        .iter()
        .filter_map(|call| match call.key {
            CalledKey::Exact(key) => Some(key),
            CalledKey::Prefix(_) => None,
        })
        .collect();
    let prefixes: Vec<&Call<'_>> = calls.iter().filter(|call| matches!(call.key, CalledKey::Prefix(_))).collect();
    let asked = |key: &&str| {
        exact.contains(key) || mentioned.contains(key) || prefixes.iter().any(|call| call.key.asks_for(key))
    };
    lexicon.languages().iter().flat_map(|lang| keys(lexicon, lang)).filter(asked).collect()
}

/// Calls for messages that no language has.
fn unknown(lexicon: &Lexicon, calls: &[Call<'_>]) -> Vec<Diagnostic> {
    let known: BTreeSet<&str> = lexicon.languages().iter().flat_map(|lang| keys(lexicon, lang)).collect();
    let unreadable = |key: &str| lexicon.languages().iter().any(|lang| lexicon.is_unreadable(lang, key));
    let mut diagnostics = Vec::new();
    for call in calls {
        let (message, hint) = match &call.key {
            CalledKey::Exact(key) if !known.contains(key) && !unreadable(key) => {
                let hint = did_you_mean(key, known.iter().copied())
                    .unwrap_or_else(|| format!("add `{key} = …` to a file under `locales/`"));
                (format!("no language has the message `{key}`"), hint)
            }
            CalledKey::Prefix(prefix) if !known.iter().any(|key| key.starts_with(prefix)) => {
                let hint = "add such messages to a file under `locales/`".to_owned();
                (format!("no language has a message whose name begins with `{prefix}`"), hint)
            }
            CalledKey::Exact(_) | CalledKey::Prefix(_) => continue,
        };
        let diagnostic = Diagnostic::new(Code::MessageUnknown, message).hint(hint);
        diagnostics.push(match &call.place {
            Some(place) => diagnostic.located(place.clone()),
            None => diagnostic,
        });
    }
    diagnostics
}

/// Variables that a message needs and a call does not give: once for each message and variable.
fn variables(lexicon: &Lexicon, calls: &[Call<'_>]) -> Vec<Diagnostic> {
    let mut found: BTreeMap<(&Lang, &str, &str), &Call<'_>> = BTreeMap::new();
    for lang in lexicon.languages() {
        for call in calls {
            for key in keys(lexicon, lang).filter(|key| call.key.asks_for(key)) {
                let Some(Needs { shown, selected, .. }) = lexicon.needs(lang, key) else { continue };
                for name in shown.union(selected).filter(|name| !call.args.contains(name.as_str())) {
                    found.entry((lang, key, name)).or_insert(call);
                }
            }
        }
    }
    let diagnostic = |((lang, key, name), call): (_, &Call<'_>)| lacking(lexicon, lang, key, name, call);
    found.into_iter().filter_map(diagnostic).collect()
}

fn lacking(lexicon: &Lexicon, lang: &Lang, key: &str, name: &str, call: &Call<'_>) -> Option<Diagnostic> {
    let definition = lexicon.definition(lang, key)?;
    let message = format!("`{key}` of `{lang}` needs `${name}`, which it is not given");
    let given: Vec<String> = call.args.iter().map(|given| format!("`${given}`")).collect();
    let hint = match nearest(name, call.args.iter().copied()) {
        Some(near) => format!("it is given `${near}`: write the same name in both places"),
        None if given.is_empty() => format!("it is given nothing: write `{name}=…` in the call"),
        None => format!("it is given {}", given.join(", ")),
    };
    let diagnostic = Diagnostic::new(Code::MessageVariable, message)
        .at(&definition.path, place_of(definition, key, name))
        .hint(hint);
    Some(match &call.place {
        Some(place) => diagnostic.related(place.clone(), "asked for here"),
        None => diagnostic,
    })
}

/// Where a message names a variable, or the message's name if only what it refers to does.
fn place_of(definition: &Definition, key: &str, name: &str) -> Span {
    let part = definition.parts.iter().find(|part| part.key == key);
    let place = part.and_then(|part| part.shape.shown.get(name).or_else(|| part.shape.selected.get(name)));
    place.or(part.map(|part| &part.name)).copied().unwrap_or(definition.name)
}

/// Entries of the site's own files that nothing asks for, directly or through another message.
fn unused(lexicon: &Lexicon, roots: &BTreeSet<&str>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for lang in lexicon.languages() {
        let used = used_entries(lexicon, lang, roots);
        let unused =
            lexicon.definitions(lang).filter(|definition| !definition.theme && !used.contains(&*definition.id));
        diagnostics.extend(unused.map(|definition| {
            let kind = if definition.id.starts_with('-') { "term" } else { "message" };
            Diagnostic::new(Code::MessageUnused, format!("nothing uses the {kind} `{}`", definition.id))
                .at(&definition.path, definition.name)
                .hint("delete it, or correct its name")
        }));
    }
    diagnostics
}

/// The entries of a language that the roots lead to. An entry counts whole, with its attributes.
fn used_entries<'a>(lexicon: &'a Lexicon, lang: &Lang, roots: &BTreeSet<&'a str>) -> BTreeSet<&'a str> {
    let id = |key: &'a str| key.split('.').next().unwrap_or(key);
    let mut waiting: Vec<&str> = roots.iter().copied().map(id).collect();
    let mut used = BTreeSet::new();
    while let Some(entry) = waiting.pop() {
        if !used.insert(entry) {
            continue;
        }
        let parts = lexicon.definition(lang, entry).into_iter().flat_map(|definition| &definition.parts);
        waiting.extend(parts.flat_map(|part| &part.shape.references).map(|reference| id(&reference.key)));
    }
    used
}
