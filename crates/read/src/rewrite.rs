//! A table written anew: what is not to be changed is copied byte for byte.

use crate::dialect::{Sample, is_blank};
use crate::text::{Raw, TextTable};
use crate::unreadable::Unreadable;
use munilint_model::{Dialect, Encoding, Escape, LineEnding, OddityKind, Rewrite, TableSource};
use std::borrow::Cow;
use std::io;
use std::ops::Range;

/// A table that was written anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rewritten {
    /// The whole source.
    pub bytes: Vec<u8>,
    /// How many cells each rule has changed, by its index.
    pub cells: Vec<u64>,
    /// How many blank rows were left out.
    pub blank_rows: u64,
    /// How many rows, the header among them, lost delimiters behind their last field.
    pub trailing_delimiters: u64,
    /// How many lines end in another way.
    pub line_endings: u64,
}

/// Writes a table that was opened and not read on, as `rewrite` says.
///
/// # Errors
/// The source cannot be read, holds no table, or a part of it is no text and would not stay as it is.
pub fn rewrite(table: &TextTable, rewrite: &Rewrite) -> io::Result<Rewritten> {
    let layout = &table.context().layout;
    if table.context().fields.is_empty() {
        return Err(Unreadable::NoTable.into());
    }
    let rules = rewrite.cells.values().flatten().map(|(rule, _)| rule + 1).max().unwrap_or(0);
    let done = Rewritten { cells: vec![0; rules], ..Rewritten::default() };
    let to = if rewrite.utf8 { Encoding::Utf8 } else { layout.encoding };
    let from = if layout.encoding.is_utf16() { Encoding::Utf8 } else { layout.encoding };
    let mut writer = Writer {
        rewrite,
        dialect: layout.dialect,
        fields: table.context().fields.len(),
        from,
        to,
        done,
        row: Vec::new(),
    };
    let transcodes = from != to || layout.encoding.is_utf16();
    let head = table.front_bytes()?;
    let mark = match (layout.bom, layout.encoding) {
        (false, _) => 0,
        (true, Encoding::Utf8) => 3,
        (true, _) => 2,
    };
    let (mark, head) = head.split_at(mark.min(head.len()));
    let marks_order = rewrite.utf8 && layout.encoding != Encoding::Utf8;
    if !(rewrite.no_mark || marks_order) {
        writer.done.bytes.extend_from_slice(mark);
    }
    if transcodes && table.oddities().count(OddityKind::InvalidBytes) > 0 {
        return Err(no_text());
    }
    let head =
        if layout.encoding.is_utf16() { layout.encoding.decode(head).into_owned().into_bytes() } else { head.to_vec() };
    writer.front(&head, layout.separator_line, layout.header_row)?;
    table.each_run(&mut |raw| {
        if transcodes && !raw.is_well_formed {
            return Err(no_text());
        }
        writer.records(&raw)
    })?;
    Ok(writer.done)
}

fn no_text() -> io::Error {
    Unreadable::NoText.into()
}

struct Writer<'r> {
    rewrite: &'r Rewrite,
    dialect: Dialect,
    fields: usize,
    /// Encoding of the text as it is read.
    from: Encoding,
    /// Encoding of what is written.
    to: Encoding,
    done: Rewritten,
    /// The cells of the row at hand that become others.
    row: Vec<(usize, Vec<u8>)>,
}

