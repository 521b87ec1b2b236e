//! The sentence around a place in a text.
//!
//! Enters: plain text, a place in it. Leaves: where the sentence that holds it begins and ends, or as much of it as
//! fits. Never here: markup.

use std::ops::Range;

use icu::segmenter::SentenceSegmenter;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// Bytes of the text, without white space at its ends.
    pub range: Range<usize>,
    /// Whether words of the sentence before it are left out.
    pub cut_before: bool,
    /// Whether words of the sentence after it are left out.
    pub cut_after: bool,
}

/// The sentence of `text` that holds `place`; where it has more than `chars` characters and a quarter, as many whole
/// words around the place as fit into `chars`. The place itself is always whole. Sentences are those of UAX #29.
///
/// # Panics
/// If `place` is not a range of `text` on character boundaries.
pub fn sentence(text: &str, place: Range<usize>, chars: usize) -> Excerpt {
    // A few words too many are better than two or three left out.
    let most = chars + chars / 4;
    // A window is enough: a longer sentence would be cut anyway.
    let before = text[..place.start].char_indices().rev().nth(most).map_or(0, |(at, _)| at);
    let after = text[place.end..].char_indices().nth(most).map_or(text.len(), |(at, _)| place.end + at);
    let (mut start, mut end) = (before, after);
    for at in SentenceSegmenter::new(Default::default()).segment_str(&text[before..after]).map(|at| before + at) {
        if at <= place.start {
            start = at;
        } else if at >= place.end {
            end = at;
            break;
        }
    }
    // Where the window ends within a sentence, some of it is left out.
    let (starts_outside, ends_outside) = (start == before && before > 0, end == after && after < text.len());
    start += text[start..place.start].len() - text[start..place.start].trim_start().len();
    end -= text[place.end..end].len() - text[place.end..end].trim_end().len();
    let left = text[start..place.start].chars().count();
    let right = text[place.end..end].chars().count();
    let own = text[place.clone()].chars().count();
    let fits = !starts_outside && !ends_outside && left + own + right <= most;
    let room = if fits { most } else { chars }.saturating_sub(own);
    // What one side does not need is the other's.
    let for_left = (room / 2).max(room.saturating_sub(right));
    let for_right = (room / 2).max(room.saturating_sub(left));
    let cut_before = left > for_left || starts_outside;
    let cut_after = right > for_right || ends_outside;
    if cut_before {
        let from = text[..place.start].char_indices().rev().take(for_left).last().map_or(place.start, |(at, _)| at);
        start = text[from.max(start)..place.start].find(' ').map_or(place.start, |gap| from.max(start) + gap + 1);
    }
    if cut_after {
        let to = text[place.end..].char_indices().nth(for_right).map_or(text.len(), |(at, _)| place.end + at);
        end = text[place.end..to.min(end)].rfind(' ').map_or(place.end, |gap| place.end + gap);
    }
    Excerpt { range: start..end, cut_before, cut_after }
}

#[cfg(test)]
mod tests {
    use super::sentence;

    fn check(text: &str, word: &str, chars: usize, expected: &str) {
        let at = text.find(word).expect("the word is in the text");
        let found = sentence(text, at..at + word.len(), chars);
        let dots = |is_cut| if is_cut { "…" } else { "" };
        let shown = format!("{}{}{}", dots(found.cut_before), &text[found.range], dots(found.cut_after));
        assert_eq!(shown, expected);
    }

    #[test]
    fn the_whole_sentence_if_it_fits() {
        let text = "Một câu.  Câu này nói về LLM, có 3,5 tỷ tham số! Câu sau? “Hết.”";
        check(text, "LLM", 100, "Câu này nói về LLM, có 3,5 tỷ tham số!");
        check(text, "Một", 100, "Một câu.");
        check(text, "Hết", 100, "“Hết.”");
        check("LLM", "LLM", 100, "LLM");
        check("Một hai ba LLM bốn năm.", "LLM", 20, "Một hai ba LLM bốn năm.");
    }

    #[test]
    fn else_whole_words_around_the_place() {
        let text = "Một hai ba bốn năm sáu LLM bảy tám chín mười mười một.";
        check(text, "LLM", 25, "…năm sáu LLM bảy tám…");
        check(text, "Một", 20, "Một hai ba bốn năm…");
        check(text, "LLM", 1, "…LLM…");
        check(text, "một.", 20, "…chín mười mười một.");
    }

    #[test]
    fn any_place_of_any_text_is_kept_whole() {
        let text = "Ai. Đi!\u{a0}đâu? 👩\u{200d}🔬 e\u{301} … một…hai";
        let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for (first, from) in edges.iter().enumerate() {
            for to in &edges[first..] {
                for chars in [0, 3, 10, 100] {
                    let found = sentence(text, *from..*to, chars).range;
                    assert!(found.start <= *from && found.end >= *to && text.get(found).is_some());
                }
            }
        }
    }
}
