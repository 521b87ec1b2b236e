//! What the XML formats share: lines, elements within a text, reading.
//!
//! Enters: texts, or the text of an XML file. Leaves: elements, or a tree with places. Never here: entities that a file
//! defines, another file that it names (roxmltree reads neither; a document type declaration is taken out before).

use roxmltree::{Document, Node};

use super::inline::BREAK;
use super::numbers::{Code, Numbers};
use super::{Hash, Inline, ReceivedEntry, Text, Token};
use crate::base::{Lang, SourcePath, Span};
use crate::diag::{Code as DiagCode, Diagnostic};
use crate::text::xml;

/// The first line of every file.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Adds a line, indented by two spaces for each level.
pub(super) fn line(out: &mut String, depth: usize, text: &str) {
    out.extend(std::iter::repeat_n("  ", depth));
    out.push_str(text);
    out.push('\n');
}

/// ` name="value"`.
pub(super) fn attribute(name: &str, value: &str) -> String {
    format!(" {name}=\"{}\"", xml(value))
}

/// How a format writes markup within a text. The last argument is what stands behind the number.
pub(super) struct Elements {
    /// Markup that stands alone: its number, and itself.
    pub(super) atom: fn(u32, &str) -> String,
    /// The beginning of markup around words.
    pub(super) open: fn(u32, &str, &str) -> String,
    /// Its end.
    pub(super) close: fn(u32, &str) -> String,
}

/// A text with its markup as elements. `given` has a number for each part that is no words.
pub(super) fn content(text: &Text, given: &[u32], numbers: &Numbers, elements: &Elements) -> String {
    let mut out = String::new();
    let mut given = given.iter().copied();
    for part in text.parts() {
        if let Inline::Words(words) = part {
            out.push_str(&xml(words));
            continue;
        }
        let number = given.next().expect("each part that is no words has a number");
        match (part, numbers.codes.get(&number)) {
            (Inline::Open(_), Some(Code::Pair(open, close))) => out.push_str(&(elements.open)(number, open, close)),
            (Inline::Close(close), _) => out.push_str(&(elements.close)(number, close)),
            (Inline::Atom(code), _) => out.push_str(&(elements.atom)(number, code)),
            (Inline::Break, _) => out.push_str(&(elements.atom)(number, &BREAK.to_string())),
            (Inline::Open(_) | Inline::Words(_), _) => {}
        }
    }
    out
}

/// What markup is, in a word, for those who see only its number.
pub(super) fn kind(code: &str) -> &'static str {
    match code.trim_start() {
        "\n" | "" => "lb",
        code if code.starts_with("{{") || code.starts_with('{') => "variable",
        code if code.starts_with("[[") => "term",
        code if code.starts_with("[@") => "citation",
        code if code.starts_with("[^") => "footnote",
        code if code.starts_with("![") => "image",
        code if code.starts_with('[') || code.starts_with('<') => "link",
        code if code.starts_with('`') => "code",
        code if code.starts_with('$') => "formula",
        "**" | "__" => "bold",
        "*" | "_" => "italic",
        "|" => "cell",
        _ => "markup",
    }
}

/// Where something stands in the file that came back, in words of a diagnostic.
pub(super) struct Reading<'a> {
    pub(super) path: &'a SourcePath,
    pub(super) format: &'static str,
}

impl Reading<'_> {
    /// Something that this format may not hold, or does not hold.
    pub(super) fn wrong(&self, node: Node<'_, '_>, message: impl Into<String>) -> Box<Diagnostic> {
        let range = node.range();
        let end = range.start + node.document().input_text()[range.clone()].find('>').map_or(range.len(), |at| at + 1);
        let span = Span::new(range.start..end);
        Box::new(Diagnostic::new(DiagCode::ImportInvalid, message).at(self.path, span))
    }

    /// An attribute that has to be there.
    pub(super) fn need<'a>(&self, node: Node<'a, '_>, name: &str) -> Result<&'a str, Box<Diagnostic>> {
        node.attribute(name).ok_or_else(|| {
            let message = format!(
                "`<{}>` has no `{name}`: this is not {} that songngu wrote",
                node.tag_name().name(),
                self.format
            );
            self.wrong(node, message)
        })
    }

    /// An attribute that is a language.
    pub(super) fn lang(&self, node: Node<'_, '_>, name: &str) -> Result<Lang, Box<Diagnostic>> {
        let tag = self.need(node, name)?;
        Lang::new(tag).ok_or_else(|| self.wrong(node, format!("`{tag}` is not a language")))
    }

    /// The hashes of an entry, from what the file calls them.
    pub(super) fn hashes(
        &self,
        node: Node<'_, '_>,
        value: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(Hash, Option<Hash>), Box<Diagnostic>> {
        let read = |name: &str| match value(name) {
            Some(text) => match Hash::parse(text.trim()) {
                Some(hash) => Ok(Some(hash)),
                None => Err(self.wrong(node, format!("`{name}` of this text is not what songngu wrote"))),
            },
            None => Ok(None),
        };
        match read("source-hash")? {
            Some(source) => Ok((source, read("target-hash")?)),
            None => {
                Err(self.wrong(node, "the text does not tell what it was translated from: its `source-hash` is gone"))
            }
        }
    }
}

