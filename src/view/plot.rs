//! The shapes of charts: where each bar, line and word stands.
//!
//! Enters: numbers and texts for one reader. Leaves: places across in hundredths of the width and down in heights of a
//! letter, so that the words of a chart are as large as those around it on every screen. Never here: colours, tags,
//! data that has not been checked (`check` reports what cannot be drawn).

use super::data_views::{BarView, DotView, LineView, PlotTextView, PlotView, TextView};
use crate::base::Direction;
use crate::text::columns;

/// A point to be drawn.
pub(super) struct Drawable {
    pub(super) label: TextView,
    /// Where it stands on the way from the first point to the last, from 0 to 1.
    pub(super) at: f64,
    /// One for each series, with its text.
    pub(super) values: Vec<(Option<f64>, String)>,
}

/// The widest label of a bar chart that fits a line of a narrow screen beside a value, in columns of text.
const LABEL_WIDTH: usize = 24;
/// What fits a line below a line chart on a narrow screen, in columns of text.
const AXIS_WIDTH: usize = 30;
/// The height of a line chart's frame, in heights of a letter.
const FRAME: f64 = 13.0;
/// The room above it.
const TOP: f64 = 1.6;
/// The room at its sides, in hundredths.
const SIDE: f64 = 2.0;

/// Bars below each other; each point's name and value above its bar, so that no name is cut off.
///
/// Where the values are shares, `whole` is what they are shares of: the bars are drawn on a strip as long as that.
pub(super) fn bars(points: &[Drawable], series: &[TextView], whole: Option<f64>, direction: Direction) -> PlotView {
    let mut plot = PlotView::default();
    let (low, high) = range(points);
    let whole = whole.filter(|whole| low >= 0.0 && high <= *whole);
    let (low, high) = (low.min(0.0), whole.unwrap_or(high.max(0.0)));
    let span = if high > low { high - low } else { 1.0 };
    let (start, end) = sides(direction);
    let mut y = 0.0;
    for point in points {
        let lines = wrapped(&point.label.text, LABEL_WIDTH);
        for (number, line) in lines.iter().enumerate() {
            let baseline = y + 1.1 + number as f64 * 1.35;
            plot.texts.push(text(start, baseline, "start", "label", line, &point.label));
        }
        let single = series.is_empty();
        if single {
            let own = TextView::default();
            plot.texts.push(text(end, y + 1.1, "end", "value", &point.values[0].1, &own));
        }
        y += 0.1 + lines.len() as f64 * 1.35;
        for (number, (value, shown)) in point.values.iter().enumerate() {
            if let Some(name) = series.get(number) {
                plot.texts.push(text(start, y + 1.1, "start", "name", &name.text, name));
                plot.texts.push(text(end, y + 1.1, "end", "value", shown, &TextView::default()));
                y += 1.45;
            }
            let value = value.unwrap_or(0.0);
            let from = (value.min(0.0) - low) / span * 100.0;
            let width = value.abs() / span * 100.0;
            let x = if direction == Direction::Rtl { 100.0 - from - width } else { from };
            if whole.is_some() {
                plot.bars.push(BarView { x: "0".to_owned(), y: short(y + 0.2), width: "100".to_owned(), series: 0 });
            }
            plot.bars.push(BarView { x: short(x), y: short(y + 0.2), width: short(width), series: number + 1 });
            y += 1.3;
        }
        y += 0.8;
    }
    plot.zero = (low < 0.0).then(|| {
        let zero = -low / span * 100.0;
        short(if direction == Direction::Rtl { 100.0 - zero } else { zero })
    });
    plot.height = short((y - 0.8).max(1.0));
    plot
}

