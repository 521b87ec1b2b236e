//! The YAML library's errors, in words for authors.
//!
//! Enters: the library's message. Leaves: a code, a message and a hint. Never: a sentence about parsers.

use super::{MAX_DEPTH, MAX_NODES};
use crate::diag::Code;

/// What is said of an error.
pub(super) struct Words {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) hint: Option<String>,
}

/// The library's words, in ours.
pub(super) fn explain(message: &str) -> Words {
    if let Some(rest) = message.strip_prefix("duplicate mapping key: ") {
        let key = rest.split(',').next().unwrap_or(rest);
        return words(Code::KeyDuplicate, &format!("the key `{key}` is written twice"), "keep one of them");
    }
    forbidden(message).unwrap_or_else(|| invalid(message))
}

fn words(code: Code, message: &str, hint: &str) -> Words {
    Words { code, message: message.to_owned(), hint: Some(hint.to_owned()) }
}

/// YAML that is right, and yet not accepted.
fn forbidden(message: &str) -> Option<Words> {
    let has = |words: &[&str]| words.iter().any(|word| message.contains(word));
    let forbid = |message: &str, hint: &str| Some(words(Code::YamlForbidden, message, hint));
    if has(&["Depth"]) {
        forbid(&format!("YAML nested more than {MAX_DEPTH} levels deep"), "make it flatter")
    } else if has(&["Nodes"]) {
        forbid(&format!("YAML with more than {MAX_NODES} values"), "divide it into several files")
    } else if has(&["Anchors", "Aliases", "unknown anchor", "merge key", "budget breached"]) {
        forbid(
            "YAML anchors, aliases and merge keys are not accepted",
            "write the value out where it is needed; put quotes around a text that begins with `&` or `*`",
        )
    } else if has(&["tagged", "tag "]) {
        forbid("YAML tags are not accepted", "remove the word that begins with `!`, or put quotes around the text")
    } else {
        None
    }
}

/// What is not YAML.
fn invalid(message: &str) -> Words {
    let invalid = |message: &str, hint: &str| words(Code::YamlInvalid, message, hint);
    let sign = message.strip_prefix("unexpected character: `").and_then(|rest| rest.strip_suffix('\''));
    if let Some(sign) = sign {
        let message = format!("a text may not begin with the sign {}", quoted(sign));
        return words(Code::YamlInvalid, &message, "put quotes around the text");
    }
    if let Some(bracket) = message.strip_prefix("unclosed bracket '").and_then(|rest| rest.strip_suffix('\'')) {
        let closing = if bracket == "[" { "]" } else { "}" };
        let hint = format!("write `{closing}` where it ends");
        return words(Code::YamlInvalid, &format!("`{bracket}` is never closed"), &hint);
    }
    let has = |words: &str| message.contains(words);
    if has("mapping values are not allowed") {
        let hint = "put quotes around a text that holds `: `; write a space after the colon that ends a key";
        invalid("a colon that cannot stand here", hint)
    } else if has("block mapping, did not find expected key") {
        invalid("a key is expected here", "write `key: value`; keys that belong together begin below each other")
    } else if has("block collection") || has("expected '-'") {
        invalid("an item of a list is expected here", "write `- item`; items begin below each other")
    } else if has("flow mapping") {
        invalid("`,` or `}` is expected before this", "close the `{` that was opened before it, or put a comma")
    } else if has("flow sequence") {
        invalid("`,` or `]` is expected before this", "close the `[` that was opened before it, or put a comma")
    } else if has("tabs") {
        invalid("a tab indents this line", "indent with spaces, not with tabs")
    } else if has("quote") {
        invalid("the quotation mark is never closed", "close it, or put the text between `'` if it holds `\"`")
    } else if has("escape") {
        invalid("a sign after `\\` that means nothing", "write `\\\\` for the sign `\\` itself, or use single quotes")
    } else if has("multiple YAML documents") {
        invalid("a second document begins before this", "remove the line `---`: a file holds one document")
    } else {
        Words { code: Code::YamlInvalid, message: format!("invalid YAML: {message}"), hint: None }
    }
}

/// A sign between backticks, itself a backtick perhaps.
fn quoted(sign: &str) -> String {
    if sign == "`" { "`` ` ``".to_owned() } else { format!("`{sign}`") }
}
