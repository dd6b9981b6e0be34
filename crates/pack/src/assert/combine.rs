//! `all`, `any` and `not`: assertions about single values, combined.

use super::{Codelists, value_test};
use crate::document::Node;
use crate::fault::Fault;
use munilint_model::{Shape, ValueTest};
use std::sync::Arc;

fn tests(node: &Node<'_>, codelists: Codelists<'_>) -> Result<Vec<Arc<dyn ValueTest>>, Fault> {
    node.items().iter().map(|item| value_test(item, codelists)).collect()
}

/// All of these hold.
pub(super) struct All(Vec<Arc<dyn ValueTest>>);

impl All {
    pub(super) fn read(node: &Node<'_>, codelists: Codelists<'_>) -> Result<Self, Fault> {
        tests(node, codelists).map(All)
    }
}

impl ValueTest for All {
    fn passes(&self, value: &str, shape: Shape) -> bool {
        self.0.iter().all(|test| test.passes(value, shape))
    }
}

/// At least one of these holds.
pub(super) struct Any(Vec<Arc<dyn ValueTest>>);

impl Any {
    pub(super) fn read(node: &Node<'_>, codelists: Codelists<'_>) -> Result<Self, Fault> {
        tests(node, codelists).map(Any)
    }
}

impl ValueTest for Any {
    fn passes(&self, value: &str, shape: Shape) -> bool {
        self.0.iter().any(|test| test.passes(value, shape))
    }
}

/// This does not hold.
pub(super) struct Not(Arc<dyn ValueTest>);

impl Not {
    pub(super) fn read(node: &Node<'_>, codelists: Codelists<'_>) -> Result<Self, Fault> {
        value_test(node, codelists).map(Not)
    }
}

impl ValueTest for Not {
    fn passes(&self, value: &str, shape: Shape) -> bool {
        shape.is_missing() || !self.0.passes(value, shape)
    }
}