/// Lines from point to point.
pub(super) fn lines(points: &[Drawable], write: &dyn Fn(f64) -> String) -> PlotView {
    let mut plot = PlotView { top: short(TOP), frame: short(FRAME), ..PlotView::default() };
    let (low, high) = range(points);
    let ticks = ticks(if low > 0.0 && low < high * 0.6 { 0.0 } else { low }, high);
    let (first, last) = (ticks[0], ticks[ticks.len() - 1]);
    let height = |value: f64| (last - value) / (last - first);
    for tick in &ticks {
        let y = TOP + height(*tick) * FRAME;
        plot.rules.push(short(y));
        plot.texts.push(text(0.0, y - 0.3, "start", "tick", &write(*tick), &TextView::default()));
    }
    let across = |at: f64| SIDE + at * (100.0 - 2.0 * SIDE);
    for series in 0..points.first().map_or(0, |point| point.values.len()) {
        let mut run: Vec<String> = Vec::new();
        for point in points {
            let x = across(point.at);
            match point.values[series].0 {
                Some(value) => {
                    run.push(format!("{},{}", short(x), short(height(value) * 100.0)));
                    let y = short(TOP + height(value) * FRAME);
                    plot.dots.push(DotView { x: short(x), y, series: series + 1 });
                }
                None => push_line(&mut plot, &mut run, series),
            }
        }
        push_line(&mut plot, &mut run, series);
    }
    axis(&mut plot, points, &across);
    plot.height = short(TOP + FRAME + 1.9);
    plot
}

fn push_line(plot: &mut PlotView, run: &mut Vec<String>, series: usize) {
    if run.len() > 1 {
        plot.lines.push(LineView { points: run.join(" "), series: series + 1 });
    }
    run.clear();
}

/// As many names below a line chart as a narrow screen has room for: always the first and, if there is one, the last.
fn axis(plot: &mut PlotView, points: &[Drawable], across: &dyn Fn(f64) -> f64) {
    let widest = points.iter().map(|point| columns(&point.label.text) + 2).max().unwrap_or(1);
    let room = (AXIS_WIDTH / widest).clamp(2, 7);
    let last = points.len() - 1;
    let step = last.div_ceil(room - 1).max(1);
    for (number, point) in points.iter().enumerate() {
        let is_end = number == 0 || number == last;
        // One that comes too close to the last would touch it.
        if !is_end && (number % step != 0 || last - number < step) {
            continue;
        }
        let (x, anchor) = match number {
            0 if last > 0 => (0.0, "start"),
            _ if number == last && last > 0 => (100.0, "end"),
            _ => (across(point.at), "middle"),
        };
        plot.texts.push(text(x, TOP + FRAME + 1.5, anchor, "label", &point.label.text, &point.label));
    }
}

/// The parts of a whole beside each other. `parts` are not negative; `total` is above zero.
pub(super) fn shares(parts: &[f64], total: f64, direction: Direction) -> PlotView {
    let mut plot = PlotView { height: "2.5".to_owned(), ..PlotView::default() };
    let gap = if parts.len() < 40 { 0.6 } else { 0.0 };
    let mut from = 0.0;
    for (number, part) in parts.iter().enumerate() {
        let width = part / total * 100.0;
        let x = if direction == Direction::Rtl { 100.0 - from - width } else { from };
        let shown = (width - gap).max(width.min(0.4));
        plot.bars.push(BarView { x: short(x), y: "0".to_owned(), width: short(shown), series: number % 6 + 1 });
        from += width;
    }
    plot
}

fn text(x: f64, y: f64, anchor: &'static str, role: &'static str, shown: &str, of: &TextView) -> PlotTextView {
    PlotTextView { x: short(x), y: short(y), anchor, role, text: shown.to_owned(), lang: of.lang.clone() }
}

/// Where lines of text begin and end, in hundredths.
fn sides(direction: Direction) -> (f64, f64) {
    if direction == Direction::Rtl { (100.0, 0.0) } else { (0.0, 100.0) }
}

/// The lowest and the highest value.
fn range(points: &[Drawable]) -> (f64, f64) {
    let values = || points.iter().flat_map(|point| &point.values).filter_map(|(value, _)| *value);
    let low = values().fold(f64::INFINITY, f64::min);
    let high = values().fold(f64::NEG_INFINITY, f64::max);
    if low > high { (0.0, 0.0) } else { (low, high) }
}

/// Round values from `low` or below to `high` or above: two at least, six at most.
fn ticks(low: f64, high: f64) -> Vec<f64> {
    let span = if high > low { high - low } else { high.abs().max(1.0) };
    let rough = span / 4.0;
    let power = 10f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].map(|factor| factor * power).into_iter().find(|step| *step >= rough * 0.999);
    let step = step.unwrap_or(10.0 * power);
    let first = (low / step).floor();
    let last = (high / step).ceil().max(first + 1.0);
    (0..=(last - first) as usize).map(|number| (first + number as f64) * step).collect()
}

