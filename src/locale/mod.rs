//! The site's strings: `.ftl` files (Fluent) in, text for readers and diagnostics out.
//!
//! Enters: files' text, in two layers (the theme's and the site's), and templates' text to find calls
//! in. Leaves: a [`Lexicon`], messages in the language they are really in, diagnostics about missing,
//! unused and mismatched ones. Never here: file access, the clock, Tera itself, a page that shows
//! `{$who}`, a `.ftl` file written by serialising it.

mod bundle;
mod check;
#[cfg(test)]
mod check_tests;
mod error;
mod functions;
mod html;
mod junk;
mod lexicon;
#[cfg(test)]
mod lexicon_tests;
mod needs;
mod phrases;
mod shape;
mod source;
mod texts;
mod tokens;
mod twins;
mod uses;
mod value;

pub use check::check;
pub use error::{FormatError, Problem};
pub use lexicon::{DateStyle, Lexicon, LocaleFile, Message, load};
pub use phrases::{Phrase, indented, phrases};
pub use source::Definition;
pub use texts::{MessageText, TextPiece, texts};
pub use uses::{KeyUse, MessageUse, uses};
pub use value::{Args, Value};
