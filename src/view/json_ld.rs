//! What a page says of itself to machines: schema.org terms as JSON-LD.
//!
//! Source: schema.org `Article`, `FAQPage`, `DefinedTerm`, `DefinedTermSet`, `CollectionPage`, `WebSite`, `BreadcrumbList`.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

use super::context::Context;
use super::{PageKind, QuestionView, View};
use crate::base::Route;
use crate::resolve::Page;

/// The data of a page of content.
pub(super) fn page(context: &Context<'_>, view: &View, page: &Page) -> String {
    if view.page.fallback.is_some() {
        return String::new();
    }
    let kind = match view.page.kind {
        PageKind::Home => return site(context, view),
        PageKind::Term => "DefinedTerm",
        PageKind::Glossary => "DefinedTermSet",
        PageKind::Section => "CollectionPage",
        _ => "Article",
    };
    let mut main = base(context, view, kind);
    match view.page.kind {
        PageKind::Term => {
            main.add("termCode", view.term.as_ref().map(|term| Json::text(&term.id)));
            main.add("inDefinedTermSet", glossary_address(context, view).map(Json::text));
            let names = view.term.iter().flat_map(|term| term.acronym.iter().chain(&term.forms));
            let names: Vec<Json<'_>> = names.map(Json::text).collect();
            main.add("alternateName", (!names.is_empty()).then_some(Json::List(names)));
        }
        PageKind::Glossary | PageKind::Section => {}
        _ => {
            main.add("mainEntityOfPage", Some(Json::text(&view.page.canonical)));
            let citations: Vec<Json<'_>> = view.page.sources.iter().map(|source| Json::text(&source.title)).collect();
            main.add("citation", (!citations.is_empty()).then_some(Json::List(citations)));
        }
    }
    let date = |date: Option<crate::base::PartialDate>| date.map(|date| Json::text(date.to_string()));
    main.add("datePublished", date(page.shared.date));
    main.add("dateModified", date(page.shared.updated.or(page.shared.date)));
    graph(context, view, main)
}

/// The data of a list of pages.
pub(super) fn list(context: &Context<'_>, view: &View) -> String {
    graph(context, view, base(context, view, "CollectionPage"))
}

/// The data of the site as a whole.
pub(super) fn site(context: &Context<'_>, view: &View) -> String {
    let mut main = base(context, view, "WebSite");
    if view.page.kind == PageKind::Chooser {
        let languages = context.site.languages().iter().map(|lang| Json::text(lang.as_str())).collect();
        main.set("inLanguage", Json::List(languages));
    }
    graph(context, view, main)
}

fn base<'a>(context: &Context<'_>, view: &'a View, kind: &'static str) -> Fields<'a> {
    let page = &view.page;
    let is_site = kind == "WebSite";
    let (name, title) = match kind {
        "Article" => ("headline", &page.title),
        _ if is_site => ("name", &view.site.title),
        _ => ("name", &page.title),
    };
    let mut main = Fields(Vec::with_capacity(12));
    main.add("@type", Some(Json::text(kind)));
    main.add("@id", Some(Json::text(&page.canonical)));
    main.add("url", Some(Json::text(&page.canonical)));
    main.add(name, Some(Json::text(title)));
    main.add("description", (!page.description.is_empty()).then(|| Json::text(&page.description)));
    main.add("inLanguage", Some(Json::text(page.lang.as_str())));
    if !is_site {
        let home = context.site.absolute(&Route::new(format!("{}/", view.lang)));
        let site =
            [("@type", Json::text("WebSite")), ("@id", Json::text(home)), ("name", Json::text(&view.site.title))];
        main.add("isPartOf", Some(Json::Object(Fields(site.into()))));
    }
    main
}

fn glossary_address(context: &Context<'_>, view: &View) -> Option<String> {
    view.site.glossary.as_ref().map(|glossary| format!("{}{}", context.site.config.base_url, glossary.route))
}

