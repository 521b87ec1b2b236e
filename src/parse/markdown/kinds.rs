//! pulldown-cmark's kinds of things, in ours.

use pulldown_cmark::{self as cmark, BlockQuoteKind};

use crate::parse::body::{Alert, Alignment, BlockKind};

pub(super) fn is_inline(tag: &cmark::Tag<'_>) -> bool {
    use cmark::Tag as C;
    matches!(
        tag,
        C::Emphasis | C::Strong | C::Strikethrough | C::Superscript | C::Subscript | C::Link { .. } | C::Image { .. }
    )
}

pub(super) fn is_inline_end(end: cmark::TagEnd) -> bool {
    use cmark::TagEnd as E;
    matches!(end, E::Emphasis | E::Strong | E::Strikethrough | E::Superscript | E::Subscript | E::Link | E::Image)
}

pub(super) fn block_kind(tag: &cmark::Tag<'_>) -> Option<BlockKind> {
    use cmark::Tag as C;
    match tag {
        C::Paragraph => Some(BlockKind::Paragraph),
        C::Heading { .. } => Some(BlockKind::Heading),
        C::CodeBlock(_) => Some(BlockKind::Code),
        C::TableHead | C::TableRow => Some(BlockKind::Row),
        C::DefinitionListTitle => Some(BlockKind::Title),
        _ => None,
    }
}

pub(super) fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

pub(super) fn alignment(alignment: cmark::Alignment) -> Alignment {
    match alignment {
        cmark::Alignment::None => Alignment::None,
        cmark::Alignment::Left => Alignment::Left,
        cmark::Alignment::Center => Alignment::Center,
        cmark::Alignment::Right => Alignment::Right,
    }
}
