//! A run of whole records, ready to be folded.

use crate::{Dialect, Encoding, Escape, Oddities, Place, RowPlaces, Span};
use std::borrow::Cow;

/// Zero bytes that a [`Batch`] carries after its text, so that a word can be loaded at any cell.
pub const PADDING: usize = 64;

/// A run of whole records of one table, with the positions of every cell. Reused from one run to the next.
///
/// Every record has exactly [`Batch::fields`] cells here: a cell that a short record lacks is *absent* ([`Batch::cell`]
/// is `None`), and what a long record has too much is left out; both are noted in [`Batch::oddities`].
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// The text, UTF-8 or single-byte, followed by [`PADDING`] zero bytes.
    pub bytes: Vec<u8>,
    /// How many fields a record has.
    pub fields: usize,
    /// Where each record's text starts; see [`Batch::push_row`].
    pub starts: Vec<u32>,
    /// Where each cell's text ends, row by row; an end before its start marks an absent cell.
    pub ends: Vec<u32>,
    /// Bit `i` is set when `bytes[i]` is an ASCII digit.
    pub digits: Vec<u64>,
    /// Ascending positions where a recogniser should look: `@`, the last digit of an eleven-digit group,
    /// control characters, and bytes that begin invisible or twice-decoded characters.
    pub marks: Vec<u32>,
    /// Where the records stand in the source.
    pub places: RowPlaces,
    /// Some quoted cell holds a line break, or lines end in more than one way: lines must be counted.
    pub multiline: bool,
    /// Some cell is quoted.
    pub quoted: bool,
    /// Encoding of the source (`bytes` are UTF-8 when it is UTF-16).
    pub encoding: Encoding,
    /// The quote of the dialect.
    pub quote: Option<u8>,
    /// How a quote inside quotes is written.
    pub escape: Escape,
    /// What the reader noticed in this run.
    pub oddities: Oddities,
}

impl Batch {
    /// Starts anew: a run without records, whose text starts here in the source.
    pub fn begin(&mut self, first_row: u64, first_line: u64, offset: u64) {
        self.starts.clear();
        self.ends.clear();
        self.places.begin(first_row, first_line, offset);
    }

    /// Adds a record that starts at `start` in the text; the ends of its cells are still to come.
    #[inline]
    pub fn push_row(&mut self, start: u32) {
        if !self.multiline && !self.encoding.is_utf16() {
            self.starts.push(start);
            self.places.push(start, None);
            return;
        }
        let span = self.stretch(start as usize, start as usize);
        let lines = self.multiline.then(|| u32::try_from(span.line - self.places.first_line).unwrap_or(u32::MAX));
        self.starts.push(start);
        self.places.push(u32::try_from(span.byte - self.places.offset).unwrap_or(u32::MAX), lines);
    }

    /// Adds a blank line that starts and ends here in the text; it is no record. Gives its place.
    pub fn push_blank(&mut self, start: usize, end: usize) -> Place {
        let place = self.blank_place(start, end);
        self.skip_blank();
        place
    }

    /// The place of a blank line behind the last record, which starts and ends here in the text and is still to be added.
    #[must_use]
    pub fn blank_place(&self, start: usize, end: usize) -> Place {
        Place::Row { row: self.places.next_row(), span: self.stretch(start, end) }
    }

    /// Adds a blank line, whose place is not asked for; it is no record.
    pub fn skip_blank(&mut self) {
        self.places.push_blank();
    }

