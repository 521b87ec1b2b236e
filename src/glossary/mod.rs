//! The terms of a site: one concept, its forms and definition in each language.
//!
//! Enters: the documents below `content/glossary/`, and plain texts to look for terms in. Leaves: a [`Termbase`]
//! and what was wrong, the places of terms in a text ([`Matcher`]), files for other tools ([`export`]). Never
//! here: HTML, files on disk, what is done with a term that was found.

pub mod export;
mod matcher;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Lang, PagePath, SourcePath, Span};
use crate::config::yaml::Placed;
use crate::diag::{Code, Diagnostic};
use crate::parse::Document;
use crate::parse::body::Body;
use crate::parse::front::{ForeignPolicy, LinkPolicy, SharedFront};
use crate::text::Collator;

pub use matcher::{Match, Matcher, form_key, words};

/// All terms by id. May be empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Termbase {
    /// By id, which is the file's name: `llm`.
    pub terms: BTreeMap<String, Term>,
}

/// One concept.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Its page.
    pub page: PagePath,
    /// Its acronym, the same in every language.
    pub acronym: Option<String>,
    /// Where the acronym is written, in the file that holds the page's shared `acronym`.
    pub acronym_span: Option<Span>,
    /// The ids of related terms, as written.
    pub related: Vec<Placed<String>>,
    /// The file in which `related` stands.
    pub related_in: SourcePath,
    /// Where it is linked.
    pub link: LinkPolicy,
    /// What happens to its forms in texts of other languages; `None`: those are linked that can be nothing else there.
    pub foreign: Option<ForeignPolicy>,
    /// Its editions; at least one.
    pub editions: BTreeMap<Lang, TermEdition>,
}

/// A concept in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct TermEdition {
    /// The preferred term.
    pub term: String,
    /// Other forms.
    pub forms: Vec<String>,
    /// Forms that should not be used.
    pub avoid: Vec<String>,
    /// The short definition.
    pub short: Option<Arc<Body>>,
}

impl Term {
    /// The edition for a reader of `lang`, else that of the first of `languages` that has one.
    pub fn edition(&self, lang: &Lang, languages: &[Lang]) -> Option<(&Lang, &TermEdition)> {
        let other = || languages.iter().find_map(|lang| self.editions.get_key_value(lang));
        self.editions.get_key_value(lang).or_else(other)
    }
}

/// Makes one concept of a glossary entry's editions and their shared data.
///
/// `shared` is already one value; `shared_in` is the file in which it, or its first part, stands.
pub fn term(
    page: &PagePath,
    documents: &[&Document],
    shared: &SharedFront,
    shared_in: &SourcePath,
) -> (Option<Term>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut editions = BTreeMap::new();
    for document in documents {
        let front = &document.own.term;
        let title = document.own.title.as_ref();
        let Some(term) = front.term.as_ref().or(title) else {
            if document.own.is_named {
                continue;
            }
            let message = "the glossary entry has no `term`";
            let diagnostic = Diagnostic::new(Code::TermMissing, message).at(&document.path, document.front_span);
            diagnostics.push(diagnostic.hint("add `term: …`, the form you prefer"));
            continue;
        };
        let texts = |placed: &[Placed<String>]| placed.iter().map(|text| text.value.clone()).collect();
        let edition = TermEdition {
            term: term.value.clone(),
            forms: texts(&front.forms),
            avoid: texts(&front.avoid),
            short: front.short.as_ref().map(|short| short.value.clone()),
        };
        editions.insert(document.lang.clone(), edition);
    }
    if editions.is_empty() {
        return (None, diagnostics);
    }
    let term = Term {
        page: page.clone(),
        acronym: shared.acronym.as_ref().map(|acronym| acronym.value.clone()),
        acronym_span: shared.acronym.as_ref().map(|acronym| acronym.span),
        related: shared.related.as_ref().map(|related| related.value.clone()).unwrap_or_default(),
        related_in: shared_in.clone(),
        link: shared.link.as_ref().map_or(LinkPolicy::Auto, |link| link.value),
        foreign: shared.foreign.as_ref().map(|foreign| foreign.value),
        editions,
    };
    (Some(term), diagnostics)
}

/// One letter of a language's alphabet, and the entries that begin with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The letter.
    pub letter: String,
    /// Term ids in alphabetical order; empty for a letter with which no term begins.
    pub terms: Vec<String>,
}

/// The terms that have an edition in `lang`, in its alphabetical order, by initial letter: all letters of the alphabet,
/// and others with which a term begins. Only these others where most terms begin with no letter of the alphabet, as in
/// Chinese, of which CLDR's index letters are Latin.
pub fn index(termbase: &Termbase, lang: &Lang, collator: &Collator) -> Vec<Letter> {
    let mut terms: Vec<(&str, &str)> = termbase
        .terms
        .iter()
        .filter_map(|(id, term)| term.editions.get(lang).map(|edition| (edition.term.as_str(), id.as_str())))
        .collect();
    terms.sort_by(|a, b| collator.compare(a.0, b.0).then(a.1.cmp(b.1)));
    let mut used: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (term, id) in &terms {
        used.entry(collator.initial(term)).or_default().push((*id).to_owned());
    }
    let alphabet = collator.alphabet();
    let of_alphabet: usize =
        used.iter().filter(|(letter, _)| alphabet.contains(letter)).map(|(_, terms)| terms.len()).sum();
    if of_alphabet * 2 >= terms.len() {
        for letter in alphabet {
            used.entry(letter.clone()).or_default();
        }
    }
    let mut letters: Vec<Letter> = used.into_iter().map(|(letter, terms)| Letter { letter, terms }).collect();
    letters.sort_by(|a, b| collator.compare(&a.letter, &b.letter));
    letters
}
