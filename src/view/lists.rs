//! Lists of pages: sections, tags, the list of tags.

use super::context::Context;
use super::page::{all_alternates, edition_view, frame, home_crumb, set_title};
use super::{ItemView, LinkView, ListView, PageKind, View, json_ld};
use crate::base::{Lang, PagePath, Route};
use crate::locale::Value;
use crate::resolve::{Page, list_route, tag_route};

/// The part of a list of pages that stands on one page: only its own items are made. `first` is the route of the
/// list's first page.
pub(super) fn list(context: &Context<'_>, pages: &[PagePath], lang: &Lang, number: usize, first: &Route) -> ListView {
    let per_page = context.site.config.paginate;
    let count = pages.len().div_ceil(per_page).max(1);
    let at = |number: usize| list_route(first, number).encoded();
    let here = pages.iter().skip((number - 1) * per_page).take(per_page);
    ListView {
        items: here.filter_map(|path| item(context, context.site.pages.get(path)?, lang)).collect(),
        number: number as u32,
        pages: count as u32,
        total: pages.len() as u32,
        previous: (number > 1).then(|| at(number - 1)),
        next: (number < count).then(|| at(number + 1)),
    }
}

/// A page as an item of a list.
pub(super) fn item(context: &Context<'_>, page: &Page, lang: &Lang) -> Option<ItemView> {
    let LinkView { title, route, lang: other } = context.link(page, lang)?;
    let edition = page.edition(lang, context.site.languages()).map(|(_, edition)| edition);
    let description = edition.and_then(|edition| edition.description.clone()).unwrap_or_default();
    Some(ItemView { title, description, route, lang: other, date: page.shared.date, count: None })
}

/// The tags of a page.
pub(super) fn tag_links(context: &Context<'_>, page: &Page, lang: &Lang) -> Vec<LinkView> {
    let link = |name: &String| {
        let slug = context.tag_slug(name);
        LinkView { title: tag_name(context, name, lang), route: tag_route(lang, Some(&slug)).encoded(), lang: None }
    };
    page.shared.tags.iter().map(link).collect()
}

/// A tag's name in a language: the configuration's, else as authors write it.
fn tag_name(context: &Context<'_>, name: &str, lang: &Lang) -> String {
    context.site.config.tags.get(name).and_then(|names| names.get(lang)).unwrap_or(name).to_owned()
}

/// The list of all tags.
pub(super) fn tags(context: &Context<'_>, lang: &Lang, route: &Route) -> View {
    let mut view = frame(context, lang, lang, route, PageKind::Tags);
    let title = context.message(lang, "tags-title", &[]);
    set_title(context, &mut view, title, 1);
    view.page.breadcrumbs = vec![home_crumb(context, lang)];
    let mut items: Vec<ItemView> = context
        .site
        .tags
        .iter()
        .map(|(slug, tag)| ItemView {
            title: tag_name(context, &tag.name, lang),
            description: String::new(),
            route: tag_route(lang, Some(slug)).encoded(),
            lang: None,
            date: None,
            count: Some(
                tag.pages.iter().filter(|path| context.site.pages[*path].routes.contains_key(lang)).count() as u32
            ),
        })
        .collect();
    items.sort_by(|a, b| context.language(lang).collator.compare(&a.title, &b.title).then(a.route.cmp(&b.route)));
    let total = items.len() as u32;
    view.list = Some(ListView { items, number: 1, pages: 1, total, previous: None, next: None });
    in_every_language(context, &mut view, lang, |other| tag_route(other, None));
    view
}

/// The pages that carry one tag.
pub(super) fn tag(context: &Context<'_>, lang: &Lang, slug: &str, number: usize, route: &Route) -> View {
    let mut view = frame(context, lang, lang, route, PageKind::Tag);
    let tag = context.site.tags.get(slug).expect("a target names a tag of the site");
    let name = tag_name(context, &tag.name, lang);
    let title = context.message(lang, "tag-title", &[("tag", Value::from(name))]);
    set_title(context, &mut view, title, number);
    let list_of_tags = LinkView {
        title: context.message(lang, "tags-title", &[]),
        route: tag_route(lang, None).encoded(),
        lang: None,
    };
    view.page.breadcrumbs = vec![home_crumb(context, lang), list_of_tags];
    let first = tag_route(lang, Some(slug));
    view.list = Some(list(context, context.tagged(lang, slug), lang, number, &first));
    in_every_language(context, &mut view, lang, |other| tag_route(other, Some(slug)));
    view
}

/// Lists exist in every language: fills in the switch and the alternates.
fn in_every_language(context: &Context<'_>, view: &mut View, lang: &Lang, route: impl Fn(&Lang) -> Route) {
    let routes: Vec<(&Lang, Route)> = context.site.languages().iter().map(|other| (other, route(other))).collect();
    view.page.editions =
        routes.iter().map(|(other, route)| edition_view(context, other, route, *other == lang, true)).collect();
    let first_page = view.list.as_ref().is_none_or(|list| list.number == 1);
    if first_page {
        let routes: Vec<(&Lang, &Route)> = routes.iter().map(|(lang, route)| (*lang, route)).collect();
        view.page.alternates = all_alternates(context, &routes, None);
    }
    view.page.og_alternates =
        context.site.languages().iter().filter(|other| *other != lang).map(Lang::open_graph).collect();
    view.page.json_ld = json_ld::list(context, view);
}
