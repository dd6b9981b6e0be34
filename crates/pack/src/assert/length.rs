//! `length = { min = 1, max = 20 }`: how many characters.

use super::bounds;
use crate::document::Node;
use crate::fault::Fault;
use munilint_model::{Shape, ValueTest};

/// The value has at least and at most so many characters.
pub(super) struct Length {
    min: Option<f64>,
    max: Option<f64>,
}

impl Length {
    pub(super) fn read(node: &Node<'_>) -> Result<Self, Fault> {
        bounds(node).map(|(min, max)| Length { min, max })
    }
}

impl ValueTest for Length {
    fn passes(&self, value: &str, shape: Shape) -> bool {
        let length = value.chars().count() as f64;
        shape.is_missing() || (self.min.is_none_or(|min| length >= min) && self.max.is_none_or(|max| length <= max))
    }
}
