//! All that the languages of a site have agreed on.
//!
//! Enters: the files below `locales/agreed/`. Leaves: entries by page and pair of languages. Never here:
//! whether the page still exists, files.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::agreement::{self, Agreement, AgreementId, FOLDER, Subject};
use super::entry::Entry;
use crate::base::{Lang, PagePath, SourcePath};
use crate::diag::{Code, Diagnostic};

/// The agreements of a site.
#[derive(Debug, Clone, Default)]
pub struct Agreements {
    files: BTreeMap<AgreementId, Arc<Agreement>>,
    /// The pages that have a file.
    pages: BTreeSet<PagePath>,
    /// The files of data that have one.
    data: BTreeSet<SourcePath>,
}

/// A file of agreements. Cheap to clone.
#[derive(Debug, Clone)]
pub struct AgreementFile {
    /// What it is about.
    pub id: AgreementId,
    /// What it says.
    pub agreement: Arc<Agreement>,
}

impl AgreementFile {
    /// Reads a file, and tells what is wrong in it; nothing of either if it is not one of those below `locales/agreed/`.
    pub fn read(path: &SourcePath, text: &str) -> (Option<AgreementFile>, Vec<Diagnostic>) {
        if path.below(FOLDER).is_none_or(|inside| !inside.ends_with(".tsv")) {
            return (None, Vec::new());
        }
        let Some(id) = AgreementId::of_path(path) else {
            let hint =
                "such a file is called after its page and the tags of two languages: `content/compute.en.vi.tsv`";
            let diagnostic = Diagnostic::new(Code::AgreementStray, "the file's name is not that of an agreement");
            return (None, vec![diagnostic.in_file(path).hint(hint)]);
        };
        let (agreement, problems) = agreement::read(path, text);
        (Some(AgreementFile { id, agreement: Arc::new(agreement) }), problems)
    }
}

impl Agreements {
    /// Puts the files together.
    pub fn new<'a>(files: impl IntoIterator<Item = &'a AgreementFile>) -> Agreements {
        let mut agreements = Agreements::default();
        for AgreementFile { id, agreement } in files {
            match &id.subject {
                Subject::Page(page) => _ = agreements.pages.insert(page.clone()),
                Subject::Data(path) => _ = agreements.data.insert(path.clone()),
                Subject::Messages => {}
            }
            agreements.files.insert(id.clone(), agreement.clone());
        }
        agreements
    }

    /// What a file says; `None` if there is none.
    pub fn get(&self, id: &AgreementId) -> Option<&Agreement> {
        self.files.get(id).map(|agreement| &**agreement)
    }

    /// Whether two editions of a page have agreed on anything.
    pub fn has_page(&self, page: &PagePath) -> bool {
        self.pages.contains(page)
    }

    /// Whether two languages have agreed on any text of a file of data.
    pub fn has_data(&self, path: &SourcePath) -> bool {
        self.data.contains(path)
    }

    /// All files, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &AgreementId> {
        self.files.keys()
    }

    /// What two languages have agreed on, the sides in the order in which they are asked for.
    pub fn entries(&self, subject: Subject, a: &Lang, b: &Lang) -> Vec<Entry> {
        let id = AgreementId::new(subject, a, b);
        let entries = self.files.get(&id).map_or(&[][..], |agreement| &agreement.entries);
        if id.langs[0] == *a { entries.to_vec() } else { entries.iter().map(Entry::turned).collect() }
    }
}

/// The entries to write of two editions, in the order of the first language's text: `new` and old ones by the place of
/// each, with the old ones that stand nowhere any more after the one that they stood after.
///
/// `rows` are in the order of the text: what is to be written of each, and which old entry it was.
pub fn merged(rows: Vec<(Option<Entry>, Option<usize>)>, old: &[Entry], keep_lost: KeepLost) -> Vec<Entry> {
    let present: BTreeSet<usize> = rows.iter().filter_map(|(_, old)| *old).collect();
    let mut lost: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    if keep_lost == KeepLost::Yes {
        let mut before = None;
        for at in 0..old.len() {
            if present.contains(&at) {
                before = Some(at);
            } else {
                lost.entry(before).or_default().push(at);
            }
        }
    }
    let mut entries: Vec<Entry> = Vec::new();
    let lost_after = |at: Option<usize>| lost.get(&at).into_iter().flatten().map(|at| old[*at].clone());
    entries.extend(lost_after(None));
    for (entry, was) in rows {
        entries.extend(entry);
        if was.is_some() {
            entries.extend(lost_after(was));
        }
    }
    let mut seen = BTreeSet::new();
    entries.retain(|entry| seen.insert(entry.clone()));
    entries
}

/// What becomes of entries of which neither text stands any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeepLost {
    /// They stay: somebody may still want to see what was said.
    Yes,
    /// They go: everything on the page agrees.
    No,
}
