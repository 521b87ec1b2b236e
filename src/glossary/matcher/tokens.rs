//! A text as the matcher reads it: words, single signs, and white space.
//!
//! Enters: a text without invisible characters ([`clean`] takes them out). Leaves: tokens in order that cover it
//! whole. Never here: terms. Source of word boundaries: UAX #29, with two differences: an apostrophe parts words (so
//! that `AI` is found in `AI's`), and scripts that write no spaces but are not ideographic (Thai, Khmer, …) are not
//! divided, because a term inside a longer word would be a wrong link.

use std::borrow::Cow;
use std::ops::Range;

use crate::text;

/// A piece of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    /// As it stands in the text.
    pub(super) text: &'t str,
    /// Where its first byte stands.
    pub(super) start: usize,
    pub(super) kind: Kind,
    /// Whether a sentence begins with it.
    pub(super) begins_sentence: bool,
    /// Whether its text is its key.
    pub(super) plain: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, digits and the marks that belong to them; one ideograph.
    Word,
    /// A run of white space.
    Space,
    /// Any other single character.
    Sign,
    /// A character that nobody sees: the text has to be cleaned first.
    Unseen,
}

impl Token<'_> {
    /// The byte after its last.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// What it is compared by: NFC, the tone at one place; white space, apostrophes and hyphens alike.
    pub(super) fn key(&self) -> Cow<'_, str> {
        match self.kind {
            _ if self.plain => self.text.into(),
            Kind::Word => word_key(self.text),
            Kind::Space => " ".into(),
            Kind::Sign | Kind::Unseen => match self.text {
                "’" => "'".into(),
                "\u{2010}" | "\u{2011}" => "-".into(),
                other => other.into(),
            },
        }
    }
}

fn word_key(word: &str) -> Cow<'_, str> {
    // Only a syllable that ends with one of these letters can bear its tone at two places, and only letters outside
    // of these ranges can be in another form than NFC: most words need no work.
    let may_move = ends_open(word.as_bytes());
    let is_composed = |c: char| c < '\u{300}' || ('\u{1e00}'..='\u{1eff}').contains(&c);
    if word.is_ascii() || (!may_move && word.chars().all(is_composed)) {
        return word.into();
    }
    text::tone_placement(word)
}

/// Whether a syllable ends with a letter that may bear the tone of the one before it.
fn ends_open(word: &[u8]) -> bool {
    matches!(word.last(), Some(b'a' | b'e' | b'y' | b'A' | b'E' | b'Y'))
}

/// The kind and the length of the first token, if it is a usual one: a word of Latin letters and digits, or one space,
/// before something that plainly ends it. What is not usual is read letter by letter, and gives the same.
fn usual(text: &[u8]) -> Option<(Kind, usize)> {
    if let [b' ', next, ..] = text {
        // Letters, and signs of ASCII.
        let ends = matches!(next, b'!'..=b'~' | 0xc3..=0xc8);
        return ends.then_some((Kind::Space, 1));
    }
    let mut at = 0;
    loop {
        while text.get(at).is_some_and(|byte| matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_')) {
            at += 1;
        }
        at += match text[at..] {
            // U+00C0 to U+023F without × and ÷, U+1E00 to U+1EFF: these are letters in NFC.
            [0xc3, 0x97 | 0xb7, ..] => return None,
            [0xc3..=0xc8, _, ..] => 2,
            [0xe1, 0xb8..=0xbb, _, ..] => 3,
            // A point or comma may go on with a word; so may what is beyond ASCII.
            [] | [b'.' | b',' | 0x80.., ..] => return (at > 0 && at == text.len()).then_some((Kind::Word, at)),
            _ => return (at > 0).then_some((Kind::Word, at)),
        };
    }
}

/// The tokens of a text.
#[derive(Debug, Clone)]
pub(super) struct Tokens<'t> {
    text: &'t str,
    at: usize,
    place: Place,
}

