//! Drawings: an SVG of our own with places for labels, and the labels in every language.
//!
//! Enters: the text of `content/drawings/<id>.svg` and `<id>.yaml`. Leaves: a list of shapes that is safe to write as
//! it is, with the labels to be put in between. Never here: anything of the SVG that is not on the lists below (no
//! script, style, link, image, id or reference gets through), and text of the SVG itself: what readers read is a label.
//!
//! Source of the names: SVG 2, chapters 9 (basic shapes), 10 (text) and 8 (transform).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use roxmltree::{Attribute, Document, Node, NodeType, ParsingOptions};

use super::front::ids::is_name;
use crate::base::{LineColumn, LineIndex, SourcePath, Span};
use crate::config::yaml::quoted;
use crate::diag::{Code, Diagnostic};
use crate::parse::body::Format;

/// A drawing without its labels.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The file.
    pub path: SourcePath,
    /// Its frame, as four numbers: `0 0 340 200`.
    pub view_box: String,
    /// In the order of the file; not empty.
    pub pieces: Vec<Piece>,
}

/// A part of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// Elements and groups without text; safe to write as they are.
    Markup(String),
    /// The place of a label.
    Text(TextPlace),
}

/// The place of a label.
#[derive(Debug, Clone, PartialEq)]
pub struct TextPlace {
    /// The label's id.
    pub label: String,
    /// Attributes beside the place, each with a space before it; safe to write as they are.
    pub attributes: String,
    /// Where it stands, in the units of the drawing.
    pub x: f64,
    /// The middle of its lines, in the units of the drawing.
    pub y: f64,
    /// The size of its letters, in the units of the drawing.
    pub size: f64,
    /// The width at which its lines break, in the units of the drawing.
    pub width: Option<f64>,
    /// Where it stands in the file.
    pub span: Span,
}

/// The largest drawing, in bytes.
const LARGEST: usize = 256 * 1024;
/// The most elements, attributes not counted.
const MOST_NODES: u32 = 10_000;
/// The deepest group.
const DEEPEST: usize = 32;
/// The size of letters where the drawing does not give one.
const USUAL_SIZE: f64 = 15.0;

const ELEMENTS: &[&str] = &["g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text"];

const GEOMETRY: &[&str] = &[
    "d",
    "points",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "width",
    "height",
    "transform",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "opacity",
    "font-size",
    "font-weight",
    "text-anchor",
    "data-width",
    "class",
];

/// Attributes that are read and not written as they are.
const READ: &[&str] = &["x", "y", "font-size", "data-width"];

/// Reads a drawing; `None` if nothing of it can be shown.
pub fn drawing(path: &SourcePath, text: &str) -> (Option<Drawing>, Vec<Diagnostic>) {
    let mut reader = Reader { path, text, diagnostics: Vec::new(), pieces: Vec::new() };
    let view_box = reader.read();
    let Reader { diagnostics, pieces, .. } = reader;
    let drawing = view_box.map(|view_box| Drawing { path: path.clone(), view_box, pieces });
    (drawing.filter(|_| diagnostics.is_empty()), diagnostics)
}

struct Reader<'a> {
    path: &'a SourcePath,
    text: &'a str,
    diagnostics: Vec<Diagnostic>,
    pieces: Vec<Piece>,
}

