//! Links by source path: what each leads to, or what is nearest to what was meant.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::site::{LinkTarget, Pages};
use crate::base::{Lang, PagePath, Route, SourcePath};
use crate::diag::{Code, Diagnostic, did_you_mean, nearest};
use crate::parse::Document;
use crate::parse::body::{Link, Target};
use crate::translation::HeadingId;

/// What links can lead to.
pub struct Targets<'a> {
    /// All pages; their editions' links are not yet known.
    pub pages: &'a Pages,
    /// The files that are copied.
    pub assets: &'a BTreeMap<SourcePath, Route>,
    /// The pages that exist but are held back.
    pub held_back: &'a BTreeSet<PagePath>,
    /// The site's languages.
    pub languages: &'a [Lang],
}

/// The links of every edition, one for each of its text's, in the order of pages and languages; and what was wrong with them.
pub fn resolve(targets: &Targets<'_>) -> (Vec<Vec<LinkTarget>>, Vec<Diagnostic>) {
    let editions: Vec<(&Lang, &Document)> = targets
        .pages
        .values()
        .flat_map(|page| page.editions.iter().map(|(lang, edition)| (lang, &*edition.document)))
        .collect();
    let resolved: Vec<(Vec<LinkTarget>, Vec<Diagnostic>)> =
        editions.par_iter().map(|(lang, document)| edition_links(targets, document, lang)).collect();
    let (links, problems): (Vec<_>, Vec<_>) = resolved.into_iter().unzip();
    (links, problems.into_iter().flatten().collect())
}

pub(super) fn edition_links(
    targets: &Targets<'_>,
    document: &Document,
    lang: &Lang,
) -> (Vec<LinkTarget>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let links = document
        .body
        .links
        .iter()
        .map(|link| match one(targets, document, lang, link) {
            Ok(target) => target,
            Err(problem) => {
                diagnostics.push(*problem);
                LinkTarget::Broken
            }
        })
        .collect();
    (links, diagnostics)
}

fn one(targets: &Targets<'_>, document: &Document, lang: &Lang, link: &Link) -> Result<LinkTarget, Box<Diagnostic>> {
    let (path, anchor) = match &link.target {
        Target::External(address) => return Ok(LinkTarget::External(address.clone())),
        Target::Refused => return Ok(LinkTarget::Broken),
        Target::Internal { path, anchor } => (path, anchor),
    };
    let report = |code, message: String| Diagnostic::new(code, message).at(&document.path, link.span);
    if path.is_empty() {
        let (code, what) = if link.image { (Code::ImageMissing, "image") } else { (Code::LinkBroken, "link") };
        let Some(anchor) = anchor.as_ref().filter(|_| !link.image) else {
            let problem = report(code, format!("the {what} has no address"));
            return Err(Box::new(problem.hint("write the address between the round brackets")));
        };
        let id = anchor_id(targets, &document.page, lang, anchor, |message| report(Code::AnchorBroken, message))?;
        return Ok(LinkTarget::Anchor(id));
    }
    let without_query = path.split('?').next().unwrap_or(path);
    let Some(wanted) = absolute(document.path.folder(), without_query) else {
        let problem = report(Code::LinkBroken, format!("`{path}` leads out of the content folder"));
        return Err(Box::new(problem.hint("link by the path of the source file, from this file or from `/`")));
    };
    if let Some(route) = targets.assets.get(&SourcePath::new(format!("content/{wanted}"))) {
        return Ok(LinkTarget::Asset(route.clone()));
    }
    if link.image {
        let names = targets.assets.keys().filter_map(|asset| asset.below("content"));
        let problem = report(Code::ImageMissing, format!("there is no image `{path}`"));
        return Err(Box::new(
            problem
                .maybe_hint(did_you_mean(&wanted, names))
                .hint_if_none("put the file beside the page, below `content/`"),
        ));
    }
    let (page, chosen) = page_of(targets, &wanted);
    if !targets.pages.contains_key(&page) {
        return Err(Box::new(missing_page(targets, &page, path, report)));
    }
    let reader = chosen.as_ref().unwrap_or(lang);
    let id = |anchor: &String| anchor_id(targets, &page, reader, anchor, |message| report(Code::AnchorBroken, message));
    let anchor = anchor.as_ref().map(id).transpose()?;
    Ok(LinkTarget::Page { page, lang: chosen, anchor })
}

