//! How each shape of text is read: encoding, dialect, header, records, oddities, with every place.

mod invariants;
mod texts;

use invariants::{Reading, Row};
use munilint_model::{Escape, Place, Span};

#[test]
fn every_shape_is_read_as_it_is_meant() {
    for case in texts::cases() {
        let reading = invariants::check(&case.text.bytes());
        assert_eq!(shown(&reading), case.reading, "{}", case.name);
    }
}

fn shown(reading: &Reading) -> Vec<String> {
    let layout = &reading.layout;
    let mut first = layout.encoding.to_string();
    if layout.bom {
        first.push_str(" with mark");
    }
    let delimiter = match layout.dialect.delimiter {
        b'\t' => "tab".to_owned(),
        0x1F => "none".to_owned(),
        byte => char::from(byte).to_string(),
    };
    let quote = layout.dialect.quote.map_or("none".to_owned(), |quote| char::from(quote).to_string());
    first.push_str(&format!(", delimiter {delimiter}, quote {quote}"));
    if layout.dialect.escape == Escape::Backslash {
        first.push_str(" escaped");
    }
    first.push_str(&layout.header_row.map_or(", no header".to_owned(), |row| format!(", header in row {row}")));
    let mut lines = vec![first, reading.names.join(" | ")];
    lines.extend(reading.rows.iter().map(record));
    for (kind, seen) in reading.oddities.iter() {
        let places: Vec<String> = seen.first.iter().map(place).collect();
        lines.push(format!("{kind:?} {}: {}", seen.count, places.join(", ")));
    }
    lines
}

fn record(row: &Row) -> String {
    let cells: Vec<String> = row.cells.iter().map(|cell| cell.as_ref().map_or("—".to_owned(), value)).collect();
    format!("{} line {} byte {}: {}", row.number, row.start.line, row.start.byte, cells.join(" | "))
}

fn value((text, _): &(String, Span)) -> String {
    let plain = |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
    text.chars().map(plain).collect()
}

/// Row and column where there are any, then line, byte and length.
fn place(place: &Place) -> String {
    let Some(span) = place.span() else { return "file".to_owned() };
    let row = place.row().map_or(String::new(), |row| format!("row {row} "));
    let column = place.column().map_or(String::new(), |column| format!("column {column} "));
    format!("{row}{column}line {} byte {}+{}", span.line, span.byte, span.length)
}
