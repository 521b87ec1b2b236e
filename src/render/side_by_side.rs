//! Two texts side by side: one outline, and each part beside its twin.

use std::fmt::Write as _;

use crate::base::{Direction, Lang};
use crate::translation;
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

/// The HTML of both texts. Reading order is the order of the rows, the first language first.
pub(super) fn html(first: &Side<'_>, second: &Side<'_>) -> String {
    let fits = |i: usize, j: usize| first.units[i].kind.fits(&second.units[j].kind);
    let rows = translation::side_by_side(first.units.len(), second.units.len(), fits);
    let mut out = String::new();
    for (at, (i, j)) in rows.into_iter().enumerate() {
        let (a, b) = (i.map(|i| &first.units[i]), j.map(|j| &second.units[j]));
        match (a.or(b).map(|unit| &unit.kind), a, b) {
            (Some(UnitKind::Heading(level, id)), a, b) => heading(&mut out, (*level, id), (first, a), (second, b)),
            (_, a, b) => {
                push(&mut out, format_args!("<div class=\"pair\" id=\"p{}\">", at + 1));
                cell(&mut out, first, a);
                cell(&mut out, second, b);
                out.push_str("</div>\n");
            }
        }
    }
    if !first.footnotes.is_empty() || !second.footnotes.is_empty() {
        out.push_str("<div class=\"pair\">");
        for side in [first, second] {
            push(&mut out, format_args!("<div{}>{}</div>", language(side.lang), side.footnotes));
        }
        out.push_str("</div>\n");
    }
    out
}

/// One heading for both languages: a page has one outline. Two headings in one row that are not twins stand apart.
fn heading(
    out: &mut String,
    (level, id): (u8, &str),
    first: (&Side<'_>, Option<&Unit>),
    second: (&Side<'_>, Option<&Unit>),
) {
    let as_heading = |unit: Option<&Unit>| {
        unit.and_then(|unit| matches!(unit.kind, UnitKind::Heading(..)).then(|| unit.html.clone()))
    };
    push(out, format_args!("<h{level} class=\"pair\" id=\""));
    escape(out, id);
    out.push_str("\">");
    let mut shown = 0;
    for (side, unit) in [first, second] {
        if let Some(html) = as_heading(unit) {
            if shown > 0 {
                out.push(' ');
            }
            push(out, format_args!("<span{}>{html}</span>", language(side.lang)));
            shown += 1;
        }
    }
    push(out, format_args!("</h{level}>\n"));
    for (side, unit) in [first, second] {
        let Some(unit) = unit.filter(|unit| !matches!(unit.kind, UnitKind::Heading(..))) else { continue };
        push(out, format_args!("<div class=\"pair\"><div{}>{}</div></div>\n", language(side.lang), unit.html));
    }
}

fn cell(out: &mut String, side: &Side<'_>, unit: Option<&Unit>) {
    let language = language(side.lang);
    match unit {
        Some(unit) => push(out, format_args!("<div{language}>{}</div>", unit.html.trim_end())),
        None => {
            push(out, format_args!("<div{language} class=\"pair-missing\"><p>"));
            escape(out, side.missing);
            out.push_str("</p></div>");
        }
    }
}

fn language(lang: &Lang) -> String {
    match lang.direction() {
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
            Some(id) => Unit { kind: UnitKind::Heading(2, id.to_owned()), html: format!("{id} {lang}") },
            None => Unit { kind: UnitKind::Other("paragraph"), html: format!("<p>{word}</p>\n") },
        };
        Side { lang, units: parts.split(' ').map(unit).collect(), footnotes: String::new(), missing: "–" }
    }

    #[test]
    fn each_part_stands_beside_its_twin_under_one_heading() {
        let (vi, en) = (Lang::new("vi").expect("a tag"), Lang::new("en").expect("a tag"));
        let html = html(&side(&vi, "#a một"), &side(&en, "#a one two"));
        let expected = "<h2 class=\"pair\" id=\"a\"><span lang=\"vi\" dir=\"ltr\">a vi</span> <span lang=\"en\" dir=\"ltr\">a en</span></h2>\n\
            <div class=\"pair\" id=\"p2\"><div lang=\"vi\" dir=\"ltr\"><p>một</p></div><div lang=\"en\" dir=\"ltr\"><p>one</p></div></div>\n\
            <div class=\"pair\" id=\"p3\"><div lang=\"vi\" dir=\"ltr\" class=\"pair-missing\"><p>–</p></div><div lang=\"en\" dir=\"ltr\"><p>two</p></div></div>\n";
        assert_eq!(html, expected);
    }
}
