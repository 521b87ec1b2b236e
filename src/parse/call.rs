//! The calls that Markdown may make: `{{ figure }}`, `{{ <component /> }}`, `{% <component> %}`, `{% </component> %}`.
//!
//! The syntax is Tera's own for components; nothing else of a template's language is understood here.
//! Source: Tera 2, "Components" (arguments `name="text"` and `name={value}`).

use super::body::Argument;
use crate::base::Span;

/// A call found in a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Call {
    /// `{{ companies }}`, `{{ announced | day-month }}`.
    Figure {
        /// The figure's id.
        id: String,
        /// The format's name, if one is asked for.
        format: Option<String>,
    },
    /// `{{ <timeline /> }}`.
    Component {
        /// The component's name.
        name: String,
        /// The arguments in order.
        arguments: Vec<Argument>,
    },
    /// `{% <details summary="…"> %}`.
    Open {
        /// The component's name.
        name: String,
        /// The arguments in order.
        arguments: Vec<Argument>,
    },
    /// `{% </details> %}`.
    Close {
        /// The component's name.
        name: String,
    },
}

/// A call that cannot be read: where, what is wrong, and how far it reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallError {
    /// The place, in bytes of the source.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// Where reading may go on.
    pub end: usize,
}

/// Reads the call that begins at byte `start` of `source` and must end before `limit`.
///
/// Returns the call and the byte after it.
///
/// # Errors
/// A call that is not closed, or not of one of the four forms.
pub fn parse(source: &str, start: usize, limit: usize) -> Result<(Call, usize), CallError> {
    let text = &source[..limit];
    let statement = text[start..].starts_with("{%");
    let closing = if statement { "%}" } else { "}}" };
    let mut scanner = Scanner { text, at: start + 2 };
    let call = call(&mut scanner, statement);
    scanner.space();
    match call {
        Ok(call) if text[scanner.at..].starts_with(closing) => Ok((call, scanner.at + 2)),
        Ok(_) => Err(scanner.error(start, closing, format!("expected `{closing}` here"))),
        Err(message) => Err(scanner.error(start, closing, message)),
    }
}

fn call(scanner: &mut Scanner<'_>, statement: bool) -> Result<Call, String> {
    scanner.space();
    if scanner.take("</") {
        let name = scanner.name().ok_or("expected the component's name")?;
        scanner.space();
        return match (scanner.take(">"), statement) {
            (true, true) => Ok(Call::Close { name }),
            (true, false) => Err("a component with a body ends with `{% </name> %}`".to_owned()),
            (false, _) => Err("expected `>` here".to_owned()),
        };
    }
    if scanner.take("<") {
        let name = scanner.name().ok_or("expected the component's name")?;
        let arguments = arguments(scanner)?;
        return match (scanner.take("/>"), statement) {
            (true, false) => Ok(Call::Component { name, arguments }),
            (true, true) => Err("a component without a body is called with `{{ <name /> }}`".to_owned()),
            (false, true) if scanner.take(">") => Ok(Call::Open { name, arguments }),
            (false, true) => Err("expected an argument or `>` here".to_owned()),
            (false, false) => Err("expected an argument or `/>` here".to_owned()),
        };
    }
    if statement {
        return Err("Markdown can call components, and nothing else of a template".to_owned());
    }
    let id = scanner.name().ok_or("expected a figure's id or `<component />`")?;
    scanner.space();
    let format = if scanner.take("|") {
        scanner.space();
        Some(scanner.name().ok_or("expected the name of a format")?)
    } else {
        None
    };
    Ok(Call::Figure { id, format })
}

fn arguments(scanner: &mut Scanner<'_>) -> Result<Vec<Argument>, String> {
    let mut arguments: Vec<Argument> = Vec::new();
    loop {
        scanner.space();
        let start = scanner.at;
        let Some(name) = scanner.name() else { return Ok(arguments) };
        if arguments.iter().any(|argument| argument.name == name) {
            scanner.at = start;
            return Err(format!("the argument `{name}` is given twice"));
        }
        scanner.space();
        if !scanner.take("=") {
            scanner.at = start;
            return Err(format!("the argument `{name}` has no value; write `{name}=\"…\"` or `{name}={{…}}`"));
        }
        scanner.space();
        let value = value(scanner)?;
        arguments.push(Argument { name, value, span: Span::new(start..scanner.at) });
    }
}

