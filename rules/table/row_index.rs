//! Where the rows of a run stand, in four bytes a row, so that a place can be told after the run is gone.

use munilint_model::{Batch, Place, Span};
use serde::{Deserialize, Serialize};

/// The places of the rows of one batch: [`RowIndex::place`] is what [`Batch::row_place`] was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RowIndex {
    first_row: u64,
    first_line: u64,
    /// Offset in the source that `starts` count from.
    offset: u64,
    /// Where each row's text starts; one more says where a row after the last would.
    starts: Vec<u32>,
    /// Bytes between most rows' text and the start of the next row.
    gap: u32,
    /// The rows that have another gap.
    gaps: Vec<(u32, u32)>,
    /// For each blank line, the row that follows it.
    blanks: Vec<u32>,
    /// From each row on, how many lines more than rows were met.
    lines: Vec<(u32, i64)>,
}

impl RowIndex {
    /// The places of the rows of `batch`.
    pub(crate) fn of(batch: &Batch) -> Self {
        let mut index = RowIndex {
            first_row: batch.first_row,
            first_line: batch.first_line,
            offset: batch.offset,
            blanks: batch.blanks.clone(),
            ..RowIndex::default()
        };
        let mut ruler = Ruler { batch, at: 0, source: 0 };
        let ends: Vec<u32> = (0..batch.rows())
            .map(|row| {
                index.starts.push(ruler.source_of(batch.starts[row] as usize));
                ruler.source_of(row_end(batch, row))
            })
            .collect();
        let gap_of = |index: &RowIndex, row: usize| index.starts[row + 1].saturating_sub(ends[row]);
        let middle = batch.rows() / 2;
        index.gap = if middle + 1 < batch.rows() { gap_of(&index, middle) } else { 1 };
        index.starts.push(ends.last().map_or(0, |end| end.saturating_add(index.gap)));
        for row in 0..batch.rows() {
            let gap = gap_of(&index, row);
            if gap != index.gap {
                index.gaps.push((short(row), gap));
            }
        }
        if batch.multiline {
            index.count_lines(batch);
        }
        index
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Number of the first row, as a spreadsheet counts.
    pub(crate) fn first_row(&self) -> u64 {
        self.first_row
    }

    /// The row's number as a spreadsheet counts.
    pub(crate) fn row_number(&self, row: usize) -> u64 {
        let blanks = self.blanks.partition_point(|&before| before as usize <= row);
        self.first_row + (row + blanks) as u64
    }

    /// The place of a row.
    pub(crate) fn place(&self, row: usize) -> Place {
        let number = self.row_number(row);
        let gap = self.gaps.binary_search_by_key(&short(row), |gap| gap.0).map_or(self.gap, |at| self.gaps[at].1);
        let lines = match self.lines.partition_point(|&(from, _)| from as usize <= row) {
            0 => 0,
            after => self.lines[after - 1].1,
        };
        let span = Span {
            byte: self.offset + u64::from(self.starts[row]),
            line: (self.first_line + (number - self.first_row)).saturating_add_signed(lines),
            length: self.starts[row + 1].saturating_sub(self.starts[row]).saturating_sub(gap),
        };
        Place::Row { row: number, span }
    }

    fn count_lines(&mut self, batch: &Batch) {
        let (mut from, mut breaks, mut ahead) = (0, 0, 0);
        for row in 0..batch.rows() {
            let start = batch.starts[row] as usize;
            breaks += line_breaks(&batch.bytes[from..start]);
            from = start;
            let lines = breaks - (self.row_number(row) - self.first_row) as i64;
            if lines != ahead {
                self.lines.push((short(row), lines));
                ahead = lines;
            }
        }
    }
}

/// Where the last cell that a record has ends; quick for records that have them all.
pub(crate) fn row_end(batch: &Batch, row: usize) -> usize {
    if batch.fields == 0 {
        return batch.starts[row] as usize;
    }
    let (start, end) = batch.span(row, batch.fields - 1);
    if start <= end { end } else { batch.row_end(row) }
}

/// Measures how far into the source a position in the text is, going forward only.
struct Ruler<'a> {
    batch: &'a Batch,
    at: usize,
    source: u32,
}

impl Ruler<'_> {
    fn source_of(&mut self, at: usize) -> u32 {
        let bytes = &self.batch.bytes[self.at.min(at)..at];
        let length = if self.batch.encoding.is_utf16() {
            String::from_utf8_lossy(bytes).encode_utf16().count() * 2
        } else {
            bytes.len()
        };
        self.at = at;
        self.source = self.source.saturating_add(short(length));
        self.source
    }
}

/// Line breaks in `bytes`: `\n`, `\r\n` and `\r` each count once.
fn line_breaks(bytes: &[u8]) -> i64 {
    let feeds = bytes.iter().filter(|&&byte| byte == b'\n').count();
    let alone = bytes.windows(2).filter(|pair| pair[0] == b'\r' && pair[1] != b'\n').count();
    let last = usize::from(bytes.last() == Some(&b'\r'));
    (feeds + alone + last) as i64
}

fn short(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
