//! The one place where a text is read on: runs of whole records are cut off its front.

use crate::LONGEST_RECORD;
use crate::decode::{Transcoder, source_length};
use crate::input::Input;
use crate::opening::line_breaks;
use crate::tokenize::{Grammar, Tokens, tokenize};
use munilint_model::{Batch, OddityKind, PADDING, Place};
use std::io;

/// Where in the text the reading stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cursor {
    /// Text that was read and not handed out.
    pub(crate) text: Vec<u8>,
    /// Offset of `text` in the source.
    pub(crate) offset: u64,
    /// Row number of the record that starts `text`.
    pub(crate) row: u64,
    /// Physical line of that record.
    pub(crate) line: u64,
}

/// A text that is being read.
pub(crate) struct Front {
    pub(crate) input: Input,
    transcoder: Transcoder,
    pub(crate) cursor: Cursor,
    raw: Vec<u8>,
    /// Text that was read at opening, and how much of it was taken.
    held: (Vec<u8>, usize),
    /// Nothing follows `held` in the input.
    exhausted: bool,
    /// Nothing follows `cursor.text`.
    ended: bool,
    /// Where in `cursor.text` a quote stands that is never closed: its line is taken as plain text.
    unclosed: Option<u32>,
}

/// What can be done with the text that was read.
enum Step {
    /// So many rows are whole.
    Rows(usize),
    /// The text reads otherwise: tokenize again.
    Again,
    /// There is not one whole row yet.
    More,
}

impl Front {
    /// `cursor.text` was read at opening; `exhausted` says that nothing follows it.
    pub(crate) fn new(input: Input, transcoder: Transcoder, mut cursor: Cursor, exhausted: bool) -> Self {
        let held = (std::mem::take(&mut cursor.text), 0);
        Front { input, transcoder, cursor, raw: Vec::new(), held, exhausted, ended: false, unclosed: None }
    }

    /// Cuts the next run of whole records, about `run` bytes of text, into `batch.bytes` and leaves the rest for the
    /// next time. Gives how many rows there are; `None` at the end.
    pub(crate) fn take(
        &mut self,
        batch: &mut Batch,
        tokens: &mut Tokens,
        grammar: Grammar,
        run: usize,
    ) -> io::Result<Option<usize>> {
        batch.bytes.clear();
        batch.bytes.append(&mut self.cursor.text);
        let mut want = run;
        loop {
            self.read_more(&mut batch.bytes, want.max(1))?;
            let length = batch.bytes.len();
            if length == 0 {
                return Ok(None);
            }
            let bare = self.ended && !matches!(batch.bytes[length - 1], b'\n' | b'\r');
            if bare {
                batch.bytes.push(b'\n');
            }
            let text = batch.bytes.len();
            batch.bytes.resize(text + PADDING, 0);
            let quote = grammar.quote.filter(|_| self.unclosed.is_none());
            tokenize(&batch.bytes, text, Grammar { quote, ..grammar }, tokens);
            match self.step(batch, tokens, text) {
                Step::Rows(rows) => {
                    let cut = self.cut(batch, tokens, text, rows);
                    if bare && cut < text {
                        // The line end that was lent to the last record is taken back.
                        self.cursor.text.pop();
                    } else if bare {
                        batch.oddities.note(OddityKind::NoFinalNewline, || Place::File);
                    }
                    return Ok(Some(rows));
                }
                Step::Again => {}
                Step::More if self.ended || length >= LONGEST_RECORD => {
                    let Some(at) = tokens.open_quote else { return Err(self.too_long(length)) };
                    self.unclosed = Some(at);
                }
                Step::More => want = want.max(length) * 2,
            }
            batch.bytes.truncate(length);
        }
    }

    fn too_long(&self, length: usize) -> io::Error {
        let (line, most) = (self.cursor.line, LONGEST_RECORD >> 20);
        let text = format!(
            "the record on line {line} is longer than {most} MiB ({length} bytes were read without a line end)"
        );
        io::Error::new(io::ErrorKind::InvalidData, text)
    }

