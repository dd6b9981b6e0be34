//! What holds of every reading of every text, well formed or not. The fuzz targets and the tests share it.
#![allow(dead_code)] // each of them takes a part

mod source;

use munilint_model::{Batch, Layout, Oddities, OddityKind, PADDING, Place, Span, TableSource};
use munilint_read::{Input, TextTable, write_csv};
use source::Source;
use std::sync::Arc;

/// Sizes of a run, in bytes: a byte, a few records, and the whole.
pub(crate) const RUNS: [usize; 5] = [1, 7, 64, 1000, usize::MAX >> 1];

/// What was read of a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// How it is written.
    pub(crate) layout: Layout,
    /// Names of the fields.
    pub(crate) names: Vec<String>,
    /// Records.
    pub(crate) rows: Vec<Row>,
    /// What was odd.
    pub(crate) oddities: Oddities,
    /// Where the reading broke off.
    pub(crate) error: Option<String>,
}

/// A record.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Number as a spreadsheet counts.
    pub(crate) number: u64,
    /// Where the record starts.
    pub(crate) start: Span,
    /// Values with their places; `None` where the record is too short.
    pub(crate) cells: Vec<Option<(String, Span)>>,
}

/// Reads `bytes` in runs of about `run` bytes, and asserts what holds of every run by itself.
pub(crate) fn read(bytes: &[u8], run: usize) -> Reading {
    let table = match TextTable::open_in_runs(&Arc::from("text"), Input::memory(bytes.to_vec()), run) {
        Ok(table) => table,
        Err(error) => return Reading { error: Some(error.to_string()), ..Reading::default() },
    };
    let mut source = Source::new(bytes, table.context().layout.encoding);
    let mut reading = Reading {
        layout: table.context().layout.clone(),
        names: table.context().fields.iter().map(|field| field.name.clone()).collect(),
        oddities: table.oddities(),
        ..Reading::default()
    };
    let mut batch = Batch::default();
    let mut handed_out = 0;
    loop {
        match table.fill(&mut batch) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                reading.error = Some(error.to_string());
                assert!(!table.fill(&mut batch).expect("an error comes once"), "nothing follows an error");
                break;
            }
        }
        assert!(table.bytes_read() > handed_out, "every run takes something");
        handed_out = table.bytes_read();
        assert!(handed_out <= bytes.len() as u64, "no more was handed out than there is");
        assert_run(&batch, reading.names.len());
        reading.rows.extend(rows(&batch, &mut source));
        reading.oddities.merge(&batch.oddities);
    }
    assert_order(&reading);
    assert_oddities(&reading, &mut source);
    assert_head(&table, &reading, &mut source);
    assert_window(&table, bytes);
    reading
}

/// Reads `bytes` in runs of several sizes: the cut does not show.
pub(crate) fn check(bytes: &[u8]) -> Reading {
    let whole = read(bytes, RUNS[RUNS.len() - 1]);
    for run in &RUNS[..RUNS.len() - 1] {
        assert_eq!(read(bytes, *run), whole, "runs of {run} bytes");
    }
    whole
}

/// Reads `bytes`, writes what was read, and reads that: the same rows.
pub(crate) fn convert(bytes: &[u8]) {
    let first = read(bytes, 4096);
    // Text full of zero bytes may look like UTF-16.
    if first.names.is_empty() || first.error.is_some() || first.oddities.count(OddityKind::NulByte) > 0 {
        return;
    }
    // Names of our own: whether a first row is one of names is told by what it holds, and here it holds anything.
    let names: Vec<String> = (0..first.names.len()).map(|column| format!("n{}", letters(column))).collect();
    let mut written = b"sep=,\n".to_vec();
    write_csv(&mut written, names.iter().map(String::as_bytes)).expect("memory can be written");
    for row in &first.rows {
        let values = row.cells.iter().map(|cell| cell.as_ref().map_or(&b""[..], |(value, _)| value.as_bytes()));
        write_csv(&mut written, values).expect("memory can be written");
    }
    let second = read(&written, 64);
    assert_eq!(second.error, None);
    assert_eq!(second.names, names);
    let values = |reading: &Reading| -> Vec<Vec<String>> {
        let value = |cell: &Option<(String, Span)>| cell.as_ref().map_or(String::new(), |(value, _)| value.clone());
        reading.rows.iter().map(|row| row.cells.iter().map(value).collect()).collect()
    };
    assert_eq!(values(&second), values(&first));
    let kinds: Vec<OddityKind> = second.oddities.iter().map(|(kind, _)| kind).collect();
    let mended = [OddityKind::ShortRow, OddityKind::LongRow, OddityKind::UnclosedQuote, OddityKind::TextAfterQuote];
    assert!(!kinds.iter().any(|kind| mended.contains(kind)), "{kinds:?}");
}

/// `a`, `b`, … `z`, `ba`, …
fn letters(mut column: usize) -> String {
    let mut out = String::new();
    loop {
        out.insert(0, char::from(b'a' + u8::try_from(column % 26).unwrap_or(0)));
        column /= 26;
        if column == 0 {
            return out;
        }
    }
}

