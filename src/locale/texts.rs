//! The words of messages, for rules about texts.
//!
//! Enters: one `.ftl` file. Leaves: each pattern of it with the places of its words. Never: formatting, a judgement.

use fluent_syntax::ast::{Attribute, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::lexicon::LocaleFile;
use crate::base::{Lang, SourcePath, Span};

/// The words of one pattern: the value of a message, of an attribute, or of a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageText {
    /// The language of the file.
    pub lang: Lang,
    /// The file.
    pub path: SourcePath,
    /// `id` or `id.attribute`.
    pub key: String,
    /// Which pattern of the key, from 0: variants follow in the order of the file.
    pub number: usize,
    /// From its first to its last word.
    pub span: Span,
    /// In order; what stands in braces is a piece without a place and without text.
    pub pieces: Vec<TextPiece>,
}

/// Words of a pattern, or what stands in braces between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPiece {
    /// As written; empty for what stands in braces.
    pub text: String,
    /// Its place; `None` for what stands in braces.
    pub span: Option<Span>,
}

/// The texts of all messages and terms of a file, in its order. What cannot be read is left out.
pub fn texts(file: &LocaleFile) -> Vec<MessageText> {
    let LocaleFile { lang, path, text, theme: _ } = file;
    let tree = match parser::parse(&**text) {
        Ok(tree) | Err((tree, _)) => tree,
    };
    let mut reader = Reader { lang, path, source: text, key: String::new(), number: 0, found: Vec::new() };
    for entry in &tree.body {
        let (id, value, attributes): (String, Option<&Pattern<&str>>, &[Attribute<&str>]) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        let parts = value.map(|value| (id.clone(), value));
        let attributes = attributes.iter().map(|one| (format!("{id}.{}", one.id.name), &one.value));
        for (key, pattern) in parts.into_iter().chain(attributes) {
            (reader.key, reader.number) = (key, 0);
            reader.pattern(pattern);
        }
    }
    reader.found
}

struct Reader<'a> {
    lang: &'a Lang,
    path: &'a SourcePath,
    source: &'a str,
    key: String,
    number: usize,
    found: Vec<MessageText>,
}

impl Reader<'_> {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        let number = self.number;
        self.number += 1;
        let mut pieces = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    pieces.push(TextPiece { text: (*value).to_owned(), span: Some(self.span(value)) });
                }
                PatternElement::Placeable { expression } => {
                    pieces.push(TextPiece { text: String::new(), span: None });
                    self.expression(expression);
                }
            }
        }
        let mut spans = pieces.iter().filter_map(|piece| piece.span);
        let Some(first) = spans.next() else { return };
        let span = Span { start: first.start, end: spans.next_back().unwrap_or(first).end };
        let (lang, path, key) = (self.lang.clone(), self.path.clone(), self.key.clone());
        self.found.push(MessageText { lang, path, key, number, span, pieces });
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Select { variants, .. } => variants.iter().for_each(|variant| self.pattern(&variant.value)),
            Expression::Inline(InlineExpression::Placeable { expression }) => self.expression(expression),
            Expression::Inline(_) => {}
        }
    }

    /// Texts of the tree are slices of the source.
    fn span(&self, slice: &str) -> Span {
        let start = slice.as_ptr() as usize - self.source.as_ptr() as usize;
        Span::new(start..start + slice.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_places() {
        let text =
            "a = Xin { $name } chào\n    .b = Tốt\nc = { $n ->\n    [one] một trang\n   *[other] các trang\n }\n";
        let file = LocaleFile {
            lang: Lang::new("vi").expect("a tag"),
            path: SourcePath::new("locales/vi/a.ftl"),
            text: text.into(),
            theme: false,
        };
        let shown: Vec<String> = texts(&file)
            .iter()
            .map(|one| {
                let words: Vec<&str> =
                    one.pieces.iter().map(|piece| piece.span.map_or("{}", |span| span.text(text))).collect();
                format!("{} {}: {}", one.key, one.number, words.concat())
            })
            .collect();
        assert_eq!(shown, ["a 0: Xin {} chào", "a.b 0: Tốt", "c 1: một trang", "c 2: các trang"]);
    }
}
