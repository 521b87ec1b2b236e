//! What a person or a tool reads: diagnostics, the closing line, JSON.

use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::Status;
use super::args::Global;
use crate::base::SourcePath;
use crate::diag::report::Places;
use crate::diag::{Diagnostic, Severity, json, report};
use crate::disk::DiskError;

/// Prints. A reader that has gone away (a broken pipe) is not an error.
pub(super) struct Reporter {
    quiet: bool,
    pub(super) verbose: bool,
    colour: bool,
    /// Whether results on stdout are coloured.
    result_colour: bool,
}

impl Reporter {
    /// `colour` is for stderr and stdout.
    pub(super) fn new(global: &Global, colour: [bool; 2]) -> Reporter {
        let [colour, result_colour] = colour;
        Reporter { quiet: global.quiet, verbose: global.verbose, colour, result_colour }
    }

    /// Whether results on stdout are coloured.
    pub(super) fn colours_result(&self) -> bool {
        self.result_colour
    }

    /// A line of the result, on stdout.
    pub(super) fn result(&self, text: &str) {
        if !self.quiet {
            _ = writeln!(std::io::stdout(), "{text}");
        }
    }

    /// A line beside the diagnostics, on stderr.
    pub(super) fn note(&self, text: &str) {
        if !self.quiet {
            _ = writeln!(std::io::stderr(), "{text}");
        }
    }

    /// A result that was asked for by name: not silenced by `--quiet`.
    pub(super) fn result_bytes(&self, bytes: &[u8]) -> Status {
        let mut out = std::io::stdout();
        match out.write_all(bytes).and_then(|()| out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                self.failure(&DiskError::new("write", Path::new("standard output"), error))
            }
            _ => Status::Done,
        }
    }

    /// A line about what is being done, on stderr, where more was asked for.
    pub(super) fn detail(&self, text: &str) {
        if self.verbose {
            _ = writeln!(std::io::stderr(), "{text}");
        }
    }

    /// The environment failed.
    pub(super) fn failure(&self, text: &dyn std::fmt::Display) -> Status {
        let (on, off) = if self.colour { ("\u{1b}[1m\u{1b}[91m", "\u{1b}[0m") } else { ("", "") };
        _ = writeln!(std::io::stderr(), "{on}error{off}: {text}");
        Status::Failed
    }

    /// The environment failed, told to whoever asked for `--json` as well.
    pub(super) fn failure_json(&self, command: &str, text: &dyn std::fmt::Display) -> Status {
        let object = serde_json::json!({
            "version": 1,
            "command": command,
            "ok": false,
            "failure": text.to_string(),
            "diagnostics": [],
        });
        _ = writeln!(std::io::stdout(), "{object}");
        self.failure(text)
    }

    /// All diagnostics with their excerpts, and a line that counts them.
    pub(super) fn diagnostics(&self, diagnostics: &[Diagnostic], text_of: &dyn Fn(&SourcePath) -> Option<Arc<str>>) {
        let mut places = Places::new(text_of);
        let mut err = std::io::stderr().lock();
        let shown: Vec<Diagnostic> =
            diagnostics.iter().filter(|diagnostic| !self.quiet || diagnostic.is_error()).cloned().collect();
        for diagnostic in &shown {
            _ = writeln!(err, "{}\n", report::text(diagnostic, &mut places, self.colour));
        }
        if let Some(line) = counted(&shown) {
            _ = writeln!(err, "{line}");
        }
    }

    /// The one object of `--json`, on stdout; `Status::Failed` if it cannot be written.
    pub(super) fn json(
        &self,
        fields: Map<String, Value>,
        diagnostics: &[Diagnostic],
        text_of: &dyn Fn(&SourcePath) -> Option<Arc<str>>,
    ) -> Status {
        let mut places = Places::new(text_of);
        let mut object = Map::new();
        object.insert("version".to_owned(), 1.into());
        object.extend(fields);
        object.insert("diagnostics".to_owned(), json::array(diagnostics, &mut places));
        self.result_bytes(format!("{}\n", Value::Object(object)).as_bytes())
    }
}

/// `2 errors, 1 warning`; `None` if there is nothing to count.
pub(super) fn counted(diagnostics: &[Diagnostic]) -> Option<String> {
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let part = |number: usize, word: &str| match number {
        0 => None,
        1 => Some(format!("1 {word}")),
        _ => Some(format!("{number} {word}s")),
    };
    let parts: Vec<String> = [part(count(Severity::Error), "error"), part(count(Severity::Warning), "warning")]
        .into_iter()
        .flatten()
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
