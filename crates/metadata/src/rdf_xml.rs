//! RDF/XML.

use crate::graph::Graph;
use crate::lines::{Lines, trimmed};
use munilint_model::{Place, Span};
use oxrdfxml::RdfXmlParser;

/// Reads element by element: a triple stands on the line where the element that states it ends.
pub(crate) fn read(bytes: &[u8]) -> Graph {
    let mut graph = Graph::default();
    let lines = Lines::of(bytes);
    let line_of = |byte: u64| {
        let byte = usize::try_from(byte).unwrap_or(0).min(bytes.len());
        let start = bytes[..byte].iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        let end = bytes[byte..].iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |at| byte + at);
        lines.place(trimmed(bytes, start..end))
    };
    let mut parser = RdfXmlParser::new().lenient().for_slice(bytes);
    let mut at = Place::Text(Span { byte: 0, line: 1, length: 0 });
    while let Some(result) = parser.next() {
        at = line_of(parser.buffer_position().saturating_sub(1)).max(at);
        match result {
            Ok(triple) => graph.add(triple, at),
            Err(error) => {
                graph.broken(at, &error.to_string());
                break;
            }
        }
    }
    graph
}
