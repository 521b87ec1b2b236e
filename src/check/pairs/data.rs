//! The texts of data, each language of one by itself and beside the others.
//!
//! What two languages say differently is not told once a person has agreed on both and neither has moved since.

use super::prose::Prose;
use super::{Services, Side, Twins, What, alone, compare};
use crate::base::{Lang, Span};
use crate::diag::Diagnostic;
use crate::parse::{self, body::Body};
use crate::resolve::{DataFile, Page, Site};
use crate::translation::{DataPair, DataSide, DataText, State};

/// The texts of the files of data that belong to a page; without one, of those that belong to none.
pub(super) fn check(site: &Site, services: &Services<'_>, page: Option<&Page>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for file in site.data.files.values().filter(|file| file.page.as_ref() == page.map(|page| &page.path)) {
        diagnostics.extend(of_file(site, services, page, file));
    }
    diagnostics
}

/// The texts of one file.
fn of_file(site: &Site, services: &Services<'_>, page: Option<&Page>, file: &DataFile) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let texts = file.texts();
    for text in &texts {
        for (lang, side) in &text.sides {
            alone(&text_side(file, text, lang, side), &mut diagnostics);
        }
    }
    for langs in file.lang_pairs() {
        for pair in file.pairs(site, &texts, langs) {
            compared(services, page, file, &pair, langs, &mut diagnostics);
        }
    }
    diagnostics
}

fn compared(
    services: &Services<'_>,
    page: Option<&Page>,
    file: &DataFile,
    pair: &DataPair<'_>,
    langs: [&Lang; 2],
    out: &mut Vec<Diagnostic>,
) {
    if let [Some(a), Some(b)] = pair.sides
        && pair.state != State::Agreed
    {
        let sides = [text_side(file, pair.text, langs[0], a), text_side(file, pair.text, langs[1], b)];
        compare(&Twins { services, page, sides }, out);
    }
}

/// The errors of a text that stand in the way of an agreement, with the site's own levels; empty if none do.
pub fn text_errors(
    services: &Services<'_>,
    site: &Site,
    file: &DataFile,
    pair: &DataPair<'_>,
    langs: [&Lang; 2],
) -> Vec<Diagnostic> {
    let page = file.page.as_ref().and_then(|page| site.pages.get(page));
    let mut found = Vec::new();
    compared(services, page.map(|page| &**page), file, pair, langs, &mut found);
    let found = services.site.config.apply_levels(found);
    found.into_iter().filter(Diagnostic::is_error).collect()
}

/// The last keys of the texts that are sentences.
const SENTENCES: [&str; 5] = ["text", "note", "description", "caption", "lead"];

fn text_side<'a>(file: &'a DataFile, text: &'a DataText, lang: &'a Lang, side: &'a DataSide) -> Side<'a> {
    let source = &file.source.text;
    let last = text.shape.rsplit('.').next().unwrap_or_default();
    let prose = match text.is_markdown() {
        true => Prose::of_text(&words(&parse::short(&file.source.path, &side.value, lang))),
        false => Prose::of_value(&side.value, side.span, source),
    };
    let what = if SENTENCES.contains(&last) { What::Text } else { What::Label };
    let end = side.span.start as usize + side.span.text(source).trim_end().len();
    let span = Span::new(side.span.start as usize..end);
    Side { lang, path: &file.source.path, span, what, prose, block: None }
}

/// What a text in Markdown says, without markup.
fn words(body: &Body) -> String {
    body.plain(0..body.end())
}
