//! Two editions of one page, block by block.
//!
//! Enters: the documents of a page's editions, what they last agreed on. Leaves: the ids of headings, the same in every
//! edition; the blocks of two editions, each beside its twin; how they stand to each other. Never here: a language that
//! is the source of the others, files, dates.

pub mod agreement;
mod agreements;
mod align;
pub mod data;
mod entry;
pub mod exchange;
mod likeness;
mod line;
mod messages;
mod parts;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;
mod trace;
mod unit;

pub use agreements::{AgreementFile, Agreements, KeepLost, merged};
pub use align::{Row, Sure, align};
pub use data::{DataPair, DataSide, DataSource, DataText, data_pairs, data_texts};
pub use entry::{Entry, Said, Side, State, state};
pub use messages::{MessagePair, MessageSide, TextOf, check_messages, message_pairs, messages, said_of};
pub use parts::{Beside, Part, PartKind, beside, part_ids, parts};
pub use unit::{BlockId, FrontKey, Unit, UnitKind, units};

use std::collections::BTreeSet;

use crate::parse::body::Heading;

/// The id of a heading, the same in every edition that has the heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadingId {
    /// The id; unique within the edition.
    pub id: String,
    /// The id made from the edition's own text, where it differs and is free: a second anchor.
    pub alias: Option<String>,
}

/// Gives each heading of each edition its id.
///
/// `editions` are in the site's order of languages; the result has the same shape. The first edition's
/// headings lend their ids to those that stand at the same place in the others. An id that an author gave
/// in any edition comes before one made from a text.
pub fn heading_ids(editions: &[&[Heading]]) -> Vec<Vec<HeadingId>> {
    let Some((first, others)) = editions.split_first() else { return Vec::new() };
    let aligned: Vec<Vec<Option<usize>>> = others.iter().map(|other| twins(first, other)).collect();
    let mut given: Vec<Option<&str>> = first.iter().map(|heading| heading.id.as_deref()).collect();
    for (other, partners) in others.iter().zip(&aligned) {
        for (heading, partner) in other.iter().zip(partners) {
            if let (Some(at), Some(id)) = (partner, &heading.id) {
                given[*at].get_or_insert(id);
            }
        }
    }
    let first_ids: Vec<String> =
        first.iter().zip(&given).map(|(heading, id)| id.unwrap_or(&heading.slug).to_owned()).collect();
    let mut result = vec![unique(first, first_ids.clone())];
    for (other, partners) in others.iter().zip(&aligned) {
        let ids = other.iter().zip(partners).map(|(heading, partner)| match partner {
            Some(at) => first_ids[*at].clone(),
            None => heading.id.clone().unwrap_or_else(|| heading.slug.clone()),
        });
        result.push(unique(other, ids.collect()));
    }
    result
}

/// Makes ids unique in the order of the text and adds second anchors that do not collide with them.
fn unique(headings: &[Heading], ids: Vec<String>) -> Vec<HeadingId> {
    let mut taken = BTreeSet::new();
    let mut unique_ids = Vec::with_capacity(ids.len());
    for id in ids {
        let mut candidate = id.clone();
        let mut number = 2;
        while !taken.insert(candidate.clone()) {
            candidate = format!("{id}-{number}");
            number += 1;
        }
        unique_ids.push(candidate);
    }
    let with_alias = |(heading, id): (&Heading, String)| {
        let alias = (heading.slug != id && taken.insert(heading.slug.clone())).then(|| heading.slug.clone());
        HeadingId { id, alias }
    };
    headings.iter().zip(unique_ids).map(with_alias).collect()
}

/// For each heading of `other`, the heading of `first` at the same place, by the longest common subsequence.
///
/// Two headings can belong together if their levels are equal and their given ids, where both have one, too.
fn twins(first: &[Heading], other: &[Heading]) -> Vec<Option<usize>> {
    let fits = |a: &Heading, b: &Heading| match (&a.id, &b.id) {
        (Some(a), Some(b)) => a == b,
        _ => a.level == b.level,
    };
    if first.len() == other.len() && first.iter().zip(other).all(|(a, b)| fits(a, b)) {
        return (0..other.len()).map(Some).collect();
    }
    let mut partners = vec![None; other.len()];
    for (at, partner) in common(first.len(), other.len(), |i, j| fits(&first[i], &other[j])) {
        partners[partner] = Some(at);
    }
    partners
}

/// The longest common subsequence of two sequences of the given lengths, as pairs of positions in order.
///
/// Time and memory grow with the product of the lengths; beyond [`MAX_TABLE`] positions are paired one by one.
fn common(first: usize, second: usize, fits: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    if first.saturating_mul(second) > MAX_TABLE {
        return (0..first.min(second)).filter(|at| fits(*at, *at)).map(|at| (at, at)).collect();
    }
    let width = second + 1;
    let mut length = vec![0_u32; (first + 1) * width];
    for i in (0..first).rev() {
        for j in (0..second).rev() {
            length[i * width + j] = if fits(i, j) {
                length[(i + 1) * width + j + 1] + 1
            } else {
                length[(i + 1) * width + j].max(length[i * width + j + 1])
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < first && j < second {
        if fits(i, j) {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if length[(i + 1) * width + j] >= length[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// The most cells of a table of comparisons: 2,000 blocks against 2,000.
const MAX_TABLE: usize = 4_000_000;

#[cfg(test)]
mod heading_tests {
    use super::*;
    use crate::base::Span;

    /// Headings from lines such as `2 slug` or `2 slug #id`.
    fn headings(text: &str) -> Vec<Heading> {
        let heading = |line: &str| {
            let mut words = line.split(' ');
            Heading {
                level: words.next().and_then(|level| level.parse().ok()).expect("a level"),
                slug: words.next().expect("a slug").to_owned(),
                id: words.next().map(|id| id.trim_start_matches('#').to_owned()),
                classes: Vec::new(),
                text: String::new(),
                span: Span::default(),
                events: 0..0,
            }
        };
        text.lines().map(heading).collect()
    }

    fn check(vi: &str, en: &str, expected: &str) {
        let (vi, en) = (headings(vi), headings(en));
        let ids = heading_ids(&[&vi, &en]);
        let line = |heading: &HeadingId| match &heading.alias {
            Some(alias) => format!("{} ({alias})", heading.id),
            None => heading.id.clone(),
        };
        let text: Vec<String> =
            ids.iter().map(|edition| edition.iter().map(line).collect::<Vec<_>>().join(", ")).collect();
        assert_eq!(text.join(" | "), expected);
    }

    #[test]
    fn twins_share_their_ids() {
        check(
            "2 muc-tieu\n2 doi-tac",
            "2 targets\n2 partners",
            "muc-tieu, doi-tac | muc-tieu (targets), doi-tac (partners)",
        );
    }

    #[test]
    fn an_id_given_in_any_edition_comes_first() {
        check("2 doi-tac", "2 partners #who", "who (doi-tac) | who (partners)");
    }

    #[test]
    fn a_heading_without_a_twin_keeps_its_own() {
        check("2 a\n2 c", "2 x\n3 y\n2 z", "a, c | a (x), y, c (z)");
        check("2 a #one\n2 b #two", "2 x #two", "one (a), two (b) | two (x)");
    }

    #[test]
    fn ids_stay_unique() {
        check("2 a\n2 b", "2 b\n2 a", "a, b | a, b");
        check("2 a #x\n2 b #x", "2 c", "x (a), x-2 (b) | x (c)");
    }
}
