//! What a component can be called with, as plain data.

use std::collections::BTreeMap;

/// The components that templates offer to Markdown, by name.
pub type Components = BTreeMap<String, ComponentSignature>;

/// One component's arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComponentSignature {
    /// In the order of the definition; implicit ones (`@page`) are left out.
    pub arguments: Vec<ComponentArgument>,
    /// Whether it takes arguments that it does not name (`...rest`).
    pub open: bool,
    /// Whether it shows what stands between its opening and closing call.
    pub body: bool,
    /// Whether it may stand within a line of text (metadata `{"inline": true}`).
    pub inline: bool,
}

/// One argument of a component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComponentArgument {
    /// Its name.
    pub name: String,
    /// The kind of value it takes; `None` takes any.
    pub kind: Option<ArgumentKind>,
    /// Whether it has to be given.
    pub required: bool,
}

/// The kind of value that an argument takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArgumentKind {
    /// `"text"`.
    String,
    /// `{true}` or `{false}`.
    Bool,
    /// `{12}`.
    Integer,
    /// `{1.5}`, `{12}`.
    Number,
    /// `{[1, 2]}`.
    Array,
    /// `{{"a": 1}}`.
    Map,
}

impl ArgumentKind {
    /// The kind's name in messages.
    pub fn name(self) -> &'static str {
        match self {
            ArgumentKind::String => "text",
            ArgumentKind::Bool => "true or false",
            ArgumentKind::Integer => "a whole number",
            ArgumentKind::Number => "a number",
            ArgumentKind::Array => "a list",
            ArgumentKind::Map => "a map",
        }
    }
}
