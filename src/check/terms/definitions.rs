//! Short definitions that do not explain: `definition-circular`, `acronym-undefined`.

use std::collections::{BTreeMap, BTreeSet};

use super::{in_language, plain, preferred};
use crate::base::Lang;
use crate::config::yaml::quoted;
use crate::diag::{Code, Diagnostic, Location};
use crate::glossary::Matcher;
use crate::resolve::{Edition, Site};

/// How many words of a definition, or syllables in Vietnamese, say what kind of thing the term is.
const FIRST_WORDS: usize = 8;

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut told = BTreeSet::new();
    for lang in site.languages() {
        let Some(matcher) = site.matchers.get(lang) else { continue };
        let needs: BTreeMap<&str, BTreeSet<String>> =
            in_language(site, lang).map(|(id, _, edition)| (id, needed(id, edition, matcher))).collect();
        for (id, _, edition) in in_language(site, lang) {
            // The same circle in the next language is the same mistake.
            if let Some(circle) = circle(&needs, id).filter(|circle| told.insert(circle.clone())) {
                diagnostics.extend(circular(site, lang, edition, &circle));
            }
            diagnostics.extend(acronyms(edition, matcher));
        }
    }
    diagnostics
}

/// The terms that one has to know to understand the short definition of a term: those that it marks, and those that its
/// first words name, which say what kind of thing the term is. That it names the term itself again is usual; a
/// reference to itself is not.
fn needed(id: &str, edition: &Edition, matcher: &Matcher) -> BTreeSet<String> {
    let Some(short) = &edition.document.own.term.short else { return BTreeSet::new() };
    let marked = short.value.terms.iter().map(|use_| use_.id.clone());
    let text = plain(&short.value);
    let found = matcher.find(beginning(&text));
    let found = found.iter().map(|found| found.id.to_string()).filter(|found| found != id);
    marked.chain(found).collect()
}

/// The first words of a definition, as far as its first clause goes.
fn beginning(text: &str) -> &str {
    let clause = text.split([',', ';', ':', '.', '(', '–', '—']).next().unwrap_or_default();
    let end = clause.match_indices(' ').map(|(at, _)| at).nth(FIRST_WORDS - 1);
    &clause[..end.unwrap_or(clause.len())]
}

/// The shortest way from a term's definition back to it, as ids from the smallest on; `None` if there is none, or if
/// the circle was found from a smaller id.
fn circle(needs: &BTreeMap<&str, BTreeSet<String>>, from: &str) -> Option<Vec<String>> {
    let mut ways: Vec<Vec<&str>> = vec![vec![from]];
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let last = way.last().copied().unwrap_or(from);
            for next in needs.get(last).into_iter().flatten() {
                if next == from {
                    return Some(way.iter().map(|id| (*id).to_owned()).collect());
                }
                if next.as_str() > from && seen.insert(next) {
                    longer.push([way.as_slice(), &[next.as_str()]].concat());
                }
            }
        }
        ways = longer;
    }
    None
}

fn circular(site: &Site, lang: &Lang, edition: &Edition, circle: &[String]) -> Option<Diagnostic> {
    let short = edition.document.own.term.short.as_ref()?;
    let ids: Vec<&str> = circle.iter().map(String::as_str).collect();
    let message = match ids.as_slice() {
        [one] => format!("the definition of `{one}` refers to itself"),
        _ => format!("the definitions of {} explain each other", quoted(&ids)),
    };
    let mut diagnostic = Diagnostic::new(Code::DefinitionCircular, message).at(&edition.document.path, short.span);
    for id in &ids[1..] {
        let other = site.term_page(id).and_then(|page| page.editions.get(lang)).map(|edition| &edition.document);
        if let Some((document, short)) = other.and_then(|other| Some((other, other.own.term.short.as_ref()?))) {
            diagnostic = diagnostic.related(Location::span(&document.path, short.span), "which leads back");
        }
    }
    Some(diagnostic.hint(match ids.as_slice() {
        [_] => "explain it in other words",
        _ => "explain one of them in words that need none of the others",
    }))
}

/// The acronyms of a short definition that the glossary does not explain, each once.
fn acronyms(edition: &Edition, matcher: &Matcher) -> Vec<Diagnostic> {
    let Some(short) = &edition.document.own.term.short else { return Vec::new() };
    let text = plain(&short.value);
    let known = matcher.find(&text);
    let is_known = |at: usize| known.iter().any(|found| found.range.contains(&at));
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let own = preferred(edition).map(|term| term.value.as_str()).unwrap_or_default();
    let mut diagnostics = Vec::new();
    for (at, word) in words(&text) {
        let is_explained = || {
            let (before, after) = (text[..at].trim_end(), text[at + word.len()..].trim_start());
            before.ends_with('(') || after.starts_with('(')
        };
        if !is_acronym(word) || is_known(at) || is_explained() || own.contains(word) || !told.insert(word) {
            continue;
        }
        let message = format!("the definition uses `{word}`, which the glossary does not explain");
        let hint = format!("spell it out, add an entry for it, or write `[[!{word}]]` if it is a name that needs none");
        let diagnostic = Diagnostic::new(Code::AcronymUndefined, message).at(&edition.document.path, short.span);
        diagnostics.push(diagnostic.hint(hint));
    }
    diagnostics
}

/// Runs of letters and digits, and where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = text.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '-' | '.' | '&' | '/')));
    parts.map(move |word| {
        let trimmed = word.trim_matches(['-', '.', '&', '/']);
        (trimmed.as_ptr() as usize - text.as_ptr() as usize, trimmed)
    })
}

/// Two to five capitals and nothing else; no Roman numeral.
fn is_acronym(word: &str) -> bool {
    let count = word.chars().count();
    (2..=5).contains(&count) && word.chars().all(char::is_uppercase) && !word.chars().all(|c| "IVXLCDM".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_acronym_is() {
        for word in ["GPU", "AI", "NPU", "TPHCM", "ĐH"] {
            assert!(is_acronym(word), "{word}");
        }
        for word in ["A", "XIV", "Gpu", "GPT-4", "LLMs", "H100", "CHƯƠNG TRÌNH", "QUỐCGIA", ""] {
            assert!(!is_acronym(word), "{word}");
        }
    }

    #[test]
    fn a_circle_is_found_once_and_is_the_shortest() {
        let needs = |text: &'static str| -> BTreeMap<&str, BTreeSet<String>> {
            let pair = |pair: &'static str| {
                let (id, ids) = pair.split_once(':').expect("an id and ids");
                (id, ids.chars().map(String::from).collect())
            };
            text.split(' ').map(pair).collect()
        };
        let graph = needs("a:bc b:d c:a d:a e:e f:a");
        let found = |from| circle(&graph, from).map(|ids| ids.concat());
        assert_eq!(found("a").as_deref(), Some("ac"));
        assert_eq!(found("c"), None, "found from `a`");
        assert_eq!(found("e").as_deref(), Some("e"));
        assert_eq!(found("f"), None);
    }
}
