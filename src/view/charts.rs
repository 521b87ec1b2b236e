//! Charts for one reader: values by the rules of the language, shapes, and the same data as CSV.

use super::context::Context;
use super::data_views::{CellView, ChartRowView, ChartView, TextView};
use super::figures::Numbering;
use super::plot::{self, Drawable, short};
use crate::base::{Lang, LocalText};
use crate::locale::DateStyle;
use crate::parse::body::Format;
use crate::parse::front::{Chart, ChartKind, FigureValue, Point, PointLabel};
use crate::resolve::Page;
use crate::text::{CsvCell, Number, csv_data};

/// How many values a description made of them tells.
const DESCRIBED: usize = 12;

/// A chart of a page.
pub(super) fn view(
    context: &Context<'_>,
    page: &Page,
    lang: &Lang,
    (id, chart): (&str, &Chart),
    numbering: &Numbering,
) -> ChartView {
    let points = in_order(chart);
    let rows = rows(context, page, lang, chart, &points);
    let series: Vec<TextView> = chart.series.iter().map(|name| text(context, lang, name)).collect();
    let own = |text: &LocalText| text.get(lang).map(str::to_owned);
    ChartView {
        id: id.to_owned(),
        kind: chart.kind.name(),
        title: text(context, lang, &chart.title),
        description: own(&chart.description).unwrap_or_else(|| described(context, lang, &rows, &series)),
        unit: own(&chart.unit),
        plot: shapes(context, page, lang, chart, &points, (&rows, &series)),
        rows,
        series,
        as_of: chart.as_of,
        source: chart.source.as_ref().and_then(|source| numbering.view(context, lang, &source.value)),
        note: own(&chart.note),
        csv: page.data_route(lang, id).map(|route| route.encoded()).unwrap_or_default(),
    }
}

/// A text for a reader of `lang`, else in another language and marked as such.
pub(super) fn text(context: &Context<'_>, lang: &Lang, local: &LocalText) -> TextView {
    let (text, other) = local.get_or(lang, context.site.languages()).unwrap_or_default();
    TextView { text: text.to_owned(), lang: other.cloned() }
}

/// The points of a line chart in order of time, if all of them have one; else as written.
fn in_order(chart: &Chart) -> Vec<&Point> {
    let mut points: Vec<&Point> = chart.points.iter().collect();
    if chart.kind == ChartKind::Line && points.iter().all(|point| matches!(point.label, PointLabel::Date(_))) {
        points.sort_by_key(|point| match point.label {
            PointLabel::Date(date) => Some(date),
            PointLabel::Text(_) => None,
        });
    }
    points
}

fn rows(context: &Context<'_>, page: &Page, lang: &Lang, chart: &Chart, points: &[&Point]) -> Vec<ChartRowView> {
    let whole = page.shared.chart_total(chart);
    let share = |number: Option<&Number>| {
        let (number, whole) = (number?.to_f64(), whole.filter(|whole| *whole > 0.0)?);
        let hundredths = Number::from_f64((number / whole * 1000.0).round() / 10.0)?;
        (chart.kind == ChartKind::Share).then(|| context.language(lang).formats.percent(&hundredths))
    };
    let row = |point: &&Point| {
        let (label, date) = match &point.label {
            PointLabel::Text(local) => (text(context, lang, local), None),
            PointLabel::Date(date) => {
                (TextView { text: context.date(lang, *date, DateStyle::Long), lang: None }, Some(*date))
            }
        };
        let number = |at: usize| page.shared.number(&point.values[at].value);
        let cells = (0..point.values.len()).map(|at| number_cell(context, lang, number(at), chart.format)).collect();
        ChartRowView { label, date, cells, share: share(number(0)) }
    };
    let mut rows: Vec<ChartRowView> = points.iter().map(row).collect();
    if let Some(rest) = page.shared.chart_rest(chart) {
        let label = match chart.rest.is_empty() {
            true => TextView { text: context.message(lang, "chart-rest", &[]), lang: None },
            false => text(context, lang, &chart.rest),
        };
        let cells = vec![number_cell(context, lang, Some(&rest), chart.format)];
        rows.push(ChartRowView { label, date: None, cells, share: share(Some(&rest)) });
    }
    rows
}

/// A number as a cell; `None` is not known.
pub(super) fn number_cell(context: &Context<'_>, lang: &Lang, number: Option<&Number>, format: Format) -> CellView {
    match number {
        Some(number) => CellView {
            kind: "number",
            text: context.figure_text(lang, &FigureValue::Number(number.clone()), format),
            value: Some(number.to_string()),
            lang: None,
        },
        None => CellView { kind: "empty", text: String::new(), value: None, lang: None },
    }
}

