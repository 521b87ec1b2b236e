//! The texts of a file of strings, each with its place: what a translator changes.
//!
//! Enters: a file's text. Leaves: its texts, values and attributes one by one, in the order of the file. Never: a file
//! written by serialising it.

use std::collections::BTreeSet;

use super::lexicon::LocaleFile;
use super::shape::Shape;
use super::source::{Definition, Part, parse};
use crate::base::{Lang, SourcePath, Span};

/// The value of a message or term, or one of its attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// `menu`, `menu.label`, `-brand`.
    pub key: String,
    /// As it is written, without the indentation of its lines.
    pub text: String,
    /// Where it stands, from its first character to its last.
    pub span: Span,
    /// The comment above the message, on one line; empty if there is none.
    pub comment: String,
    /// What it has to show: variables, references, functions, tags; sorted.
    pub slots: Vec<String>,
    /// All that it uses, what it only decides by included.
    pub names: BTreeSet<String>,
}

impl Phrase {
    /// The name of its message.
    pub fn message(&self) -> &str {
        self.key.split('.').next().unwrap_or(&self.key)
    }

    /// The name of the attribute that it is.
    pub fn attribute(&self) -> Option<&str> {
        self.key.split_once('.').map(|(_, attribute)| attribute)
    }
}

/// The texts of a file, and how many things in it cannot be read.
pub fn phrases(path: &SourcePath, text: &str) -> (Vec<Phrase>, usize) {
    let lang = Lang::new("und").expect("`und` is a tag of RFC 5646");
    let file = LocaleFile { lang, path: path.clone(), text: text.into(), theme: false };
    let parsed = parse(&file);
    let mut found = Vec::new();
    for definition in &parsed.definitions {
        let Definition { span: whole, parts, name, .. } = definition;
        let comment = comment(text, name.start as usize);
        for (at, part) in parts.iter().enumerate() {
            // A part reaches to the line of the next one, which begins with a dot.
            let end = parts.get(at + 1).map_or(whole.end, |next| next.name.start - 1) as usize;
            let after_name = part.name.end as usize;
            let Some(sign) = text[after_name..end].find('=') else { continue };
            let value = &text[after_name + sign + 1..end];
            let start = after_name + sign + 1 + (value.len() - value.trim_start().len());
            let end = start + value.trim().len();
            let Part { key, shape, .. } = part;
            let (slots, names) = uses(shape);
            let text = dedented(&text[start..end]);
            found.push(Phrase {
                key: key.clone(),
                text,
                span: Span::new(start..end),
                comment: comment.clone(),
                slots,
                names,
            });
        }
    }
    (found, parsed.diagnostics.iter().filter(|problem| problem.is_error()).count())
}

/// What a text shows, and all that it uses.
fn uses(shape: &Shape) -> (Vec<String>, BTreeSet<String>) {
    let Shape { shown, selected, numeric: _, functions, references, markup, problem: _ } = shape;
    let variable = |name: &String| format!("{{ ${name} }}");
    let shown: BTreeSet<String> = shown.keys().map(variable).collect();
    let references = references.iter().map(|reference| format!("{{ {} }}", reference.key));
    let rest = references.chain(functions.iter().map(|name| format!("{name}()"))).chain(markup.iter().cloned());
    let slots: BTreeSet<String> = rest.chain(shown).collect();
    let names = slots.iter().cloned().chain(selected.keys().map(variable)).collect();
    (slots.into_iter().collect(), names)
}

/// The lines of a comment right above a message, on one line.
fn comment(text: &str, at: usize) -> String {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let lines: Vec<&str> =
        text[..start].lines().rev().map_while(|line| line.strip_prefix("# ").or((line == "#").then_some(""))).collect();
    lines.into_iter().rev().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The lines of a text without the indentation that all but the first share.
fn dedented(text: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let further = text.split('\n').skip(1).filter(|line| !line.trim().is_empty());
    let common = further.map(indent).min().unwrap_or(0);
    let mut lines = text.split('\n');
    let mut out = lines.next().unwrap_or_default().trim_end_matches('\r').to_owned();
    for line in lines {
        out.push('\n');
        out.push_str(line.get(common..).unwrap_or_default().trim_end_matches('\r'));
    }
    out
}

/// How far further lines of a message are indented.
const INDENT: &str = "    ";

/// A text as it stands in a file: lines after the first are indented. A line that `old`, the text that it comes in place
/// of, has too, stands as it did.
pub fn indented(new: &str, old: &str) -> String {
    let known: Vec<&str> = old.split('\n').collect();
    let mut next = 0;
    let mut out = String::new();
    for (at, line) in new.split('\n').enumerate() {
        let same = |known: &&str| known.split_whitespace().eq(line.split_whitespace());
        let found = known[next.min(known.len())..].iter().position(same).map(|found| next + found);
        if at > 0 {
            out.push('\n');
        }
        match found.filter(|found| (at > 0) == (*found > 0)) {
            Some(found) => {
                out.push_str(known[found]);
                next = found + 1;
            }
            None if at == 0 => out.push_str(line.trim_start()),
            None if line.trim().is_empty() => {}
            None => {
                // As far as the line that it most likely comes in place of.
                let old = known.get(at).filter(|_| known.len() == new.split('\n').count());
                let indent = old.map_or(INDENT, |old| &old[..old.len() - old.trim_start_matches(' ').len()]);
                out.push_str(if indent.is_empty() { INDENT } else { indent });
                out.push_str(line.trim_start());
            }
        }
    }
    out
}