/// Reads XML. A document type declaration without declarations of its own is passed over.
///
/// # Errors
///
/// What is not well-formed, at its place.
pub(super) fn parse<'a>(
    path: &SourcePath,
    text: &'a str,
    blank: &'a mut String,
) -> Result<Document<'a>, Box<Diagnostic>> {
    let mut text = text;
    if let Some(start) = text.find("<!DOCTYPE") {
        let length = text[start..].find('>').map_or(text.len() - start, |at| at + 1);
        let declaration = &text[start..start + length];
        if declaration.contains('[') {
            let message = "the file defines entities of its own, which songngu does not read";
            let span = Span::new(start..start + "<!DOCTYPE".len());
            return Err(Box::new(Diagnostic::new(DiagCode::ImportInvalid, message).at(path, span)));
        }
        // As long as it was, so that all places stay.
        let spaces: String = declaration.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
        *blank = format!("{}{spaces}{}", &text[..start], &text[start + length..]);
        text = blank;
    }
    Document::parse(text).map_err(|error| {
        let roxmltree::TextPos { row, col } = error.pos();
        let full = error.to_string();
        let words = full.rsplit_once(" at ").map_or(full.as_str(), |(words, _)| words);
        let message = format!("the file is not well-formed XML: {words}");
        let location =
            crate::diag::Location { path: path.clone(), place: crate::diag::Place::At { line: row, column: col } };
        let diagnostic = Diagnostic::new(DiagCode::ImportInvalid, message).located(location);
        Box::new(
            diagnostic.hint("it may have been cut off, or edited as text: export it again, or ask for a whole file"),
        )
    })
}

/// The child elements of a name, whatever their namespace.
pub(super) fn children<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.is_element() && child.tag_name().name() == name)
}

/// What an element within a text stands for; `None` if only its contents count.
pub(super) type ReadElement = Result<Option<Vec<Token>>, Box<Diagnostic>>;

/// How deep elements may be nested: each is read by a call within a call.
const DEEPEST: usize = 64;

/// The tokens of an element: words, and what `element` makes of the elements among them. It returns `None` for an
/// element of which only the contents count.
pub(super) fn tokens(
    path: &SourcePath,
    node: Node<'_, '_>,
    element: &dyn Fn(Node<'_, '_>) -> ReadElement,
) -> Result<Vec<Token>, Box<Diagnostic>> {
    let mut found = Vec::new();
    if node.ancestors().nth(DEEPEST).is_some() {
        let span = Span::new(node.range().start..node.range().start + 1);
        let message = format!("elements are nested more than {DEEPEST} deep");
        return Err(Box::new(Diagnostic::new(DiagCode::ImportInvalid, message).at(path, span)));
    }
    for child in node.children() {
        if let Some(text) = child.text().filter(|_| child.is_text()) {
            found.push(Token::Written(text.to_owned()));
        } else if child.is_element() {
            match element(child)? {
                Some(tokens) => found.extend(tokens),
                None => found.extend(tokens(path, child, element)?),
            }
        }
    }
    Ok(found)
}

/// An entry from its parts.
pub(super) fn entry(
    node: Node<'_, '_>,
    (source, id): (SourcePath, String),
    (source_hash, target_hash): (Hash, Option<Hash>),
    target: Vec<Token>,
    fuzzy: bool,
) -> ReceivedEntry {
    let range = node.range();
    let text = node.document().input_text();
    let end = range.start + text[range.clone()].find('>').map_or(range.len(), |at| at + 1);
    ReceivedEntry { source, id, span: Span::new(range.start..end), source_hash, target_hash, target, fuzzy }
}
