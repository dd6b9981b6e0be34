//! Texts at the limits: very wide, very long, cut between any two bytes.

mod invariants;

use invariants::{Reading, read};
use munilint_model::{OddityKind, Place, Span};
use munilint_read::LONGEST_RECORD;
use std::fmt::Write as _;

/// The whole in one run.
const WHOLE: usize = usize::MAX >> 1;

fn first(reading: &Reading, kind: OddityKind) -> Option<Place> {
    reading.oddities.iter().find(|(other, _)| *other == kind).map(|(_, seen)| seen.first[0])
}

#[test]
fn a_table_may_have_a_hundred_thousand_columns() {
    let columns = 100_000;
    let mut text: Vec<String> = (0..columns).map(|column| format!("n{column}")).collect();
    text[columns - 1] = "n0".to_owned();
    let mut bytes = text.join(";").into_bytes();
    for row in 0..3 {
        bytes.push(b'\n');
        bytes.extend(vec![row.to_string(); columns].join(";").into_bytes());
    }
    for run in [4096, WHOLE] {
        let reading = read(&bytes, run);
        assert_eq!(reading.names.len(), columns);
        assert_eq!(reading.rows.len(), 3);
        assert_eq!(reading.rows[2].cells[columns - 1].as_ref().map(|(value, _)| value.as_str()), Some("2"));
        let names = u64::try_from(text.join(";").len()).unwrap();
        let place = Place::Cell { row: 1, column: 100_000, span: Span { byte: names - 2, line: 1, length: 2 } };
        assert_eq!(first(&reading, OddityKind::DuplicateName), Some(place));
    }
}

#[test]
fn characters_are_whole_wherever_a_run_ends() {
    let mut text = "sted;tall\n".to_owned();
    while text.len() < 3 << 10 {
        text.push_str("Tromsø;漢😀\n\"Å\ns\";é\n");
    }
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xFF, 0xFE][..], &utf16].concat();
    let (whole, whole_of_utf16) = (read(text.as_bytes(), WHOLE), read(&marked, WHOLE));
    assert_eq!(whole.oddities.count(OddityKind::InvalidBytes), 0);
    for run in 1..70 {
        assert_eq!(read(text.as_bytes(), run), whole, "runs of {run} bytes");
        assert_eq!(read(&marked, run), whole_of_utf16, "runs of {run} bytes");
    }
}

/// The front of a file is read in one piece, then run by run: a character lies across each of those seams.
#[test]
fn characters_are_whole_where_the_front_ends() {
    for shift in 0..4 {
        let mut text = format!("sted;tall{}\n", "x".repeat(shift));
        let mut rows = 0;
        while text.len() < 700 << 10 {
            text.push_str("ø😀;1\n");
            rows += 1;
        }
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [text.clone().into_bytes(), [&[0xFE, 0xFF][..], &utf16].concat()] {
            for run in [1 << 16, 256 << 10, WHOLE] {
                let reading = read(&bytes, run);
                assert_eq!(reading.rows.len(), rows);
                assert_eq!(reading.oddities.count(OddityKind::InvalidBytes), 0);
                assert!(reading.rows.iter().all(|row| row.cells[0].as_ref().is_some_and(|cell| cell.0 == "ø😀")));
            }
        }
    }
}

#[test]
fn a_record_that_is_too_long_is_an_error_after_the_records_before_it() {
    let mut bytes = b"a;b\n1;2\n3;4\n5;6\n".to_vec();
    bytes.resize(bytes.len() + LONGEST_RECORD + 1, b'x');
    bytes.extend_from_slice(b"\n7;8\n");
    for run in [1 << 16, WHOLE] {
        let reading = read(&bytes, run);
        assert_eq!(reading.rows.len(), 3);
        assert_eq!(reading.error.as_deref(), Some("LongRecord { line: 5 }"));
    }
}

#[test]
fn a_first_record_that_is_too_long_is_an_error() {
    let bytes = vec![b'"'; LONGEST_RECORD + 1];
    assert_eq!(read(&bytes, WHOLE).error.as_deref(), Some("LongRecord { line: 1 }"));
}

#[test]
fn a_record_may_be_as_long_as_the_longest() {
    let mut bytes = b"a;b\n1;2\n3;4\n5;6\n".to_vec();
    bytes.resize(bytes.len() + LONGEST_RECORD - 1, b'x');
    bytes.extend_from_slice(b"\n7;8\n");
    for run in [1 << 16, WHOLE] {
        let reading = read(&bytes, run);
        assert_eq!((reading.rows.len(), reading.error), (5, None));
    }
}

#[test]
fn a_quote_that_is_not_closed_within_the_longest_record_is_noted_and_the_rows_after_it_are_read() {
    let mut text = "a;b\n1;2\n3;\"4\n".to_owned();
    let mut rows = 2;
    while text.len() < LONGEST_RECORD + (1 << 20) {
        writeln!(text, "Bryggen skole ved kaien {rows};{}", "tekst ".repeat(200)).unwrap();
        rows += 1;
    }
    // It would close here, were a record allowed to be as long.
    text.push_str("\"5\";6\n");
    rows += 1;
    for run in [1 << 20, 1 << 23, WHOLE] {
        let reading = read(text.as_bytes(), run);
        assert_eq!((reading.rows.len(), reading.error.as_deref()), (rows, None));
        assert_eq!(reading.oddities.count(OddityKind::UnclosedQuote), 1);
        let place = Place::Cell { row: 3, column: 2, span: Span { byte: 10, line: 3, length: 1 } };
        assert_eq!(first(&reading, OddityKind::UnclosedQuote), Some(place));
    }
}

/// Many lines before the table, and a table that starts behind what is looked at first.
#[test]
fn a_table_may_start_far_down() {
    let mut bytes = vec![b'\n'; 300 << 10];
    bytes.extend_from_slice(b"a;b\n1;2\n3;4\n");
    for run in [1 << 16, WHOLE] {
        let reading = read(&bytes, run);
        assert_eq!(reading.names, ["a", "b"]);
        assert_eq!(reading.layout.header_row, Some(300 * 1024 + 1));
        assert_eq!(reading.rows[0].start, Span { byte: (300 << 10) + 4, line: (300 << 10) + 2, length: 0 });
    }
}
