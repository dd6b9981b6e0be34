//! JSON-LD. Contexts are taken from the file alone.

use crate::document::{Document, Node, Value};
use crate::graph::Graph;
use munilint_model::Place;
use oxjsonld::JsonLdParser;
use oxrdf::{GraphName, NamedOrBlankNode, Triple};
use std::collections::HashMap;

/// Reads a document; `None` when it is no JSON-LD. What is stated of something stands where the object with its `@id` begins.
pub(crate) fn read(bytes: &[u8], document: &Document) -> Option<Graph> {
    let is_json_ld = |node: &Node| node.get("@context").is_some() || node.get("@graph").is_some();
    if !document.root.items().iter().chain([&document.root]).any(is_json_ld) {
        return None;
    }
    let mut places: HashMap<String, Place> = HashMap::new();
    identified(&document.root, &mut places);
    let mut graph = Graph::default();
    for result in JsonLdParser::new().lenient().for_slice(bytes) {
        match result {
            Ok(quad) if quad.graph_name == GraphName::DefaultGraph => {
                let name = match &quad.subject {
                    NamedOrBlankNode::NamedNode(node) => node.as_str().to_owned(),
                    NamedOrBlankNode::BlankNode(node) => format!("_:{}", node.as_str()),
                };
                let at = places.get(&name).copied().unwrap_or(document.root.at);
                graph.add(Triple::new(quad.subject, quad.predicate, quad.object), at);
            }
            Ok(_) => {}
            Err(error) => {
                graph.broken(document.root.at, &error.to_string());
                break;
            }
        }
    }
    Some(graph)
}

/// Where objects with an `@id` begin; the first that says more than its `@id` counts.
fn identified(node: &Node, places: &mut HashMap<String, Place>) {
    match &node.value {
        Value::Map(members) => {
            if let Some(id) = node.text("@id").filter(|_| members.len() > 1) {
                places.entry(id.to_owned()).or_insert(node.at);
            }
            members.iter().for_each(|member| identified(&member.node, places));
        }
        Value::List(items) => items.iter().for_each(|item| identified(item, places)),
        _ => {}
    }
}
