//! Feeds and sitemaps.
//!
//! Sources: Atom (RFC 4287); the sitemaps protocol 0.9 with the `xhtml:link` extension for alternates.

use std::fmt::Write as _;

use crate::base::PartialDate;
use crate::view::html::escape;
use crate::view::{FeedEntry, FeedView, SitemapEntry};

/// A language's feed as Atom.
pub fn feed(feed: &FeedView) -> String {
    let FeedView { lang, title, home, address, updated, entries, author } = feed;
    let (home, own) = (escaped(home), escaped(address));
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    line(&mut out, format_args!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">"));
    element(&mut out, "title", title);
    element(&mut out, "id", address);
    line(&mut out, format_args!("<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>"));
    line(&mut out, format_args!("<link rel=\"alternate\" type=\"text/html\" hreflang=\"{lang}\" href=\"{home}\"/>"));
    element(&mut out, "updated", &moment(*updated));
    out.push_str("<author>");
    element(&mut out, "name", author);
    out.push_str("</author>\n");
    for FeedEntry { title, address, published, updated, summary } in entries {
        out.push_str("<entry>\n");
        element(&mut out, "title", title);
        element(&mut out, "id", address);
        line(
            &mut out,
            format_args!(
                "<link rel=\"alternate\" type=\"text/html\" hreflang=\"{lang}\" href=\"{}\"/>",
                escaped(address)
            ),
        );
        element(&mut out, "published", &moment(Some(*published)));
        element(&mut out, "updated", &moment(Some(*updated)));
        if !summary.is_empty() {
            element(&mut out, "summary", summary);
        }
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    out
}

/// A date as the moment that Atom wants (RFC 3339): its first, in UTC. An empty feed has the first of all.
fn moment(date: Option<PartialDate>) -> String {
    let PartialDate { year, month, day } = date.unwrap_or(PartialDate { year: 1970, month: None, day: None });
    format!("{year:04}-{:02}-{:02}T00:00:00Z", month.unwrap_or(1), day.unwrap_or(1))
}

/// The most addresses that one sitemap may hold (sitemaps protocol 0.9).
pub const MOST_IN_SITEMAP: usize = 50_000;

/// The index of sitemaps: `names` are their files, in order.
pub fn sitemap_index(names: &[String], base_url: &str) -> String {
    let mut index = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for name in names {
        line(&mut index, format_args!("<sitemap><loc>{}{name}</loc></sitemap>", escaped(base_url)));
    }
    index.push_str("</sitemapindex>\n");
    index
}

/// A sitemap: at most [`MOST_IN_SITEMAP`] addresses.
pub fn sitemap(entries: &[SitemapEntry]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for SitemapEntry { address, modified, alternates } in entries {
        out.push_str("<url><loc>");
        escape(&mut out, address);
        out.push_str("</loc>");
        // The protocol takes whole days, months or years, as W3C datetime does.
        if let Some(modified) = modified {
            out.write_fmt(format_args!("<lastmod>{modified}</lastmod>")).expect("writing to a string cannot fail");
        }
        for alternate in alternates {
            out.write_fmt(format_args!("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"", alternate.hreflang))
                .expect("writing to a string cannot fail");
            escape(&mut out, &alternate.url);
            out.push_str("\"/>");
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(&mut out, text);
    out
}

fn element(out: &mut String, name: &str, text: &str) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    escape(out, text);
    line(out, format_args!("</{name}>"));
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("writing to a string cannot fail");
    out.push('\n');
}
