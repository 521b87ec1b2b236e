//! What a message uses: variables, functions, other messages, markup.
//!
//! Enters: Fluent's syntax tree of one pattern. Leaves: plain data with spans, and the mistakes that
//! Fluent itself would pass over. Never: formatting, other patterns (see `lexicon` for what references
//! bring along).

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};

use super::error::Problem;
use super::functions::{self, Literal};
use super::html::{self, CLOSE, OPEN, Tag};
use crate::base::Span;
use crate::diag::{Code, did_you_mean};

/// What one pattern (of a message, term or attribute) uses by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// Variables that it shows or hands to a function, with their first place.
    pub(super) shown: BTreeMap<String, Span>,
    /// Variables that it only decides by, with their first place.
    pub(super) selected: BTreeMap<String, Span>,
    /// Variables that must be numbers.
    pub(super) numeric: BTreeSet<String>,
    /// Functions whose result it shows.
    pub(super) functions: BTreeSet<String>,
    /// Messages, terms (with `-`) and their attributes (`a.b`) that it refers to.
    pub(super) references: Vec<Reference>,
    /// Its tags, but for `<br>`, `<bdi>` and those that set a language apart: `a href=$url`.
    pub(super) markup: BTreeSet<String>,
    /// Why it must not be formatted, whatever it is given.
    pub(super) problem: Option<Problem>,
}

/// A reference to another message or term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    /// `message`, `message.attribute`, `-term`, `-term.attribute`.
    pub(super) key: String,
    /// The variables that a term is given.
    pub(super) given: BTreeSet<String>,
    /// Where it stands.
    pub(super) span: Span,
}

/// A mistake in a pattern that Fluent does not report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Flaw {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) hint: Option<String>,
    pub(super) span: Span,
}

/// Reads a pattern. `place` tells where a slice of it stands in its file.
pub(super) fn shape(pattern: &Pattern<&str>, place: &dyn Fn(&str) -> Span) -> (Shape, Vec<Flaw>) {
    let mut reader = Reader { shape: Shape::default(), flaws: Vec::new(), place };
    reader.pattern(pattern);
    let Reader { shape, flaws, .. } = reader;
    (shape, flaws)
}

struct Reader<'a> {
    shape: Shape,
    flaws: Vec<Flaw>,
    place: &'a dyn Fn(&str) -> Span,
}

