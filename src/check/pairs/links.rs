//! Links, images and addresses in words that twins do not share: `link-differs`, `image-differs`, `url-differs`.
//!
//! A link out of the site may lead to the other language's page there: hosts and paths that name a language are not compared
//! beyond it.

use std::collections::BTreeMap;

use super::{Side, Twins};
use crate::base::{Lang, Span};
use crate::diag::{Code, Diagnostic};
use crate::parse::body::{Event, Tag};
use crate::resolve::LinkTarget;

pub(super) fn check(twins: &Twins<'_>, out: &mut Vec<Diagnostic>) {
    let languages = twins.sides.each_ref().map(|side| side.lang);
    let found = twins.sides.each_ref().map(|side| targets(side, &languages));
    for code in [Code::LinkDiffers, Code::ImageDiffers, Code::UrlDiffers] {
        let left = |at: usize| -> Vec<(&String, &(String, Span))> {
            let other = &found[1 - at];
            let own = found[at].iter().filter(|((own, _), _)| *own == code);
            let in_html = |key: &str| raw_html(&twins.sides[1 - at]).any(|html| html.contains(key));
            own.filter(|(key, _)| {
                !other.contains_key(*key)
                    && !in_html(&key.1)
                    && !other.contains_key(&(Code::LinkDiffers, key.1.clone()))
            })
            .map(|((_, key), shown)| (key, shown))
            .collect()
        };
        report(twins, code, [left(0), left(1)], out);
    }
}

fn report(twins: &Twins<'_>, code: Code, left: [Vec<(&String, &(String, Span))>; 2], out: &mut Vec<Diagnostic>) {
    let (what, hint) = match code {
        Code::ImageDiffers => ("the image", "show the same image in both languages, or one for each of them"),
        Code::UrlDiffers => ("the address", "write the same address in both languages"),
        _ => ("a link to", "lead to the same place in both languages"),
    };
    if let [one, two] = &left
        && one.len() == 1
        && two.len() == 1
    {
        let [a, b] = &twins.sides;
        let ((_, (first, span)), (_, (second, there))) = (one[0], two[0]);
        let message = format!("`{}` has {what} `{first}` where `{}` has `{second}`", a.lang, b.lang);
        let related = crate::diag::Location::span(b.path, *there);
        out.push(Diagnostic::new(code, message).at(a.path, *span).related(related, format!("`{}`", b.lang)).hint(hint));
        return;
    }
    for (at, (side, twin)) in twins.both().into_iter().enumerate() {
        for (_, (shown, span)) in &left[at] {
            let message = format!("`{}` has {what} `{shown}`, `{}` has none", side.lang, twin.lang);
            let diagnostic = Diagnostic::new(code, message).at(side.path, *span);
            out.push(diagnostic.related(twin.location(), format!("`{}` lacks it", twin.lang)).hint(hint));
        }
    }
}

/// The raw HTML of a block, which may hold links of its own.
fn raw_html<'a>(side: &'a Side<'_>) -> impl Iterator<Item = &'a str> {
    let block = side.block.into_iter();
    block.flat_map(|(edition, unit)| {
        let body = &edition.document.body;
        body.events[unit.events.start as usize..unit.events.end as usize].iter().filter_map(|event| match event {
            Event::Html(piece) => Some(body.str(*piece)),
            _ => None,
        })
    })
}

/// Where the links of a text lead, in a form that two languages share; with what to show of each, and where it stands.
fn targets(side: &Side<'_>, languages: &[&Lang; 2]) -> BTreeMap<(Code, String), (String, Span)> {
    let mut targets = BTreeMap::new();
    for (range, url) in addresses(&side.prose.text) {
        let span = side.prose.place(&range).unwrap_or(side.span);
        targets.insert((Code::UrlDiffers, shared(&url, languages)), (url, span));
    }
    let Some((edition, unit)) = side.block else { return targets };
    let body = &edition.document.body;
    for event in &body.events[unit.events.start as usize..unit.events.end as usize] {
        let (Event::Start(Tag::Link(number)) | Event::Start(Tag::Image(number))) = event else { continue };
        let (Some(link), Some(target)) = (body.links.get(*number as usize), edition.links.get(*number as usize)) else {
            continue;
        };
        let (key, shown) = match target {
            LinkTarget::Page { page, lang: _, anchor } => {
                let anchor = anchor.as_ref().map(|anchor| format!("#{anchor}")).unwrap_or_default();
                let text = format!("/{page}{anchor}");
                (text.clone(), text)
            }
            LinkTarget::Anchor(anchor) => (format!("#{anchor}"), format!("#{anchor}")),
            LinkTarget::Asset(route) => (without_language(route.as_str(), languages), format!("/{route}")),
            LinkTarget::External(url) => (shared(url, languages), url.clone()),
            LinkTarget::Broken => continue,
        };
        let code = if link.image { Code::ImageDiffers } else { Code::LinkDiffers };
        targets.entry((code, key)).or_insert((shown, link.span));
        // An address that is its own text has been compared as a link.
        if let LinkTarget::External(url) = target {
            targets.remove(&(Code::UrlDiffers, shared(url, languages)));
        }
    }
    targets
}

/// The addresses that stand in words.
fn addresses(text: &str) -> Vec<(std::ops::Range<usize>, String)> {
    let mut found = Vec::new();
    for scheme in ["https://", "http://"] {
        for (at, _) in text.match_indices(scheme) {
            let rest = &text[at..];
            let end = rest.find(|c: char| c.is_whitespace() || "<>\"“”«»\u{fffc}".contains(c)).unwrap_or(rest.len());
            let url = rest[..end].trim_end_matches(['.', ',', ';', ':', ')', ']', '!', '?']);
            found.push((at..at + url.len(), url.to_owned()));
        }
    }
    found
}

/// An address as both languages may write it: without its scheme, `www.`, a slash at its end; where a part of it names
/// one of the two languages, only what stands before that.
fn shared(url: &str, languages: &[&Lang; 2]) -> String {
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let url = url.strip_prefix("www.").unwrap_or(url).trim_end_matches('/');
    let (host, path) = url.split_once('/').unwrap_or((url, ""));
    let names_language = |part: &str| {
        languages
            .iter()
            .any(|lang| part.eq_ignore_ascii_case(lang.primary()) || part.eq_ignore_ascii_case(lang.as_str()))
    };
    if let Some((first, rest)) = host.split_once('.')
        && names_language(first)
    {
        return format!("*.{rest}");
    }
    let mut kept = host.to_owned();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if names_language(part) {
            return format!("{kept}/*");
        }
        kept.push('/');
        kept.push_str(part);
    }
    // The section of a page has another name in each language.
    kept.split('#').next().unwrap_or_default().to_owned()
}

/// A file's name without the tag of one of the languages: `chart.vi.svg` and `chart.en.svg` are twins.
fn without_language(route: &str, languages: &[&Lang; 2]) -> String {
    let parts: Vec<&str> =
        route.split(['.', '-', '/', '_']).filter(|part| !languages.iter().any(|lang| *part == lang.as_str())).collect();
    parts.join(".")
}
