//! Texts of data, for `songngu translations agree`.
//!
//! Enters: a file of data, which of its texts are meant. Leaves: entries for its files of agreements, and what was left.

use super::agree::{Choice, Record};
use crate::base::Lang;
use crate::check::pairs;
use crate::resolve::{DataFile, Site};
use crate::translation::agreement::{self, AgreementId, Subject};
use crate::translation::{DataPair, Entry, KeepLost, State, merged};

impl Record<'_> {
    /// Records texts of a file of data.
    pub(super) fn data(&mut self, site: &Site, file: &DataFile, choice: &Choice<'_>) {
        let texts = file.texts();
        for [a, b] in file.lang_pairs() {
            let id = AgreementId::new(Subject::Data(file.source.path.clone()), a, b);
            let turned = id.langs[0] != *a;
            let before = self.recorded;
            let mut rows = Vec::new();
            let mut is_whole = true;
            for pair in file.pairs(site, &texts, [a, b]) {
                let new =
                    self.text(file, &pair, [a, b], choice).filter(|_| !self.is_text_refused(site, file, &pair, [a, b]));
                let kept = new.or_else(|| pair.entry.clone());
                is_whole &= kept.is_some();
                rows.push((kept.map(|entry| if turned { entry.turned() } else { entry }), pair.at));
            }
            if self.recorded == before {
                continue;
            }
            if site.agreements.get(&id).is_some_and(|old| old.damaged) {
                self.damaged.push(id.path());
                continue;
            }
            let old = site.agreements.entries(id.subject.clone(), &id.langs[0], &id.langs[1]);
            let keep_lost = if is_whole { KeepLost::No } else { KeepLost::Yes };
            let entries = merged(rows, &old, keep_lost);
            self.files.push((id.path(), agreement::write(&entries).into_bytes()));
        }
    }

    /// What a text agrees on from now on, if that is new.
    fn text(&mut self, file: &DataFile, pair: &DataPair<'_>, langs: [&Lang; 2], choice: &Choice<'_>) -> Option<Entry> {
        let is_meant = match choice {
            Choice::Part(Some(part)) => {
                let rest = pair.text.id.strip_prefix(part);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            }
            Choice::Done(_) => choice.is_done(&file.source.path, langs, |one| one.id == pair.text.id),
            Choice::Part(None) | Choice::Clean => true,
        };
        if !is_meant {
            return None;
        }
        self.seen += 1;
        let is_clean = !matches!(choice, Choice::Clean) || pair.state == State::New;
        match pair.agreed() {
            _ if pair.state == State::Agreed => None,
            Some(entry) if is_clean => {
                self.recorded += 1;
                Some(entry)
            }
            _ => {
                let why = match pair.state {
                    State::Missing(_) => "missing in one of the languages",
                    other => other.name(),
                };
                self.left.push(format!("{}#{}: {why}", file.name(), pair.text.id));
                None
            }
        }
    }

    /// Whether a check reports an error of a text that was about to be recorded.
    fn is_text_refused(&mut self, site: &Site, file: &DataFile, pair: &DataPair<'_>, langs: [&Lang; 2]) -> bool {
        let found = self.services.as_ref().map(|services| pairs::text_errors(services, site, file, pair, langs));
        let errors = found.unwrap_or_default();
        if errors.is_empty() {
            return false;
        }
        self.recorded -= 1;
        self.refused.extend(errors);
        true
    }
}
