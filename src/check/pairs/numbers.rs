//! Numbers and dates that twins do not share: `number-differs`, `date-differs`, `number-missing`, `number-separator`.
//!
//! Two numbers that contradict each other are an error; a number that one side does not tell may be told in other words.

use super::{Side, Twins};
use crate::diag::{Code, Diagnostic, Edit, Location};
use crate::parse::body::Event;
use crate::parse::front::FigureValue;
use crate::text::{self, Conventions, Quantity, Strength, Unmatched, Value};

pub(super) fn check(twins: &Twins<'_>, out: &mut Vec<Diagnostic>) {
    let [a, b] = &twins.sides;
    let (Some(first), Some(second)) = (twins.services.conventions(a.lang), twins.services.conventions(b.lang)) else {
        return;
    };
    let found = [read(twins, a, first), read(twins, b, second)];
    let Unmatched { first: mut one, second: mut two, separators } = text::compare(&found[0], &found[1]);
    for (i, j, side) in separators {
        let (at, number, twin_number) = match side {
            text::Side::First => (0, &found[0][i], &found[1][j]),
            text::Side::Second => (1, &found[1][j], &found[0][i]),
        };
        let conventions = if at == 0 { first } else { second };
        out.push(separator(twins, at, number, twin_number, conventions));
    }
    // Words for small numbers are known in Vietnamese and English only.
    let knows_words = |conventions: &Conventions| conventions.knows_words();
    if !knows_words(first) || !knows_words(second) {
        let tells = |own: &[Quantity], at: &usize| !is_small(&own[*at].readings[0]);
        one.retain(|at| tells(&found[0], at));
        two.retain(|at| tells(&found[1], at));
    }
    let of = |at: usize, left: &[usize]| -> Vec<&Quantity> { left.iter().map(|number| &found[at][*number]).collect() };
    report(twins, [of(0, &one), of(1, &two)], out);
}

fn is_small(value: &Value) -> bool {
    matches!(value, Value::Number(digits) if digits.parse::<u32>().is_ok_and(|number| number <= 12))
}

/// The quantities of a text; its figures are among them, so that the other language may write theirs out.
fn read(twins: &Twins<'_>, side: &Side<'_>, conventions: &Conventions) -> Vec<Quantity> {
    let mut found = text::quantities(&side.prose.text, conventions);
    let (Some((edition, unit)), Some(page)) = (side.block, twins.page) else { return found };
    let body = &edition.document.body;
    for event in &body.events[unit.events.start as usize..unit.events.end as usize] {
        let Event::Figure(number) = event else { continue };
        let Some(figure) = page.shared.figures.get(&body.figures[*number as usize].id) else { continue };
        let number = |number: &text::Number| number.clone().trimmed().to_string();
        let values = match &figure.value {
            FigureValue::Number(value) => vec![number(value)],
            FigureValue::Range(from, to) => vec![number(from), number(to)],
            FigureValue::Date(date) => {
                let value = Value::Date { year: Some(date.year), month: date.month, day: date.day };
                found.push(figure_quantity(vec![value, Value::Number(date.year.to_string())]));
                continue;
            }
        };
        let readings = |digits: String| vec![Value::Number(digits.clone()), Value::Percent(digits)];
        found.extend(values.into_iter().map(|digits| figure_quantity(readings(digits))));
    }
    found
}

fn figure_quantity(readings: Vec<Value>) -> Quantity {
    Quantity { range: 0..0, readings, strength: Strength::Weak, foreign: None, irregular: false }
}

fn report(twins: &Twins<'_>, left: [Vec<&Quantity>; 2], out: &mut Vec<Diagnostic>) {
    let [a, b] = &twins.sides;
    let [mut one, mut two] = left;
    // The same kind of thing, left over on both sides at the same place in the order: a contradiction.
    if one.len() == two.len() && one.iter().zip(&two).all(|(one, two)| comparable(one, two)) {
        for (first, second) in one.drain(..).zip(two.drain(..)) {
            let (said, there) = (&a.prose.text[first.range.clone()], &b.prose.text[second.range.clone()]);
            let is_date = matches!(first.readings[0], Value::Date { .. });
            let (code, hint) = match is_date {
                true => (Code::DateDiffers, "correct one of the two"),
                false => {
                    (Code::NumberDiffers, "correct one of the two; a number that both show can be a figure, typed once")
                }
            };
            let message = format!("`{}` says `{said}` where `{}` says `{there}`", a.lang, b.lang);
            let place = b.prose.place(&second.range).unwrap_or(b.span);
            let diagnostic = a.report(code, &first.range, message);
            out.push(diagnostic.related(Location::span(b.path, place), format!("`{}`", b.lang)).hint(hint));
        }
    }
    for (left, (side, twin)) in [one, two].into_iter().zip(twins.both()) {
        for quantity in left {
            let said = &side.prose.text[quantity.range.clone()];
            let message = format!("`{}` says `{said}`, `{}` does not", side.lang, twin.lang);
            let diagnostic = side.report(Code::NumberMissing, &quantity.range, message);
            let hint = "say it in both languages; if they say the same in other words, record it: `songngu translations agree`";
            out.push(diagnostic.related(twin.location(), format!("`{}` lacks it", twin.lang)).hint(hint));
        }
    }
}

/// Whether two quantities are of one kind, so that they contradict each other.
fn comparable(a: &Quantity, b: &Quantity) -> bool {
    match (&a.readings[0], &b.readings[0]) {
        (Value::Date { .. }, Value::Date { .. })
        | (Value::Time(_), Value::Time(_))
        | (Value::Version(_), Value::Version(_))
        | (Value::Fraction(..), Value::Fraction(..)) => true,
        (Value::Name(a, _), Value::Name(b, _)) => a == b,
        (Value::Number(_) | Value::Percent(_), Value::Number(_) | Value::Percent(_)) => true,
        _ => false,
    }
}

/// A number with the separators of another language.
fn separator(twins: &Twins<'_>, at: usize, own: &Quantity, other: &Quantity, conventions: &Conventions) -> Diagnostic {
    let (side, twin) = twins.both()[at];
    let shown = &side.prose.text[own.range.clone()];
    let digits = own.range.start..own.range.start + digits_length(shown);
    let raw = &side.prose.text[digits.clone()];
    let right = conventions.rewritten(raw).filter(|right| right != raw && own.irregular);
    let message = match &right {
        Some(right) => format!("`{raw}` is written `{right}` in `{}`", side.lang),
        None => format!(
            "`{raw}` says {} in `{}`, where `{}` says {}",
            own.readings[0], side.lang, twin.lang, other.readings[0]
        ),
    };
    let place = twin.prose.place(&other.range).unwrap_or(twin.span);
    let diagnostic = side
        .report(Code::NumberSeparator, &digits, message)
        .related(Location::span(twin.path, place), format!("`{}`", twin.lang))
        .hint("each language has signs of its own between thousands and before decimals");
    match (right, side.prose.exact(&digits)) {
        (Some(right), Some(span)) => diagnostic.fix(Edit::new(side.path, span, right)),
        _ => diagnostic,
    }
}

/// How long the digits and separators are with which a text begins.
fn digits_length(text: &str) -> usize {
    let end = text
        .find(|letter: char| !letter.is_ascii_digit() && !".,'’\u{a0}\u{202f}".contains(letter))
        .unwrap_or(text.len());
    text[..end].trim_end_matches(|letter: char| !letter.is_ascii_digit()).len()
}