fn missing_page(
    targets: &Targets<'_>,
    page: &PagePath,
    written: &str,
    report: impl Fn(Code, String) -> Diagnostic,
) -> Diagnostic {
    let problem = report(Code::LinkBroken, format!("there is no page or file `{written}`"));
    if targets.held_back.contains(page) {
        return problem.hint("the page is a draft or dated in the future: it is built only with `--drafts`");
    }
    let names = targets.pages.keys().map(PagePath::as_str);
    let same_name = || {
        let mut found = targets.pages.keys().filter(|other| !other.is_home() && other.name() == page.name());
        found.next().map(|other| format!("did you mean `/{other}`?"))
    };
    let near = nearest(page.as_str(), names).map(|near| format!("did you mean `/{near}`?"));
    let assets = targets.assets.keys().filter_map(|asset| asset.below("content"));
    let near = near.or_else(same_name).or_else(|| did_you_mean(page.as_str(), assets));
    let ending = page.name().rsplit_once('.').map(|(_, ending)| ending);
    problem.maybe_hint(near).hint_if_none(match ending {
        Some(ending) if !ending.is_empty() && ending != "html" => "put the file beside the page, below `content/`",
        _ => "link by the path of the source file, such as `programme.md` or `/glossary/llm`",
    })
}

/// The page that a path names, and the language if it names one (`a.vi.md`).
fn page_of(targets: &Targets<'_>, wanted: &str) -> (PagePath, Option<Lang>) {
    let stem = wanted.strip_suffix(".md").unwrap_or(wanted).trim_end_matches('/');
    let page = |stem: &str| match stem {
        "index" => PagePath::new(""),
        _ => PagePath::new(stem.strip_suffix("/index").unwrap_or(stem)),
    };
    if let Some((rest, tag)) = stem.rsplit_once('.')
        && let Some(lang) = Lang::new(tag).filter(|lang| targets.languages.contains(lang))
        && !targets.pages.contains_key(&page(stem))
    {
        return (page(rest), Some(lang));
    }
    (page(stem), None)
}

/// A path from the content folder, from one relative to `folder` (`content/…`); `None` if it leads out.
fn absolute(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    let relative = match path.strip_prefix('/') {
        Some(rest) => rest,
        None => {
            parts.extend(folder.split('/').skip(1));
            path
        }
    };
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The id of a section that a reader of `lang` finds on a page, by any of its names: the one that all editions share.
fn anchor_id(
    targets: &Targets<'_>,
    page: &PagePath,
    lang: &Lang,
    anchor: &str,
    report: impl Fn(String) -> Diagnostic,
) -> Result<String, Box<Diagnostic>> {
    let Some((_, edition)) = targets.pages.get(page).and_then(|page| page.edition(lang, targets.languages)) else {
        return Ok(anchor.to_owned());
    };
    // An empty file has been reported for what it lacks, or could not be read at all.
    if edition.document.body.source.is_empty() {
        return Ok(anchor.to_owned());
    }
    let bears = |heading: &&HeadingId| heading.id == anchor || heading.alias.as_deref() == Some(anchor);
    if let Some(heading) = edition.heading_ids.iter().find(bears) {
        return Ok(heading.id.clone());
    }
    let ids = || edition.heading_ids.iter().map(|heading| heading.id.as_str());
    let list: Vec<String> = ids().map(|id| format!("`#{id}`")).collect();
    let hint = match nearest(anchor, ids()) {
        Some(near) => format!("did you mean `#{near}`?"),
        None if list.is_empty() => "the page has no sections".to_owned(),
        None => format!("its sections are {}", list.join(", ")),
    };
    Err(Box::new(report(format!("there is no section `#{anchor}` in `{}`", edition.document.path)).hint(hint)))
}

#[cfg(test)]
mod tests {
    use super::absolute;

    #[test]
    fn a_relative_path_is_followed_from_its_folder() {
        let cases = [
            ("content", "programme.md", Some("programme.md")),
            ("content/glossary", "../programme.md", Some("programme.md")),
            ("content/glossary", "./llm.md", Some("glossary/llm.md")),
            ("content/glossary", "/programme", Some("programme")),
            ("content", "../secret.md", None),
            ("content/a/b", "../../c", Some("c")),
        ];
        for (folder, path, expected) in cases {
            assert_eq!(absolute(folder, path).as_deref(), expected, "{folder} {path}");
        }
    }
}
