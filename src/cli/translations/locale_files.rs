//! How the site's `.ftl` files stand, for `songngu translations status`.
//!
//! Enters: the messages of all languages, diagnostics about them. Leaves: counts for each file. Never here: printing.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Lang, SourcePath};
use crate::cli::site_run::SiteRun;
use crate::diag::{Code, Place};
use crate::resolve::Site;
use crate::translation::agreement::Subject;
use crate::translation::{MessageSide, State, message_pairs, messages};

/// A file of strings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LocaleStatus {
    pub(super) path: SourcePath,
    pub(super) lang: Lang,
    /// How many messages it has.
    pub(super) messages: usize,
    /// Messages that agree with all languages.
    pub(super) agreed: usize,
    /// Messages whose twin has moved.
    pub(super) behind: usize,
    /// Messages that have moved together with their twin.
    pub(super) conflict: usize,
    /// Messages that another language has in the file of this name, and this one lacks.
    pub(super) missing: usize,
    /// Messages that nothing asks for.
    pub(super) unused: usize,
    /// Messages that nobody has said anything of.
    pub(super) new: usize,
}

impl LocaleStatus {
    /// Whether a person has nothing to do on it.
    pub(super) fn is_done(&self) -> bool {
        self.behind + self.conflict + self.missing + self.unused + self.new == 0
    }
}

/// The site's own files of strings, what needs work first; files of the built-in theme are not among them.
pub(super) fn locale_files(run: &SiteRun, site: &Site) -> Vec<LocaleStatus> {
    let Some(prepared) = &run.prepared else { return Vec::new() };
    let text_of = |path: &SourcePath| run.snapshot.text(path).cloned();
    let languages = site.languages();
    let all: BTreeMap<&Lang, BTreeMap<String, MessageSide>> =
        languages.iter().map(|lang| (lang, messages(prepared.lexicon(), &text_of, lang))).collect();
    let mut files: BTreeMap<SourcePath, LocaleStatus> = BTreeMap::new();
    let mut worst: BTreeMap<(&Lang, String), u8> = BTreeMap::new();
    for (at, a) in languages.iter().enumerate() {
        for b in &languages[at + 1..] {
            let entries = site.agreements.entries(Subject::Messages, a, b);
            for pair in message_pairs(&all[a], &all[b], &entries) {
                for (side, lang) in [a, b].into_iter().enumerate() {
                    let rank = match pair.state {
                        State::Conflict => 3,
                        State::Behind(behind) if behind.index() == side => 2,
                        State::New => 1,
                        _ => 0,
                    };
                    let seen = worst.entry((lang, pair.id.clone())).or_insert(0);
                    *seen = rank.max(*seen);
                }
            }
        }
    }
    for (lang, messages) in &all {
        for (id, side) in messages {
            let file = entry(&mut files, &side.path, lang);
            file.messages += 1;
            match worst.get(&(*lang, id.clone())) {
                Some(3) => file.conflict += 1,
                Some(2) => file.behind += 1,
                Some(1) => file.new += 1,
                Some(_) => file.agreed += 1,
                None => {}
            }
        }
    }
    for diagnostic in &run.diagnostics {
        let Some(location) = &diagnostic.location else { continue };
        if diagnostic.code == Code::MessageUnused
            && let Some(file) = files.get_mut(&location.path)
        {
            file.unused += 1;
        }
        if diagnostic.code == Code::MessageMissing
            && let Place::Span(name) = location.place
        {
            missing(&all, &location.path, name, &mut files);
        }
    }
    let mut files: Vec<LocaleStatus> = files.into_values().collect();
    files.sort_by_key(|file| {
        let LocaleStatus { behind, conflict, missing, unused, new, .. } = file;
        (usize::MAX - (behind + conflict + missing), usize::MAX - new - unused, file.path.clone())
    });
    files
}

fn entry<'a>(
    files: &'a mut BTreeMap<SourcePath, LocaleStatus>,
    path: &SourcePath,
    lang: &Lang,
) -> &'a mut LocaleStatus {
    files.entry(path.clone()).or_insert_with(|| LocaleStatus {
        path: path.clone(),
        lang: lang.clone(),
        messages: 0,
        agreed: 0,
        behind: 0,
        conflict: 0,
        missing: 0,
        unused: 0,
        new: 0,
    })
}

/// Counts a message that was reported as missing, at its place in a language that has it, for the languages without.
fn missing(
    all: &BTreeMap<&Lang, BTreeMap<String, MessageSide>>,
    path: &SourcePath,
    name: crate::base::Span,
    files: &mut BTreeMap<SourcePath, LocaleStatus>,
) {
    let is_it = |(_, side): &(&String, &MessageSide)| side.path == *path && side.name == name;
    let Some((id, _)) = all.values().find_map(|messages| messages.iter().find(is_it)) else { return };
    let without: BTreeSet<&Lang> =
        all.iter().filter(|(_, messages)| !messages.contains_key(id)).map(|(lang, _)| *lang).collect();
    for lang in without {
        let own = SourcePath::new(format!("locales/{lang}/{}", path.file_name()));
        entry(files, &own, lang).missing += 1;
    }
}
