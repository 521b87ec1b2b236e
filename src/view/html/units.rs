//! A text part by part, for pages that show two languages side by side.

use super::writer::{Writer, level};
use super::{Unit, UnitKind};
use crate::parse::body::{Event, Tag};

impl Writer<'_> {
    /// The parts of the text at its first level, one after the other; footnotes' texts are passed over.
    pub(super) fn units(&mut self) -> Vec<Unit> {
        let mut units = Vec::new();
        let mut at = 0;
        while at < self.body.events.len() {
            if let Event::Start(Tag::FootnoteDefinition(number)) = self.body.events[at] {
                at = self.body.footnotes[number as usize].events.end as usize;
                continue;
            }
            let end = self.unit_end(at);
            let kind = self.unit_kind(self.body.events[at]);
            let inner = if matches!(kind, UnitKind::Heading(..)) { at + 1..end - 1 } else { at..end };
            self.run(inner);
            units.push(Unit { kind, html: std::mem::take(&mut self.out) });
            at = end;
        }
        units
    }

    /// The event after the part that begins at `at`.
    fn unit_end(&self, at: usize) -> usize {
        let mut depth = 0_u32;
        for (step, event) in self.body.events[at..].iter().enumerate() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return at + step + 1;
            }
        }
        self.body.events.len()
    }

    fn unit_kind(&self, event: Event) -> UnitKind {
        match event {
            Event::Start(Tag::Heading(number)) => {
                let heading = &self.body.headings[number as usize];
                let id = self.references.heading_ids.get(number as usize).map_or(&heading.slug, |id| &id.id);
                UnitKind::Heading(level(heading.level), id.clone())
            }
            Event::Start(Tag::Paragraph) => UnitKind::Other("paragraph"),
            Event::Start(Tag::List(_)) => UnitKind::Other("list"),
            Event::Start(Tag::Table(_)) => UnitKind::Other("table"),
            Event::Start(Tag::CodeBlock(_)) => UnitKind::Other("code"),
            Event::Start(Tag::Quote | Tag::Alert(_)) => UnitKind::Other("quotation"),
            Event::Start(Tag::DefinitionList) => UnitKind::Other("definitions"),
            Event::Start(Tag::Component(_)) | Event::Component(_) => UnitKind::Other("component"),
            Event::Rule => UnitKind::Other("rule"),
            _ => UnitKind::Other("other"),
        }
    }
}