fn value(scanner: &mut Scanner<'_>) -> Result<serde_json::Value, String> {
    for quote in ["\"", "'"] {
        if scanner.take(quote) {
            let rest = &scanner.text[scanner.at..];
            let length = rest.find(quote).ok_or("the text of an argument is not closed")?;
            scanner.at += length + 1;
            return Ok(rest[..length].into());
        }
    }
    if !scanner.take("{") {
        return Err("expected a value: `\"text\"` or `{12}`".to_owned());
    }
    let mut values = serde_json::Deserializer::from_str(&scanner.text[scanner.at..]).into_iter::<serde_json::Value>();
    match values.next() {
        Some(Ok(value)) => {
            scanner.at += values.byte_offset();
            scanner.space();
            if scanner.take("}") { Ok(value) } else { Err("expected `}` after the value".to_owned()) }
        }
        _ => {
            Err("expected a number, `true`, `false`, a text in quotes, a list or a map between `{` and `}`".to_owned())
        }
    }
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl Scanner<'_> {
    fn space(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.text[self.at..].starts_with(word);
        if found {
            self.at += word.len();
        }
        found
    }

    /// A name: ASCII letters, digits, `_`, `-`, `.`, `:`, beginning with a letter or `_`.
    fn name(&mut self) -> Option<String> {
        let rest = &self.text[self.at..];
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ':');
        let length = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
        let name = &rest[..length];
        let begins_well = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        if !begins_well {
            return None;
        }
        self.at += length;
        Some(name.to_owned())
    }

    fn error(&self, start: usize, closing: &str, message: String) -> CallError {
        let rest = &self.text[self.at..];
        let end = rest.find(closing).map_or(self.text.len(), |at| self.at + at + 2);
        let width = rest.chars().next().map_or(0, char::len_utf8);
        let closed = self.text[start..].contains(closing);
        let message =
            if closed { message } else { format!("`{}` is never closed by `{closing}`", &self.text[start..start + 2]) };
        let span = if closed { self.at..self.at + width } else { start..start + 2 };
        CallError { span: Span::new(span), message, end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(text: &str) -> Result<(Call, usize), String> {
        parse(text, 0, text.len()).map_err(|error| error.message)
    }

    #[test]
    fn the_four_forms_are_read() {
        let figure = Call::Figure { id: "announced".to_owned(), format: Some("day-month".to_owned()) };
        assert_eq!(read("{{ announced | day-month }} rest"), Ok((figure, 27)));
        let Ok((Call::Component { name, arguments }, _)) =
            read(r#"{{ <ui.chart ids="a, b" n={3} list={["x", 1]} map={{"a": true}} /> }}"#)
        else {
            panic!("a component call");
        };
        assert_eq!(name, "ui.chart");
        let values: Vec<serde_json::Value> = arguments.into_iter().map(|argument| argument.value).collect();
        assert_eq!(values, [json!("a, b"), json!(3), json!(["x", 1]), json!({"a": true})]);
        assert!(matches!(read(r#"{% <details summary='Nói "kỹ"'> %}"#), Ok((Call::Open { .. }, _))));
        assert!(matches!(read("{% </details> %}"), Ok((Call::Close { .. }, _))));
    }

    #[test]
    fn what_is_not_a_call_is_explained() {
        let cases = [
            ("{{ 12 }}", "expected a figure's id or `<component />`"),
            ("{{ site.title | upper(1) }}", "expected `}}` here"),
            ("{% if x %}", "Markdown can call components, and nothing else of a template"),
            ("{{ <a b /> }}", "the argument `b` has no value; write `b=\"…\"` or `b={…}`"),
            (
                "{{ <a b={x} /> }}",
                "expected a number, `true`, `false`, a text in quotes, a list or a map between `{` and `}`",
            ),
            ("{{ <a b=\"1\" b=\"2\" /> }}", "the argument `b` is given twice"),
            ("{{ <a /> ", "`{{` is never closed by `}}`"),
            ("{{ <a> }}", "expected an argument or `/>` here"),
            ("{% <a /> %}", "a component without a body is called with `{{ <name /> }}`"),
        ];
        for (text, message) in cases {
            assert_eq!(read(text), Err(message.to_owned()), "{text}");
        }
    }
}
