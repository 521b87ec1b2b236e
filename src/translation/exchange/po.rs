//! PO, the format of GNU gettext (manual, "The Format of PO Files").
//!
//! Enters: a batch, or the text of a file. Leaves: a file's text, or what came back. Never here: plural forms; Fluent
//! keeps those within one text.
//!
//! Of the crates that read PO none keeps previous texts, comments, flags and places together, so this is our own.

use super::{Batch, Format, Hash, Note, Received, ReceivedEntry, Token, VERSION, address, from_address};
use crate::base::{Lang, SourcePath, Span};
use crate::diag::{Code, Diagnostic};

/// The file's text; `today` is the date of its header.
pub(super) fn text(batch: &Batch, today: &str) -> String {
    let Batch { site, from, to, parts } = batch;
    let header = [
        format!("Project-Id-Version: {site}"),
        format!("PO-Revision-Date: {today} 00:00+0000"),
        "Last-Translator: songngu <noreply@example.org>".to_owned(),
        format!("Language-Team: {to}"),
        format!("Language: {to}"),
        "MIME-Version: 1.0".to_owned(),
        "Content-Type: text/plain; charset=UTF-8".to_owned(),
        "Content-Transfer-Encoding: 8bit".to_owned(),
        "X-Generator: songngu".to_owned(),
        format!("X-Songngu: {VERSION}"),
        format!("X-Songngu-Site: {site}"),
        format!("X-Source-Language: {from}"),
    ];
    let mut out = String::from("msgid \"\"\nmsgstr \"\"\n");
    for field in header {
        out.push_str(&format!("\"{}\\n\"\n", escaped(&field)));
    }
    for part in parts {
        for entry in &part.entries {
            out.push('\n');
            for Note { kind, text } in &entry.notes {
                out.push_str(&format!("#. {}: {text}\n", kind.name()));
            }
            let target_hash = entry.target_hash.as_ref().map_or("-", Hash::as_str);
            let source_hash = entry.source_hash.as_str();
            out.push_str(&format!("#. songngu: source-hash={source_hash} target-hash={target_hash}\n"));
            // A reference with a space in it would be two.
            if !part.source.as_str().contains(char::is_whitespace) {
                out.push_str(&format!("#: {}:{}\n", part.source, entry.line));
            }
            if entry.state.is_fuzzy() {
                out.push_str("#, fuzzy\n");
            }
            if let Some(before) = entry.state.before() {
                strings(&mut out, "#| ", "msgid", before);
            }
            strings(&mut out, "", "msgctxt", &address(part, entry));
            strings(&mut out, "", "msgid", &entry.source.written());
            strings(&mut out, "", "msgstr", &entry.target.as_ref().map(|target| target.written()).unwrap_or_default());
        }
    }
    out
}

/// A keyword and its text: on one line, or, where there are line breaks in it, on one for each.
fn strings(out: &mut String, prefix: &str, keyword: &str, text: &str) {
    if !text.contains('\n') {
        return out.push_str(&format!("{prefix}{keyword} \"{}\"\n", escaped(text)));
    }
    out.push_str(&format!("{prefix}{keyword} \"\"\n"));
    for line in text.split_inclusive('\n') {
        out.push_str(&format!("{prefix}\"{}\"\n", escaped(line)));
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            letter => out.push(letter),
        }
    }
    out
}

/// An entry while its lines are read.
#[derive(Default)]
struct Raw {
    /// Where its first keyword stands.
    span: Option<Span>,
    comment: String,
    fuzzy: bool,
    context: Option<String>,
    id: Option<String>,
    text: Option<String>,
}

/// The string that a line goes on with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    None,
    Context,
    Id,
    Text,
}

/// Reads a file.
///
/// # Errors
///
/// What is not as this program writes it, at its place.
pub(super) fn read(path: &SourcePath, text: &str) -> Result<Received, Vec<Diagnostic>> {
    let wrong = |span: Span, message: &str| Diagnostic::new(Code::ImportInvalid, message).at(path, span);
    let entries = entries(text).map_err(|(span, message)| {
        vec![wrong(span, &message).hint("it may have been cut off, or edited by a program that does not know PO")]
    })?;
    let start = Span::new(0..text.lines().next().map_or(0, str::len));
    let mut entries = entries.into_iter();
    let header = entries.next().filter(|entry| entry.id.as_deref() == Some("") && entry.context.is_none());
    let Some(header) = header.and_then(|header| header.text) else {
        return Err(vec![wrong(start, "the file has no header, so nothing tells which site it is for")]);
    };
    let mut received = head(&header).map_err(|message| vec![wrong(start, &message)])?;
    let mut problems = Vec::new();
    for raw in entries {
        let span = raw.span.unwrap_or(start);
        match one(raw, span) {
            Ok(entry) => received.entries.push(entry),
            Err(message) => problems.push(wrong(span, &message)),
        }
    }
    if problems.is_empty() { Ok(received) } else { Err(problems) }
}

