//! Where the records of a run stand in their source.

use crate::{Place, Span};
use serde::{Deserialize, Serialize};

/// Where the records of a run stand, in four bytes a record, so that a place can be told after the run is gone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowPlaces {
    /// Row number of the first record, as a spreadsheet counts.
    pub first_row: u64,
    /// Physical line of the first record.
    pub first_line: u64,
    /// Offset of the run in the source, in bytes.
    pub offset: u64,
    /// Where each record starts in the source, from `offset` on.
    starts: Vec<u32>,
    /// For each blank line that was left out, the index of the record that follows it.
    blanks: Vec<u32>,
    /// Line breaks before each record, from `first_line` on; empty when lines and rows go together.
    lines: Vec<u32>,
}

impl RowPlaces {
    /// A run that starts here and has no records yet.
    pub(crate) fn begin(&mut self, first_row: u64, first_line: u64, offset: u64) {
        (self.first_row, self.first_line, self.offset) = (first_row, first_line, offset);
        self.starts.clear();
        self.blanks.clear();
        self.lines.clear();
    }

    /// Adds a record. `lines` is how many line breaks stand before it, when they must be counted.
    pub(crate) fn push(&mut self, start: u32, lines: Option<u32>) {
        self.starts.push(start);
        self.lines.extend(lines);
    }

    /// Adds a blank line, which is no record but has a row number.
    pub(crate) fn push_blank(&mut self) {
        self.blanks.push(u32::try_from(self.starts.len()).unwrap_or(u32::MAX));
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// True when there are no records.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// How many lines, blank ones among them, came before the next record.
    pub(crate) fn next_row(&self) -> u64 {
        self.first_row + (self.starts.len() + self.blanks.len()) as u64
    }

    /// Number of a record as a spreadsheet counts.
    #[must_use]
    pub fn number(&self, row: usize) -> u64 {
        let blanks = self.blanks.partition_point(|&before| before as usize <= row);
        self.first_row + (row + blanks) as u64
    }

    /// Where a record starts. Its length is not kept: the span is empty.
    #[must_use]
    pub fn start(&self, row: usize) -> Span {
        let lines = match self.lines.get(row) {
            Some(&lines) => u64::from(lines),
            None => self.number(row) - self.first_row,
        };
        Span { byte: self.offset + u64::from(self.starts[row]), line: self.first_line + lines, length: 0 }
    }

    /// The place of a record.
    #[must_use]
    pub fn place(&self, row: usize) -> Place {
        Place::Row { row: self.number(row), span: self.start(row) }
    }
}
