//! The view of one address: a page, a list, the chooser, the page that was not found.

use super::content::{self, Content, Terms};
use super::context::{self, Context, Target};
use super::figures::{self, Numbering};
use super::side_by_side::Second;
use super::{AlternateView, EditionView, FallbackView, LinkView, PageKind, PageView, View};
use super::{behind, glossary, json_ld, lists, mentions, share_image, side_by_side};
use crate::base::{Lang, PagePath, Route};
use crate::locale::Value;
use crate::resolve::{Edition, Kind, Page};
use crate::text;

/// The longest description made from a text, in characters.
const DESCRIPTION: usize = 160;

/// A page to be shown: its view, its text, and the second one where two stand side by side.
pub struct Shown<'a> {
    /// What its template gets.
    pub view: View,
    /// Its text; `None` where there is none to show.
    pub content: Option<Content<'a>>,
    /// The second language of a page side by side.
    pub second: Option<Second<'a>>,
}

/// The view of a target and the content that goes with it.
///
/// # Panics
/// If the target is not one of [`context::targets`] of the same site.
pub fn view<'a>(context: &'a Context<'_>, route: &Route, target: &Target) -> Shown<'a> {
    let (view, content) = match target {
        Target::Page(path, lang, number) => {
            let page = context.site.pages.get(path).expect("a target names a page of the site");
            let (mut view, content) = page_view(context, page, lang, *number, route, Terms::Listed);
            if let Some(term) = &mut view.term {
                mentions::add(context, page, lang, term);
            }
            (view, content)
        }
        Target::Tags(lang) => (lists::tags(context, lang, route), None),
        Target::Tag(lang, slug, number) => (lists::tag(context, lang, slug, *number, route), None),
        Target::Pair(path, a, b) => {
            let page = context.site.pages.get(path).expect("a target names a page of the site");
            return side_by_side::pair(context, page, a, b, route);
        }
        Target::Chooser => (chooser(context, route), None),
        Target::NotFound => (not_found(context, route), None),
    };
    Shown { view, content, second: None }
}

pub(super) fn page_view<'a>(
    context: &'a Context<'_>,
    page: &'a Page,
    lang: &Lang,
    number: usize,
    route: &Route,
    terms: Terms,
) -> (View, Option<Content<'a>>) {
    let site = context.site;
    let root = route.to_root();
    let found = page.edition(lang, site.languages());
    // A further page of a list shows no text, and so nothing in another language.
    let found = found.filter(|(found, _)| number == 1 || *found == lang);
    let shown = found.filter(|_| number == 1);
    let body = shown.map(|(_, edition)| &edition.document.body);
    let data = figures::shown(context, page, body);
    let mut numbering = Numbering::of(context, page, body, &data);
    let terms = if page.kind == Kind::Glossary { Terms::Linked } else { terms };
    let content =
        shown.map(|(_, edition)| content::content(context, page, edition, lang, &root, &mut numbering, terms));
    let written_in = found.map_or(lang, |(found, _)| found);
    let mut view = frame(context, lang, written_in, route, kind(page));
    let (title, _) = context.title(page, lang);
    let plain = content.as_ref().map(Content::plain).unwrap_or_default();
    let units = text::reading(written_in, &plain);
    view.page = PageView {
        path: page.path.as_str().to_owned(),
        description: description(context, page, found.map(|(_, edition)| edition), content.as_ref(), lang),
        canonical: site.absolute(canonical(page, lang, written_in, route)),
        noindex: found.is_some_and(|(_, edition)| edition.draft),
        toc: content.as_ref().filter(|_| page.shared.toc).map(content::toc).unwrap_or_default(),
        date: page.shared.date,
        updated: page.shared.updated,
        minutes: text::reading_minutes(written_in, units),
        tags: lists::tag_links(context, page, lang),
        breadcrumbs: breadcrumbs(context, page, lang),
        editions: editions(context, page, lang),
        pairs: side_by_side::links(context, page, None),
        // A page that stands in for another, or goes on with a list, is not itself one of the twins.
        alternates: if lang == written_in && number == 1 { alternates(context, page) } else { Vec::new() },
        image: share_image::view(context, page, written_in),
        sources: numbering.sources(context, written_in),
        figures: figures::views(context, page, written_in, &data.figures, &numbering),
        timeline: figures::timeline(context, page, written_in, &root, &numbering),
        terms: content.as_ref().map(|content| glossary::listed(context, content, lang, &root)).unwrap_or_default(),
        questions: content.as_ref().filter(|_| page.shared.faq).map(content::questions).unwrap_or_default(),
        translated: found
            .and_then(|(_, edition)| edition.document.own.translated.as_ref())
            .map(|translated| translated.value.name()),
        fallback: fallback(context, page, lang, written_in),
        behind: shown
            .filter(|_| lang == written_in)
            .map(|(_, edition)| behind::views(context, page, edition))
            .unwrap_or_default(),
        draft: found.is_some_and(|(_, edition)| edition.draft),
        extra: found.map_or_else(|| page.shared.extra.clone(), |(_, edition)| edition.extra.clone()),
        og_alternates: page.editions.keys().filter(|other| *other != written_in).map(Lang::open_graph).collect(),
        ..view.page
    };
    (view.page.previous, view.page.next) = neighbours(context, page, lang);
    set_title(context, &mut view, title, number);
    figures::add_data(context, &mut view.page, page, (&data, &numbering), &root);
    add_parts(context, &mut view, page, lang, (number, route));
    if let Some(template) = &page.shared.template {
        view.template = template.value.trim_end_matches(".html").to_owned();
    }
    view.page.json_ld = json_ld::page(context, &view, page);
    (view, content)
}

