//! Finds the terms of a glossary in running text.
//!
//! Enters: a termbase and a language; then texts. Leaves: places of terms, leftmost and longest first, without
//! overlap. Never here: HTML, what is done with a match, folding of tones: ma, má and mà are different words.
//!
//! A text is read as words, single signs and white space; a form matches whole words only, whatever white space stands
//! between them. A matcher is a value: the same text gives the same matches. Costs grow with the text, not with the
//! number of terms: each word is looked up once among the first words of all forms.

mod forms;
#[cfg(test)]
mod tests;
mod tokens;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;
use std::sync::Arc;

use forms::{Form, Rank, forms};
use tokens::{Kind, Token, clean, tokens};

use super::Termbase;
use crate::base::Lang;
use crate::parse::front::LinkPolicy;

/// The terms of a glossary as one language's texts show them.
#[derive(Debug, Clone)]
pub struct Matcher {
    lang: Lang,
    nodes: Vec<Node>,
    /// Sorted.
    ids: Vec<Arc<str>>,
    ends: Vec<End>,
    /// Whether a form begins with a sign: `.NET`.
    begins_with_sign: bool,
    /// What the first words of forms look like: most words of a text are no first word, and are seen off here.
    looks: Box<[u64; LOOKS / 64]>,
}

/// How many looks a word can have.
const LOOKS: usize = 1 << 15;

/// The look of a word: its length and three of its bytes, in a few bits. Equal words look alike.
fn look(bytes: &[u8]) -> usize {
    let at = |place: usize| bytes.get(place).copied().map_or(0, usize::from);
    let mixed = (at(0) << 7) ^ (at(bytes.len() / 2) << 4) ^ at(bytes.len().saturating_sub(1)) ^ (bytes.len() << 11);
    mixed % LOOKS
}

/// A step of a form: what may follow, and the form that ends here, by its number in `ends`.
#[derive(Debug, Clone, Default)]
struct Node {
    next: HashMap<Box<str>, u32, BuildHasherDefault<Fnv>>,
    end: Option<u32>,
}

/// A form.
#[derive(Debug, Clone)]
struct End {
    term: u32,
    rank: Rank,
    exact: bool,
    lang: Option<Lang>,
    links: bool,
}

/// A term in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match<'a> {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// The term's id.
    pub id: &'a Arc<str>,
    /// The term's number among all terms in the order of their ids, from 0.
    pub number: u32,
    /// Whether its entry says that the form should not be used.
    pub avoided: bool,
    /// Whether its entry lets it become a link, and no other entry has the same form.
    pub links: bool,
    /// The language of the form, if that is not the text's and the entry asks for it to be marked.
    pub lang: Option<&'a Lang>,
}

impl Matcher {
    /// All forms of all terms that texts in `lang` may show: those of the language first, then those of others.
    pub fn new(termbase: &Termbase, lang: &Lang) -> Matcher {
        let ids = termbase.terms.keys().map(|id| Arc::from(id.as_str())).collect();
        let nodes = vec![Node::default()];
        let looks = Box::new([0; LOOKS / 64]);
        let mut matcher = Matcher { lang: lang.clone(), nodes, ids, ends: Vec::new(), begins_with_sign: false, looks };
        let mut all: Vec<(u32, bool, Form)> = Vec::new();
        for (number, term) in termbase.terms.values().enumerate() {
            let links = term.link == LinkPolicy::Auto;
            all.extend(forms(term, lang).into_iter().map(|form| (number as u32, links, form)));
        }
        // Of two terms with one form that are linked in different ways, the one that is linked has it.
        all.sort_by_key(|(number, links, form)| (form.rank, !links, *number));
        for (term, links, form) in all {
            matcher.add(term, links, form);
        }
        matcher
    }

    fn add(&mut self, term: u32, links: bool, form: Form) {
        let Form { text, rank, exact, lang } = form;
        let text = clean(text.trim()).text;
        if !tokens(&text).any(|token| token.kind == Kind::Word) {
            return;
        }
        let mut at = 0;
        for token in tokens(&text) {
            self.begins_with_sign |= at == 0 && token.kind != Kind::Word;
            let key = token.key();
            if at == 0 {
                let look = look(key.as_bytes());
                self.looks[look / 64] |= 1 << (look % 64);
            }
            at = match self.nodes[at].next.get(&*key) {
                Some(next) => *next as usize,
                None => {
                    let next = self.nodes.len();
                    self.nodes[at].next.insert(key.into(), next as u32);
                    self.nodes.push(Node::default());
                    next
                }
            };
        }
        let Some(number) = self.nodes[at].end else {
            self.nodes[at].end = Some(self.ends.len() as u32);
            return self.ends.push(End { term, rank, exact, lang, links });
        };
        let end = &mut self.ends[number as usize];
        if end.term == term {
            end.exact &= exact;
        } else if end.rank == rank && links {
            // Two entries claim the form: which is meant, only an author can tell.
            end.links = false;
        }
    }

