//! Turtle and N-Triples.

use crate::graph::Graph;
use crate::lines::{Lines, trimmed};
use oxttl::TurtleParser;

/// Reads line by line: a triple stands on the line that completes it.
pub(crate) fn read(bytes: &[u8]) -> Graph {
    let mut graph = Graph::default();
    let lines = Lines::of(bytes);
    let mut parser = TurtleParser::new().lenient().low_level();
    for line in lines.iter() {
        parser.extend_from_slice(&bytes[line.clone()]);
        if line.end == bytes.len() {
            parser.end();
        }
        while let Some(result) = parser.parse_next() {
            match result {
                Ok(triple) => graph.add(triple, lines.place(trimmed(bytes, line.clone()))),
                Err(error) => {
                    let location = error.location();
                    let start = usize::try_from(location.start.offset).unwrap_or(0).min(bytes.len());
                    let end = usize::try_from(location.end.offset).unwrap_or(0).min(bytes.len());
                    graph.broken(lines.place(start..end), error.message());
                }
            }
        }
    }
    graph
}