impl Reader<'_> {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        let mut flat = String::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => flat.push_str(value),
                PatternElement::Placeable { expression } => {
                    self.expression(expression);
                    flat.push(OPEN);
                    if let Expression::Inline(InlineExpression::VariableReference { id }) = expression {
                        flat.push_str(id.name);
                    }
                    flat.push(CLOSE);
                }
            }
        }
        self.markup(&flat);
    }

    fn markup(&mut self, flat: &str) {
        for (at, _) in flat.match_indices('<') {
            let Some((Tag::Open { name, attributes }, _)) = html::tag(&flat[at..]) else { continue };
            let foreign = attributes.iter().any(|(attribute, _)| *attribute == "lang");
            if foreign || matches!(name, "br" | "bdi") {
                continue;
            }
            let mut slot = name.to_owned();
            for (attribute, value) in attributes {
                slot.push_str(&format!(" {attribute}={}", value.replace(OPEN, "$").replace(CLOSE, "")));
            }
            self.shape.markup.insert(slot);
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.selector(selector, variants);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { .. } => {}
            InlineExpression::NumberLiteral { value } => self.number(value),
            InlineExpression::VariableReference { id } => {
                let span = self.variable(id.name);
                self.shape.shown.entry(id.name.to_owned()).or_insert(span);
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.shape.functions.insert(id.name.to_owned());
                self.call(id.name, arguments);
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.reference("", id.name, attribute.as_ref().map(|attribute| attribute.name), None);
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                self.reference("-", id.name, attribute.as_ref().map(|attribute| attribute.name), arguments.as_ref());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    /// A number that was typed. Fluent overflows while it looks for the plural form of one with too many
    /// digits.
    fn number(&mut self, literal: &str) {
        let digits = |part: &str| part.bytes().filter(u8::is_ascii_digit).count();
        let (whole, decimals) = literal.split_once('.').unwrap_or((literal, ""));
        if digits(whole) > functions::MAX_DIGITS || digits(decimals) > functions::MAX_DIGITS {
            let message = format!("the number `{literal}` has too many digits");
            self.shape.problem = Some(Problem::Value(message.clone()));
            let hint = Some(format!("write it as text: `{{ \"{literal}\" }}`"));
            let span = (self.place)(literal);
            self.flaw(Code::MessageInvalid, message, hint, span);
        }
    }

    /// Where a variable stands, with its `$`.
    fn variable(&self, name: &str) -> Span {
        let span = (self.place)(name);
        Span { start: span.start.saturating_sub(1), ..span }
    }

    fn reference(&mut self, sigil: &str, id: &str, attribute: Option<&str>, arguments: Option<&CallArguments<&str>>) {
        let key = match attribute {
            Some(attribute) => format!("{sigil}{id}.{attribute}"),
            None => format!("{sigil}{id}"),
        };
        let named = arguments.iter().flat_map(|arguments| &arguments.named);
        let given = named.map(|argument| argument.name.name.to_owned()).collect();
        self.shape.references.push(Reference { key, given, span: (self.place)(id) });
    }

    /// A selector: what it decides by is not shown, but a function in it is checked all the same.
    fn selector(&mut self, selector: &InlineExpression<&str>, variants: &[Variant<&str>]) {
        match selector {
            InlineExpression::VariableReference { id } => {
                let span = self.variable(id.name);
                self.shape.selected.entry(id.name.to_owned()).or_insert(span);
                if variants.iter().any(is_numeric) {
                    self.shape.numeric.insert(id.name.to_owned());
                }
            }
            InlineExpression::FunctionReference { id, arguments } => {
                for name in call_variables(arguments) {
                    if id.name == "NUMBER" {
                        self.shape.numeric.insert(name.clone());
                    }
                    let span = self.shape.shown.get(&name).copied().unwrap_or((self.place)(id.name));
                    self.shape.selected.entry(name).or_insert(span);
                }
                for argument in &arguments.positional {
                    if let InlineExpression::NumberLiteral { value } = argument {
                        self.number(value);
                    }
                }
                self.check_call(id.name, arguments);
                self.check_exact_variants(id.name, arguments, variants);
            }
            other => self.inline(other),
        }
    }

    /// A call whose result is shown.
    fn call(&mut self, function: &str, arguments: &CallArguments<&str>) {
        for argument in &arguments.positional {
            self.inline(argument);
        }
        self.check_call(function, arguments);
    }

    fn check_call(&mut self, function: &str, arguments: &CallArguments<&str>) {
        let span = (self.place)(function);
        if !functions::NAMES.contains(&function) {
            let hint = did_you_mean(function, functions::NAMES)
                .unwrap_or_else(|| "there are `NUMBER` and `DATETIME`".to_owned());
            self.flaw(Code::MessageFunction, format!("there is no function `{function}`"), Some(hint), span);
            return;
        }
        if arguments.positional.len() != 1 {
            let hint = Some(format!("write `{{ {function}($name) }}`"));
            let message = format!("`{function}` takes one value, but got {}", arguments.positional.len());
            self.flaw(Code::MessageFunction, message, hint, span);
        }
        for argument in &arguments.named {
            let literal = match &argument.value {
                InlineExpression::StringLiteral { value } => Literal::Text(value),
                InlineExpression::NumberLiteral { value } => Literal::Number(value),
                // The grammar allows literals only.
                _ => continue,
            };
            if let Some((message, hint)) = functions::option_problem(function, argument.name.name, literal) {
                let span = (self.place)(argument.name.name);
                self.flaw(Code::MessageFunction, message, hint, span);
            }
        }
    }

    /// Fluent compares a number together with its options, so `[1]` is never chosen by a number that has some.
    fn check_exact_variants(&mut self, function: &str, arguments: &CallArguments<&str>, variants: &[Variant<&str>]) {
        if function != "NUMBER" || arguments.named.is_empty() {
            return;
        }
        let exact = variants.iter().find_map(|variant| match &variant.key {
            VariantKey::NumberLiteral { value } => Some(*value),
            VariantKey::Identifier { .. } => None,
        });
        if let Some(value) = exact {
            let span = (self.place)(value);
            let message = format!("`[{value}]` is never chosen: the number has options");
            let hint = "choose by the variable itself, or by plural names such as `[one]`".to_owned();
            self.flaw(Code::MessageFunction, message, Some(hint), span);
        }
    }

    fn flaw(&mut self, code: Code, message: String, hint: Option<String>, span: Span) {
        self.flaws.push(Flaw { code, message, hint, span });
    }
}

/// The variables among the arguments of a call.
fn call_variables(arguments: &CallArguments<&str>) -> Vec<String> {
    let variable = |argument: &InlineExpression<&str>| match argument {
        InlineExpression::VariableReference { id } => Some(id.name.to_owned()),
        _ => None,
    };
    arguments.positional.iter().filter_map(variable).collect()
}

/// Whether a variant is chosen by a number: a plural name but for `other`, or a number.
fn is_numeric(variant: &Variant<&str>) -> bool {
    match &variant.key {
        VariantKey::NumberLiteral { .. } => true,
        VariantKey::Identifier { name } => ["zero", "one", "two", "few", "many"].contains(name),
    }
}
