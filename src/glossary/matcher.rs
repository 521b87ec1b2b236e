//! Finds the terms of a glossary in running text.
//!
//! Enters: a termbase and a language; then texts. Leaves: places of terms, leftmost and longest first, without
//! overlap. Never here: HTML, what is done with a match, folding of tones: ma, má and mà are different words.
//!
//! A text is read as words (runs of letters, digits and marks), single punctuation marks and white space; a form
//! matches whole words only, whatever white space stands between them. Source of word characters: Unicode
//! `Alphabetic`, `Numeric` and combining marks, as UAX #29 joins them. Costs grow with the text, not with the terms.

use std::collections::HashMap;
use std::ops::Range;

use super::{Term, Termbase};
use crate::base::Lang;
use crate::parse::front::LinkPolicy;
use crate::text;

/// The terms of a glossary as one language's texts show them.
#[derive(Debug, Clone, Default)]
pub struct Matcher {
    nodes: Vec<Node>,
    ids: Vec<String>,
}

/// A step of a form: what may follow, and the term that ends here.
#[derive(Debug, Clone, Default)]
struct Node {
    next: HashMap<String, usize>,
    ends: Option<usize>,
}

/// A term in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match<'a> {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// The term's id.
    pub id: &'a str,
}

/// A piece of a text: its bytes, and whether a sentence begins with it.
struct Token<'a> {
    range: Range<usize>,
    text: std::borrow::Cow<'a, str>,
    is_word: bool,
    begins_sentence: bool,
}

impl Matcher {
    /// The forms of all terms that are linked where they appear, in `lang`; an acronym serves every language.
    pub fn new(termbase: &Termbase, lang: &Lang) -> Matcher {
        let mut matcher = Matcher { nodes: vec![Node::default()], ids: Vec::new() };
        for (id, term) in termbase.terms.iter().filter(|(_, term)| term.link == LinkPolicy::Auto) {
            let number = matcher.ids.len();
            matcher.ids.push(id.clone());
            for form in forms(term, lang) {
                matcher.add(&form, number);
            }
        }
        matcher
    }

    /// The first term that has a form keeps it: clashes are reported elsewhere.
    fn add(&mut self, form: &str, term: usize) {
        let mut at = 0;
        for token in tokens(form) {
            at = match self.nodes[at].next.get(&*token.text) {
                Some(next) => *next,
                None => {
                    let next = self.nodes.len();
                    self.nodes[at].next.insert(token.text.into_owned(), next);
                    self.nodes.push(Node::default());
                    next
                }
            };
        }
        if at != 0 {
            self.nodes[at].ends.get_or_insert(term);
        }
    }

    /// The terms in `text`, in order, without overlap.
    pub fn find(&self, text: &str) -> Vec<Match<'_>> {
        if self.ids.is_empty() {
            return Vec::new();
        }
        let tokens: Vec<Token<'_>> = tokens(text).collect();
        let mut matches = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match self.longest(&tokens[at..]) {
                Some((length, term)) => {
                    let range = tokens[at].range.start..tokens[at + length - 1].range.end;
                    matches.push(Match { range, id: &self.ids[term] });
                    at += length;
                }
                None => at += 1,
            }
        }
        matches
    }

    /// The longest form that begins with the first token: how many tokens it has, and its term.
    fn longest(&self, tokens: &[Token<'_>]) -> Option<(usize, usize)> {
        let first = tokens.first().filter(|token| token.is_word)?;
        let exact = self.nodes[0].next.get(&*first.text).and_then(|node| self.follow(*node, tokens));
        if !first.begins_sentence {
            return exact;
        }
        let lower = lower_first(&first.text);
        let lowered =
            lower.and_then(|lower| self.nodes[0].next.get(&lower)).and_then(|node| self.follow(*node, tokens));
        exact.max_by_length(lowered)
    }

    fn follow(&self, first: usize, tokens: &[Token<'_>]) -> Option<(usize, usize)> {
        let mut node = &self.nodes[first];
        let mut best = node.ends.map(|term| (1, term));
        for (at, token) in tokens.iter().enumerate().skip(1) {
            let Some(next) = node.next.get(&*token.text) else { break };
            node = &self.nodes[*next];
            best = node.ends.map(|term| (at + 1, term)).or(best);
        }
        best
    }
}

/// The longer of two matches.
trait Longer {
    fn max_by_length(self, other: Self) -> Self;
}

impl Longer for Option<(usize, usize)> {
    fn max_by_length(self, other: Self) -> Self {
        match (self, other) {
            (Some(a), Some(b)) => Some(if b.0 > a.0 { b } else { a }),
            (a, b) => a.or(b),
        }
    }
}

/// All forms of a term in a language; English ones with their plurals.
fn forms(term: &Term, lang: &Lang) -> Vec<String> {
    let mut forms: Vec<String> = Vec::new();
    if let Some(edition) = term.editions.get(lang) {
        forms.push(edition.term.clone());
        forms.extend(edition.forms.iter().cloned());
    }
    forms.extend(term.acronym.clone());
    if lang.primary() == "en" {
        let plurals: Vec<String> = forms.iter().filter_map(|form| plural(form)).collect();
        forms.extend(plurals);
    }
    forms
}

/// The regular English plural of a form that ends with a letter.
fn plural(form: &str) -> Option<String> {
    let last = form.chars().next_back().filter(|c| c.is_ascii_alphabetic())?;
    let before = form.chars().rev().nth(1).unwrap_or(' ');
    Some(match last {
        'y' if !matches!(before, 'a' | 'e' | 'i' | 'o' | 'u') => format!("{}ies", &form[..form.len() - 1]),
        's' | 'x' | 'z' => format!("{form}es"),
        'h' if matches!(before, 'c' | 's') => format!("{form}es"),
        _ => format!("{form}s"),
    })
}

fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    let mut begins_sentence = true;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let first = rest.chars().next()?;
        let length = |keep: fn(char) -> bool| rest.find(|c: char| !keep(c)).unwrap_or(rest.len());
        let (length, is_word) = if is_word(first) {
            (length(is_word), true)
        } else if first.is_whitespace() {
            (length(char::is_whitespace), false)
        } else {
            (first.len_utf8(), false)
        };
        let range = at..at + length;
        at += length;
        let shown = if is_word {
            text::tone_placement(&text[range.clone()])
        } else if first.is_whitespace() {
            " ".into()
        } else {
            text[range.clone()].into()
        };
        let token = Token { range, text: shown, is_word, begins_sentence };
        begins_sentence = match first {
            _ if is_word => false,
            '.' | '!' | '?' | '…' => true,
            '\u{fffc}' | '"' | '“' | '‘' | '(' | '«' | '\'' => begins_sentence,
            _ if first.is_whitespace() => begins_sentence,
            _ => false,
        };
        Some(token)
    })
}