    fn step(&mut self, batch: &Batch, tokens: &Tokens, text: usize) -> Step {
        let mut rows = tokens.row_ends.len();
        if self.unclosed.is_some() {
            return if rows == 0 { Step::More } else { Step::Rows(1) };
        }
        // A `\r` at the very end may have its `\n` in what is still to be read.
        if !self.ended && rows > 0 && batch.bytes[text - 1] == b'\r' {
            rows -= 1;
        }
        if let Some((row, quote)) = runaway(batch, tokens) {
            if row == 0 {
                self.unclosed = Some(quote);
                return Step::Again;
            }
            rows = rows.min(row);
        }
        if rows == 0 { Step::More } else { Step::Rows(rows) }
    }

    /// Leaves the first `rows` rows in `batch` and keeps the rest. Gives the length of what stays.
    fn cut(&mut self, batch: &mut Batch, tokens: &Tokens, text: usize, rows: usize) -> usize {
        let cut = tokens.found()[tokens.row_ends[rows - 1] as usize] as usize + 1;
        let tail = &batch.bytes[cut..text];
        let lines = tokens.lines - line_breaks(tail);
        self.cursor.text.clear();
        self.cursor.text.extend_from_slice(tail);
        batch.bytes.truncate(cut);
        batch.bytes.resize(cut + PADDING, 0);
        batch.quoted = tokens.quoted || self.unclosed.is_some();
        batch.multiline = lines != rows as u64;
        batch.begin(self.cursor.row, self.cursor.line, self.cursor.offset);
        if let Some(at) = self.unclosed.take() {
            let place = Place::Row { row: self.cursor.row, span: batch.stretch(at as usize, at as usize + 1) };
            batch.oddities.note(OddityKind::UnclosedQuote, || place);
        }
        self.cursor.row += rows as u64;
        self.cursor.line += lines;
        self.cursor.offset += source_length(batch.encoding, &batch.bytes[..cut]);
        cut
    }

    fn read_more(&mut self, text: &mut Vec<u8>, want: usize) -> io::Result<()> {
        while !self.ended && text.len() < want {
            let missing = want - text.len();
            let (held, taken) = &mut self.held;
            if *taken < held.len() {
                let n = missing.min(held.len() - *taken);
                text.extend_from_slice(&held[*taken..*taken + n]);
                *taken += n;
                self.ended = self.exhausted && *taken == held.len();
            } else if self.exhausted {
                self.ended = true;
            } else if self.transcoder.is_plain() {
                let start = text.len();
                text.resize(want, 0);
                let n = self.input.read_full(&mut text[start..])?;
                text.truncate(start + n);
                self.ended = n < missing;
            } else {
                self.raw.resize(missing.max(2), 0);
                let n = self.input.read_full(&mut self.raw)?;
                self.ended = n < self.raw.len();
                self.transcoder.append(&self.raw[..n], self.ended, text);
            }
        }
        Ok(())
    }
}

/// The row in which a quoted stretch runs over line ends and is then followed by text, and where its quote opened: it
/// was never closed, and what seemed its closing quote opens another cell.
fn runaway(batch: &Batch, tokens: &Tokens) -> Option<(usize, u32)> {
    tokens.after_quote.iter().find_map(|&at| {
        let separator = tokens.found().partition_point(|&separator| separator < at);
        let start = separator.checked_sub(1).map_or(0, |before| tokens.found()[before] + 1);
        let end = tokens.found().get(separator).copied().unwrap_or(at);
        let breaks = memchr::memchr2(b'\n', b'\r', &batch.bytes[start as usize..at as usize]).is_some();
        let text = batch.bytes[at as usize..end as usize].iter().any(|byte| !matches!(byte, b' ' | b'\r'));
        let row = tokens.row_ends.partition_point(|&end| (end as usize) < separator);
        (breaks && text).then_some((row, start))
    })
}
