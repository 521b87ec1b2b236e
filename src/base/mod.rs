//! The shared nouns of every room: language, source path, route, span, digest, date, snapshot.
//!
//! Enters: nothing. Leaves: small value types without behaviour beyond their own invariants.
//! Never here: file access, formats, languages' rules, anything that knows what a page is.

mod cancellation;
mod component;
mod date;
mod digest;
mod lang;
mod page;
mod path;
mod route;
mod snapshot;
mod span;

pub use cancellation::Cancellation;
pub use component::{ArgumentKind, ComponentArgument, ComponentSignature, Components};
pub use date::PartialDate;
pub use digest::Digest;
pub use lang::{Direction, Lang, LocalText};
pub use page::PagePath;
pub use path::SourcePath;
pub use route::Route;
pub use snapshot::{Content, Snapshot, Source};
pub use span::{LineColumn, LineIndex, Span};
