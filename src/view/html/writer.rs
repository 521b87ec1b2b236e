//! Writes the events of a text as HTML, one after the other.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Citation, Components, Href, InlineFigure, Labels, References, escape};
use crate::parse::body::{Alert, Alignment, Body, Event, Link, Str, Tag};
use crate::view::content::shown_text;

pub(super) struct Writer<'a> {
    pub(super) body: &'a Body,
    pub(super) references: &'a References,
    pub(super) labels: &'a Labels,
    components: &'a mut dyn Components,
    pub(super) out: String,
    /// Stands before the ids of citations and footnotes, so that two texts can stand on one page.
    pub(super) prefix: String,
    /// What was written before the component whose body is being written.
    outer: Vec<String>,
    /// Footnotes in the order of their first reference, and how often each was referred to.
    pub(super) order: Vec<u32>,
    pub(super) referred: BTreeMap<u32, u32>,
    /// How often each listed term was referred to.
    pub(super) term_references: BTreeMap<String, u32>,
    in_table_head: bool,
    has_table_body: bool,
    table: usize,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        body: &'a Body,
        references: &'a References,
        labels: &'a Labels,
        components: &'a mut dyn Components,
    ) -> Writer<'a> {
        Writer {
            body,
            references,
            labels,
            components,
            out: String::with_capacity(body.source.len() + body.source.len() / 4),
            prefix: String::new(),
            outer: Vec::new(),
            order: Vec::new(),
            referred: BTreeMap::new(),
            term_references: BTreeMap::new(),
            in_table_head: false,
            has_table_body: false,
            table: 0,
        }
    }

    fn escaped(&mut self, piece: Str) {
        escape(&mut self.out, self.body.str(piece));
    }

    fn wrapped(&mut self, before: &str, piece: Str, after: &str) {
        self.out.push_str(before);
        self.escaped(piece);
        self.out.push_str(after);
    }

    /// Writes some events; footnotes' texts are passed over, they come at the end.
    pub(super) fn run(&mut self, range: std::ops::Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            at = self.event(at, range.end);
        }
    }

    /// Writes the event at `at`; returns the next to write.
    fn event(&mut self, at: usize, end: usize) -> usize {
        match self.body.events[at] {
            Event::Start(Tag::FootnoteDefinition(number)) => {
                return self.body.footnotes[number as usize].events.end as usize;
            }
            Event::Start(Tag::Paragraph) => {
                if let Some(next) = self.lone_image(at, end) {
                    return next;
                }
                self.out.push_str("<p>");
            }
            Event::Start(Tag::Image(number)) => return self.image(at, number),
            Event::Start(Tag::Term(number)) if !self.body.terms[number as usize].own_text => {
                self.term_start(number);
                let link = &self.references.terms[number as usize];
                escape(&mut self.out, &link.text);
            }
            Event::Start(tag @ (Tag::Emphasis | Tag::Strong | Tag::Strikethrough)) => {
                self.mark_start(at as u32);
                self.start(tag);
            }
            Event::End(tag @ (Tag::Emphasis | Tag::Strong | Tag::Strikethrough)) => {
                self.end(tag);
                self.mark_end(at as u32);
            }
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(piece) => self.text(at as u32, self.body.str(piece)),
            Event::Code(piece) => self.wrapped("<code>", piece, "</code>"),
            Event::InlineMath(piece) => self.wrapped("<code class=\"math\">", piece, "</code>"),
            Event::DisplayMath(piece) => self.wrapped("<code class=\"math math-display\">", piece, "</code>"),
            Event::Html(piece) => self.out.push_str(self.body.str(piece)),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::Task(done) => self.task(done),
            Event::Footnote(number) => self.footnote_reference(number),
            Event::Figure(number) => self.figure(number),
            Event::Citation(first, last) => self.citations(first, last),
            Event::Component(number) => {
                let call = &self.body.components[number as usize];
                let html = self.components.component(call, None);
                self.out.push_str(&html);
            }
        }
        at + 1
    }

    // flat match
    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Paragraph => self.out.push_str("<p>"),
            Tag::Heading(number) => self.heading_start(number),
            Tag::Quote => self.out.push_str("<blockquote>\n"),
            Tag::Alert(kind) => self.alert_start(kind),
            Tag::CodeBlock(language) => {
                let language = self.body.str(language);
                self.out.push_str("<pre tabindex=\"0\"><code");
                if !language.is_empty() {
                    self.out.push_str(" class=\"language-");
                    escape(&mut self.out, language);
                    self.out.push('"');
                }
                self.out.push('>');
            }
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(first)) => self.push_format(format_args!("<ol start=\"{first}\">\n")),
            Tag::Item => self.out.push_str("<li>"),
            Tag::FootnoteDefinition(_) | Tag::Plain => {}
            Tag::DefinitionList => self.out.push_str("<dl>\n"),
            Tag::DefinitionTitle => self.out.push_str("<dt>"),
            Tag::Definition => self.out.push_str("<dd>"),
            Tag::Table(number) => {
                self.table = number as usize;
                self.has_table_body = false;
                self.out.push_str("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"");
                escape(&mut self.out, &self.labels.table);
                self.out.push_str("\"><table>\n");
            }
            Tag::TableHead => {
                self.in_table_head = true;
                self.out.push_str("<thead><tr>");
            }
            Tag::TableRow => {
                if !self.has_table_body {
                    self.has_table_body = true;
                    self.out.push_str("<tbody>\n");
                }
                self.out.push_str("<tr>");
            }
            Tag::TableCell(column) => self.cell_start(column),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            Tag::Superscript => self.out.push_str("<sup>"),
            Tag::Subscript => self.out.push_str("<sub>"),
            Tag::Link(number) => self.link_start(number),
            Tag::Image(_) => {}
            Tag::Term(number) => self.term_start(number),
            Tag::Component(_) => {
                let before = std::mem::take(&mut self.out);
                self.outer.push(before);
            }
        }
    }

    // flat match
    fn end(&mut self, tag: Tag) {
        match tag {
            Tag::Paragraph => self.out.push_str("</p>\n"),
            Tag::Heading(number) => {
                let level = level(self.body.headings[number as usize].level);
                self.push_format(format_args!("</h{level}>\n"));
            }
            Tag::Quote => self.out.push_str("</blockquote>\n"),
            Tag::Alert(_) => self.out.push_str("</div>\n"),
            Tag::CodeBlock(_) => self.out.push_str("</code></pre>\n"),
            Tag::List(None) => self.out.push_str("</ul>\n"),
            Tag::List(Some(_)) => self.out.push_str("</ol>\n"),
            Tag::Item => self.out.push_str("</li>\n"),
            Tag::FootnoteDefinition(_) | Tag::Image(_) | Tag::Plain => {}
            Tag::DefinitionList => self.out.push_str("</dl>\n"),
            Tag::DefinitionTitle => self.out.push_str("</dt>\n"),
            Tag::Definition => self.out.push_str("</dd>\n"),
            Tag::Table(_) => {
                self.out.push_str(if self.has_table_body { "</tbody></table></div>\n" } else { "</table></div>\n" })
            }
            Tag::TableHead => {
                self.in_table_head = false;
                self.out.push_str("</tr></thead>\n");
            }
            Tag::TableRow => self.out.push_str("</tr>\n"),
            Tag::TableCell(_) => self.out.push_str(if self.in_table_head { "</th>" } else { "</td>" }),
            Tag::Emphasis => self.out.push_str("</em>"),
            Tag::Strong => self.out.push_str("</strong>"),
            Tag::Strikethrough => self.out.push_str("</del>"),
            Tag::Superscript => self.out.push_str("</sup>"),
            Tag::Subscript => self.out.push_str("</sub>"),
            Tag::Link(number) => {
                if matches!(self.references.links[number as usize], Href::To(..)) {
                    self.out.push_str("</a>");
                }
            }
            Tag::Term(number) => self.term_end(number),
            Tag::Component(number) => {
                let before = self.outer.pop().expect("a component ends after it has begun");
                let inner = std::mem::replace(&mut self.out, before);
                let html = self.components.component(&self.body.components[number as usize], Some(inner));
                self.out.push_str(&html);
            }
        }
    }

    pub(super) fn push_format(&mut self, text: std::fmt::Arguments<'_>) {
        self.out.write_fmt(text).expect("writing to a string cannot fail");
    }

    fn heading_start(&mut self, number: u32) {
        let heading = &self.body.headings[number as usize];
        self.push_format(format_args!("<h{}", level(heading.level)));
        let id = self.references.heading_ids.get(number as usize);
        if let Some(id) = id {
            self.out.push_str(" id=\"");
            escape(&mut self.out, &id.id);
            self.out.push('"');
        }
        if !heading.classes.is_empty() {
            self.out.push_str(" class=\"");
            escape(&mut self.out, &heading.classes.join(" "));
            self.out.push('"');
        }
        self.out.push('>');
        if let Some(alias) = id.and_then(|id| id.alias.as_ref()) {
            self.out.push_str("<span id=\"");
            escape(&mut self.out, alias);
            self.out.push_str("\"></span>");
        }
    }

    fn alert_start(&mut self, kind: Alert) {
        let name = kind.name();
        self.push_format(format_args!("<div class=\"alert alert-{name}\" role=\"note\">\n<p class=\"alert-title\">"));
        if let Some(title) = self.labels.alerts.get(name) {
            escape(&mut self.out, title);
        }
        self.out.push_str("</p>\n");
    }

    fn cell_start(&mut self, column: u32) {
        self.out.push_str(if self.in_table_head { "<th scope=\"col\"" } else { "<td" });
        let columns = &self.body.tables[self.table];
        match columns.get(column as usize) {
            Some(Alignment::Center) => self.out.push_str(" class=\"center\""),
            Some(Alignment::Right) => self.out.push_str(" class=\"end\""),
            Some(Alignment::Left | Alignment::None) | None => {}
        }
        self.out.push('>');
    }

    fn link_start(&mut self, number: u32) {
        let Href::To(address, lang) = &self.references.links[number as usize] else { return };
        self.out.push_str("<a href=\"");
        escape(&mut self.out, address);
        self.out.push('"');
        if let Some(lang) = lang {
            self.push_format(format_args!(" hreflang=\"{lang}\""));
        }
        self.out.push('>');
    }

    /// An image that is all there is in its paragraph becomes a figure, its title the caption.
    fn lone_image(&mut self, at: usize, end: usize) -> Option<usize> {
        let Some(Event::Start(Tag::Image(number))) = self.body.events.get(at + 1) else { return None };
        let close = self.image_end(at + 1, *number);
        if close + 1 >= end || self.body.events[close + 1] != Event::End(Tag::Paragraph) {
            return None;
        }
        self.out.push_str("<figure>");
        self.image(at + 1, *number);
        let Link { title, .. } = &self.body.links[*number as usize];
        if !title.is_empty() {
            self.out.push_str("<figcaption>");
            escape(&mut self.out, title);
            self.out.push_str("</figcaption>");
        }
        self.out.push_str("</figure>\n");
        Some(close + 2)
    }

    fn image_end(&self, at: usize, number: u32) -> usize {
        let close = |event: &Event| *event == Event::End(Tag::Image(number));
        let rest = &self.body.events[at..];
        at + rest.iter().position(close).expect("an image that has begun ends")
    }

    /// Writes an image; its contents are the text for those who do not see it.
    fn image(&mut self, at: usize, number: u32) -> usize {
        let close = self.image_end(at, number);
        let text = shown_text(self.body, self.references, at as u32 + 1..close as u32);
        if let Href::To(address, _) = &self.references.links[number as usize] {
            self.out.push_str("<img src=\"");
            escape(&mut self.out, address);
            self.out.push_str("\" alt=\"");
            escape(&mut self.out, &text);
            self.out.push_str("\" loading=\"lazy\" decoding=\"async\">");
        } else {
            escape(&mut self.out, &text);
        }
        close + 1
    }

    fn task(&mut self, done: bool) {
        let (mark, label) = if done { ("☑", &self.labels.task_done) } else { ("☐", &self.labels.task_open) };
        self.out.push_str("<span class=\"task\" role=\"img\" aria-label=\"");
        escape(&mut self.out, label);
        self.push_format(format_args!("\">{mark}</span> "));
    }

    fn figure(&mut self, number: u32) {
        match &self.references.figures[number as usize] {
            Some(InlineFigure::Number(value, text)) => {
                self.out.push_str("<data value=\"");
                escape(&mut self.out, value);
                self.out.push_str("\">");
                escape(&mut self.out, text);
                self.out.push_str("</data>");
            }
            Some(InlineFigure::Date(date, text)) => {
                self.push_format(format_args!("<time datetime=\"{date}\">"));
                escape(&mut self.out, text);
                self.out.push_str("</time>");
            }
            None => {}
        }
    }

    fn citations(&mut self, first: u32, last: u32) {
        let shown: Vec<&Citation> = self.references.citations[first as usize..last as usize].iter().flatten().collect();
        if shown.is_empty() {
            return;
        }
        self.out.push_str("<sup class=\"cite\">");
        for (at, Citation { id, number, ordinal, label }) in shown.into_iter().enumerate() {
            if at > 0 {
                self.out.push_str(", ");
            }
            let prefix = self.prefix.clone();
            self.push_format(format_args!("<a id=\"{prefix}c-{id}-{ordinal}\" href=\"#s-{id}\" aria-label=\""));
            escape(&mut self.out, label);
            self.push_format(format_args!("\">{number}</a>"));
        }
        self.out.push_str("</sup>");
    }
}

/// The page's title is the only heading of the first level.
pub(super) fn level(written: u8) -> u8 {
    written.max(2)
}
