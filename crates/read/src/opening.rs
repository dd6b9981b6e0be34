//! What is found out before the first record: encoding, dialect, header.

use crate::decode::{Transcoder, source_length};
use crate::dialect::{self, Sample};
use crate::encoding::{self, Detected};
use crate::front::Cursor;
use crate::header::{self, Head};
use crate::input::Input;
use munilint_model::{Dialect, Field, Layout, LineEnding, Oddities, OddityKind, Place, RoleGuess, Span};
use std::io;

/// How much of the front is read to tell encoding, dialect and header.
pub(crate) const LOOKED_AT: usize = 256 << 10;

/// How much of that is parsed with every candidate delimiter.
const SAMPLED: usize = 64 << 10;

/// A text that was opened.
pub(crate) struct Opening {
    pub(crate) layout: Layout,
    pub(crate) fields: Vec<Field>,
    pub(crate) oddities: Oddities,
    /// Where the records start, with the text that was read of them.
    pub(crate) cursor: Cursor,
    /// That text is all there is.
    pub(crate) whole: bool,
    pub(crate) transcoder: Transcoder,
}

impl Opening {
    /// Reads the front of `input` and finds out what it is.
    ///
    /// # Errors
    /// The input cannot be read.
    pub(crate) fn read(input: &mut Input) -> io::Result<Opening> {
        let mut raw = vec![0; LOOKED_AT];
        let n = input.read_full(&mut raw)?;
        raw.truncate(n);
        let mut whole = n < LOOKED_AT;
        let later = if raw.is_ascii() { input.first_not_ascii(n as u64) } else { Vec::new() };
        let detected = encoding::detect(&raw, &later);
        let mut transcoder = Transcoder::new(detected.encoding);
        let mut text = Vec::new();
        transcoder.append(&raw[detected.bom..], whole, &mut text);
        // Of a very wide table at least the header and one record are wanted.
        while !whole && text.len() < crate::LONGEST_RECORD && memchr::memchr2_iter(b'\n', b'\r', &text).nth(3).is_none()
        {
            raw.resize(text.len(), 0);
            let n = input.read_full(&mut raw)?;
            whole = n < raw.len();
            transcoder.append(&raw[..n], whole, &mut text);
        }
        Ok(Opening::of(detected, transcoder, &text, whole))
    }

    fn of(detected: Detected, transcoder: Transcoder, text: &[u8], whole: bool) -> Opening {
        let mut notes = Notes { text, detected, oddities: Oddities::default() };
        let utf8 = detected.encoding.batches_are_utf8();
        let (separator, skipped) = separator_line(text);
        let body = &text[skipped..];
        let sampled = &body[..body.len().min(SAMPLED)];
        let all = whole && sampled.len() == body.len();
        let dialect = dialect::detect(sampled, all, separator, utf8);
        let mut sample = Sample::parse(sampled, all, dialect, utf8);
        if sample.rows.len() < 3 && !all {
            sample = Sample::parse(body, whole, dialect, utf8);
        }
        let head = header::find(&sample, body, dialect, detected.encoding);
        notes.source(body, skipped, whole);
        let fields = notes.header(&head, &sample, skipped, dialect);
        let consumed = skipped
            + match head.first_record.checked_sub(1) {
                Some(before) if before < sample.nexts.len() => sample.nexts[before],
                Some(_) => body.len(),
                None => 0,
            };
        if !fields.is_empty() && whole && text[consumed..].iter().all(u8::is_ascii_whitespace) {
            notes.oddities.note(OddityKind::NoRecords, || Place::File);
        }
        let layout = Layout {
            encoding: detected.encoding,
            bom: detected.bom > 0,
            dialect,
            separator_line: skipped > 0,
            header_row: head.header.map(|row| row as u64 + 1),
            line_ending: line_ending(text),
        };
        let cursor = Cursor {
            text: text[consumed..].to_vec(),
            offset: notes.offset(consumed),
            row: head.first_record as u64 + 1,
            line: notes.line(consumed),
        };
        Opening { layout, fields, oddities: notes.oddities, cursor, whole, transcoder }
    }
}

/// Notes oddities at places of the text.
struct Notes<'a> {
    text: &'a [u8],
    detected: Detected,
    oddities: Oddities,
}