/// Starts and ends are in range and in order, and what is marked is what it says.
fn assert_run(batch: &Batch, fields: usize) {
    let text = batch.text();
    assert_eq!(batch.fields, fields);
    assert!(batch.bytes.ends_with(&[0; PADDING]));
    assert_eq!(batch.ends.len(), batch.rows() * fields);
    assert_eq!(batch.places.len(), batch.rows());
    let mut before = 0;
    for row in 0..batch.rows() {
        assert!(batch.starts[row] as usize >= before, "records do not overlap");
        before = batch.starts[row] as usize;
        let mut absent = false;
        for field in 0..fields {
            let (start, end) = batch.span(row, field);
            assert!(start >= before && end < text.len(), "a cell is inside the text, before a separator");
            assert!(!absent || start > end, "nothing stands behind a cell that is not there");
            absent = start > end;
            if start < end {
                assert_eq!(batch.cell_at(u32::try_from(start).expect("short")), Some((row, field)));
            }
            if !absent {
                before = end + 1;
            }
            assert_eq!(batch.cell(row, field).is_none(), absent);
            assert_eq!(batch.value(row, field).is_none(), absent);
        }
    }
    assert_eq!(batch.digits.len(), text.len().div_ceil(64));
    for (at, byte) in text.iter().enumerate() {
        assert_eq!(batch.digits[at / 64] >> (at % 64) & 1 == 1, byte.is_ascii_digit(), "digit {at}");
    }
    assert!(batch.marks.windows(2).all(|pair| pair[0] < pair[1]));
    assert!(batch.marks.iter().all(|&mark| (mark as usize) < text.len()));
}

/// The records of a run; their places are where their text is in the source.
fn rows(batch: &Batch, source: &mut Source) -> Vec<Row> {
    let mut rows = Vec::with_capacity(batch.rows());
    for row in 0..batch.rows() {
        let Place::Row { row: number, span: start } = batch.row_place(row) else { panic!("a row has a row's place") };
        source.assert_span(start);
        let mut cells = Vec::with_capacity(batch.fields);
        for field in 0..batch.fields {
            let Some(value) = batch.value(row, field) else {
                cells.push(None);
                continue;
            };
            let Place::Cell { row: cell_row, column, span } = batch.cell_place(row, field) else {
                panic!("a cell has a cell's place")
            };
            assert_eq!((cell_row, column as usize), (number, field + 1));
            source.assert_span(span);
            source.assert_text(span, batch.cell(row, field).unwrap_or_default());
            cells.push(Some((batch.decode(&value).into_owned(), span)));
        }
        rows.push(Row { number, start, cells });
    }
    rows
}

/// Row numbers, lines and bytes ascend.
fn assert_order(reading: &Reading) {
    let first = reading.layout.header_row.unwrap_or(0);
    assert!(reading.rows.first().is_none_or(|row| row.number > first));
    for pair in reading.rows.windows(2) {
        assert!(pair[0].number < pair[1].number, "row numbers ascend");
        assert!(pair[0].start.line < pair[1].start.line, "lines ascend");
        assert!(pair[0].start.byte < pair[1].start.byte, "bytes ascend");
    }
}

/// Oddities stand in the source; every line end of a record, blank line and line before the records is counted.
fn assert_oddities(reading: &Reading, source: &mut Source) {
    for (kind, seen) in reading.oddities.iter() {
        assert!(seen.count >= seen.first.len() as u64 && !seen.first.is_empty(), "{kind:?}");
        assert!(seen.first.is_sorted(), "{kind:?}");
        source.rewind();
        let mut spans: Vec<Span> = seen.first.iter().filter_map(Place::span).collect();
        spans.sort_unstable();
        for span in spans {
            source.assert_span(span);
        }
    }
    let count = |kind| reading.oddities.count(kind);
    if reading.error.is_none() && !reading.names.is_empty() {
        let ends = count(OddityKind::EndsLf) + count(OddityKind::EndsCrlf) + count(OddityKind::EndsCr);
        let last = reading.rows.last().map_or(0, |row| row.number);
        assert!(ends + count(OddityKind::NoFinalNewline) >= last, "as many line ends as rows");
    }
    let no_records = count(OddityKind::NoRecords) + count(OddityKind::EmptyFile) > 0;
    assert!(!no_records || reading.rows.is_empty() || count(OddityKind::EmptyFile) > 0);
}

/// The first records that are looked at beforehand are the first that are handed out.
fn assert_head(table: &TextTable, reading: &Reading, source: &mut Source) {
    let mut batch = Batch::default();
    if table.head(&mut batch).is_err() {
        return;
    }
    source.rewind();
    let head = rows(&batch, source);
    assert!(head.len() <= reading.rows.len(), "no more rows than there are");
    assert_eq!(head[..], reading.rows[..head.len()]);
}

/// What is shown of the source is what stands there.
fn assert_window(table: &TextTable, bytes: &[u8]) {
    for byte in [0, bytes.len() / 2, bytes.len()] {
        let Some((start, shown)) = table.window(byte as u64, 8, 8) else { continue };
        let start = usize::try_from(start).expect("short");
        assert!(byte - start <= 9);
        assert_eq!(bytes[start..].get(..shown.len()), Some(&shown[..]));
    }
}
