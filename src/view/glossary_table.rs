//! The glossary in two languages: a page of its own, `/vi-en/glossary/`.
//!
//! Both alphabetical orders are made here, by CLDR; the theme's script only puts the rows into the second one, and
//! hides those that a reader does not look for. Without it, the table stands in the first language's order.

use super::context::Context;
use super::page::{breadcrumbs, editions, frame, set_title};
use super::{PageKind, TermCellView, TermRowView, TermSideView, TermTableView, View, side_by_side};
use crate::base::{Lang, Route};
use crate::glossary::Term;
use crate::resolve::Page;
use crate::text;

/// The view of the glossary in two languages; `page` is the glossary's page.
pub(super) fn view(context: &Context<'_>, page: &Page, a: &Lang, b: &Lang, route: &Route) -> View {
    let mut view = frame(context, a, a, route, PageKind::GlossaryTable);
    view.page.path = page.path.as_str().to_owned();
    view.page.breadcrumbs = breadcrumbs(context, page, a);
    view.page.breadcrumbs.extend(context.link(page, a));
    view.page.editions = editions(context, page, a);
    for edition in &mut view.page.editions {
        edition.current = false;
    }
    view.page.pairs = side_by_side::links(context, page, Some((a, b)));
    let (title, _) = context.title(page, a);
    set_title(context, &mut view, format!("{title}: {} – {}", context.name_of(a), context.name_of(b)), 1);
    view.term_table = Some(table(context, page, a, b));
    // As all pages in two languages: search engines should know the first language's.
    let written_in = page.edition(a, context.site.languages()).map_or(a, |(lang, _)| lang);
    view.page.canonical = page.routes.get(written_in).map(|route| context.site.absolute(route)).unwrap_or_default();
    view
}

fn table(context: &Context<'_>, page: &Page, a: &Lang, b: &Lang) -> TermTableView {
    let side = |lang: &Lang| TermSideView {
        lang: lang.clone(),
        dir: lang.direction(),
        name: context.name_of(lang),
        route: page.routes.get(lang).map(Route::encoded).unwrap_or_default(),
    };
    let mut rows: Vec<TermRowView> =
        context.site.termbase.terms.iter().filter_map(|(id, term)| row(context, id, term, a, b)).collect();
    // The second order first, so that each row knows its place in it when the first one is made.
    sort(context, &mut rows, b, 1);
    for (place, row) in rows.iter_mut().enumerate() {
        row.second = place;
    }
    sort(context, &mut rows, a, 0);
    TermTableView { sides: [side(a), side(b)], rows }
}

/// Puts rows into the alphabetical order of one side; those that lack it come last.
fn sort(context: &Context<'_>, rows: &mut [TermRowView], lang: &Lang, side: usize) {
    let collator = &context.language(lang).collator;
    let term = |row: &TermRowView| row.sides[side].as_ref().map(|cell| cell.term.clone());
    rows.sort_by(|x, y| {
        let order = match (term(x), term(y)) {
            (Some(x), Some(y)) => collator.compare(&x, &y),
            (x, y) => x.is_none().cmp(&y.is_none()),
        };
        order.then_with(|| x.id.cmp(&y.id))
    });
}

/// A term's row; `None` if it has neither language.
fn row(context: &Context<'_>, id: &str, term: &Term, a: &Lang, b: &Lang) -> Option<TermRowView> {
    let page = context.site.pages.get(&term.page)?;
    let cell = |lang: &Lang| {
        let edition = term.editions.get(lang)?;
        Some(TermCellView {
            term: edition.term.clone(),
            forms: edition.forms.clone(),
            route: page.routes.get(lang)?.encoded(),
        })
    };
    let sides = [cell(a), cell(b)];
    if sides.iter().all(Option::is_none) {
        return None;
    }
    let cells = sides.iter().flatten();
    let texts = cells.flat_map(|cell| std::iter::once(&cell.term).chain(&cell.forms)).chain(&term.acronym);
    let key: Vec<String> = texts.map(|text| text::fold(text)).collect();
    Some(TermRowView { id: id.to_owned(), acronym: term.acronym.clone(), sides, second: 0, key: key.join(" ") })
}