impl Reader<'_> {
    fn report(&mut self, span: std::ops::Range<usize>, message: String, hint: &str) {
        let diagnostic = Diagnostic::new(Code::DrawingInvalid, message).at(self.path, Span::new(span));
        self.diagnostics.push(diagnostic.hint(hint));
    }

    /// The frame of the drawing, if it can be read at all.
    fn read(&mut self) -> Option<String> {
        if self.text.len() > LARGEST {
            let message = format!("a drawing of {} KiB; the limit is {} KiB", self.text.len() / 1024, LARGEST / 1024);
            self.report(0..0, message, "make it simpler, or show it as an image: `![…](map.svg)`");
            return None;
        }
        let text = self.text;
        let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
        let document = match Document::parse_with_options(text, options) {
            Ok(document) => document,
            Err(error) => {
                let place = LineColumn { line: error.pos().row, column: error.pos().col };
                let at = LineIndex::new(text).offset(text, place).unwrap_or(0);
                let (message, hint) = words(&error);
                self.report(at..at, message, hint);
                return None;
            }
        };
        let root = document.root_element();
        if root.tag_name().name() != "svg" {
            self.report(
                start(&root),
                "a drawing begins with `<svg>`".to_owned(),
                "write `<svg viewBox=\"0 0 340 200\">`",
            );
            return None;
        }
        let view_box = root.attribute("viewBox").filter(|value| is_view_box(value)).map(str::to_owned);
        if view_box.is_none() {
            let hint =
                "write `<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 340 200\">`: left, top, width, height";
            self.report(start(&root), "the drawing has no `viewBox` of four numbers".to_owned(), hint);
        }
        for attribute in root.attributes().filter(|attribute| attribute.name() != "viewBox") {
            let hint = "remove it: a drawing is as wide as the text, and its colours are the theme's";
            self.report(attribute.range(), format!("`<svg>` takes no `{}`", attribute.name()), hint);
        }
        self.children(&root, 0);
        view_box
    }

    fn children(&mut self, parent: &Node<'_, '_>, depth: usize) {
        for node in parent.children() {
            match node.node_type() {
                NodeType::Element => self.element(&node, depth),
                NodeType::Text if !node.text().unwrap_or_default().trim().is_empty() => {
                    let hint = "put it into `<text>`, as a label: `<text x=\"10\" y=\"20\">{{ label }}</text>`";
                    let range = node.range();
                    let space = self.text[range.clone()].len() - self.text[range.clone()].trim_start().len();
                    self.report(range.start + space..range.end, "text outside of `<text>`".to_owned(), hint);
                }
                _ => {}
            }
        }
    }

    fn element(&mut self, node: &Node<'_, '_>, depth: usize) {
        let name = node.tag_name().name();
        if !ELEMENTS.contains(&name) {
            let hint = match name {
                "title" | "desc" => {
                    "remove it: `title` and `description` stand in the drawing's `.yaml` file".to_owned()
                }
                _ => format!("a drawing may hold {}", quoted(ELEMENTS)),
            };
            return self.report(start(node), format!("`<{name}>` does not stand in a drawing"), &hint);
        }
        if depth >= DEEPEST {
            let message = format!("groups nested more than {DEEPEST} levels deep");
            return self.report(start(node), message, "make it flatter");
        }
        let mut attributes = String::new();
        for attribute in node.attributes() {
            self.attribute(name, &attribute, &mut attributes);
        }
        match name {
            "text" => self.label(node, attributes),
            "g" => {
                self.markup(&format!("<g{attributes}>"));
                self.children(node, depth + 1);
                self.markup("</g>");
            }
            _ => {
                self.markup(&format!("<{name}{attributes}/>"));
                self.children(node, DEEPEST);
            }
        }
    }

    fn attribute(&mut self, element: &str, attribute: &Attribute<'_, '_>, out: &mut String) {
        let (name, value) = (attribute.name(), attribute.value());
        let is_paint = matches!(name, "fill" | "stroke");
        if attribute.namespace().is_some() || !(is_paint || GEOMETRY.contains(&name)) {
            let hint = "shapes take places, sizes, `transform` and `class`; colours come from classes such as `d-box`";
            return self.report(attribute.range(), format!("`<{element}>` takes no `{name}` here"), hint);
        }
        if is_paint && !matches!(value, "none" | "currentColor") {
            let hint =
                "use a class, so that it can be seen on dark and light: `d-box`, `d-strong`, `d-line`, `c1` to `c6`";
            return self.report(attribute.range(), format!("the colour `{value}` is not the theme's"), hint);
        }
        if !value.chars().all(|c| c.is_ascii_alphanumeric() || " .,+-()%_\n".contains(c)) {
            let hint = "write numbers, letters, spaces, commas and brackets only";
            return self.report(attribute.range(), format!("`{name}` holds a sign that it cannot have"), hint);
        }
        if !(element == "text" && READ.contains(&name)) && name != "data-width" {
            write!(out, " {name}=\"{value}\"").expect("writing to a string cannot fail");
        }
    }

    fn label(&mut self, node: &Node<'_, '_>, attributes: String) {
        let content = node.text().unwrap_or_default().trim();
        let label = content.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}")).map(str::trim);
        let Some(label) = label.filter(|label| is_name(label) && node.children().count() == 1) else {
            let hint = "write the label's id, `{{ die }}`, and its text in each language in the drawing's `.yaml` file";
            return self.report(node.range(), "the text of a drawing is one label".to_owned(), hint);
        };
        let number =
            |name| node.attribute(name).map(|value| value.trim().parse::<f64>().ok().filter(|n| n.is_finite()));
        let (x, y) = (number("x").unwrap_or(Some(0.0)), number("y").unwrap_or(Some(0.0)));
        let size = number("font-size").unwrap_or(Some(USUAL_SIZE)).filter(|size| *size > 0.0);
        let width = number("data-width").unwrap_or(Some(f64::INFINITY)).filter(|width| *width > 0.0);
        let (Some(x), Some(y), Some(size), Some(width)) = (x, y, size, width) else {
            let hint = "write them as `x=\"170\" y=\"20\" font-size=\"15\" data-width=\"120\"`";
            return self.report(start(node), "`x`, `y`, `font-size` and `data-width` are numbers".to_owned(), hint);
        };
        self.pieces.push(Piece::Text(TextPlace {
            label: label.to_owned(),
            attributes,
            x,
            y,
            size,
            width: width.is_finite().then_some(width),
            span: Span::new(node.range()),
        }));
    }

    fn markup(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Markup(markup)) => markup.push_str(text),
            _ => self.pieces.push(Piece::Markup(text.to_owned())),
        }
    }
}