/// Letters, digits, and the marks that belong to them.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

fn lower_first(word: &str) -> Option<String> {
    let first = word.chars().next().filter(|c| c.is_uppercase())?;
    Some(first.to_lowercase().chain(word.chars().skip(1)).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::base::{PagePath, SourcePath};
    use crate::glossary::TermEdition;

    /// A termbase from lines such as `llm LLM: mô hình ngôn ngữ lớn, mô hình ngôn ngữ | large language model`.
    fn termbase(text: &str) -> Termbase {
        let mut terms = BTreeMap::new();
        for line in text.lines() {
            let (head, texts) = line.split_once(": ").expect("a head and forms");
            let (id, acronym) =
                head.split_once(' ').map_or((head, None), |(id, acronym)| (id, Some(acronym.to_owned())));
            let mut editions = BTreeMap::new();
            for (tag, forms) in ["vi", "en"].into_iter().zip(texts.split(" | ")) {
                let mut forms = forms.split(", ").map(str::to_owned);
                let term = forms.next().expect("a preferred term");
                let edition = TermEdition { term, forms: forms.collect(), avoid: Vec::new(), short: None };
                editions.insert(Lang::new(tag).expect("a tag"), edition);
            }
            let term = Term {
                page: PagePath::new(format!("glossary/{id}")),
                acronym,
                related: Vec::new(),
                related_in: SourcePath::new(""),
                link: LinkPolicy::Auto,
                editions,
            };
            terms.insert(id.to_owned(), term);
        }
        Termbase { terms }
    }

    const TERMS: &str = "ai AI: trí tuệ nhân tạo | artificial intelligence\n\
        compute: sức mạnh tính toán, hòa tính | compute, computing power\n\
        llm LLM: mô hình ngôn ngữ lớn | large language model\n\
        model: mô hình | model\n\
        ma: má | cheek\n\
        pre: mô hình huấn luyện trước | pre-trained model";

    fn check(lang: &str, text: &str, expected: &str) {
        let matcher = Matcher::new(&termbase(TERMS), &Lang::new(lang).expect("a tag"));
        let found: Vec<String> =
            matcher.find(text).iter().map(|found| format!("{}={}", found.id, &text[found.range.clone()])).collect();
        assert_eq!(found.join("; "), expected, "{text}");
    }

    #[test]
    fn an_acronym_matches_by_exact_case_and_whole_words_only() {
        check("vi", "Vành đai 3 và AI; Ai cũng biết, ai?", "ai=AI");
        check("vi", "AIs, xAI, AI2, AI-", "ai=AI");
        check("en", "AIs and an LLM, the LLMs", "ai=AIs; llm=LLM; llm=LLMs");
    }

    #[test]
    fn the_longest_form_wins_whatever_white_space_is_between() {
        check(
            "vi",
            "một mô\u{a0}hình\nngôn ngữ  lớn và mô hình khác",
            "llm=mô\u{a0}hình\nngôn ngữ  lớn; model=mô hình",
        );
        check("vi", "mô hình huấn luyện", "model=mô hình");
        check("en", "pre-trained models, computing power", "pre=pre-trained models; compute=computing power");
    }

    #[test]
    fn a_capital_is_accepted_where_a_sentence_begins() {
        check(
            "vi",
            "Sức mạnh tính toán. Mô hình! “Mô hình” nhưng không phải Mô Hình, Mô hình",
            "compute=Sức mạnh tính toán; model=Mô hình; model=Mô hình",
        );
    }

    #[test]
    fn tones_tell_words_apart_and_their_placement_does_not() {
        check("vi", "ma mà má mạ", "ma=má");
        check("vi", "hoà tính và hòa tính", "compute=hoà tính; compute=hòa tính");
    }

    #[test]
    fn no_text_breaks_the_matcher() {
        for text in ["", " ", "\u{301}", "mô", "mô hình ngôn ngữ", "…\u{fffc}AI", "e\u{301}AI", "🙂AI🙂"] {
            let matcher = Matcher::new(&termbase(TERMS), &Lang::new("vi").expect("a tag"));
            for found in matcher.find(text) {
                assert!(text.get(found.range).is_some());
            }
        }
        assert!(Matcher::default().find("AI").is_empty());
    }
}
