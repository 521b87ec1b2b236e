//! What a file's name says: whether it is read, as what, and how it is written in messages.
//!
//! Enters: names. Leaves: kinds and normalised paths. Never here: opening anything.

/// How a source file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The program reads its text: it has to be valid UTF-8.
    Text,
    /// Text if it is valid UTF-8 without NUL, else an asset: a file of the templates with an unusual name.
    TextOrAsset,
    /// Copied as it is.
    Asset,
}

/// Endings of what the program reads wherever it lies.
const ALWAYS_TEXT: [&str; 4] = ["md", "yaml", "yml", "ftl"];

/// Endings of templates and of the theme's own texts.
const TEMPLATE_TEXT: [&str; 9] = ["html", "xml", "css", "js", "mjs", "svg", "txt", "json", "csv"];

/// The folder of drawings.
const DRAWINGS: &str = "content/drawings/";

/// How the file at a source path is read.
pub(super) fn kind(path: &str) -> Kind {
    let ending = ending(path);
    let folder = path.split('/').next().unwrap_or(path);
    match folder {
        _ if ALWAYS_TEXT.contains(&ending) => Kind::Text,
        "locales" => Kind::Text,
        // Drawings are read for their labels; any other picture is copied.
        "content" if path.starts_with(DRAWINGS) && ending == "svg" => Kind::Text,
        "templates" if TEMPLATE_TEXT.contains(&ending) => Kind::Text,
        "templates" => Kind::TextOrAsset,
        _ => Kind::Asset,
    }
}

/// Whether a folder's name is that of a file that the program would read as text.
pub(super) fn looks_like_text(path: &str) -> bool {
    ALWAYS_TEXT.contains(&ending(path))
}

fn ending(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Whether a name is that of something that is no source: hidden, or left behind by an editor or a system.
///
/// `.well-known` is hidden and yet a part of sites (RFC 8615).
pub(super) fn is_skipped(name: &str) -> bool {
    (name.starts_with('.') && name != ".well-known")
        || name.ends_with('~')
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        || matches!(ending(name), "swp" | "swo" | "bak" | "orig" | "tmp")
        || matches!(name, "Thumbs.db" | "desktop.ini")
}

/// A name with everything but ASCII written as `\u{…}`, so that names which look alike can be told apart.
pub(super) fn escaped(name: &str) -> String {
    name.chars()
        .map(|c| if c.is_ascii_graphic() || c == ' ' { c.to_string() } else { c.escape_unicode().to_string() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_how_a_file_is_read() {
        let cases = [
            ("site.yaml", Kind::Text),
            ("content/a.vi.md", Kind::Text),
            ("content/data.csv", Kind::Asset),
            ("content/map.svg", Kind::Asset),
            ("content/drawings/chip.svg", Kind::Text),
            ("content/md", Kind::Asset),
            ("templates/page.html", Kind::Text),
            ("templates/assets/site.css", Kind::Text),
            ("templates/assets/font.woff2", Kind::TextOrAsset),
            ("locales/vi/main.ftl", Kind::Text),
            ("locales/agreed/programme", Kind::Text),
        ];
        for (path, expected) in cases {
            assert_eq!(kind(path), expected, "{path}");
        }
    }

    #[test]
    fn what_editors_and_systems_leave_behind_is_no_source() {
        for name in [".git", ".DS_Store", ".a.md.swp", ".#a.md", "#a.md#", "a.md~", "a.md.bak", "Thumbs.db"] {
            assert!(is_skipped(name), "{name}");
        }
        for name in ["a.md", ".well-known", "#", "tmp", "bak.md"] {
            assert!(!is_skipped(name), "{name}");
        }
    }

    #[test]
    fn names_that_look_alike_are_told_apart() {
        assert_eq!(escaped("báo.md"), "b\\u{e1}o.md");
    }
}
