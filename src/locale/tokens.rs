//! The tokens of a Tera template, as far as calls need them.
//!
//! Enters: a template's text. Leaves: names, quoted texts and signs of its tags, with spans. Never:
//! comments, raw blocks, the text outside of tags.

use crate::base::Span;

/// One token within `{{ }}` or `{% %}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) kind: TokenKind<'a>,
    pub(super) span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind<'a> {
    /// A name or word: `t`, `if`.
    Name(&'a str),
    /// A quoted text, without its quotes, escapes as written.
    Text(&'a str),
    /// Any other character but white space.
    Sign(char),
    /// The end of a tag.
    End,
}

/// All tokens of all tags, in order.
pub(super) fn tokens(template: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(next) = next_tag(template, at) {
        let inside = next + 2;
        at = match &template[next..inside] {
            "{#" => template[inside..].find("#}").map_or(template.len(), |end| inside + end + 2),
            "{%" => match named_tag(&template[inside..], "raw") {
                Some(length) => skip_raw(template, inside + length),
                None => lex(template, inside, "%}", &mut tokens),
            },
            _ => lex(template, inside, "}}", &mut tokens),
        };
    }
    tokens
}

/// Where the next tag or comment begins.
fn next_tag(template: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += template.get(at..)?.find('{')?;
        if matches!(template.as_bytes().get(at + 1), Some(b'{' | b'%' | b'#')) {
            return Some(at);
        }
        at += 1;
    }
}

/// The length of the rest of a tag that holds one word, such as `raw -%}`.
fn named_tag(inside: &str, name: &str) -> Option<usize> {
    let rest = inside.strip_prefix('-').unwrap_or(inside).trim_start().strip_prefix(name)?.trim_start();
    let rest = rest.strip_prefix('-').unwrap_or(rest).strip_prefix("%}")?;
    Some(inside.len() - rest.len())
}

/// The place after the end of a raw block.
fn skip_raw(template: &str, from: usize) -> usize {
    let ends = template[from..].match_indices("{%").map(|(at, _)| from + at + 2);
    let mut ends = ends.filter_map(|inside| named_tag(&template[inside..], "endraw").map(|length| inside + length));
    ends.next().unwrap_or(template.len())
}

/// Reads tokens up to the end of a tag; gives the place after it.
fn lex<'a>(template: &'a str, from: usize, end: &str, tokens: &mut Vec<Token<'a>>) -> usize {
    let mut at = from;
    while let Some(letter) = template[at..].chars().next() {
        let rest = &template[at..];
        if rest.starts_with(end) {
            tokens.push(Token { kind: TokenKind::End, span: Span::new(at..at + end.len()) });
            return at + end.len();
        }
        let (kind, length) = match letter {
            '"' | '\'' | '`' => match quoted(&rest[1..], letter) {
                Some(text) => (Some(TokenKind::Text(text)), text.len() + 2),
                // An open quotation: nothing after it can be trusted.
                None => break,
            },
            _ if letter.is_ascii_alphabetic() || letter == '_' => {
                let name = |other: char| !other.is_ascii_alphanumeric() && other != '_';
                let length = rest.find(name).unwrap_or(rest.len());
                (Some(TokenKind::Name(&rest[..length])), length)
            }
            _ if letter.is_whitespace() => (None, letter.len_utf8()),
            _ => (Some(TokenKind::Sign(letter)), letter.len_utf8()),
        };
        tokens.extend(kind.map(|kind| Token { kind, span: Span::new(at..at + length) }));
        at += length;
    }
    tokens.push(Token { kind: TokenKind::End, span: Span::new(at..at) });
    template.len()
}

/// The text before the next quotation mark that is not escaped.
fn quoted(rest: &str, quote: char) -> Option<&str> {
    let mut escaped = false;
    for (at, letter) in rest.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return Some(&rest[..at]),
            _ => {}
        }
    }
    None
}
