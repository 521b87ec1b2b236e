//! The address of a link, sorted by where it leads.
//!
//! Content is untrusted: an address that could run code is refused after entities are decoded and after
//! what browsers strip is stripped. Source: WHATWG URL standard, "basic URL parser" (control characters
//! and white space at the ends, tab and line breaks anywhere are removed).

use super::body::Target;
use crate::text;

/// Sorts an address, already free of entities.
///
/// # Errors
/// An address with a scheme that is not allowed, in words.
pub fn read(dest: &str, image: bool) -> Result<Target, String> {
    let clean: String = dest.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let clean = clean.trim_matches(|c: char| c <= ' ');
    if clean.starts_with("//") || clean.starts_with('\\') || clean.starts_with("/\\") {
        return Err(format!("the address `{clean}` has no scheme"));
    }
    if let Some(scheme) = scheme(clean) {
        let allowed: &[&str] = if image { &["http", "https"] } else { &["http", "https", "mailto", "tel"] };
        let lower = scheme.to_ascii_lowercase();
        return if allowed.contains(&lower.as_str()) {
            Ok(Target::External(encode(clean)))
        } else {
            Err(format!("the scheme `{scheme}:` is not allowed"))
        };
    }
    let (path, anchor) = match clean.split_once('#') {
        Some((path, anchor)) => (path, Some(decode(anchor)).filter(|anchor| !anchor.is_empty())),
        None => (clean, None),
    };
    Ok(Target::Internal { path: decode(path), anchor })
}

/// Percent-encodes what may not stand in an address (WHATWG URL standard, "URL code points"). Letters beyond ASCII may.
fn encode(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => {
                out.push_str(&format!("%{:02X}", u32::from(c)))
            }
            _ => out.push(c),
        }
    }
    out
}

/// The scheme of an absolute address (RFC 3986, section 3.1).
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let mut chars = scheme.chars();
    let valid = chars.next().is_some_and(|c| c.is_ascii_alphabetic())
        && chars.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    valid.then_some(scheme)
}

/// Undoes percent-encoding, as NFC; an encoding that is not UTF-8 is left as it is.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match pair.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    let decoded = String::from_utf8(out).unwrap_or_else(|_| text.to_owned());
    text::nfc(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_could_run_code_is_refused() {
        for dest in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            " java\tscript:x",
            "\u{1}javascript:x",
            "vbscript:x",
            "data:text/html,x",
            "//evil.example",
            "\\\\evil.example",
            "file:///etc/passwd",
        ] {
            assert!(read(dest, false).is_err(), "{dest}");
        }
        assert!(read("mailto:a@example.org", true).is_err());
    }

    #[test]
    fn a_path_is_decoded_and_its_section_is_split_off() {
        let internal = |path: &str, anchor: Option<&str>| {
            Ok(Target::Internal { path: path.to_owned(), anchor: anchor.map(str::to_owned) })
        };
        assert_eq!(read("%C4%91a.md#ph%E1%BA%A7n", false), internal("đa.md", Some("phần")));
        assert_eq!(read("#x", false), internal("", Some("x")));
        assert_eq!(read("a%zz.md", false), internal("a%zz.md", None));
        assert_eq!(read("https://example.org/a#b", false), Ok(Target::External("https://example.org/a#b".to_owned())));
    }
}
