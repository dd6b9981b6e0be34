//! Well-formed text is read as the csv crate reads it.

mod invariants;

use proptest::collection::vec;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]
    #[test]
    fn records_are_those_of_the_csv_crate(
        rows in vec(vec("([a-z \"';\n\r]|\r\n){0,5}", 3), 1..9),
        run in 1usize..500,
        crlf: bool,
        always: bool,
    ) {
        let terminator = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let style = if always { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
        let mut writer = csv::WriterBuilder::new().terminator(terminator).quote_style(style).from_writer(b"sep=,\n".to_vec());
        writer.write_record(["en", "to", "tre"]).unwrap();
        writer.write_record(["\"", "ord", "ord"]).unwrap();
        // A line of delimiters alone is no record here.
        for row in rows.iter().filter(|row| row.iter().any(|cell| !cell.is_empty())) {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let mut reader = csv::ReaderBuilder::new().from_reader(&bytes[6..]);
        let expected: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        let reading = invariants::read(&bytes, run);
        let found: Vec<Vec<String>> = reading.rows.iter()
            .map(|row| row.cells.iter().map(|cell| cell.as_ref().map_or(String::new(), |cell| cell.0.clone())).collect())
            .collect();
        prop_assert_eq!(found, expected);
    }
}
