//! `range = { min = 0, max = 120 }`: how great a number.

use super::{bounds, number};
use crate::document::Node;
use crate::fault::Fault;
use munilint_model::{Shape, ValueTest};

/// The value is a number between two ends, both of which belong to it. A value that is no number is not in the range.
pub(super) struct Range {
    min: Option<f64>,
    max: Option<f64>,
}

impl Range {
    pub(super) fn read(node: &Node<'_>) -> Result<Self, Fault> {
        bounds(node).map(|(min, max)| Range { min, max })
    }
}

impl ValueTest for Range {
    fn passes(&self, value: &str, shape: Shape) -> bool {
        let within = |n: f64| self.min.is_none_or(|min| n >= min) && self.max.is_none_or(|max| n <= max);
        shape.is_missing() || number::parse(value).is_some_and(within)
    }
}
