//! The forms of glossary entries: `form-invalid`, `form-clash`.

use std::collections::BTreeMap;

use super::{in_language, preferred};
use crate::base::{Lang, SourcePath};
use crate::config::yaml::Placed;
use crate::diag::{Code, Diagnostic, Location};
use crate::glossary::{Term, form_key};
use crate::parse::front::LinkPolicy;
use crate::resolve::{Edition, Site};

/// The longest form, in characters: no text would hold one that is longer.
const LONGEST: usize = 199;

/// A form as an entry claims it.
struct Claim<'a> {
    id: &'a str,
    text: &'a str,
    place: Location,
    is_linked: bool,
}

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for lang in site.languages() {
        let mut claims: BTreeMap<String, Vec<Claim<'_>>> = BTreeMap::new();
        for (id, term, edition) in in_language(site, lang) {
            let path = &edition.document.path;
            for form in own(edition).chain(avoided(edition)) {
                diagnostics.extend(invalid(path, form));
            }
            diagnostics.extend(twice(path, edition));
            let is_linked = term.link == LinkPolicy::Auto;
            let claim = |text, place| Claim { id, text, place, is_linked };
            for form in own(edition) {
                add(&mut claims, claim(&form.value, Location::span(path, form.span)));
            }
            if let Some(acronym) = &term.acronym {
                let place = acronym_place(site, term).unwrap_or_else(|| Location::file(path));
                add(&mut claims, claim(acronym, place));
            }
        }
        diagnostics.extend(claims.values().filter_map(|claims| clash(claims, lang)));
    }
    acronyms(site, &mut diagnostics);
    diagnostics
}

fn own(edition: &Edition) -> impl Iterator<Item = &Placed<String>> {
    preferred(edition).into_iter().chain(&edition.document.own.term.forms)
}

fn avoided(edition: &Edition) -> impl Iterator<Item = &Placed<String>> {
    edition.document.own.term.avoid.iter()
}

/// Acronyms belong to no language: they are looked at once.
fn acronyms(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    for term in site.termbase.terms.values() {
        let Some(acronym) = term.acronym.as_ref().filter(|acronym| form_key(acronym).is_none()) else { continue };
        let Some(place) = acronym_place(site, term) else { continue };
        let message = format!("`{acronym}` holds neither a letter nor a digit");
        let hint = "no text can mention it: write the acronym, or leave the key out";
        diagnostics.push(Diagnostic::new(Code::FormInvalid, message).located(place).hint(hint));
    }
}

/// Where a term's acronym is written.
fn acronym_place(site: &Site, term: &Term) -> Option<Location> {
    let path = site.pages.get(&term.page)?.shared.found_in.get("acronym")?;
    Some(Location::span(path, term.acronym_span?))
}

/// A form that no text can match.
fn invalid(path: &SourcePath, form: &Placed<String>) -> Option<Diagnostic> {
    let Placed { value, span } = form;
    let (message, hint) = if form_key(value).is_none() {
        let message = format!("the form `{value}` holds neither a letter nor a digit");
        (message, "no text can mention it: write a word, or take it out")
    } else if value.chars().count() > LONGEST {
        let start: String = value.chars().take(20).collect();
        let message = format!("the form `{start}…` is {} characters long", value.chars().count());
        (message, "a form is what a text calls the concept; put an explanation into `short` or the entry's text")
    } else {
        return None;
    };
    Some(Diagnostic::new(Code::FormInvalid, message).at(path, *span).hint(hint))
}

/// A form that one entry names twice in a language, or both as good and as one to avoid.
fn twice(path: &SourcePath, edition: &Edition) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<String, (&Placed<String>, bool)> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    let all = own(edition).map(|form| (form, false)).chain(avoided(edition).map(|form| (form, true)));
    for (form, is_avoided) in all {
        let Some(key) = form_key(&form.value) else { continue };
        let Some((first, was_avoided)) = seen.get(&key) else {
            seen.insert(key, (form, is_avoided));
            continue;
        };
        let (message, hint) = match (*was_avoided, is_avoided) {
            (false, true) => (
                format!("`{}` is a form of the term and one to avoid", form.value),
                "take it out of `forms` or out of `avoid`",
            ),
            _ => (
                format!("the form `{}` is written twice", form.value),
                "once is enough: spellings that differ only by where a tone stands, or by white space, are one",
            ),
        };
        let diagnostic = Diagnostic::new(Code::FormClash, message).at(path, form.span).hint(hint);
        diagnostics.push(diagnostic.related(Location::span(path, first.span), "the first one"));
    }
    diagnostics
}

fn add<'a>(claims: &mut BTreeMap<String, Vec<Claim<'a>>>, claim: Claim<'a>) {
    // At the start of a sentence `Máy` and `máy` are one; `AI` and `ai` never are.
    let letters = claim.text.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_acronym = letters > 1 && !claim.text.chars().any(char::is_lowercase);
    let Some(key) = form_key(claim.text) else { return };
    let claims = claims.entry(if is_acronym { key } else { key.to_lowercase() }).or_default();
    if claims.iter().all(|other| other.id != claim.id) {
        claims.push(claim);
    }
}

/// Several entries with one form, more than one of which would be linked where it appears.
fn clash(claims: &[Claim<'_>], lang: &Lang) -> Option<Diagnostic> {
    let linked: Vec<&Claim<'_>> = claims.iter().filter(|claim| claim.is_linked).collect();
    let [first, .., last] = linked.as_slice() else { return None };
    let message = format!("`{}` and `{}` have the form `{}` in `{lang}`", first.id, last.id, last.text);
    let hint = "it becomes no link, because it may mean either: take it out of one, or say `link: explicit` there";
    let diagnostic = Diagnostic::new(Code::FormClash, message).located(last.place.clone());
    Some(diagnostic.related(first.place.clone(), "the other one").hint(hint))
}
