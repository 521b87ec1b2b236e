//! Charts, tables and drawings that components name, and whether the values of a chart can be drawn:
//! `data-unknown`, `figure-unknown`, `chart-invalid`; key figures that readers could not place: `figure-incomplete`.

use std::collections::BTreeSet;

use crate::base::{SourcePath, Span};
use crate::config::yaml::{Placed, quoted};
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::parse::body::ComponentUse;
use crate::parse::drawing::{TextPart, text_parts};
use crate::parse::front::{Chart, ChartKind, PointValue};
use crate::resolve::{Drawn, Page, Site};
use crate::text::Number;

/// The largest number that a chart can show as it is: more digits do not fit beside it.
const LARGEST: f64 = 1e15;

pub(super) fn check(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for edition in page.editions.values() {
        let path = &edition.document.path;
        for call in &edition.document.body.components {
            diagnostics.extend(unknown(site, page, path, call));
        }
    }
    incomplete_figures(page, &mut diagnostics);
    if let Some(path) = page.shared.found_in.get("charts") {
        for (id, chart) in &page.shared.charts {
            diagnostics.extend(chart_problems(page, (id, chart)).into_iter().map(|problem| problem.at_path(path)));
        }
    }
    diagnostics
}

/// A component of the theme that names what does not exist.
fn unknown(site: &Site, page: &Page, path: &SourcePath, call: &ComponentUse) -> Vec<Diagnostic> {
    let data = &page.shared;
    if call.name == "key_figures" {
        return unknown_key_figures(page, path, call);
    }
    let (argument, what, known): (_, _, Vec<&str>) = match call.name.as_str() {
        "chart" => ("id", "chart", data.charts.keys().map(String::as_str).collect()),
        "table" => ("id", "table", data.tables.keys().map(String::as_str).collect()),
        "drawing" => ("id", "drawing", site.drawings.keys().map(String::as_str).collect()),
        _ => return Vec::new(),
    };
    let given = call.arguments.iter().find(|given| given.name == argument);
    let Some((name, span)) = given.and_then(|given| Some((given.value.as_str()?, given.span))) else {
        return Vec::new();
    };
    if let Some(drawn) = site.drawings.get(name).filter(|_| what == "drawing") {
        return unknown_figures(page, (name, drawn), path, span);
    }
    if known.contains(&name) {
        return Vec::new();
    }
    let hint = did_you_mean(name, known.iter().copied()).unwrap_or_else(|| match (what, known.is_empty()) {
        ("drawing", true) => format!("draw it in `content/drawings/{name}.svg`"),
        (_, true) => format!("define it under `{what}s:` in the page's shared `.yaml` file"),
        (_, false) => format!("there are {}", quoted(&known)),
    });
    vec![Diagnostic::new(Code::DataUnknown, format!("there is no {what} `{name}`")).at(path, span).hint(hint)]
}

/// Key figures that no data defines.
fn unknown_key_figures(page: &Page, path: &SourcePath, call: &ComponentUse) -> Vec<Diagnostic> {
    let figures = &page.shared.figures;
    let given = call.arguments.iter().find(|given| given.name == "ids");
    let Some((ids, span)) = given.and_then(|ids| Some((ids.value.as_str()?, ids.span))) else { return Vec::new() };
    let names = ids.split(',').map(str::trim);
    let problem = |name: &str| {
        let message = format!("there is no figure `{name}`");
        let hint = did_you_mean(name, figures.keys().map(String::as_str))
            .unwrap_or_else(|| "define it under `figures:` in the page's shared `.yaml` file".to_owned());
        Diagnostic::new(Code::FigureUnknown, message).at(path, span).hint(hint)
    };
    names.filter(|name| !figures.contains_key(*name)).map(problem).collect()
}

/// Figures that a drawing shows and the page that calls it does not know.
fn unknown_figures(page: &Page, (id, drawn): (&str, &Drawn), path: &SourcePath, span: Span) -> Vec<Diagnostic> {
    let says = &drawn.text;
    let texts = [&says.title, &says.description].into_iter().chain(says.labels.values().map(|label| &label.value));
    let all = texts.flat_map(|text| text.any.iter().chain(text.by_lang.values()));
    let figures = all.flat_map(|text| text_parts(text)).filter_map(|part| match part {
        TextPart::Figure(figure, _) => Some(figure),
        TextPart::Words(_) => None,
    });
    let unknown: BTreeSet<&str> = figures.filter(|figure| !page.shared.figures.contains_key(*figure)).collect();
    let problem = |figure: &str| {
        let message = format!("the drawing `{id}` shows the figure `{figure}`, which this page does not have");
        let hint = did_you_mean(figure, page.shared.figures.keys().map(String::as_str)).unwrap_or_else(|| {
            "define it under `figures:` in `content/index.yaml`, so that every page has it".to_owned()
        });
        Diagnostic::new(Code::FigureUnknown, message).at(path, span).hint(hint)
    };
    unknown.into_iter().map(problem).collect()
}

