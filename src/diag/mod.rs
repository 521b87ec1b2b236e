//! A user's mistake as plain data: what is wrong, where, and what to do.
//!
//! Enters: a code, a place, a message. Leaves: [`Diagnostic`] values, their text for a terminal
//! ([`report`]) and for tools ([`json`]). Never here: printing, exit codes, the rules themselves.

mod code;
pub mod formats;
pub mod json;
pub mod report;

use crate::base::{SourcePath, Span};

pub use code::Code;

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing fails.
    Note,
    /// Probably a mistake; fails under `--strict` or `--deny warnings`.
    Warning,
    /// A mistake: nothing is written.
    Error,
}

impl Severity {
    /// The word in messages and in `--json`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// One mistake, with its place and the way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which mistake.
    pub code: Code,
    /// The code's usual severity, unless the site's `levels` say otherwise.
    pub severity: Severity,
    /// What is wrong: lower case, no full stop, names in backticks.
    pub message: String,
    /// Where; `None` if no single file is to blame.
    pub location: Option<Location>,
    /// What to do about it.
    pub hint: Option<String>,
    /// Other places that explain the mistake, with a few words each.
    pub related: Vec<(Location, String)>,
    /// The one change that puts it right, where no other could be meant.
    pub fix: Option<Edit>,
}

/// A change of a source text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The file.
    pub path: SourcePath,
    /// What goes: a range of bytes of its text (as the snapshot holds it).
    pub span: Span,
    /// What comes in its place.
    pub text: String,
}

impl Edit {
    /// A change of a range of a file.
    pub fn new(path: &SourcePath, span: Span, text: String) -> Edit {
        Edit { path: path.clone(), span, text }
    }
}

/// A file, and a place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The source file.
    pub path: SourcePath,
    /// Where in it.
    pub place: Place,
}

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The file as a whole.
    File,
    /// A range of bytes of its text (after normalisation, as the snapshot holds it).
    Span(Span),
    /// A line and column from 1, for files whose text is not held.
    At {
        /// From 1.
        line: u32,
        /// From 1, in Unicode scalar values.
        column: u32,
    },
}

impl Location {
    /// The file as a whole.
    pub fn file(path: &SourcePath) -> Location {
        Location { path: path.clone(), place: Place::File }
    }

    /// A range of the file's text.
    pub fn span(path: &SourcePath, span: Span) -> Location {
        Location { path: path.clone(), place: Place::Span(span) }
    }
}

impl Diagnostic {
    /// A diagnostic of the code's usual severity, without a place or a hint yet.
    pub fn new(code: Code, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            code,
            severity: code.severity(),
            message: message.into(),
            location: None,
            hint: None,
            related: Vec::new(),
            fix: None,
        }
    }

    /// The same, at a range of a file's text.
    pub fn at(mut self, path: &SourcePath, span: Span) -> Diagnostic {
        self.location = Some(Location::span(path, span));
        self
    }

    /// The same, about a file as a whole.
    pub fn in_file(mut self, path: &SourcePath) -> Diagnostic {
        self.location = Some(Location::file(path));
        self
    }

    /// The same, at a location.
    pub fn located(mut self, location: Location) -> Diagnostic {
        self.location = Some(location);
        self
    }

    /// The same, with advice.
    pub fn hint(mut self, hint: impl Into<String>) -> Diagnostic {
        self.hint = Some(hint.into());
        self
    }

    /// The same, with advice if there is some.
    pub fn maybe_hint(mut self, hint: Option<String>) -> Diagnostic {
        self.hint = hint.or(self.hint);
        self
    }

    /// The same, with advice unless it has some.
    pub fn hint_if_none(mut self, hint: &str) -> Diagnostic {
        self.hint.get_or_insert_with(|| hint.to_owned());
        self
    }

    /// The same, with another place that explains it.
    pub fn related(mut self, location: Location, label: impl Into<String>) -> Diagnostic {
        self.related.push((location, label.into()));
        self
    }

    /// The same, with the change that puts it right.
    pub fn fix(mut self, fix: Edit) -> Diagnostic {
        self.fix = Some(fix);
        self
    }

    /// Whether this stops a build.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Puts diagnostics in the order in which a person works through them: by file, then place, then code.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| key(a).cmp(&key(b)));
    diagnostics.dedup();
}

fn key(diagnostic: &Diagnostic) -> (&str, u32, u32, &'static str, &str) {
    let Diagnostic { code, message, location, .. } = diagnostic;
    let (path, first, second) = match location {
        None => ("", 0, 0),
        Some(Location { path, place }) => match place {
            Place::File => (path.as_str(), 0, 0),
            Place::Span(span) => (path.as_str(), span.start, span.end),
            Place::At { line, column } => (path.as_str(), *line, *column),
        },
    };
    (path, first, second, code.name(), message)
}

/// The known name nearest to a mistyped one, if it is near enough to be meant.
///
/// At most a third of the letters (and at least one) may differ, by Damerau–Levenshtein distance.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut limit = (name.chars().count() / 3).max(1);
    let letters = Letters::of(name);
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        // Most names are seen off by their letters: the distance itself costs much more.
        if letters.at_least(&Letters::of(candidate)) > limit {
            continue;
        }
        let found = (strsim::damerau_levenshtein(name, candidate), candidate);
        if found.0 <= limit && best.is_none_or(|best| found < best) {
            (limit, best) = (found.0, Some(found));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How often each of 32 kinds of letter is in a name.
struct Letters([u8; 32]);

impl Letters {
    fn of(name: &str) -> Letters {
        let mut counts = [0_u8; 32];
        for letter in name.chars() {
            let count = &mut counts[letter as usize % 32];
            *count = count.saturating_add(1);
        }
        Letters(counts)
    }

    /// What the edit distance of two names is at least: each edit adds a letter, takes one away, exchanges one or moves one.
    fn at_least(&self, other: &Letters) -> usize {
        let (mut more, mut fewer) = (0_usize, 0_usize);
        for (own, others) in self.0.iter().zip(&other.0) {
            more += usize::from(own.saturating_sub(*others));
            fewer += usize::from(others.saturating_sub(*own));
        }
        more.max(fewer)
    }
}

/// The hint "did you mean …", if a known name is near.
pub fn did_you_mean<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(name, known).map(|near| format!("did you mean `{near}`?"))
}

#[cfg(test)]
mod tests {
    use super::{Letters, did_you_mean, nearest};

    #[test]
    fn no_near_name_is_seen_off_by_its_letters() {
        let letters = ["a", "b", "á", "1"];
        let mut names = vec![String::new()];
        for _ in 0..4 {
            let longer = names.iter().flat_map(|name| letters.map(|letter| format!("{name}{letter}")));
            names = names.iter().cloned().chain(longer).collect();
        }
        names.sort();
        names.dedup();
        for (a, b) in names.iter().step_by(7).flat_map(|a| names.iter().map(move |b| (a, b))) {
            assert!(Letters::of(a).at_least(&Letters::of(b)) <= strsim::damerau_levenshtein(a, b), "{a} {b}");
        }
        assert_eq!(nearest("pages", ["page", "paget", "pagse"]), Some("page"), "the first of the nearest");
    }

    #[test]
    fn only_a_near_name_is_offered() {
        let known = ["title", "description", "tags"];
        assert_eq!(did_you_mean("titel", known), Some("did you mean `title`?".to_owned()));
        assert_eq!(did_you_mean("weight", known), None);
    }
}
