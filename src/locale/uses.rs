//! The messages that templates ask for.
//!
//! Enters: a Tera template's text. Leaves: every call of `t(…)` and `t_html(…)` in it, with spans.
//! Never: a parsed template (Tera lives in `render`); what stands in comments and raw blocks.
//!
//! Source of the syntax: Tera 2.4, `src/parsing/lexer.rs`.

use std::collections::BTreeSet;

use super::tokens::{Token, TokenKind, tokens};
use crate::base::{SourcePath, Span};

/// One call that asks for a message, or a text that may be asked for by a call elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageUse {
    /// Which message.
    pub key: KeyUse,
    /// The arguments that it is given, without `key` and `lang`.
    pub args: BTreeSet<String>,
    /// Whether it is asked for as HTML (`t_html`).
    pub html: bool,
    /// The template.
    pub path: SourcePath,
    /// Where the key is written; for a call without a key, the function's name. Byte offsets in the template.
    pub span: Span,
}

/// What is known of a call's key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyUse {
    /// `key="menu"`.
    Exact(String),
    /// `key="alert-" ~ kind`: any key that begins so. Never empty.
    Prefix(String),
    /// `key=name`: any key at all.
    Unknown,
    /// Not a call: a text in the template that has the form of a key, such as an argument of a component
    /// that hands it to a call. It keeps a message from being unused, nothing more.
    Mentioned(String),
}

/// Every use of a message in a template, in the order of the text.
///
/// A key chosen by `"a" if x else "b"` gives two uses.
pub fn uses(path: &SourcePath, template: &str) -> Vec<MessageUse> {
    let tokens = tokens(template);
    let mut found = Vec::new();
    let mut keys = BTreeSet::new();
    for at in 0..tokens.len() {
        let Some((html, arguments)) = call(&tokens, at) else { continue };
        let given = arguments.iter().map(|(name, _)| *name).filter(|name| !["key", "lang"].contains(name));
        let args: BTreeSet<String> = given.map(str::to_owned).collect();
        let written = arguments.iter().find(|(name, _)| *name == "key").map(|(_, value)| *value);
        for (key, span) in written.map_or_else(|| vec![(KeyUse::Unknown, tokens[at].span)], keys_of) {
            keys.insert(span);
            found.push(MessageUse { key, args: args.clone(), html, path: path.clone(), span });
        }
    }
    let mentioned = tokens.iter().filter_map(|token| match token.kind {
        TokenKind::Text(text) if is_key(text) && !keys.contains(&token.span) => Some((text, token.span)),
        _ => None,
    });
    found.extend(mentioned.map(|(text, span)| MessageUse {
        key: KeyUse::Mentioned(text.to_owned()),
        args: BTreeSet::new(),
        html: false,
        path: path.clone(),
        span,
    }));
    found.sort_by_key(|found| found.span);
    found
}

/// Whether a text has the form of a message's name, with an attribute or without.
fn is_key(text: &str) -> bool {
    text.splitn(2, '.').all(|part| {
        let tail = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
        part.starts_with(|letter: char| letter.is_ascii_alphabetic()) && part.chars().all(tail)
    })
}

/// The named arguments of a call, each with the tokens of its value.
type Arguments<'a> = Vec<(&'a str, &'a [Token<'a>])>;

/// The call at a token, if one begins there: whether it is `t_html`, and its arguments.
fn call<'a>(tokens: &'a [Token<'a>], at: usize) -> Option<(bool, Arguments<'a>)> {
    let html = match tokens[at].kind {
        TokenKind::Name("t") => false,
        TokenKind::Name("t_html") => true,
        _ => return None,
    };
    let before = at.checked_sub(1).map(|before| tokens[before].kind);
    if matches!(before, Some(TokenKind::Sign('.' | ':' | '|'))) || !is_sign(tokens.get(at + 1), '(') {
        return None;
    }
    let mut arguments = Vec::new();
    let mut start = at + 2;
    let mut depth = 0usize;
    for (next, token) in tokens.iter().enumerate().skip(at + 2) {
        match token.kind {
            TokenKind::Sign('(' | '[' | '{') => depth += 1,
            TokenKind::Sign(')') if depth == 0 => {
                arguments.extend(argument(&tokens[start..next]));
                return Some((html, arguments));
            }
            TokenKind::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
            TokenKind::Sign(',') if depth == 0 => {
                arguments.extend(argument(&tokens[start..next]));
                start = next + 1;
            }
            TokenKind::End => return None,
            TokenKind::Sign(_) | TokenKind::Name(_) | TokenKind::Text(_) => {}
        }
    }
    None
}

/// `name=value`, taken apart.
fn argument<'a>(tokens: &'a [Token<'a>]) -> Option<(&'a str, &'a [Token<'a>])> {
    match tokens {
        [Token { kind: TokenKind::Name(name), .. }, equals, value @ ..] if is_sign(Some(equals), '=') => {
            Some((*name, value))
        }
        _ => None,
    }
}

