//! TOML with the span of every key and value.

use crate::fault::{Fault, Source};
use crate::quoted;
use serde_json::{Map, Number, Value};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A TOML text, alone in its file or in a page.
#[derive(Clone, Debug)]
pub(crate) struct Document<'s> {
    source: Source<'s>,
    /// Where in the source the TOML starts.
    offset: usize,
    /// What is marked when the document as a whole is meant.
    anchor: Range<usize>,
    root: DeValue<'s>,
}

impl<'s> Document<'s> {
    /// Parses `source.text[within]`. `anchor` is marked when something is missing at the top.
    pub(crate) fn parse(source: Source<'s>, within: Range<usize>, anchor: Range<usize>) -> Result<Self, Fault> {
        let offset = within.start;
        let table = DeTable::parse(&source.text[within.clone()]).map_err(|error| {
            let span = error.span().unwrap_or(0..0);
            let end = within.len();
            let span = span.start.min(end) + offset..span.end.min(end) + offset;
            let word = &source.text[span.clone()];
            if is_bare_text(source.text, &span) {
                let fault =
                    source.fault(span.clone(), "this is not valid TOML: text stands in quotes", "without quotes");
                return fault
                    .with_help(format!("write \"{word}\"; only numbers, dates, true and false are without quotes"));
            }
            source.fault(span, format!("this is not valid TOML: {}", error.message()), "here")
        })?;
        Ok(Document { source, offset, anchor, root: DeValue::Table(table.into_inner()) })
    }

    /// The whole document.
    pub(crate) fn root(&self) -> Node<'_> {
        Node { source: self.source, offset: self.offset, span: self.anchor.clone(), value: &self.root }
    }

    /// The value that a JSON Pointer leads to, or the nearest above it that is there.
    pub(crate) fn find(&self, pointer: &str) -> Node<'_> {
        let mut node = self.root();
        for step in steps(pointer) {
            let next = match node.value {
                DeValue::Array(_) => step.parse().ok().and_then(|at: usize| node.items().into_iter().nth(at)),
                _ => node.get(&step),
            };
            match next {
                Some(next) => node = next,
                None => break,
            }
        }
        node
    }
}

/// True when a word without quotes stands where a value is due.
fn is_bare_text(text: &str, span: &Range<usize>) -> bool {
    let before = text[..span.start].trim_end_matches([' ', '\t']);
    text[span.clone()].starts_with(char::is_alphabetic) && before.ends_with(['=', '[', ','])
}

/// The steps of a JSON Pointer, unescaped.
pub(crate) fn steps(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~"))
}

/// A value in a document.
#[derive(Clone, Debug)]
pub(crate) struct Node<'d> {
    /// The text that it stands in.
    pub(crate) source: Source<'d>,
    offset: usize,
    /// Where it stands in the source; a table that has a header is its header.
    pub(crate) span: Range<usize>,
    value: &'d DeValue<'d>,
}

impl<'d> Node<'d> {
    /// A fault about this value.
    pub(crate) fn fault(&self, message: impl Into<String>, label: impl Into<String>) -> Fault {
        self.source.fault(self.span.clone(), message, label)
    }

