//! CSV (RFC 4180) for spreadsheets: a header, then a row for each text, with the columns of the translate toolkit.
//!
//! Enters: a batch, or the text of a file. Leaves: a file's text, or what came back. Never here: a cell that a
//! spreadsheet would run ([`crate::text::cell`]).

use csv::{ErrorKind, ReaderBuilder, StringRecord};

use super::merge::hash_of;
use super::{Batch, Format, Hash, Note, Received, ReceivedEntry, Token, VERSION, address, from_address};
use crate::base::{Lang, SourcePath, Span};
use crate::diag::{Code, Diagnostic};
use crate::text::{csv_row, from_cell};

const HEADER: [&str; 8] =
    ["location", "source", "target", "id", "fuzzy", "context", "translator_comments", "developer_comments"];

/// The file's text; lines end with CR LF.
pub(super) fn text(batch: &Batch) -> String {
    let Batch { site, from, to, parts } = batch;
    let mut out = csv_row(&HEADER);
    for part in parts {
        for entry in &part.entries {
            let target_hash = entry.target_hash.as_ref().map_or("-", Hash::as_str);
            let context = format!(
                "songngu={VERSION} site={site} from={from} to={to} source-hash={} target-hash={target_hash}",
                entry.source_hash.as_str()
            );
            let before = entry.state.before().map(|before| format!("previous: {before}"));
            let told = entry.notes.iter().map(|Note { kind, text }| format!("{}: {text}", kind.name()));
            let cells: [&str; HEADER.len()] = [
                &format!("{}:{}", part.source, entry.line),
                &entry.source.written(),
                &entry.target.as_ref().map(|target| target.written()).unwrap_or_default(),
                &address(part, entry),
                if entry.state.is_fuzzy() { "True" } else { "" },
                &context,
                "",
                &told.chain(before).collect::<Vec<_>>().join("\n"),
            ];
            out.push_str(&csv_row(&cells));
        }
    }
    out
}

/// Reads a file: with commas, semicolons or tabs, as spreadsheets write it.
///
/// # Errors
///
/// What is not as this program writes it, at its place.
pub(super) fn read(path: &SourcePath, text: &str) -> Result<Received, Vec<Diagnostic>> {
    let wrong = |span: Span, message: String| Diagnostic::new(Code::ImportInvalid, message).at(path, span);
    let first = text.lines().next().unwrap_or_default();
    let delimiter =
        [b',', b';', b'\t'].into_iter().max_by_key(|sign| first.bytes().filter(|byte| byte == sign).count());
    let mut reader = ReaderBuilder::new().delimiter(delimiter.unwrap_or(b',')).from_reader(text.as_bytes());
    let columns = reader.headers().cloned().unwrap_or_default();
    let column = |name: &str| columns.iter().position(|column| column.trim().eq_ignore_ascii_case(name));
    let needed = ["id", "target", "context"].map(column);
    let [Some(id), Some(target), Some(context)] = needed else {
        let span = Span::new(0..first.len());
        let message = "the first line does not name the columns `id`, `target` and `context`".to_owned();
        return Err(vec![wrong(span, message).hint("keep the first line, and all columns, as songngu wrote them")]);
    };
    let (fuzzy, shown) = (column("fuzzy"), column("source"));
    let mut received: Option<Received> = None;
    let mut problems = Vec::new();
    let mut record = StringRecord::new();
    loop {
        let start = reader.position().byte() as usize;
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(error) => {
                problems.push(wrong(line_at(text, start), broken(&error)).hint("a cell may lack its closing `\"`"));
                break;
            }
        }
        let start = record.position().map_or(start, |position| position.byte() as usize);
        let span = line_at(text, start);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let cell = |at: usize| from_cell(record.get(at).unwrap_or_default());
        let is_fuzzy = fuzzy.is_some_and(|at| {
            matches!(cell(at).trim().to_lowercase().as_str(), "1" | "x" | "true" | "yes" | "fuzzy" | "wahr" | "đúng")
        });
        match row(cell(id), cell(target), cell(context), span) {
            Ok((head, entry)) => {
                let all = received.get_or_insert_with(|| head.clone());
                if (&all.site, &all.from, &all.to) != (&head.site, &head.from, &head.to) {
                    problems.push(wrong(span, "this row is for another site or language than the first".to_owned()));
                }
                // Some programs take `\` for a sign of CSV, and with it away from the translation, too.
                if shown.is_some_and(|at| hash_of(cell(at)) != entry.source_hash) {
                    let message = format!("the source of `{}` is not the one that was exported", entry.id);
                    let hint = "the program that wrote this file may take `\\` away; use PO or XLIFF with it";
                    problems.push(wrong(span, message).hint(hint));
                }
                all.entries.push(ReceivedEntry { fuzzy: is_fuzzy, ..entry });
            }
            Err(message) => problems.push(wrong(span, message)),
        }
    }
    match received {
        Some(received) if problems.is_empty() => Ok(received),
        None if problems.is_empty() => Err(vec![wrong(Span::new(0..first.len()), "there is no text in it".to_owned())]),
        _ => Err(problems),
    }
}

fn broken(error: &csv::Error) -> String {
    match error.kind() {
        ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("this row has {len} cells, the first line {expected_len}")
        }
        _ => "this row cannot be read as CSV".to_owned(),
    }
}

/// The line that begins at a byte.
fn line_at(text: &str, start: usize) -> Span {
    let mut start = start.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let length = text[start..].find(['\r', '\n']).unwrap_or(text.len() - start);
    Span::new(start..start + length)
}

fn row(id: &str, target: &str, context: &str, span: Span) -> Result<(Received, ReceivedEntry), String> {
    let value = |name: &str| {
        let found = context.split_whitespace().find_map(|word| word.strip_prefix(name)?.strip_prefix('='));
        found.ok_or_else(|| format!("the cell `context` does not tell `{name}`: keep it as songngu wrote it"))
    };
    super::read::version(Some(value("songngu")?))?;
    let lang = |name: &str| {
        let tag = value(name)?;
        Lang::new(tag).ok_or_else(|| format!("`{tag}` is not a language"))
    };
    let hash = |name: &str| {
        let text = value(name)?;
        Hash::parse(text).ok_or_else(|| format!("`{name}` of this text is not what songngu wrote"))
    };
    let (source, id) = from_address(id).ok_or_else(|| format!("`{id}` is not the address of a text"))?;
    let head = Received {
        format: Format::Csv,
        site: value("site")?.to_owned(),
        from: lang("from")?,
        to: lang("to")?,
        entries: Vec::new(),
    };
    let entry = ReceivedEntry {
        source,
        id,
        span,
        source_hash: hash("source-hash")?,
        target_hash: if value("target-hash")? == "-" { None } else { Some(hash("target-hash")?) },
        target: vec![Token::Written(target.to_owned())],
        fuzzy: false,
    };
    Ok((head, entry))
}