/// Key figures of which a reader would see a bare number, or could not tell where it is from.
fn incomplete_figures(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let Some(path) = page.shared.found_in.get("figures") else { return };
    let calls = page.editions.values().flat_map(|edition| &edition.document.body.components);
    let mut shown: Vec<&str> = calls
        .filter(|call| call.name == "key_figures")
        .flat_map(|call| &call.arguments)
        .filter_map(|argument| argument.value.as_str())
        .flat_map(|ids| ids.split(',').map(str::trim))
        .collect();
    shown.sort_unstable();
    shown.dedup();
    for id in shown.into_iter().filter(|id| page.shared.own_figures.contains(*id)) {
        let Some(figure) = page.shared.figures.get(id) else { continue };
        let lacks = match (figure.unit.is_empty() && figure.label.is_empty(), figure.source.is_none()) {
            (true, _) => {
                Some(("neither `label` nor `unit`", "add `label: {vi: …, en: …}`: a bare number says nothing"))
            }
            (false, true) => {
                Some(("no `source`", "add `source: …`, the id of an entry of `content/bibliography.yaml`"))
            }
            (false, false) => None,
        };
        diagnostics.extend(lacks.map(|(what, hint)| {
            let message = format!("the key figure `{id}` has {what}");
            Diagnostic::new(Code::FigureIncomplete, message).at(path, figure.span).hint(hint)
        }));
    }
}

/// What is wrong with a value of a chart.
struct Problem {
    span: Span,
    message: String,
    hint: &'static str,
}

impl Problem {
    fn at_path(self, path: &SourcePath) -> Diagnostic {
        Diagnostic::new(Code::ChartInvalid, self.message).at(path, self.span).hint(self.hint)
    }
}

fn chart_problems(page: &Page, (id, chart): (&str, &Chart)) -> Vec<Problem> {
    let mut problems = Vec::new();
    let values = || chart.points.iter().flat_map(|point| &point.values);
    for value in values().chain(&chart.total) {
        problems.extend(value_problem(page, chart, value));
    }
    if problems.is_empty() && values().all(|value| value.value == PointValue::Missing) {
        let message = format!("nothing is known in the chart `{id}`");
        problems.push(Problem { span: chart.span, message, hint: "give it at least one value, or leave it out" });
    }
    if chart.kind == ChartKind::Share && problems.is_empty() {
        problems.extend(share_problem(page, (id, chart)));
    }
    problems
}

fn value_problem(page: &Page, chart: &Chart, value: &Placed<PointValue>) -> Option<Problem> {
    let Placed { value, span } = value;
    let problem = |message, hint| Some(Problem { span: *span, message, hint });
    let number = match (page.shared.number(value), value) {
        (Some(number), _) => number,
        // One that does not exist is reported as `figure-unknown`.
        (None, PointValue::Figure(id)) if page.shared.figures.contains_key(id) => {
            return problem(format!("the figure `{id}` is not one number"), "a chart shows numbers; use a table");
        }
        _ => return None,
    };
    if number.to_f64().abs() >= LARGEST {
        let hint = "count in a larger unit, such as billions, and say so in `unit`";
        return problem(format!("{} is too large for a chart", brief(number)), hint);
    }
    if number.is_negative() && chart.kind == ChartKind::Share {
        return problem(format!("a share cannot be {number}"), "parts of a whole are not negative; use `kind: bar`");
    }
    None
}

fn share_problem(page: &Page, (id, chart): (&str, &Chart)) -> Option<Problem> {
    let (sum, total) = (page.shared.chart_sum(chart), page.shared.chart_total(chart)?);
    if total <= 0.0 {
        let message = format!("the parts of the chart `{id}` add up to nothing");
        return Some(Problem { span: chart.span, message, hint: "a share needs a value above zero" });
    }
    if sum > total * (1.0 + 1e-9) {
        let span = chart.total.as_ref().map_or(chart.span, |total| total.span);
        let message = format!("the parts of the chart `{id}` are more than the whole");
        return Some(Problem { span, message, hint: "correct the values or the `total`, or use `kind: bar`" });
    }
    None
}

/// The beginning of a number that may have many digits.
fn brief(number: &Number) -> String {
    let text = number.to_string();
    match text.char_indices().nth(20) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}
