//! Edits of a text as it was read, made in the bytes that it was read from.
//!
//! Enters: a file's bytes, its text (NFC, without a byte order mark, `\n` as line end), edits of that text. Leaves: bytes
//! in which every line without an edit is as it was. Never here: a guess; where bytes and text do not fit, nothing.

use super::{Edit, applied};
use crate::text::nfc;

/// The byte order mark of UTF-8.
const MARK: &str = "\u{feff}";

/// The bytes of a file with edits made in it. `None` if the bytes are not those of the text.
pub fn patched(raw: &[u8], text: &str, edits: &[Edit]) -> Option<Vec<u8>> {
    let raw = std::str::from_utf8(raw).ok()?;
    let (mark, raw) = raw.strip_prefix(MARK).map_or(("", raw), |rest| (MARK, rest));
    let raw_lines: Vec<&str> = raw.split_inclusive('\n').collect();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let as_read = |line: &str| match line.strip_suffix("\r\n") {
        Some(rest) => format!("{}\n", nfc(rest)),
        None => nfc(line).into_owned(),
    };
    if raw_lines.len() != lines.len() || raw_lines.iter().zip(&lines).any(|(raw, line)| as_read(raw) != **line) {
        return None;
    }
    let mut starts = vec![0];
    starts.extend(lines.iter().scan(0, |at, line| {
        *at += line.len();
        Some(*at)
    }));
    let line_of = |at: usize| starts.partition_point(|start| *start <= at).saturating_sub(1).min(lines.len());
    let mut out = mark.to_owned();
    let mut done = 0;
    let mut edits = edits.iter().peekable();
    while let Some(edit) = edits.next() {
        let first = line_of(edit.range.start);
        let mut last = line_of(edit.range.end);
        let mut group = vec![edit.clone()];
        while let Some(next) = edits.next_if(|next| line_of(next.range.start) <= last) {
            last = line_of(next.range.end).max(last);
            group.push(next.clone());
        }
        out.extend(raw_lines[done..first].iter().copied());
        let end = (last + 1).min(lines.len());
        let start = starts[first];
        for edit in &mut group {
            edit.range = edit.range.start - start..edit.range.end - start;
        }
        let new = applied(&text[start..starts[end]], &group);
        out.push_str(&if ends_with_cr(&raw_lines, first) { new.replace('\n', "\r\n") } else { new });
        done = end;
    }
    out.extend(raw_lines[done..].iter().copied());
    Some(out.into_bytes())
}

/// Whether lines end with CR LF at this place: the line itself, the one before, or the first.
fn ends_with_cr(lines: &[&str], at: usize) -> bool {
    let near = [lines.get(at), at.checked_sub(1).and_then(|before| lines.get(before)), lines.first()];
    near.into_iter().flatten().find(|line| line.ends_with('\n')).is_some_and(|line| line.ends_with("\r\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_edited_lines_change() {
        let raw = "\u{feff}o\u{302}\r\nhai\r\nba\nbo\u{302}n".as_bytes();
        let text = "ô\nhai\nba\nbôn";
        let edit = |from: &str, to: &str| {
            let start = text.find(from).expect("it is there");
            Edit { range: start..start + from.len(), text: to.to_owned() }
        };
        let after = |edits: &[Edit]| String::from_utf8(patched(raw, text, edits).expect("it fits")).expect("text");
        assert_eq!(after(&[]).as_bytes(), raw);
        assert_eq!(after(&[edit("ai", "â\ny")]), "\u{feff}o\u{302}\r\nhâ\r\ny\r\nba\nbo\u{302}n");
        assert_eq!(after(&[edit("ô", "1"), edit("n", "2")]), "\u{feff}1\r\nhai\r\nba\nbô2");
        assert_eq!(patched(raw, "ô\nhai\nba\nbon", &[]), None);
        let end = Edit { range: text.len()..text.len(), text: "!\n".to_owned() };
        // After the last line, whose own bytes stay; it has no end to go by, so the first line decides.
        assert_eq!(after(&[end]), "\u{feff}o\u{302}\r\nhai\r\nba\nbo\u{302}n!\r\n");
    }
}