/// What only some kinds of page have: a list of pages, a glossary entry, the index of terms.
fn add_parts(context: &Context<'_>, view: &mut View, page: &Page, lang: &Lang, (number, route): (usize, &Route)) {
    if context::lists_children(page, lang) {
        let first = page.routes.get(lang).unwrap_or(route);
        view.list = Some(lists::list(context, context.folders(lang).listed(&page.path), lang, number, first));
    }
    if page.kind == Kind::Term {
        view.term = glossary::term(context, page, lang, &route.to_root());
    }
    if page.kind == Kind::Glossary {
        view.index = Some(glossary::index(context, lang, &route.to_root()));
        view.glossary_files = glossary::files(context);
    }
}

/// A view in which everything that a page may lack is empty.
pub(super) fn frame(context: &Context<'_>, lang: &Lang, written_in: &Lang, route: &Route, kind: PageKind) -> View {
    let page = PageView {
        kind,
        path: String::new(),
        title: String::new(),
        image: None,
        full_title: String::new(),
        description: String::new(),
        lang: written_in.clone(),
        dir: written_in.direction(),
        route: route.encoded(),
        canonical: context.site.absolute(route),
        noindex: false,
        toc: Vec::new(),
        date: None,
        updated: None,
        minutes: 0,
        tags: Vec::new(),
        breadcrumbs: Vec::new(),
        previous: None,
        next: None,
        editions: Vec::new(),
        pairs: Vec::new(),
        alternates: Vec::new(),
        sources: Vec::new(),
        figures: std::collections::BTreeMap::new(),
        timeline: Vec::new(),
        charts: std::collections::BTreeMap::new(),
        tables: std::collections::BTreeMap::new(),
        drawings: std::collections::BTreeMap::new(),
        revisions: Vec::new(),
        questions: Vec::new(),
        terms: Vec::new(),
        translated: None,
        fallback: None,
        behind: Vec::new(),
        json_ld: String::new(),
        og_type: if matches!(kind, PageKind::Page | PageKind::Term) { "article" } else { "website" },
        og_locale: written_in.open_graph(),
        og_alternates: Vec::new(),
        draft: false,
        extra: serde_json::Value::Null,
    };
    View {
        lang: lang.clone(),
        dir: lang.direction(),
        root: route.to_root(),
        site: context.language(lang).shared.clone(),
        page,
        list: None,
        template: template(kind).to_owned(),
        term: None,
        sides: None,
        index: None,
        glossary_files: Vec::new(),
        term_table: None,
    }
}