impl Writer<'_> {
    /// Writes what stands before the records.
    fn front(&mut self, text: &[u8], separator_line: bool, header_row: Option<u64>) -> io::Result<()> {
        let skipped = if separator_line {
            memchr::memchr2(b'\n', b'\r', text).map_or(text.len(), |at| at + line_end(&text[at..]))
        } else {
            0
        };
        let line = line_end_before(text, skipped);
        self.text(&text[..line])?;
        self.ending(&text[line..skipped])?;
        let body = &text[skipped..];
        let sample = Sample::parse(body, true, self.dialect, self.from == Encoding::Utf8);
        let mut start = 0;
        for (row, (cells, &next)) in sample.rows.iter().zip(&sample.nexts).enumerate() {
            let end = cells.last().map_or(start, |cell| cell.1.min(next));
            let is_header = header_row == Some(row as u64 + 1);
            let ends: Vec<usize> = cells.iter().map(|cell| cell.1.min(end)).collect();
            let kept = if is_header { self.width(body, &ends) } else { ends.len() };
            self.text(&body[start..ends[kept - 1]])?;
            self.ending(&body[end..next])?;
            start = next;
        }
        self.text(&body[start..])
    }

    /// Writes the rows of a run.
    fn records(&mut self, raw: &Raw<'_>) -> io::Result<()> {
        let (mut start, mut from) = (0usize, 0usize);
        let mut ends = Vec::new();
        for &end in raw.row_ends {
            let cells = &raw.separators[from..=end as usize];
            let at = cells[cells.len() - 1] as usize;
            let next = at + 1;
            let line = if raw.lent == Some(at) { at } else { line_end_before(raw.text, next).max(start) };
            ends.clear();
            ends.extend(cells.iter().map(|&end| (end as usize).min(line)));
            let ending = if raw.lent == Some(at) { line..line } else { line..next };
            self.record(raw.text, start, &ends, ending)?;
            (start, from) = (next, end as usize + 1);
        }
        Ok(())
    }

    /// Writes a row whose cells end at `ends`.
    fn record(&mut self, text: &[u8], start: usize, ends: &[usize], ending: Range<usize>) -> io::Result<()> {
        let end = ending.start;
        let is_blank = match ends.len() {
            1 => is_blank(&text[start..end]),
            many => end - start == many - 1,
        };
        if is_blank && self.rewrite.no_blank_rows {
            self.done.blank_rows += 1;
            return Ok(());
        }
        if is_blank {
            self.text(&text[start..end])?;
            return self.ending(&text[ending]);
        }
        let kept = self.width(text, ends);
        self.mend(text, start, &ends[..kept.min(self.fields)]);
        if self.row.is_empty() {
            self.text(&text[start..ends[kept - 1]])?;
        } else {
            self.changed(text, start, &ends[..kept])?;
        }
        self.ending(&text[ending])
    }

    /// How many cells of a row stay: those behind the last field go when they are empty and that is asked for.
    fn width(&mut self, text: &[u8], ends: &[usize]) -> usize {
        let end = ends[ends.len() - 1];
        let surplus = ends.len().saturating_sub(self.fields);
        if !self.rewrite.no_trailing_delimiters || surplus == 0 || self.fields == 0 {
            return ends.len();
        }
        let behind = &text[ends[self.fields - 1]..end];
        if behind.iter().any(|&byte| byte != self.dialect.delimiter && byte != b' ') {
            return ends.len();
        }
        self.done.trailing_delimiters += 1;
        self.fields
    }

    /// Finds out which cells become others.
    fn mend(&mut self, text: &[u8], start: usize, ends: &[usize]) {
        self.row.clear();
        for &column in self.rewrite.cells.keys() {
            let field = column as usize - 1;
            let Some(&end) = ends.get(field) else { break };
            let from = if field == 0 { start } else { ends[field - 1] + 1 };
            let cell = &text[from..end];
            let value = self.dialect.value(cell);
            let Some(value) = decode(self.from, &value) else { continue };
            let mut by = Vec::new();
            let mended = self.rewrite.value(column, &value, &mut |rule| by.push(rule));
            if *mended == value {
                continue;
            }
            if let Some(new) = self.cell(&mended, self.dialect.is_quoted(cell)) {
                self.row.push((field, new));
                by.into_iter().for_each(|rule| self.done.cells[rule] += 1);
            }
        }
    }

    /// A row in which some cells become others.
    fn changed(&mut self, text: &[u8], start: usize, ends: &[usize]) -> io::Result<()> {
        let mut row = std::mem::take(&mut self.row);
        let mut from = start;
        let mut written = 0;
        let is_empty = |field: usize, from: usize| {
            let new = row.iter().find(|(changed, _)| *changed == field);
            new.map_or(ends[field] <= from, |(_, new)| new.is_empty())
        };
        let all_empty =
            (0..ends.len()).all(|field| is_empty(field, if field == 0 { start } else { ends[field - 1] + 1 }));
        // A row of delimiters alone, or of nothing, would be no record any more.
        if let (true, Some(quote)) = (all_empty, self.dialect.quote) {
            self.encoded(&[char::from(quote); 2], &mut row[0].1)?;
        }
        for (field, &end) in ends.iter().enumerate() {
            if field > 0 {
                self.text(&[self.dialect.delimiter])?;
            }
            match row.get(written).filter(|(changed, _)| *changed == field) {
                Some((_, new)) => {
                    self.done.bytes.extend_from_slice(new);
                    written += 1;
                }
                None => self.text(&text[from..end])?,
            }
            from = end + 1;
        }
        self.row = row;
        Ok(())
    }

    /// A value as a cell, in quotes when it was so or must be; `None` when it cannot be written.
    fn cell(&self, value: &str, was_quoted: bool) -> Option<Vec<u8>> {
        let Dialect { delimiter, quote, escape } = self.dialect;
        let special = |byte: u8| byte == delimiter || matches!(byte, b'\n' | b'\r');
        let must = value.bytes().any(|byte| special(byte) || Some(byte) == quote);
        let mut out = Vec::with_capacity(value.len() + 2);
        if !must && !was_quoted {
            value.chars().try_for_each(|c| self.to.push(c, &mut out))?;
            return Some(out);
        }
        let quote = char::from(quote?);
        self.to.push(quote, &mut out)?;
        for c in value.chars() {
            match escape {
                Escape::Doubled if c == quote => self.to.push(quote, &mut out)?,
                Escape::Backslash if c == quote || c == '\\' => self.to.push('\\', &mut out)?,
                _ => {}
            }
            self.to.push(c, &mut out)?;
        }
        self.to.push(quote, &mut out)?;
        Some(out)
    }

    fn ending(&mut self, ending: &[u8]) -> io::Result<()> {
        let wanted: &[u8] = match self.rewrite.line_ending {
            Some(LineEnding::Lf) => b"\n",
            Some(LineEnding::Crlf) => b"\r\n",
            Some(LineEnding::Cr) => b"\r",
            None => ending,
        };
        if ending.is_empty() {
            return Ok(());
        }
        self.done.line_endings += u64::from(wanted != ending);
        self.text(wanted)
    }

    /// Writes text as it was read, in the new encoding.
    fn text(&mut self, text: &[u8]) -> io::Result<()> {
        if self.from == self.to {
            self.done.bytes.extend_from_slice(text);
            return Ok(());
        }
        let decoded = decode(self.from, text).ok_or_else(no_text)?;
        if self.to == Encoding::Utf8 {
            self.done.bytes.extend_from_slice(decoded.as_bytes());
            return Ok(());
        }
        let mut out = std::mem::take(&mut self.done.bytes);
        let pushed = decoded.chars().try_for_each(|c| self.to.push(c, &mut out));
        self.done.bytes = out;
        pushed.ok_or_else(no_text)
    }

    fn encoded(&self, text: &[char], out: &mut Vec<u8>) -> io::Result<()> {
        text.iter().try_for_each(|&c| self.to.push(c, out)).ok_or_else(no_text)
    }
}

/// Text without anything that is no character of its encoding; `None` when there is such a thing.
fn decode(encoding: Encoding, bytes: &[u8]) -> Option<Cow<'_, str>> {
    if encoding == Encoding::Utf8 {
        return std::str::from_utf8(bytes).ok().map(Cow::Borrowed);
    }
    let text = encoding.decode(bytes);
    // Windows-1252 has places without a character, which decode to control characters.
    (!text.contains(|c: char| c == '\u{fffd}' || ('\u{80}'..='\u{9f}').contains(&c))).then_some(text)
}

/// Length of the line end that `text` starts with.
fn line_end(text: &[u8]) -> usize {
    if text.starts_with(b"\r\n") { 2 } else { 1 }
}

/// Where the line end begins that ends right before `next`.
fn line_end_before(text: &[u8], next: usize) -> usize {
    match &text[..next] {
        [.., b'\r', b'\n'] => next - 2,
        [.., b'\r' | b'\n'] => next - 1,
        _ => next,
    }
}
