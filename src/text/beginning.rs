//! The beginning of a text, for descriptions and lists.
//!
//! Enters: plain text. Leaves: its first sentences, or as many words as fit. Never: markup, half words.

use icu::segmenter::SentenceSegmenter;

/// The first sentences of `text` that fit into `chars` characters (Unicode scalar values); if not even
/// one does, or they would leave more than two thirds of the room empty, as many words as fit, with `…`.
///
/// White space is made single. Never longer than `chars`; empty if nothing fits.
pub fn beginning(text: &str, chars: usize) -> String {
    let (flat, all) = flatten(text, chars);
    if all && flat.chars().count() <= chars {
        return flat;
    }
    let sentences = whole_sentences(&flat, chars);
    if !sentences.is_empty() && sentences.chars().count() * 3 >= chars {
        return sentences.to_owned();
    }
    whole_words(&flat, chars)
}

/// The text with single spaces, as far as is needed, and whether that is all of it.
fn flatten(text: &str, chars: usize) -> (String, bool) {
    let mut flat = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        // A sentence's end is seen only with what follows it.
        if length > chars + 1 {
            return (flat, false);
        }
        if !flat.is_empty() {
            flat.push(' ');
        }
        flat.push_str(word);
        length += word.chars().count() + 1;
    }
    (flat, true)
}

/// As many whole sentences as fit; may be empty.
fn whole_sentences(flat: &str, chars: usize) -> &str {
    let room = flat.char_indices().nth(chars).map_or(flat.len(), |(at, _)| at);
    let ends = SentenceSegmenter::new(Default::default()).segment_str(flat);
    let fits = |end: &usize| flat[..*end].trim_end().len() <= room && *end < flat.len();
    let end = ends.filter(fits).last().unwrap_or(0);
    flat[..end].trim_end()
}

/// As many whole words as fit, without a sign at their end, and `…`.
fn whole_words(flat: &str, chars: usize) -> String {
    let Some(room) = chars.checked_sub(1) else {
        return String::new();
    };
    let Some((limit, _)) = flat.char_indices().nth(room) else {
        return flat.to_owned();
    };
    let end = flat[..=limit_end(flat, limit)].rfind(' ').unwrap_or(limit);
    let kept = flat[..end].trim_end_matches(|sign: char| !sign.is_alphanumeric() && !")]}”’»%".contains(sign));
    if kept.is_empty() { String::new() } else { format!("{kept}…") }
}

/// The last byte of the character that begins at `at`.
fn limit_end(flat: &str, at: usize) -> usize {
    flat[at..].chars().next().map_or(at, |letter| at + letter.len_utf8() - 1)
}

#[cfg(test)]
mod tests {
    use super::beginning;

    #[test]
    fn whole_sentences_if_they_fit_else_whole_words() {
        let text = "Bắc Kinh gọi tên mười công ty.  Họ cùng\nxây dựng sức mạnh tính toán. Và hơn nữa.";
        let cases = [
            (200, "Bắc Kinh gọi tên mười công ty. Họ cùng xây dựng sức mạnh tính toán. Và hơn nữa."),
            (70, "Bắc Kinh gọi tên mười công ty. Họ cùng xây dựng sức mạnh tính toán."),
            (66, "Bắc Kinh gọi tên mười công ty."),
            (30, "Bắc Kinh gọi tên mười công ty."),
            (29, "Bắc Kinh gọi tên mười công…"),
            (15, "Bắc Kinh gọi…"),
            (1, ""),
            (0, ""),
        ];
        for (chars, expected) in cases {
            assert_eq!(beginning(text, chars), expected, "{chars}");
            assert!(beginning(text, chars).chars().count() <= chars);
        }
    }

    #[test]
    fn a_very_short_first_sentence_does_not_stand_alone() {
        assert_eq!(beginning("Ai? Bắc Kinh và mười công ty lớn nhất nước", 30), "Ai? Bắc Kinh và mười công ty…");
    }

    #[test]
    fn a_word_longer_than_the_room_is_cut() {
        assert_eq!(beginning("人工智能改变世界", 5), "人工智能…");
        assert_eq!(beginning("một, hai, ba", 6), "một…");
    }
}
