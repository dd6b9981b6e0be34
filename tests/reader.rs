//! The reader against another one: for RFC 4180 text both read the same rows and cells, however the text is cut, and what
//! is written is read back.

use munilint_model::{Batch, TableSource};
use munilint_read::{Input, TextTable, write_csv};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::sync::Arc;

/// Header and records, decoded.
type Rows = Vec<Vec<String>>;

/// As munilint reads it, in runs of about `run` bytes.
fn ours(text: &[u8], run: usize) -> Rows {
    let table =
        TextTable::open_in_runs(&Arc::from("t.csv"), Input::memory(text.to_vec()), run).expect("memory is read");
    let mut rows = vec![table.context().fields.iter().map(|field| field.name.clone()).collect()];
    let mut batch = Batch::default();
    while table.fill(&mut batch).expect("memory is read") {
        for row in 0..batch.rows() {
            let cells = (0..batch.fields).map(|field| batch.value(row, field).expect("every record is whole"));
            rows.push(cells.map(|cell| batch.decode(&cell).into_owned()).collect());
        }
    }
    rows
}

/// As the crate `csv` reads it.
fn theirs(text: &[u8], delimiter: u8) -> Rows {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(text);
    reader.records().map(|record| record.expect("UTF-8").iter().map(str::to_owned).collect()).collect()
}

/// A table as RFC 4180 has it: a header that says what the delimiter is, and cells of any text.
#[derive(Clone, Debug)]
struct Table {
    delimiter: char,
    newline: &'static str,
    final_newline: bool,
    rows: Rows,
    /// Quotes around cells that do not need them, by turns.
    quoting: usize,
}

impl Table {
    fn text(&self) -> String {
        let mut lines = Vec::new();
        for (r, row) in self.rows.iter().enumerate() {
            let cells: Vec<String> = row.iter().enumerate().map(|(c, cell)| self.cell(cell, r + c)).collect();
            lines.push(cells.join(&self.delimiter.to_string()));
        }
        let mut text = lines.join(self.newline);
        if self.final_newline {
            text.push_str(self.newline);
        }
        text
    }

    fn cell(&self, text: &str, turn: usize) -> String {
        let needed = text.contains([self.delimiter, '"', '\r', '\n']);
        let wanted = self.quoting > 0 && turn.is_multiple_of(self.quoting);
        if needed || wanted { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
    }
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zæøå]{1,12}",
        3 => "-?[0-9]{1,9}",
        1 => "[0-9]{1,4}\\.[0-9]{2}",
        1 => Just(String::new()),
        1 => "[A-ZÆØÅ][a-zæøå]{2,9}, [a-z]{3,9}",
        1 => "[a-zæøå]{1,9}[\"\n;,|\t][a-z\"]{0,5}",
        1 => "[a-z]{1,5}\r?\n[a-z]{1,5}",
    ]
}

fn table() -> impl Strategy<Value = Table> {
    let shape = (2usize..8, 1usize..40);
    shape.prop_flat_map(|(fields, records)| {
        let names = Just((1..=fields).map(|i| format!("felt_{i}")).collect::<Vec<String>>());
        let records = prop::collection::vec(prop::collection::vec(cell(), fields), records);
        let form = (
            prop::sample::select(vec![',', ';', '\t', '|']),
            prop::sample::select(vec!["\n", "\r\n"]),
            any::<bool>(),
            0usize..4,
        );
        (names, records, form).prop_map(|(names, records, (delimiter, newline, final_newline, quoting))| {
            let mut rows = vec![names];
            // A line of nothing but delimiters is no record here.
            rows.extend(records.into_iter().filter(|row: &Vec<String>| row.iter().any(|cell| !cell.is_empty())));
            Table { delimiter, newline, final_newline, rows, quoting }
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn rows_and_cells_are_those_that_another_reader_reads(table in table(), run in 1usize..300) {
        let text = table.text();
        let expected = theirs(text.as_bytes(), table.delimiter as u8);
        prop_assert_eq!(&expected, &table.rows, "the other reader reads what was written");
        prop_assert_eq!(&ours(text.as_bytes(), run), &expected, "{:?}", text);
        prop_assert_eq!(&ours(text.as_bytes(), 1 << 20), &expected, "{:?}", text);
    }

    #[test]
    fn what_is_written_is_read_back(table in table(), run in 1usize..300) {
        let mut text = Vec::new();
        for row in &table.rows {
            write_csv(&mut text, row.iter().map(String::as_bytes)).expect("memory takes everything");
        }
        prop_assert_eq!(&ours(&text, run), &table.rows, "{:?}", String::from_utf8_lossy(&text));
    }
}
