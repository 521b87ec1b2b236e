//! A text with its markup: words that a translator changes, and what stands between them.
//!
//! Enters: the pieces of a block. Leaves: a [`Text`] on one line, and back: a source's lines with other words in them.
//! Never here: what markup means.

use crate::parse::{Piece, PieceKind};
use crate::text::{in_xml, nfc};

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words as they are written, escapes and entities included.
    Words(String),
    /// Markup that stands alone.
    Atom(String),
    /// Where markup around words begins.
    Open(String),
    /// Where it ends.
    Close(String),
    /// A line break that readers see.
    Break,
}

/// A text on one line. [`Inline::Open`] and [`Inline::Close`] are balanced; there are no two spaces in a row, and none
/// at the ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text(Vec<Inline>);

/// A line break that readers see, as a character of a written text.
pub const BREAK: char = '\n';

impl Text {
    /// The text of a block.
    pub fn of_pieces(source: &str, pieces: &[Piece]) -> Text {
        let mut text = Builder::default();
        for Piece { kind, span } in pieces {
            let piece = span.text(source);
            match kind {
                PieceKind::Text => text.words(piece),
                PieceKind::Atom => text.markup(piece, Inline::Atom),
                PieceKind::Open => text.markup(piece, Inline::Open),
                PieceKind::Close => text.markup(piece, Inline::Close),
                PieceKind::SoftBreak => text.words(" "),
                PieceKind::HardBreak => text.line_break(),
            }
        }
        text.finish()
    }

    /// Words without markup.
    pub fn of_words(words: &str) -> Text {
        let mut text = Builder::default();
        text.words(words);
        text.finish()
    }

    /// Lines that are kept as they are, such as those of a message with variants.
    pub fn of_lines(lines: &str) -> Text {
        let mut text = Builder::default();
        for (at, line) in lines.split('\n').enumerate() {
            if at > 0 {
                text.line_break();
            }
            text.0.push(Inline::Words(line.chars().map(in_xml).collect()));
        }
        text.0.retain(|part| *part != Inline::Words(String::new()));
        text.finish()
    }

    /// A message of Fluent without variants: what stands in braces is markup.
    pub fn of_message(written: &str) -> Text {
        let mut text = Builder::default();
        for (at, line) in written.split('\n').enumerate() {
            if at > 0 {
                text.line_break();
            }
            let mut rest = line;
            while let Some(open) = rest.find('{') {
                let length = rest[open..].find('}').map_or(rest.len() - open, |close| close + 1);
                text.words(&rest[..open]);
                text.markup(&rest[open..open + length], Inline::Atom);
                rest = &rest[open + length..];
            }
            text.words(rest);
        }
        text.finish()
    }

    /// The parts in order.
    pub fn parts(&self) -> &[Inline] {
        &self.0
    }

    /// Whether there are words in it.
    pub fn has_words(&self) -> bool {
        self.0.iter().any(|part| matches!(part, Inline::Words(words) if words.chars().any(char::is_alphanumeric)))
    }

    /// The text as it is written, markup included; `BREAK` stands for a line break.
    pub fn written(&self) -> String {
        let mut out = String::new();
        for part in &self.0 {
            match part {
                Inline::Words(text) | Inline::Atom(text) | Inline::Open(text) | Inline::Close(text) => {
                    out.push_str(text);
                }
                Inline::Break => out.push(BREAK),
            }
        }
        out
    }
}

/// A written text in the one form in which it is compared: NFC, no two spaces in a row, none at the ends of a line.
pub fn tidy(written: &str) -> String {
    let line = |line: &str| line.split([' ', '\t', '\r']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    nfc(&written.split(BREAK).map(line).collect::<Vec<_>>().join("\n")).trim_matches(BREAK).to_owned()
}

#[derive(Default)]
struct Builder(Vec<Inline>);

impl Builder {
    fn ends_with_space(&self) -> bool {
        match self.0.last() {
            None | Some(Inline::Break) => true,
            Some(Inline::Words(text) | Inline::Atom(text) | Inline::Open(text) | Inline::Close(text)) => {
                text.ends_with(' ')
            }
        }
    }

    fn words(&mut self, text: &str) {
        for letter in text.chars() {
            let is_space = matches!(letter, ' ' | '\t' | '\r' | '\n');
            if is_space && self.ends_with_space() {
                continue;
            }
            let letter = if is_space { ' ' } else { in_xml(letter) };
            match self.0.last_mut() {
                Some(Inline::Words(words)) => words.push(letter),
                _ => self.0.push(Inline::Words(letter.to_string())),
            }
        }
    }

    fn markup(&mut self, code: &str, part: fn(String) -> Inline) {
        // A line end within markup, with the marks of a quotation on the next line, is a space.
        let mut lines = code.split('\n');
        let mut one = lines.next().unwrap_or_default().trim_end_matches([' ', '\t', '\r']).to_owned();
        if !code.contains('\n') {
            one = code.to_owned();
        }
        for line in lines {
            let line = line.trim_start_matches([' ', '\t', '>']).trim_end_matches(['\r']);
            one.push(' ');
            one.push_str(line);
        }
        self.0.push(part(one.chars().map(in_xml).collect()));
    }

    fn line_break(&mut self) {
        self.trim_end();
        self.0.push(Inline::Break);
    }

    fn trim_end(&mut self) {
        if let Some(Inline::Words(words)) = self.0.last_mut() {
            words.truncate(words.trim_end_matches(' ').len());
            if words.is_empty() {
                self.0.pop();
            }
        }
    }

    fn finish(mut self) -> Text {
        self.trim_end();
        Text(self.0)
    }
}
