//! Diagnostics for people: the text of a terminal, with an excerpt of the source.

use std::collections::BTreeMap;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::{Diagnostic, Location, Place, Severity};
use crate::base::{LineColumn, LineIndex, SourcePath};

/// Source texts and their line starts, found when they are needed.
pub struct Places<'a> {
    text_of: &'a dyn Fn(&SourcePath) -> Option<Arc<str>>,
    known: BTreeMap<SourcePath, Option<(Arc<str>, LineIndex)>>,
}

impl<'a> Places<'a> {
    /// Places in the texts that `text_of` finds.
    pub fn new(text_of: &'a dyn Fn(&SourcePath) -> Option<Arc<str>>) -> Places<'a> {
        Places { text_of, known: BTreeMap::new() }
    }

    /// The line and column of a location; `None` for a file as a whole.
    pub fn line_column(&mut self, location: &Location) -> Option<LineColumn> {
        match location.place {
            Place::File => None,
            Place::At { line, column } => Some(LineColumn { line, column }),
            Place::Span(span) => {
                let (text, index) = self.source(&location.path)?;
                Some(index.line_column(text, span.start as usize))
            }
        }
    }

    fn source(&mut self, path: &SourcePath) -> Option<(&Arc<str>, &LineIndex)> {
        let entry = self.known.entry(path.clone()).or_insert_with(|| {
            let text = (self.text_of)(path)?;
            let index = LineIndex::new(&text);
            Some((text, index))
        });
        entry.as_ref().map(|(text, index)| (text, index))
    }
}

/// The text of one diagnostic, without a line break at its end.
///
/// `colour` puts ANSI escapes in; the text is the same without them.
pub fn text(diagnostic: &Diagnostic, places: &mut Places<'_>, colour: bool) -> String {
    let Diagnostic { code, severity, message, location, hint, related, fix: _ } = diagnostic;
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mut group =
        level.primary_title(message.as_str()).id(code.name()).elements(Vec::<annotate_snippets::Element<'_>>::new());
    let mut sources = Vec::new();
    for (location, label) in
        location.iter().map(|location| (location, None)).chain(related.iter().map(|(l, label)| (l, Some(label))))
    {
        sources.push(excerpt(location, label.map(String::as_str), places));
    }
    for (at, (excerpt, label)) in sources.iter().enumerate() {
        group = match excerpt {
            Excerpt::Lines { path, text, range, line } => {
                let kind = if at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
                let mut mark = kind.span(range.clone());
                if let Some(label) = label {
                    mark = mark.label(label.as_str());
                }
                group.element(Snippet::source(text.as_str()).path(path.as_str()).line_start(*line).annotation(mark))
            }
            Excerpt::Place(origin) => {
                let group = group.element(annotate_snippets::Origin::path(origin.as_str()));
                match label {
                    Some(label) => group.element(Level::NOTE.message(label.as_str())),
                    None => group,
                }
            }
        };
    }
    if let Some(hint) = hint {
        group = group.element(Level::HELP.with_name("hint").message(hint.as_str()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let rendered = renderer.render(&[group]);
    if sources.is_empty() { without_bar(&rendered) } else { rendered }
}

/// The renderer puts a line with a bar alone between a title and its hint; without an excerpt it stands for nothing.
fn without_bar(rendered: &str) -> String {
    let is_bar = |line: &&str| line.ends_with('|') || line.ends_with("|\u{1b}[0m");
    let lines: Vec<&str> = rendered.lines().filter(|line| !is_bar(line)).collect();
    lines.join("\n")
}

/// What is shown of a place.
enum Excerpt {
    /// The lines around it, the range to mark in them, and the number of their first line.
    Lines { path: String, text: String, range: std::ops::Range<usize>, line: usize },
    /// Its name only: `content/a.vi.md:3:1`.
    Place(String),
}

/// The longest line of which a part is shown, in bytes: paragraphs are lines. One beyond this is named, not shown.
const LONGEST_LINE: usize = 20_000;

fn excerpt(location: &Location, label: Option<&str>, places: &mut Places<'_>) -> (Excerpt, Option<String>) {
    let path = location.path.as_str();
    let label = label.map(str::to_owned);
    let named = |at: Option<LineColumn>| match at {
        Some(LineColumn { line, column }) => Excerpt::Place(format!("{path}:{line}:{column}")),
        None => Excerpt::Place(path.to_owned()),
    };
    let at = places.line_column(location);
    let Place::Span(span) = location.place else {
        return (named(at), label);
    };
    let Some((text, index)) = places.source(&location.path) else {
        return (named(at), label);
    };
    let at = index.line_column(text, span.start as usize);
    let start = (span.start as usize).min(text.len());
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
    if line_end - line_start > LONGEST_LINE {
        return (named(Some(at)), label);
    }
    let end = (span.end as usize).clamp(start, line_end);
    let excerpt = Excerpt::Lines {
        path: path.to_owned(),
        text: text[line_start..line_end].to_owned(),
        range: start - line_start..end - line_start,
        line: at.line as usize,
    };
    (excerpt, label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;
    use crate::diag::Code;

    #[test]
    fn a_diagnostic_shows_the_line_the_place_and_the_way_out() {
        let path = SourcePath::new("content/a.vi.md");
        let source: Arc<str> = "# Mở đầu\n\nXem [kế hoạch](ke-hoach.md).\n".into();
        let find = |_: &SourcePath| Some(source.clone());
        let at = source.find("ke-hoach").expect("in the text");
        let diagnostic = Diagnostic::new(Code::LinkBroken, "there is no page `ke-hoach.md`")
            .at(&path, Span::new(at..at + 11))
            .hint("did you mean `ke-hoach-2023.md`?");
        let shown = text(&diagnostic, &mut Places::new(&find), false);
        assert_eq!(
            shown,
            "error[link-broken]: there is no page `ke-hoach.md`\n \
             --> content/a.vi.md:3:16\n  |\n\
             3 | Xem [kế hoạch](ke-hoach.md).\n  |                ^^^^^^^^^^^\n  |\n  \
             = hint: did you mean `ke-hoach-2023.md`?"
        );
    }
}
