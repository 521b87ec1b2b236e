//! What only follows from a file that could not be read: not told, since it goes away with its cause.
//!
//! Enters: all diagnostics of a run. Leaves: those that a person has to do something about. A cause is always
//! an error that no `levels` can lower, so nothing passes because its consequence is not told.

use std::collections::BTreeSet;

use crate::base::{PagePath, SourcePath};
use crate::diag::{Code, Diagnostic, Place};
use crate::parse::{Role, role};

/// Leaves out what follows from something else in the list.
pub fn without_consequences(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let causes = Causes::of(&diagnostics);
    diagnostics.into_iter().filter(|diagnostic| !causes.explain(diagnostic)).collect()
}

#[derive(Default)]
struct Causes {
    /// Files or folders of which songngu does not know the whole content.
    files: BTreeSet<SourcePath>,
    /// Files that hold a NUL character.
    spoilt: BTreeSet<SourcePath>,
    /// Files in which the key of a title or term is mistyped.
    mistyped: BTreeSet<SourcePath>,
    /// The pages with an edition that could not be read.
    pages: BTreeSet<PagePath>,
    /// The pages whose shared data could not be read, or has a value that cannot be used; pages below them use it too.
    shared: BTreeSet<PagePath>,
    /// The drawings of which a part cannot be read, without their endings.
    drawings: BTreeSet<String>,
    /// Whether something is wrong with strings themselves.
    strings: bool,
    /// Whether sources may be missing because the bibliography has a mistake.
    bibliography: bool,
}

impl Causes {
    fn of(diagnostics: &[Diagnostic]) -> Causes {
        let mut causes = Causes::default();
        // A cause that the site has lowered to a warning does not stand in for an error.
        for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.is_error()) {
            causes.strings |= spoils_strings(diagnostic.code);
            let Some(location) = &diagnostic.location else { continue };
            let path = &location.path;
            match diagnostic.code {
                Code::NulByte => _ = causes.spoilt.insert(path.clone()),
                Code::KeyUnknown if is_mistyped_name(diagnostic) => _ = causes.mistyped.insert(path.clone()),
                Code::ValueInvalid => causes.add_data(path),
                Code::DrawingInvalid if !is_of_a_file(diagnostic) => _ = causes.drawings.insert(stem(path).to_owned()),
                code if hides_a_file(code) => {
                    causes.files.insert(path.clone());
                    causes.add_data(path);
                    if let Role::Edition { page, .. } = role(path) {
                        causes.pages.insert(page);
                    }
                }
                _ => {}
            }
        }
        causes
    }

    /// Notes a file of data that has a mistake.
    fn add_data(&mut self, path: &SourcePath) {
        match role(path) {
            Role::Shared { page } => _ = self.shared.insert(page),
            Role::Bibliography => self.bibliography = true,
            Role::Drawing | Role::DrawingText => _ = self.drawings.insert(stem(path).to_owned()),
            Role::Edition { .. } | Role::Stray | Role::Asset | Role::Outside => {}
        }
    }

    // flat match
    fn explain(&self, diagnostic: &Diagnostic) -> bool {
        if diagnostic.code == Code::MessageFailed {
            return self.strings;
        }
        let Some(path) = diagnostic.location.as_ref().map(|location| &location.path) else { return false };
        let is_unread = |folder: &str| self.files.contains(&SourcePath::new(folder));
        match diagnostic.code {
            Code::TitleMissing | Code::TermMissing => self.files.contains(path) || self.mistyped.contains(path),
            Code::TwinMissing => self.files.contains(path),
            Code::ContentEmpty => is_unread("content"),
            Code::TermUndefined => is_unread("content/glossary"),
            Code::YamlInvalid | Code::MessageInvalid => self.spoilt.contains(path),
            // A drawing and its data need each other.
            Code::FileStray | Code::DrawingInvalid => is_of_a_file(diagnostic) && self.drawings.contains(stem(path)),
            Code::SourceUnknown | Code::SourceUnused => self.bibliography,
            Code::FigureUnknown | Code::DataUnknown => {
                let Some(page) = page(path) else { return false };
                self.pages.contains(&page)
                    || std::iter::successors(Some(page), PagePath::parent).any(|page| self.shared.contains(&page))
            }
            _ => false,
        }
    }
}

/// Whether an unknown key is most likely the name that a page then seems to lack.
fn is_mistyped_name(diagnostic: &Diagnostic) -> bool {
    let hint = diagnostic.hint.as_deref().unwrap_or_default();
    ["title", "term"].iter().any(|name| hint == format!("did you mean `{name}`?"))
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

/// Whether it is about a file as a whole.
fn is_of_a_file(diagnostic: &Diagnostic) -> bool {
    diagnostic.location.as_ref().is_some_and(|location| matches!(location.place, Place::File))
}

/// A path without its ending.
fn stem(path: &SourcePath) -> &str {
    path.as_str().rsplit_once('.').map_or(path.as_str(), |(stem, _)| stem)
}

/// The page that a file belongs to.
fn page(path: &SourcePath) -> Option<PagePath> {
    match role(path) {
        Role::Edition { page, .. } | Role::Shared { page } => Some(page),
        Role::Bibliography | Role::Drawing | Role::DrawingText | Role::Stray | Role::Asset | Role::Outside => None,
    }
}
