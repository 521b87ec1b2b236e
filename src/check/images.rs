//! An image without a text: `image-alt-missing`.

use crate::diag::{Code, Diagnostic};
use crate::parse::body::{Event, Tag};
use crate::resolve::Page;

pub(super) fn check(page: &Page) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for edition in page.editions.values() {
        let document = &edition.document;
        if !document.body.links.iter().any(|link| link.image) {
            continue;
        }
        let events = &document.body.events;
        for (at, event) in events.iter().enumerate() {
            let Event::Start(Tag::Image(number)) = event else { continue };
            if events.get(at + 1) == Some(&Event::End(Tag::Image(*number))) {
                let diagnostic =
                    Diagnostic::new(Code::ImageAltMissing, "the image has no text for those who cannot see it");
                let link = &document.body.links[*number as usize];
                diagnostics
                    .push(diagnostic.at(&document.path, link.span).hint("write what it shows: `![…](image.png)`"));
            }
        }
    }
    diagnostics
}
