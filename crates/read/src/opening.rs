//! What is found out before the first record: encoding, dialect, header.

use crate::LONGEST_RECORD;
use crate::decode::Transcoder;
use crate::dialect::{self, Sample};
use crate::encoding::{self, Detected};
use crate::front::{Cursor, too_long};
use crate::header;
use crate::input::{AROUND, Input};
use crate::lines;
use crate::preamble::Preamble;
use munilint_model::{Dialect, Field, Language, Layout, Oddities, Place, Unshown};
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
    /// The first lines above the header that are no records.
    pub(crate) titles: Vec<(Place, Unshown)>,
    /// Where the records start, with the text that was read of them.
    pub(crate) cursor: Cursor,
    /// That text is all there is.
    pub(crate) whole: bool,
    pub(crate) transcoder: Transcoder,
}

/// The front of a text, parsed.
struct Parsed {
    dialect: Dialect,
    /// Length of the `sep=` line.
    skipped: usize,
    sample: Sample,
}

impl Opening {
    /// Reads the front of `input` and finds out what it is.
    ///
    /// # Errors
    /// The input cannot be read, or there is no whole record within the length of the longest.
    pub(crate) fn read(input: &mut Input) -> io::Result<Opening> {
        let mut raw = vec![0; LOOKED_AT];
        let n = input.read_full(&mut raw)?;
        raw.truncate(n);
        let mut whole = n < LOOKED_AT;
        let ascii = raw.is_ascii();
        let later = if ascii { input.first_not_ascii(n as u64) } else { Vec::new() };
        let ends = if ascii { later.len() < AROUND } else { whole };
        let detected = encoding::detect(&raw, &later, ends);
        let mut transcoder = Transcoder::new(detected.encoding);
        let mut text = Vec::new();
        transcoder.append(&raw[detected.bom..], whole, &mut text);
        loop {
            // Of a very wide table at least the header and one record are wanted.
            if (whole || text.len() >= LONGEST_RECORD || lines_from_first_text(&text) > 3)
                && let Some(parsed) = Parsed::of(&text, whole, detected)
            {
                return Ok(Opening::of(detected, transcoder, &text, whole, &parsed));
            }
            if whole || text.len() >= LONGEST_RECORD {
                return Err(too_long(1 + lines::line_breaks(&text)));
            }
            raw.resize(text.len().max(LOOKED_AT), 0);
            let n = input.read_full(&mut raw)?;
            whole = n < raw.len();
            transcoder.append(&raw[..n], whole, &mut text);
        }
    }

    fn of(detected: Detected, mut transcoder: Transcoder, text: &[u8], whole: bool, parsed: &Parsed) -> Opening {
        let Parsed { dialect, skipped, ref sample } = *parsed;
        let head = header::find(sample, &text[skipped..], dialect, detected.encoding);
        let consumed = match head.first_record.checked_sub(1) {
            Some(before) => sample.nexts.get(before).map_or(text.len(), |next| skipped + next),
            None => skipped,
        };
        let mut malformed = Vec::new();
        transcoder.take_malformed(0, consumed, &mut malformed);
        let preamble = Preamble { text, detected, dialect, skipped, sample, head: &head, consumed };
        let layout = Layout {
            encoding: detected.encoding,
            bom: detected.bom > 0,
            dialect,
            separator_line: skipped > 0,
            header_row: head.header.map(|row| row as u64 + 1),
            line_ending: lines::most_common(&text[..text.len().min(SAMPLED)]),
        };
        let cursor = Cursor {
            text: text[consumed..].to_vec(),
            offset: preamble.offset(consumed),
            passed: consumed as u64,
            row: head.first_record as u64 + 1,
            line: preamble.line(consumed),
        };
        let oddities = preamble.oddities(whole, &malformed);
        let titles = preamble.title_texts();
        Opening { layout, fields: fields(&head.names), oddities, titles, cursor, whole, transcoder }
    }
}

impl Parsed {
    /// `None` when there is not one whole record and more may follow.
    fn of(text: &[u8], whole: bool, detected: Detected) -> Option<Parsed> {
        let utf8 = detected.encoding.batches_are_utf8();
        let (separator, skipped) = separator_line(text, whole);
        let body = &text[skipped..];
        let lead = blank_lead(body);
        // Of a very wide table at least the header and two records.
        let lines = memchr::memchr2_iter(b'\n', b'\r', &body[lead..]).nth(3).map_or(body.len(), |at| lead + at + 1);
        let sampled = &body[..body.len().min(lines.max(lead + SAMPLED))];
        let all = whole && sampled.len() == body.len();
        let dialect = dialect::detect(&sampled[lead..], all, separator, utf8);
        let mut sample = Sample::parse(sampled, all, dialect, utf8);
        if !all && sample.blank.iter().filter(|blank| !**blank).count() < 3 {
            sample = Sample::parse(body, whole, dialect, utf8);
        }
        (whole || sample.blank.contains(&false)).then_some(Parsed { dialect, skipped, sample })
    }
}

/// Length of the blank lines that `text` starts with.
fn blank_lead(text: &[u8]) -> usize {
    let first = text.iter().position(|&byte| !lines::is_blank(byte)).unwrap_or(text.len());
    memchr::memrchr2(b'\n', b'\r', &text[..first]).map_or(0, |at| at + 1)
}

/// How many lines end in `text`, from the first on that is not blank; at most 4.
fn lines_from_first_text(text: &[u8]) -> usize {
    memchr::memchr2_iter(b'\n', b'\r', &text[blank_lead(text)..]).take(4).count()
}

/// Fields by their names; those without one are named by their position.
fn fields(names: &[String]) -> Vec<Field> {
    let position = |i: usize| u32::try_from(i + 1).unwrap_or(u32::MAX);
    let field = |(i, name): (usize, &String)| Field {
        name: if name.is_empty() { Language::En.column(position(i)) } else { name.clone() },
        column: position(i),
        ..Field::default()
    };
    names.iter().enumerate().map(field).collect()
}

/// The delimiter that a `sep=` line states, and the length of that line. A letter, digit or quote is none.
fn separator_line(text: &[u8], whole: bool) -> (Option<u8>, usize) {
    let line = text.get(..4).filter(|start| start.eq_ignore_ascii_case(b"sep=")).and(text.get(4));
    let may_be = |byte: &u8| {
        matches!(byte, b'\t' | b' ') || (byte.is_ascii_punctuation() && !matches!(byte, b'"' | b'\'' | b'\\'))
    };
    let Some(&separator) = line.filter(|byte| may_be(byte)) else { return (None, 0) };
    match &text[5..] {
        [] if whole => (Some(separator), 5),
        [b'\r', b'\n', ..] => (Some(separator), 7),
        [b'\r' | b'\n', ..] => (Some(separator), 6),
        _ => (None, 0),
    }
}
