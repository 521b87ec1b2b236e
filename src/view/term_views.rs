//! What templates see of the glossary: an entry, the index, the terms of a page.

use serde::Serialize;

use super::LinkView;
use crate::base::{Direction, Lang};

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
    /// Forms in the page's language that should not be used.
    pub avoid: Vec<String>,
    /// The short definition; HTML, safe to write as it is.
    pub short: String,
    /// The same term in the other languages that have it.
    pub twins: Vec<TermTwinView>,
    /// Related terms, in the language's alphabetical order.
    pub related: Vec<LinkView>,
    /// The pages whose texts mention it, in the site's order: the first twenty.
    pub mentioned: Vec<MentionView>,
    /// How many more pages mention it.
    pub mentioned_more: usize,
}

/// A page that mentions a term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MentionView {
    /// Its title; plain text.
    pub title: String,
    /// Where it is.
    pub route: String,
    /// The language of its title and sentences where that is not the reader's.
    pub lang: Option<Lang>,
    /// The first three of its sentences that mention the term.
    pub sentences: Vec<SentenceView>,
}

/// A sentence that mentions a term; plain text, shortened where it is long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SentenceView {
    /// What stands before the term.
    pub before: String,
    /// The term as it stands there.
    pub term: String,
    /// What stands after it.
    pub after: String,
    /// The id of the place on its page, or of the section.
    pub anchor: Option<String>,
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
    /// Other forms in that language.
    pub forms: Vec<String>,
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

/// One letter of the alphabet, and the entries that begin with it.
#[derive(Debug, Clone, Serialize)]
pub struct LetterView {
    /// The letter of the language's alphabet: `Đ`.
    pub letter: String,
    /// An id for it: `letter-1`.
    pub id: String,
    /// The entries in alphabetical order; empty for a letter with which none begins.
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

/// The glossary in two languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermTableView {
    /// The two languages.
    pub sides: [TermSideView; 2],
    /// The terms in the alphabetical order of the first language; those that lack it come last.
    pub rows: Vec<TermRowView>,
}

/// A language of the glossary in two languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermSideView {
    /// The language.
    pub lang: Lang,
    /// Its direction.
    pub dir: Direction,
    /// Its own name for itself.
    pub name: String,
    /// The route of the glossary in this language alone.
    pub route: String,
}

/// A term in the glossary in two languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermRowView {
    /// Its id.
    pub id: String,
    /// `LLM`.
    pub acronym: Option<String>,
    /// It in the two languages; none where it has no edition.
    pub sides: [Option<TermCellView>; 2],
    /// Its place in the alphabetical order of the second language, from 0.
    pub second: usize,
    /// All its forms in both languages without case and marks, `đ` as `d`, for a filter.
    pub key: String,
}

/// A term in one language of the glossary in two languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermCellView {
    /// The preferred term.
    pub term: String,
    /// Other forms.
    pub forms: Vec<String>,
    /// Where its page is.
    pub route: String,
}