fn is_sign(token: Option<&Token<'_>>, sign: char) -> bool {
    token.is_some_and(|token| token.kind == TokenKind::Sign(sign))
}

/// What is known of a key from how it is written.
fn keys_of(value: &[Token<'_>]) -> Vec<(KeyUse, Span)> {
    if let [open, inner @ .., close] = value
        && is_sign(Some(open), '(')
        && is_sign(Some(close), ')')
        && !inner.iter().any(|token| matches!(token.kind, TokenKind::Sign('(' | ')')))
    {
        return keys_of(inner);
    }
    let word = |wanted: &str| value.iter().position(|token| token.kind == TokenKind::Name(wanted));
    if let (Some(condition), Some(other)) = (word("if"), word("else"))
        && condition < other
    {
        return [keys_of(&value[..condition]), keys_of(&value[other + 1..])].concat();
    }
    let span = match (value.first(), value.last()) {
        (Some(first), Some(last)) => Span { start: first.span.start, end: last.span.end },
        _ => Span::default(),
    };
    let key = match value {
        [Token { kind: TokenKind::Text(text), .. }] => KeyUse::Exact((*text).to_owned()),
        [Token { kind: TokenKind::Text(text), .. }, join, ..] if is_sign(Some(join), '~') && !text.is_empty() => {
            KeyUse::Prefix((*text).to_owned())
        }
        _ => KeyUse::Unknown,
    };
    vec![(key, span)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One line a use: key, arguments, and the text that its span covers. Mentions only if asked for.
    fn found(template: &str, mentions: bool) -> String {
        let path = SourcePath::new("templates/page.html");
        let line = |found: &MessageUse| {
            let MessageUse { key, args, html, path: _, span } = found;
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            let html = if *html { " html" } else { "" };
            format!("{key:?} ({}){html} at {}", args.join(" "), span.text(template))
        };
        let uses = uses(&path, template);
        let kept = uses.iter().filter(|found| mentions || !matches!(found.key, KeyUse::Mentioned(_)));
        kept.map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn calls_are_found_inside_tags_only() {
        let cases = [
            (r#"{{ t(key="menu") }}"#, r#"Exact("menu") () at "menu""#),
            (r#"{%- if t(key='a.b', x=1) -%}"#, r#"Exact("a.b") (x) at 'a.b'"#),
            ("{{ t_html(key=`n`, count=n, lang=l.lang) }}", r#"Exact("n") (count) html at `n`"#),
            (r#"{# t(key="x") #} t(key="y")"#, ""),
            (r#"{% raw %}{{ t(key="x") }}{%- endraw %}{{ t(key="y") }}"#, r#"Exact("y") () at "y""#),
            (r#"{{ t(key="alert-" ~ kind) }}"#, r#"Prefix("alert-") () at "alert-" ~ kind"#),
            (r#"{{ t(key=key) }}"#, "Unknown () at key"),
            (r#"{{ t(key="a" | lower) }}"#, r#"Unknown () at "a" | lower"#),
            (r#"{{ t(key="a" if x else "b", n=1) }}"#, "Exact(\"a\") (n) at \"a\"\nExact(\"b\") (n) at \"b\""),
            (r#"{{ page.t(key="x") }}{{ tt(key="x") }}{{ x | t(key="x") }}"#, ""),
            (r#"{{ "t(key='x')" }}"#, ""),
            (r#"{{ t(count=1) }}"#, "Unknown (count) at t"),
            (r#"{{ t(key="open" "#, ""),
            (r#"{{ t(key="a" }} {{ t(key="b") }}"#, r#"Exact("b") () at "b""#),
        ];
        for (template, expected) in cases {
            assert_eq!(found(template, false), expected, "{template}");
        }
    }

    #[test]
    fn arguments_may_be_calls_lists_maps_and_texts() {
        let template =
            r#"<p>{{ t(key="a", x=t(key="b", y="),}}"), z=[1, {"k": f(q=2)}], w=v | default(value="k=1"),) }}</p>"#;
        let expected = "Exact(\"a\") (w x z) at \"a\"\nExact(\"b\") (y) at \"b\"";
        assert_eq!(found(template, false), expected);
        assert_eq!(found(r#"{{ t(key="n", code=x == 1, title="a\"b") }}"#, false), r#"Exact("n") (code title) at "n""#);
    }

    #[test]
    fn texts_that_could_be_keys_are_mentioned() {
        let template = r#"{{ <theme.dated key="published" value={date} /> }}{{ t(key=key) }}{{ x(a="not a key") }}"#;
        assert_eq!(found(template, true), "Mentioned(\"published\") () at \"published\"\nUnknown () at key");
    }

    #[test]
    fn broken_templates_do_no_harm() {
        for template in
            ["{{", "{%", "{#", "{{ \"", "{% raw %}", "{{ t(", "{{ t(key=", "}}", "{{ 'đ\\", "{{ t(key=)) }}"]
        {
            assert!(!found(template, true).contains("Exact"), "{template}");
        }
    }
}
