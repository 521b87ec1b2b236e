//! Some events of a text as one readable line: what is hashed, compared and shown of a block.
//!
//! Enters: a body and a range of its events. Leaves: a line in the manner of Markdown, in NFC, without tabs and line
//! ends, and its slots: what stands in it beside words. Never here: how long a line of the source was, HTML.

use std::ops::Range;

use crate::parse::body::{Body, Event, Link, Str, Tag, Target};
use crate::text;

/// A line break of code, as it stands in a line.
const CODE_BREAK: char = '␊';
/// A tab of code, as it stands in a line.
const CODE_TAB: char = '␉';

/// The line of `events`: white space is one space, references stand as authors write them (`{{ companies }}`,
/// `[@report]`, `[[llm|…]]`, `[text](../chips.md)`, `*stress*`). Line ends of code blocks stand as `␊`.
///
/// Also the slots in order: figures, citations, terms, targets of links and images, code, footnotes, calls.
pub(super) fn line(body: &Body, events: Range<u32>) -> (String, Vec<String>) {
    let mut writer = Line { body, out: String::new(), slots: Vec::new(), code: None, cells: 0 };
    for event in &body.events[events.start as usize..events.end as usize] {
        writer.event(*event);
    }
    let Line { out, slots, .. } = writer;
    (text::nfc(out.trim()).into_owned(), slots)
}

/// A text that stands alone, as a line.
pub(super) fn plain_line(text: &str) -> String {
    text::nfc(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}

struct Line<'a> {
    body: &'a Body,
    out: String,
    slots: Vec<String>,
    /// Where the text of the code block that is being read begins in `out`.
    code: Option<usize>,
    cells: u32,
}

impl Line<'_> {
    /// Adds text with its white space folded: never two spaces in a row, none at the start.
    fn text(&mut self, text: &str) {
        for letter in text.chars() {
            if !letter.is_whitespace() {
                self.out.push(letter);
            } else if !self.out.is_empty() && !self.out.ends_with(' ') {
                self.out.push(' ');
            }
        }
    }

    fn str(&mut self, before: &str, piece: Str, after: &str) {
        self.text(before);
        self.text(self.body.str(piece));
        self.text(after);
    }

    /// A call as it stands in the source; its arguments may be translated, its name is not.
    fn call(&mut self, number: u32) {
        let component = &self.body.components[number as usize];
        self.slots.push(format!("<{}>", component.name));
        self.text(component.span.text(&self.body.source));
    }

    fn event(&mut self, event: Event) {
        match event {
            Event::Text(piece) if self.code.is_some() => {
                for letter in self.body.str(piece).chars() {
                    self.out.push(match letter {
                        '\n' => CODE_BREAK,
                        '\t' => CODE_TAB,
                        other => other,
                    });
                }
            }
            Event::Text(piece) => self.str("", piece, ""),
            Event::Code(piece) => {
                self.slots.push(format!("`{}`", plain_line(self.body.str(piece))));
                self.str("`", piece, "`");
            }
            Event::InlineMath(piece) => self.str("$", piece, "$"),
            Event::DisplayMath(piece) => self.str("$$", piece, "$$"),
            Event::Html(piece) => self.str("", piece, ""),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.text("\\ "),
            Event::Rule => {}
            Event::Task(done) => self.text(if done { "[x] " } else { "[ ] " }),
            Event::Footnote(number) => {
                let label = self.body.footnotes[number as usize].label.clone();
                self.slots.push("[^]".to_owned());
                self.text(&format!("[^{label}]"));
            }
            Event::Figure(number) => {
                let slot = plain_line(self.body.figures[number as usize].span.text(&self.body.source));
                self.text(&slot);
                self.slots.push(slot);
            }
            Event::Citation(first, last) => {
                let ids = self.body.citations[first as usize..last as usize].iter();
                let ids: Vec<String> = ids.map(|citation| format!("@{}", citation.id)).collect();
                self.text(&format!("[{}]", ids.join("; ")));
                self.slots.extend(ids.into_iter().map(|id| format!("[{id}]")));
            }
            Event::Component(number) => self.call(number),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Heading(number) => {
                self.text(&"#".repeat(self.body.headings[number as usize].level.into()));
                self.text(" ");
            }
            Tag::CodeBlock(info) => {
                self.str("```", info, "");
                self.out.push(CODE_BREAK);
                self.code = Some(self.out.len());
            }
            Tag::TableHead | Tag::TableRow => self.cells = 0,
            Tag::TableCell(_) => {
                self.text(if self.cells == 0 { "| " } else { " | " });
                self.cells += 1;
            }
            Tag::Link(_) => self.out.push('['),
            Tag::Image(_) => self.out.push_str("!["),
            Tag::Term(number) => {
                let term = &self.body.terms[number as usize];
                let (id, own_text) = (term.id.clone(), term.own_text);
                self.slots.push(format!("[[{id}]]"));
                self.text("[[");
                self.text(&id);
                self.text(if own_text { "|" } else { "" });
            }
            Tag::Component(number) => self.call(number),
            Tag::Plain => self.text("[[!"),
            other => self.out.push_str(markup(other)),
        }
    }

    fn end(&mut self, tag: Tag) {
        match tag {
            Tag::CodeBlock(_) => {
                self.code = None;
                self.out.push_str("```");
            }
            Tag::TableHead | Tag::TableRow => self.text(" |"),
            Tag::Link(number) | Tag::Image(number) => {
                let Link { target, title, .. } = self.body.links[number as usize].clone();
                let target = address(&target);
                self.slots.push(format!("({target})"));
                let title = if title.is_empty() { title } else { format!(" \"{title}\"") };
                self.text(&format!("]({target}{title})"));
            }
            Tag::Term(_) | Tag::Plain => self.text("]]"),
            Tag::Paragraph | Tag::Item => self.text(" "),
            other => self.out.push_str(markup(other)),
        }
    }
}

/// The marks around what is stressed, raised, lowered or struck out.
fn markup(tag: Tag) -> &'static str {
    match tag {
        Tag::Emphasis => "*",
        Tag::Strong => "**",
        Tag::Strikethrough => "~~",
        Tag::Superscript => "^",
        Tag::Subscript => "~",
        _ => "",
    }
}

/// Where a link leads, as written.
fn address(target: &Target) -> String {
    match target {
        Target::External(url) => url.clone(),
        Target::Internal { path, anchor: None } => path.clone(),
        Target::Internal { path, anchor: Some(anchor) } => format!("{path}#{anchor}"),
        Target::Refused => String::new(),
    }
}
