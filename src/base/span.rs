//! A place in a source text, and the way from byte offsets to lines and columns.

use std::ops::Range;

/// A half-open range of bytes in one source text, both ends on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte, from 0.
    pub start: u32,
    /// The byte after the last, from 0.
    pub end: u32,
}

impl Span {
    /// The span of `range`; sources are capped far below 4 GiB, so offsets fit.
    pub fn new(range: Range<usize>) -> Span {
        let offset = |at: usize| u32::try_from(at).expect("a source is smaller than 4 GiB");
        Span { start: offset(range.start), end: offset(range.end) }
    }

    /// The range in bytes.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The same span in a text that has `offset` more bytes before it.
    pub fn shifted(self, offset: usize) -> Span {
        let range = self.range();
        Span::new(range.start + offset..range.end + offset)
    }

    /// The text that the span covers; empty if the span does not lie in `text`.
    pub fn text(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }
}

/// A place as editors show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// From 1.
    pub line: u32,
    /// From 1, in Unicode scalar values.
    pub column: u32,
}

/// Where the lines of a text start, to turn offsets into lines.
#[derive(Debug, Clone)]
pub struct LineIndex {
    /// Byte offsets of line starts; sorted, never empty.
    starts: Vec<u32>,
}

impl LineIndex {
    /// Reads the line starts of `text`. A line ends with `\n`.
    pub fn new(text: &str) -> LineIndex {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1);
        LineIndex { starts: std::iter::once(0).chain(ends).collect() }
    }

    /// The line and column of the byte at `offset` of the same `text`; past its end, the end's.
    pub fn line_column(&self, text: &str, offset: usize) -> LineColumn {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|start| *start as usize <= offset);
        let start = self.starts[line - 1] as usize;
        LineColumn { line: line as u32, column: text[start..offset].chars().count() as u32 + 1 }
    }

    /// The byte offset of a line and column, both from 1; `None` if the text has no such line.
    pub fn offset(&self, text: &str, at: LineColumn) -> Option<usize> {
        let start = *self.starts.get(at.line.checked_sub(1)? as usize)? as usize;
        let column = at.column.saturating_sub(1) as usize;
        let line = &text[start..];
        Some(line.char_indices().nth(column).map_or(text.len(), |(byte, _)| start + byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_start_at_one() {
        let text = "một\nhai ba";
        let index = LineIndex::new(text);
        let at = text.find("ba").expect("in the text");
        assert_eq!(index.line_column(text, at), LineColumn { line: 2, column: 5 });
        assert_eq!(index.line_column(text, 999), LineColumn { line: 2, column: 7 });
        assert_eq!(index.offset(text, LineColumn { line: 2, column: 5 }), Some(at));
        assert_eq!(index.offset(text, LineColumn { line: 3, column: 1 }), None);
    }
}