/// Where in a sentence a token stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Begin,
    Inside,
    /// After a sign that ends a sentence, if white space follows.
    Ended,
    /// After a colon: a quotation that begins here is a sentence of its own.
    Colon,
}

/// The tokens of `text`.
pub(super) fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0, place: Place::Begin }
}

impl Tokens<'_> {
    /// Goes past usual words within a sentence, and single spaces, up to a word that `may_begin` something: most of a
    /// text is seen off here, without a token for each word.
    pub(super) fn pass(&mut self, may_begin: impl Fn(&[u8]) -> bool) {
        let bytes = self.text.as_bytes();
        while self.place == Place::Inside {
            match usual(&bytes[self.at..]) {
                Some((Kind::Word, length)) => {
                    let word = &bytes[self.at..self.at + length];
                    // What may bear its tone elsewhere is compared by another spelling.
                    if may_begin(word) || (ends_open(word) && !word.is_ascii()) {
                        return;
                    }
                    self.at += length;
                }
                Some((Kind::Space, length)) => self.at += length,
                _ => return,
            }
        }
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        let rest = &self.text[self.at..];
        let (kind, length, is_latin) = match usual(rest.as_bytes()) {
            Some((kind, length)) => (kind, length, kind == Kind::Word),
            None => {
                let (kind, length) = by_letter(rest)?;
                (kind, length, false)
            }
        };
        let text = &rest[..length];
        let begins_sentence = matches!(self.place, Place::Begin | Place::Ended);
        let plain = is_latin && (!ends_open(text.as_bytes()) || text.is_ascii());
        let token = Token { text, start: self.at, kind, begins_sentence, plain };
        self.at += length;
        self.place = after(self.place, kind, text);
        Some(token)
    }
}

/// The kind and the length of the first token; `None` at the end.
fn by_letter(text: &str) -> Option<(Kind, usize)> {
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    Some(match class(first) {
        Class::Letter => (Kind::Word, word_length(text)),
        Class::Ideograph => (Kind::Word, first.len_utf8() + length_of(rest, is_mark)),
        Class::Katakana => (Kind::Word, length_of(text, |c| class_is(c, Class::Katakana) || is_mark(c))),
        Class::Space => (Kind::Space, length_of(text, |c| class_is(c, Class::Space))),
        Class::Sign => (Kind::Sign, first.len_utf8()),
        Class::Unseen => (Kind::Unseen, first.len_utf8()),
    })
}

/// Where the token after this one stands.
fn after(place: Place, kind: Kind, text: &str) -> Place {
    match (kind, text.chars().next().unwrap_or_default()) {
        (Kind::Word, _) => Place::Inside,
        (Kind::Space, _) if place == Place::Ended => Place::Begin,
        (Kind::Space | Kind::Unseen, _) => place,
        (Kind::Sign, '.' | '!' | '?' | '…') => Place::Ended,
        (Kind::Sign, '。' | '！' | '？' | '।') => Place::Begin,
        (Kind::Sign, ':') => Place::Colon,
        (Kind::Sign, ',' | ';') => Place::Inside,
        (Kind::Sign, '“' | '‘' | '«' | '„' | '"' | '(' | '[') if place == Place::Colon => Place::Begin,
        (Kind::Sign, _) => place,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Ideograph,
    Katakana,
    Space,
    Sign,
    Unseen,
}

// flat match
fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '_' => Class::Letter,
        ' ' | '\t'..='\r' => Class::Space,
        '\0'..='\x7f' => Class::Sign,
        '\u{c0}'..='\u{24f}' if !matches!(c, '×' | '÷') => Class::Letter,
        '\u{1e00}'..='\u{1eff}' => Class::Letter,
        '\u{200b}' => Class::Unseen,
        _ if is_unseen(c) => Class::Unseen,
        '\u{3040}'..='\u{309f}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' => Class::Ideograph,
        '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '々' | '〇' => Class::Ideograph,
        '\u{30a0}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' => Class::Katakana,
        _ if c.is_whitespace() => Class::Space,
        _ if c.is_alphanumeric() || is_mark(c) => Class::Letter,
        _ => Class::Sign,
    }
}

