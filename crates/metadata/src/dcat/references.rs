//! What is pointed at and not described.

use super::terms::{DCAT, DCT, SPDX};
use crate::graph::Graph;
use munilint_model::{Argument, Excerpt, Fault, FaultKind, Message, Severity};
use oxrdf::{NamedOrBlankNode, Term};
use std::collections::BTreeSet;

/// Properties whose objects a catalogue describes itself: prefix, namespace and name.
const DESCRIBED: [(&str, &str, &str); 8] = [
    ("dcat", DCAT, "dataset"),
    ("dcat", DCAT, "distribution"),
    ("dcat", DCAT, "sample"),
    ("dcat", DCAT, "contactPoint"),
    ("dcat", DCAT, "service"),
    ("dcat", DCAT, "record"),
    ("dct", DCT, "temporal"),
    ("spdx", SPDX, "checksum"),
];

/// Objects of which nothing is said. What has a name may be described elsewhere on the web, unless others that the property points
/// at are described here and their names begin in the same way.
pub(super) fn dangling(graph: &Graph) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (prefix, namespace, name) in DESCRIBED {
        let uses = graph.uses(&format!("{namespace}{name}"));
        let is_described =
            |object: &Term| NamedOrBlankNode::try_from(object.clone()).is_ok_and(|node| graph.describes(node.as_ref()));
        let own: BTreeSet<&str> = uses
            .iter()
            .filter(|(object, _)| is_described(object))
            .filter_map(|(object, _)| beginning(object))
            .collect();
        for (object, at) in &uses {
            let is_ours = match object {
                Term::BlankNode(_) => true,
                Term::NamedNode(_) => beginning(object).is_some_and(|beginning| own.contains(beginning)),
                _ => false,
            };
            if is_ours && !is_described(object) {
                let (variant, value) = match object {
                    Term::NamedNode(node) => ("", node.as_str()),
                    _ => ("nameless", ""),
                };
                let term = Argument::Word(format!("{prefix}:{name}"));
                let arguments = vec![("term", term), ("value", Argument::Excerpt(Excerpt::of(value)))];
                let message = Message { variant, arguments };
                faults.push(Fault { kind: FaultKind::Reference, severity: Severity::Warning, message, at: *at });
            }
        }
    }
    faults
}

/// An IRI up to its last part.
fn beginning(object: &Term) -> Option<&str> {
    let Term::NamedNode(node) = object else { return None };
    let iri = node.as_str();
    iri.rfind(['#', '/']).map(|end| &iri[..=end])
}
