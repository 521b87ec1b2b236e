//! Arguments to a command to a report: what a person types, and what they read.
//!
//! Enters: the command line, the environment. Leaves: text on stdout (results) and stderr (diagnostics and
//! progress), and an exit status: 0 done, 1 the site has errors or a check fails, 2 wrong usage or the
//! environment failed. Never here: what a diagnostic means, how a page looks.
#![allow(clippy::disallowed_methods, reason = "this room reads arguments, environment and clock, and prints")]

mod args;
mod build;
mod glossary;
mod report;
mod scaffold;
mod serve;
mod site_run;
mod table;
mod timings;
mod translations;
mod watched;

use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use crate::base::SourcePath;
use crate::diag::{Code, Diagnostic};
use crate::disk;
use args::{Command, Global, LowArgs, When};
use report::Reporter;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Done.
    Done,
    /// The site has errors, or a check fails.
    SiteHasErrors,
    /// Wrong usage, or the environment failed.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> ExitCode {
        match status {
            Status::Done => ExitCode::SUCCESS,
            Status::SiteHasErrors => ExitCode::from(1),
            Status::Failed => ExitCode::from(2),
        }
    }
}

/// Reads the command line and does what it says.
pub fn main() -> ExitCode {
    let LowArgs { command, global } = LowArgs::parse();
    let reporter = Reporter::new(&global, has_colour(global.color));
    let status = match command {
        Command::Build(args) => build::build(&global, args, reporter),
        Command::Serve(args) => serve::serve(&global, args, &reporter),
        Command::Check(args) => build::check(&global, args, reporter),
        Command::Init(args) => scaffold::init(args, &reporter),
        Command::New(args) => scaffold::new(&global, args, &reporter),
        Command::Glossary(command) => glossary::glossary(&global, command, &reporter),
        Command::Translations(command) => translations::translations(&global, command, &reporter),
        Command::Completions { shell } => {
            let mut out = Vec::new();
            clap_complete::generate(shell, &mut LowArgs::command(), "songngu", &mut out);
            reporter.result_bytes(&out)
        }
        Command::Man => {
            let mut out = Vec::new();
            match clap_mangen::Man::new(LowArgs::command()).render(&mut out) {
                Ok(()) => reporter.result_bytes(&out),
                Err(_) => Status::Failed,
            }
        }
    };
    status.into()
}

/// Whether to use colour on stderr and on stdout.
fn has_colour(when: When) -> [bool; 2] {
    match when {
        When::Always => [true, true],
        When::Never => [false, false],
        When::Auto => {
            let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
            let wanted = !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb");
            [std::io::stderr().is_terminal(), std::io::stdout().is_terminal()].map(|terminal| terminal && wanted)
        }
    }
}

/// The site's folder: the one that was named, else here or the nearest above.
fn site_root(global: &Global) -> Result<PathBuf, Box<Diagnostic>> {
    let missing = |message: String, hint: &str| {
        let diagnostic = Diagnostic::new(Code::ConfigMissing, message).in_file(&SourcePath::new("site.yaml"));
        Box::new(diagnostic.hint(hint))
    };
    match &global.root {
        Some(root) if root.join("site.yaml").is_file() => Ok(root.clone()),
        Some(root) => Err(missing(
            format!("`{}` holds no `site.yaml`", root.display()),
            "name the folder of a site, or make one with `songngu init DIR`",
        )),
        None => {
            let here = std::env::current_dir().map_err(|error| {
                missing(format!("the current folder cannot be read: {error}"), "go to the site's folder")
            })?;
            let hint = "go to the site's folder, name it with `--root DIR`, or make a site with `songngu init DIR`";
            disk::find_root(&here)
                .map_err(|_| missing("neither this folder nor one above it holds `site.yaml`".to_owned(), hint))
        }
    }
}