/// The usual template of a kind of page.
fn template(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Home => "home",
        PageKind::Page => "page",
        PageKind::Section => "section",
        PageKind::Glossary => "glossary",
        PageKind::GlossaryTable => "glossary-table",
        PageKind::Term => "term",
        PageKind::Tags => "tags",
        PageKind::Tag => "tag",
        PageKind::SideBySide => "side-by-side",
        PageKind::NotFound => "not-found",
        PageKind::Chooser => "chooser",
    }
}

fn kind(page: &Page) -> PageKind {
    match page.kind {
        Kind::Home => PageKind::Home,
        Kind::Section => PageKind::Section,
        Kind::Glossary => PageKind::Glossary,
        Kind::Term => PageKind::Term,
        Kind::Page => PageKind::Page,
    }
}

/// Sets the title of the page and of the browser's window.
pub(super) fn set_title(context: &Context<'_>, view: &mut View, title: String, number: usize) {
    let title = if number > 1 {
        let args = [("title", Value::from(title)), ("number", Value::from(number as i64))];
        context.message(&view.lang, "page-number-title", &args)
    } else {
        title
    };
    let site = &view.site.title;
    let alone = view.page.kind == PageKind::Home && number == 1;
    let full = match (alone, title == *site) {
        (_, true) => title.clone(),
        (true, false) => format!("{site}: {title}"),
        (false, false) => format!("{title} – {site}"),
    };
    view.page.full_title = if is_too_long(&full) { title.clone() } else { full };
    view.page.title = title;
}

/// Whether a title for the browser's window is longer than lists of results show: 70 characters.
pub(super) fn is_too_long(title: &str) -> bool {
    title.chars().nth(70).is_some()
}

fn description(
    context: &Context<'_>,
    page: &Page,
    edition: Option<&Edition>,
    content: Option<&Content<'_>>,
    lang: &Lang,
) -> String {
    if let Some(text) = edition.and_then(|edition| edition.description.clone()) {
        return text;
    }
    let short = if page.kind == Kind::Term { glossary::short_text(context, page, lang) } else { None };
    let text = short.unwrap_or_else(|| content.map(Content::first_paragraph).unwrap_or_default());
    text::beginning(&text, DESCRIPTION)
}

fn canonical<'a>(page: &'a Page, lang: &Lang, written_in: &Lang, route: &'a Route) -> &'a Route {
    if lang == written_in { route } else { page.routes.get(written_in).unwrap_or(route) }
}

fn fallback(context: &Context<'_>, page: &Page, lang: &Lang, written_in: &Lang) -> Option<FallbackView> {
    let route = page.routes.get(written_in).filter(|_| lang != written_in)?;
    Some(FallbackView { lang: written_in.clone(), name: context.name_of(written_in), route: route.encoded() })
}

/// From the home page to the page above this one.
pub(super) fn breadcrumbs(context: &Context<'_>, page: &Page, lang: &Lang) -> Vec<LinkView> {
    let mut crumbs = Vec::new();
    let mut above = page.parent.as_ref();
    while let Some(parent) = above.and_then(|path| context.site.pages.get(path)) {
        let link = context.link(parent, lang);
        crumbs.extend(link.map(|link| if parent.kind == Kind::Home { home_crumb(context, lang) } else { link }));
        above = parent.parent.as_ref();
    }
    crumbs.reverse();
    crumbs
}

/// The first breadcrumb: the home page under its usual name.
pub(super) fn home_crumb(context: &Context<'_>, lang: &Lang) -> LinkView {
    context.language(lang).shared.home.clone()
}

/// The pages before and after this one in its folder that have an edition in the language.
fn neighbours(context: &Context<'_>, page: &Page, lang: &Lang) -> (Option<LinkView>, Option<LinkView>) {
    let Some(parent) = page.parent.as_ref().and_then(|path| context.site.pages.get(path)) else { return (None, None) };
    let Some(position) = page.position else { return (None, None) };
    let link = |at: usize| context.site.pages.get(parent.children.get(at)?).and_then(|page| context.link(page, lang));
    let (before, after) = context.folders(lang).beside(&parent.path, position);
    (before.and_then(link), after.and_then(link))
}

