//! `songngu translations`: how the languages of a site stand to each other.
//!
//! Each command is a file: what was typed and what it does. Never here: what a state means.

mod agree;
mod agree_data;
mod agree_messages;
mod check;
mod dashboard;
mod data_files;
mod diff;
mod export;
mod import;
mod locale_files;
mod status;

use clap::Subcommand;

use super::Status;
use super::args::Global;
use super::report::Reporter;
use crate::base::{PagePath, SourcePath};
use crate::diag::did_you_mean;
use crate::resolve::{DataFile, Page, Site};

/// `songngu translations`.
#[derive(Debug, Subcommand)]
pub enum TranslationsCommand {
    /// Show what agrees, what is behind and what is missing, in every language
    Status(status::StatusArgs),
    /// Say what is doubtful between the languages: numbers, dates, links, terms, structure; and put right what is certain
    Check(check::CheckArgs),
    /// Show what moved in a page since its languages agreed, word by word, beside the text that waits
    Diff(diff::DiffArgs),
    /// Record that two languages say the same
    Agree(agree::AgreeArgs),
    /// Write texts to be translated for other programs, as PO, XLIFF, TMX or CSV
    Export(export::ExportArgs),
    /// Take translations over from files that `export` wrote: all of them or, if something is wrong, none
    Import(import::ImportArgs),
}

/// Does what one of them says.
pub(super) fn translations(global: &Global, command: TranslationsCommand, reporter: &Reporter) -> Status {
    match command {
        TranslationsCommand::Status(args) => status::status(global, args, reporter),
        TranslationsCommand::Check(args) => check::check(global, args, reporter),
        TranslationsCommand::Diff(args) => diff::diff(global, args, reporter),
        TranslationsCommand::Agree(args) => agree::agree(global, args, reporter),
        TranslationsCommand::Export(args) => export::export(global, args, reporter),
        TranslationsCommand::Import(args) => import::import(global, args, reporter),
    }
}

/// The page that somebody typed: its path below `content/`, or one of its files.
///
/// # Errors
/// In words, if the site has no such page.
fn page<'a>(site: &'a Site, typed: &str) -> Result<&'a Page, String> {
    let path = typed.trim_matches('/');
    let path = path.strip_prefix("content/").unwrap_or(path);
    let path = path.strip_suffix(".md").and_then(|stem| stem.rsplit_once('.')).map_or(path, |(stem, _)| stem);
    let path = path.strip_suffix("/index").unwrap_or(path);
    let path = if path == "index" { "" } else { path };
    if let Some(page) = site.pages.get(&PagePath::new(path)).filter(|page| !page.editions.is_empty()) {
        return Ok(page);
    }
    let hint = did_you_mean(path, site.pages.keys().map(PagePath::as_str));
    let hint = hint.unwrap_or_else(|| "name it by its path below `content/`, such as `policy/funding`".to_owned());
    Err(format!("there is no page `{typed}`: {hint}"))
}

/// What somebody typed: a page with its data, or a file of data.
struct Meant<'a> {
    /// The page; `None` if a file of data alone is meant.
    page: Option<&'a Page>,
    /// The files of data.
    files: Vec<&'a DataFile>,
}

impl<'a> Meant<'a> {
    /// # Errors
    /// In words, if the site has no such page and no such file.
    fn read(site: &'a Site, typed: &str) -> Result<Meant<'a>, String> {
        let path = typed.trim_matches('/');
        let all = &site.data.files;
        let file = |path: &str| all.get(&SourcePath::new(path)).filter(|_| path.ends_with(".yaml"));
        if let Some(file) = file(path).or_else(|| file(&format!("content/{path}"))) {
            return Ok(Meant { page: None, files: vec![file] });
        }
        if path.ends_with(".yaml") {
            let hint = did_you_mean(path, all.keys().map(SourcePath::as_str));
            let hint = hint.unwrap_or_else(|| "name it as `translations status` does".to_owned());
            return Err(format!("there is no file of data `{typed}`: {hint}"));
        }
        let page = page(site, typed)?;
        let files = all.values().filter(|file| file.page.as_ref() == Some(&page.path)).collect();
        Ok(Meant { page: Some(page), files })
    }

    /// Its name for people.
    fn name(&self) -> &'a str {
        match (self.page, self.files.first()) {
            (Some(page), _) => name(&page.path),
            (None, file) => file.map_or("", |file| file.name()),
        }
    }
}

/// The name of a page for people: its path, `index` for the home page.
fn name(page: &PagePath) -> &str {
    if page.is_home() { "index" } else { page.as_str() }
}
