//! What templates see of charts, tables, drawings and revisions.

use serde::Serialize;

use super::CitationView;
use crate::base::{Lang, PartialDate};

/// A text that may be in another language than the page, where it has none in the page's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TextView {
    /// Plain text; may be empty.
    pub text: String,
    /// Its language where that is known and not the page's.
    pub lang: Option<Lang>,
}

/// A chart: its data, and the shapes that show it.
#[derive(Debug, Clone, Serialize)]
pub struct ChartView {
    /// Its id.
    pub id: String,
    /// `bar`, `line` or `share`.
    pub kind: &'static str,
    /// What it shows.
    pub title: TextView,
    /// What there is to see in it: the author's words, else its values; plain text.
    pub description: String,
    /// What its values count.
    pub unit: Option<String>,
    /// The names of several values at each point; empty where there is one.
    pub series: Vec<TextView>,
    /// Its points, and of a share what is left of the whole.
    pub rows: Vec<ChartRowView>,
    /// The shapes.
    pub plot: PlotView,
    /// When it was so.
    pub as_of: Option<PartialDate>,
    /// Where it is known from.
    pub source: Option<CitationView>,
    /// A remark below it.
    pub note: Option<String>,
    /// The route of its data as CSV.
    pub csv: String,
}

/// A point of a chart, as a row of its table.
#[derive(Debug, Clone, Serialize)]
pub struct ChartRowView {
    /// What it stands for.
    pub label: TextView,
    /// The same for machines, where it is a time.
    pub date: Option<PartialDate>,
    /// One for each series, at least one.
    pub cells: Vec<CellView>,
    /// Of a share: its part of the whole, in hundredths: `42%`.
    pub share: Option<String>,
}

/// The shapes of a chart: across in hundredths of its width, down in heights of a letter.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PlotView {
    /// In heights of a letter.
    pub height: String,
    /// Bars, and the parts of a share.
    pub bars: Vec<BarView>,
    /// Where the value zero is, in bars that reach to both sides.
    pub zero: Option<String>,
    /// The lines of a line chart, within the frame from `top` on.
    pub lines: Vec<LineView>,
    /// The places of its values.
    pub dots: Vec<DotView>,
    /// The height of each rule across, in heights of a letter.
    pub rules: Vec<String>,
    /// What stands in the chart.
    pub texts: Vec<PlotTextView>,
    /// Where the frame of the lines begins, in heights of a letter.
    pub top: String,
    /// How high the frame of the lines is, in heights of a letter.
    pub frame: String,
}

/// A bar of a chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BarView {
    /// Its left side.
    pub x: String,
    /// Its top.
    pub y: String,
    /// In hundredths of the chart's width.
    pub width: String,
    /// The number of its colour, from 1 to 6; 0 for the strip that a share lies on.
    pub series: usize,
}

/// A line of a chart: where values are not known it is interrupted.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LineView {
    /// For `points`, in hundredths of the frame both ways.
    pub points: String,
    /// The number of its colour and dashes, from 1 to 6.
    pub series: usize,
}

/// The place of a value in a line chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DotView {
    /// In hundredths of the width.
    pub x: String,
    /// In heights of a letter.
    pub y: String,
    /// The number of its colour, from 1 to 6.
    pub series: usize,
}

/// A text in a chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlotTextView {
    /// In hundredths of the width.
    pub x: String,
    /// The line that it stands on, in heights of a letter.
    pub y: String,
    /// Which part of it stands there: `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// What it is: `label`, `value`, `name` (of a series) or `tick`.
    pub role: &'static str,
    /// Plain text.
    pub text: String,
    /// Its language where that is known and not the page's.
    pub lang: Option<Lang>,
}

/// A table.
#[derive(Debug, Clone, Serialize)]
pub struct TableView {
    /// Its id.
    pub id: String,
    /// What it shows.
    pub caption: TextView,
    /// Its columns.
    pub columns: Vec<ColumnView>,
    /// Its rows, in the author's order.
    pub rows: Vec<TableRowView>,
    /// Whether any row names a source of its own.
    pub sourced: bool,
    /// When it was so.
    pub as_of: Option<PartialDate>,
    /// Where it is known from.
    pub source: Option<CitationView>,
    /// A remark below it.
    pub note: Option<String>,
    /// The route of its data as CSV.
    pub csv: String,
}

/// A column of a table.
#[derive(Debug, Clone, Serialize)]
pub struct ColumnView {
    /// Its id.
    pub id: String,
    /// What stands above it.
    pub label: TextView,
    /// Whether all its cells are numbers, or empty.
    pub numeric: bool,
}

/// A row of a table.
#[derive(Debug, Clone, Serialize)]
pub struct TableRowView {
    /// One for each column.
    pub cells: Vec<CellView>,
    /// Where it is known from.
    pub source: Option<CitationView>,
}

/// A cell of a table, or a value of a chart.
#[derive(Debug, Clone, Serialize)]
pub struct CellView {
    /// `text`, `number`, `date`, or `empty` where nothing is known.
    pub kind: &'static str,
    /// For people; empty where nothing is known.
    pub text: String,
    /// For machines, of numbers and dates.
    pub value: Option<String>,
    /// The language of the text where that is known and not the page's.
    pub lang: Option<Lang>,
}

/// A drawing.
#[derive(Debug, Clone, Serialize)]
pub struct DrawingView {
    /// Its id.
    pub id: String,
    /// What it shows.
    pub title: TextView,
    /// The drawing with its labels: an `<svg>`, safe to write as it is.
    pub svg: String,
    /// Who drew it.
    pub credit: Option<String>,
    /// The source that it follows.
    pub source: Option<CitationView>,
}

/// A section that answers a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionView {
    /// The id of its heading.
    pub id: String,
    /// The heading; plain text.
    pub question: String,
    /// What stands below it; plain text, its paragraphs on lines of their own.
    pub answer: String,
}

/// An entry of the log of revisions.
#[derive(Debug, Clone, Serialize)]
pub struct RevisionView {
    /// When it was.
    pub date: PartialDate,
    /// What was changed; HTML of inline Markdown, safe to write as it is.
    pub text: String,
    /// The language of the text where that is not the page's.
    pub lang: Option<Lang>,
}
