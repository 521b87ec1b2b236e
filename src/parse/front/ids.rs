//! The ids of what shared data defines: figures, charts, tables and their columns.

use crate::config::yaml::{Key, Reader};

/// What an id stands for.
#[derive(Debug, Clone, Copy)]
pub(super) enum DataKind {
    Figure,
    Chart,
    Table,
    Column,
    Label,
}

impl DataKind {
    fn name(self) -> &'static str {
        match self {
            DataKind::Figure => "a figure",
            DataKind::Chart => "a chart",
            DataKind::Table => "a table",
            DataKind::Column => "a column",
            DataKind::Label => "a label",
        }
    }
}

/// Whether a text can be an id: ASCII letters, digits, `_` and `-`, beginning with a letter or `_`.
pub(crate) fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
}

/// Whether a key can be an id; reports it if not.
pub(super) fn is_id(reader: &mut Reader<'_>, key: &Key, kind: DataKind) -> bool {
    let good = is_name(&key.name);
    if !good {
        let message = format!("`{}` is not an id for {}", key.name, kind.name());
        reader.invalid::<()>(key.span, message, Some("use ASCII letters, digits, `_` and `-`"));
    }
    good
}
