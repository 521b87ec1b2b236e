//! Two texts side by side: one outline, and each part beside its twin.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::base::{Direction, Lang};
use crate::translation::{Beside, HeadingId};
use crate::view::html::{Unit, UnitKind, escape};

/// The parts of one language.
pub(super) struct Side<'a> {
    /// The language.
    pub(super) lang: &'a Lang,
    /// Its parts in the order of the text.
    pub(super) units: Vec<Unit>,
    /// Its footnotes; empty if there are none.
    pub(super) footnotes: String,
    /// What stands where this language lacks a part.
    pub(super) missing: &'a str,
}

impl Side<'_> {
    fn headings(&self) -> impl Iterator<Item = &HeadingId> {
        self.units.iter().filter_map(|unit| match &unit.kind {
            UnitKind::Heading(_, id) => Some(id),
            UnitKind::Other(_) => None,
        })
    }
}

/// The HTML of both texts, put together by `rows`. Reading order is the order of the rows, the first language first. A row
/// has the id that its parts have on the pages of one language.
pub(super) fn html(first: &Side<'_>, second: &Side<'_>, rows: &[Beside]) -> String {
    let mut out = String::new();
    let mut taken: BTreeSet<&str> =
        [first, second].into_iter().flat_map(Side::headings).map(|id| id.id.as_str()).collect();
    for (i, j) in rows {
        let (a, b) = (i.and_then(|i| first.units.get(i)), j.and_then(|j| second.units.get(j)));
        match (a.or(b).map(|unit| &unit.kind), a, b) {
            (Some(UnitKind::Heading(level, id)), a, b) => {
                heading(&mut out, &mut taken, (*level, &id.id), [(first, a), (second, b)])
            }
            (Some(UnitKind::Other(id)), a, b) => {
                out.push_str("<div class=\"pair\"");
                if let Some(id) = id {
                    push_id(&mut out, id);
                }
                out.push('>');
                cell(&mut out, first, first.lang, a);
                cell(&mut out, second, first.lang, b);
                out.push_str("</div>\n");
            }
            (None, ..) => {}
        }
    }
    if !first.footnotes.is_empty() || !second.footnotes.is_empty() {
        out.push_str("<div class=\"pair\">");
        for side in [first, second] {
            push(&mut out, format_args!("<div{}>{}</div>", language(side.lang, first.lang), side.footnotes));
        }
        out.push_str("</div>\n");
    }
    out
}

/// One heading for both languages: a page has one outline. It has the id of the first; the second's, if that is another,
/// and the anchors that each has on the page of its language are further anchors. `taken` are the anchors of all headings.
fn heading<'a>(
    out: &mut String,
    taken: &mut BTreeSet<&'a str>,
    (level, id): (u8, &str),
    sides: [(&Side<'_>, Option<&'a Unit>); 2],
) {
    push(out, format_args!("<h{level} class=\"pair\""));
    push_id(out, id);
    out.push('>');
    let mut shown = 0;
    for (side, unit) in sides {
        let Some(Unit { kind: UnitKind::Heading(_, own), html }) = unit else { continue };
        let alias = own.alias.as_deref().filter(|alias| taken.insert(alias));
        let mut anchors = Some(own.id.as_str()).filter(|own| *own != id).into_iter().chain(alias);
        out.push_str(if shown > 0 { " <span" } else { "<span" });
        if let Some(anchor) = anchors.next() {
            push_id(out, anchor);
        }
        push(out, format_args!("{}>", language(side.lang, sides[0].0.lang)));
        for anchor in anchors {
            out.push_str("<span");
            push_id(out, anchor);
            out.push_str("></span>");
        }
        push(out, format_args!("{html}</span>"));
        shown += 1;
    }
    push(out, format_args!("</h{level}>\n"));
}

fn cell(out: &mut String, side: &Side<'_>, page: &Lang, unit: Option<&Unit>) {
    let language = language(side.lang, page);
    match unit {
        Some(unit) => push(out, format_args!("<div{language}>{}</div>", unit.html.trim_end())),
        None => {
            push(out, format_args!("<div{language} class=\"pair-missing\"><p>"));
            escape(out, side.missing);
            out.push_str("</p></div>");
        }
    }
}

fn push_id(out: &mut String, id: &str) {
    out.push_str(" id=\"");
    escape(out, id);
    out.push('"');
}

