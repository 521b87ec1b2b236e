//! What templates see of a page in two languages side by side.

use serde::Serialize;

use crate::base::{Direction, Lang};

/// A page in two languages side by side, for the language switch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PairLinkView {
    /// The two languages' own names: `Tiếng Việt`, `English`.
    pub names: [String; 2],
    /// Where it is.
    pub route: String,
    /// Whether it is the page shown.
    pub current: bool,
}

/// One of the two languages of a page side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SideView {
    /// The language.
    pub lang: Lang,
    /// Its direction.
    pub dir: Direction,
    /// Its own name for itself.
    pub name: String,
    /// The title in this language.
    pub title: String,
    /// Where the page is in this language alone.
    pub route: String,
    /// The short definition, on a glossary entry; HTML, safe to write as it is; may be empty.
    pub short: String,
}
