//! What a message needs, with all that it refers to.
//!
//! Enters: one language's definitions. Leaves: needs by key, and the references that cannot work. Never:
//! needs that depend on arguments: a variable that one variant shows counts as shown.

use std::collections::{BTreeMap, BTreeSet};

use super::error::Problem;
use super::shape::{Reference, Shape};
use super::source::Definition;
use crate::base::Span;

/// How many references may follow one another; Fluent itself stops at a hundred placeables.
const MAX_CHAIN: usize = 100;

/// What one key needs and shows, references included.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Needs {
    /// Variables that it shows in some variant.
    pub(super) shown: BTreeSet<String>,
    /// Variables that it decides by.
    pub(super) selected: BTreeSet<String>,
    /// Variables that must be numbers.
    pub(super) numeric: BTreeSet<String>,
    /// Functions whose result it shows.
    pub(super) functions: BTreeSet<String>,
    /// Its tags.
    pub(super) markup: BTreeSet<String>,
    /// Why it can never be formatted.
    pub(super) problem: Option<Problem>,
}

/// A reference that cannot work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BadReference {
    /// The entry that holds it.
    pub(super) id: String,
    pub(super) span: Span,
    pub(super) problem: Problem,
}

/// The needs of every key, and all references that cannot work, in order of the keys.
pub(super) fn needs(definitions: &BTreeMap<String, Definition>) -> (BTreeMap<String, Needs>, Vec<BadReference>) {
    let parts = definitions.values().flat_map(|definition| definition.parts.iter().map(move |part| (definition, part)));
    let mut walk = Walk { shapes: BTreeMap::new(), known: BTreeMap::new(), bad: Vec::new(), chain: Vec::new() };
    for (definition, part) in parts {
        walk.shapes.entry(&part.key).or_insert((&definition.id, &part.shape));
    }
    let keys: Vec<&str> = walk.shapes.keys().copied().collect();
    for key in keys {
        walk.key(key);
    }
    let Walk { known, bad, .. } = walk;
    (known, bad)
}

struct Walk<'a> {
    /// By key: the entry's name, and the shape.
    shapes: BTreeMap<&'a str, (&'a str, &'a Shape)>,
    known: BTreeMap<String, Needs>,
    bad: Vec<BadReference>,
    /// The keys that lead here.
    chain: Vec<&'a str>,
}

impl<'a> Walk<'a> {
    /// The needs of a key that exists.
    fn key(&mut self, key: &'a str) -> Needs {
        if let Some(known) = self.known.get(key) {
            return known.clone();
        }
        let Some((id, shape)) = self.shapes.get(key).copied() else { return Needs::default() };
        let Shape { shown, selected, numeric, functions, references, markup, problem } = shape;
        let mut needs = Needs {
            shown: shown.keys().cloned().collect(),
            selected: selected.keys().cloned().collect(),
            numeric: numeric.clone(),
            functions: functions.clone(),
            markup: markup.clone(),
            problem: problem.clone(),
        };
        self.chain.push(key);
        for reference in references {
            if let Err(problem) = self.reference(&mut needs, reference) {
                needs.problem.get_or_insert(problem.clone());
                self.bad.push(BadReference { id: id.to_owned(), span: reference.span, problem });
            }
        }
        self.chain.pop();
        self.known.insert(key.to_owned(), needs.clone());
        needs
    }

    /// Adds what a reference brings along.
    fn reference(&mut self, needs: &mut Needs, reference: &'a Reference) -> Result<(), Problem> {
        let Reference { key, given, span: _ } = reference;
        if self.chain.contains(&key.as_str()) {
            return Err(Problem::Cyclic);
        }
        if self.chain.len() >= MAX_CHAIN {
            return Err(Problem::TooLong);
        }
        if !self.shapes.contains_key(key.as_str()) {
            return Err(Problem::Reference(key.clone()));
        }
        let Needs { shown, selected, numeric, functions, markup, problem } = self.key(key);
        needs.functions.extend(functions);
        needs.markup.extend(markup);
        // The reference's own mistake is reported where it stands; whoever uses it fails with it.
        if let Some(problem) = problem {
            needs.problem.get_or_insert(problem);
        }
        if key.starts_with('-') {
            // A term sees only what its reference gives it; Fluent would show `{$name}` for the rest.
            let missing = shown.iter().find(|name| !given.contains(*name));
            let words = |name: &String| Problem::Value(format!("it uses `{key}` without giving it `${name}`"));
            return missing.map_or(Ok(()), |name| Err(words(name)));
        }
        needs.shown.extend(shown);
        needs.selected.extend(selected);
        needs.numeric.extend(numeric);
        Ok(())
    }
}
