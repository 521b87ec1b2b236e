//! What a page says of itself to machines: schema.org terms as JSON-LD.
//!
//! Source: schema.org `Article`, `FAQPage`, `DefinedTerm`, `DefinedTermSet`, `CollectionPage`, `WebSite`, `BreadcrumbList`.

use serde_json::{Map, Value, json};

use super::context::Context;
use super::{PageKind, QuestionView, View};
use crate::base::Route;
use crate::resolve::Page;

/// The data of a page of content.
pub(super) fn page(context: &Context<'_>, view: &View, page: &Page) -> String {
    if view.page.fallback.is_some() {
        return String::new();
    }
    let mut main = base(context, view);
    match view.page.kind {
        PageKind::Home => return site(context, view),
        PageKind::Term => {
            main.insert("@type".to_owned(), "DefinedTerm".into());
            main.insert("termCode".to_owned(), view.term.as_ref().map(|term| term.id.clone()).into());
            main.insert("inDefinedTermSet".to_owned(), glossary_address(context, view).into());
            let names = view.term.iter().flat_map(|term| term.acronym.iter().chain(&term.forms));
            let names: Vec<Value> = names.map(|name| name.clone().into()).collect();
            if !names.is_empty() {
                main.insert("alternateName".to_owned(), names.into());
            }
        }
        PageKind::Glossary => {
            main.insert("@type".to_owned(), "DefinedTermSet".into());
        }
        PageKind::Section => {
            main.insert("@type".to_owned(), "CollectionPage".into());
        }
        _ => {
            main.insert("@type".to_owned(), "Article".into());
            main.remove("name");
            main.insert("headline".to_owned(), view.page.title.clone().into());
            main.insert("mainEntityOfPage".to_owned(), view.page.canonical.clone().into());
            let citations: Vec<Value> = view.page.sources.iter().map(|source| source.title.clone().into()).collect();
            if !citations.is_empty() {
                main.insert("citation".to_owned(), citations.into());
            }
        }
    }
    if let Some(date) = page.shared.date {
        main.insert("datePublished".to_owned(), date.to_string().into());
    }
    if let Some(date) = page.shared.updated.or(page.shared.date) {
        main.insert("dateModified".to_owned(), date.to_string().into());
    }
    graph(context, view, main)
}

/// The data of a list of pages.
pub(super) fn list(context: &Context<'_>, view: &View) -> String {
    let mut main = base(context, view);
    main.insert("@type".to_owned(), "CollectionPage".into());
    graph(context, view, main)
}

/// The data of the site as a whole.
pub(super) fn site(context: &Context<'_>, view: &View) -> String {
    let mut main = base(context, view);
    main.insert("@type".to_owned(), "WebSite".into());
    main.insert("name".to_owned(), view.site.title.clone().into());
    if view.page.kind == PageKind::Chooser {
        let languages: Vec<Value> = context.site.languages().iter().map(|lang| lang.to_string().into()).collect();
        main.insert("inLanguage".to_owned(), languages.into());
    }
    main.remove("isPartOf");
    graph(context, view, main)
}

fn base(context: &Context<'_>, view: &View) -> Map<String, Value> {
    let mut map = Map::new();
    map.insert("@id".to_owned(), view.page.canonical.clone().into());
    map.insert("url".to_owned(), view.page.canonical.clone().into());
    map.insert("name".to_owned(), view.page.title.clone().into());
    if !view.page.description.is_empty() {
        map.insert("description".to_owned(), view.page.description.clone().into());
    }
    map.insert("inLanguage".to_owned(), view.page.lang.to_string().into());
    let home = context.site.absolute(&Route::new(format!("{}/", view.lang)));
    map.insert("isPartOf".to_owned(), json!({"@type": "WebSite", "@id": home, "name": view.site.title}));
    map
}

fn glossary_address(context: &Context<'_>, view: &View) -> Option<String> {
    view.site.glossary.as_ref().map(|glossary| format!("{}{}", context.site.config.base_url, glossary.route))
}

fn graph(context: &Context<'_>, view: &View, main: Map<String, Value>) -> String {
    let mut graph = vec![Value::Object(main)];
    if !view.page.breadcrumbs.is_empty() {
        let step = |(at, link): (usize, &super::LinkView)| {
            let address = format!("{}{}", context.site.config.base_url, link.route);
            json!({"@type": "ListItem", "position": at + 1, "name": link.title, "item": address})
        };
        let mut steps: Vec<Value> = view.page.breadcrumbs.iter().enumerate().map(step).collect();
        steps.push(json!({"@type": "ListItem", "position": steps.len() + 1, "name": view.page.title}));
        graph.push(json!({"@type": "BreadcrumbList", "itemListElement": steps}));
    }
    if !view.page.questions.is_empty() {
        let question = |QuestionView { id, question, answer }: &QuestionView| {
            let answer = json!({"@type": "Answer", "text": answer});
            let address = format!("{}#{id}", view.page.canonical);
            json!({"@type": "Question", "@id": address, "name": question, "acceptedAnswer": answer})
        };
        let questions: Vec<Value> = view.page.questions.iter().map(question).collect();
        let (address, lang) = (&view.page.canonical, view.page.lang.as_str());
        graph.push(json!({"@type": "FAQPage", "url": address, "inLanguage": lang, "mainEntity": questions}));
    }
    script(&json!({"@context": "https://schema.org", "@graph": graph}))
}

/// JSON that can stand between `<script>` and `</script>`.
fn script(value: &Value) -> String {
    let json = value.to_string();
    let mut out = String::with_capacity(json.len() + json.len() / 16);
    let mut rest = json.as_str();
    // The two separators end a line in JavaScript, though not in JSON.
    while let Some(at) = rest.find(['<', '>', '&', '\u{2028}', '\u{2029}']) {
        let (before, found) = rest.split_at(at);
        out.push_str(before);
        let sign = found.chars().next().unwrap_or_default();
        out.push_str(&format!("\\u{:04x}", u32::from(sign)));
        rest = &found[sign.len_utf8()..];
    }
    out.push_str(rest);
    out
}
