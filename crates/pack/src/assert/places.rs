//! Places of one field's cells, taken down the rows of a batch.

use munilint_model::{Batch, Place, Span};

/// The same places as [`Batch::cell_place`], for rows that are asked for in ascending order. Where lines must be
/// counted, each stretch of the batch is counted once, not once for each row.
pub(super) struct Places<'b> {
    batch: &'b Batch,
    /// How far was counted.
    at: usize,
    /// Line of `at`.
    line: u64,
    /// Offset of `at` in the source.
    byte: u64,
}

impl<'b> Places<'b> {
    pub(super) fn of(batch: &'b Batch) -> Self {
        Places { batch, at: 0, line: batch.first_line, byte: batch.offset }
    }

    /// The place of a cell.
    pub(super) fn cell(&mut self, row: usize, field: usize) -> Place {
        let column = u32::try_from(field + 1).unwrap_or(u32::MAX);
        Place::Cell { row: self.batch.row_number(row), column, span: self.span(row, field) }
    }

    /// Where the text of a cell is.
    pub(super) fn span(&mut self, row: usize, field: usize) -> Span {
        let (start, end) = self.batch.inner(row, field);
        let passed = self.batch.bytes.get(self.at..start).unwrap_or_default();
        self.byte += self.units(passed);
        if self.batch.multiline {
            self.line += count_lines(passed);
        } else {
            self.line = self.batch.first_line + (self.batch.row_number(row) - self.batch.first_row);
        }
        self.at = self.at.max(start);
        let length = self.units(self.batch.bytes.get(start..end).unwrap_or_default());
        Span { byte: self.byte, line: self.line, length: u32::try_from(length).unwrap_or(u32::MAX) }
    }

    /// How many bytes of the source `bytes` of the batch are.
    fn units(&self, bytes: &[u8]) -> u64 {
        if self.batch.encoding.is_utf16() {
            String::from_utf8_lossy(bytes).encode_utf16().count() as u64 * 2
        } else {
            bytes.len() as u64
        }
    }
}

/// Line breaks: `\n`, `\r\n` and `\r` each count once.
fn count_lines(bytes: &[u8]) -> u64 {
    let breaks = bytes
        .iter()
        .enumerate()
        .filter(|&(i, &byte)| byte == b'\n' || (byte == b'\r' && bytes.get(i + 1) != Some(&b'\n')));
    breaks.count() as u64
}
