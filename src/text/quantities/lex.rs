//! A text cut into digits, words and signs.
//!
//! Enters: any text. Leaves: its tokens in order, without white space. Never: what looks like an address of the
//! web or of mail, or a telephone number: the numbers in them say nothing.

use std::ops::Range;

use super::conventions::{Conventions, digit};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits with the separators within them.
    Digits,
    /// Letters and their marks.
    Word,
    /// One sign.
    Sign,
}

/// A piece of a text.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    pub kind: Kind,
    pub text: &'a str,
    pub range: Range<usize>,
    /// Whether it follows the token before without white space.
    pub glued: bool,
}

impl Token<'_> {
    pub(super) fn lower(&self) -> String {
        self.text.to_lowercase()
    }

    pub(super) fn is(&self, text: &str) -> bool {
        self.text == text
    }
}

pub(super) fn tokens<'a>(text: &'a str, conventions: &Conventions) -> Vec<Token<'a>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    let mut glued = false;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            glued = false;
            continue;
        }
        if !glued && let Some(length) = address(&text[at..]).or_else(|| telephone(&text[at..])) {
            at += length;
            continue;
        }
        let (kind, length) = if digit(first).is_some() {
            (Kind::Digits, digits(&text[at..], conventions))
        } else if is_letter(first) {
            (Kind::Word, run(&text[at..], is_letter))
        } else {
            (Kind::Sign, first.len_utf8())
        };
        let range = at..at + length;
        tokens.push(Token { kind, text: &text[range.clone()], range, glued });
        at += length;
        glued = true;
    }
    tokens
}

fn is_letter(letter: char) -> bool {
    letter.is_alphabetic() || matches!(letter, '\u{300}'..='\u{36f}' | '_')
}

fn run(text: &str, keep: impl Fn(char) -> bool) -> usize {
    text.find(|letter: char| !keep(letter)).unwrap_or(text.len())
}

/// The length of the digits and separators with which the text begins.
fn digits(text: &str, conventions: &Conventions) -> usize {
    let mut end = run(text, |letter| digit(letter).is_some());
    let first_group = end;
    loop {
        let rest = &text[end..];
        let Some(sign) = rest.chars().next() else { return end };
        let after = &rest[sign.len_utf8()..];
        let group = run(after, |letter| digit(letter).is_some());
        if group == 0 {
            return end;
        }
        let inside = match sign {
            '.' | ',' | '٬' | '٫' | '’' | '\'' => true,
            ' ' if conventions.groups_with_space() => is_group(after, group) && first_group <= 3,
            '\u{a0}' | '\u{202f}' => is_group(after, group) && first_group <= 3,
            // `60 000 000`, `60 000`; but not `Apollo 11 100 years`.
            ' ' => first_group <= 3 && is_group(after, group) && (after.starts_with("000") || spaced_on(after, group)),
            _ => false,
        };
        if !inside {
            return end;
        }
        end += sign.len_utf8() + group;
    }
}

/// Whether exactly three digits stand here.
fn is_group(text: &str, length: usize) -> bool {
    text[..length].chars().count() == 3
}

/// Whether a second group of three follows after a space.
fn spaced_on(text: &str, length: usize) -> bool {
    text[length..].strip_prefix(' ').is_some_and(|rest| {
        let next = run(rest, |letter| digit(letter).is_some());
        next == 3
    })
}

/// The length of an address of the web or of mail with which the text begins.
fn address(text: &str) -> Option<usize> {
    let chunk = &text[..run(text, |letter| !letter.is_whitespace() && !"<>\"“”«»".contains(letter))];
    let lower = chunk.trim_start_matches(['(', '[']).to_ascii_lowercase();
    let is_domain = || {
        let host = lower.split(['/', '?', '#', ')', ']', ',']).next().unwrap_or("").trim_end_matches('.');
        let ending = host.rsplit('.').next().unwrap_or("");
        let known = ["com", "org", "net", "vn", "io", "gov", "edu", "ai", "dev", "co", "cn", "uk", "info"];
        host.contains('.')
            && known.contains(&ending)
            && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-_".contains(c))
    };
    let is_mail = || lower.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    (lower.contains("://") || lower.starts_with("www.") || lower.starts_with("mailto:") || is_domain() || is_mail())
        .then_some(chunk.len())
}

/// The length of a telephone number with which the text begins: `+84 24 3733 0123`, `024.3733.0123`.
fn telephone(text: &str) -> Option<usize> {
    let (plus, rest) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (0, text),
    };
    let begins = if plus == 1 { rest.starts_with(|c: char| c.is_ascii_digit()) } else { rest.starts_with('0') };
    if !begins {
        return None;
    }
    let length = run(rest, |letter| letter.is_ascii_digit() || matches!(letter, ' ' | '.' | '-' | '(' | ')'));
    let shown = rest[..length].trim_end_matches([' ', '.', '-', '(']);
    let count = shown.bytes().filter(u8::is_ascii_digit).count();
    let grouped = shown.len() > count || plus == 1;
    // `0.5` and `01-02-2023` are none.
    let least = if plus == 1 { 8 } else { 9 };
    (grouped && (least..=15).contains(&count)).then_some(plus + shown.len())
}
