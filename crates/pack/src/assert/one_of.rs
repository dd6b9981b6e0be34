//! `one-of = ["a", "b"]`: the value is one of these.

use crate::document::Node;
use munilint_model::{Shape, ValueTest};
use std::collections::BTreeSet;

/// The value is one of these, to the letter.
pub(super) struct OneOf(BTreeSet<String>);

impl OneOf {
    pub(super) fn read(node: &Node<'_>) -> Self {
        OneOf(node.items().iter().filter_map(Node::text).map(str::to_owned).collect())
    }
}

impl ValueTest for OneOf {
    fn passes(&self, value: &str, shape: Shape) -> bool {
        shape.is_missing() || self.0.contains(value)
    }
}
