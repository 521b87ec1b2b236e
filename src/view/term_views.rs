//! What templates see of the glossary: an entry, the index, the terms of a page.

use serde::Serialize;

use super::LinkView;
use crate::base::Lang;

/// A glossary entry.
#[derive(Debug, Clone, Serialize)]
pub struct TermView {
    /// Its id: `llm`.
    pub id: String,
    /// The preferred term in the page's language.
    pub term: String,
    /// `LLM`, the same in every language.
    pub acronym: Option<String>,
    /// Other forms in the page's language.
    pub forms: Vec<String>,
    /// The short definition; HTML, safe to write as it is.
    pub short: String,
    /// The same term in the other languages that have it.
    pub twins: Vec<TermTwinView>,
    /// Related terms, in the language's alphabetical order.
    pub related: Vec<LinkView>,
    /// The pages that refer to it, in the site's order.
    pub mentioned: Vec<LinkView>,
}

/// A term in another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermTwinView {
    /// The language.
    pub lang: Lang,
    /// The language's own name.
    pub language: String,
    /// The preferred term in that language.
    pub term: String,
    /// The route of its page.
    pub route: String,
}

/// A glossary term that a page's text refers to. The list item's id is `d-<id>`.
#[derive(Debug, Clone, Serialize)]
pub struct PageTermView {
    /// Its id.
    pub id: String,
    /// The preferred term in the language of the content, else in another.
    pub term: String,
    /// The language of term and definition where it is not the content's.
    pub lang: Option<Lang>,
    /// `LLM`.
    pub acronym: Option<String>,
    /// The short definition; HTML, safe to write as it is; may be empty.
    pub short: String,
    /// Where its page is.
    pub route: String,
    /// The id of the first place that refers to it: `r-llm-1`.
    pub backlink: String,
}

/// The entries that begin with one letter.
#[derive(Debug, Clone, Serialize)]
pub struct LetterView {
    /// The letter of the language's alphabet: `Đ`.
    pub letter: String,
    /// An id for it: `letter-1`.
    pub id: String,
    /// The entries in alphabetical order.
    pub terms: Vec<IndexedTermView>,
}

/// An entry of the glossary's index.
#[derive(Debug, Clone, Serialize)]
pub struct IndexedTermView {
    /// Its id.
    pub id: String,
    /// The preferred term.
    pub term: String,
    /// `LLM`.
    pub acronym: Option<String>,
    /// The short definition; HTML, safe to write as it is.
    pub short: String,
    /// Where its page is.
    pub route: String,
    /// The term in the other languages.
    pub twins: Vec<TermTwinView>,
}

/// A file in which the glossary can be downloaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GlossaryFileView {
    /// What it is: `csv`, `tbx` or `json`.
    pub format: &'static str,
    /// Where it is.
    pub route: String,
}
