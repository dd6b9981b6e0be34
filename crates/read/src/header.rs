//! Where the table starts: title lines, the header, field names.

use crate::dialect::Sample;
use munilint_model::{Dialect, Encoding, Escape};

/// What stands before the records.
pub(crate) struct Head {
    /// Index in the sample of the row that holds the names; `None` when there is none.
    pub(crate) header: Option<usize>,
    /// Index in the sample of the first record.
    pub(crate) first_record: usize,
    /// Names as they are written, without quotes and outer blanks; empty where there is none.
    pub(crate) names: Vec<String>,
    /// The header (or each record) ends with delimiters behind which nothing is ever written.
    pub(crate) ghosts: usize,
}

/// How many rows are looked at for content.
const LOOKED_AT: usize = 200;

/// Finds the header of a sample.
pub(crate) fn find(sample: &Sample, text: &[u8], dialect: Dialect, encoding: Encoding) -> Head {
    let usual = sample.usual_width().0;
    let cell = |row: usize, column: usize| value(text, sample.rows[row].get(column).copied(), dialect);
    let filled =
        |row: usize| (0..sample.rows[row].len()).filter(|&column| !cell(row, column).trim_ascii().is_empty()).count();
    // Columns behind the last that any record fills are delimiters too many: they make the table no wider.
    let last_filled =
        |row: usize| (0..sample.rows[row].len()).rev().find(|&column| !cell(row, column).trim_ascii().is_empty());
    let filled_width = (0..sample.rows.len()).filter_map(last_filled).max().map_or(0, |column| column + 1);
    let width = usual.min(filled_width);
    let is_table = |row: usize| {
        let cells = sample.rows[row].len();
        !sample.blank[row] && (width < 2 || (cells * 2 > width && cells >= 2))
    };
    // A title in a sheet that was exported with all its columns: one cell is written, the rest are empty.
    let is_title = |row: usize| width >= 3 && filled(row) <= 1;
    let rows = sample.rows.len();
    let later_is_full = |row: usize| (row + 1..rows.min(row + 12)).any(|row| filled(row) + 1 >= width);
    let start = (0..rows).find(|&row| is_table(row) && !(is_title(row) && later_is_full(row)));
    let Some(start) = start else {
        return Head { header: None, first_record: rows, names: Vec::new(), ghosts: 0 };
    };
    let records: Vec<usize> = (start + 1..rows).filter(|&row| !sample.blank[row]).take(LOOKED_AT).collect();
    let has_header = !first_row_is_data(start, &records, &|row, column| cell(row, column), sample.rows[start].len());
    let cells = if has_header { sample.rows[start].len() } else { width.max(sample.rows[start].len()) };
    let mut names: Vec<String> =
        (0..cells).map(|column| name(text, sample.rows[start].get(column).copied(), dialect, encoding)).collect();
    let ghosts = if has_header { ghost_columns(&names, &records, &|row, column| cell(row, column)) } else { 0 };
    names.truncate(cells - ghosts);
    if !has_header {
        names.fill(String::new());
    }
    Head {
        header: has_header.then_some(start),
        first_record: if has_header { start + 1 } else { start },
        names,
        ghosts,
    }
}

fn value(text: &[u8], cell: Option<(usize, usize)>, dialect: Dialect) -> &[u8] {
    let Some((start, end)) = cell else { return b"" };
    let raw = text.get(start..end.min(text.len())).unwrap_or(b"");
    match dialect.quote {
        Some(quote) if raw.len() >= 2 && raw[0] == quote && raw[raw.len() - 1] == quote => &raw[1..raw.len() - 1],
        _ => raw,
    }
}

/// A name as it is meant: quotes taken off, inner quotes single, outer blanks gone.
fn name(text: &[u8], cell: Option<(usize, usize)>, dialect: Dialect, encoding: Encoding) -> String {
    let inner = value(text, cell, dialect);
    let quoted = cell.is_some_and(|(start, end)| end.min(text.len()) > start + inner.len());
    let encoding = if encoding.is_utf16() { Encoding::Utf8 } else { encoding };
    let mut name = encoding.decode(inner).into_owned();
    if let (true, Some(quote)) = (quoted, dialect.quote.map(char::from)) {
        name = match dialect.escape {
            Escape::Doubled => name.replace(&format!("{quote}{quote}"), &quote.to_string()),
            Escape::Backslash => name.replace(&format!("\\{quote}"), &quote.to_string()).replace("\\\\", "\\"),
        };
    }
    name.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_owned()
}

/// Trailing names that are empty, over columns where no record has anything.
fn ghost_columns<'a>(names: &[String], records: &[usize], cell: &dyn Fn(usize, usize) -> &'a [u8]) -> usize {
    let empty = |column: usize| {
        names[column].is_empty() && records.iter().all(|&row| cell(row, column).trim_ascii().is_empty())
    };
    let ghosts = (0..names.len()).rev().take_while(|&column| empty(column)).count();
    ghosts.min(names.len().saturating_sub(1))
}

/// Numbers and dates in a first row, over columns of numbers and dates: the row is data and the names are missing.
/// Years over numbers are names.
fn first_row_is_data<'a>(
    start: usize,
    records: &[usize],
    cell: &dyn Fn(usize, usize) -> &'a [u8],
    width: usize,
) -> bool {
    if records.is_empty() {
        return false;
    }
    let mut evidence = 0;
    for column in 0..width {
        let first = cell(start, column).trim_ascii();
        let values: Vec<&[u8]> =
            records.iter().map(|&row| cell(row, column).trim_ascii()).filter(|value| !value.is_empty()).collect();
        if values.is_empty() {
            continue;
        }
        let figures = values.iter().filter(|value| is_figure(value)).count();
        let column_of_figures = figures * 10 >= values.len() * 9;
        if column_of_figures && !first.is_empty() && !is_figure(first) {
            return false;
        }
        let alike = values.iter().filter(|value| value.len() == first.len()).count() * 2 >= values.len();
        if column_of_figures && is_figure(first) && !is_year(first) && alike {
            evidence += 1;
        }
    }
    evidence > 0
}

/// Digits with the marks that numbers and dates have, at least one digit, and nothing else.
fn is_figure(value: &[u8]) -> bool {
    value.iter().any(u8::is_ascii_digit)
        && value.iter().all(|byte| {
            byte.is_ascii_digit() || matches!(byte, b' ' | b'.' | b',' | b'-' | b'/' | b':' | b'+' | 0xA0 | 0xC2)
        })
}

fn is_year(value: &[u8]) -> bool {
    let year = |text: &[u8]| {
        text.len() == 4 && (text.starts_with(b"19") || text.starts_with(b"20")) && text.iter().all(u8::is_ascii_digit)
    };
    year(value) || (value.len() == 9 && year(&value[..4]) && year(&value[5..]))
}