/// The opening tag of an element: up to its name's end.
fn start(node: &Node<'_, '_>) -> std::ops::Range<usize> {
    let from = node.range().start;
    from..from + 1 + node.tag_name().name().len()
}

fn is_view_box(value: &str) -> bool {
    let numbers: Vec<Option<f64>> = value.split_whitespace().map(|number| number.parse().ok()).collect();
    matches!(numbers.as_slice(), [Some(x), Some(y), Some(w), Some(h)]
        if [x, y, w, h].into_iter().all(|n| n.is_finite()) && *w > 0.0 && *h > 0.0)
}

/// The library's error in our manner, without its place, and what to do about it.
fn words(error: &roxmltree::Error) -> (String, &'static str) {
    match error {
        roxmltree::Error::DtdDetected => {
            ("a drawing takes no document type".to_owned(), "remove what stands between `<!DOCTYPE` and its `>`")
        }
        roxmltree::Error::NodesLimitReached => {
            (format!("a drawing of more than {MOST_NODES} elements"), "make it simpler, or show it as an image")
        }
        _ => {
            let text = error.to_string();
            let text = text.split(" at ").next().unwrap_or(&text).trim_end_matches('.');
            (format!("the drawing is not well-formed XML: {text}"), "close what is open, and put quotes around values")
        }
    }
}

/// A part of a drawing's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextPart<'a> {
    /// Words.
    Words(&'a str),
    /// A figure of the page that shows the drawing, `{{ announced | day-month }}`: its id and the format asked for.
    Figure(&'a str, Option<Format>),
}

/// The parts of a drawing's text, in order; what stands between braces and cannot be a figure is words.
pub fn text_parts(text: &str) -> Vec<TextPart<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((words, call, after)) = next_call(rest) {
        parts.push(TextPart::Words(words));
        let (id, format) = call.split_once('|').map_or((call.trim(), None), |(id, format)| (id.trim(), Some(format)));
        let format = format.map(|format| Format::from_name(format.trim()));
        let readable = is_name(id) && format != Some(None);
        parts.push(if readable { TextPart::Figure(id, format.flatten()) } else { TextPart::Words(call) });
        rest = after;
    }
    parts.push(TextPart::Words(rest));
    parts.retain(|part| *part != TextPart::Words(""));
    parts
}

/// The words before a call, what stands between its braces, and what follows.
fn next_call(text: &str) -> Option<(&str, &str, &str)> {
    let (words, rest) = text.split_once("{{")?;
    let (call, after) = rest.split_once("}}")?;
    Some((words, call, after))
}

/// The labels that a drawing asks for, each with its first place.
pub fn labels(drawing: &Drawing) -> BTreeMap<&str, Span> {
    let mut labels = BTreeMap::new();
    for piece in &drawing.pieces {
        if let Piece::Text(place) = piece {
            labels.entry(place.label.as_str()).or_insert(place.span);
        }
    }
    labels
}
