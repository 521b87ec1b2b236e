//! Code that twins do not share: `code-differs`.
//!
//! In blocks of code, comments and texts in quotation marks may be translated: only the rest is compared.

use std::collections::BTreeSet;

use super::{Side, Twins};
use crate::diag::{Code, Diagnostic};
use crate::parse::body::{BlockKind, Event, Tag};
use crate::translation::UnitKind;

const HINT: &str = "let both languages show the same code; comments and texts in quotation marks may be translated";

pub(super) fn check(twins: &Twins<'_>, out: &mut Vec<Diagnostic>) {
    let [a, b] = &twins.sides;
    if let (Some(first), Some(second)) = (block(a), block(b)) {
        if first != second {
            let message = format!("the code of `{}` and that of `{}` are not the same", a.lang, b.lang);
            let diagnostic = Diagnostic::new(Code::CodeDiffers, message).located(a.location());
            out.push(diagnostic.related(b.location(), format!("`{}`", b.lang)).hint(HINT));
        }
        return;
    }
    let found = twins.sides.each_ref().map(inline);
    let lacks = |at: usize| -> Vec<&String> {
        let (twin, others) = (&twins.sides[1 - at].prose.text, &found[1 - at]);
        let elsewhere = |code: &str| twin.contains(code) || others.iter().any(|other| alike(code, other));
        found[at].iter().filter(|code| !elsewhere(code)).collect()
    };
    let left = [lacks(0), lacks(1)];
    // Several words without a sign of code may be words that somebody wanted to stand out; where both languages have
    // such words in plain letters, they are a command.
    let are_commands = left.iter().all(|left| left.iter().any(|code| code.is_ascii()));
    for (at, (side, twin)) in twins.both().into_iter().enumerate() {
        for code in left[at].iter().filter(|code| is_code(code) || (are_commands && code.is_ascii())) {
            let message = format!("`{}` shows the code `{code}`, `{}` does not", side.lang, twin.lang);
            let diagnostic = Diagnostic::new(Code::CodeDiffers, message).located(side.location());
            out.push(diagnostic.related(twin.location(), format!("`{}` lacks it", twin.lang)).hint(HINT));
        }
    }
}

/// Whether it is code indeed, and not words that somebody wanted to stand out.
fn is_code(code: &str) -> bool {
    !code.contains(' ') || code.contains(['(', '{', '=', '<', '/', '_', '-', '$'])
}

/// Two pieces of code that differ only in how they are spaced or in brackets after a name.
fn alike(a: &str, b: &str) -> bool {
    let bare = |code: &str| -> String {
        code.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().trim_end_matches("()").to_owned()
    };
    bare(a) == bare(b)
}

fn inline(side: &Side<'_>) -> BTreeSet<String> {
    let Some((edition, unit)) = side.block else { return BTreeSet::new() };
    let body = &edition.document.body;
    let events = &body.events[unit.events.start as usize..unit.events.end as usize];
    let code = events.iter().filter_map(|event| match event {
        Event::Code(piece) => Some(body.str(*piece).trim().to_owned()),
        _ => None,
    });
    code.collect()
}

/// The code of a block without comments and texts; `None` if it is no code.
fn block(side: &Side<'_>) -> Option<String> {
    let (edition, unit) = side.block.filter(|(_, unit)| unit.id.kind == UnitKind::Block(BlockKind::Code))?;
    let body = &edition.document.body;
    let mut code = String::new();
    let mut language = "";
    for event in &body.events[unit.events.start as usize..unit.events.end as usize] {
        match event {
            Event::Start(Tag::CodeBlock(info)) => language = body.str(*info),
            Event::Text(piece) => code.push_str(body.str(*piece)),
            _ => {}
        }
    }
    // Words in a frame, such as a prompt or what a program has answered, are translated.
    let is_text =
        matches!(language.trim(), "" | "text" | "txt" | "output" | "markdown" | "md") || language.ends_with(" out");
    if is_text { Some(String::new()) } else { Some(bare(&code)) }
}

/// Code without comments, texts in quotation marks and white space.
fn bare(code: &str) -> String {
    let mut out = String::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let until = |end: &str, from: usize| rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len());
        let skipped = if rest.starts_with("\"\"\"") || rest.starts_with("'''") {
            until(&rest[..3], 3)
        } else if matches!(first, '"' | '\'' | '`') {
            text_end(rest, first)
        } else if rest.starts_with("/*") {
            until("*/", 2)
        } else if rest.starts_with("<!--") {
            until("-->", 4)
        } else if first == '#' || rest.starts_with("//") || rest.starts_with("-- ") {
            rest.find('\n').unwrap_or(rest.len())
        } else {
            if !first.is_whitespace() {
                out.push(first);
            }
            first.len_utf8()
        };
        rest = &rest[skipped..];
    }
    out
}

/// Where a text in quotation marks ends: at the next such mark of its line that no backslash is before.
fn text_end(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            '\n' => return at,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == mark => return at + letter.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}
