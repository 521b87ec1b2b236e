//! Reads one source file.
//!
//! Enters: a file that was found. Leaves: its text, normalised, or its digest and size. Never here: a file
//! that is not a regular one, and more of a text than the limit.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::Path;
use std::str::Utf8Error;
use std::sync::Arc;

use super::DiskError;
use super::names::Kind;
use super::walk::{Found, failed};
use crate::base::{Content, Digest, LineColumn, LineIndex, Snapshot, Source, SourcePath, Span};
use crate::diag::{Code, Diagnostic, Location, Place};
use crate::text::nfc;

/// The largest text that is read, in bytes: 8 MiB.
const LARGEST_TEXT: u64 = 8 * 1024 * 1024;

/// Reads a file; without a source if nothing of it can be used, perhaps with a diagnostic either way.
pub(super) fn read(found: &Found) -> (Option<Source>, Option<Diagnostic>) {
    let Found { source: path, file, kind } = found;
    match try_read(path, file, *kind) {
        Ok(outcome) => outcome,
        Err(error) => (None, Some(failed(path, &error))),
    }
}

fn try_read(path: &SourcePath, file: &Path, kind: Kind) -> io::Result<(Option<Source>, Option<Diagnostic>)> {
    let mut handle = open(file)?;
    let before = handle.metadata()?;
    if !before.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    let is_asset = kind == Kind::Asset || (kind == Kind::TextOrAsset && before.len() > LARGEST_TEXT);
    if is_asset {
        let digest = digest(&mut handle)?;
        let source = Source { content: Content::Asset { size: before.len() }, digest };
        return Ok((Some(source), changed(path, &before, &handle.metadata()?)));
    }
    if before.len() > LARGEST_TEXT {
        return Ok((None, Some(too_large(path))));
    }
    let mut bytes = Vec::with_capacity(before.len() as usize + 1);
    handle.by_ref().take(LARGEST_TEXT + 1).read_to_end(&mut bytes)?;
    if let Some(diagnostic) = changed(path, &before, &handle.metadata()?) {
        return Ok((None, Some(diagnostic)));
    }
    let digest = Digest::of(&bytes);
    let (content, diagnostic) = decode(path, &bytes, kind);
    Ok((Some(Source { content, digest }), diagnostic))
}

/// Opens a file for reading, without waiting for the other end if it has become a pipe.
pub(super) fn open(file: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits() as i32);
    }
    options.open(file)
}

/// The digest of all that is left to read.
fn digest(handle: &mut File) -> io::Result<Digest> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(handle)?;
    Ok(Digest::from_bytes(*hasher.finalize().as_bytes()))
}

/// The bytes of a file that somebody typed the path of; `None` if it has more than `limit` bytes.
///
/// # Errors
///
/// If there is no such file, or it cannot be read.
pub fn read_file(path: &Path, limit: u64) -> Result<Option<Vec<u8>>, DiskError> {
    let failed = || DiskError::on("read", path);
    let mut handle = File::open(path).map_err(failed())?;
    if handle.metadata().map_err(failed())?.is_dir() {
        return Err(DiskError::because("read", path, "it is a folder: name a file"));
    }
    let mut bytes = Vec::new();
    handle.by_ref().take(limit + 1).read_to_end(&mut bytes).map_err(failed())?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

fn changed(path: &SourcePath, before: &Metadata, after: &Metadata) -> Option<Diagnostic> {
    let same = before.len() == after.len() && before.modified().ok() == after.modified().ok();
    let message = "the file was changed while it was read";
    (!same).then(|| Diagnostic::new(Code::FileChanged, message).in_file(path).hint("build again when it is saved"))
}

fn too_large(path: &SourcePath) -> Diagnostic {
    Diagnostic::new(Code::FileTooLarge, "the file is larger than 8 MiB, more than songngu reads as text")
        .in_file(path)
        .hint("divide it into several files")
}

/// Turns bytes into text: no byte order mark, `\n` as line end, NFC.
fn decode(path: &SourcePath, bytes: &[u8], kind: Kind) -> (Content, Option<Diagnostic>) {
    // The quick one does not say where it is wrong.
    let text = match simdutf8::basic::from_utf8(bytes).or_else(|_| std::str::from_utf8(bytes)) {
        Ok(text) if kind == Kind::Text || !text.contains('\0') => text,
        Ok(_) => return (Content::Asset { size: bytes.len() as u64 }, None),
        Err(_) if kind == Kind::TextOrAsset => return (Content::Asset { size: bytes.len() as u64 }, None),
        Err(error) => {
            let (content, diagnostic) = not_utf8(path, bytes, error);
            return (content, Some(diagnostic));
        }
    };
    let text = normalised(text);
    let diagnostic = text.find('\0').map(|at| nul(path, &text, at));
    (Content::Text(text), diagnostic)
}

/// The sources whose text on disk is not in Unicode form C, each with the line and column, from 1, of the first
/// character that is not; sorted by path. Sources that cannot be read again are left out: that was reported.
pub fn decomposed(root: &Path, snapshot: &Snapshot) -> Vec<(SourcePath, LineColumn)> {
    let place = |(path, source): (&SourcePath, &Source)| {
        let Content::Text(text) = &source.content else { return None };
        // What stands on disk as the snapshot has it is in form C.
        if Digest::of(text.as_bytes()) == source.digest {
            return None;
        }
        let bytes = std::fs::read(root.join(path.as_str())).ok()?;
        let raw = std::str::from_utf8(&bytes).ok()?;
        let raw = raw.strip_prefix('\u{feff}').unwrap_or(raw);
        let line = |(number, line): (usize, &str)| {
            let composed = nfc(line);
            let at = line.char_indices().zip(composed.chars()).find(|((_, a), b)| a != b).map(|((at, _), _)| at);
            let at = at.or((composed.len() < line.len()).then_some(composed.len()))?;
            Some(LineColumn { line: number as u32 + 1, column: line[..at].chars().count() as u32 + 1 })
        };
        raw.lines().enumerate().find_map(line).map(|at| (path.clone(), at))
    };
    snapshot.sources.iter().filter_map(place).collect()
}

/// The text without a byte order mark, with `\n` as line end, in NFC.
fn normalised(text: &str) -> Arc<str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains("\r\n") { nfc(&text.replace("\r\n", "\n")).into() } else { nfc(text).into() }
}

