//! A tree of values that know their places, and JSON as one.

use crate::lines::Lines;
use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use munilint_model::Place;
use std::ops::Range;

/// A document.
pub(crate) struct Document {
    pub(crate) root: Node,
    /// `json`, `yaml`.
    pub(crate) written_as: &'static str,
}

/// A value with its place.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) at: Place,
    pub(crate) value: Value,
}

/// A member of an object.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) node: Node,
}

/// A value.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    /// As it is written.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Map(Vec<Member>),
}

/// Reads JSON.
///
/// # Errors
/// The bytes are none: where, and why.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, (Place, String)> {
    let lines = Lines::of(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        (lines.place(at..at + 1), "bytes that are not UTF-8".to_owned())
    })?;
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
    };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &strict).map_err(|error| {
        let range = error.range();
        (lines.place(range.start..range.end), error.kind().to_string())
    })?;
    let value = parsed.value.ok_or_else(|| (lines.place(0..0), "nothing in it".to_owned()))?;
    Ok(Document { root: node(&value, &lines), written_as: "json" })
}

fn node(value: &ast::Value<'_>, lines: &Lines) -> Node {
    let range = |range: jsonc_parser::common::Range| -> Range<usize> { range.start..range.end };
    let at = lines.place(range(value.range()));
    let value = match value {
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::BooleanLit(literal) => Value::Bool(literal.value),
        ast::Value::NumberLit(literal) => Value::Number(literal.value.to_owned()),
        ast::Value::StringLit(literal) => Value::Text(literal.value.clone().into_owned()),
        ast::Value::Array(array) => Value::List(array.elements.iter().map(|element| node(element, lines)).collect()),
        ast::Value::Object(object) => {
            let member = |property: &ast::ObjectProp<'_>| Member {
                name: property.name.as_str().to_owned(),
                node: node(&property.value, lines),
            };
            Value::Map(object.properties.iter().map(member).collect())
        }
    };
    Node { at, value }
}

impl Node {
    /// The member of that name; the last, as JSON readers take it.
    pub(crate) fn get(&self, name: &str) -> Option<&Node> {
        self.members().iter().rev().find(|member| member.name == name).map(|member| &member.node)
    }

    /// The value at a JSON pointer (RFC 6901).
    pub(crate) fn at_pointer(&self, pointer: &str) -> Option<&Node> {
        pointer.split('/').skip(1).try_fold(self, |node, part| {
            let part = part.replace("~1", "/").replace("~0", "~");
            node.get(&part).or_else(|| node.items().get(part.parse::<usize>().ok()?))
        })
    }

    /// The members of an object; none of anything else.
    pub(crate) fn members(&self) -> &[Member] {
        match &self.value {
            Value::Map(members) => members,
            _ => &[],
        }
    }

    /// The items of a list; none of anything else.
    pub(crate) fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The text of a member.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_text()
    }

    /// The text that this is.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A text or a number as it is written.
    pub(crate) fn as_written(&self) -> Option<String> {
        match &self.value {
            Value::Text(text) | Value::Number(text) => Some(text.clone()),
            Value::Bool(is) => Some(is.to_string()),
            _ => None,
        }
    }
}
