//! Law: what was written is what is read, in every dialect and encoding and whatever the size of a run.
//!
//! A tiny table of arbitrary values may be read in more than one way. So that only one is right, every table here has a
//! header of words, a first record of plain words that tell the encoding, and no more than eight arbitrary records.

mod invariants;

use munilint_model::{Encoding, Escape};
use munilint_read::write_csv;
use proptest::collection::vec;
use proptest::prelude::*;

/// Names and records.
type Table = Vec<Vec<String>>;

/// How a table is written.
#[derive(Clone, Copy, Debug)]
struct Style {
    encoding: Encoding,
    mark: bool,
    delimiter: char,
    quote: char,
    escape: Escape,
    line_end: &'static str,
    final_line_end: bool,
    separator_line: bool,
    all_quoted: bool,
}

/// Words that stand in one encoding alone, or in all of UTF-8 and UTF-16.
fn telling(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Windows1252 => "Tromsø Bodø Værøy Ås “Hå” – €",
        Encoding::Iso8859_10 => "Tromsø Bodø Værøy Målselv Kárášjohka Unjárga Deatnu ŧ Čáŋ",
        Encoding::Iso8859_15 => "Tromsø Bodø Værøy Kárášjohka 100 €",
        _ => "Tromsø Bodø Værøy Målselv",
    }
}

/// Letters and signs that an encoding has, and that do not look like those of another.
fn letters(encoding: Encoding, mark: bool) -> &'static str {
    match encoding {
        Encoding::Windows1252 => "abz09 æøåÆØÅé“”–€",
        Encoding::Iso8859_1 => "abz09 æøåÆØÅéüß§",
        Encoding::Iso8859_10 => "abz09 æøåÆØÅéáČđš",
        Encoding::Iso8859_15 => "abz09 æøåÆØÅéŠšž€",
        Encoding::Utf16Le | Encoding::Utf16Be if !mark => "abz09 æøåÆØÅéüß§",
        _ => "abz09 æøåŊ€漢😀\u{301}\u{feff}\u{a0}\u{2028}",
    }
}

fn style() -> impl Strategy<Value = Style> {
    let encoding = prop::sample::select(vec![
        (Encoding::Utf8, false),
        (Encoding::Utf8, true),
        (Encoding::Utf16Le, false),
        (Encoding::Utf16Le, true),
        (Encoding::Utf16Be, false),
        (Encoding::Utf16Be, true),
        (Encoding::Windows1252, false),
        (Encoding::Iso8859_1, false),
        (Encoding::Iso8859_10, false),
        (Encoding::Iso8859_15, false),
    ]);
    let delimiter = prop::sample::select(vec![';', ',', '\t', '|']);
    let quote = prop_oneof![3 => Just('"'), 1 => Just('\'')];
    let escape = prop_oneof![3 => Just(Escape::Doubled), 1 => Just(Escape::Backslash)];
    let line_end = prop::sample::select(vec!["\n", "\r\n", "\r"]);
    (encoding, delimiter, quote, escape, line_end, any::<(bool, bool, bool)>()).prop_map(
        |((encoding, mark), delimiter, quote, escape, line_end, (final_line_end, separator_line, all_quoted))| Style {
            encoding,
            mark,
            delimiter,
            quote,
            escape,
            line_end,
            final_line_end,
            separator_line,
            // Some apostrophes may be text; that all cells have them is no chance.
            all_quoted: all_quoted || quote == '\'',
        },
    )
}

/// A table that can be written in a style.
fn table(style: Style) -> impl Strategy<Value = Table> {
    let letters = prop::sample::select(letters(style.encoding, style.mark).chars().collect::<Vec<_>>());
    let marks: &[&str] = match style.quote {
        // A lone quote of the other kind at the edge of a cell would speak for the other kind.
        '\'' => &[";", ",", "\t", "|", "\n", "\r", "\r\n", "\\", "x'y"],
        _ => &[";", ",", "\t", "|", "\n", "\r", "\r\n", "\\", "'", "\"", "\"\"", "\\\""],
    };
    let part =
        prop_oneof![3 => letters.prop_map(String::from), 1 => prop::sample::select(marks).prop_map(String::from)];
    let cell = vec(part, 0..6).prop_map(|parts| parts.concat());
    (2usize..6).prop_flat_map(move |width| {
        vec(vec(cell.clone(), width), 1..=8).prop_map(move |rows| {
            let names = (0..width).map(|column| format!("navn{}", "abcdef".get(column..=column).unwrap_or("x")));
            let mut plain = vec!["ord".to_owned(); width];
            telling(style.encoding).clone_into(&mut plain[0]);
            let mut table = vec![names.collect(), plain];
            if style.escape == Escape::Backslash {
                // What doubled quotes cannot explain.
                let mut spoken = vec!["ord".to_owned(); width];
                spoken[1] = format!("si {0}hei{0} nå", style.quote);
                table.push(spoken);
            }
            // A line of delimiters alone is no record.
            table.extend(rows.iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).cloned());
            table
        })
    })
}

