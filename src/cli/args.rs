//! What was typed: the command line as clap reads it, before it means anything.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::translations::TranslationsCommand;

/// songngu (song ngữ, "bilingual") builds static sites in two languages, or more, whose pages cannot
/// silently drift apart.
#[derive(Debug, Parser)]
#[command(name = "songngu", version, max_term_width = 100, arg_required_else_help = true)]
#[command(after_help = "Start with `songngu init my-site`, then `songngu serve` in that folder.\n\
    Documentation: docs/ in the source, beginning with docs/authors.md (English) and docs/tac-gia.md (Tiếng Việt).")]
pub struct LowArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// What every command understands.
    #[command(flatten)]
    pub global: Global,
}

/// What every command understands.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// The site's folder, which holds `site.yaml` [default: here or the nearest folder above]
    #[arg(long, value_name = "DIR", global = true, help_heading = "Global options")]
    pub root: Option<PathBuf>,
    /// Print nothing but what is wrong
    #[arg(long, short, global = true, conflicts_with = "verbose", help_heading = "Global options")]
    pub quiet: bool,
    /// Say more about what is done
    #[arg(long, short, global = true, help_heading = "Global options")]
    pub verbose: bool,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = When::Auto, global = true, help_heading = "Global options")]
    pub color: When,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new bilingual site that builds at once
    Init(InitArgs),
    /// Write the files of a new page or glossary term, one for each language
    #[command(subcommand)]
    New(NewCommand),
    /// Build the site into a folder; nothing is written if there is an error
    Build(BuildArgs),
    /// Show the site in the browser while it is being written, and show each change at once
    Serve(ServeArgs),
    /// Say what is wrong with the site, without writing anything
    Check(CheckArgs),
    /// List the glossary's terms, or export them for other programs
    #[command(subcommand)]
    Glossary(GlossaryCommand),
    /// Say how the languages stand to each other, and record that they agree
    #[command(subcommand)]
    Translations(TranslationsCommand),
    /// Print the completions for a shell
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// `songngu init`.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The folder to make; it must be missing or empty
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// The site's languages, the first one first
    #[arg(long, value_name = "LANGS", value_delimiter = ',', default_value = "vi,en")]
    pub languages: Vec<String>,
}

/// `songngu new`.
#[derive(Debug, Subcommand)]
pub enum NewCommand {
    /// A page: `songngu new page policy/funding`
    Page {
        /// Its path below `content/`, without language and ending
        path: String,
    },
    /// A glossary term: `songngu new term gpu`
    Term {
        /// Its id: letters, digits and hyphens
        id: String,
    },
}

/// `songngu build`.
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// The folder to build into [default: `public` in the site's folder]
    #[arg(long, short, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// The site's address, instead of that in `site.yaml`
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Build drafts and pages dated in the future, too
    #[arg(long)]
    pub drafts: bool,
    /// Take warnings for errors
    #[arg(long)]
    pub strict: bool,
    /// Print the result as one JSON object
    #[arg(long)]
    pub json: bool,
}

/// `songngu serve`.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// The port to listen at, 0 for any that is free [default: 1212, or the next that is free]
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,
    /// Open the site in the browser
    #[arg(long)]
    pub open: bool,
    /// Show drafts and pages dated in the future, too
    #[arg(long)]
    pub drafts: bool,
    /// Look at all files now and then, where the system does not tell of changes: on network drives, in some containers
    #[arg(long)]
    pub poll: bool,
}

/// `songngu check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Fail on warnings, too
    #[arg(long, value_name = "WHAT", value_parser = ["warnings"])]
    pub deny: Option<String>,
    /// Look at drafts and pages dated in the future, too
    #[arg(long)]
    pub drafts: bool,
    /// Print the result as one JSON object
    #[arg(long)]
    pub json: bool,
}

/// `songngu glossary`.
#[derive(Debug, Subcommand)]
pub enum GlossaryCommand {
    /// List the terms in every language, and how often texts refer to each
    List(GlossaryListArgs),
    /// Write the terms as CSV, TBX (ISO 30042) or JSON
    Export(GlossaryExportArgs),
}

/// `songngu glossary list`.
#[derive(Debug, Args)]
pub struct GlossaryListArgs {
    /// List drafts and terms dated in the future, too
    #[arg(long)]
    pub drafts: bool,
    /// Print the list as one JSON object
    #[arg(long)]
    pub json: bool,
}

/// `songngu glossary export`.
#[derive(Debug, Args)]
pub struct GlossaryExportArgs {
    /// What to write
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: ExportFormat,
    /// The file to write, in place of what it holds [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Export drafts and terms dated in the future, too
    #[arg(long)]
    pub drafts: bool,
}

/// What a glossary is exported as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// For other programs
    Json,
    /// For spreadsheets: a row for each term and language
    Csv,
    /// For terminology programs: ISO 30042, dialect TBX-Basic
    Tbx,
}