/// The attributes of what is in a language; the page has the direction of its own.
fn language(lang: &Lang, page: &Lang) -> String {
    match lang.direction() {
        direction if direction == page.direction() => format!(" lang=\"{lang}\""),
        Direction::Ltr => format!(" lang=\"{lang}\" dir=\"ltr\""),
        Direction::Rtl => format!(" lang=\"{lang}\" dir=\"rtl\""),
    }
}

fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("writing to a string cannot fail");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side<'a>(lang: &'a Lang, parts: &str) -> Side<'a> {
        let unit = |word: &str| match word.strip_prefix('#') {
            Some(id) => {
                let (id, alias) = id.split_once('=').map_or((id, None), |(id, alias)| (id, Some(alias.to_owned())));
                Unit {
                    kind: UnitKind::Heading(2, HeadingId { id: id.to_owned(), alias }),
                    html: format!("{id} {lang}"),
                }
            }
            None => {
                let (word, id) = word.split_once('#').map_or((word, None), |(word, id)| (word, Some(id.into())));
                Unit { kind: UnitKind::Other(id), html: format!("<p>{word}</p>\n") }
            }
        };
        Side { lang, units: parts.split(' ').map(unit).collect(), footnotes: String::new(), missing: "–" }
    }

    fn check(a: &str, b: &str, rows: &[Beside], expected: &str) {
        let (vi, en) = (Lang::new("vi").expect("a tag"), Lang::new("en").expect("a tag"));
        let html = html(&side(&vi, a), &side(&en, b), rows);
        assert_eq!(html, expected);
    }

    #[test]
    fn a_language_that_runs_the_other_way_says_so() {
        let [ar, he, vi] = ["ar", "he", "vi"].map(|tag| Lang::new(tag).expect("a tag"));
        assert_eq!(language(&ar, &vi), " lang=\"ar\" dir=\"rtl\"");
        assert_eq!(language(&vi, &ar), " lang=\"vi\" dir=\"ltr\"");
        assert_eq!(language(&he, &ar), " lang=\"he\"");
    }

    #[test]
    fn each_part_stands_beside_its_twin_under_one_heading() {
        check(
            "#a một#a--p1",
            "#a one#a--p1 two",
            &[(Some(0), Some(0)), (Some(1), Some(1)), (None, Some(2))],
            "<h2 class=\"pair\" id=\"a\"><span lang=\"vi\">a vi</span> <span lang=\"en\">a en</span></h2>\n\
            <div class=\"pair\" id=\"a--p1\"><div lang=\"vi\"><p>một</p></div><div lang=\"en\"><p>one</p></div></div>\n\
            <div class=\"pair\"><div lang=\"vi\" class=\"pair-missing\"><p>–</p></div><div lang=\"en\"><p>two</p></div></div>\n",
        );
    }

    #[test]
    fn the_anchors_of_each_language_lead_to_the_heading_of_both_but_never_twice() {
        check(
            "#a=một #b=hai",
            "#a=one #c=b #d=hai",
            &[(Some(0), Some(0)), (Some(1), Some(1)), (None, Some(2))],
            "<h2 class=\"pair\" id=\"a\"><span id=\"một\" lang=\"vi\">a vi</span> <span id=\"one\" lang=\"en\">a en</span></h2>\n\
            <h2 class=\"pair\" id=\"b\"><span id=\"hai\" lang=\"vi\">b vi</span> <span id=\"c\" lang=\"en\">c en</span></h2>\n\
            <h2 class=\"pair\" id=\"d\"><span lang=\"en\">d en</span></h2>\n",
        );
        check(
            "#a",
            "#b=two",
            &[(Some(0), Some(0))],
            "<h2 class=\"pair\" id=\"a\"><span lang=\"vi\">a vi</span> <span id=\"b\" lang=\"en\"><span id=\"two\"></span>b en</span></h2>\n",
        );
    }

    #[test]
    fn a_heading_without_a_twin_stands_alone_and_one_with_another_id_keeps_it() {
        check(
            "#a #b",
            "#c",
            &[(Some(0), None), (Some(1), Some(0))],
            "<h2 class=\"pair\" id=\"a\"><span lang=\"vi\">a vi</span></h2>\n\
            <h2 class=\"pair\" id=\"b\"><span lang=\"vi\">b vi</span> <span id=\"c\" lang=\"en\">c en</span></h2>\n",
        );
    }
}
