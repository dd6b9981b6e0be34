//! `pattern = "^[0-9]{4}$"`: a regular expression fits.

use crate::document::Node;
use crate::fault::Fault;
use munilint_model::{Shape, ValueTest};
use regex::Regex;
use std::ops::Range;

/// A regular expression fits somewhere in the value. Linear time, whatever the pattern.
pub(super) struct Pattern(Regex);

impl Pattern {
    pub(super) fn read(node: &Node<'_>) -> Result<Self, Fault> {
        let pattern = node.text().unwrap_or("");
        Regex::new(pattern).map(Pattern).map_err(|_| {
            let (within, reason) = slip(pattern).unwrap_or((0..pattern.len(), "it would grow too large".to_owned()));
            node.source.fault(node.inside(within), format!("the pattern cannot be used: {reason}"), "here")
        })
    }
}

/// Which bytes of a pattern are wrong, and why.
fn slip(pattern: &str) -> Option<(Range<usize>, String)> {
    match regex_syntax::Parser::new().parse(pattern).err()? {
        regex_syntax::Error::Parse(error) => Some((range(error.span()), error.kind().to_string())),
        regex_syntax::Error::Translate(error) => Some((range(error.span()), error.kind().to_string())),
        _ => None,
    }
}

fn range(span: &regex_syntax::ast::Span) -> Range<usize> {
    span.start.offset..span.end.offset
}

impl ValueTest for Pattern {
    fn passes(&self, value: &str, shape: Shape) -> bool {
        shape.is_missing() || self.0.is_match(value)
    }
}
