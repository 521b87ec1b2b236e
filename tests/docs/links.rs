//! Links of Markdown documents as hosts of repositories follow them: by file, and by the id made of a heading.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The headings of a document: level from 1, and the id that hosts give it.
pub fn headings(text: &str) -> Vec<(usize, String)> {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut headings = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_GFM) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => open = Some((level as usize, String::new())),
            Event::End(TagEnd::Heading(_)) => {
                let (level, title) = open.take().expect("a heading that ends has begun");
                let id = slug(&title);
                let count = seen.entry(id.clone()).or_insert(0);
                headings.push((level, if *count == 0 { id } else { format!("{id}-{count}") }));
                *count += 1;
            }
            Event::Text(piece) | Event::Code(piece) => {
                if let Some((_, title)) = &mut open {
                    title.push_str(&piece);
                }
            }
            _ => {}
        }
    }
    headings
}

/// Lower case, letters, digits, `-` and `_`, a hyphen for each space (as GitHub and GitLab do).
fn slug(title: &str) -> String {
    let kept = title.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

/// The links of a document that lead nowhere, each in a line; `file` is absolute.
pub fn broken(root: &Path, file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).expect("the document can be read");
    let name = file.strip_prefix(root).unwrap_or(file).display().to_string();
    let mut broken = Vec::new();
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES | Options::ENABLE_GFM) {
        let (Event::Start(Tag::Link { dest_url, .. }) | Event::Start(Tag::Image { dest_url, .. })) = event else {
            continue;
        };
        if !dest_url.contains("://")
            && !dest_url.starts_with("mailto:")
            && let Err(problem) = follow(file, &text, &dest_url)
        {
            broken.push(format!("{name}: `{dest_url}`: {problem}"));
        }
    }
    broken
}

fn follow(file: &Path, text: &str, link: &str) -> Result<(), String> {
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let folder = file.parent().expect("a file lies in a folder");
    let target = if path.is_empty() { file.to_owned() } else { normal(&folder.join(path)) };
    if !target.exists() {
        return Err("there is no such file".to_owned());
    }
    if anchor.is_empty() {
        return Ok(());
    }
    let other = if path.is_empty() { text.to_owned() } else { fs::read_to_string(&target).unwrap_or_default() };
    let known: Vec<String> = headings(&other).into_iter().map(|(_, id)| id).collect();
    if known.iter().any(|id| id == anchor) { Ok(()) } else { Err(format!("there is no such section: {known:?}")) }
}

/// The path without `.` and `..`.
fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => _ = out.pop(),
            Component::CurDir => {}
            part => out.push(part),
        }
    }
    out
}

#[test]
fn a_heading_gets_the_id_that_hosts_give_it() {
    let text = "# Một trang: `site.yaml`\n## A\n## A\n";
    assert_eq!(headings(text), [(1, "một-trang-siteyaml".to_owned()), (2, "a".to_owned()), (2, "a-1".to_owned())]);
}
