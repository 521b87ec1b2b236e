//! References to glossary terms: those that an author marked, and those found in running text.

use super::writer::Writer;
use super::{TermLink, escape};

impl Writer<'_> {
    pub(super) fn term_start(&mut self, number: u32) {
        let references = self.references;
        let own_text = self.body.terms[number as usize].own_text;
        self.open_term(&references.terms[number as usize], own_text);
    }

    pub(super) fn term_end(&mut self, number: u32) {
        let references = self.references;
        self.close_term(&references.terms[number as usize]);
    }

    /// `own_text`: what is shown is in the language of the text, not the preferred term of another.
    fn open_term(&mut self, link: &TermLink, own_text: bool) {
        let TermLink { listed, href, hreflang, text: _, lang } = link;
        let Some(href) = href else {
            self.out.push_str("<span");
            self.language("lang", lang.as_ref().filter(|_| !own_text));
            return self.out.push('>');
        };
        self.out.push_str("<a class=\"term\"");
        if let Some(id) = listed {
            let times = self.term_references.entry(id.clone()).or_insert(0);
            *times += 1;
            let times = *times;
            self.push_format(format_args!(" id=\"r-{id}-{times}\""));
        }
        self.out.push_str(" href=\"");
        escape(&mut self.out, href);
        self.out.push('"');
        self.language("lang", lang.as_ref().filter(|_| !own_text));
        self.language("hreflang", hreflang.as_ref());
        self.out.push('>');
    }

    fn close_term(&mut self, link: &TermLink) {
        self.out.push_str(if link.href.is_some() { "</a>" } else { "</span>" });
    }

    fn language(&mut self, attribute: &str, lang: Option<&crate::base::Lang>) {
        if let Some(lang) = lang {
            self.push_format(format_args!(" {attribute}=\"{lang}\""));
        }
    }

    /// Opens the term that begins with an event which is no text: with the stress on its first words.
    pub(super) fn mark_start(&mut self, event: u32) {
        let marks = &self.references.marks;
        let first = marks.partition_point(|mark| mark.start.0 < event);
        if let Some(mark) = marks.get(first).filter(|mark| mark.start.0 == event) {
            self.open_term(&mark.link, false);
        }
    }

    /// Closes the term that ends with an event which is no text.
    pub(super) fn mark_end(&mut self, event: u32) {
        let marks = &self.references.marks;
        let first = marks.partition_point(|mark| mark.end.0 < event);
        if let Some(mark) = marks.get(first).filter(|mark| mark.end.0 == event) {
            self.close_term(&mark.link);
        }
    }

    /// Writes the text of an event, with the links of the terms that begin or end in it.
    pub(super) fn text(&mut self, event: u32, text: &str) {
        let references = self.references;
        let first = references.marks.partition_point(|mark| mark.end.0 < event);
        let mut at = 0;
        for mark in references.marks[first..].iter().take_while(|mark| mark.start.0 <= event) {
            if mark.start.0 == event {
                let start = mark.start.1 as usize;
                escape(&mut self.out, &text[at..start]);
                self.open_term(&mark.link, false);
                at = start;
            }
            if mark.end.0 == event {
                let end = mark.end.1 as usize;
                escape(&mut self.out, &text[at..end]);
                self.close_term(&mark.link);
                at = end;
            }
        }
        escape(&mut self.out, &text[at..]);
    }
}
