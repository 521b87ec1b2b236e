//! Two editions of one page, block by block.
//!
//! Enters: the headings of a page's editions. Leaves: which belong together, and the id that each bears in
//! every edition. Never here: a language that is the source of the others, files, dates.

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
    let aligned: Vec<Vec<Option<usize>>> = others.iter().map(|other| align(first, other)).collect();
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
fn align(first: &[Heading], other: &[Heading]) -> Vec<Option<usize>> {
    let fits = |a: &Heading, b: &Heading| match (&a.id, &b.id) {
        (Some(a), Some(b)) => a == b,
        _ => a.level == b.level,
    };
    if first.len() == other.len() && first.iter().zip(other).all(|(a, b)| fits(a, b)) {
        return (0..other.len()).map(Some).collect();
    }
    let width = other.len() + 1;
    let mut length = vec![0_u32; (first.len() + 1) * width];
    for (i, a) in first.iter().enumerate().rev() {
        for (j, b) in other.iter().enumerate().rev() {
            length[i * width + j] = if fits(a, b) {
                length[(i + 1) * width + j + 1] + 1
            } else {
                length[(i + 1) * width + j].max(length[i * width + j + 1])
            };
        }
    }
    let mut partners = vec![None; other.len()];
    let (mut i, mut j) = (0, 0);
    while i < first.len() && j < other.len() {
        if fits(&first[i], &other[j]) {
            partners[j] = Some(i);
            (i, j) = (i + 1, j + 1);
        } else if length[(i + 1) * width + j] >= length[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    partners
}

#[cfg(test)]
mod tests {
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
