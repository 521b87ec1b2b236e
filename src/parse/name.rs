//! What a file below `content/` is, by its name.

use crate::base::{Lang, PagePath, SourcePath};

/// The part that a source file plays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// One page in one language.
    Edition {
        /// The page.
        page: PagePath,
        /// The language.
        lang: Lang,
        /// Whether it is the page of its folder (`index.<lang>.md`).
        index: bool,
    },
    /// The front matter that a page's editions share.
    Shared {
        /// The page.
        page: PagePath,
    },
    /// The bibliography of the site.
    Bibliography,
    /// The shapes of a drawing.
    Drawing,
    /// What a drawing says.
    DrawingText,
    /// A Markdown file whose name tells no language, or a text whose ending is nearly one that is read.
    Stray,
    /// Anything else below `content/`: copied as it is.
    Asset,
    /// Not below `content/`.
    Outside,
}

/// The file that holds the site's bibliography.
pub const BIBLIOGRAPHY: &str = "content/bibliography.yaml";

/// The folder of drawings, below `content/`.
pub const DRAWINGS: &str = "drawings/";

/// Tells the part of a file by its path alone.
pub fn role(path: &SourcePath) -> Role {
    let Some(inside) = path.below("content") else { return Role::Outside };
    if path.as_str() == BIBLIOGRAPHY {
        return Role::Bibliography;
    }
    if let Some(stem) = inside.strip_suffix(".md") {
        let Some((name, tag)) = stem.rsplit_once('.') else { return Role::Stray };
        return match Lang::new(tag) {
            Some(lang) if !name.is_empty() && !name.ends_with('/') => {
                let (page, index) = page_path(name);
                Role::Edition { page, lang, index }
            }
            _ => Role::Stray,
        };
    }
    if let Some(role) = drawing_role(inside) {
        return role;
    }
    match inside.strip_suffix(".yaml") {
        Some(stem) => Role::Shared { page: page_path(stem).0 },
        None if is_nearly_read(inside) => Role::Stray,
        None => Role::Asset,
    }
}

/// The part of a file directly in the folder of drawings.
fn drawing_role(inside: &str) -> Option<Role> {
    let name = inside.strip_prefix(DRAWINGS).filter(|name| !name.contains('/'))?;
    match name.rsplit_once('.')? {
        (_, "svg") => Some(Role::Drawing),
        // The page of the folder, if it has one, may have data as any page does.
        (stem, "yaml") if stem != "index" => Some(Role::DrawingText),
        _ => None,
    }
}

/// Whether a file would be copied only because its ending is not quite one that songngu reads.
fn is_nearly_read(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    matches!(ending.as_str(), "md" | "markdown" | "yaml" | "yml")
}

fn page_path(name: &str) -> (PagePath, bool) {
    if name == "index" {
        return (PagePath::new(""), true);
    }
    match name.strip_suffix("/index") {
        Some(folder) => (PagePath::new(folder), true),
        None => (PagePath::new(name), false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_page_and_language() {
        let edition = |page: &str, lang: &str, index| Role::Edition {
            page: PagePath::new(page),
            lang: Lang::new(lang).expect("a tag"),
            index,
        };
        let cases = [
            ("content/index.vi.md", edition("", "vi", true)),
            ("content/glossary/index.en.md", edition("glossary", "en", true)),
            ("content/glossary/llm.zh-Hans.md", edition("glossary/llm", "zh-Hans", false)),
            ("content/v1.2.vi.md", edition("v1.2", "vi", false)),
            ("content/glossary/llm.yaml", Role::Shared { page: PagePath::new("glossary/llm") }),
            ("content/index.yaml", Role::Shared { page: PagePath::new("") }),
            ("content/bibliography.yaml", Role::Bibliography),
            ("content/readme.md", Role::Stray),
            ("content/notes.draft.md", Role::Stray),
            ("content/.vi.md", Role::Stray),
            ("content/programme.yml", Role::Stray),
            ("content/programme.vi.MD", Role::Stray),
            ("content/map.svg", Role::Asset),
            ("templates/base.html", Role::Outside),
        ];
        for (path, expected) in cases {
            assert_eq!(role(&SourcePath::new(path)), expected, "{path}");
        }
    }
}