    /// The text, when it is one.
    pub(crate) fn text(&self) -> Option<&'d str> {
        self.value.as_str()
    }

    /// The number, when it is one.
    pub(crate) fn number(&self) -> Option<f64> {
        match self.value {
            DeValue::Integer(n) => whole(n.as_str(), n.radix()).map(|n| n as f64),
            DeValue::Float(n) => n.as_str().parse().ok(),
            _ => None,
        }
    }

    /// The values of an array; none when it is no array.
    pub(crate) fn items(&self) -> Vec<Node<'d>> {
        let DeValue::Array(items) = self.value else { return Vec::new() };
        items.iter().map(|item| self.at(item.get_ref(), item.span())).collect()
    }

    /// Keys with their spans, and values, by key; none when it is no table.
    pub(crate) fn entries(&self) -> Vec<(&'d str, Range<usize>, Node<'d>)> {
        let DeValue::Table(table) = self.value else { return Vec::new() };
        let entry = |(key, value): (&'d toml::Spanned<_>, &'d toml::Spanned<_>)| {
            let name: &std::borrow::Cow<'d, str> = key.get_ref();
            (name.as_ref(), self.moved(key.span()), self.at(value.get_ref(), value.span()))
        };
        table.iter().map(entry).collect()
    }

    /// The value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<Node<'d>> {
        self.entries().into_iter().find(|(name, ..)| *name == key).map(|(.., node)| node)
    }

    /// Where a key stands.
    pub(crate) fn key_span(&self, key: &str) -> Option<Range<usize>> {
        self.entries().into_iter().find(|(name, ..)| *name == key).map(|(_, span, _)| span)
    }

    /// Where bytes `within` of the text stand in the source, through quotes and escapes.
    pub(crate) fn inside(&self, within: Range<usize>) -> Range<usize> {
        let written = self.source.text.get(self.span.clone()).unwrap_or("");
        let range = quoted::inside(written, within);
        self.span.start + range.start..self.span.start + range.end
    }

    /// The value as JSON. Dates become text.
    pub(crate) fn to_json(&self) -> Result<Value, Fault> {
        Ok(match self.value {
            DeValue::String(text) => Value::String(text.to_string()),
            DeValue::Boolean(is) => Value::Bool(*is),
            DeValue::Datetime(date) => Value::String(date.to_string()),
            DeValue::Integer(n) => {
                let n = whole(n.as_str(), n.radix()).and_then(|n| i64::try_from(n).ok());
                let n = n.ok_or_else(|| self.fault("this number is too large", "more than 64 bits"))?;
                Value::Number(n.into())
            }
            DeValue::Float(n) => {
                let n = n.as_str().parse().ok().and_then(Number::from_f64);
                Value::Number(n.ok_or_else(|| self.fault("this is not a finite number", "not a finite number"))?)
            }
            DeValue::Array(_) => Value::Array(self.items().iter().map(Node::to_json).collect::<Result<_, _>>()?),
            DeValue::Table(_) => {
                let mut map = Map::new();
                for (key, _, node) in self.entries() {
                    map.insert(key.to_owned(), node.to_json()?);
                }
                Value::Object(map)
            }
        })
    }

    fn at(&self, value: &'d DeValue<'d>, span: Range<usize>) -> Node<'d> {
        Node { source: self.source, offset: self.offset, span: self.moved(span), value }
    }

    fn moved(&self, span: Range<usize>) -> Range<usize> {
        span.start + self.offset..span.end + self.offset
    }
}

fn whole(digits: &str, radix: u32) -> Option<i128> {
    i128::from_str_radix(digits, radix).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_lead_to_what_is_written() {
        let text = "x\na = [1, 'to']\n[b.\"c/d\"]\ne = 0x10\n[[f]]\ng = true\n";
        let source = Source { name: "t", text };
        let document = Document::parse(source, 2..text.len(), 0..1).expect("valid");
        let slice = |pointer| &text[document.find(pointer).span];
        assert_eq!(slice(""), "x");
        assert_eq!(slice("/a/1"), "'to'");
        assert_eq!(slice("/b/c~1d"), "[b.\"c/d\"]");
        assert_eq!(slice("/b/c~1d/e"), "0x10");
        assert_eq!(slice("/f/0/g"), "true");
        assert_eq!(document.find("/b/c~1d/e").number(), Some(16.0));
        let json = document.root().to_json().expect("json");
        assert_eq!(json, serde_json::json!({"a": [1, "to"], "b": {"c/d": {"e": 16}}, "f": [{"g": true}]}));
    }

    #[test]
    fn a_slip_in_the_syntax_is_marked() {
        for (text, marked) in [("a = 1\na = 2\n", "a"), ("a = tru\n", "tru"), ("a = [1,\n", "")] {
            let whole = format!("# x\n{text}");
            let fault = Document::parse(Source { name: "t", text: &whole }, 4..whole.len(), 0..0).expect_err("invalid");
            let (span, _) = fault.spans().next().expect("a span");
            assert_eq!(&whole[span.clone()], marked, "{fault:?}");
            assert!(span.start > 4);
        }
    }

    #[test]
    fn numbers_that_json_lacks_are_refused() {
        for text in ["a = inf\n", "a = 99999999999999999999\n"] {
            let source = Source { name: "t", text };
            let document = Document::parse(source, 0..text.len(), 0..0).expect("valid");
            let fault = document.root().to_json().expect_err("no number");
            assert_eq!(&text[fault.spans().next().expect("a span").0], text[4..].trim());
        }
    }
}
