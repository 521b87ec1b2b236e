//! The site's strings, by the rules that need words only. Their variables and tags are compared in `locale`.

use std::collections::BTreeMap;

use super::prose::Prose;
use super::{Services, Side, What, alone, unchanged};
use crate::base::Lang;
use crate::diag::Diagnostic;
use crate::locale::MessageText;

/// Checks the texts of messages, those of one message after another; `texts` are of all languages.
pub fn check(services: &Services<'_>, texts: &[MessageText]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut by_key: BTreeMap<(&str, usize), BTreeMap<&Lang, &MessageText>> = BTreeMap::new();
    for text in texts {
        alone(&side(text), &mut diagnostics);
        by_key.entry((&text.key, text.number)).or_default().insert(&text.lang, text);
    }
    for twins in by_key.values() {
        let mut present = services.site.languages().iter().filter_map(|lang| twins.get(lang));
        let Some(first) = present.next() else { continue };
        for other in present {
            let twins = super::Twins { services, page: None, sides: [side(first), side(other)] };
            unchanged::check(&twins, &mut diagnostics);
        }
    }
    diagnostics
}

fn side(text: &MessageText) -> Side<'_> {
    let pieces = text.pieces.iter().map(|piece| (piece.text.as_str(), piece.span));
    let prose = Prose::of_pieces(pieces);
    Side { lang: &text.lang, path: &text.path, span: text.span, what: What::Message, prose, block: None }
}
