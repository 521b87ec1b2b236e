//! The name that the editions of one page share.

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// A source path below `content/` without language and ending: `glossary/llm`.
///
/// The page of a folder carries the folder's name; the home page's is empty. Cheap to clone; ordered by its text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PagePath(Arc<str>);

impl PagePath {
    /// Takes a path without slashes at its ends.
    pub fn new(path: impl Into<Arc<str>>) -> PagePath {
        PagePath(path.into())
    }

    /// The whole path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is the home page.
    pub fn is_home(&self) -> bool {
        self.0.is_empty()
    }

    /// The last part: `llm`; empty for the home page.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The page of the folder above; `None` for the home page.
    pub fn parent(&self) -> Option<PagePath> {
        if self.is_home() {
            return None;
        }
        Some(PagePath::new(self.0.rsplit_once('/').map_or("", |(folder, _)| folder)))
    }

    /// The page called `name` in the folder of this page.
    pub fn child(&self, name: &str) -> PagePath {
        if self.is_home() { PagePath::new(name) } else { PagePath::new(format!("{self}/{name}")) }
    }
}

impl fmt::Display for PagePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for PagePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PagePath({})", self.0)
    }
}

impl Serialize for PagePath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
