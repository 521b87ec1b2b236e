//! Which format a file is, and its encoding, before it is read.
//!
//! Enters: a file's name and bytes. Leaves: a [`Received`], or what is wrong with it. Never here: the file system.

use super::xml::{self, Reading};
use super::{Format, Received, VERSION, csv, po, tmx, xliff1, xliff2};
use crate::base::{LineColumn, LineIndex, SourcePath};
use crate::diag::{Code, Diagnostic, Location, Place};

/// The largest file that is read, in bytes: 32 MiB.
pub const LARGEST: u64 = 32 * 1024 * 1024;

/// The text of a file that came back, without a byte order mark.
///
/// # Errors
///
/// A file that is too large, or that is not UTF-8.
pub fn decode<'a>(path: &SourcePath, bytes: &'a [u8]) -> Result<&'a str, Box<Diagnostic>> {
    let wrong = |message: String| Diagnostic::new(Code::ImportInvalid, message).in_file(path);
    if bytes.len() as u64 > LARGEST {
        return Err(Box::new(too_large(path)));
    }
    if let [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, b'<', ..] | [b'<', 0, ..] = bytes {
        let hint = "choose UTF-8 where the program asks for an encoding, or save the file as UTF-8";
        return Err(Box::new(wrong("the file is UTF-16; songngu reads UTF-8".to_owned()).hint(hint)));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        let before = std::str::from_utf8(&bytes[..offset]).unwrap_or_default();
        let LineColumn { line, column } = LineIndex::new(before).line_column(before, before.len());
        let byte = bytes.get(offset).copied().unwrap_or_default();
        let message = format!("the file is not valid UTF-8: byte 0x{byte:02X} at offset {offset}");
        let location = Location { path: path.clone(), place: Place::At { line, column } };
        let hint = "save the file as UTF-8; the spreadsheet or program may have chosen another encoding";
        Box::new(Diagnostic::new(Code::ImportInvalid, message).located(location).hint(hint))
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// A file that nobody reads.
pub fn too_large(path: &SourcePath) -> Diagnostic {
    let message = format!("the file is larger than {} MiB, more than songngu reads", LARGEST / 1024 / 1024);
    Diagnostic::new(Code::ImportInvalid, message).in_file(path).hint("export fewer pages at once")
}

/// Reads a file that came back, in whichever format it is.
///
/// # Errors
///
/// Everything that keeps it from being read, each at its place.
pub fn read(path: &SourcePath, text: &str) -> Result<Received, Vec<Diagnostic>> {
    let wrong =
        |message: &str, hint: &str| vec![Diagnostic::new(Code::ImportInvalid, message).in_file(path).hint(hint)];
    if text.trim().is_empty() {
        return Err(wrong("the file is empty", "export it again"));
    }
    let name = path.as_str().to_lowercase();
    if !text.trim_start().starts_with('<') {
        let is_po = text.lines().any(|line| line.trim_start().starts_with("msgid"));
        return match name.rsplit('.').next() {
            Some("po" | "pot") => po::read(path, text),
            Some("csv" | "tsv") => csv::read(path, text),
            _ if is_po => po::read(path, text),
            Some("xlf" | "xliff" | "xml" | "tmx") => {
                Err(wrong("the file is not XML", "it may have been saved by a program that does not know its format"))
            }
            _ => csv::read(path, text),
        };
    }
    let mut blank = String::new();
    let document = xml::parse(path, text, &mut blank).map_err(|problem| vec![*problem])?;
    let root = document.root_element();
    let reading = Reading { path, format: "a file" };
    match (root.tag_name().name(), root.attribute("version").unwrap_or_default()) {
        ("xliff", version) if version.starts_with("1.") => xliff1::read(path, root),
        ("xliff", version) if version.starts_with("2.") => xliff2::read(path, root),
        ("tmx", _) => tmx::read(path, root),
        ("xliff", version) => Err(vec![*reading.wrong(root, format!("XLIFF `{version}` is not known to songngu"))]),
        (other, _) => Err(vec![*reading.wrong(root, format!("`<{other}>` is neither XLIFF nor TMX"))]),
    }
}

/// Checks the version that a file carries.
///
/// # Errors
///
/// In words, where there is none, or one that is newer than this program's.
pub(super) fn version(found: Option<&str>) -> Result<(), String> {
    let number: u32 = match found.map(str::trim).map(str::parse) {
        Some(Ok(number)) => number,
        _ => return Err(format!("the file was not written by songngu, or {} has taken its marks away", "a program")),
    };
    if number > VERSION {
        return Err(format!("the file is of version {number}, written by a newer songngu; this one reads {VERSION}"));
    }
    Ok(())
}

impl Format {
    /// The usual ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Po => "po",
            Format::Xliff2 | Format::Xliff1 => "xlf",
            Format::Tmx => "tmx",
            Format::Csv => "csv",
        }
    }
}
