//! Any file below `content/`, by the part that its name gives it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::drawing::{Drawing, drawing};
use super::front::{DrawingText, SourceEntry};
use super::{Document, Role, Shared, bibliography, drawing_text, edition, role, shared};
use crate::base::{Content, SourcePath};
use crate::diag::{Code, Diagnostic};

/// What a source file turned out to be. Cheap to clone.
#[derive(Debug, Clone)]
pub enum Parsed {
    /// One page in one language.
    Document(Arc<Document>),
    /// What the editions of a page share.
    Shared(Arc<Shared>),
    /// The site's sources.
    Bibliography(Arc<BTreeMap<String, SourceEntry>>),
    /// The shapes of a drawing.
    Drawing(Arc<Drawing>),
    /// What a drawing says.
    DrawingText(Arc<DrawingText>),
    /// A file that is copied.
    Asset(SourcePath),
    /// Nothing that the site is made of.
    Nothing,
}

/// Reads a file.
pub fn file(path: &SourcePath, content: &Content) -> (Parsed, Vec<Diagnostic>) {
    let role = role(path);
    match role {
        Role::Asset => return (Parsed::Asset(path.clone()), Vec::new()),
        Role::Stray => return (Parsed::Nothing, vec![stray(path)]),
        _ => {}
    }
    let Content::Text(text) = content else { return (unread(path), Vec::new()) };
    match role {
        Role::Edition { page, lang, index } => {
            let (document, problems) = edition(path, &page, &lang, index, text);
            (Parsed::Document(Arc::new(document)), problems)
        }
        Role::Shared { page } => {
            let (shared, problems) = shared(path, &page, text);
            (Parsed::Shared(Arc::new(shared)), problems)
        }
        Role::Bibliography => {
            let (bibliography, problems) = bibliography(path, text);
            (Parsed::Bibliography(Arc::new(bibliography)), problems)
        }
        Role::Drawing => {
            let (drawing, problems) = drawing(path, text);
            (drawing.map_or(Parsed::Nothing, |drawing| Parsed::Drawing(Arc::new(drawing))), problems)
        }
        Role::DrawingText => {
            let (text, problems) = drawing_text(path, text);
            (text.map_or(Parsed::Nothing, |text| Parsed::DrawingText(Arc::new(text))), problems)
        }
        Role::Stray | Role::Asset | Role::Outside => (Parsed::Nothing, Vec::new()),
    }
}

/// What stands for a file that could not be read, so that whatever refers to it is not wrong too: an empty page.
pub fn unread(path: &SourcePath) -> Parsed {
    match role(path) {
        Role::Edition { page, lang, index } => {
            let (document, _) = edition(path, &page, &lang, index, &Arc::from(""));
            Parsed::Document(Arc::new(document))
        }
        Role::Asset => Parsed::Asset(path.clone()),
        Role::Shared { .. } | Role::Bibliography | Role::Drawing | Role::DrawingText | Role::Stray | Role::Outside => {
            Parsed::Nothing
        }
    }
}

fn stray(path: &SourcePath) -> Diagnostic {
    let name = path.file_name();
    let (message, hint) = match name.rsplit_once('.') {
        Some((stem, "yml")) => {
            ("`.yml` is not an ending that songngu reads".to_owned(), format!("call it `{stem}.yaml`"))
        }
        Some((stem, ending)) if ending != "md" => {
            let right = if ending.eq_ignore_ascii_case("yaml") { "yaml" } else { "md" };
            (format!("`.{ending}` is not an ending that songngu reads"), format!("call it `{stem}.{right}`"))
        }
        _ => {
            let hint = "call it `<name>.<language>.md`, such as `programme.vi.md`";
            ("the file's name tells no language".to_owned(), hint.to_owned())
        }
    };
    Diagnostic::new(Code::FileStray, message).in_file(path).hint(hint)
}
