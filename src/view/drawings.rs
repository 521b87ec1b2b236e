//! Drawings for one reader: the shapes with their labels in the reader's language.

use std::fmt::Write as _;

use super::charts::text;
use super::context::Context;
use super::data_views::{DrawingView, TextView};
use super::figures::Numbering;
use super::html::escape;
use super::plot::{short, wrapped};
use crate::base::Lang;
use crate::parse::drawing::{Piece, TextPlace};
use crate::resolve::Drawn;

/// The width of a letter, by its height: that of wide sans-serif faces, so that lines rather break early.
const LETTER: f64 = 0.56;
/// The height of a line, by that of a letter: stacked marks need it.
const LINE: f64 = 1.35;

/// A drawing.
pub(super) fn view(
    context: &Context<'_>,
    lang: &Lang,
    (id, drawn): (&str, &Drawn),
    numbering: &Numbering,
) -> DrawingView {
    let Drawn { drawing, text: says } = drawn;
    let title = text(context, lang, &says.title);
    let description = text(context, lang, &says.description);
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
                let label = says.labels.get(&place.label).map(|label| text(context, lang, &label.value));
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
        // Read out, the lines are one text.
        svg.push_str(if number + 1 < lines.len() { " </tspan>" } else { "</tspan>" });
    }
    svg.push_str("</text>");
}

fn lang_attribute(text: &TextView) -> String {
    text.lang.as_ref().map(|lang| format!(" lang=\"{lang}\"")).unwrap_or_default()
}
