//! Where a built file is found: its address within the site.

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// An address below the site's base address, without a slash at its start.
///
/// A page's route ends with `/` (`vi/thuat-ngu/llm/`) or is empty (the root page); any other file's
/// does not (`sitemap.xml`). NFC, not percent-encoded. Cheap to clone; ordered by its text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(Arc<str>);

impl Route {
    /// Takes an address without a slash at its start.
    pub fn new(route: impl Into<Arc<str>>) -> Route {
        Route(route.into())
    }

    /// The address, not percent-encoded.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is the address of a page, to be written as `index.html`.
    pub fn is_page(&self) -> bool {
        self.0.is_empty() || self.0.ends_with('/')
    }

    /// The file that answers at this address, relative to the output folder.
    pub fn file(&self) -> String {
        if self.is_page() { format!("{}index.html", self.0) } else { self.0.to_string() }
    }

    /// The way from this page back to the site's root, with a slash at its end: `../../`, or `./` at the root.
    pub fn to_root(&self) -> String {
        match self.0.matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    /// The address as it stands in a link: what RFC 3986 does not allow in a path is percent-encoded.
    pub fn encoded(&self) -> String {
        encode_path(&self.0)
    }
}

/// Percent-encodes what may not stand in the path of an address (RFC 3986, section 3.3).
fn encode_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z'
            | b'A'..=b'Z'
            | b'0'..=b'9'
            | b'-'
            | b'.'
            | b'_'
            | b'~'
            | b'/'
            | b'!'
            | b'$'
            | b'&'
            | b'\''
            | b'('
            | b')'
            | b'*'
            | b'+'
            | b','
            | b';'
            | b'='
            | b':'
            | b'@' => out.push(byte as char),
            _ => {
                out.push('%');
                for nibble in [byte >> 4, byte & 15] {
                    out.push(char::from(b"0123456789ABCDEF"[usize::from(nibble)]));
                }
            }
        }
    }
    out
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Route(/{})", self.0)
    }
}

impl Serialize for Route {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn a_page_knows_its_file_and_the_way_home() {
        let cases = [
            ("", "index.html", "./"),
            ("vi/", "vi/index.html", "../"),
            ("vi/thuat-ngu/llm/", "vi/thuat-ngu/llm/index.html", "../../../"),
            ("vi/feed.xml", "vi/feed.xml", "../"),
        ];
        for (route, file, root) in cases {
            assert_eq!(Route::new(route).file(), file);
            assert_eq!(Route::new(route).to_root(), root);
        }
    }

    #[test]
    fn an_address_is_percent_encoded_as_utf8() {
        assert_eq!(Route::new("vi/đám mây/").encoded(), "vi/%C4%91%C3%A1m%20m%C3%A2y/");
    }
}
