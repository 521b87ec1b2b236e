//! What is doubtful between twins: the checks that a plain build leaves out.
//!
//! Enters: a prepared site, its snapshot, and which pages are meant. Leaves: diagnostics with the site's own levels, sorted.
//! Never here: rules (those are `check`'s), a change of a file.

use super::Prepared;
use crate::base::{Lang, LineColumn, PagePath, Snapshot, SourcePath};
use crate::check::pairs::{self, Services};
use crate::diag::{self, Diagnostic};
use crate::locale::{self, LocaleFile, MessageText};
use crate::resolve::Site;

impl Prepared {
    /// What is doubtful between the editions of pages and between messages, and in each by itself.
    ///
    /// `decomposed` are the files whose letters and marks stand apart. With `only`, what these pages say and nothing
    /// else.
    pub fn pair_diagnostics(
        &self,
        snapshot: &Snapshot,
        decomposed: Vec<(SourcePath, LineColumn)>,
        only: Option<&[PagePath]>,
    ) -> Vec<Diagnostic> {
        let Some(site) = &self.site else { return Vec::new() };
        let services = Services::new(site);
        let mut diagnostics = match only {
            None => pairs::run(site, &services),
            Some(pages) => pages
                .iter()
                .filter_map(|page| site.pages.get(page))
                .flat_map(|page| pairs::of_page(site, &services, page))
                .collect(),
        };
        if only.is_none() {
            diagnostics.extend(pairs::check_messages(&services, &messages(site, snapshot)));
        }
        let is_meant = |path: &SourcePath| {
            only.is_none_or(|pages| {
                pages.iter().filter_map(|page| site.pages.get(page)).any(|page| site.belongs(page, path))
            })
        };
        let decomposed = decomposed.iter().filter(|(path, _)| is_meant(path));
        diagnostics.extend(decomposed.map(|(path, at)| pairs::decomposed(path, at.line, at.column)));
        let mut diagnostics = site.config.apply_levels(diagnostics);
        diag::sort(&mut diagnostics);
        diagnostics
    }
}

/// The texts of the site's own messages, in its languages.
fn messages(site: &Site, snapshot: &Snapshot) -> Vec<MessageText> {
    let mut texts = Vec::new();
    for path in snapshot.sources.keys() {
        let Some(inside) = path.below("locales").filter(|inside| inside.ends_with(".ftl")) else { continue };
        let Some(text) = snapshot.text(path) else { continue };
        let lang = Lang::new(inside.split('/').next().unwrap_or_default());
        let Some(lang) = lang.filter(|lang| site.languages().contains(lang)) else { continue };
        texts.extend(locale::texts(&LocaleFile { lang, path: path.clone(), text: text.clone(), theme: false }));
    }
    texts
}
