//! Records out of separators: the regular case costs nothing, all else is noted.

use crate::dialect::is_blank;
use crate::tokenize::Tokens;
use munilint_model::{Batch, OddityKind, Place};

/// Makes records out of the first `rows` line ends of `tokens`. The batch has its text and has begun.
pub(crate) fn assemble(tokens: &Tokens, rows: usize, batch: &mut Batch) {
    let fields = batch.fields;
    let regular = fields > 1 && all_full(tokens, rows, fields);
    let lent = (batch.oddities.count(OddityKind::NoFinalNewline) > 0).then(|| batch.text().len() as u32 - 1);
    let mut endings = Endings { lent, ..Endings::default() };
    if regular {
        batch.ends.extend_from_slice(&tokens.separators[..rows * fields]);
        let mut start = 0;
        for row in 0..rows {
            batch.push_row(start);
            let last = row * fields + fields - 1;
            let at = batch.ends[last];
            batch.ends[last] = endings.strip(&batch.bytes, row, start, at);
            start = at + 1;
        }
    } else {
        irregular(tokens, rows, batch, &mut endings);
    }
    endings.note(batch);
}

/// True when every record has all its fields and something in them. A record of that many delimiters (and a `\r`) alone
/// is looked at more closely.
fn all_full(tokens: &Tokens, rows: usize, fields: usize) -> bool {
    let mut start = 0;
    tokens.row_ends[..rows].iter().enumerate().all(|(row, &end)| {
        let at = tokens.separators[end as usize];
        let filled = (at - start) as usize > fields;
        start = at + 1;
        filled && end as usize == (row + 1) * fields - 1
    })
}

/// Lines by their ends: how many, and the first with where it starts.
#[derive(Default)]
struct Endings {
    lf: (u64, usize, u32),
    crlf: (u64, usize, u32),
    cr: (u64, usize, u32),
    /// Where the reader lent a line end to the last record.
    lent: Option<u32>,
}

impl Endings {
    /// Takes the `\r` of `\r\n` off a row that ends at `at`. `row` counts from the start of the run, blank lines too.
    fn strip(&mut self, bytes: &[u8], row: usize, start: u32, at: u32) -> u32 {
        let seen = |(count, first, from)| if count == 0 { (1, row, start) } else { (count + 1, first, from) };
        if self.lent == Some(at) {
            // The last line has no end of its own.
        } else if bytes[at as usize] == b'\r' {
            self.cr = seen(self.cr);
        } else if at > start && bytes[at as usize - 1] == b'\r' {
            self.crlf = seen(self.crlf);
            return at - 1;
        } else {
            self.lf = seen(self.lf);
        }
        at
    }

    fn note(&self, batch: &mut Batch) {
        let kinds = [(OddityKind::EndsLf, self.lf), (OddityKind::EndsCrlf, self.crlf), (OddityKind::EndsCr, self.cr)];
        for (kind, (count, row, start)) in kinds {
            if count > 0 {
                let span = batch.stretch(start as usize, start as usize);
                let place = Place::Row { row: batch.places.first_row + row as u64, span };
                batch.oddities.note_line_ends(kind, count, place);
            }
        }
    }
}

fn irregular(tokens: &Tokens, rows: usize, batch: &mut Batch, endings: &mut Endings) {
    let (mut start, mut from) = (0u32, 0usize);
    for (row, &end) in tokens.row_ends[..rows].iter().enumerate() {
        let cells = &tokens.separators[from..=end as usize];
        let at = cells[cells.len() - 1];
        let end_of_text = endings.strip(&batch.bytes, row, start, at);
        let text = &batch.bytes[start as usize..end_of_text as usize];
        let nothing = match cells.len() {
            1 if is_blank(text) => Some(OddityKind::BlankLine),
            many if many > 1 && text.len() == many - 1 => Some(OddityKind::EmptyRecord),
            _ => None,
        };
        if let Some(kind) = nothing {
            note(batch, kind, |batch| batch.blank_place(start as usize, end_of_text as usize));
            batch.skip_blank();
        } else {
            record(batch, start, cells, end_of_text);
        }
        start = at + 1;
        from = end as usize + 1;
    }
}

/// Adds one record of any width. `cells` are its separators, `end` is where its text ends.
fn record(batch: &mut Batch, start: u32, cells: &[u32], end: u32) {
    let fields = batch.fields;
    let kept = cells.len().min(fields);
    batch.push_row(start);
    batch.ends.extend_from_slice(&cells[..kept]);
    if cells.len() <= fields {
        let last = batch.ends.len() - 1;
        batch.ends[last] = end;
    }
    // A cell that is not there ends before it starts.
    batch.ends.extend(std::iter::repeat_n(end, fields - kept));
    if cells.len() == fields {
        return;
    }
    let row = batch.starts.len() - 1;
    let kind = if cells.len() < fields {
        OddityKind::ShortRow
    } else if (end - cells[fields - 1]) as usize == cells.len() - fields {
        OddityKind::TrailingDelimiter
    } else {
        OddityKind::LongRow
    };
    note(batch, kind, |batch| batch.row_place(row));
}

/// Notes an oddity; its place is only made when it is kept.
fn note(batch: &mut Batch, kind: OddityKind, place: impl FnOnce(&Batch) -> Place) {
    let mut oddities = std::mem::take(&mut batch.oddities);
    oddities.note(kind, || place(batch));
    batch.oddities = oddities;
}