    /// Whether there is nothing to find.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The terms in `text`, in order, without overlap.
    pub fn find(&self, text: &str) -> Vec<Match<'_>> {
        if let Some(found) = self.find_visible(text) {
            return found;
        }
        let clean = clean(text);
        let mut found = self.find_visible(&clean.text).unwrap_or_default();
        for one in &mut found {
            one.range = clean.original(one.range.clone(), text);
        }
        found
    }

    /// `None` if the text holds a character that nobody sees.
    fn find_visible(&self, text: &str) -> Option<Vec<Match<'_>>> {
        let mut matches = Vec::new();
        let mut rest = tokens(text);
        loop {
            rest.pass(|word| self.may_begin(word));
            let Some(token) = rest.next() else { break };
            match token.kind {
                Kind::Word => {}
                Kind::Sign if self.begins_with_sign => {}
                Kind::Sign | Kind::Space => continue,
                Kind::Unseen => return None,
            }
            let Some(found) = self.longest(token, &rest) else { continue };
            let End { term, rank, lang, links, exact: _ } = &self.ends[found.end as usize];
            matches.push(Match {
                range: token.start..found.last,
                id: &self.ids[*term as usize],
                number: *term,
                avoided: *rank == Rank::Avoided,
                links: *links,
                lang: lang.as_ref(),
            });
            rest = found.rest;
        }
        Some(matches)
    }

    /// Whether some form may begin with a word; `false` is certain.
    fn may_begin(&self, key: &[u8]) -> bool {
        let look = look(key);
        self.looks[look / 64] >> (look % 64) & 1 == 1
    }

    /// The longest form that begins with a token.
    fn longest<'t>(&self, first: Token<'t>, rest: &tokens::Tokens<'t>) -> Option<Found<'t>> {
        let begin = &self.nodes[0].next;
        let exact = begin.get(&*first.key()).and_then(|node| self.follow(*node, first, rest, true));
        if !first.begins_sentence {
            return exact;
        }
        let lower = lower_first(&first.key(), &self.lang);
        let lowered = lower.and_then(|lower| self.follow(*begin.get(&*lower)?, first, rest, false));
        match (exact, lowered) {
            (Some(exact), Some(lowered)) => Some(if lowered.last > exact.last { lowered } else { exact }),
            (exact, lowered) => exact.or(lowered),
        }
    }

    /// `as_written`: the first token matched with its own case.
    fn follow<'t>(
        &self,
        node: u32,
        first: Token<'t>,
        rest: &tokens::Tokens<'t>,
        as_written: bool,
    ) -> Option<Found<'t>> {
        let mut node = &self.nodes[node as usize];
        let mut rest = rest.clone();
        let fits = |end: &u32| as_written || !self.ends[*end as usize].exact;
        let mut best = node.end.filter(fits).map(|end| Found { end, last: first.end(), rest: rest.clone() });
        while !node.next.is_empty() {
            let Some(token) = rest.next() else { break };
            let Some(next) = node.next.get(&*token.key()) else { break };
            node = &self.nodes[*next as usize];
            if let Some(end) = node.end.filter(fits) {
                best = Some(Found { end, last: token.end(), rest: rest.clone() });
            }
        }
        best
    }

    /// The number of a term; `None` if there is no such term.
    pub fn number(&self, id: &str) -> Option<u32> {
        self.ids.binary_search_by(|known| (**known).cmp(id)).ok().map(|number| number as u32)
    }

    /// The id of a term by its number.
    pub fn id(&self, number: u32) -> Option<&Arc<str>> {
        self.ids.get(number as usize)
    }
}

/// A form found: its number, the byte after it, and the text that follows.
struct Found<'t> {
    end: u32,
    last: usize,
    rest: tokens::Tokens<'t>,
}

/// What a form is compared by: two forms with one key cannot be told apart in a text but by a capital at the start of a
/// sentence. `None` if there is neither letter nor digit in it.
///
/// ```
/// use songngu::glossary::form_key;
/// assert_eq!(form_key("hòa\u{a0} mạng"), form_key("hoà mạng"));
/// assert_ne!(form_key("ma"), form_key("má"));
/// assert_eq!(form_key("…!"), None);
/// ```
pub fn form_key(form: &str) -> Option<String> {
    let text = clean(form.trim()).text;
    let has_word = tokens(&text).any(|token| token.kind == Kind::Word);
    has_word.then(|| tokens(&text).map(|token| token.key().into_owned()).collect())
}

/// How many words a text holds, as forms are compared word by word.
pub fn words(text: &str) -> usize {
    tokens(text).filter(|token| token.kind == Kind::Word).count()
}

/// The word with a small letter at its start, by the rules of its language; `None` if it does not begin with a capital.
fn lower_first(word: &str, lang: &Lang) -> Option<String> {
    let first = word.chars().next().filter(|c| c.is_uppercase())?;
    let rest = &word[first.len_utf8()..];
    match (first, lang.primary()) {
        ('I', "tr" | "az") => Some(format!("ı{rest}")),
        ('İ', "tr" | "az") => Some(format!("i{rest}")),
        ('I', "nl") if rest.starts_with('J') => Some(format!("ij{}", &rest[1..])),
        _ => Some(first.to_lowercase().chain(rest.chars()).collect()),
    }
}

/// FNV-1a, 64 bits: short words are looked up often, and they are the author's own.
///
/// Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm".
#[derive(Debug, Clone)]
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
