//! What was agreed on, found again in the texts of a file's data.
//!
//! Enters: texts of today in two languages, agreed texts. Leaves: for each text the entry it was. Never here: pairing; the
//! two languages of a text stand together in the file.

use super::{DataText, Step};
use crate::base::{Digest, Lang};
use crate::translation::entry::Entry;
use crate::translation::trace::likeness;

/// For each text the entry that tells what was last agreed on of it.
///
/// An entry of which both texts stand comes first; it may serve several texts that say the same. Then one of which one
/// text stands; then, where a list leaves no other way, the one that is most like it.
pub(super) fn trace(texts: &[&DataText], langs: [&Lang; 2], entries: &[Entry]) -> Vec<Option<usize>> {
    let hashes: Vec<[Option<Digest>; 2]> =
        texts.iter().map(|text| langs.map(|lang| text.sides.get(lang).map(|side| side.said.hash))).collect();
    let fits = |text: usize, entry: usize| {
        let same = |side: usize| hashes[text][side] == Some(entries[entry].sides[side].hash);
        [0, 1].into_iter().filter(|side| same(*side)).count()
    };
    let mut found: Vec<Option<usize>> = vec![None; texts.len()];
    let mut used = vec![false; entries.len()];
    for (wanted, reuse) in [(2, true), (1, false), (1, true)] {
        for text in 0..texts.len() {
            let may = |entry: &usize| {
                entries[*entry].kind == texts[text].shape && (reuse || !used[*entry]) && fits(text, *entry) >= wanted
            };
            if found[text].is_none()
                && let Some(entry) = (0..entries.len()).find(may)
            {
                found[text] = Some(entry);
                used[entry] = true;
            }
        }
    }
    for text in 0..texts.len() {
        let likest = |entry: &usize| {
            let said = |side: usize| texts[text].sides.get(langs[side]).map_or("", |side| side.said.text.as_str());
            [0, 1].into_iter().map(|side| likeness(said(side), &entries[*entry].sides[side].text)).max().unwrap_or(0)
        };
        let is_listed = texts[text].steps.iter().any(|step| matches!(step, Step::Item(_)));
        let free = (0..entries.len()).filter(|entry| !used[*entry] && entries[*entry].kind == texts[text].shape);
        let free = free.filter(|entry| !is_listed || likest(entry) >= HALF);
        if found[text].is_none()
            && let Some(entry) = free.max_by_key(|entry| (likest(entry), std::cmp::Reverse(*entry)))
        {
            found[text] = Some(entry);
            used[entry] = true;
        }
    }
    found
}

/// How alike two texts have to be in a list, in thousandths of all their words.
const HALF: u64 = 500;

#[cfg(test)]
mod tests {
    use super::super::{DataSource, data_pairs, data_texts};
    use super::*;
    use crate::base::SourcePath;
    use crate::translation::entry::State;

    fn langs() -> [Lang; 2] {
        ["vi", "en"].map(|tag| Lang::new(tag).expect("a tag"))
    }

    fn texts(yaml: &str) -> Vec<DataText> {
        let source = DataSource { path: SourcePath::new("content/a.yaml"), text: yaml.into(), yaml: 0..yaml.len() };
        data_texts(&source, &langs())
    }

    /// How the texts of `now` stand, where all of `then` was agreed on.
    fn states(then: &str, now: &str) -> String {
        let [vi, en] = langs();
        let old = texts(then);
        let agreed: Vec<Entry> = data_pairs(&old, [&vi, &en], &[]).iter().filter_map(|pair| pair.agreed()).collect();
        let now = texts(now);
        let word = |state: State| match state {
            State::Behind(side) => format!("behind {}", ["vi", "en"][side.index()]),
            State::Missing(side) => format!("missing {}", ["vi", "en"][side.index()]),
            other => other.name().to_owned(),
        };
        let pairs = data_pairs(&now, [&vi, &en], &agreed);
        pairs.iter().map(|pair| format!("{} {}", pair.text.id, word(pair.state))).collect::<Vec<_>>().join(", ")
    }

    fn list(items: &[(&str, &str)]) -> String {
        let item = |(vi, en): &(&str, &str)| format!("  - title: {{vi: {vi}, en: {en}}}\n");
        format!("timeline:\n{}", items.iter().map(item).collect::<String>())
    }

    #[test]
    fn a_text_by_name_is_found_whatever_became_of_it() {
        let then = "a: {label: {vi: một hai, en: one two}}\n";
        assert_eq!(states(then, then), "a.label agreed");
        assert_eq!(
            states(then, "b: {x: {vi: m, en: o}}\na:\n  label:\n    en: one two\n    vi: một hai\n"),
            "b.x new, a.label agreed"
        );
        assert_eq!(states(then, "a: {label: {vi: khác hẳn, en: one two}}\n"), "a.label behind en");
        assert_eq!(states(then, "a: {label: {vi: khác, en: other}}\n"), "a.label conflict");
        assert_eq!(states(then, "a: {label: {vi: một hai}}\n"), "a.label behind vi");
        assert_eq!(states("a: {label: {vi: một}}\n", "a: {label: {vi: một}}\n"), "a.label missing en");
    }

    #[test]
    fn items_of_a_list_may_move() {
        let then = list(&[("một", "one"), ("hai", "two"), ("ba bốn năm", "three four five")]);
        let now = list(&[("mới", "new"), ("hai", "two"), ("một", "one"), ("ba bốn sáu", "three four five")]);
        assert_eq!(
            states(&then, &now),
            "timeline.1.title new, timeline.2.title agreed, timeline.3.title agreed, timeline.4.title behind en"
        );
        let both = list(&[("một", "one"), ("ba bốn sáu", "three four six")]);
        assert_eq!(states(&then, &both), "timeline.1.title agreed, timeline.2.title conflict");
    }

    #[test]
    fn one_entry_serves_texts_that_say_the_same() {
        let then = list(&[("không", "none"), ("không", "none"), ("có", "some")]);
        assert_eq!(
            states(&then, &list(&[("có", "some"), ("không", "none")])),
            "timeline.1.title agreed, timeline.2.title agreed"
        );
        assert_eq!(
            states(&then, &list(&[("không", "none"), ("chẳng", "none")])),
            "timeline.1.title agreed, timeline.2.title behind en"
        );
    }
}