/// The values in words, for readers who do not see the chart: what its author has not described.
fn described(context: &Context<'_>, lang: &Lang, rows: &[ChartRowView], series: &[TextView]) -> String {
    let missing = context.message(lang, "value-missing", &[]);
    let value = |cell: &CellView| if cell.text.is_empty() { missing.clone() } else { cell.text.clone() };
    let row = |row: &ChartRowView| {
        let values: Vec<String> = match series {
            [] => row.cells.iter().map(value).collect(),
            _ => series.iter().zip(&row.cells).map(|(name, cell)| format!("{} {}", name.text, value(cell))).collect(),
        };
        format!("{}: {}", row.label.text, values.join(", "))
    };
    let mut told: Vec<String> = rows.iter().take(DESCRIBED).map(row).collect();
    if rows.len() > DESCRIBED {
        told.push("…".to_owned());
    }
    told.join("; ")
}

fn shapes(
    context: &Context<'_>,
    page: &Page,
    lang: &Lang,
    chart: &Chart,
    points: &[&Point],
    (rows, series): (&[ChartRowView], &[TextView]),
) -> super::data_views::PlotView {
    let number = |cell: &CellView| cell.value.as_ref().and_then(|value| value.parse::<f64>().ok());
    let direction = lang.direction();
    if chart.kind == ChartKind::Share {
        let parts: Vec<f64> = rows.iter().map(|row| number(&row.cells[0]).unwrap_or(0.0).max(0.0)).collect();
        let total = page.shared.chart_total(chart).unwrap_or(0.0).max(parts.iter().sum());
        return plot::shares(&parts, if total > 0.0 { total } else { 1.0 }, direction);
    }
    let missing = context.message(lang, "value-missing", &[]);
    let places = places(points);
    let drawable = |(row, at): (&ChartRowView, &f64)| Drawable {
        label: row.label.clone(),
        at: *at,
        values: row
            .cells
            .iter()
            .map(|cell| (number(cell), if cell.text.is_empty() { missing.clone() } else { cell.text.clone() }))
            .collect(),
    };
    let drawables: Vec<Drawable> = rows.iter().zip(&places).map(drawable).collect();
    match chart.kind {
        ChartKind::Line => plot::lines(&drawables, &|value| {
            let number = short(value).parse().unwrap_or_else(|_| Number::from(value as i64));
            context.figure_text(lang, &FigureValue::Number(number), chart.format)
        }),
        _ => {
            let whole = (chart.format == Format::Percent).then_some(100.0);
            plot::bars(&drawables, series, whole, direction)
        }
    }
}

/// Where each point stands between the first and the last: by time if all have one, else at equal distances.
fn places(points: &[&Point]) -> Vec<f64> {
    let day = |point: &&Point| match point.label {
        PointLabel::Date(date) => {
            let (month, day) = (date.month.unwrap_or(1), date.day.unwrap_or(1));
            Some(f64::from(date.year) * 372.0 + f64::from(month) * 31.0 + f64::from(day))
        }
        PointLabel::Text(_) => None,
    };
    let days: Option<Vec<f64>> = points.iter().map(day).collect();
    let last = (points.len().max(2) - 1) as f64;
    match days.as_deref() {
        Some([first, .., end]) if end > first => {
            days.iter().flatten().map(|day| (day - first) / (end - first)).collect()
        }
        _ => (0..points.len()).map(|number| number as f64 / last).collect(),
    }
}

/// The data of a chart as CSV.
pub(super) fn csv(context: &Context<'_>, page: &Page, lang: &Lang, chart: &Chart) -> String {
    let points = in_order(chart);
    let rows = rows(context, page, lang, chart, &points);
    let are_dates = rows.iter().all(|row| row.date.is_some());
    let first = context.message(lang, if are_dates { "chart-time" } else { "chart-item" }, &[]);
    let mut names: Vec<String> = chart.series.iter().map(|name| text(context, lang, name).text).collect();
    if names.is_empty() {
        let unit = chart.unit.get(lang).map(str::to_owned);
        names.push(unit.unwrap_or_else(|| context.message(lang, "chart-value", &[])));
    }
    let names: Vec<CsvCell<'_>> = std::iter::once(&first).chain(&names).map(|name| CsvCell::Text(name)).collect();
    let mut out = csv_data(&names);
    for row in &rows {
        let date = row.date.map(|date| date.to_string());
        let label = date.as_deref().map_or(CsvCell::Text(&row.label.text), CsvCell::Exact);
        let values = row.cells.iter().map(|cell| CsvCell::Exact(cell.value.as_deref().unwrap_or_default()));
        out.push_str(&csv_data(&std::iter::once(label).chain(values).collect::<Vec<_>>()));
    }
    out
}
