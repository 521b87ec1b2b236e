//! Reads `charts:`: what a chart shows, as it is typed.
//!
//! Enters: YAML nodes. Leaves: charts with their data in the order of the file. Never here: the values of figures
//! that the data names, and whether a chart can be drawn of them (`check` says that), shapes.

use std::collections::BTreeMap;

use super::ids::{DataKind, is_id};
use crate::base::{LocalText, PartialDate, Span};
use crate::config::KeyScope;
use crate::config::yaml::{Key, Node, Placed, Reader, Yaml};
use crate::parse::body::Format;
use crate::text::Number;

/// The most points that a chart may have: more than can be told apart.
const MOST_POINTS: usize = 400;
/// The most values side by side at one point: as many as there are colours and marks.
const MOST_SERIES: usize = 6;

/// A chart: typed once, labelled in every language.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// How it is drawn.
    pub kind: ChartKind,
    /// What it shows; stands above it.
    pub title: LocalText,
    /// What there is to see in it, for those who do not see it.
    pub description: LocalText,
    /// What the values count.
    pub unit: LocalText,
    /// How the values are written.
    pub format: Format,
    /// The names of several values at each point; empty where there is one.
    pub series: Vec<LocalText>,
    /// In the order of the file; not empty.
    pub points: Vec<Point>,
    /// Of a share: the whole; the sum of the values where it is left out.
    pub total: Option<Placed<PointValue>>,
    /// Of a share: the name of what is left of the whole.
    pub rest: LocalText,
    /// When it was so.
    pub as_of: Option<PartialDate>,
    /// The id of its source.
    pub source: Option<Placed<String>>,
    /// A remark below it.
    pub note: LocalText,
    /// Where its id stands.
    pub span: Span,
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// A bar for each value, one below the other.
    Bar,
    /// A line from value to value, over time.
    Line,
    /// The parts of a whole.
    Share,
}

impl ChartKind {
    /// The words in front matter, views and class names.
    pub const NAMES: &'static [(&'static str, ChartKind)] =
        &[("bar", ChartKind::Bar), ("line", ChartKind::Line), ("share", ChartKind::Share)];

    /// The word in front matter, views and class names.
    pub fn name(self) -> &'static str {
        match self {
            ChartKind::Bar => "bar",
            ChartKind::Line => "line",
            ChartKind::Share => "share",
        }
    }
}

/// A point of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// What it stands for.
    pub label: PointLabel,
    /// As many as the chart has series, at least one.
    pub values: Vec<Placed<PointValue>>,
}

/// What a point stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum PointLabel {
    /// A name.
    Text(LocalText),
    /// A time.
    Date(PartialDate),
}

/// A value of a chart.
#[derive(Debug, Clone, PartialEq)]
pub enum PointValue {
    /// A number.
    Number(Number),
    /// The page's figure of that id.
    Figure(String),
    /// Not known.
    Missing,
}

/// Reads all charts of a page.
pub(super) fn charts(reader: &mut Reader<'_>, node: &Node) -> BTreeMap<String, Chart> {
    let mut charts = BTreeMap::new();
    for (key, value) in reader.map("charts", node) {
        if is_id(reader, key, DataKind::Chart)
            && let Some(chart) = chart(reader, key, value)
        {
            charts.insert(key.name.clone(), chart);
        }
    }
    charts
}

fn chart(reader: &mut Reader<'_>, key: &Key, node: &Node) -> Option<Chart> {
    let mut chart = Chart {
        kind: ChartKind::Bar,
        title: LocalText::default(),
        description: LocalText::default(),
        unit: LocalText::default(),
        format: Format::Auto,
        series: Vec::new(),
        points: Vec::new(),
        total: None,
        rest: LocalText::default(),
        as_of: None,
        source: None,
        note: LocalText::default(),
        span: key.span,
    };
    let mut kind = None;
    let mut data = None;
    for (entry, value) in reader.map(&key.name, node) {
        let name = entry.name.as_str();
        match name {
            "kind" => kind = Some(reader.word(name, value, ChartKind::NAMES)),
            "title" => chart.title = reader.local_text(name, value).unwrap_or_default(),
            "description" => chart.description = reader.local_text(name, value).unwrap_or_default(),
            "unit" => chart.unit = reader.local_text(name, value).unwrap_or_default(),
            "format" => chart.format = reader.word(name, value, Format::NAMES).map_or(Format::Auto, |word| word.value),
            "series" => chart.series = series(reader, value),
            "data" => data = Some(value),
            "total" => chart.total = point_value(reader, value),
            "rest" => chart.rest = reader.local_text(name, value).unwrap_or_default(),
            "as_of" => chart.as_of = reader.date(name, value).map(|date| date.value),
            "source" => chart.source = reader.text(name, value),
            "note" => chart.note = reader.local_text(name, value).unwrap_or_default(),
            _ => reader.unknown_key(entry, &KeyScope::Chart.names()),
        }
    }
    let is_whole = complete(reader, key, &chart, kind.is_some(), data.is_some());
    // Points are read also where something else is missing, so that all is told at once.
    let points = data.and_then(|data| points(reader, data, chart.series.len().max(1)));
    chart.kind = kind.flatten().map(|kind| kind.value)?;
    chart.points = points.filter(|_| is_whole)?;
    shared_rules(reader, &chart)?;
    Some(chart)
}

