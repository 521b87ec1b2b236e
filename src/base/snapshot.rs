//! The sources of a site at one moment.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Digest, SourcePath};

/// Every source file of a site, by path, as it was when it was read. Holds no file handles.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// Sorted by path.
    pub sources: BTreeMap<SourcePath, Source>,
}

/// One source file.
#[derive(Debug, Clone)]
pub struct Source {
    /// What is in it.
    pub content: Content,
    /// Of its bytes as they are on disk.
    pub digest: Digest,
}

/// What a source file holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// A file read as text: NFC, without a byte order mark, line ends as `\n`.
    Text(Arc<str>),
    /// A text file that is not valid UTF-8: the offset in bytes, from 0, of the first wrong byte, and its place.
    NotUtf8 {
        /// Offset in bytes, from 0.
        offset: usize,
        /// Line, from 1.
        line: u32,
        /// Column, from 1, in Unicode scalar values.
        column: u32,
    },
    /// An asset: copied, never read into a page. Its size in bytes.
    Asset {
        /// Bytes.
        size: u64,
    },
}

impl Snapshot {
    /// The text of a source, if it has one.
    pub fn text(&self, path: &SourcePath) -> Option<&Arc<str>> {
        self.sources.get(path)?.content.text()
    }
}

impl Content {
    /// The text, if it is one.
    pub fn text(&self) -> Option<&Arc<str>> {
        match self {
            Content::Text(text) => Some(text),
            Content::NotUtf8 { .. } | Content::Asset { .. } => None,
        }
    }
}
