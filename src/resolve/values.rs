//! The numbers of charts: typed there, or those of the page's figures.

use super::site::{Page, PageData, Site};
use crate::base::{Lang, PagePath, Route};
use crate::parse::front::{Chart, ChartKind, FigureValue, PointValue};
use crate::text::Number;

impl PageData {
    /// The number that a value stands for; `None` if it is not known, or a figure that is not one number.
    pub fn number<'a>(&'a self, value: &'a PointValue) -> Option<&'a Number> {
        match value {
            PointValue::Number(number) => Some(number),
            PointValue::Missing => None,
            PointValue::Figure(id) => match &self.figures.get(id)?.value {
                FigureValue::Number(number) => Some(number),
                FigureValue::Range(..) | FigureValue::Date(_) => None,
            },
        }
    }

    /// The whole of a chart of shares: what its author says, else the sum of its values; `None` for other charts.
    pub fn chart_total(&self, chart: &Chart) -> Option<f64> {
        if chart.kind != ChartKind::Share {
            return None;
        }
        let said = chart.total.as_ref().and_then(|total| self.number(&total.value));
        Some(said.map_or_else(|| self.chart_sum(chart), Number::to_f64))
    }

    /// The sum of all values of a chart that are known.
    pub fn chart_sum(&self, chart: &Chart) -> f64 {
        let values = chart.points.iter().flat_map(|point| &point.values);
        values.filter_map(|value| self.number(&value.value)).map(Number::to_f64).sum()
    }

    /// What a chart of shares leaves of the whole, with as many decimals as its values have; `None` if nothing.
    pub fn chart_rest(&self, chart: &Chart) -> Option<Number> {
        let total = chart.total.as_ref().and_then(|total| self.number(&total.value))?;
        let values = chart.points.iter().filter_map(|point| self.number(&point.values.first()?.value));
        let decimals = values.map(Number::decimals).chain([total.decimals()]).max().unwrap_or(0);
        let rest = total.to_f64() - self.chart_sum(chart);
        let rest: Number = format!("{rest:.decimals$}").parse().ok()?;
        (chart.kind == ChartKind::Share && !rest.is_negative() && rest.significant_digits() > 0).then_some(rest)
    }
}

impl Site {
    /// The files in which charts and tables are published, each with its page, language and id; in each language that
    /// its page was written in.
    pub fn data_files(&self) -> impl Iterator<Item = (Route, PagePath, Lang, String)> {
        self.pages.values().flat_map(|page| {
            let ids = page.shared.charts.keys().chain(page.shared.tables.keys());
            ids.flat_map(move |id| {
                let file =
                    |lang: &Lang| Some((page.data_route(lang, id)?, page.path.clone(), lang.clone(), id.clone()));
                page.editions.keys().filter_map(file)
            })
        })
    }
}

impl Page {
    /// Where the data of a chart or table is found as CSV in a language; `None` if the page is not found in it.
    pub fn data_route(&self, lang: &Lang, id: &str) -> Option<Route> {
        self.routes.get(lang).map(|route| Route::new(format!("{route}{id}.csv")))
    }
}
