//! `songngu translations`: how the languages of a site stand to each other.
//!
//! Each command is a file: what was typed and what it does. Never here: what a state means.

mod export;
mod import;

use clap::Subcommand;

use super::Status;
use super::args::Global;
use super::report::Reporter;

/// `songngu translations`.
#[derive(Debug, Subcommand)]
pub enum TranslationsCommand {
    /// Write texts to be translated for other programs, as PO, XLIFF, TMX or CSV
    Export(export::ExportArgs),
    /// Take translations over from files that `export` wrote: all of them or, if something is wrong, none
    Import(import::ImportArgs),
}

/// Does what one of them says.
pub(super) fn translations(global: &Global, command: TranslationsCommand, reporter: &Reporter) -> Status {
    match command {
        TranslationsCommand::Export(args) => export::export(global, args, reporter),
        TranslationsCommand::Import(args) => import::import(global, args, reporter),
    }
}