fn class_is(c: char, wanted: Class) -> bool {
    class(c) == wanted
}

fn is_mark(c: char) -> bool {
    c >= '\u{300}' && text::is_mark(c)
}

/// Characters without a shape of their own: soft hyphen, joiners, marks of direction, selectors of variants.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// How many bytes at the start of `text` are of one kind.
fn length_of(text: &str, keep: impl Fn(char) -> bool) -> usize {
    text.find(|c: char| !keep(c)).unwrap_or(text.len())
}

/// The length of the word at the start of `text`: a point between letters or digits, or a comma between digits, goes
/// on with it (UAX #29, WB6, WB7, WB11, WB12), so that nothing is found in `openai.com` or `3,5`.
fn word_length(text: &str) -> usize {
    let mut at = 0;
    let mut before = ' ';
    let mut letters = text.char_indices().peekable();
    while let Some((offset, letter)) = letters.next() {
        let goes_on = match letter {
            '.' | ',' => {
                let next = letters.peek().map_or(' ', |(_, next)| *next);
                let digits = before.is_numeric() && next.is_numeric();
                digits || (letter == '.' && class_is(before, Class::Letter) && class_is(next, Class::Letter))
            }
            _ => class_is(letter, Class::Letter),
        };
        if !goes_on {
            break;
        }
        before = letter;
        at = offset + letter.len_utf8();
    }
    at
}

/// A text without invisible characters, and how its places are places of the original.
pub(super) struct Clean {
    pub(super) text: String,
    /// For each character: its byte in the clean text, and that of the original.
    places: Vec<(usize, usize)>,
}

/// Takes out what nobody sees. A zero-width space is where a line may break between two words: it counts as white
/// space.
pub(super) fn clean(text: &str) -> Clean {
    let mut clean = Clean { text: String::with_capacity(text.len()), places: Vec::new() };
    for (at, letter) in text.char_indices() {
        if is_unseen(letter) {
            continue;
        }
        clean.places.push((clean.text.len(), at));
        clean.text.push(if letter == '\u{200b}' { ' ' } else { letter });
    }
    clean
}

impl Clean {
    /// A range of the clean text, not empty, as one of `original`.
    pub(super) fn original(&self, range: Range<usize>, original: &str) -> Range<usize> {
        let of = |at: usize| self.places[self.places.partition_point(|(place, _)| *place <= at) - 1].1;
        let last = of(range.end - 1);
        let length = original[last..].chars().next().map_or(0, char::len_utf8);
        of(range.start)..last + length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All texts of up to four of these characters: what the quick way reads, the slow way reads alike.
    #[test]
    fn the_quick_way_is_the_slow_way() {
        let letters = [
            "a", "E", "7", "_", " ", "\t", ".", ",", "-", "’", "à", "×", "÷", "ɏ", "ạ", "Ỹ", "\u{301}", "\u{a0}",
            "\u{ad}", "\u{200b}", "м", "中", "ネ", "😀",
        ];
        let mut texts: Vec<String> = letters.map(str::to_owned).into();
        let mut longer = texts.clone();
        for _ in 0..3 {
            longer = longer.iter().flat_map(|text| letters.map(|letter| format!("{text}{letter}"))).collect();
            texts.extend(longer.iter().cloned());
        }
        let mut quick = 0;
        for text in &texts {
            let Some(found) = usual(text.as_bytes()) else { continue };
            quick += 1;
            assert_eq!(Some(found), by_letter(text), "{text:?}");
            let token = tokens(text).next().expect("there is one");
            if token.plain {
                assert_eq!(token.text, word_key(token.text), "{text:?}");
            }
        }
        assert!(quick > 20_000, "the quick way is taken, {quick} times");
    }
}
