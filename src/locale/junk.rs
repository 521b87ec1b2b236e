//! Fluent's parse errors, in words for translators.
//!
//! Enters: the parser's errors. Leaves: a message and a hint each. Never: Fluent's own wording.

use fluent_syntax::parser::ErrorKind;

/// What is wrong and what to do. A flat match.
pub(super) fn words(kind: &ErrorKind) -> (String, Option<&'static str>) {
    let name_hint = "a name begins with a letter a to z; a longer text goes on in lines that begin with a space";
    let (words, hint) = match kind {
        ErrorKind::ExpectedToken(token) => return expected(*token),
        ErrorKind::ExpectedCharRange { range } => {
            (format!("a character of `{range}` is expected here"), Some(name_hint))
        }
        ErrorKind::ExpectedMessageField { entry_id } => {
            (format!("message `{entry_id}` has no text"), Some("write its text after `=`"))
        }
        ErrorKind::ExpectedTermField { entry_id } => {
            (format!("term `-{entry_id}` has no text"), Some("write its text after `=`"))
        }
        ErrorKind::ForbiddenCallee => {
            ("a function's name is expected here".to_owned(), Some("functions are written in capitals: `NUMBER($n)`"))
        }
        ErrorKind::MissingDefaultVariant => {
            ("a choice needs a default".to_owned(), Some("put `*` before one variant: `*[other]`"))
        }
        ErrorKind::MultipleDefaultVariants => {
            ("a choice has two defaults".to_owned(), Some("keep the `*` of one variant"))
        }
        ErrorKind::MissingValue => ("a text is expected here".to_owned(), None),
        ErrorKind::MessageReferenceAsSelector | ErrorKind::MessageAttributeAsSelector => {
            ("a message cannot decide a choice".to_owned(), Some("choose by a variable: `{ $count -> … }`"))
        }
        ErrorKind::TermReferenceAsSelector => (
            "a term's text cannot decide a choice".to_owned(),
            Some("choose by one of its attributes: `{ -term.gender -> … }`"),
        ),
        ErrorKind::TermAttributeAsPlaceable => {
            ("a term's attribute cannot be shown".to_owned(), Some("attributes of terms are only for choices"))
        }
        ErrorKind::UnterminatedStringLiteral => ("a quoted text has no closing `\"`".to_owned(), None),
        ErrorKind::PositionalArgumentFollowsNamed => (
            "the value comes after the options".to_owned(),
            Some("write the value first: `NUMBER($n, style: \"percent\")`"),
        ),
        ErrorKind::DuplicatedNamedArgument(name) => (format!("option `{name}` is written twice"), None),
        ErrorKind::UnknownEscapeSequence(sequence) => (
            format!("`\\{sequence}` means nothing"),
            Some("write `\\\\`, `\\\"`, or `\\u00A0` for a character by its number"),
        ),
        ErrorKind::InvalidUnicodeEscapeSequence(sequence) => (format!("`{sequence}` is no character"), None),
        ErrorKind::UnbalancedClosingBrace => {
            ("`}` closes nothing".to_owned(), Some("for the sign itself write `{\"}\"}`"))
        }
        ErrorKind::ExpectedInlineExpression => (
            "a variable, message, term, function or quoted text is expected here".to_owned(),
            Some("for the sign `{` itself write `{\"{\"}`"),
        ),
        ErrorKind::ExpectedSimpleExpressionAsSelector => {
            ("this cannot decide a choice".to_owned(), Some("choose by a variable: `{ $count -> … }`"))
        }
        ErrorKind::ExpectedLiteral => {
            ("a quoted text or a number is expected here".to_owned(), Some("options take no variables"))
        }
    };
    (words, hint)
}

fn expected(token: char) -> (String, Option<&'static str>) {
    let hint = match token {
        '=' => Some(
            "write `name = text`, the name in letters a to z, digits, `-` and `_`; a longer text goes on in lines that begin with a space",
        ),
        '}' => Some("close the `{` before the end of the line or of the choice"),
        ']' => Some("a variant is written `[one] text`"),
        _ => None,
    };
    (format!("`{token}` is expected here"), hint)
}
