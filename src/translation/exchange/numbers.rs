//! The numbers that markup bears in XML: the same in both languages, where it is the same.
//!
//! Enters: a text and its translation. Leaves: a number for each piece of markup, and what stands behind each number.
//! Never here: the names of elements.

use std::collections::BTreeMap;

use super::inline::BREAK;
use super::{Inline, Text, Token};

/// What stands behind the numbers of an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Numbers {
    /// The number of each part of the source that is no words; both ends of a pair have the same.
    pub(super) source: Vec<u32>,
    /// The same of the translation.
    pub(super) target: Vec<u32>,
    /// By number, from 1.
    pub(super) codes: BTreeMap<u32, Code>,
}

/// A piece of markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Code {
    /// It stands alone.
    Atom(String),
    /// It stands around words.
    Pair(String, String),
}

impl Numbers {
    /// Numbers the markup of the source in its order, then that of the translation which the source does not have.
    pub(super) fn new(source: &Text, target: Option<&Text>) -> Numbers {
        let mut numbers = Numbers::default();
        for code in codes(source) {
            numbers.codes.insert(numbers.codes.len() as u32 + 1, code);
        }
        numbers.source = spread(source, |at| at as u32 + 1);
        let Some(target) = target else { return numbers };
        let mut free: Vec<(u32, Code)> = numbers.codes.iter().map(|(number, code)| (*number, code.clone())).collect();
        let mut given = Vec::new();
        for code in codes(target) {
            let number = match free.iter().position(|(_, other)| *other == code) {
                Some(at) => free.remove(at).0,
                None => {
                    let number = numbers.codes.len() as u32 + 1;
                    numbers.codes.insert(number, code);
                    number
                }
            };
            given.push(number);
        }
        numbers.target = spread(target, |at| given[at]);
        numbers
    }

    /// The text behind tokens.
    ///
    /// # Errors
    ///
    /// A number that the entry does not have, or that stands for something else: in words.
    pub(super) fn written(&self, tokens: &[Token]) -> Result<String, String> {
        let code = |number: &str| number.parse().ok().and_then(|number: u32| self.codes.get(&number));
        let mut out = String::new();
        for token in tokens {
            match token {
                Token::Written(text) => out.push_str(text),
                Token::Atom(number) => match code(number) {
                    Some(Code::Atom(text)) => out.push_str(text),
                    Some(Code::Pair(..)) => {
                        return Err(format!("the markup `{number}` stands around words, not alone"));
                    }
                    None => return Err(format!("there is no markup `{number}` in this text")),
                },
                Token::Open(number) | Token::Close(number) => match (code(number), token) {
                    (Some(Code::Pair(open, _)), Token::Open(_)) => out.push_str(open),
                    (Some(Code::Pair(_, close)), _) => out.push_str(close),
                    (Some(Code::Atom(_)), _) => {
                        return Err(format!("the markup `{number}` stands alone, not around words"));
                    }
                    (None, _) => return Err(format!("there is no markup `{number}` in this text")),
                },
            }
        }
        Ok(out)
    }
}

/// The markup of a text in the order in which it begins.
fn codes(text: &Text) -> Vec<Code> {
    let mut found: Vec<Code> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for part in text.parts() {
        match part {
            Inline::Words(_) => {}
            Inline::Atom(code) => found.push(Code::Atom(code.clone())),
            Inline::Break => found.push(Code::Atom(BREAK.to_string())),
            Inline::Open(code) => {
                open.push(found.len());
                found.push(Code::Pair(code.clone(), String::new()));
            }
            Inline::Close(code) => {
                if let Some(Code::Pair(_, close)) = open.pop().and_then(|at| found.get_mut(at)) {
                    close.clone_from(code);
                }
            }
        }
    }
    found
}

/// A number for each part that is no words, from that of the piece of markup it belongs to.
fn spread(text: &Text, number: impl Fn(usize) -> u32) -> Vec<u32> {
    let mut numbers = Vec::new();
    let mut open = Vec::new();
    let mut next = 0;
    for part in text.parts() {
        match part {
            Inline::Words(_) => {}
            Inline::Atom(_) | Inline::Break => {
                numbers.push(number(next));
                next += 1;
            }
            Inline::Open(_) => {
                numbers.push(number(next));
                open.push(number(next));
                next += 1;
            }
            Inline::Close(_) => numbers.push(open.pop().expect("markup of a text is balanced")),
        }
    }
    numbers
}
