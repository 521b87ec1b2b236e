//! Messages, for `songngu translations agree`.
//!
//! Enters: the messages of all languages, which of them are meant. Leaves: entries for the files of agreements, and what was
//! left.

use std::collections::{BTreeMap, BTreeSet};

use super::agree::Record;
use crate::base::Lang;
use crate::locale::Lexicon;
use crate::resolve::Site;
use crate::translation::agreement::{self, AgreementId, Subject};
use crate::translation::exchange::merge::Done;
use crate::translation::{self, Entry, MessagePair, MessageSide, State, TextOf, message_pairs};

/// Which messages are to be recorded.
pub(super) enum Messages<'a> {
    /// Those of these names; `all` is every one.
    Named(&'a [String]),
    /// Those that nobody has said anything of.
    Clean,
    /// Those that translators have looked at.
    Done(&'a [Done]),
}

impl Messages<'_> {
    fn are(&self, pair: &MessagePair, langs: [&Lang; 2]) -> bool {
        match self {
            Messages::Named(names) => names.iter().any(|name| *name == pair.id || name == "all"),
            Messages::Clean => pair.state == State::New,
            Messages::Done(done) => done.iter().any(|one| {
                let name = one.id.split('.').next().unwrap_or_default();
                one.source.as_str().ends_with(".ftl")
                    && name == pair.id
                    && langs.iter().all(|lang| one.langs.contains(lang))
            }),
        }
    }
}

impl Record<'_> {
    /// Records messages. Returns a name that was given and that no message has.
    pub(super) fn messages(
        &mut self,
        site: &Site,
        lexicon: &Lexicon,
        text_of: TextOf<'_>,
        which: &Messages<'_>,
    ) -> Option<String> {
        let languages = site.languages();
        let all: Vec<BTreeMap<String, MessageSide>> =
            languages.iter().map(|lang| translation::messages(lexicon, text_of, lang)).collect();
        let mut seen = BTreeSet::from(["all".to_owned()]);
        for (at, a) in languages.iter().enumerate() {
            for (other, b) in languages.iter().enumerate().skip(at + 1) {
                let pairs = message_pairs(&all[at], &all[other], &site.agreements.entries(Subject::Messages, a, b));
                seen.extend(pairs.iter().map(|pair| pair.id.clone()));
                self.message_pairs(site, pairs, [a, b], which);
            }
        }
        let Messages::Named(names) = which else { return None };
        names.iter().find(|name| !seen.contains(*name)).cloned()
    }

    fn message_pairs(&mut self, site: &Site, pairs: Vec<MessagePair>, langs: [&Lang; 2], which: &Messages<'_>) {
        let id = AgreementId::new(Subject::Messages, langs[0], langs[1]);
        let before = self.recorded;
        let mut entries = Vec::new();
        for pair in pairs {
            if pair.state != State::Agreed && which.are(&pair, langs) {
                self.recorded += 1;
                entries.push(pair.agreed());
            } else {
                let is_left = matches!(which, Messages::Clean) && pair.state != State::Agreed;
                self.left.extend(is_left.then(|| format!("message `{}`: {}", pair.id, pair.state.name())));
                entries.extend(pair.entry);
            }
        }
        if self.recorded == before {
            return;
        }
        if site.agreements.get(&id).is_some_and(|old| old.damaged) {
            return self.damaged.push(id.path());
        }
        let turned = id.langs[0] != *langs[0];
        let entries: Vec<Entry> =
            entries.into_iter().map(|entry| if turned { entry.turned() } else { entry }).collect();
        self.files.push((id.path(), agreement::write(&entries).into_bytes()));
    }
}
