//! Other words in the lines of a source: what stays, stays where it is.
//!
//! Enters: the pieces of a block, and its new text on one line. Leaves: lines, in which every word that stays has the
//! line end or the spaces before it that it had. Never here: whether the result is still one block.

use std::collections::BTreeSet;

use crate::parse::{Piece, PieceKind};
use crate::translation::exchange::inline::BREAK;

/// A word of the old text.
struct Word<'a> {
    /// What stands before it: spaces, or a line end with what the next line begins with.
    before: String,
    /// Whether that is a line break for readers.
    hard: bool,
    text: &'a str,
}

/// The lines of a block with the words of `new` in them. `source` is the text that the pieces lie in.
pub(super) fn rewritten(source: &str, pieces: &[Piece], new: &str) -> String {
    let old = words(source, pieces);
    let mut fresh: Vec<(bool, &str)> = Vec::new();
    for (at, line) in new.split(BREAK).enumerate() {
        for (word_at, word) in line.split(' ').filter(|word| !word.is_empty()).enumerate() {
            fresh.push((at > 0 && word_at == 0, word));
        }
    }
    let prefix = prefix(source, pieces, &old);
    let kept = common(&old, &fresh);
    let stays: BTreeSet<usize> = kept.iter().flatten().copied().collect();
    // The old word that a new one is, or comes in place of: the one after what stands before it.
    let place = |at: usize| {
        let replaced = kept[at - 1].map(|before| before + 1).filter(|next| !stays.contains(next));
        kept[at].or(replaced).and_then(|at| old.get(at))
    };
    let mut out = String::new();
    for (at, (hard, word)) in fresh.iter().enumerate() {
        if at > 0 {
            match place(at).filter(|old| old.hard == *hard && !old.before.is_empty()) {
                Some(old) => out.push_str(&old.before),
                None if *hard => out.push_str(&format!("\\\n{prefix}")),
                None => out.push(' '),
            }
        }
        out.push_str(word);
    }
    out
}

/// What a further line of the block begins with.
fn prefix(source: &str, pieces: &[Piece], old: &[Word<'_>]) -> String {
    let known = old.iter().find_map(|word| word.before.rsplit_once('\n').map(|(_, prefix)| prefix.to_owned()));
    known.unwrap_or_else(|| {
        let start = pieces.first().map_or(0, |piece| piece.span.start as usize);
        let line = source[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let mark = |letter: char| if matches!(letter, '>' | '\t') { letter } else { ' ' };
        source[line..start].chars().map(mark).collect()
    })
}

fn words<'a>(source: &'a str, pieces: &[Piece]) -> Vec<Word<'a>> {
    let mut found: Vec<Word<'a>> = Vec::new();
    let mut before = String::new();
    let mut hard = false;
    // Where the word that is being read begins; pieces that touch are one word.
    let mut start: Option<usize> = None;
    let mut end = 0;
    let mut take = |start: &mut Option<usize>, end: usize, before: &mut String, hard: &mut bool| {
        if let Some(from) = start.take() {
            let word = Word { before: std::mem::take(before), hard: *hard, text: &source[from..end] };
            *hard = false;
            found.push(word);
        }
    };
    for Piece { kind, span } in pieces {
        let (from, to) = (span.start as usize, span.end as usize);
        if matches!(kind, PieceKind::SoftBreak | PieceKind::HardBreak) {
            take(&mut start, end, &mut before, &mut hard);
            before.push_str(&source[from..to]);
            hard |= *kind == PieceKind::HardBreak;
            continue;
        }
        let mut at = from;
        while at < to {
            let rest = &source[at..to];
            let gap = gap(rest);
            if gap > 0 {
                take(&mut start, end, &mut before, &mut hard);
                before.push_str(&rest[..gap]);
                at += gap;
                continue;
            }
            let length = rest.find([' ', '\t', '\r', '\n']).unwrap_or(rest.len());
            start.get_or_insert(at);
            at += length;
            end = at;
        }
    }
    take(&mut start, end, &mut before, &mut hard);
    found
}

/// How much white space a text begins with; after a line end also the marks of a quotation.
fn gap(text: &str) -> usize {
    let mut seen_line_end = false;
    let is_gap = |letter: char| {
        seen_line_end |= letter == '\n';
        matches!(letter, ' ' | '\t' | '\r' | '\n') || (seen_line_end && letter == '>')
    };
    text.len() - text.trim_start_matches(is_gap).len()
}

/// The longest table that is filled, in cells.
const LARGEST: usize = 4_000_000;

/// For each new word the old one that it is, by the longest common subsequence.
fn common(old: &[Word<'_>], new: &[(bool, &str)]) -> Vec<Option<usize>> {
    let mut kept = vec![None; new.len()];
    let same = |i: usize, j: usize| old[i].text == new[j].1;
    let shortest = old.len().min(new.len());
    let front = (0..shortest).take_while(|at| same(*at, *at)).count();
    let back = (0..shortest - front).take_while(|at| same(old.len() - 1 - at, new.len() - 1 - at)).count();
    for (at, kept) in kept.iter_mut().enumerate().take(front) {
        *kept = Some(at);
    }
    for at in 0..back {
        kept[new.len() - 1 - at] = Some(old.len() - 1 - at);
    }
    let (rows, columns) = (old.len() - front - back, new.len() - front - back);
    if rows * columns == 0 || rows * columns > LARGEST {
        return kept;
    }
    let width = columns + 1;
    let mut longest = vec![0u32; (rows + 1) * width];
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            longest[i * width + j] = match same(front + i, front + j) {
                true => longest[(i + 1) * width + j + 1] + 1,
                false => longest[(i + 1) * width + j].max(longest[i * width + j + 1]),
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < rows && j < columns {
        if same(front + i, front + j) {
            kept[front + j] = Some(front + i);
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    kept
}
