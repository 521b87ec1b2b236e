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
    let may_move = matches!(word.as_bytes().last(), Some(b'a' | b'e' | b'y' | b'A' | b'E' | b'Y'));
    let is_composed = |c: char| c < '\u{300}' || ('\u{1e00}'..='\u{1eff}').contains(&c);
    if word.is_ascii() || (!may_move && word.chars().all(is_composed)) {
        return word.into();
    }
    text::tone_placement(word)
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

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        let rest = &self.text[self.at..];
        let first = rest.chars().next()?;
        let class = class(first);
        let length = match class {
            Class::Letter => word_length(rest),
            Class::Ideograph => first.len_utf8() + length_of(&rest[first.len_utf8()..], is_mark),
            Class::Katakana => length_of(rest, |c| class_is(c, Class::Katakana) || is_mark(c)),
            Class::Space => length_of(rest, |c| class_is(c, Class::Space)),
            Class::Sign | Class::Unseen => first.len_utf8(),
        };
        let kind = match class {
            Class::Letter | Class::Ideograph | Class::Katakana => Kind::Word,
            Class::Space => Kind::Space,
            Class::Sign => Kind::Sign,
            Class::Unseen => Kind::Unseen,
        };
        let begins_sentence = matches!(self.place, Place::Begin | Place::Ended);
        let token = Token { text: &rest[..length], start: self.at, kind, begins_sentence };
        self.at += length;
        self.place = after(self.place, kind, first);
        Some(token)
    }
}

/// Where the token after this one stands.
fn after(place: Place, kind: Kind, first: char) -> Place {
    match (kind, first) {
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