/// Whether a chart has what it cannot do without; says what it lacks.
fn complete(reader: &mut Reader<'_>, key: &Key, chart: &Chart, has_kind: bool, has_data: bool) -> bool {
    let mut lacks = Vec::new();
    if !has_kind {
        lacks.push("`kind: bar`, `line` or `share`");
    }
    if chart.title.is_empty() {
        lacks.push("`title: {vi: …, en: …}`");
    }
    if !has_data {
        lacks.push("`data: [{label: …, value: …}]`");
    }
    if !lacks.is_empty() {
        let message = format!("the chart `{}` is not complete", key.name);
        reader.invalid::<()>(key.span, message, Some(&format!("add {}", lacks.join("; "))));
    }
    lacks.is_empty()
}

/// What a kind of chart cannot have.
fn shared_rules(reader: &mut Reader<'_>, chart: &Chart) -> Option<()> {
    if chart.kind == ChartKind::Share && !chart.series.is_empty() {
        let hint = "write one `value` for each part, or choose `kind: bar`";
        return reader.invalid(chart.span, "a chart of shares shows one whole, not several series", Some(hint));
    }
    if chart.kind != ChartKind::Share
        && let Some(total) = &chart.total
    {
        return reader.invalid(total.span, "`total` belongs to a chart of shares", Some("remove it"));
    }
    Some(())
}

fn series(reader: &mut Reader<'_>, node: &Node) -> Vec<LocalText> {
    let names: Vec<LocalText> =
        reader.list("series", node).iter().filter_map(|name| reader.local_text("series", name)).collect();
    if names.len() > MOST_SERIES {
        let message = format!("a chart of {} series; the limit is {MOST_SERIES}", names.len());
        reader.invalid::<()>(node.span, message, Some("divide it into several charts, or use a table"));
    }
    names.into_iter().take(MOST_SERIES).collect()
}

fn points(reader: &mut Reader<'_>, node: &Node, width: usize) -> Option<Vec<Point>> {
    let items = reader.list("data", node);
    if items.is_empty() {
        return reader.invalid(
            node.span,
            "a chart without data",
            Some("write `- {label: …, value: …}` for each point"),
        );
    }
    if items.len() > MOST_POINTS {
        let message = format!("a chart of {} points; the limit is {MOST_POINTS}", items.len());
        return reader.invalid(node.span, message, Some("show fewer of them, or use a table"));
    }
    let read: Vec<Option<Point>> = items.iter().map(|item| point(reader, item, width)).collect();
    // A chart that lacks one of its points would tell something else.
    read.into_iter().collect()
}

fn point(reader: &mut Reader<'_>, node: &Node, width: usize) -> Option<Point> {
    let hint = "write `- {label: 2024, value: 12}`; where the value is not known, `value: null`";
    if !matches!(node.value, Yaml::Map(_)) {
        return reader.invalid(node.span, "a point of a chart is a map of keys", Some(hint));
    }
    let (mut label, mut values) = (None, None);
    let (mut has_label, mut has_value) = (false, false);
    for (key, value) in reader.map("data", node) {
        match key.name.as_str() {
            "label" => (label, has_label) = (point_label(reader, value), true),
            "value" => (values, has_value) = (point_values(reader, value, width), true),
            _ => reader.unknown_key(key, &KeyScope::Point.names()),
        }
    }
    if !has_label || !has_value {
        return reader.invalid(node.span, "a point needs a `label` and a `value`", Some(hint));
    }
    Some(Point { label: label?, values: values? })
}

fn point_label(reader: &mut Reader<'_>, node: &Node) -> Option<PointLabel> {
    let date = match &node.value {
        Yaml::Text(text) | Yaml::Number(text) => text.parse().ok(),
        _ => None,
    };
    match date {
        Some(date) => Some(PointLabel::Date(date)),
        None => reader.local_text("label", node).map(PointLabel::Text),
    }
}

fn point_values(reader: &mut Reader<'_>, node: &Node, width: usize) -> Option<Vec<Placed<PointValue>>> {
    let values: Vec<Option<Placed<PointValue>>> = match &node.value {
        Yaml::List(items) => items.iter().map(|item| point_value(reader, item)).collect(),
        _ => vec![point_value(reader, node)],
    };
    let values: Vec<Placed<PointValue>> = values.into_iter().collect::<Option<_>>()?;
    if values.len() != width {
        let message = format!("{} where the chart has {}", count(values.len(), "value"), count(width, "series"));
        let hint = "write as many values as `series` has names, `null` for one that is not known";
        return reader.invalid(node.span, message, Some(hint));
    }
    Some(values)
}

fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 || what == "series" { "" } else { "s" };
    format!("{number} {what}{plural}")
}

fn point_value(reader: &mut Reader<'_>, node: &Node) -> Option<Placed<PointValue>> {
    let hint = "write a number such as 1048 or 8.6, the id of a figure, or `null` where the value is not known";
    let value = match &node.value {
        Yaml::Number(text) => text.parse().ok().map(PointValue::Number),
        Yaml::Null => Some(PointValue::Missing),
        Yaml::Text(text) if super::ids::is_name(text) => Some(PointValue::Figure(text.clone())),
        _ => None,
    };
    match value {
        Some(value) => Some(Placed { value, span: node.span }),
        None => reader.invalid(node.span, "a value of a chart is a number or the id of a figure", Some(hint)),
    }
}
