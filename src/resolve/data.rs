//! The files whose data says something in every language, and which of their texts wait.
//!
//! Enters: YAML files, documents, pages, what was agreed on. Leaves: the files, each with the languages that its texts are
//! for, and the texts that a person has to look at. Costs nothing where nothing was ever agreed on. Never here: what to say
//! of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::site::Site;
use crate::base::{Lang, PagePath, SourcePath, Span};
use crate::parse::front::SharedFront;
use crate::parse::{self, Document, Role};
use crate::translation::agreement::Subject;
use crate::translation::data::Step;
use crate::translation::{DataPair, DataSource, DataText, State, data_pairs, data_texts};

/// The data of a site that is translated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Data {
    /// The files, sorted.
    pub files: BTreeMap<SourcePath, DataFile>,
    /// The texts that wait for a person, in the order of files.
    pub waiting: Vec<WaitingText>,
}

/// A file that may hold texts in several languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFile {
    /// The file.
    pub source: DataSource,
    /// The page that it belongs to; `None` if it is the site's.
    pub page: Option<PagePath>,
    /// The languages that its texts are for, in the site's order.
    pub langs: Vec<Lang>,
}

/// A text of data of which one language has moved since both last agreed, or both have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingText {
    /// The file.
    pub path: SourcePath,
    /// The page that the file belongs to; `None` if it is the site's.
    pub page: Option<PagePath>,
    /// The address of the text within the file.
    pub id: String,
    /// What shows it: a component and the id that it is called with, or the id of a figure; `None` if that is not known.
    pub shown_by: Option<(&'static str, String)>,
    /// The two languages, in the site's order.
    pub langs: [Lang; 2],
    /// How they stand: behind, or both moved.
    pub state: State,
    /// Where the text stands in each.
    pub spans: [Span; 2],
}

impl WaitingText {
    /// The language that has moved while `lang` has not; `None` if `lang` is not behind.
    pub fn moved_before(&self, lang: &Lang) -> Option<&Lang> {
        match self.state {
            State::Behind(side) if self.langs[side.index()] == *lang => Some(&self.langs[side.other().index()]),
            _ => None,
        }
    }
}

impl DataFile {
    /// The texts of the file, in its order.
    pub fn texts(&self) -> Vec<DataText> {
        data_texts(&self.source, &self.langs)
    }

    /// Every two of its languages, in the site's order.
    pub fn lang_pairs(&self) -> Vec<[&Lang; 2]> {
        let langs = &self.langs;
        let with_later = |(at, a)| langs[at + 1..].iter().map(move |b| [a, b]);
        langs.iter().enumerate().flat_map(with_later).collect()
    }

    /// The texts in two languages, beside what they last agreed on.
    pub fn pairs<'a>(&self, site: &Site, texts: &'a [DataText], langs: [&Lang; 2]) -> Vec<DataPair<'a>> {
        let entries = site.agreements.entries(Subject::Data(self.source.path.clone()), langs[0], langs[1]);
        data_pairs(texts, langs, &entries)
    }

    /// What the file is called on the command line: its path.
    pub fn name(&self) -> &str {
        self.source.path.as_str()
    }
}

/// Finds the files of data, and the texts that wait. `yaml` are `site.yaml` and the files below `content/`; `documents`
/// may hold shared data in their front matter.
pub(super) fn find(site: &mut Site, yaml: BTreeMap<SourcePath, Arc<str>>, documents: &[Arc<Document>]) {
    let whole = yaml.into_iter().map(|(path, text)| {
        let page = match parse::role(&path) {
            Role::Shared { page } => Some(page),
            _ => None,
        };
        let yaml = 0..text.len();
        (DataSource { path, text, yaml }, page)
    });
    let fronts = documents.iter().filter(|document| has_texts(&document.shared)).filter_map(|document| {
        let (path, text) = (document.path.clone(), document.body.source.clone());
        let yaml = document.front_yaml()?;
        Some((DataSource { path, text, yaml }, Some(document.page.clone())))
    });
    let mut files = BTreeMap::new();
    for (source, page) in whole.chain(fronts) {
        let langs = match &page {
            None => site.languages().to_vec(),
            Some(page) => {
                // The data of a page that is held back waits with it.
                let Some(page) = site.pages.get(page) else { continue };
                site.languages().iter().filter(|lang| page.routes.contains_key(*lang)).cloned().collect()
            }
        };
        files.insert(source.path.clone(), DataFile { source, page, langs });
    }
    let agreed: Vec<&DataFile> = files.values().filter(|file| site.agreements.has_data(&file.source.path)).collect();
    let waiting = agreed.par_iter().flat_map_iter(|file| waiting(site, file)).collect();
    site.data = Arc::new(Data { files, waiting });
}

/// Whether front matter may hold texts in several languages.
fn has_texts(shared: &SharedFront) -> bool {
    let SharedFront { figures, timeline, charts, tables, revisions, extra, .. } = shared;
    figures.is_some()
        || timeline.is_some()
        || charts.is_some()
        || tables.is_some()
        || revisions.is_some()
        || extra.is_some()
}

fn waiting(site: &Site, file: &DataFile) -> Vec<WaitingText> {
    let texts = file.texts();
    let mut found = Vec::new();
    for langs in file.lang_pairs() {
        for pair in file.pairs(site, &texts, langs) {
            let ([Some(a), Some(b)], State::Behind(_) | State::Conflict) = (pair.sides, pair.state) else { continue };
            found.push(WaitingText {
                path: file.source.path.clone(),
                page: file.page.clone(),
                id: pair.text.id.clone(),
                shown_by: shown_by(file, pair.text),
                langs: langs.map(Lang::clone),
                state: pair.state,
                spans: [a.span, b.span],
            });
        }
    }
    found
}

fn shown_by(file: &DataFile, text: &DataText) -> Option<(&'static str, String)> {
    if parse::role(&file.source.path) == Role::DrawingText {
        let name = file.source.path.file_name();
        return Some(("drawing", name.strip_suffix(".yaml").unwrap_or(name).to_owned()));
    }
    let key = |at: usize| match text.steps.get(at) {
        Some(Step::Key(key)) => key.as_str(),
        _ => "",
    };
    let component = match key(0) {
        "timeline" => return Some(("timeline", String::new())),
        "figures" => "key_figures",
        "charts" => "chart",
        "tables" => "table",
        _ => return None,
    };
    Some((component, key(1).to_owned()))
}
