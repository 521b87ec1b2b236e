//! Texts on their way to translators and back: PO, XLIFF 1.2 and 2.1, TMX, CSV.
//!
//! Enters: a [`Batch`] of texts in two languages, or the bytes of a file that a translator sends back. Leaves: the bytes
//! of a file, or a [`Received`] with the places of its texts. Never here: files on disk, the site, what is done with a
//! text that came back ([`merge`] decides that).

mod csv;
mod inline;
pub mod merge;
mod numbers;
mod po;
pub mod read;
mod tmx;
mod xliff1;
mod xliff2;
mod xml;

use crate::base::{Digest, Lang, SourcePath, Span};

pub use inline::{Inline, Text};
pub use read::read;

/// The version of what files carry beside their texts. It is raised when an older songngu could not read them.
pub const VERSION: u32 = 1;

/// What texts are exported as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// GNU gettext.
    Po,
    /// OASIS XLIFF 2.1.
    Xliff2,
    /// OASIS XLIFF 1.2.
    Xliff1,
    /// Translation Memory eXchange 1.4b.
    Tmx,
    /// For spreadsheets: RFC 4180.
    Csv,
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 5] = [Format::Po, Format::Xliff2, Format::Xliff1, Format::Tmx, Format::Csv];

    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Format::Po => "PO",
            Format::Xliff2 => "XLIFF 2.1",
            Format::Xliff1 => "XLIFF 1.2",
            Format::Tmx => "TMX",
            Format::Csv => "CSV",
        }
    }
}

/// Texts to be translated from one language into another.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// The site's address, by which a file for another site is told.
    pub site: String,
    /// The language to translate from.
    pub from: Lang,
    /// The language to translate into.
    pub to: Lang,
    /// One for each source file; sorted by path.
    pub parts: Vec<Part>,
}

/// The texts of one source file.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The file that is translated.
    pub source: SourcePath,
    /// The file that holds the translation; it may not exist yet.
    pub target: SourcePath,
    /// In the order of the source file; ids are unique.
    pub entries: Vec<Entry>,
}

/// One text.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its address within the source file: `why/p2`, `title`, `menu.label`.
    pub id: String,
    /// The line of the source file on which it begins, from 1.
    pub line: u32,
    /// The text to translate; has words.
    pub source: Text,
    /// Its translation, if there is one.
    pub target: Option<Text>,
    /// Of the source, as agreement files know it.
    pub source_hash: Hash,
    /// Of the translation.
    pub target_hash: Option<Hash>,
    /// How the two stand to each other.
    pub state: State,
    /// What translators should know.
    pub notes: Vec<Note>,
}

/// How a text and its translation stand to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// There is no translation.
    New,
    /// There is one; nobody has said that the two agree.
    Translated,
    /// They agree.
    Agreed,
    /// The source has moved since they agreed.
    Behind {
        /// What the source said then.
        before: String,
    },
    /// Both have moved since they agreed.
    Conflict {
        /// What the source said then.
        before: String,
    },
}

impl State {
    /// Whether the translation has to be looked at: what PO calls fuzzy.
    pub fn is_fuzzy(&self) -> bool {
        matches!(self, State::Behind { .. } | State::Conflict { .. })
    }

    /// What the source said when the two agreed, if it says something else now.
    pub fn before(&self) -> Option<&str> {
        match self {
            State::Behind { before } | State::Conflict { before } => Some(before),
            State::New | State::Translated | State::Agreed => None,
        }
    }

    /// The word for it in files and on the command line.
    pub fn name(&self) -> &'static str {
        match self {
            State::New => "missing",
            State::Translated => "translated",
            State::Agreed => "agreed",
            State::Behind { .. } => "behind",
            State::Conflict { .. } => "conflict",
        }
    }
}

/// Something that a translator should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub kind: NoteKind,
    /// On one line.
    pub text: String,
}

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// Where the text stands: a heading above it, the kind of block.
    Context,
    /// What the author wrote about it.
    Comment,
    /// A term of the glossary, in both languages.
    Term,
    /// Where it can be seen.
    Preview,
}

impl NoteKind {
    /// The word in front of a note, and its category in XLIFF.
    pub fn name(self) -> &'static str {
        match self {
            NoteKind::Context => "context",
            NoteKind::Comment => "comment",
            NoteKind::Term => "term",
            NoteKind::Preview => "preview",
        }
    }
}

/// The beginning of a digest, as files carry it: 16 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hash(String);

/// How many digits of a digest files carry.
const HASH_DIGITS: usize = 16;

impl Hash {
    /// Of a digest.
    pub fn new(digest: Digest) -> Hash {
        Hash(digest.to_hex()[..HASH_DIGITS].to_owned())
    }

    /// Reads what [`Hash::as_str`] gave.
    pub fn parse(text: &str) -> Option<Hash> {
        let good = text.len() == HASH_DIGITS
            && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        good.then(|| Hash(text.to_owned()))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a translator sends back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// What it came as.
    pub format: Format,
    /// The site it was exported from.
    pub site: String,
    /// The language that was translated from.
    pub from: Lang,
    /// The language that was translated into.
    pub to: Lang,
    /// In the order of the file.
    pub entries: Vec<ReceivedEntry>,
}

/// One text that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceivedEntry {
    /// The source file it belongs to.
    pub source: SourcePath,
    /// Its address within that file.
    pub id: String,
    /// Where it stands in the file that came back.
    pub span: Span,
    /// Of the source when it was exported.
    pub source_hash: Hash,
    /// Of the translation when it was exported; `None` if there was none.
    pub target_hash: Option<Hash>,
    /// The translation; may be empty.
    pub target: Vec<Token>,
    /// Whether the translator says that it is not done yet.
    pub fuzzy: bool,
}

/// A part of a text that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// Markdown or Fluent, as a translator wrote it.
    Written(String),
    /// Markup that stands alone, by its number.
    Atom(String),
    /// Where markup around words begins, by its number.
    Open(String),
    /// Where it ends.
    Close(String),
}

/// The batch as a file, in UTF-8 without a byte order mark. `today` is written `2023-05-19`.
pub fn write(batch: &Batch, format: Format, today: &str) -> Vec<u8> {
    let text = match format {
        Format::Po => po::text(batch, today),
        Format::Xliff2 => xliff2::text(batch),
        Format::Xliff1 => xliff1::text(batch),
        Format::Tmx => tmx::text(batch),
        Format::Csv => csv::text(batch),
    };
    text.into_bytes()
}

/// The address of an entry among those of all files: `content/chips.vi.md#why/p2`.
fn address(part: &Part, entry: &Entry) -> String {
    format!("{}#{}", part.source, entry.id)
}

/// The file and the id of an address.
fn from_address(address: &str) -> Option<(SourcePath, String)> {
    let (path, id) = address.rsplit_once('#').filter(|(path, id)| !path.is_empty() && !id.is_empty())?;
    Some((SourcePath::new(path), id.to_owned()))
}
