//! Rows of a text by a dialect (the model, section 8, "Parsing Tabular Data").

use super::notes::Notes;
use crate::IssueKind;
use crate::metadata::{Dialect, Trim};
use std::borrow::Cow;

/// The rows of a text.
pub(super) struct Rows<'a> {
    rest: &'a str,
    dialect: &'a Dialect,
    /// How many rows were read.
    number: u64,
    /// Bytes with which a quote, an escape or a line end starts.
    marks: [bool; 256],
}

impl<'a> Rows<'a> {
    /// The rows behind those that the dialect skips.
    pub(super) fn new(text: &'a str, dialect: &'a Dialect) -> Self {
        let mut marks = [false; 256];
        let quote = dialect.quote.as_deref();
        let escape = quote.filter(|_| !dialect.double_quote).map(|_| "\\");
        for mark in dialect.line_terminators.iter().map(String::as_str).chain(quote).chain(escape) {
            marks[usize::from(mark.as_bytes()[0])] = true;
        }
        let mut rows = Self { rest: text, dialect, number: 0, marks };
        for _ in 0..dialect.skip_rows {
            if rows.next().is_none() {
                break;
            }
        }
        rows
    }

    pub(super) fn dialect(&self) -> &'a Dialect {
        self.dialect
    }

    /// The next row as it is written, with its number from 1.
    pub(super) fn next(&mut self) -> Option<(&'a str, u64)> {
        if self.rest.is_empty() {
            return None;
        }
        let (row, behind) = self.end();
        let written = &self.rest[..row];
        self.rest = &self.rest[behind..];
        self.number += 1;
        Some((written, self.number))
    }

    /// The cells of the next row, when that is not used up.
    pub(super) fn peek(&self) -> Option<Vec<Cow<'a, str>>> {
        let mut copy = Rows { rest: self.rest, dialect: self.dialect, number: self.number, marks: self.marks };
        loop {
            let (row, _) = copy.next()?;
            if !self.is_comment(row) {
                let mut cells = Vec::new();
                split(row, self.dialect, &mut cells);
                return Some(cells);
            }
        }
    }

    pub(super) fn is_comment(&self, row: &str) -> bool {
        self.dialect.comment_prefix.as_deref().is_some_and(|prefix| row.starts_with(prefix))
    }

    /// The cells of the next row that is no comment and not skipped for being blank, and its number.
    pub(super) fn next_data(&mut self, cells: &mut Vec<Cow<'a, str>>, notes: &mut Notes<'_>) -> Option<u64> {
        loop {
            let (row, number) = self.next()?;
            if self.is_comment(row) {
                continue;
            }
            if !split(row, self.dialect, cells) {
                notes.row(IssueKind::QuoteMisplaced, number);
            }
            if self.dialect.skip_blank_rows && cells.iter().all(|cell| cell.is_empty()) {
                continue;
            }
            cells.drain(..self.dialect.skip_columns.min(cells.len()));
            return Some(number);
        }
    }

    /// Where the row ends, and where the next one starts.
    fn end(&self) -> (usize, usize) {
        let bytes = self.rest.as_bytes();
        let quote = self.dialect.quote.as_deref().map(str::as_bytes);
        let mut quoted = false;
        let mut at = 0;
        while at < bytes.len() {
            if !self.marks[usize::from(bytes[at])] {
                at += 1;
                continue;
            }
            let here = &bytes[at..];
            if let Some(quote) = quote {
                if !self.dialect.double_quote && here[0] == b'\\' {
                    at += 2;
                    continue;
                }
                // A quote that is doubled closes and opens again.
                if here.starts_with(quote) {
                    quoted = !quoted;
                    at += quote.len();
                    continue;
                }
            }
            let end = self.dialect.line_terminators.iter().find(|end| here.starts_with(end.as_bytes()));
            match end.filter(|_| !quoted) {
                Some(end) => return (at, at + end.len()),
                None => at += 1,
            }
        }
        (bytes.len(), bytes.len())
    }
}

