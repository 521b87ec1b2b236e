//! Values of a front matter in place of others, or beside them.
//!
//! Enters: an edition, new texts. Leaves: edits; the data that must not change. Never here: YAML written by serialising it.

use std::ops::Range;

use super::Edit;
use super::page::Side;
use crate::base::SourcePath;
use crate::config::yaml::{self, Yaml};
use crate::parse::Document;
use crate::parse::body::BlockKind;
use crate::translation::exchange::inline::BREAK;
use crate::translation::{FrontKey, Unit};

/// Checks that the short definition of a term is a paragraph, or several, without raw HTML.
pub(super) fn one_paragraph(document: &Document) -> Result<(), String> {
    let Some(short) = &document.own.term.short else { return Ok(()) };
    if short.value.blocks.iter().any(|block| block.kind != BlockKind::Paragraph) {
        return Err("the text would no longer be one block of its kind".to_owned());
    }
    if short.value.html.is_empty() { Ok(()) } else { Err("there is raw HTML in it".to_owned()) }
}

/// The data of a front matter, as a map; the keys that are translated have no value.
pub(super) fn data(document: &Document) -> Option<serde_json::Value> {
    let yaml = document.front_yaml()?;
    let mut data =
        yaml::free(&yaml::parse(&SourcePath::new("front matter"), &document.body.source[yaml.clone()], 0).ok()?);
    if let Some(map) = data.as_object_mut() {
        for key in FrontKey::ALL {
            map.remove(key.name());
        }
    }
    Some(data)
}

/// Another value in place of one of the front matter.
pub(super) fn edit(target: &Side, range: Range<usize>, text: &str) -> Result<Edit, String> {
    if text.contains(BREAK) {
        return Err("a line break has no place in it".to_owned());
    }
    let range = whole(target.text(), range);
    let new = scalar(text, &target.text()[range.clone()]);
    Ok(Edit { range, text: new })
}

/// A value with the `>-` or `|` before it, and without the line ends after it.
pub(super) fn whole(source: &str, range: Range<usize>) -> Range<usize> {
    let end = range.start + source[range.clone()].trim_end().len();
    let before = source[..range.start].trim_end();
    let line = before.rfind('\n').map_or(0, |newline| newline + 1);
    let mark = before[line..].rfind([' ', ':']).map_or(line, |space| line + space + 1);
    let is_block = |mark: &str| {
        mark.starts_with(['>', '|']) && mark[1..].chars().all(|sign| matches!(sign, '+' | '-') || sign.is_ascii_digit())
    };
    let breaks = source[before.len()..range.start].contains('\n');
    let start = if breaks && is_block(&before[mark..]) { mark } else { range.start };
    start..end.max(start)
}

/// A key that the front matter does not have yet.
pub(super) fn new_key(target: &Side, source: &Unit, text: &str) -> Result<Edit, String> {
    if text.contains(BREAK) {
        return Err("a line break has no place in it".to_owned());
    }
    let at = target.document.front_yaml().ok_or("the edition has no front matter to put it in")?.end;
    Ok(Edit { range: at..at, text: format!("{}: {}\n", source.id.kind.name(), scalar(text, "")) })
}

/// A text as a scalar of YAML 1.2 on one line, in quotation marks if it had some, or needs them.
pub(super) fn scalar(text: &str, old: &str) -> String {
    let doubled = || format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    if old.starts_with('\'') {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let reads_as_text = match yaml::parse(&SourcePath::new("a value"), &format!("key: {text}\n"), 0) {
        Ok(node) => matches!(&node.value, Yaml::Map(entries)
            if matches!(entries.as_slice(), [(_, value)] if value.value == Yaml::Text(text.to_owned()))),
        Err(_) => false,
    };
    if old.starts_with('"') || !reads_as_text { doubled() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_of_several_lines_goes_as_a_whole() {
        let cases = [
            ("short: >-\n  a\n  b\nterm: x\n", "a\n  b\n", ">-\n  a\n  b"),
            ("short: |2\n  a\n", "a", "|2\n  a"),
            ("short: >-\n  a\nterm: x\n", ">-\n  a\n", ">-\n  a"),
            ("short: a > b\n", "a > b", "a > b"),
            ("short:\n  a\n", "a", "a"),
        ];
        for (source, value, expected) in cases {
            let start = source.find(value).expect("it is there");
            assert_eq!(&source[whole(source, start..start + value.len())], expected, "{source:?}");
        }
    }
}