impl Notes<'_> {
    /// Offset in the source of a position in the text.
    fn offset(&self, at: usize) -> u64 {
        self.detected.bom as u64 + source_length(self.detected.encoding, &self.text[..at.min(self.text.len())])
    }

    /// Physical line of a position in the text.
    fn line(&self, at: usize) -> u64 {
        1 + line_breaks(&self.text[..at.min(self.text.len())])
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let byte = self.offset(start);
        Span { byte, line: self.line(start), length: u32::try_from(self.offset(end) - byte).unwrap_or(u32::MAX) }
    }

    /// The source as a whole.
    fn source(&mut self, body: &[u8], skipped: usize, whole: bool) {
        if self.detected.bom > 0 {
            let length = u32::try_from(self.detected.bom).unwrap_or(0);
            self.oddities.note(OddityKind::ByteOrderMark, || Place::Text(Span { byte: 0, line: 1, length }));
        }
        if skipped > 0 {
            let span = self.span(0, skipped);
            self.oddities.note(OddityKind::SeparatorLine, || Place::Text(span));
            self.line_end(skipped);
        }
        if whole && body.iter().all(u8::is_ascii_whitespace) {
            self.oddities.note(OddityKind::EmptyFile, || Place::File);
        }
    }

    /// How the line that ends before `next` ends.
    fn line_end(&mut self, next: usize) {
        let kind = match &self.text[..next] {
            [.., b'\r', b'\n'] => OddityKind::EndsCrlf,
            [.., b'\n'] => OddityKind::EndsLf,
            [.., b'\r'] => OddityKind::EndsCr,
            _ => return,
        };
        let span = self.span(next - 1, next);
        self.oddities.note_line_ends(kind, 1, Place::Text(span));
    }

    /// Title lines and names. Gives the fields.
    fn header(&mut self, head: &Head, sample: &Sample, skipped: usize, dialect: Dialect) -> Vec<Field> {
        for row in 0..head.first_record.min(sample.rows.len()) {
            let (start, end) = (sample.rows[row][0].0, sample.rows[row].last().map_or(0, |cell| cell.1));
            self.line_end(skipped + sample.nexts[row]);
            if Some(row) != head.header && end > start {
                let span = self.span(skipped + start, skipped + end);
                self.oddities.note(OddityKind::TitleLine, || Place::Text(span));
            }
        }
        let Some(header) = head.header else {
            if !head.names.is_empty() {
                self.oddities.note(OddityKind::NoHeader, || Place::File);
            }
            return fields(&head.names);
        };
        let row = header as u64 + 1;
        if head.ghosts > 0 {
            let (start, end) = (sample.rows[header][0].0, sample.rows[header].last().map_or(0, |cell| cell.1));
            let span = self.span(skipped + start, skipped + end);
            self.oddities.note(OddityKind::TrailingDelimiter, || Place::Row { row, span });
        }
        for (column, name) in head.names.iter().enumerate() {
            let kind = if name.is_empty() {
                OddityKind::EmptyName
            } else if head.names[..column].contains(name) {
                OddityKind::DuplicateName
            } else {
                continue;
            };
            let (mut start, mut end) = sample.rows[header][column];
            if dialect.quote.is_some_and(|quote| end > start + 1 && self.text[skipped + start] == quote) {
                (start, end) = (start + 1, end - 1);
            }
            let span = self.span(skipped + start, skipped + end);
            let column = u32::try_from(column + 1).unwrap_or(u32::MAX);
            self.oddities.note(kind, || Place::Cell { row, column, span });
        }
        fields(&head.names)
    }
}

/// Fields by their names; those without one are named by their position.
fn fields(names: &[String]) -> Vec<Field> {
    let field = |(i, name): (usize, &String)| Field {
        name: if name.is_empty() { format!("column {}", i + 1) } else { name.clone() },
        column: u32::try_from(i + 1).unwrap_or(u32::MAX),
        role: RoleGuess::default(),
    };
    names.iter().enumerate().map(field).collect()
}

/// The delimiter that a `sep=` line states, and the length of that line.
fn separator_line(text: &[u8]) -> (Option<u8>, usize) {
    let line = text.get(..4).filter(|start| start.eq_ignore_ascii_case(b"sep=")).and(text.get(4));
    let Some(&separator) = line else { return (None, 0) };
    match &text[5..] {
        [b'\r', b'\n', ..] => (Some(separator), 7),
        [b'\r' | b'\n', ..] => (Some(separator), 6),
        _ => (None, 0),
    }
}

/// How most of the first lines end.
fn line_ending(text: &[u8]) -> LineEnding {
    let head = &text[..text.len().min(SAMPLED)];
    let crlf = memchr::memmem::find_iter(head, b"\r\n").count();
    let lf = memchr::memchr_iter(b'\n', head).count() - crlf;
    let cr = memchr::memchr_iter(b'\r', head).count() - crlf;
    if crlf > lf && crlf >= cr {
        LineEnding::Crlf
    } else if cr > lf {
        LineEnding::Cr
    } else {
        LineEnding::Lf
    }
}

/// Line breaks in `text`: `\n`, `\r\n` and `\r` each count once.
pub(crate) fn line_breaks(text: &[u8]) -> u64 {
    let both = memchr::memmem::find_iter(text, b"\r\n").count();
    (memchr::memchr2_iter(b'\n', b'\r', text).count() - both) as u64
}