    /// How many records there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.starts.len()
    }

    /// The text without its padding.
    #[must_use]
    pub fn text(&self) -> &[u8] {
        &self.bytes[..self.bytes.len().saturating_sub(PADDING)]
    }

    /// Start and end of a cell in [`Batch::bytes`], quotes included; the end is before the start when it is absent.
    #[inline]
    #[must_use]
    pub fn span(&self, row: usize, field: usize) -> (usize, usize) {
        let at = row * self.fields + field;
        let start = if field == 0 { self.starts[row] } else { self.ends[at - 1] + 1 };
        (start as usize, self.ends[at] as usize)
    }

    /// Start and end of a cell's text, outer quotes taken off.
    #[inline]
    #[must_use]
    pub fn inner(&self, row: usize, field: usize) -> (usize, usize) {
        let (start, end) = self.span(row, field);
        if self.quoted { self.unquote(start, end) } else { (start, end) }
    }

    /// Start and end of the text of every cell of a field, record by record, as [`Batch::inner`] gives them.
    #[inline]
    pub fn column(&self, field: usize) -> impl Iterator<Item = (usize, usize)> {
        let cells = self.ends.chunks_exact(self.fields.max(1));
        self.starts.iter().zip(cells).map(move |(&start, ends)| {
            let start = if field == 0 { start } else { ends[field - 1] + 1 } as usize;
            let end = ends[field] as usize;
            if self.quoted { self.unquote(start, end) } else { (start, end) }
        })
    }

    /// The bytes of a cell without its outer quotes; doubled quotes are still doubled. `None` when it is absent.
    #[must_use]
    pub fn cell(&self, row: usize, field: usize) -> Option<&[u8]> {
        let (start, end) = self.inner(row, field);
        self.bytes.get(start..end)
    }

    /// The value of a cell: quotes taken off and inner quotes single, in the batch's encoding. `None` when it is absent.
    #[must_use]
    pub fn value(&self, row: usize, field: usize) -> Option<Cow<'_, [u8]>> {
        let (start, end) = self.span(row, field);
        let dialect = Dialect { quote: self.quote, escape: self.escape, ..Dialect::default() };
        Some(dialect.value(self.bytes.get(start..end)?))
    }

    /// The row's number as a spreadsheet counts.
    #[must_use]
    pub fn row_number(&self, row: usize) -> u64 {
        self.places.number(row)
    }

    /// The place of a cell.
    #[must_use]
    pub fn cell_place(&self, row: usize, field: usize) -> Place {
        let (start, end) = self.inner(row, field);
        let column = u32::try_from(field + 1).unwrap_or(u32::MAX);
        Place::Cell { row: self.row_number(row), column, span: self.within(row, start, end) }
    }

    /// The place of a record.
    #[must_use]
    pub fn row_place(&self, row: usize) -> Place {
        self.places.place(row)
    }

    /// Where the last cell that a record has ends.
    #[must_use]
    pub fn row_end(&self, row: usize) -> usize {
        let cells = &self.ends[row * self.fields..(row + 1) * self.fields];
        cells.iter().copied().max().map_or(self.starts[row] as usize, |end| end as usize)
    }

    /// Decodes a stretch of this batch to text; bytes that are not valid become U+FFFD.
    #[must_use]
    pub fn decode<'a>(&self, bytes: &'a [u8]) -> Cow<'a, str> {
        if self.encoding.is_utf16() { Encoding::Utf8.decode(bytes) } else { self.encoding.decode(bytes) }
    }

    /// The record and field that position `at` of the text lies in.
    #[must_use]
    pub fn cell_at(&self, at: u32) -> Option<(usize, usize)> {
        if self.fields == 0 {
            return None;
        }
        let row = self.starts.partition_point(|&start| start <= at).checked_sub(1)?;
        let cells = &self.ends[row * self.fields..(row + 1) * self.fields];
        let field = cells.partition_point(|&end| end <= at);
        (field < self.fields).then_some((row, field))
    }

    fn unquote(&self, start: usize, end: usize) -> (usize, usize) {
        match self.quote {
            Some(quote) if end > start + 1 && self.bytes[start] == quote && self.bytes[end - 1] == quote => {
                (start + 1, end - 1)
            }
            _ => (start, end),
        }
    }

    /// A stretch of a record's text, as it lies in the source.
    fn within(&self, row: usize, start: usize, end: usize) -> Span {
        let (origin, from) = (self.places.start(row), self.starts[row] as usize);
        let lines = if self.multiline { count_lines(&self.bytes[from..start]) } else { 0 };
        let length = u32::try_from(self.source_length(start, end)).unwrap_or(u32::MAX);
        Span { byte: origin.byte + self.source_length(from, start), line: origin.line + lines, length }
    }

    /// A stretch of this run's text, as it lies in the source.
    #[must_use]
    pub fn stretch(&self, start: usize, end: usize) -> Span {
        let length = u32::try_from(self.source_length(start, end)).unwrap_or(u32::MAX);
        let row = self.starts.partition_point(|&from| from as usize <= start);
        let Some(row) = row.checked_sub(1) else {
            let byte = self.places.offset + self.source_length(0, start);
            return Span { byte, line: self.places.first_line + count_lines(&self.bytes[..start]), length };
        };
        let (origin, from) = (self.places.start(row), self.starts[row] as usize);
        // In a run whose lines and rows go together, only blank lines stand between a record and what follows it.
        let line = origin.line + count_lines(&self.bytes[from..start]);
        Span { byte: origin.byte + self.source_length(from, start), line, length }
    }

    /// How many bytes of the source a stretch of the text is.
    fn source_length(&self, start: usize, end: usize) -> u64 {
        self.encoding.source_length(&self.bytes[start..end.max(start)])
    }
}

/// Line breaks in `bytes`: `\n`, `\r\n` and `\r` each count once.
fn count_lines(bytes: &[u8]) -> u64 {
    let mut lines = 0;
    for (i, &byte) in bytes.iter().enumerate() {
        if byte == b'\n' || (byte == b'\r' && bytes.get(i + 1) != Some(&b'\n')) {
            lines += 1;
        }
    }
    lines
}
