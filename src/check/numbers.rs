//! Numbers that may be thousands written with a point: `number-ambiguous`.
//!
//! `1.048` is read as a decimal number, one and a bit; who writes Vietnamese may have meant 1048.

use crate::base::{SourcePath, Span};
use crate::diag::{Code, Diagnostic};
use crate::parse::body::Format;
use crate::parse::front::{Cell, FigureValue, PointValue};
use crate::resolve::Page;
use crate::text::Number;

pub(super) fn check(page: &Page) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let data = &page.shared;
    let mut tell = |path: &SourcePath, number: &Number, what: &str, span: Span| {
        let meant = number.to_string().replace('.', "");
        let message = format!("{what} holds {number}, which is read as a decimal number");
        let hint = format!("write {meant} if it is thousands; if it is a decimal number, say `format: plain`");
        diagnostics.push(Diagnostic::new(Code::NumberAmbiguous, message).at(path, span).hint(hint));
    };
    if let Some(path) = data.found_in.get("figures") {
        for (id, figure) in data.own_figures.iter().filter_map(|id| data.figures.get_key_value(id)) {
            let numbers = match &figure.value {
                FigureValue::Number(number) => vec![number],
                FigureValue::Range(from, to) => vec![from, to],
                FigureValue::Date(_) => continue,
            };
            if let Some(number) = numbers.into_iter().find(|number| is_doubtful(number, figure.format)) {
                tell(path, number, &format!("the figure `{id}`"), figure.span);
            }
        }
    }
    if let Some(path) = data.found_in.get("charts") {
        for (id, chart) in &data.charts {
            let values = chart.points.iter().flat_map(|point| &point.values).chain(&chart.total);
            let typed = values.filter_map(|value| match &value.value {
                PointValue::Number(number) => Some((number, value.span)),
                PointValue::Figure(_) | PointValue::Missing => None,
            });
            // One is enough: the others are most likely of the same kind.
            if let Some((number, span)) = typed.into_iter().find(|(number, _)| is_doubtful(number, chart.format)) {
                tell(path, number, &format!("the chart `{id}`"), span);
            }
        }
    }
    if let Some(path) = data.found_in.get("tables") {
        for (id, table) in data.tables.iter() {
            for (at, column) in table.columns.iter().enumerate() {
                let cells = table.rows.iter().map(|row| (&row.cells[at], row.span));
                let numbers = cells.filter_map(|(cell, span)| match cell {
                    Cell::Number(number) => Some((number, span)),
                    Cell::Empty | Cell::Text(_) | Cell::Date(_) => None,
                });
                let doubtful = numbers.into_iter().find(|(number, _)| is_doubtful(number, column.format));
                if let Some((number, span)) = doubtful {
                    tell(path, number, &format!("the column `{}` of the table `{id}`", column.id), span);
                }
            }
        }
    }
    diagnostics
}

/// Whether a number looks like thousands with a point: one to three digits that are not zero, and just three decimals.
fn is_doubtful(number: &Number, format: Format) -> bool {
    let text = number.to_string();
    let integer = text.trim_start_matches('-').split('.').next().unwrap_or_default();
    number.decimals() == 3 && integer.len() <= 3 && integer != "0" && format != Format::Plain
}
