//! What only follows from a file that could not be read: not told, since it goes away with its cause.
//!
//! Enters: all diagnostics of a run. Leaves: those that a person has to do something about. A cause is always
//! an error that no `levels` can lower, so nothing passes because its consequence is not told.

use std::collections::BTreeSet;

use crate::base::{PagePath, SourcePath};
use crate::diag::{Code, Diagnostic};
use crate::parse::{BIBLIOGRAPHY, Role, role};

/// Leaves out what follows from something else in the list.
pub fn without_consequences(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let causes = Causes::of(&diagnostics);
    diagnostics.into_iter().filter(|diagnostic| !causes.explain(diagnostic)).collect()
}

struct Causes {
    /// Files whose front matter or data is not known as a whole.
    files: BTreeSet<SourcePath>,
    /// The pages with such an edition.
    pages: BTreeSet<PagePath>,
    /// The pages with such shared data, or with a value in it that cannot be used; pages below them use it too.
    shared: BTreeSet<PagePath>,
    /// Whether something is wrong with strings themselves.
    strings: bool,
    /// Whether sources may be missing because the bibliography has a mistake.
    bibliography: bool,
}

impl Causes {
    fn of(diagnostics: &[Diagnostic]) -> Causes {
        let mut causes = Causes {
            files: BTreeSet::new(),
            pages: BTreeSet::new(),
            shared: BTreeSet::new(),
            strings: false,
            bibliography: false,
        };
        for diagnostic in diagnostics {
            causes.strings |= diagnostic.is_error() && spoils_strings(diagnostic.code);
            let Some(location) = &diagnostic.location else { continue };
            let unread = hides_a_file(diagnostic.code);
            if !unread && diagnostic.code != Code::ValueInvalid {
                continue;
            }
            if unread {
                causes.files.insert(location.path.clone());
            }
            match role(&location.path) {
                Role::Edition { page, .. } if unread => _ = causes.pages.insert(page),
                Role::Shared { page } => _ = causes.shared.insert(page),
                _ => {}
            }
            causes.bibliography |= location.path.as_str() == BIBLIOGRAPHY;
        }
        causes
    }

    fn explain(&self, diagnostic: &Diagnostic) -> bool {
        if diagnostic.code == Code::MessageFailed {
            return self.strings;
        }
        let Some(location) = &diagnostic.location else { return false };
        match diagnostic.code {
            Code::TitleMissing | Code::TermMissing => self.files.contains(&location.path),
            Code::SourceUnknown | Code::SourceUnused => self.bibliography,
            Code::FigureUnknown => {
                let page = page(&location.path);
                let above = std::iter::successors(page.clone(), PagePath::parent);
                page.is_some_and(|page| self.pages.contains(&page))
                    || above.into_iter().any(|page| self.shared.contains(&page))
            }
            _ => false,
        }
    }
}

/// Whether a mistake keeps songngu from knowing what a file says.
fn hides_a_file(code: Code) -> bool {
    matches!(
        code,
        Code::FileUnreadable
            | Code::FileTooLarge
            | Code::FileChanged
            | Code::LinkLoop
            | Code::LinkOutside
            | Code::EncodingInvalid
            | Code::FrontMatterUnclosed
            | Code::FrontMatterTooLarge
            | Code::YamlInvalid
            | Code::YamlForbidden
            | Code::KeyDuplicate
    )
}

/// Whether a mistake in a string keeps templates from showing it.
fn spoils_strings(code: Code) -> bool {
    matches!(code, Code::MessageInvalid | Code::MessageUnknown | Code::MessageVariable | Code::MessageFunction)
}

/// The page that a file belongs to.
fn page(path: &SourcePath) -> Option<PagePath> {
    match role(path) {
        Role::Edition { page, .. } | Role::Shared { page } => Some(page),
        Role::Bibliography | Role::Stray | Role::Asset | Role::Outside => None,
    }
}
