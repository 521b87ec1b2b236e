//! Headings, with what their attributes may say; blocks of raw HTML.

use std::ops::Range;

use super::Builder;
use crate::base::Span;
use crate::diag::Code;
use crate::parse::body::{Heading, Tag};
use crate::text;

impl Builder<'_> {
    pub(super) fn heading(
        &mut self,
        level: u8,
        id: Option<String>,
        classes: Vec<String>,
        attributes: &[String],
        range: &Range<usize>,
    ) -> Tag {
        let span = Span::new(range.start..range.start + self.source[range.clone()].trim_end().len());
        for attribute in attributes {
            let message = format!("a heading may not set the attribute `{attribute}`");
            self.report(
                Code::AttributeForbidden,
                self.attribute(span, attribute),
                message,
                "headings take an id and classes only: `{#id .class}`",
            );
        }
        if let Some(taken) = id.as_ref().filter(|id| is_reserved(id)) {
            let hint = format!("choose another one, such as `section-{taken}`");
            self.report(Code::AnchorClash, span, format!("the id `{taken}` belongs to the page itself"), &hint);
        }
        let good = |name: &String| name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'));
        if let Some(bad) = id.iter().chain(&classes).find(|name| !good(name)) {
            let message = format!("`{bad}` is not a name for a heading");
            self.report(
                Code::AttributeForbidden,
                self.attribute(span, bad),
                message,
                "use letters, digits, `-` and `_`",
            );
        }
        if level == 1 {
            let hint = "begin sections with `##`; the page's title comes from its front matter";
            self.report(Code::HeadingLevel, span, "a heading of the first level inside the text", hint);
        }
        let id = id.filter(good);
        let classes = classes.into_iter().filter(good).collect();
        let start = self.body.end() + 1;
        let heading =
            Heading { level, id, slug: String::new(), classes, text: String::new(), span, events: start..start };
        self.body.headings.push(heading);
        Tag::Heading(self.body.headings.len() as u32 - 1)
    }

    /// Where a word of a heading's attributes stands, or the whole heading if it is not found.
    fn attribute(&self, heading: Span, word: &str) -> Span {
        let text = heading.text(self.source);
        let found = text.rfind('{').and_then(|brace| text[brace..].find(word).map(|at| brace + at));
        let start = |at| heading.start as usize + at;
        found.map_or(heading, |at| Span::new(start(at)..start(at) + word.len()))
    }

    pub(super) fn end_heading(&mut self, number: u32) {
        let end = self.body.end();
        let heading = &mut self.body.headings[number as usize];
        heading.events.end = end;
        let events = heading.events.clone();
        let plain = self.body.plain(events).trim().to_owned();
        let base = match text::slug(&plain) {
            slug if slug.is_empty() => "section".to_owned(),
            slug => slug,
        };
        let count = self.slugs.entry(base.clone()).or_insert(0);
        *count += 1;
        let slug = if *count == 1 { base } else { format!("{base}-{count}") };
        let slug = if is_reserved(&slug) { format!("section-{slug}") } else { slug };
        let heading = &mut self.body.headings[number as usize];
        heading.text = plain;
        heading.slug = slug;
    }

    pub(super) fn html_block(&mut self, range: Range<usize>) {
        let text = self.source[range.clone()].trim();
        let only_comment = text.starts_with("<!--") && text.find("-->") == Some(text.len().saturating_sub(3));
        if !only_comment {
            self.body.html.push(Span::new(range.start..range.start + self.source[range].trim_end().len()));
            self.in_html = true;
        }
    }
}

/// Whether the page needs an id for a thing of its own: footnotes (`fn-1`, `fr-1-2`), sources (`s-report`) and where
/// they are cited (`c-report-1`), terms (`r-llm-1`) and their definitions (`d-llm`), letters of the glossary, parts of texts
/// (`why--p2`), its frame.
fn is_reserved(id: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let numbered =
        |prefix: &str| id.strip_prefix(prefix).is_some_and(|rest| is_number(rest.split('-').next().unwrap_or(rest)));
    let cited = (id.starts_with("r-") || id.starts_with("c-")) && id.rsplit('-').next().is_some_and(is_number);
    id == "fn-title"
        || cited
        || ["page--", "s-", "d-"].iter().any(|prefix| id.starts_with(prefix))
        || ["fn-", "fr-", "letter-"].iter().any(|prefix| numbered(prefix))
        || id
            .rsplit_once("--")
            .is_some_and(|(_, last)| is_number(last.trim_start_matches(|c: char| c.is_ascii_lowercase())))
}
