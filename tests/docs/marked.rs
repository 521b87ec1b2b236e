//! Parts of a document between two comments: `<!-- keys: Site -->` and `<!-- end -->`. Text in, text out.

const END: &str = "<!-- end -->";

/// The range of what stands between the comment `name` and the end that follows it.
fn range(document: &str, name: &str) -> Option<std::ops::Range<usize>> {
    let open = format!("<!-- {name} -->\n");
    let start = document.find(&open)? + open.len();
    let end = start + document[start..].find(END)?;
    Some(start..end)
}

/// What stands between the comment `name` and its end; `None` if there is no such comment.
pub fn between<'a>(document: &'a str, name: &str) -> Option<&'a str> {
    range(document, name).map(|range| &document[range])
}

/// The document with `text` between the comment `name` and its end; `None` if there is no such comment.
pub fn replace(document: &str, name: &str, text: &str) -> Option<String> {
    let range = range(document, name)?;
    Some(format!("{}\n{text}\n{}", &document[..range.start], &document[range.end..]))
}

/// The document without the parts whose comments begin with `prefix`.
pub fn without(document: &str, prefix: &str) -> String {
    let open = format!("<!-- {prefix}");
    let mut pieces = document.split(&open);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out.push_str(piece.split_once(END).map_or("", |(_, rest)| rest));
    }
    out
}

/// The text of a section, from below the heading `title` to the next heading of any level.
pub fn section<'a>(document: &'a str, title: &str) -> Option<&'a str> {
    let is_heading = |line: &str| line.trim_start_matches('#').trim() == title && line.starts_with('#');
    let mut at = 0;
    let mut start = None;
    for line in document.split_inclusive('\n') {
        match start {
            None if is_heading(line.trim_end()) => start = Some(at + line.len()),
            Some(start) if line.starts_with('#') => return Some(&document[start..at]),
            _ => {}
        }
        at += line.len();
    }
    start.map(|start| &document[start..])
}

#[test]
fn a_part_is_found_and_replaced() {
    let document = "a\n<!-- keys: X -->\n\nold\n\n<!-- end -->\nb\n";
    assert_eq!(between(document, "keys: X"), Some("\nold\n\n"));
    let new = replace(document, "keys: X", "new\n").expect("it is there");
    assert_eq!(new, "a\n<!-- keys: X -->\n\nnew\n\n<!-- end -->\nb\n");
    assert_eq!(replace(&new, "keys: X", "new\n"), Some(new.clone()));
    assert_eq!(replace(document, "keys: Y", ""), None);
    assert_eq!(without(document, "keys: "), "a\n\nb\n");
    assert_eq!(section("# a\nx\n## `b`\ny\n# c\nz\n", "`b`"), Some("y\n"));
}
