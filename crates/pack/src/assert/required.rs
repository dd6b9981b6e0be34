//! `required = true`: no value is missing.

use munilint_model::{Shape, ValueTest};

/// No value is missing.
pub(super) struct Required;

impl ValueTest for Required {
    fn passes(&self, _value: &str, shape: Shape) -> bool {
        !shape.is_missing()
    }
}
