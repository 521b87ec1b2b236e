//! The glossary as JSON.
//!
//! `{"version":1,"languages":[…],"terms":[{"id","acronym","related","link","editions":{"vi":{"term","forms","avoid",
//! "short","url"}}}]}`: every key is always there; `acronym` and `short` may be null, lists empty. A change of meaning
//! raises `version`; new keys do not.

use serde::{Serialize, Serializer};

use super::{Concept, ConceptEdition, Glossary, Plain};
use crate::base::Lang;

#[derive(Serialize)]
struct File<'a> {
    version: u32,
    languages: &'a [Lang],
    terms: Vec<Term<'a>>,
}

#[derive(Serialize)]
struct Term<'a> {
    id: &'a str,
    acronym: Option<&'a Plain>,
    related: &'a [String],
    link: &'static str,
    editions: Editions<'a>,
}

/// A map in the order of the site's languages.
struct Editions<'a>(&'a [ConceptEdition]);

#[derive(Serialize)]
struct Edition<'a> {
    term: &'a Plain,
    forms: &'a [Plain],
    avoid: &'a [Plain],
    short: Option<&'a Plain>,
    url: &'a str,
}

impl Serialize for Editions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|edition| (&edition.lang, Edition::of(edition))))
    }
}

impl Term<'_> {
    fn of(concept: &Concept) -> Term<'_> {
        let Concept { id, acronym, related, link, editions } = concept;
        Term { id, acronym: acronym.as_ref(), related, link: link.name(), editions: Editions(editions) }
    }
}

impl Edition<'_> {
    fn of(edition: &ConceptEdition) -> Edition<'_> {
        let ConceptEdition { lang: _, term, forms, avoid, short, url } = edition;
        Edition { term, forms, avoid, short: short.as_ref(), url }
    }
}

/// The file's text, indented, with a line break at its end.
pub(super) fn text(glossary: &Glossary) -> String {
    let Glossary { title: _, address: _, languages, concepts } = glossary;
    let file = File { version: 1, languages, terms: concepts.iter().map(Term::of).collect() };
    let mut text = serde_json::to_string_pretty(&file).expect("texts and lists can be written as JSON");
    text.push('\n');
    text
}
