//! The one service for human text: normalise, fold, slug, collate, segment, and say numbers, dates
//! and lists as a language does.
//!
//! Enters: text, a language, exact numbers. Leaves: text, orders, counts. Never here: files, the
//! clock, translations (those are `locale`'s), HTML. ICU4X (CLDR compiled in) is spoken only here.
//! Tones and marks are folded for search and slugs and nowhere else.

mod beginning;
mod clash;
mod collate;
mod dates;
mod doubled;
mod formats;
mod languages;
mod marks;
mod normal;
mod number;
mod presence;
mod quantities;
mod quotes;
mod reading;
mod sentence;
mod width;
mod within;
mod words;

pub use beginning::beginning;
pub use clash::{clash_key, is_windows_reserved};
pub use collate::Collator;
pub use dates::{DateFields, DateWidth, weekday};
pub use doubled::doubled_words;
pub use formats::{Formats, NumberOptions};
pub use languages::language_name;
pub use marks::{Ending, double_quotes, ending, is_picture};
pub use normal::{doubtful_letters, fold, is_nfc, nfc, slug};
pub use number::{InvalidNumber, Number};
pub use presence::{english_run, lacks_marks, seems_english, seems_vietnamese};
pub use quantities::{Conventions, Quantity, Side, Strength, Unmatched, Value, compare, quantities};
pub use quotes::{Quotes, quotes};
pub use reading::{reading, reading_minutes};
pub use sentence::{Excerpt, sentence};
pub use width::columns;
pub use within::{CsvCell, cell, csv_data, csv_row, from_cell, in_xml, xml};
pub use words::{is_mark, is_word_boundary, tone_placement};
