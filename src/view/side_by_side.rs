//! A page in two languages side by side: two views of one page, joined.
//!
//! The first language is that of the surroundings and of the address; what search engines should know is the
//! page in the first language alone.

use std::sync::Arc;

use super::content::{Content, Terms};
use super::context::Context;
use super::page::{Shown, is_too_long, page_view};
use super::{PageKind, PairLinkView, SideView, TocView, View, glossary_table};
use crate::base::{Lang, Route};
use crate::resolve::{Kind, Page};
use crate::translation::Beside;

/// The second language of a page side by side.
pub struct Second<'a> {
    /// The page's view in it, for the components of its text.
    pub view: View,
    /// The text.
    pub content: Content<'a>,
    /// Which part of the first text stands beside which of the second.
    pub rows: Arc<Vec<Beside>>,
    /// What stands where the first language has no twin, in the first language; then for the second in its own.
    pub missing: [String; 2],
}

/// The view of a page in two languages.
///
/// # Panics
/// If one of the editions does not exist: then the page has no such address.
pub(super) fn pair<'a>(context: &'a Context<'_>, page: &'a Page, a: &Lang, b: &Lang, route: &Route) -> Shown<'a> {
    if page.kind == Kind::Glossary {
        return Shown { view: glossary_table::view(context, page, a, b, route), content: None, second: None };
    }
    let (mut view, content) = page_view(context, page, a, 1, route, Terms::Linked);
    let (second, second_content) = page_view(context, page, b, 1, route, Terms::Linked);
    let own_route = |lang: &Lang| page.routes.get(lang).expect("a language of a pair has a route").clone();
    let side = |lang: &Lang, view: &View| SideView {
        short: view.term.as_ref().map(|term| term.short.clone()).unwrap_or_default(),
        lang: lang.clone(),
        dir: lang.direction(),
        name: context.name_of(lang),
        title: view.page.title.clone(),
        route: own_route(lang).encoded(),
    };
    view.sides = Some([side(a, &view), side(b, &second)]);
    view.page.kind = PageKind::SideBySide;
    view.template = "side-by-side".to_owned();
    view.page.full_title = format!("{} / {}", view.page.title, second.page.title);
    if is_too_long(&view.page.full_title) {
        view.page.full_title = format!("{} – {}", view.page.title, context.message(a, "side-by-side", &[]));
    }
    view.page.canonical = context.site.absolute(&own_route(a));
    view.page.toc = joined(&view.page.toc, &second.page.toc);
    view.page.alternates = Vec::new();
    view.page.json_ld = String::new();
    view.page.pairs = links(context, page, Some((a, b)));
    for edition in &mut view.page.editions {
        edition.current = false;
    }
    view.list = None;
    let missing = [a, b].map(|lang| context.message(lang, "pair-missing", &[]));
    let content_of = |content: Option<Content<'a>>| content.expect("an edition of a pair has a text");
    let rows = page.beside.get(&(a.clone(), b.clone())).cloned().unwrap_or_default();
    let second = Second { view: second, content: content_of(second_content), rows, missing };
    Shown { view, content, second: Some(second) }
}

/// The pages of this page in two languages, for the language switch.
pub(super) fn links(context: &Context<'_>, page: &Page, current: Option<(&Lang, &Lang)>) -> Vec<PairLinkView> {
    let link = |(a, b): &(Lang, Lang)| {
        let route = page.pair_route(a, b)?.encoded();
        let names = [context.name_of(a), context.name_of(b)];
        Some(PairLinkView { names, route, current: current == Some((a, b)) })
    };
    context.site.config.side_by_side.iter().filter_map(link).collect()
}

/// One table of contents out of two: headings that are the same by their id carry both titles.
fn joined(first: &[TocView], second: &[TocView]) -> Vec<TocView> {
    let join = |entry: &TocView| {
        let twin = second.iter().find(|other| other.id == entry.id);
        let children = twin.map_or(&[][..], |twin| &twin.children);
        let title = match twin {
            Some(twin) if twin.title != entry.title => format!("{} / {}", entry.title, twin.title),
            _ => entry.title.clone(),
        };
        TocView { id: entry.id.clone(), title, children: joined(&entry.children, children) }
    };
    first.iter().map(join).collect()
}