pub(super) fn editions(context: &Context<'_>, page: &Page, lang: &Lang) -> Vec<EditionView> {
    let automatic = page.editions.is_empty();
    let edition = |other: &Lang| {
        let exists = automatic || page.editions.contains_key(other);
        let route = page.routes.get(other).cloned().unwrap_or_else(|| Route::new(format!("{other}/")));
        edition_view(context, other, &route, other == lang, exists)
    };
    context.site.languages().iter().map(edition).collect()
}

pub(super) fn edition_view(
    context: &Context<'_>,
    lang: &Lang,
    route: &Route,
    current: bool,
    exists: bool,
) -> EditionView {
    EditionView {
        lang: lang.clone(),
        name: context.name_of(lang),
        dir: lang.direction(),
        route: route.encoded(),
        current,
        exists,
    }
}

/// The real editions for search engines, and the one for readers of any other language.
pub(super) fn alternates(context: &Context<'_>, page: &Page) -> Vec<AlternateView> {
    let site = context.site;
    let automatic = page.editions.is_empty();
    let real = |lang: &&Lang| automatic || page.editions.get(*lang).is_some_and(|edition| !edition.draft);
    let routes: Vec<(&Lang, &Route)> = site
        .languages()
        .iter()
        .filter(real)
        .filter_map(|lang| page.routes.get(lang).map(|route| (lang, route)))
        .collect();
    let others = if page.kind == Kind::Home { Some(site.config.base_url.clone()) } else { None };
    all_alternates(context, &routes, others)
}

/// Alternates for some routes; empty if there is only one. `others` is the address for any other language.
pub(super) fn all_alternates(
    context: &Context<'_>,
    routes: &[(&Lang, &Route)],
    others: Option<String>,
) -> Vec<AlternateView> {
    let [(_, first), _, ..] = routes else { return Vec::new() };
    let alternate = |(lang, route): &(&Lang, &Route)| AlternateView {
        hreflang: lang.to_string(),
        url: context.site.absolute(route),
    };
    let mut alternates: Vec<AlternateView> = routes.iter().map(alternate).collect();
    let url = others.unwrap_or_else(|| context.site.absolute(first));
    alternates.push(AlternateView { hreflang: "x-default".to_owned(), url });
    alternates
}

/// The site's root, in the first of its languages; its template speaks the others too.
fn chooser(context: &Context<'_>, route: &Route) -> View {
    let first = &context.site.languages()[0];
    let mut view = frame(context, first, first, route, PageKind::Chooser);
    let titles: Vec<&str> = view.site.languages.iter().map(|language| language.title.as_str()).collect();
    let mut unique: Vec<&str> = Vec::new();
    for title in titles {
        if !unique.contains(&title) {
            unique.push(title);
        }
    }
    let title = unique.join(" · ");
    let descriptions: Vec<&str> =
        view.site.languages.iter().filter_map(|language| language.description.as_deref()).collect();
    view.page.description = text::beginning(&descriptions.join(" "), DESCRIPTION * 2);
    view.page.full_title = title.clone();
    view.page.title = title;
    view.page.og_alternates = context.site.languages()[1..].iter().map(Lang::open_graph).collect();
    let home = context.site.pages.get(&PagePath::new("")).expect("every site has a home page");
    view.page.image = share_image::view(context, home, first);
    view.page.alternates = alternates(context, home);
    view.page.editions = editions(context, home, first);
    for edition in &mut view.page.editions {
        edition.current = false;
    }
    view.page.json_ld = json_ld::site(context, &view);
    view
}

/// The page for addresses that do not exist: it is shown at any depth, so its root is absolute.
fn not_found(context: &Context<'_>, route: &Route) -> View {
    let first = &context.site.languages()[0];
    let mut view = frame(context, first, first, route, PageKind::NotFound);
    view.root = context.site.config.base_path().to_owned();
    view.page.noindex = true;
    let title = context.message(first, "not-found-title", &[]);
    set_title(context, &mut view, title, 1);
    let home = context.site.pages.get(&PagePath::new("")).expect("every site has a home page");
    view.page.editions = editions(context, home, first);
    for edition in &mut view.page.editions {
        edition.current = false;
    }
    view
}
