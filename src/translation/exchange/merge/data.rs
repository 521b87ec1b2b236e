//! Texts written into a file of data: in place of what stood there, or beside the text of another language.
//!
//! Enters: a YAML file, new texts. Leaves: edits. Never here: YAML written by serialising it; an edit after which anything
//! but its own text reads otherwise: the file is parsed again, and all other values have to be what they were.

use std::ops::Range;

use serde_json::Value;

use super::front::whole;
use super::words::rewritten;
use super::{Change, Edit, Part, Wanted, applied, same_slots};
use crate::base::{Lang, SourcePath, Span};
use crate::config::yaml::{self, Yaml};
use crate::diag::{Code, Diagnostic};
use crate::parse::body::{BlockKind, Body};
use crate::parse::{self, Piece, PieceKind};
use crate::translation::data::{DataSide, DataSource, DataText, Step};
use crate::translation::exchange::inline::BREAK;
use crate::translation::line::{line, plain_line};

/// A file of data that is exchanged.
#[derive(Debug, Clone)]
pub struct Data {
    /// The file, which holds both languages.
    pub source: DataSource,
    /// The texts that are translated: one for each entry of the part. Each has the language that is translated from.
    pub texts: Vec<DataText>,
    /// The language to translate from.
    pub from: Lang,
    /// The language to translate into.
    pub to: Lang,
}

/// A text that is to be written, and the edit that does so.
struct Written<'a> {
    text: &'a DataText,
    new: &'a str,
    edit: Edit,
}

