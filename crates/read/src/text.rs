//! Delimited text, handed out in runs of whole records to any number of threads.

use crate::decode::Transcoder;
use crate::front::{Behind, Cursor, Front};
use crate::input::Input;
use crate::opening::{LOOKED_AT, Opening};
use crate::preamble::invalid_utf8;
use crate::rows;
use crate::tokenize::{Grammar, Tokens};
use munilint_model::{
    Batch, Encoding, Oddities, OddityKind, PADDING, Place, Surroundings, TableContext, TableSource, Unshown,
};
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Text is read in runs of this size: it and what is known of it fit a core's cache.
const RUN: usize = 128 << 10;

/// Longest record in bytes. What is longer is a quote that was never closed, or no table.
pub const LONGEST_RECORD: usize = 16 << 20;

/// A delimited text table.
pub struct TextTable {
    context: TableContext,
    oddities: Oddities,
    grammar: Grammar,
    run: usize,
    /// The records' text that was read at opening.
    head: Cursor,
    head_is_all: bool,
    length: Option<u64>,
    front: Mutex<Front>,
    /// Tokens that no thread uses at the moment: their memory is used again.
    spare: Mutex<Vec<Tokens>>,
    bytes_read: AtomicU64,
}

impl TextTable {
    /// Opens a text: tells encoding, dialect and header, and notes what is odd about them.
    ///
    /// # Errors
    /// The input cannot be read.
    pub fn open(source: &Arc<str>, input: Input) -> io::Result<Self> {
        Self::open_in_runs(source, input, RUN)
    }

    /// As [`TextTable::open`], in runs of about `run` bytes: for tests of the law that the cut does not show.
    ///
    /// # Errors
    /// The input cannot be read.
    pub fn open_in_runs(source: &Arc<str>, mut input: Input, run: usize) -> io::Result<Self> {
        let opening = Opening::read(&mut input)?;
        let layout = opening.layout;
        let grammar = Grammar::new(layout.dialect, layout.encoding.batches_are_utf8());
        let length = input.length();
        let around = Surroundings { path: Unshown::of(&**source), titles: opening.titles };
        let behind = if opening.whole { Behind::End } else { Behind::More };
        Ok(TextTable {
            context: TableContext {
                source: Arc::clone(source),
                fields: opening.fields,
                layout,
                around,
                ..TableContext::default()
            },
            oddities: opening.oddities,
            grammar,
            run: run.max(1),
            head: opening.cursor.clone(),
            head_is_all: opening.whole,
            length,
            front: Mutex::new(Front::new(input, opening.transcoder, opening.cursor, behind)),
            spare: Mutex::default(),
            bytes_read: AtomicU64::new(0),
        })
    }

    /// Takes the path as it was given, for rules to judge: the name that was opened is shown, and so it is masked.
    #[must_use]
    pub fn known_as(mut self, path: &str) -> Self {
        self.context.around.path = Unshown::of(path);
        self
    }