fn head(header: &str) -> Result<Received, String> {
    let field = |name: &str| {
        let value = header.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        value.map(str::trim).ok_or_else(|| format!("the header has no `{name}`: keep it as songngu wrote it"))
    };
    super::read::version(Some(field("X-Songngu")?))?;
    let kind = field("Content-Type")?;
    let charset = kind.rsplit_once("charset=").map(|(_, charset)| charset).unwrap_or_default();
    if !charset.eq_ignore_ascii_case("utf-8") {
        return Err(format!("the header says that the file is `{charset}`: save it as UTF-8"));
    }
    let lang = |name: &str| {
        let tag = field(name)?;
        Lang::new(&tag.replace('_', "-")).ok_or_else(|| format!("`{tag}` is not a language"))
    };
    Ok(Received {
        format: Format::Po,
        site: field("X-Songngu-Site")?.to_owned(),
        from: lang("X-Source-Language")?,
        to: lang("Language")?,
        entries: Vec::new(),
    })
}

fn one(raw: Raw, span: Span) -> Result<ReceivedEntry, String> {
    let Raw { span: _, comment, fuzzy, context, id: _, text } = raw;
    let context = context.ok_or("the entry has no `msgctxt`, so nothing tells where it belongs")?;
    let (source, id) = from_address(&context).ok_or_else(|| format!("`{context}` is not the address of a text"))?;
    let value = |name: &str| {
        let line = comment.lines().find_map(|line| line.trim().strip_prefix("songngu:"))?;
        line.split_whitespace().find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
    };
    let gone = "the comment `songngu: source-hash=…` of this text is gone: keep it as songngu wrote it";
    let hash = |text: &str| Hash::parse(text).ok_or_else(|| gone.to_owned());
    Ok(ReceivedEntry {
        source,
        id,
        span,
        source_hash: hash(value("source-hash").ok_or(gone)?)?,
        target_hash: match value("target-hash").ok_or(gone)? {
            "-" => None,
            text => Some(hash(text)?),
        },
        target: vec![Token::Written(text.unwrap_or_default())],
        fuzzy,
    })
}

/// The entries of a file, the header first; obsolete ones are left out.
fn entries(text: &str) -> Result<Vec<Raw>, (Span, String)> {
    let mut found = Vec::new();
    let mut raw = Raw::default();
    let mut field = Field::None;
    let mut at = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim();
        let start = at + (whole.len() - whole.trim_start().len());
        let span = Span::new(start..start + line.len());
        at += whole.len();
        let ends = raw.text.is_some() && (line.is_empty() || line.starts_with('#') || line.starts_with("msg"));
        if ends && !line.starts_with("msgstr") {
            found.push(std::mem::take(&mut raw));
            field = Field::None;
        }
        let fail = |message: String| Err((span, message));
        if line.is_empty() || line.starts_with("#~") {
            continue;
        }
        if let Some(comment) = line.strip_prefix('#') {
            match comment.chars().next() {
                Some('.') => raw.comment.push_str(&format!("{}\n", comment[1..].trim())),
                Some(',') => raw.fuzzy |= comment[1..].split(',').any(|flag| flag.trim() == "fuzzy"),
                _ => {}
            }
            continue;
        }
        let (keyword, rest) =
            line.split_once('"').map_or((line, ""), |(keyword, _)| (keyword.trim(), &line[keyword.len()..]));
        let next = match keyword {
            "" if field == Field::None => return fail("a text without a keyword before it".to_owned()),
            "" => field,
            "msgctxt" if raw.context.is_none() => Field::Context,
            "msgid" if raw.id.is_none() => Field::Id,
            "msgstr" if raw.id.is_some() && raw.text.is_none() => Field::Text,
            "msgctxt" | "msgid" | "msgstr" => return fail(format!("`{keyword}` does not stand here")),
            "msgid_plural" => return fail("plural forms have no place in these texts".to_owned()),
            _ => return fail("this line is not one of PO".to_owned()),
        };
        let rest = line[line.len() - rest.len()..].trim_start_matches(|sign: char| sign != '"');
        let piece = unquoted(rest).map_err(|message| (span, message))?;
        raw.span.get_or_insert(span);
        field = next;
        let slot = match field {
            Field::Context => &mut raw.context,
            Field::Id => &mut raw.id,
            Field::Text | Field::None => &mut raw.text,
        };
        slot.get_or_insert_default().push_str(&piece);
    }
    match (raw.text.is_some(), raw.span) {
        (true, _) => found.push(raw),
        (false, Some(span)) => {
            return Err((span, "the last entry has no `msgstr`: the file ends too early".to_owned()));
        }
        (false, None) => {}
    }
    Ok(found)
}

/// The text between quotation marks, with its escapes read.
fn unquoted(quoted: &str) -> Result<String, String> {
    let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let broken = || "the text is not closed by `\"`".to_owned();
    let inner = inner.filter(|_| quoted.len() >= 2).ok_or_else(broken)?;
    let mut out = String::with_capacity(inner.len());
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => return Err("a `\"` within a text is written `\\\"`".to_owned()),
            '\\' => match letters.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some('r') => out.push('\r'),
                Some('"') => out.push('"'),
                Some('\\') => out.push('\\'),
                Some(other) => return Err(format!("`\\{other}` is not an escape that songngu knows")),
                None => return Err(broken()),
            },
            letter => out.push(letter),
        }
    }
    Ok(out)
}