/// A text in lines of at most `width` columns, broken at spaces; a longer word keeps a line of its own.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in text.lines() {
        let mut line = String::new();
        for word in part.split_whitespace() {
            if !line.is_empty() && columns(&line) + 1 + columns(word) > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    if lines.is_empty() { vec![String::new()] } else { lines }
}

/// A number with two decimals at most.
pub(super) fn short(number: f64) -> String {
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(label: &str, at: f64, values: &[Option<f64>]) -> Drawable {
        let values = values.iter().map(|value| (*value, value.map(short).unwrap_or_default())).collect();
        Drawable { label: TextView { text: label.to_owned(), lang: None }, at, values }
    }

    #[test]
    fn bars_reach_from_zero_to_both_sides_and_are_mirrored() {
        let points = [point("a", 0.0, &[Some(-5.0)]), point("b", 1.0, &[Some(15.0)]), point("c", 1.0, &[None])];
        let bars_of = |direction| {
            let plot = bars(&points, &[], None, direction);
            let bars: Vec<String> = plot.bars.iter().map(|bar| format!("{}+{}", bar.x, bar.width)).collect();
            (bars.join(" "), plot.zero.unwrap_or_default())
        };
        assert_eq!(bars_of(Direction::Ltr), ("0+25 25+75 25+0".to_owned(), "25".to_owned()));
        assert_eq!(bars_of(Direction::Rtl), ("75+25 0+75 75+0".to_owned(), "75".to_owned()));
    }

    #[test]
    fn bars_of_shares_lie_on_a_strip_as_long_as_the_whole() {
        let drawn = |value| {
            let plot = bars(&[point("a", 0.0, &[Some(value)])], &[], Some(100.0), Direction::Ltr);
            plot.bars.into_iter().map(|bar| (bar.series, bar.width)).collect::<Vec<_>>()
        };
        assert_eq!(drawn(29.0), [(0, "100".to_owned()), (1, "29".to_owned())]);
        assert_eq!(drawn(120.0), [(1, "100".to_owned())], "more than the whole: growth, say");
    }

    #[test]
    fn values_that_are_all_alike_can_be_drawn() {
        for value in [0.0, -2.0, 7.0, 1e14] {
            let points = [point("a", 0.0, &[Some(value)]), point("b", 1.0, &[Some(value)])];
            for plot in [bars(&points, &[], None, Direction::Ltr), lines(&points, &short)] {
                let texts = format!("{plot:?}");
                assert!(!texts.contains("NaN") && !texts.contains("inf"), "{value}: {texts}");
            }
        }
        let nothing = [point("a", 0.0, &[None])];
        assert_eq!(lines(&nothing, &short).lines, []);
    }

    #[test]
    fn a_line_is_interrupted_where_nothing_is_known() {
        let values = [Some(1.0), Some(2.0), None, Some(4.0), Some(4.0)];
        let points: Vec<Drawable> = (0..5).map(|at| point("2020", at as f64 / 4.0, &[values[at]])).collect();
        let plot = lines(&points, &short);
        let lines: Vec<&str> = plot.lines.iter().map(|line| line.points.as_str()).collect();
        assert_eq!(lines, ["2,75 26,50", "74,0 98,0"]);
        assert_eq!(plot.rules.len(), 5, "from 0 to 4");
    }

    #[test]
    fn labels_break_at_spaces() {
        assert_eq!(wrapped("Trung tâm Tính toán công cộng AI", 16), ["Trung tâm Tính", "toán công cộng", "AI"]);
        assert_eq!(wrapped("", 5), [""]);
        assert_eq!(wrapped("Krankenversicherung", 5), ["Krankenversicherung"]);
        assert_eq!(wrapped("a\nb", 5), ["a", "b"]);
    }

    #[test]
    fn ticks_are_round_and_enclose_all_values() {
        assert_eq!(ticks(0.0, 1048.0), [0.0, 500.0, 1000.0, 1500.0]);
        assert_eq!(ticks(3.0, 3.0), [3.0, 4.0]);
        assert_eq!(ticks(-3.5, 4.55), [-5.0, 0.0, 5.0].map(|tick: f64| tick));
    }
}
