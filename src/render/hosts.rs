//! The files that hosts read: `robots.txt`, `_headers`, `_redirects`.
//!
//! Sources: RFC 9309 (robots); the `_headers` and `_redirects` formats that Netlify and Cloudflare Pages share;
//! Content Security Policy Level 3.

use super::styles::InlineStyle;
use crate::base::{Lang, Route};

/// The site's icon where an author has none, for what asks at the root of a host: pages of other themes, feed readers.
/// Two rules, 16 by 16 pixels; the built-in theme's pages hold the same as a drawing.
pub const ICON: &[u8] = include_bytes!("favicon.ico");

/// An old address and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirection {
    /// The old address.
    pub from: Route,
    /// The new one.
    pub to: Route,
    /// The way from the old to the new, relative, as a link.
    pub target: String,
    /// The new one, absolute.
    pub canonical: String,
    /// The title of the page.
    pub title: String,
    /// Its language.
    pub lang: Lang,
    /// The way from the old address to the site's own icon, if it has one.
    pub icon: Option<String>,
}

/// The content security policy of all pages: they load nothing but the site's own files, hold no style sheets but these,
/// and run no inline script.
pub fn policy(styles: &[InlineStyle]) -> String {
    let hashes: String = styles.iter().map(|style| format!(" {}", style.hash)).collect();
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'{hashes}; img-src 'self' https: data:; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
}

/// `robots.txt`: everything may be read, and here is the sitemap.
pub fn robots(base_url: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n")
}

/// `_headers`: the [`policy`] of pages, how long files are kept; `typed` are files of which a host may not know the
/// media type.
pub fn headers(base_path: &str, policy: &str, typed: &[(Route, &str)]) -> String {
    let mut out = format!(
        "{base_path}*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n\n\
         {base_path}assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"
    );
    for (route, media_type) in typed {
        out.push_str(&format!("\n{base_path}{}\n  Content-Type: {media_type}\n", route.encoded()));
    }
    out
}

/// `_redirects`: a line for each old address, with and without its slash.
pub fn redirects(redirections: &[Redirection], base_path: &str) -> String {
    let mut out = String::new();
    for Redirection { from, to, .. } in redirections {
        let (from, to) = (from.encoded(), to.encoded());
        out.push_str(&format!("{base_path}{from} {base_path}{to} 301\n"));
        if let Some(bare) = from.strip_suffix('/') {
            out.push_str(&format!("{base_path}{bare} {base_path}{to} 301\n"));
        }
    }
    out
}