    /// Length of the source in bytes, when it is known.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    fn prepare(&self, batch: &mut Batch) {
        let layout = &self.context.layout;
        batch.fields = self.context.fields.len();
        batch.encoding = layout.encoding;
        batch.quote = layout.dialect.quote;
        batch.escape = layout.dialect.escape;
        batch.oddities.clear();
        batch.marks.clear();
        batch.digits.clear();
        batch.begin(0, 0, 0);
    }

    fn run_from(
        &self,
        front: &mut Front,
        batch: &mut Batch,
        tokens: &mut Tokens,
        run: usize,
    ) -> io::Result<Option<usize>> {
        if self.context.fields.is_empty() {
            return Ok(None);
        }
        front.take(batch, tokens, self.grammar, run)
    }

    /// Makes records of what was found, and judges the bytes themselves.
    fn complete(&self, batch: &mut Batch, tokens: &Tokens, rows: usize) {
        rows::assemble(tokens, rows, batch);
        let cut = batch.text().len();
        batch.digits.extend_from_slice(&tokens.digits[..cut.div_ceil(64)]);
        let marks = tokens.marks.partition_point(|&mark| (mark as usize) < cut);
        batch.marks.extend_from_slice(&tokens.marks[..marks]);
        let within = |positions: &[u32]| positions.partition_point(|&at| (at as usize) < cut);
        note_unclosed(batch, tokens, &tokens.unclosed[..within(&tokens.unclosed)]);
        note_cells(batch, tokens, OddityKind::TextAfterQuote, &tokens.after_quote[..within(&tokens.after_quote)]);
        let nul = |at: &u32| batch.bytes[*at as usize] == 0;
        let nuls: Vec<u32> = batch.marks.iter().copied().filter(nul).collect();
        note_cells(batch, tokens, OddityKind::NulByte, &nuls);
        note_cells(batch, tokens, OddityKind::InvalidBytes, &tokens.malformed);
        // What was transcoded is valid.
        if tokens.high && self.grammar.utf8 && simdutf8::basic::from_utf8(batch.text()).is_err() {
            let at: Vec<u32> = invalid_utf8(batch.text()).map(|at| u32::try_from(at).unwrap_or(u32::MAX)).collect();
            note_cells(batch, tokens, OddityKind::InvalidBytes, &at);
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What a panicking thread leaves behind is whole: every step ends with its fields set.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Notes an oddity of the cells that `positions`, ascending, lie in: one for each position.
fn note_cells(batch: &mut Batch, tokens: &Tokens, kind: OddityKind, positions: &[u32]) {
    let mut oddities = std::mem::take(&mut batch.oddities);
    // A cell may hold a million of them: its place is made once.
    let mut last: Option<(usize, Place)> = None;
    for &at in positions {
        let separator = tokens.found().partition_point(|&separator| separator < at);
        oddities.note(kind, || match last {
            Some((same, place)) if same == separator => place,
            _ => {
                let place = place_at(batch, tokens, at);
                last = Some((separator, place));
                place
            }
        });
    }
    batch.oddities = oddities;
}

/// Notes quotes that are never closed, each at itself.
fn note_unclosed(batch: &mut Batch, tokens: &Tokens, positions: &[u32]) {
    let mut oddities = std::mem::take(&mut batch.oddities);
    for &at in positions {
        oddities.note(OddityKind::UnclosedQuote, || match place_at(batch, tokens, at) {
            Place::Cell { row, column, .. } => {
                Place::Cell { row, column, span: batch.stretch(at as usize, at as usize + 1) }
            }
            other => other,
        });
    }
    batch.oddities = oddities;
}

/// The place of the cell that a position lies in, one beyond the last field too.
fn place_at(batch: &Batch, tokens: &Tokens, at: u32) -> Place {
    if let Some((row, field)) = batch.cell_at(at) {
        return batch.cell_place(row, field);
    }
    let Some(row) = batch.starts.partition_point(|&start| start <= at).checked_sub(1) else { return Place::File };
    let found = tokens.found();
    let separator = found.partition_point(|&separator| separator < at);
    let start = separator.checked_sub(1).map_or(0, |before| found[before] + 1);
    let first = found.partition_point(|&separator| separator < batch.starts[row]);
    let column = u32::try_from(separator - first + 1).unwrap_or(u32::MAX);
    Place::Cell { row: batch.row_number(row), column, span: batch.stretch(start as usize, found[separator] as usize) }
}

/// A run as it was read: every row, the blank ones too, and every cell.
pub(crate) struct Raw<'a> {
    pub(crate) text: &'a [u8],
    /// Positions of separators outside quotes.
    pub(crate) separators: &'a [u32],
    /// For each row, the index of its line end among the separators.
    pub(crate) row_ends: &'a [u32],
    /// Where the reader lent a line end to the last row.
    pub(crate) lent: Option<usize>,
    /// All of it was text in the source's encoding.
    pub(crate) is_well_formed: bool,
}

impl TextTable {
    /// The bytes of the source that stand before the records.
    pub(crate) fn front_bytes(&self) -> io::Result<Vec<u8>> {
        let length = usize::try_from(self.head.offset).unwrap_or(usize::MAX);
        let bytes = locked(&self.front).input.look(0, length);
        bytes.filter(|bytes| bytes.len() == length).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }

    /// Hands over the rest of the source, run by run.
    pub(crate) fn each_run(&self, take: &mut dyn FnMut(Raw<'_>) -> io::Result<()>) -> io::Result<()> {
        let (mut batch, mut tokens) = (Batch::default(), Tokens::default());
        loop {
            self.prepare(&mut batch);
            let mut front = locked(&self.front);
            let Some(rows) = self.run_from(&mut front, &mut batch, &mut tokens, self.run)? else { return Ok(()) };
            drop(front);
            let text = batch.text();
            let lent = batch.oddities.count(OddityKind::NoFinalNewline) > 0;
            take(Raw {
                text,
                separators: tokens.found(),
                row_ends: &tokens.row_ends[..rows],
                lent: lent.then(|| text.len() - 1),
                is_well_formed: tokens.malformed.is_empty(),
            })?;
        }
    }
}

impl TableSource for TextTable {
    fn context(&self) -> &TableContext {
        &self.context
    }

    fn oddities(&self) -> Oddities {
        self.oddities.clone()
    }

    fn fill(&self, batch: &mut Batch) -> io::Result<bool> {
        self.prepare(batch);
        let mut tokens = locked(&self.spare).pop().unwrap_or_default();
        let taken = {
            let mut front = locked(&self.front);
            let taken = self.run_from(&mut front, batch, &mut tokens, self.run)?;
            self.bytes_read.store(front.cursor.offset, Ordering::Relaxed);
            taken
        };
        if let Some(rows) = taken {
            self.complete(batch, &tokens, rows);
        }
        locked(&self.spare).push(tokens);
        Ok(taken.is_some())
    }

    fn head(&self, batch: &mut Batch) -> io::Result<()> {
        self.prepare(batch);
        // What was read may break off in the midst of a record.
        let behind = if self.head_is_all { Behind::End } else { Behind::Unread };
        let nothing = Input::memory(Vec::new());
        let mut front = Front::new(nothing, Transcoder::new(Encoding::Utf8), self.head.clone(), behind);
        let mut tokens = Tokens::default();
        match self.run_from(&mut front, batch, &mut tokens, LOOKED_AT)? {
            Some(rows) => self.complete(batch, &tokens, rows),
            None => {
                batch.bytes.clear();
                batch.bytes.resize(PADDING, 0);
            }
        }
        Ok(())
    }

    fn bytes_read(&self) -> u64 {
        self.bytes_read.load(Ordering::Relaxed)
    }

    fn window(&self, byte: u64, before: usize, after: usize) -> Option<(u64, Vec<u8>)> {
        let start = byte.saturating_sub(before as u64);
        // UTF-16 is cut between characters.
        let start = if self.context.layout.encoding.is_utf16() { start & !1 } else { start };
        let length = usize::try_from(byte - start).ok()? + after;
        Some((start, locked(&self.front).input.look(start, length)?))
    }
}
