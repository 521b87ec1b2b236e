//! What the rules ask of languages and of the glossary, made once a run.
//!
//! Enters: the site. Leaves: conventions and matchers by language. Never here: rules.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Lang;
use crate::glossary::Matcher;
use crate::parse::front::LinkPolicy;
use crate::resolve::Site;
use crate::text::Conventions;

/// What the rules ask of languages and of the glossary, made once a run.
pub struct Services<'a> {
    /// The site that they are of.
    pub(super) site: &'a Site,
    conventions: BTreeMap<Lang, Conventions>,
    matchers: BTreeMap<Lang, Matcher>,
    /// By term, each of its forms in every language, in small letters.
    forms: BTreeMap<String, BTreeSet<String>>,
}

impl<'a> Services<'a> {
    /// Those of a site.
    pub fn new(site: &'a Site) -> Services<'a> {
        let languages = site.languages();
        let forms = site.termbase.terms.iter().filter(|(_, term)| term.link != LinkPolicy::Never).map(|(id, term)| {
            let editions = term.editions.values();
            let own = editions.flat_map(|edition| {
                std::iter::once(&edition.term)
                    .chain(&edition.forms)
                    .chain(&edition.avoid)
                    .map(|form| form.to_lowercase())
            });
            (id.clone(), own.chain(term.acronym.iter().map(|acronym| acronym.to_lowercase())).collect())
        });
        Services {
            site,
            conventions: languages.iter().map(|lang| (lang.clone(), Conventions::new(lang))).collect(),
            matchers: languages.iter().map(|lang| (lang.clone(), Matcher::new(&site.termbase, lang))).collect(),
            forms: forms.collect(),
        }
    }

    /// How a language writes numbers; `None` if it is not one of the site's.
    pub(super) fn conventions(&self, lang: &Lang) -> Option<&Conventions> {
        self.conventions.get(lang)
    }

    pub(super) fn matcher(&self, lang: &Lang) -> Option<&Matcher> {
        self.matchers.get(lang)
    }

    /// All forms of a term, in small letters; `None` if it is not to be looked for.
    pub(super) fn forms(&self, term: &str) -> Option<&BTreeSet<String>> {
        self.forms.get(term)
    }
}
