//! `codelist = "municipalities"`: the value is a code of a list.

use super::Codelists;
use crate::document::Node;
use crate::fault::Fault;
use crate::page::Codes;
use munilint_model::{Shape, ValueTest};

/// The value is a code of a list, to the letter.
pub(super) struct Codelist(Codes);

impl Codelist {
    pub(super) fn read(node: &Node<'_>, codelists: Codelists<'_>) -> Result<Self, Fault> {
        let name = node.text().unwrap_or("");
        codelists(name).map(Codelist).ok_or_else(|| {
            node.fault(format!("no code list is called `{name}`"), "unknown code list")
                .with_help("name a built-in list, or one that pack.toml names under [codelists]")
        })
    }
}

impl ValueTest for Codelist {
    fn passes(&self, value: &str, shape: Shape) -> bool {
        shape.is_missing() || self.0.contains(value)
    }
}
