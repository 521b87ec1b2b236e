//! The glossary as TBX: ISO 30042:2019, dialect TBX-Basic, style DCA (data categories as attributes).
//!
//! Sources: the core structure `TBXcoreStructV03.rng` and the dialect's rules `TBX-Basic_DCA.sch`, version 1.2.1, which
//! the file names in its first lines; XML 1.0 (fifth edition). The styles carry the same; DCA needs one
//! namespace only, and one grammar with one list of rules is enough to check it.
//!
//! | glossary | TBX |
//! |---|---|
//! | entry | `conceptEntry`; its id as in the glossary, where that is a name in XML |
//! | related entry | `ref` of type `crossReference` |
//! | edition | `langSec` |
//! | short definition | `descrip` of type `definition`, with the page's address as its `source` |
//! | page | `xref` of type `externalCrossReference` |
//! | term | `preferredTerm-admn-sts`; `fullForm` where there is an acronym |
//! | acronym | `admittedTerm-admn-sts`, `acronym` |
//! | other form | `admittedTerm-admn-sts` |
//! | form to avoid | `deprecatedTerm-admn-sts` |
//!
//! The part of speech, which the dialect recommends, is not known and so not told.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::{Concept, ConceptEdition, Glossary, Plain};
use crate::text::xml;

/// Where the schemas are that a file is valid by: grammar, rules.
const SCHEMAS: [(&str, &str); 2] = [
    (
        "https://raw.githubusercontent.com/LTAC-Global/TBX_Core_RNG/master/TBXcoreStructV03.rng",
        "http://relaxng.org/ns/structure/1.0",
    ),
    (
        "https://raw.githubusercontent.com/LTAC-Global/TBX-Basic_dialect/master/DCA/TBX-Basic_DCA.sch",
        "http://purl.oclc.org/dsdl/schematron",
    ),
];

const PREFERRED: &str = "preferredTerm-admn-sts";
const ADMITTED: &str = "admittedTerm-admn-sts";
const DEPRECATED: &str = "deprecatedTerm-admn-sts";

/// The file's text. A body without entries, which the grammar does not allow, is left out.
pub(super) fn text(glossary: &Glossary) -> String {
    let Glossary { title, address, languages, concepts } = glossary;
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    for (address, kind) in SCHEMAS {
        line(
            &mut out,
            0,
            &format!("<?xml-model href=\"{address}\" type=\"application/xml\" schematypens=\"{kind}\"?>"),
        );
    }
    let lang = &languages[0];
    let namespace = "urn:iso:std:iso:30042:ed-2";
    line(&mut out, 0, &format!("<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"{lang}\" xmlns=\"{namespace}\">"));
    line(&mut out, 1, "<tbxHeader>");
    line(&mut out, 2, "<fileDesc>");
    line(&mut out, 3, &format!("<titleStmt><title>{}</title></titleStmt>", xml(title.as_str())));
    line(&mut out, 3, &format!("<sourceDesc><p>{}</p></sourceDesc>", xml(address)));
    line(&mut out, 2, "</fileDesc>");
    line(&mut out, 1, "</tbxHeader>");
    line(&mut out, 1, "<text>");
    if !concepts.is_empty() {
        line(&mut out, 2, "<body>");
        for concept in concepts {
            entry(&mut out, concept, concepts);
        }
        line(&mut out, 2, "</body>");
    }
    line(&mut out, 1, "</text>");
    line(&mut out, 0, "</tbx>");
    out
}

fn entry(out: &mut String, concept: &Concept, all: &[Concept]) {
    let Concept { id, acronym, related, link: _, editions } = concept;
    line(out, 3, &format!("<conceptEntry id=\"{}\">", xml_id(id)));
    // A reference needs an entry to lead to.
    let known = |id: &String| all.binary_search_by(|concept| concept.id.cmp(id)).ok().map(|at| &all[at]);
    for Concept { id, editions, .. } in related.iter().filter_map(known) {
        let Some(ConceptEdition { lang, term, .. }) = editions.first() else { continue };
        let attributes = format!("type=\"crossReference\" target=\"{}\" xml:lang=\"{lang}\"", xml_id(id));
        line(out, 4, &format!("<ref {attributes}>{}</ref>", xml(term.as_str())));
    }
    for edition in editions {
        language(out, edition, acronym.as_ref());
    }
    line(out, 3, "</conceptEntry>");
}

fn language(out: &mut String, edition: &ConceptEdition, acronym: Option<&Plain>) {
    let ConceptEdition { lang, term, forms, avoid, short, url } = edition;
    let url = xml(url);
    line(out, 4, &format!("<langSec xml:lang=\"{lang}\">"));
    if let Some(short) = short {
        line(out, 5, "<descripGrp>");
        line(out, 6, &format!("<descrip type=\"definition\">{}</descrip>", xml(short.as_str())));
        line(out, 6, &format!("<admin type=\"source\">{url}</admin>"));
        line(out, 5, "</descripGrp>");
    }
    let title = xml(term.as_str());
    line(out, 5, &format!("<xref type=\"externalCrossReference\" target=\"{url}\">{title}</xref>"));
    let kind = match acronym {
        Some(acronym) if acronym == term => Some("acronym"),
        Some(_) => Some("fullForm"),
        None => None,
    };
    let all = [(term, PREFERRED, kind)]
        .into_iter()
        .chain(acronym.map(|acronym| (acronym, ADMITTED, Some("acronym"))))
        .chain(forms.iter().map(|form| (form, ADMITTED, None)))
        .chain(avoid.iter().map(|form| (form, DEPRECATED, None)));
    // A form that is named twice is told once, as the first says.
    let mut told = BTreeSet::new();
    for (form, status, kind) in all.filter(|(form, ..)| told.insert(*form)) {
        one_term(out, form, status, kind);
    }
    line(out, 4, "</langSec>");
}

fn one_term(out: &mut String, term: &Plain, status: &str, kind: Option<&str>) {
    line(out, 5, "<termSec>");
    line(out, 6, &format!("<term>{}</term>", xml(term.as_str())));
    if let Some(kind) = kind {
        line(out, 6, &format!("<termNote type=\"termType\">{kind}</termNote>"));
    }
    line(out, 6, &format!("<termNote type=\"administrativeStatus\">{status}</termNote>"));
    line(out, 5, "</termSec>");
}

fn line(out: &mut String, depth: usize, text: &str) {
    out.extend(std::iter::repeat_n("  ", depth));
    out.push_str(text);
    out.push('\n');
}

/// A glossary's id as an id of XML (`xsd:ID`): itself where it is a name of ASCII letters, digits, hyphens and dots;
/// else with `_` in front, and any other character by its number: `3d` → `_3d`, `ký` → `_k_fd_`.
///
/// Different ids stay different: only changed ones begin with `_`, and `_` itself is always changed.
fn xml_id(id: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.');
    if id.starts_with(|first: char| first.is_ascii_alphabetic()) && id.chars().all(is_plain) {
        return id.to_owned();
    }
    let mut out = String::from("_");
    for letter in id.chars() {
        if is_plain(letter) {
            out.push(letter);
        } else {
            _ = write!(out, "_{:x}_", u32::from(letter));
        }
    }
    out
}