fn not_utf8(path: &SourcePath, bytes: &[u8], error: Utf8Error) -> (Content, Diagnostic) {
    let offset = error.valid_up_to();
    let before = std::str::from_utf8(&bytes[..offset]).unwrap_or("");
    let before = before.strip_prefix('\u{feff}').unwrap_or(before);
    let LineColumn { line, column } = LineIndex::new(before).line_column(before, before.len());
    let byte = bytes.get(offset).copied().unwrap_or_default();
    let hint = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "the file is UTF-16: save it as UTF-8",
        _ => "save the file as UTF-8",
    };
    let message = format!("the file is not valid UTF-8: byte 0x{byte:02X} at offset {offset}");
    let location = Location { path: path.clone(), place: Place::At { line, column } };
    let diagnostic = Diagnostic::new(Code::EncodingInvalid, message).located(location).hint(hint);
    (Content::NotUtf8 { offset, line, column }, diagnostic)
}

fn nul(path: &SourcePath, text: &str, at: usize) -> Diagnostic {
    let message = match text.matches('\0').count() {
        1 => "the text holds a NUL character".to_owned(),
        count => format!("the text holds {count} NUL characters; this is the first"),
    };
    Diagnostic::new(Code::NulByte, message).at(path, Span::new(at..at + 1)).hint("delete it, or save the file as UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str) {
        let path = SourcePath::new("content/a.vi.md");
        let (content, diagnostic) = decode(&path, bytes, Kind::Text);
        let content = match content {
            Content::Text(text) => format!("{text:?}"),
            Content::NotUtf8 { offset, line, column } => format!("not UTF-8 at {offset}, {line}:{column}"),
            Content::Asset { size } => format!("asset of {size}"),
        };
        let diagnostic = diagnostic.map_or(String::new(), |d| format!(" {}: {}", d.code, d.message));
        assert_eq!(format!("{content}{diagnostic}"), expected);
    }

    #[test]
    fn bytes_become_text_in_one_form() {
        check(b"\xef\xbb\xbfa\r\nb\rc\n", "\"a\\nb\\rc\\n\"");
        check("ho\u{300}a".as_bytes(), "\"hòa\"");
        check(b"", "\"\"");
        check(b"a\0b\0", "\"a\\0b\\0\" nul-byte: the text holds 2 NUL characters; this is the first");
    }

    /// Between the walk that finds a file and the read, an editor may remove it.
    #[test]
    fn a_file_that_is_removed_after_it_was_found_is_told() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        for (name, kind) in [("a.vi.md", Kind::Text), ("a.png", Kind::Asset), ("a.css", Kind::TextOrAsset)] {
            let found = Found { source: SourcePath::new(name), file: folder.path().join(name), kind };
            let (source, diagnostic) = read(&found);
            assert!(source.is_none());
            let diagnostic = diagnostic.expect("it is told");
            assert_eq!(diagnostic.code, Code::FileUnreadable);
            assert_eq!(diagnostic.message, format!("`{name}` cannot be read: no such file or directory"));
        }
    }

    #[test]
    fn what_is_not_utf8_is_named_by_its_place() {
        check(
            b"\xef\xbb\xbf1\r\n\xc4\x91\xff",
            "not UTF-8 at 8, 2:2 encoding-invalid: the file is not valid UTF-8: byte 0xFF at offset 8",
        );
        check(
            b"\xff\xfea\0",
            "not UTF-8 at 0, 1:1 encoding-invalid: the file is not valid UTF-8: byte 0xFF at offset 0",
        );
    }
}