/// Splits a row into cells; false when a quote is not where it belongs.
pub(super) fn split<'a>(row: &'a str, dialect: &Dialect, cells: &mut Vec<Cow<'a, str>>) -> bool {
    cells.clear();
    let mut right = true;
    let mut rest = row;
    loop {
        let (cell, behind) = next_cell(rest, dialect, &mut right);
        cells.push(trimmed(cell, dialect.trim));
        match behind {
            Some(behind) => rest = behind,
            None => return right,
        }
    }
}

/// The first cell, and what is behind the delimiter that follows it.
fn next_cell<'a>(text: &'a str, dialect: &Dialect, right: &mut bool) -> (Cow<'a, str>, Option<&'a str>) {
    let Some(quote) = dialect.quote.as_deref() else {
        return match text.split_once(&dialect.delimiter) {
            Some((cell, behind)) => (Cow::Borrowed(cell), Some(behind)),
            None => (Cow::Borrowed(text), None),
        };
    };
    let start = if matches!(dialect.trim, Trim::Both | Trim::Start) { text.trim_start() } else { text };
    match start.strip_prefix(quote) {
        // White space may be the delimiter, which must not be trimmed away.
        Some(inner) if !text[..text.len() - start.len()].contains(&dialect.delimiter) => {
            let (cell, behind) = quoted(inner, quote, dialect, right);
            let end = behind.find(&dialect.delimiter).unwrap_or(behind.len());
            let stray = &behind[..end];
            let blank = matches!(dialect.trim, Trim::Both | Trim::End) && stray.trim().is_empty();
            let next = behind.get(end + dialect.delimiter.len()..).filter(|_| end < behind.len());
            if stray.is_empty() || blank {
                return (cell, next);
            }
            *right = false;
            (Cow::Owned(cell.into_owned() + stray), next)
        }
        _ => unquoted(text, quote, dialect, right),
    }
}

/// A cell behind its opening quote, and what is behind its closing quote.
fn quoted<'a>(text: &'a str, quote: &str, dialect: &Dialect, right: &mut bool) -> (Cow<'a, str>, &'a str) {
    let mut out: Option<String> = None;
    let mut rest = text;
    loop {
        let escape = if dialect.double_quote { None } else { rest.find('\\') };
        let Some(end) = rest.find(quote).filter(|end| escape.is_none_or(|escape| *end < escape)).or(escape) else {
            *right = false;
            return (out.map_or(Cow::Borrowed(rest), |out| Cow::Owned(out + rest)), "");
        };
        let (before, from) = rest.split_at(end);
        let escaped = match escape {
            Some(escape) if escape == end => from.strip_prefix('\\').map(first_char),
            _ if dialect.double_quote => from[quote.len()..].strip_prefix(quote).map(|behind| (quote, behind)),
            _ => None,
        };
        let Some((kept, behind)) = escaped else {
            let cell = out.map_or(Cow::Borrowed(before), |out| Cow::Owned(out + before));
            return (cell, &from[quote.len()..]);
        };
        let out = out.get_or_insert_default();
        out.push_str(before);
        out.push_str(kept);
        rest = behind;
    }
}

/// The first character, and what follows it.
fn first_char(text: &str) -> (&str, &str) {
    text.split_at(text.chars().next().map_or(0, char::len_utf8))
}

/// A cell without quotes around it, in which quotes are escaped, if there are any.
fn unquoted<'a>(text: &'a str, quote: &str, dialect: &Dialect, right: &mut bool) -> (Cow<'a, str>, Option<&'a str>) {
    let marks = |part: &str| part.contains(quote) || !dialect.double_quote && part.contains('\\');
    let (plain, behind) = match text.split_once(&dialect.delimiter) {
        Some((cell, behind)) => (cell, Some(behind)),
        None => (text, None),
    };
    if !marks(plain) {
        return (Cow::Borrowed(plain), behind);
    }
    let mut out = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(behind) = rest.strip_prefix(&dialect.delimiter) {
            return (Cow::Owned(out), Some(behind));
        }
        if let Some(behind) = rest.strip_prefix(quote) {
            match behind.strip_prefix(quote).filter(|_| dialect.double_quote) {
                Some(behind) => rest = behind,
                None => {
                    *right = false;
                    rest = behind;
                }
            }
            out.push_str(quote);
            continue;
        }
        let (kept, behind) = match rest.strip_prefix('\\').filter(|_| !dialect.double_quote) {
            Some(behind) => first_char(behind),
            None => first_char(rest),
        };
        out.push_str(kept);
        rest = behind;
    }
    (Cow::Owned(out), None)
}

