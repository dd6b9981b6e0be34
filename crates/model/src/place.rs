//! Where in a source something is.

use serde::{Deserialize, Serialize};

/// A stretch of a text source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// Offset of the first byte in the source as it lies on disk, from 0.
    pub byte: u64,
    /// Physical line, from 1.
    pub line: u64,
    /// Length in bytes.
    pub length: u32,
}

/// A place inside a source. Ordered by row, then column, so that the first places of a finding are the first a reader meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// The source as a whole.
    File,
    /// A stretch of text that is no record: a title line, a byte order mark.
    Text(Span),
    /// A field as a whole; `column` counts from 1.
    Field {
        /// 1-based position of the field.
        column: u32,
    },
    /// A record. `row` is the record's number as a spreadsheet shows it: the header of a plain file is row 1.
    Row {
        /// Row as a spreadsheet counts.
        row: u64,
        /// Where the record's text is.
        span: Span,
    },
    /// A cell of a record.
    Cell {
        /// Row as a spreadsheet counts.
        row: u64,
        /// 1-based position of the field.
        column: u32,
        /// Where the cell's text is, without its quotes.
        span: Span,
    },
}

impl Place {
    /// Row as a spreadsheet counts, when the place is in a record.
    #[must_use]
    pub fn row(&self) -> Option<u64> {
        match self {
            Place::Row { row, .. } | Place::Cell { row, .. } => Some(*row),
            _ => None,
        }
    }

    /// 1-based position of the field, when the place is in one.
    #[must_use]
    pub fn column(&self) -> Option<u32> {
        match self {
            Place::Field { column } | Place::Cell { column, .. } => Some(*column),
            _ => None,
        }
    }

    /// The stretch of text, when there is one.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        match self {
            Place::Text(span) | Place::Row { span, .. } | Place::Cell { span, .. } => Some(*span),
            _ => None,
        }
    }
}
