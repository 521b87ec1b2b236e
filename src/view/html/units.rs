//! A text part by part: the ids that parts share with their twins, and the parts of pages side by side.

use std::sync::Arc;

use super::writer::{Writer, level};
use super::{Unit, UnitKind, escape};
use crate::translation::{self, HeadingId, Part, PartKind};

impl Writer<'_> {
    /// Writes the text, each part with its id.
    pub(super) fn parts(&mut self) {
        if self.references.part_ids.is_empty() {
            return self.run(0..self.body.events.len());
        }
        for Part { events, .. } in translation::parts(self.body) {
            let start = self.out.len();
            self.run(events.start as usize..events.end as usize);
            if let Some(id) = self.part_id(events.start).cloned() {
                add_id(&mut self.out, start, &id);
            }
        }
    }

    /// The parts of the text at its first level, one after the other; footnotes' texts are passed over. Their ids are
    /// given, not written: two that stand side by side share one.
    pub(super) fn units(&mut self) -> Vec<Unit> {
        translation::parts(self.body).iter().map(|part| self.unit(part)).collect()
    }

    fn unit(&mut self, Part { kind, events }: &Part) -> Unit {
        let (start, end) = (events.start as usize, events.end as usize);
        let (kind, inner) = match kind {
            PartKind::Heading(number) => {
                let heading = &self.body.headings[*number as usize];
                let id = self.references.heading_ids.get(*number as usize).cloned();
                let id = id.unwrap_or_else(|| HeadingId { id: heading.slug.clone(), alias: None });
                (UnitKind::Heading(level(heading.level), id), start + 1..end - 1)
            }
            _ => (UnitKind::Other(self.part_id(events.start).cloned()), start..end),
        };
        self.run(inner);
        Unit { kind, html: std::mem::take(&mut self.out) }
    }

    /// The id of the part that begins with an event.
    fn part_id(&self, event: u32) -> Option<&Arc<str>> {
        let ids = &self.references.part_ids;
        let at = ids.binary_search_by_key(&event, |(start, _)| *start).ok()?;
        Some(&ids[at].1)
    }
}

/// Gives an id to the first element after `start`, unless that has one: what a component makes is written as any other part.
fn add_id(out: &mut String, start: usize, id: &str) {
    let html = &out[start..];
    let Some(open) = html.find(|letter: char| !letter.is_whitespace()) else { return };
    let Some(tag) = html[open..].strip_prefix('<') else { return };
    let name = tag.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let end = tag.find('>').unwrap_or(tag.len());
    if name == 0 || tag[..end].contains(" id=") {
        return;
    }
    let mut attribute = " id=\"".to_owned();
    escape(&mut attribute, id);
    attribute.push('"');
    out.insert_str(start + open + 1 + name, &attribute);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &str) {
        let mut out = format!("<p>before</p>\n{html}");
        add_id(&mut out, "<p>before</p>\n".len(), "a--p1");
        assert_eq!(out.strip_prefix("<p>before</p>\n"), Some(expected));
    }

    #[test]
    fn the_first_element_gets_the_id() {
        check("<p>one</p>", "<p id=\"a--p1\">one</p>");
        check("\n<dl class=\"x\"><dt>", "\n<dl id=\"a--p1\" class=\"x\"><dt>");
        check("<hr>\n", "<hr id=\"a--p1\">\n");
    }

    #[test]
    fn an_element_keeps_its_own_id_and_what_is_none_gets_none() {
        for html in ["<div class=\"a\" id=\"own\">", "text <b>bold</b>", "<!-- no --><p>", "", " "] {
            check(html, html);
        }
    }
}
