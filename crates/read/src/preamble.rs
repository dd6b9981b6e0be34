//! Oddities of what stands before the records: mark, `sep=` line, title lines, header.

use crate::dialect::Sample;
use crate::encoding::Detected;
use crate::header::Head;
use crate::lines;
use munilint_model::{Dialect, Encoding, Oddities, OddityKind, Place, Span, Unshown};
use std::collections::HashSet;

/// So many title lines are kept for rules to judge.
const MOST_TITLES: usize = 50;

/// So many bytes of each.
const LONGEST_TITLE: usize = 1000;

/// What was found before the records.
pub(crate) struct Preamble<'a> {
    /// The text from the start of the source on.
    pub(crate) text: &'a [u8],
    pub(crate) detected: Detected,
    pub(crate) dialect: Dialect,
    /// Length of the `sep=` line; positions in `sample` count from there.
    pub(crate) skipped: usize,
    pub(crate) sample: &'a Sample,
    pub(crate) head: &'a Head,
    /// Where the records start.
    pub(crate) consumed: usize,
}

impl Preamble<'_> {
    /// Offset in the source of a position in the text.
    pub(crate) fn offset(&self, at: usize) -> u64 {
        self.detected.bom as u64 + self.detected.encoding.source_length(&self.text[..at.min(self.text.len())])
    }

    /// Physical line of a position in the text.
    pub(crate) fn line(&self, at: usize) -> u64 {
        1 + lines::line_breaks(&self.text[..at.min(self.text.len())])
    }

    /// What is odd. `whole` says that nothing follows the text; `malformed` are positions in it.
    pub(crate) fn oddities(&self, whole: bool, malformed: &[u32]) -> Oddities {
        let mut oddities = Oddities::default();
        self.source(whole, &mut oddities);
        self.line_ends(&mut oddities);
        self.titles(&mut oddities);
        self.names(&mut oddities);
        self.bytes(malformed, &mut oddities);
        oddities
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let byte = self.offset(start);
        Span { byte, line: self.line(start), length: u32::try_from(self.offset(end) - byte).unwrap_or(u32::MAX) }
    }

    /// Start and end of a row's text.
    fn row(&self, row: usize) -> (usize, usize) {
        let cells = &self.sample.rows[row];
        let end = cells.last().map_or(0, |cell| cell.1);
        (self.skipped + cells[0].0, (self.skipped + end).min(self.text.len()))
    }

    /// The place of a cell of the header, without its quotes.
    fn name(&self, row: usize, column: usize) -> Place {
        let (start, end) = self.sample.rows[row][column];
        let (mut start, mut end) = (self.skipped + start, (self.skipped + end).min(self.text.len()));
        let is_quote = |at: usize| Some(self.text[at]) == self.dialect.quote;
        if end > start + 1 && is_quote(start) && is_quote(end - 1) {
            (start, end) = (start + 1, end - 1);
        }
        let column = u32::try_from(column + 1).unwrap_or(u32::MAX);
        Place::Cell { row: row as u64 + 1, column, span: self.span(start, end) }
    }

    /// The source as a whole.
    fn source(&self, whole: bool, oddities: &mut Oddities) {
        if self.detected.bom > 0 {
            let length = u32::try_from(self.detected.bom).unwrap_or(0);
            oddities.note(OddityKind::ByteOrderMark, || Place::Text(Span { byte: 0, line: 1, length }));
        }
        if self.skipped > 0 {
            oddities.note(OddityKind::SeparatorLine, || Place::Text(self.span(0, self.skipped)));
        }
        if whole && self.text[self.skipped..].iter().all(|&byte| lines::is_blank(byte)) {
            oddities.note(OddityKind::EmptyFile, || Place::File);
        }
        if !self.head.names.is_empty() && whole && self.nothing_follows() {
            oddities.note(OddityKind::NoRecords, || Place::File);
        }
        if whole && self.consumed == self.text.len() && !matches!(self.text.last(), None | Some(b'\n' | b'\r')) {
            oddities.note(OddityKind::NoFinalNewline, || Place::File);
        }
        if !self.head.names.is_empty() && self.head.header.is_none() {
            oddities.note(OddityKind::NoHeader, || Place::File);
        }
    }

    /// True when no record follows, but blank lines and lines of delimiters alone.
    fn nothing_follows(&self) -> bool {
        if self.sample.nexts.last().is_some_and(|&end| self.skipped + end < self.text.len()) {
            let blank = |&byte: &u8| lines::is_blank(byte) && byte != self.dialect.delimiter;
            return self.text[self.consumed..].iter().all(blank);
        }
        let rows = self.sample.rows.iter().zip(&self.sample.blank).skip(self.head.first_record);
        let length = |row: &[(usize, usize)]| row.last().map_or(0, |last| last.1) - row[0].0;
        rows.into_iter().all(|(row, blank)| *blank || (row.len() > 1 && length(row) == row.len() - 1))
    }

    fn line_ends(&self, oddities: &mut Oddities) {
        let kinds = [OddityKind::EndsLf, OddityKind::EndsCrlf, OddityKind::EndsCr];
        let mut seen = [(0u64, 0usize); 3];
        let rows = self.sample.nexts.iter().take(self.head.first_record).map(|next| self.skipped + next);
        for next in (self.skipped > 0).then_some(self.skipped).into_iter().chain(rows) {
            let kind = lines::last(&self.text[..next]);
            if let Some(i) = kinds.iter().position(|other| Some(*other) == kind) {
                seen[i] = (seen[i].0 + 1, if seen[i].0 == 0 { next } else { seen[i].1 });
            }
        }
        for (kind, (count, next)) in kinds.into_iter().zip(seen) {
            if count > 0 {
                let length = if kind == OddityKind::EndsCrlf { 2 } else { 1 };
                oddities.note_line_ends(kind, count, Place::Text(self.span(next - length, next)));
            }
        }
    }

    fn titles(&self, oddities: &mut Oddities) {
        for (start, end) in self.title_rows() {
            oddities.note(OddityKind::TitleLine, || Place::Text(self.span(start, end)));
        }
    }

    /// Start and end of every row above the header that holds something.
    fn title_rows(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let rows = 0..self.head.first_record.min(self.sample.rows.len());
        let is_title = |row: &usize| Some(*row) != self.head.header && !self.sample.blank[*row];
        rows.filter(is_title).map(|row| self.row(row))
    }

    /// The first of those rows with their text, cut where it is long.
    pub(crate) fn title_texts(&self) -> Vec<(Place, Unshown)> {
        let encoding = if self.detected.encoding.batches_are_utf8() { Encoding::Utf8 } else { self.detected.encoding };
        let text = |(start, end): (usize, usize)| {
            let text = encoding.decode(&self.text[start..end.min(start + LONGEST_TITLE)]);
            (Place::Text(self.span(start, end)), Unshown::of(text))
        };
        self.title_rows().take(MOST_TITLES).map(text).collect()
    }

    fn names(&self, oddities: &mut Oddities) {
        let Some(row) = self.head.header else { return };
        if self.head.ghosts > 0 {
            let (start, end) = self.row(row);
            let place = || Place::Row { row: row as u64 + 1, span: self.span(start, end) };
            oddities.note(OddityKind::TrailingDelimiter, place);
        }
        let mut known = HashSet::with_capacity(self.head.names.len());
        for (column, name) in self.head.names.iter().enumerate() {
            if name.is_empty() {
                oddities.note(OddityKind::EmptyName, || self.name(row, column));
            } else if !known.insert(name.as_str()) {
                oddities.note(OddityKind::DuplicateName, || self.name(row, column));
            }
        }
    }

    /// Quotes that do not pair, and bytes that are no text.
    fn bytes(&self, malformed: &[u32], oddities: &mut Oddities) {
        let text = &self.text[..self.consumed];
        let quotes = |positions: &[u32]| -> Vec<usize> {
            let positions = positions.iter().map(|&at| self.skipped + at as usize);
            positions.take_while(|&at| at < self.consumed).collect()
        };
        for at in quotes(&self.sample.unclosed) {
            oddities.note(OddityKind::UnclosedQuote, || self.at(at, Some(self.span(at, at + 1))));
        }
        for at in quotes(&self.sample.after_quote) {
            oddities.note(OddityKind::TextAfterQuote, || self.at(at, None));
        }
        self.note_all(OddityKind::NulByte, memchr::memchr_iter(0, text), oddities);
        self.note_all(OddityKind::InvalidBytes, malformed.iter().map(|&at| at as usize), oddities);
        if self.detected.encoding.batches_are_utf8() {
            self.note_all(OddityKind::InvalidBytes, invalid_utf8(text), oddities);
        }
    }

    fn note_all(&self, kind: OddityKind, positions: impl Iterator<Item = usize>, oddities: &mut Oddities) {
        let mut last: Option<((usize, usize), Place)> = None;
        for at in positions {
            let cell = self.cell_at(at);
            oddities.note(kind, || match last {
                Some((same, place)) if same == cell => place,
                _ => {
                    let place = self.at(at, None);
                    last = Some((cell, place));
                    place
                }
            });
        }
    }

    /// Row and column that a position of the text lies in.
    fn cell_at(&self, at: usize) -> (usize, usize) {
        let at = at.saturating_sub(self.skipped);
        let row = self.sample.nexts.partition_point(|&next| next <= at);
        let cells = self.sample.rows.get(row).map_or(&[][..], Vec::as_slice);
        (row, cells.partition_point(|&(_, end)| end <= at).min(cells.len().saturating_sub(1)))
    }

    /// The place of a position: in the header a cell (or `span` in it), elsewhere a line.
    fn at(&self, at: usize, span: Option<Span>) -> Place {
        let (row, column) = self.cell_at(at);
        if at < self.skipped || row >= self.sample.rows.len() {
            return Place::Text(span.unwrap_or_else(|| self.span(at, at + 1)));
        }
        match self.name(row, column) {
            Place::Cell { row: number, column, span: own } if Some(row) == self.head.header => {
                Place::Cell { row: number, column, span: span.unwrap_or(own) }
            }
            _ => {
                let (start, end) = self.row(row);
                Place::Text(span.unwrap_or_else(|| self.span(start, end)))
            }
        }
    }
}

/// Where bytes stand that are not UTF-8: the first of each malformed sequence.
pub(crate) fn invalid_utf8(text: &[u8]) -> impl Iterator<Item = usize> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let error = std::str::from_utf8(&text[from..]).err()?;
        let at = from + error.valid_up_to();
        from = error.error_len().map_or(text.len(), |length| at + length);
        Some(at)
    })
}
