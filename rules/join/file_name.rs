//! Names of files in a message.

use munilint_model::{Argument, Excerpt, TableFacts};

/// Longest name of a file in a message, in characters.
const LONGEST: usize = 50;

/// The name of another table's file, masked: without its folders, unless the files are namesakes.
pub(crate) fn file_name(other: &TableFacts, own: &TableFacts) -> Argument {
    let last = |facts: &TableFacts, parts: usize| -> String {
        let parts: Vec<&str> = facts.table.source.rsplit('/').take(parts).collect();
        parts.into_iter().rev().collect::<Vec<_>>().join("/")
    };
    let parts = if last(other, 1) == last(own, 1) { 2 } else { 1 };
    Argument::Excerpt(Excerpt::short(&last(other, parts), LONGEST))
}
