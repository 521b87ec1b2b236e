//! References to footnotes, and the footnotes at the end of a text.

use super::escape;
use super::writer::Writer;

impl Writer<'_> {
    pub(super) fn footnote_reference(&mut self, number: u32) {
        let at = match self.order.iter().position(|known| *known == number) {
            Some(at) => at,
            None => {
                self.order.push(number);
                self.order.len() - 1
            }
        };
        let times = self.referred.entry(number).or_insert(0);
        *times += 1;
        let id = reference_id(at + 1, *times);
        let shown = at + 1;
        let prefix = self.prefix.clone();
        self.push_format(format_args!(
            "<sup class=\"footnote-ref\"><a id=\"{prefix}{id}\" href=\"#{prefix}fn-{shown}\""
        ));
        self.aria_label(self.labels.footnote.get(at));
        self.push_format(format_args!(">{shown}</a></sup>"));
    }

    fn aria_label(&mut self, label: Option<&String>) {
        if let Some(label) = label {
            self.out.push_str(" aria-label=\"");
            escape(&mut self.out, label);
            self.out.push('"');
        }
    }

    /// The texts of the footnotes that were referred to; one may refer to further ones.
    pub(super) fn footnotes(&mut self) {
        if self.order.is_empty() {
            return;
        }
        let prefix = self.prefix.clone();
        self.push_format(format_args!(
            "<section class=\"footnotes\" aria-labelledby=\"{prefix}fn-title\">\n<h2 id=\"{prefix}fn-title\">"
        ));
        escape(&mut self.out, &self.labels.footnotes);
        self.out.push_str("</h2>\n<ol>\n");
        let mut at = 0;
        while at < self.order.len() {
            let number = self.order[at];
            let events = self.body.footnotes[number as usize].events.clone();
            self.push_format(format_args!("<li id=\"{prefix}fn-{}\">", at + 1));
            self.run(events.start as usize + 1..(events.end as usize).saturating_sub(1));
            let closed = self.out.ends_with("</p>\n");
            if closed {
                self.out.truncate(self.out.len() - "</p>\n".len());
            }
            // The arrow is the style sheet's; the words are for those who do not see it.
            let back = reference_id(at + 1, 1);
            self.push_format(format_args!(" <a class=\"footnote-back\" href=\"#{prefix}{back}\"><span>"));
            escape(&mut self.out, self.labels.footnote_back.get(at).map_or("↩", String::as_str));
            self.out.push_str(if closed { "</span></a></p></li>\n" } else { "</span></a></li>\n" });
            at += 1;
        }
        self.out.push_str("</ol>\n</section>\n");
    }
}

fn reference_id(footnote: usize, times: u32) -> String {
    if times == 1 { format!("fr-{footnote}") } else { format!("fr-{footnote}-{times}") }
}
