//! What was changed in a source, fit to be shown.

use crate::{Excerpt, Language};
use std::sync::Arc;

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mended {
    /// Values; counted in cells.
    Cells,
    /// The encoding; counted once.
    Encoding,
    /// The byte order mark; counted once.
    Mark,
    /// Line endings; counted in lines.
    LineEndings,
    /// Delimiters behind the last field; counted in rows.
    TrailingDelimiters,
    /// Blank rows; counted in rows.
    BlankRows,
}

/// A value that became another one. Masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MendedCell {
    /// Row as a spreadsheet counts, before anything was changed.
    pub row: u64,
    /// The field's name.
    pub field: Excerpt,
    /// The value before.
    pub before: Excerpt,
    /// The value after.
    pub after: Excerpt,
}

/// What was changed in one source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MendedFile {
    /// The source's name as it is shown.
    pub path: Arc<str>,
    /// What each rule changed and how often, by rule.
    pub by_rule: Vec<(Arc<str>, Mended, u64)>,
    /// How many cells are others than before.
    pub cells: u64,
    /// The first of them, in the order of the source.
    pub first: Vec<MendedCell>,
    /// Rules that suggest more.
    pub suggesting: Vec<Arc<str>>,
    /// Rules that would suggest more with a key.
    pub keyless: Vec<Arc<str>>,
}

/// What was changed in all sources of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MendedRun {
    /// Language of the words.
    pub language: Language,
    /// The changes were not written.
    pub only_shown: bool,
    /// Sources, in the order of their names.
    pub files: Vec<MendedFile>,
}