fn graph(context: &Context<'_>, view: &View, main: Fields<'_>) -> String {
    let mut graph = vec![Json::Object(main)];
    if !view.page.breadcrumbs.is_empty() {
        let step = |position: usize, name, address: Option<String>| {
            let mut step = Fields(vec![("@type", Json::text("ListItem")), ("position", Json::Number(position))]);
            step.add("name", Some(Json::text(name)));
            step.add("item", address.map(Json::text));
            Json::Object(step)
        };
        let link = |(at, link): (usize, &'_ super::LinkView)| {
            (at + 1, format!("{}{}", context.site.config.base_url, link.route))
        };
        let above = view.page.breadcrumbs.iter().enumerate();
        let mut steps: Vec<Json<'_>> = above
            .map(|(at, crumb)| {
                let (position, address) = link((at, crumb));
                step(position, crumb.title.as_str(), Some(address))
            })
            .collect();
        steps.push(step(steps.len() + 1, view.page.title.as_str(), None));
        let list = [("@type", Json::text("BreadcrumbList")), ("itemListElement", Json::List(steps))];
        graph.push(Json::Object(Fields(list.into())));
    }
    if !view.page.questions.is_empty() {
        let question = |QuestionView { id, question, answer }: &'_ QuestionView| {
            let answer = [("@type", Json::text("Answer")), ("text", Json::text(answer.clone()))];
            let address = format!("{}#{id}", view.page.canonical);
            Json::Object(Fields(vec![
                ("@type", Json::text("Question")),
                ("@id", Json::text(address)),
                ("name", Json::text(question.clone())),
                ("acceptedAnswer", Json::Object(Fields(answer.into()))),
            ]))
        };
        let questions = view.page.questions.iter().map(question).collect();
        graph.push(Json::Object(Fields(vec![
            ("@type", Json::text("FAQPage")),
            ("url", Json::text(&view.page.canonical)),
            ("inLanguage", Json::text(view.page.lang.as_str())),
            ("mainEntity", Json::List(questions)),
        ])));
    }
    let all = [("@context", Json::text("https://schema.org")), ("@graph", Json::List(graph))];
    script(&Json::Object(Fields(all.into())))
}

/// A value of JSON. Texts are borrowed from the view where they stand there: every page has such data.
enum Json<'a> {
    Text(Cow<'a, str>),
    Number(usize),
    List(Vec<Json<'a>>),
    Object(Fields<'a>),
}

impl<'a> Json<'a> {
    fn text(text: impl Into<Cow<'a, str>>) -> Json<'a> {
        Json::Text(text.into())
    }
}

/// The fields of an object, in order.
struct Fields<'a>(Vec<(&'static str, Json<'a>)>);

impl<'a> Fields<'a> {
    fn add(&mut self, name: &'static str, value: Option<Json<'a>>) {
        self.0.extend(value.map(|value| (name, value)));
    }

    /// Puts a value in the place of the one of that name.
    fn set(&mut self, name: &'static str, value: Json<'a>) {
        self.0.retain(|(other, _)| *other != name);
        self.0.push((name, value));
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Text(text) => serializer.serialize_str(text),
            Json::Number(number) => serializer.serialize_u64(*number as u64),
            Json::List(list) => serializer.collect_seq(list),
            Json::Object(Fields(fields)) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

/// JSON that can stand between `<script>` and `</script>`.
fn script(value: &Json<'_>) -> String {
    let mut out = Vec::with_capacity(1024);
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, InScript);
    value.serialize(&mut serializer).expect("texts and numbers can always be written to memory");
    String::from_utf8(out).expect("JSON is UTF-8")
}

/// Writes what could end a script, or a line of one, as `\u003c`.
struct InScript;

impl serde_json::ser::Formatter for InScript {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        // The two separators end a line in JavaScript, though not in JSON.
        let may_end = |byte: u8| matches!(byte, b'<' | b'>' | b'&' | 0xe2);
        let mut from = 0;
        while let Some(at) = rest.as_bytes()[from..].iter().position(|byte| may_end(*byte)) {
            let at = from + at;
            let sign = rest[at..].chars().next().unwrap_or_default();
            if !matches!(sign, '<' | '>' | '&' | '\u{2028}' | '\u{2029}') {
                from = at + sign.len_utf8();
                continue;
            }
            writer.write_all(&rest.as_bytes()[..at])?;
            write!(writer, "\\u{:04x}", u32::from(sign))?;
            (rest, from) = (&rest[at + sign.len_utf8()..], 0);
        }
        writer.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_script() {
        let text = "</script> & “đám mây” – \u{2028}\u{2029}\"\\\n";
        let written = script(&Json::text(text));
        assert_eq!(written, r#""\u003c/script\u003e \u0026 “đám mây” – \u2028\u2029\"\\\n""#);
        assert_eq!(serde_json::from_str::<String>(&written).expect("it is JSON"), text);
    }
}
