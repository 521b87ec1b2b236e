//! Which addresses and file names are one to some file system or host.
//!
//! Enters: an address or a file name. Leaves: a key, a yes or no. Never: file access.

use icu::casemap::CaseMapper;
use icu::normalizer::DecomposingNormalizer;

use super::nfc;

/// A key that is equal for addresses which some file system or host takes for one.
///
/// Each part between slashes: without the dots and spaces at its end (Windows drops them), case
/// folded in full and normalised (macOS, Windows). Source: the Unicode Standard, section 3.13, D145
/// (canonical caseless match). The key is for comparing; it is no address.
///
/// ```
/// use songngu::text::clash_key;
/// assert_eq!(clash_key("vi/Đám-Mây/"), clash_key("vi/đám-mây./"));
/// assert_ne!(clash_key("vi/dam/"), clash_key("vi/đám/"));
/// ```
pub fn clash_key(address: &str) -> String {
    let parts: Vec<&str> = address.split('/').map(|part| part.trim_end_matches(['.', ' '])).collect();
    let joined = parts.join("/");
    if joined.is_ascii() {
        return joined.to_ascii_lowercase();
    }
    let decomposed = DecomposingNormalizer::new_nfd().normalize(&joined);
    let folded = CaseMapper::new().fold_string(&decomposed);
    nfc(&folded).into_owned()
}

/// Whether Windows would refuse or change a file or folder of this name (one part of a path).
///
/// Device names (`con`, `nul`, `com1`, … with any extension), forbidden characters, control
/// characters, a dot or space at the end. Source: Microsoft, "Naming Files, Paths, and Namespaces",
/// <https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file>.
pub fn is_windows_reserved(name: &str) -> bool {
    if name.ends_with(['.', ' ']) {
        return true;
    }
    if name.chars().any(|letter| letter < ' ' || "<>:\"|?*\\/".contains(letter)) {
        return true;
    }
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    if ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(&stem.as_str()) {
        return true;
    }
    let numbered = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    numbered.is_some_and(|rest| {
        rest.chars().count() == 1 && rest.contains(|c: char| c.is_ascii_digit() || "¹²³".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_clash_somewhere_have_one_key() {
        let same = [
            ("vi/Bai/", "vi/bai/"),
            ("vi/tie\u{302}\u{301}ng", "vi/tiếng"),
            ("en/a.", "en/a"),
            ("en/a. ./b", "en/a/b"),
            ("de/STRASSE", "de/straße"),
            ("el/ΣΊΣΥΦΟΣ", "el/σίσυφος"),
        ];
        for (a, b) in same {
            assert_eq!(clash_key(a), clash_key(b), "{a} and {b}");
        }
        for (a, b) in [("vi/ma", "vi/má"), ("a/b", "ab"), ("vi/đ", "vi/d"), ("a.b", "ab")] {
            assert_ne!(clash_key(a), clash_key(b), "{a} and {b}");
        }
    }

    #[test]
    fn windows_device_names_are_known() {
        for name in
            ["con", "NUL", "aux.html", "com1", "LPT9.txt", "com¹", "a:b", "why?", "a.", "a ", "con .txt", "x\u{7}"]
        {
            assert!(is_windows_reserved(name), "{name:?}");
        }
        for name in ["console", "com10", "com", "nul-set", "công", "index.html", "lpt", "a.con"] {
            assert!(!is_windows_reserved(name), "{name:?}");
        }
    }
}
