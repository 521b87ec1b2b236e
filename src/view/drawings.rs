//! Drawings for one reader: the shapes with their labels in the reader's language.

use std::fmt::Write as _;

use super::charts::text;
use super::context::Context;
use super::data_views::{DrawingView, TextView};
use super::figures::Numbering;
use super::html::escape;
use super::plot::{short, wrapped};
use crate::base::{Lang, LocalText};
use crate::parse::drawing::{Piece, TextPart, TextPlace, text_parts};
use crate::resolve::{Drawn, Page};

/// The width of a letter, by its height: that of wide sans-serif faces, so that lines rather break early.
const LETTER: f64 = 0.56;
/// The height of a line, by that of a letter: stacked marks need it.
const LINE: f64 = 1.35;

/// A drawing.
pub(super) fn view(
    context: &Context<'_>,
    page: &Page,
    lang: &Lang,
    (id, drawn): (&str, &Drawn),
    numbering: &Numbering,
) -> DrawingView {
    let Drawn { drawing, text: says } = drawn;
    let title = said(context, page, lang, &says.title);
    let description = said(context, page, lang, &says.description);
    let mut svg = format!("<svg class=\"drawing-shapes\" viewBox=\"{}\" role=\"img\">", drawing.view_box);
    for (tag, text) in [("title", &title), ("desc", &description)] {
        write!(svg, "<{tag}{}>", lang_attribute(text)).expect("writing to a string cannot fail");
        escape(&mut svg, &text.text);
        write!(svg, "</{tag}>").expect("writing to a string cannot fail");
    }
    for piece in &drawing.pieces {
        match piece {
            Piece::Markup(markup) => svg.push_str(markup),
            Piece::Text(place) => {
                // A label that is missing has been reported.
                let label = says.labels.get(&place.label).map(|label| said(context, page, lang, &label.value));
                write_label(&mut svg, place, &label.unwrap_or_default());
            }
        }
    }
    svg.push_str("</svg>");
    DrawingView {
        id: id.to_owned(),
        title,
        svg,
        credit: says.credit.get(lang).map(str::to_owned),
        source: says.source.as_ref().and_then(|source| numbering.view(context, lang, &source.value)),
    }
}

/// A text of a drawing, with the page's figures in it written by the rules of the language.
fn said(context: &Context<'_>, page: &Page, lang: &Lang, local: &LocalText) -> TextView {
    let TextView { text, lang: other } = text(context, lang, local);
    let written_in = other.as_ref().unwrap_or(lang);
    let part = |part: TextPart<'_>| match part {
        TextPart::Words(words) => words.to_owned(),
        // One that does not exist has been reported.
        TextPart::Figure(id, format) => page.shared.figures.get(id).map_or_else(String::new, |figure| {
            context.figure_text(written_in, &figure.value, format.unwrap_or(figure.format))
        }),
    };
    TextView { text: text_parts(&text).into_iter().map(part).collect(), lang: other }
}

/// The lines of a label around the middle that the drawing gives.
fn write_label(svg: &mut String, place: &TextPlace, label: &TextView) {
    let width = place.width.map_or(usize::MAX, |width| (width / (place.size * LETTER)) as usize);
    let lines = wrapped(&label.text, width);
    let first = place.y - (lines.len() - 1) as f64 / 2.0 * place.size * LINE + place.size * 0.36;
    let attributes = &place.attributes;
    write!(svg, "<text{attributes} font-size=\"{}\"{}>", short(place.size), lang_attribute(label))
        .expect("writing to a string cannot fail");
    for (number, line) in lines.iter().enumerate() {
        let y = short(first + number as f64 * place.size * LINE);
        write!(svg, "<tspan x=\"{}\" y=\"{y}\">", short(place.x)).expect("writing to a string cannot fail");
        escape(svg, line);
        svg.push_str("</tspan>");
        // Copied or read out, the lines are one text; a space that is seen would move a line that ends at its place.
        if number + 1 < lines.len() {
            svg.push_str("<tspan font-size=\"0\"> </tspan>");
        }
    }
    svg.push_str("</text>");
}

fn lang_attribute(text: &TextView) -> String {
    text.lang.as_ref().map(|lang| format!(" lang=\"{lang}\"")).unwrap_or_default()
}
