//! What rules over the whole site count, page by page.
//!
//! Enters: a page. Leaves: its [`Tally`], and the [`Totals`] of many, from which a page's share can be taken out again when
//! its text changes. Never here: what a count means.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{sources, terms};
use crate::base::Lang;
use crate::resolve::{Page, Site};

/// What one page adds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// The sources that it cites.
    cited: BTreeSet<String>,
    /// The terms that it mentions, but not the one whose own page it is.
    mentioned: BTreeSet<Arc<str>>,
    /// Of its text in each language.
    texts: Vec<(Lang, TextTally)>,
}

/// What one text adds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct TextTally {
    /// Its paragraphs, lines of lists and the like.
    pub(super) blocks: usize,
    /// How often each word alone stands for a term: by the term's id and [`crate::glossary::form_key`], in small letters.
    pub(super) words: Vec<((Arc<str>, String), usize)>,
}

/// The sums over all pages of a site. What is counted zero times is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    cited: BTreeMap<String, usize>,
    mentioned: BTreeMap<Arc<str>, usize>,
    blocks: BTreeMap<Lang, usize>,
    words: BTreeMap<Lang, BTreeMap<(Arc<str>, String), usize>>,
}

impl Tally {
    /// Counts in a page.
    pub(super) fn of(site: &Site, page: &Page) -> Tally {
        let cited = sources::cited(page).into_iter().map(str::to_owned).collect();
        if site.termbase.terms.is_empty() {
            return Tally { cited, ..Tally::default() };
        }
        let texts = page.editions.iter().map(|(lang, edition)| (lang.clone(), terms::tally(edition))).collect();
        Tally { cited, mentioned: terms::mentioned(site, page), texts }
    }
}

impl Totals {
    /// The sums over some pages.
    pub fn of<'a>(tallies: impl IntoIterator<Item = &'a Tally>) -> Totals {
        let mut totals = Totals::default();
        tallies.into_iter().for_each(|tally| totals.add(tally));
        totals
    }

    /// Adds what a page counts.
    pub fn add(&mut self, tally: &Tally) {
        self.each(tally, |sum, count| *sum += count);
    }

    /// Takes out what a page has added.
    ///
    /// # Panics
    /// If it has not been added.
    pub fn take_out(&mut self, tally: &Tally) {
        let less = |sum: &mut usize, count: usize| {
            *sum = sum.checked_sub(count).expect("what is taken out of the sums has been added");
        };
        self.each(tally, less);
        self.cited.retain(|_, sum| *sum > 0);
        self.mentioned.retain(|_, sum| *sum > 0);
        self.blocks.retain(|_, sum| *sum > 0);
        self.words.values_mut().for_each(|words| words.retain(|_, sum| *sum > 0));
        self.words.retain(|_, words| !words.is_empty());
    }

    fn each(&mut self, tally: &Tally, change: impl Fn(&mut usize, usize)) {
        let Tally { cited, mentioned, texts } = tally;
        cited.iter().for_each(|id| change(sum(&mut self.cited, id), 1));
        mentioned.iter().for_each(|id| change(sum(&mut self.mentioned, id), 1));
        for (lang, TextTally { blocks, words }) in texts {
            change(sum(&mut self.blocks, lang), *blocks);
            let of_lang = match self.words.get_mut(lang) {
                Some(of_lang) => of_lang,
                None => self.words.entry(lang.clone()).or_default(),
            };
            words.iter().for_each(|(word, count)| change(sum(of_lang, word), *count));
        }
    }

    /// Whether a page cites a source.
    pub(super) fn is_cited(&self, id: &str) -> bool {
        self.cited.contains_key(id)
    }

    /// Whether a page other than its own mentions a term.
    pub(super) fn is_mentioned(&self, id: &str) -> bool {
        self.mentioned.contains_key(id)
    }

    /// How many paragraphs, lines of lists and the like all texts of a language have.
    pub(super) fn blocks(&self, lang: &Lang) -> usize {
        self.blocks.get(lang).copied().unwrap_or(0)
    }

    /// How often each word alone stands for a term in the texts of a language, by term and form.
    pub(super) fn words(&self, lang: &Lang) -> impl Iterator<Item = (&str, &str, usize)> {
        let words = self.words.get(lang).into_iter().flatten();
        words.map(|((term, form), count)| (&**term, form.as_str(), *count))
    }
}

/// The sum of a key; most keys are there already, and are then not copied.
fn sum<'a, K: Ord + Clone>(sums: &'a mut BTreeMap<K, usize>, key: &K) -> &'a mut usize {
    if !sums.contains_key(key) {
        sums.insert(key.clone(), 0);
    }
    sums.get_mut(key).expect("it was put in if it was not there")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(cited: &[&str], mentioned: &[&str], blocks: usize, words: &[(&str, &str, usize)]) -> Tally {
        let words = words.iter().map(|(term, form, count)| ((Arc::from(*term), (*form).to_owned()), *count)).collect();
        Tally {
            cited: cited.iter().map(|id| (*id).to_owned()).collect(),
            mentioned: mentioned.iter().map(|id| Arc::from(*id)).collect(),
            texts: vec![(Lang::new("vi").expect("a tag"), TextTally { blocks, words })],
        }
    }

    #[test]
    fn what_is_taken_out_was_never_there() {
        let (a, b) = (
            tally(&["x", "y"], &["llm"], 3, &[("llm", "máy", 2)]),
            tally(&["y"], &["ai"], 2, &[("llm", "máy", 1), ("ai", "trí", 1)]),
        );
        let mut totals = Totals::of([&a, &b]);
        assert_eq!(
            totals.words(&Lang::new("vi").expect("a tag")).collect::<Vec<_>>(),
            [("ai", "trí", 1), ("llm", "máy", 3)]
        );
        totals.take_out(&b);
        assert_eq!(totals, Totals::of([&a]));
        assert!(totals.is_cited("y") && !totals.is_mentioned("ai"));
        totals.take_out(&a);
        assert_eq!(totals, Totals::default());
    }
}
