//! The one place where a text is read on: runs of whole records are cut off its front.

use crate::LONGEST_RECORD;
use crate::decode::Transcoder;
use crate::input::Input;
use crate::lines::line_breaks;
use crate::tokenize::{Grammar, Reach, Tokens, tokenize};
use crate::unreadable::Unreadable;
use munilint_model::{Batch, OddityKind, PADDING, Place};
use std::io;

/// Where in the text the reading stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cursor {
    /// Text that was read and not handed out.
    pub(crate) text: Vec<u8>,
    /// Offset of `text` in the source.
    pub(crate) offset: u64,
    /// How much text was handed out before, as [`Transcoder`] counts.
    pub(crate) passed: u64,
    /// Row number of the record that starts `text`.
    pub(crate) row: u64,
    /// Physical line of that record.
    pub(crate) line: u64,
}

/// What is behind the text that was read at opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Behind {
    /// More of the input.
    More,
    /// Nothing.
    End,
    /// More that is not to be read: a last record that is not whole is left out.
    Unread,
}

/// A text that is being read.
pub(crate) struct Front {
    pub(crate) input: Input,
    transcoder: Transcoder,
    pub(crate) cursor: Cursor,
    raw: Vec<u8>,
    /// Text that was read or transcoded ahead, and how much of it was taken.
    held: (Vec<u8>, usize),
    /// What is behind `held`.
    behind: Behind,
    /// Nothing follows `cursor.text`.
    ended: bool,
}

impl Front {
    /// `cursor.text` was read at opening; `behind` says what follows it.
    pub(crate) fn new(input: Input, transcoder: Transcoder, mut cursor: Cursor, behind: Behind) -> Self {
        let held = (std::mem::take(&mut cursor.text), 0);
        Front { input, transcoder, cursor, raw: Vec::new(), held, behind, ended: false }
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
        let mut want = run.clamp(1, LONGEST_RECORD);
        loop {
            if let Err(error) = self.read_more(&mut batch.bytes, want) {
                self.give_up();
                return Err(error);
            }
            let length = batch.bytes.len();
            if length == 0 {
                return Ok(None);
            }
            let ended = self.ended && self.behind != Behind::Unread;
            let lent = ended && !matches!(batch.bytes[length - 1], b'\n' | b'\r');
            if lent {
                batch.bytes.push(b'\n');
            }
            let text = batch.bytes.len();
            batch.bytes.resize(text + PADDING, 0);
            let reach = Reach { ended, longest: LONGEST_RECORD };
            tokenize(&batch.bytes, text, grammar, reach, tokens);
            let mut rows = tokens.row_ends.len();
            // A `\r` at the very end may have its `\n` in what is still to be read.
            if !ended && rows > 0 && batch.bytes[text - 1] == b'\r' {
                rows -= 1;
            }
            if rows > 0 {
                self.cut(batch, tokens, text, rows, lent);
                return Ok(Some(rows));
            }
            batch.bytes.truncate(length);
            if self.ended && !ended {
                return Ok(None);
            }
            if self.ended || length >= LONGEST_RECORD {
                self.give_up();
                return Err(too_long(self.cursor.line));
            }
            want = (want.max(length) * 2).min(LONGEST_RECORD);
        }
    }

    /// Whoever asks again is told that this is the end.
    fn give_up(&mut self) {
        self.ended = true;
        self.held = (Vec::new(), 0);
    }

    /// Leaves the first `rows` rows in `batch` and keeps the rest. The last line end is `lent` by the reader.
    fn cut(&mut self, batch: &mut Batch, tokens: &mut Tokens, text: usize, rows: usize, lent: bool) {
        let cut = tokens.found()[tokens.row_ends[rows - 1] as usize] as usize + 1;
        let tail = &batch.bytes[cut..text];
        let lines = tokens.lines - line_breaks(tail);
        self.cursor.text.clear();
        self.cursor.text.extend_from_slice(tail);
        batch.bytes.truncate(cut);
        batch.bytes.resize(cut + PADDING, 0);
        batch.quoted = tokens.quoted;
        batch.multiline = lines != rows as u64;
        batch.begin(self.cursor.row, self.cursor.line, self.cursor.offset);
        let mut own = cut;
        if lent && cut == text {
            own -= 1;
            batch.oddities.note(OddityKind::NoFinalNewline, || Place::File);
        } else if lent {
            self.cursor.text.pop();
        }
        self.transcoder.take_malformed(self.cursor.passed, own, &mut tokens.malformed);
        self.cursor.row += rows as u64;
        self.cursor.line += lines;
        self.cursor.offset += batch.encoding.source_length(&batch.bytes[..own]);
        self.cursor.passed += own as u64;
    }

    fn read_more(&mut self, text: &mut Vec<u8>, want: usize) -> io::Result<()> {
        while !self.ended && text.len() < want {
            let missing = want - text.len();
            let (held, taken) = &mut self.held;
            if *taken < held.len() {
                let n = missing.min(held.len() - *taken);
                text.extend_from_slice(&held[*taken..*taken + n]);
                *taken += n;
                self.ended = self.behind != Behind::More && *taken == held.len();
            } else if self.behind != Behind::More {
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
                if n < self.raw.len() {
                    self.behind = Behind::End;
                }
                held.clear();
                *taken = 0;
                self.transcoder.append(&self.raw[..n], self.behind == Behind::End, held);
            }
        }
        Ok(())
    }
}

/// The error for a record that meets the limit.
pub(crate) fn too_long(line: u64) -> io::Error {
    Unreadable::LongRecord { line }.into()
}
