//! The glossary as a file for other programs: JSON, CSV, TBX.
//!
//! Enters: a [`Glossary`], with definitions as plain text and absolute addresses. Leaves: the bytes of a file, the
//! same for the same glossary. Never here: files on disk, the site, markup of definitions.

mod csv;
mod json;
mod plain;
mod tbx;

use crate::base::Lang;
use crate::parse::front::LinkPolicy;

pub use plain::Plain;

/// What a glossary is exported as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// For spreadsheets: RFC 4180, a row for each term and language.
    Csv,
    /// For terminology programs: ISO 30042:2019, dialect TBX-Basic, style DCA.
    Tbx,
    /// For any other program.
    Json,
}

impl Format {
    /// All of them, in the order in which readers are offered them.
    pub const ALL: [Format; 3] = [Format::Csv, Format::Tbx, Format::Json];

    /// Its name, which is also the ending of its files.
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Tbx => "tbx",
            Format::Json => "json",
        }
    }

    /// As what a server should send it. TBX has no type of its own (IANA, media types).
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv; charset=utf-8",
            Format::Tbx => "application/xml; charset=utf-8",
            Format::Json => "application/json; charset=utf-8",
        }
    }
}

/// All that is exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glossary {
    /// The site's title in its first language.
    pub title: Plain,
    /// The site's absolute address.
    pub address: String,
    /// The site's languages, in its order; at least one.
    pub languages: Vec<Lang>,
    /// Sorted by id, each id once.
    pub concepts: Vec<Concept>,
}

/// A concept: one entry of the glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// Its id: `llm`.
    pub id: String,
    /// Its acronym, the same in every language.
    pub acronym: Option<Plain>,
    /// The ids of related concepts, as the author ordered them.
    pub related: Vec<String>,
    /// Where it is linked.
    pub link: LinkPolicy,
    /// Its editions in the order of the site's languages; at least one.
    pub editions: Vec<ConceptEdition>,
}

/// A concept in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConceptEdition {
    /// The language.
    pub lang: Lang,
    /// The preferred term.
    pub term: Plain,
    /// Other forms, as the author ordered them.
    pub forms: Vec<Plain>,
    /// Forms that should not be used.
    pub avoid: Vec<Plain>,
    /// The short definition.
    pub short: Option<Plain>,
    /// The absolute address of its page; http or https.
    pub url: String,
}

/// The glossary as a file, in UTF-8 without a byte order mark.
pub fn export(glossary: &Glossary, format: Format) -> Vec<u8> {
    let text = match format {
        Format::Csv => csv::text(glossary),
        Format::Tbx => tbx::text(glossary),
        Format::Json => json::text(glossary),
    };
    text.into_bytes()
}

#[cfg(test)]
mod tests;