fn write(table: &Table, style: Style) -> Vec<u8> {
    let mut text = String::new();
    if style.separator_line {
        text.push_str(&format!("sep={}{}", style.delimiter, style.line_end));
    }
    for (i, row) in table.iter().enumerate() {
        let cells: Vec<String> = row.iter().map(|cell| write_cell(cell, style)).collect();
        text.push_str(&cells.join(&style.delimiter.to_string()));
        if style.final_line_end || i + 1 < table.len() {
            text.push_str(style.line_end);
        }
    }
    encode(&text, style)
}

fn write_cell(cell: &str, style: Style) -> String {
    let special = |c: char| ";,\t|\n\r'\"".contains(c);
    let needs = cell.contains(special) || cell.starts_with(' ') || cell.ends_with(' ');
    if !needs && !style.all_quoted {
        return cell.to_owned();
    }
    let quote = style.quote;
    let inner = match style.escape {
        Escape::Doubled => cell.replace(quote, &format!("{quote}{quote}")),
        Escape::Backslash => cell.replace('\\', "\\\\").replace(quote, &format!("\\{quote}")),
    };
    format!("{quote}{inner}{quote}")
}

fn encode(text: &str, style: Style) -> Vec<u8> {
    let text = if style.mark { format!("\u{feff}{text}") } else { text.to_owned() };
    let codec = match style.encoding {
        Encoding::Utf8 => return text.into_bytes(),
        Encoding::Utf16Le => return text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => return text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Windows1252 | Encoding::Iso8859_1 => encoding_rs::WINDOWS_1252,
        Encoding::Iso8859_10 => encoding_rs::ISO_8859_10,
        Encoding::Iso8859_15 => encoding_rs::ISO_8859_15,
        Encoding::Macintosh => encoding_rs::MACINTOSH,
    };
    let (bytes, _, lost) = codec.encode(&text);
    assert!(!lost, "{text:?} stands in {}", style.encoding);
    bytes.into_owned()
}

fn values(reading: &invariants::Reading) -> Table {
    let value = |cell: &Option<(String, _)>| cell.as_ref().expect("no row is short").0.clone();
    let rows = reading.rows.iter().map(|row| row.cells.iter().map(value).collect());
    std::iter::once(reading.names.clone()).chain(rows).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn what_is_written_is_read(
        (style, table) in style().prop_flat_map(|style| (Just(style), table(style))),
        run in 1usize..2000,
    ) {
        let bytes = write(&table, style);
        let reading = invariants::read(&bytes, run);
        prop_assert_eq!(reading.layout.encoding, style.encoding);
        prop_assert_eq!(reading.layout.bom, style.mark);
        prop_assert_eq!(char::from(reading.layout.dialect.delimiter), style.delimiter);
        prop_assert_eq!(reading.layout.separator_line, style.separator_line);
        prop_assert_eq!(reading.layout.header_row, Some(1));
        prop_assert_eq!(values(&reading), table);
        prop_assert_eq!(reading.error, None);
    }

    #[test]
    fn what_write_csv_writes_is_read(
        table in Just(()).prop_flat_map(|()| table(PLAIN)),
        run in 1usize..2000,
    ) {
        let mut bytes = Vec::new();
        for row in &table {
            write_csv(&mut bytes, row.iter().map(String::as_bytes)).unwrap();
        }
        let reading = invariants::read(&bytes, run);
        prop_assert_eq!(char::from(reading.layout.dialect.delimiter), ',');
        prop_assert_eq!(values(&reading), table);
    }
}

/// As `write_csv` writes.
const PLAIN: Style = Style {
    encoding: Encoding::Utf8,
    mark: false,
    delimiter: ',',
    quote: '"',
    escape: Escape::Doubled,
    line_end: "\n",
    final_line_end: true,
    separator_line: false,
    all_quoted: false,
};

#[test]
fn records_without_values_are_kept() {
    let mut bytes = Vec::new();
    for row in [["en", "to", "tre"], ["ord", "ord", "ord"], ["", "", ""], ["", "", "x"], ["", " ", ""]] {
        write_csv(&mut bytes, row.map(str::as_bytes)).unwrap();
    }
    assert_eq!(bytes, b"en,to,tre\nord,ord,ord\n\"\",,\n,,x\n,\" \",\n");
    assert_eq!(invariants::check(&bytes).rows.len(), 4);
}

#[test]
fn records_that_stand_alone_in_a_column_are_kept() {
    let cells = ["navn", "Oslo", "", " ", "a\nb", "\"", "'", "x,y;z"];
    let mut bytes = Vec::new();
    for cell in cells {
        write_csv(&mut bytes, [cell.as_bytes()]).unwrap();
    }
    let reading = invariants::check(&bytes);
    let values: Vec<String> = values(&reading).into_iter().flatten().collect();
    assert_eq!(values, cells);
}