impl Data {
    /// Writes texts into the file. Those that cannot be written are told; the others are tried all the same.
    pub(super) fn write(&self, part: &Part, wanted: &[Wanted]) -> (Option<Change>, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut found: Vec<(&Wanted, Written<'_>)> = Vec::new();
        for one in wanted {
            match self.one(one) {
                Ok(written) => found.push((one, written)),
                Err(message) => diagnostics.push(refused(part, one, &message)),
            }
        }
        if !self.holds(found.iter().map(|(_, written)| written)) {
            // One of them does more than it should: which, only trying them one after the other tells.
            let mut good: Vec<(&Wanted, Written<'_>)> = Vec::new();
            for (one, written) in found {
                if self.holds(good.iter().map(|(_, written)| written).chain([&written])) {
                    good.push((one, written));
                } else {
                    diagnostics.push(refused(part, one, "the data would say something else"));
                }
            }
            found = good;
        }
        let entries = found.iter().map(|(one, _)| part.entries[one.at].id.clone()).collect();
        let edits = sorted(found.iter().map(|(_, written)| &written.edit));
        let change = Change { path: part.target.clone(), old: Some(self.source.text.clone()), edits, entries };
        ((!change.edits.is_empty()).then_some(change), diagnostics)
    }

    fn one<'a>(&'a self, wanted: &'a Wanted) -> Result<Written<'a>, String> {
        let text = &self.texts[wanted.at];
        let new = wanted.text.as_str();
        if new.contains(BREAK) {
            return Err("a line break has no place in it".to_owned());
        }
        if text.is_markdown() {
            self.same_markup(text, new)?;
        }
        let edit = match text.sides.get(&self.to) {
            Some(side) => self.replace(text, side, new),
            None => self.beside(text, new),
        };
        let edit = edit.ok_or("YAML could not hold it here")?;
        Ok(Written { text, new, edit })
    }

    /// Checks that a text in Markdown stays a paragraph with what stands in it beside words.
    fn same_markup(&self, text: &DataText, new: &str) -> Result<(), String> {
        let body = |lang: &Lang, text: &str| parse::short(&self.source.path, text, lang);
        let slots = |body: &Body| line(body, 0..body.end()).1;
        let side = |lang: &Lang| text.sides.get(lang).map(|side| body(lang, &side.value));
        let after = body(&self.to, new);
        if after.blocks.iter().any(|block| block.kind != BlockKind::Paragraph) || after.blocks.len() > 1 {
            return Err("the text would no longer be one block of its kind".to_owned());
        }
        if !after.html.is_empty() {
            return Err("there is raw HTML in it".to_owned());
        }
        let source = side(&self.from).map(|body| slots(&body)).unwrap_or_default();
        let old = side(&self.to).map(|body| slots(&body));
        same_slots(&source, old.as_deref(), &slots(&after))
    }

    /// Another text in place of one, in its quotation marks and lines where that may be.
    fn replace(&self, text: &DataText, side: &DataSide, new: &str) -> Option<Edit> {
        let source = &self.source.text;
        let start = side.span.start as usize;
        let content = start..start + side.span.text(source).trim_end().len();
        let range = whole(source, content.clone());
        let head = &source[range.start..content.start.max(range.start)];
        let old = &source[content.clone()];
        let in_place = match old.chars().next() {
            Some('"') => format!("\"{}\"", self.in_lines(inner(&content), &doubled(new))),
            Some('\'') => format!("'{}'", self.in_lines(inner(&content), &new.replace('\'', "''"))),
            // `content` begins with the `>-` itself.
            Some('>' | '|') if old.contains('\n') => String::new(),
            _ => format!("{head}{}", self.in_lines(content, new)),
        };
        let on_one_line = match old.chars().next() {
            Some('\'') => format!("'{}'", new.replace('\'', "''")),
            Some('"') => format!("\"{}\"", doubled(new)),
            _ => new.to_owned(),
        };
        let candidates = [in_place, on_one_line, format!("\"{}\"", doubled(new))];
        let good = candidates.into_iter().find(|candidate| self.reads(text, candidate, new))?;
        Some(Edit { range, text: good })
    }

    /// New words in the lines of old ones.
    fn in_lines(&self, range: Range<usize>, new: &str) -> String {
        let piece = Piece { kind: PieceKind::Text, span: Span::new(range) };
        rewritten(&self.source.text, &[piece], new)
    }

    /// A text that is not there yet, after that of the language that is translated from.
    fn beside(&self, text: &DataText, new: &str) -> Option<Edit> {
        let source = &self.source.text;
        let from = text.sides.get(&self.from)?;
        let end = from.span.start as usize + from.span.text(source).trim_end().len();
        let candidates = [new.to_owned(), format!("\"{}\"", doubled(new))];
        let good = candidates.into_iter().find(|candidate| self.reads(text, candidate, new))?;
        if self.in_braces(text) {
            return Some(Edit { range: end..end, text: format!(", {}: {good}", self.to) });
        }
        let key = from.key.span.start as usize;
        let indent = source[source[..key].rfind('\n').map_or(0, |newline| newline + 1)..key].chars().count();
        let place = source[end..].find('\n').map_or(source.len(), |newline| end + newline);
        Some(Edit { range: place..place, text: format!("\n{}{}: {good}", " ".repeat(indent), self.to) })
    }

    /// Whether the map of languages is written as `{…}`.
    fn in_braces(&self, text: &DataText) -> bool {
        self.source.text[text.span.start as usize..].starts_with('{')
    }

    /// Whether a scalar reads as this text where it is to stand.
    fn reads(&self, text: &DataText, scalar: &str, new: &str) -> bool {
        let (open, close) = if self.in_braces(text) { ("{", "}") } else { ("", "\n") };
        let alone = format!("{open}key: {scalar}{close}");
        let node = yaml::parse(&SourcePath::new("a value"), &alone, 0);
        matches!(node.map(|node| node.value), Ok(Yaml::Map(entries)) if matches!(entries.as_slice(),
            [(_, value)] if matches!(&value.value, Yaml::Text(read) if plain_line(read) == plain_line(new))))
    }

    /// Whether, after all edits, the file says what it said, and the new texts.
    fn holds<'a>(&self, written: impl Iterator<Item = &'a Written<'a>> + Clone) -> bool {
        let DataSource { path, text, yaml } = &self.source;
        let edits = sorted(written.clone().map(|written| &written.edit));
        let after = applied(text, &edits);
        // What stands after the YAML has not changed.
        let end = after.len() - (text.len() - yaml.end);
        let read = |text: &str, range: Range<usize>| {
            let inside = text.get(range.clone())?;
            Some(yaml::free(&yaml::parse(path, inside, range.start).ok()?))
        };
        let (Some(mut expected), Some(mut found)) = (read(text, yaml.clone()), read(&after, yaml.start..end)) else {
            return false;
        };
        for Written { text, new, edit: _ } in written {
            let Some(place) = at(&mut found, &text.steps, &self.to) else { return false };
            let Value::String(read) = &*place else { return false };
            if plain_line(read) != plain_line(new) {
                return false;
            }
            let was = place.clone();
            let Some(place) = at(&mut expected, &text.steps, &self.to) else { return false };
            *place = was;
        }
        found == expected
    }
}

/// The place of a text in data; made if its language is missing.
fn at<'a>(data: &'a mut Value, steps: &[Step], lang: &Lang) -> Option<&'a mut Value> {
    let mut place = data;
    for step in steps {
        place = match step {
            Step::Key(key) => place.as_object_mut()?.get_mut(key)?,
            Step::Item(at) => place.as_array_mut()?.get_mut(*at)?,
        };
    }
    let languages = place.as_object_mut()?;
    let key = languages.keys().find(|key| Lang::new(key).as_ref() == Some(lang)).cloned();
    Some(languages.entry(key.unwrap_or_else(|| lang.to_string())).or_insert(Value::Null))
}

fn sorted<'a>(edits: impl Iterator<Item = &'a Edit>) -> Vec<Edit> {
    let mut edits: Vec<Edit> = edits.cloned().collect();
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    edits
}

fn doubled(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// What stands between quotation marks.
fn inner(range: &Range<usize>) -> Range<usize> {
    range.start + 1..(range.end - 1).max(range.start + 1)
}

fn refused(part: &Part, wanted: &Wanted, message: &str) -> Diagnostic {
    let message = format!("{message}: `{}` of `{}`", part.entries[wanted.at].id, part.source);
    let hint = "translate the words, and leave markup as it is in the source";
    Diagnostic::new(Code::ImportMarkup, message).located(wanted.location.clone()).hint(hint)
}
