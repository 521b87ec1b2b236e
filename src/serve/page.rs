//! What the development server adds to pages, and the pages that are its own.
//!
//! Enters: a built page. Leaves: the page with one element more, at answering time: what is built stays as it is
//! published. Never here: a script or a style in the page itself; the site's policy forbids them, here too.

use crate::base::Digest;

/// Below this address the server has files of its own.
pub(super) const RESERVED: &str = "/_songngu/";

/// The script that follows the site while it changes.
pub(super) const SCRIPT: &str = include_str!("live.js");
/// The style of what that script shows.
pub(super) const STYLE: &str = include_str!("overlay.css");

/// The page with the script in its head; `digest` is the page's own ([`content_digest`]), `generation` the number of
/// the site that it was made of.
pub(super) fn with_script(page: &[u8], digest: &str, generation: u64) -> Vec<u8> {
    let told = format!("data-digest=\"{digest}\" data-generation=\"{generation}\"");
    let element = format!("<script src=\"{RESERVED}live.js\" {told} defer></script>\n");
    let at = find(page, b"</head>").or_else(|| find(page, b"<body")).unwrap_or(page.len());
    let mut out = Vec::with_capacity(page.len() + element.len());
    out.extend_from_slice(&page[..at]);
    out.extend_from_slice(element.as_bytes());
    out.extend_from_slice(&page[at..]);
    out
}

/// The digest of a page without its style sheets: two pages that differ in those only are the same but for their look.
/// `looks` is what such a sheet is in a page: its address, or the element that holds it.
pub(super) fn content_digest(page: &[u8], looks: &[String]) -> String {
    let mut rest = page;
    let mut parts = Vec::new();
    while let Some((at, look)) = looks.iter().filter_map(|look| Some((find(rest, look.as_bytes())?, look))).min() {
        parts.push(Digest::of(&rest[..at]));
        rest = &rest[at + look.len()..];
    }
    parts.push(Digest::of(rest));
    let all: String = parts.into_iter().map(Digest::to_hex).collect();
    Digest::of(all.as_bytes()).to_hex()[..16].to_owned()
}

fn find(text: &[u8], sought: &[u8]) -> Option<usize> {
    let first = *sought.first()?;
    let mut from = 0;
    while let Some(at) = text[from..].iter().position(|byte| *byte == first) {
        let at = from + at;
        if text[at..].starts_with(sought) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

/// A page of the server's own: what is wrong, as the terminal shows it, where there is no page to show.
pub(super) fn trouble(texts: &[String]) -> Vec<u8> {
    let title = "songngu: this page cannot be shown";
    let excerpts: String = texts.iter().map(|text| format!("<pre>{}</pre>\n", escaped(text))).collect();
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{RESERVED}overlay.css\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         <p>It appears as soon as this is put right.</p>\n{excerpts}</main>\n</body>\n</html>\n"
    );
    with_script(html.as_bytes(), "", 0)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gets_one_element_more() {
        let page = "<html><head><title>a</title></head><body></head></body></html>";
        let shown = String::from_utf8(with_script(page.as_bytes(), "ab12", 7)).expect("UTF-8");
        let element = "<script src=\"/_songngu/live.js\" data-digest=\"ab12\" data-generation=\"7\" defer></script>\n";
        assert_eq!(shown.matches(element).count(), 1);
        assert_eq!(shown.replacen(element, "", 1), page);
        assert!(shown.starts_with(&format!("<html><head><title>a</title>{element}</head>")));
        assert_eq!(with_script(b"text", "ab12", 7), [b"text", element.as_bytes()].concat());
    }

    #[test]
    fn a_digest_does_not_see_which_style_sheet_it_is() {
        let page = |style: &str, text: &str| format!("<link href=\"{style}\"><p>{text}</p>");
        let digest = |style: &str, text: &str| {
            content_digest(page(style, text).as_bytes(), &["assets/print.1.css".to_owned(), style.to_owned()])
        };
        assert_eq!(digest("assets/site.1.css", "a"), digest("assets/site.2.css", "a"));
        assert_ne!(digest("assets/site.1.css", "a"), digest("assets/site.1.css", "b"));
        let inline = |css: &str| {
            content_digest(format!("<style>{css}</style><p>").as_bytes(), &[format!("<style>{css}</style>")])
        };
        assert_eq!(inline("a{b:c}"), inline("a{b:d}"));
        assert_ne!(inline("a{b:c}"), content_digest(b"<link><p>", &[]));
        assert_ne!(content_digest(b"ab", &["x".to_owned()]), content_digest(b"axb", &["x".to_owned()]));
    }

    #[test]
    fn what_is_wrong_is_shown_as_text() {
        let shown = String::from_utf8(trouble(&["<script>alert(1)</script> & \"x\"".to_owned()])).expect("UTF-8");
        assert!(shown.contains("<pre>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;</pre>"));
        assert_eq!(shown.matches("<script").count(), 1);
    }
}
