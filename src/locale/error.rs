//! Why a message could not be formatted.
//!
//! Enters: Fluent's errors. Leaves: our own, in words for authors. Never: half a message.

use std::fmt;

use fluent::FluentError;
use fluent::resolver::ResolverError;
use fluent::resolver::errors::ReferenceKind;

use crate::base::Lang;

/// A message that could not be formatted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormatError {
    /// The message, with its attribute if one was asked for.
    pub key: String,
    /// The language whose message failed; `None` if none has it.
    pub lang: Option<Lang>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a message or a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// No language has it.
    Missing,
    /// It needs a variable that was not given (the name without `$`).
    Variable(String),
    /// It refers to a message, term or attribute that its language lacks.
    Reference(String),
    /// It calls a function that does not exist.
    Function(String),
    /// A function got a value that it cannot take, in words.
    Value(String),
    /// It decides by the number of a variable that is not a number (the name without `$`).
    NotNumber(String),
    /// It leads back to itself.
    Cyclic,
    /// It holds more than a hundred placeables.
    TooLong,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Missing => f.write_str("no language defines it"),
            Problem::Variable(name) => write!(f, "it needs `${name}`, which was not given"),
            Problem::Reference(name) => write!(f, "it refers to `{name}`, which does not exist in its language"),
            Problem::Function(name) => write!(f, "it calls `{name}()`, which does not exist"),
            Problem::Value(words) => f.write_str(words),
            Problem::NotNumber(name) => write!(f, "it needs a number as `${name}`, but got text"),
            Problem::Cyclic => f.write_str("it refers to itself in a circle"),
            Problem::TooLong => f.write_str("it holds more than 100 placeables"),
        }
    }
}

impl FormatError {
    /// Whether a text is one that a message's failure reads as. A template engine hands on nothing but the text.
    pub fn is_text_of_one(text: &str) -> bool {
        text.starts_with("message `")
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let FormatError { key, lang, problem } = self;
        match lang {
            Some(lang) => write!(f, "message `{key}` of `{lang}`: {problem}"),
            None => write!(f, "message `{key}`: {problem}"),
        }
    }
}

impl std::error::Error for FormatError {}

/// The first of Fluent's errors, in our words.
pub(super) fn problem_of(errors: &[FluentError]) -> Option<Problem> {
    let error = errors.iter().find_map(|error| match error {
        FluentError::ResolverError(error) => Some(error),
        FluentError::Overriding { .. } | FluentError::ParserError(_) => None,
    })?;
    Some(match error {
        ResolverError::Reference(ReferenceKind::Variable { id }) => Problem::Variable(id.clone()),
        ResolverError::Reference(ReferenceKind::Function { id }) => Problem::Function(id.clone()),
        ResolverError::Reference(ReferenceKind::Message { id, attribute }) => {
            Problem::Reference(dotted("", id, attribute))
        }
        ResolverError::Reference(ReferenceKind::Term { id, attribute }) => {
            Problem::Reference(dotted("-", id, attribute))
        }
        ResolverError::NoValue(id) => Problem::Reference(id.clone()),
        ResolverError::Cyclic => Problem::Cyclic,
        ResolverError::TooManyPlaceables => Problem::TooLong,
        ResolverError::MissingDefault => Problem::Value("a choice has no default".to_owned()),
    })
}

fn dotted(sigil: &str, id: &str, attribute: &Option<String>) -> String {
    match attribute {
        Some(attribute) => format!("{sigil}{id}.{attribute}"),
        None => format!("{sigil}{id}"),
    }
}