fn trimmed(cell: Cow<'_, str>, trim: Trim) -> Cow<'_, str> {
    let cut = |text: &str| -> (usize, usize) {
        let start = if matches!(trim, Trim::Both | Trim::Start) { text.len() - text.trim_start().len() } else { 0 };
        let end = if matches!(trim, Trim::Both | Trim::End) { text.trim_end().len() } else { text.len() };
        (start.min(end), end)
    };
    let (start, end) = cut(&cell);
    match cell {
        Cow::Borrowed(text) => Cow::Borrowed(&text[start..end]),
        Cow::Owned(text) if start == 0 && end == text.len() => Cow::Owned(text),
        Cow::Owned(text) => Cow::Owned(text[start..end].to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Rows, split};
    use crate::metadata::{Dialect, Trim};
    use proptest::prelude::*;

    fn cells(row: &str, dialect: &Dialect) -> (Vec<String>, bool) {
        let mut cells = Vec::new();
        let right = split(row, dialect, &mut cells);
        (cells.into_iter().map(std::borrow::Cow::into_owned).collect(), right)
    }

    #[test]
    fn rows_are_split() {
        let plain = Dialect { trim: Trim::Neither, ..Dialect::default() };
        let both = Dialect::default();
        let backslash = Dialect { double_quote: false, ..plain.clone() };
        let none = Dialect { quote: None, ..plain.clone() };
        let tab = Dialect { delimiter: "\t".into(), ..Dialect::default() };
        let wide = Dialect { delimiter: "::".into(), ..plain.clone() };
        for (dialect, row, expected, right) in [
            (&plain, "a,b", &["a", "b"][..], true),
            (&plain, "", &[""], true),
            (&plain, "\"a,b\",\"\"\"c\"\"\",\"\"", &["a,b", "\"c\"", ""], true),
            (&plain, "a ,\"b\" ", &["a ", "b "], false),
            (&plain, "5\" disk,x", &["5\" disk", "x"], false),
            (&plain, "\"a", &["a"], false),
            (&plain, "a,", &["a", ""], true),
            (&both, " a , \"b\" ,c", &["a", "b", "c"], true),
            (&backslash, "\"a\\\"b\",c\\,d", &["a\"b", "c,d"], true),
            (&none, "\"a,b\"", &["\"a", "b\""], true),
            (&tab, "a\t\tb\t\"c\"", &["a", "", "b", "c"], true),
            (&wide, "a::b:c", &["a", "b:c"], true),
        ] {
            let expected: Vec<String> = expected.iter().map(ToString::to_string).collect();
            assert_eq!(cells(row, dialect), (expected, right), "{row}");
        }
    }

    #[test]
    fn rows_are_numbered() {
        let dialect = Dialect { skip_rows: 1, ..Dialect::default() };
        let mut rows = Rows::new("title\r\na,\"x\r\ny\"\nb,c", &dialect);
        assert_eq!(rows.next(), Some(("a,\"x\r\ny\"", 2)));
        assert_eq!(rows.next(), Some(("b,c", 3)));
        assert_eq!(rows.next(), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "[a\",\\\\ \r\nå]{0,40}", double in any::<bool>(), quoted in any::<bool>()) {
            let quote = quoted.then(|| "\"".to_owned());
            let dialect = Dialect { double_quote: double, quote, ..Dialect::default() };
            let mut rows = Rows::new(&text, &dialect);
            while let Some((row, _)) = rows.next() {
                cells(row, &dialect);
            }
        }

        #[test]
        fn written_cells_are_read_again(written in proptest::collection::vec("[a\", \r\nå]{0,6}", 1..5)) {
            let dialect = Dialect { trim: Trim::Neither, ..Dialect::default() };
            let row: Vec<String> = written.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            let row = row.join(",");
            let mut rows = Rows::new(&row, &dialect);
            prop_assert_eq!(rows.next().map(|(row, _)| cells(row, &dialect)), Some((written, true)));
        }
    }
}
