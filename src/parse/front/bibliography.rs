//! Reads `content/bibliography.yaml`.
//!
//! The keys are a subset of Hayagriva's, the bibliography format of Typst. Its library, hayagriva 0.10.1, was tried for
//! writing sources by language and not taken. In Vietnamese it writes dates as no Vietnamese does ("19 Tháng Năm 2023",
//! "Tháng Năm 19"), because its styles order the parts and its locales only give words; for an English reader it puts
//! capitals on a Vietnamese title ("Bắc Kinh Hỗ Trợ"). It adds 29 packages, among them three that are given up
//! (`serde_yaml` 0.9; `unsafe-libyaml`, translated from C; `paste`, RUSTSEC-2024-0436), 6.9 MB of program and 2 min 45 s
//! of compiling, and its styles and locales are CC BY-SA 3.0, which a program under MIT would pass on. What a source
//! needs here, its title in its own language and facts beside it, are messages and dates that translators can change.

use std::collections::BTreeMap;

use super::SourceEntry;
use crate::base::{Lang, LocalText, SourcePath};
use crate::config::KeyScope;
use crate::config::yaml::{Key, Node, Placed, Reader, Yaml};
use crate::diag::Diagnostic;

/// Reads the bibliography.
pub fn bibliography(path: &SourcePath, node: &Node) -> (BTreeMap<String, SourceEntry>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut sources = BTreeMap::new();
    let mut reader = Reader { path, diagnostics: &mut diagnostics };
    for (key, value) in reader.map("bibliography", node) {
        let good = key.name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        if !good {
            reader.invalid::<()>(
                key.span,
                format!("`{}` is not an id for a source", key.name),
                Some("use ASCII letters, digits, `-` and `_`"),
            );
            continue;
        }
        let entry = source_entry(&mut reader, key, value);
        sources.insert(key.name.clone(), entry);
    }
    (sources, diagnostics)
}

/// The kinds of source.
pub const SOURCE_KINDS: &[&str] = &["article", "report", "web", "book", "video"];

fn source_entry(reader: &mut Reader<'_>, key: &Key, node: &Node) -> SourceEntry {
    let mut source = SourceEntry {
        kind: None,
        title: LocalText::default(),
        language: None,
        author: None,
        publisher: None,
        date: None,
        url: None,
        note: LocalText::default(),
        span: key.span,
    };
    for (entry, value) in reader.map(&key.name, node) {
        let name = entry.name.as_str();
        match name {
            "type" => {
                let kinds: Vec<(&str, &str)> = SOURCE_KINDS.iter().map(|kind| (*kind, *kind)).collect();
                source.kind = reader.word(name, value, &kinds).map(|kind| kind.value.to_owned());
            }
            "title" => source.title = reader.local_text(name, value).unwrap_or_default(),
            "language" => {
                if let Some(tag) = reader.text(name, value) {
                    source.language = Lang::new(&tag.value).or_else(|| {
                        reader.invalid(
                            tag.span,
                            format!("`{}` is not a language", tag.value),
                            Some("write a tag such as `vi`"),
                        )
                    });
                }
            }
            "author" => source.author = reader.text(name, value).map(|text| text.value),
            "publisher" => source.publisher = reader.text(name, value).map(|text| text.value),
            "date" => source.date = reader.date(name, value).map(|date| date.value),
            "url" => source.url = reader.text(name, value).and_then(|url| web_address(reader, url)),
            "note" => source.note = reader.local_text(name, value).unwrap_or_default(),
            _ => reader.unknown_key(entry, &KeyScope::Source.names()),
        }
    }
    let is_map = matches!(node.value, Yaml::Map(_) | Yaml::Null);
    let has_title = matches!(&node.value, Yaml::Map(entries) if entries.iter().any(|(entry, _)| entry.name == "title"));
    if is_map && !has_title {
        reader.invalid::<()>(key.span, format!("the source `{}` has no `title`", key.name), Some("add `title: …`"));
    }
    source
}

fn web_address(reader: &mut Reader<'_>, url: Placed<String>) -> Option<String> {
    if url.value.starts_with("https://") || url.value.starts_with("http://") {
        return Some(url.value);
    }
    reader.invalid(
        url.span,
        format!("`{}` is not a web address", url.value),
        Some("write an address that begins with `https://`"),
    )
}
