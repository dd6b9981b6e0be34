//! A table written plainly: UTF-8, commas, quotes where they are needed, `\n`.

use std::io::{self, Write};

/// Writes one record.
///
/// # Errors
/// `out` cannot be written.
pub fn write_csv<'a>(out: &mut dyn Write, cells: impl IntoIterator<Item = &'a [u8]>) -> io::Result<()> {
    // Empty cells wait for the first that is not: a line of delimiters alone would read as no record.
    let (mut waiting, mut filled) = (0usize, false);
    for cell in cells {
        if !filled && cell.is_empty() {
            waiting += 1;
            continue;
        }
        for _ in 0..waiting + usize::from(filled) {
            out.write_all(b",")?;
        }
        (waiting, filled) = (0, true);
        write_cell(out, cell)?;
    }
    if waiting > 0 {
        out.write_all(b"\"\"")?;
    }
    for _ in 1..waiting {
        out.write_all(b",")?;
    }
    out.write_all(b"\n")
}

fn write_cell(out: &mut dyn Write, cell: &[u8]) -> io::Result<()> {
    if !needs_quotes(cell) {
        return out.write_all(cell);
    }
    out.write_all(b"\"")?;
    for part in cell.split_inclusive(|&byte| byte == b'"') {
        out.write_all(part)?;
        if part.last() == Some(&b'"') {
            out.write_all(b"\"")?;
        }
    }
    out.write_all(b"\"")
}

/// What RFC 4180 asks for, and what another reader could take for its own delimiter, quote or padding.
fn needs_quotes(cell: &[u8]) -> bool {
    let edge = |byte: Option<&u8>| matches!(byte, Some(b' ' | b'\''));
    edge(cell.first())
        || edge(cell.last())
        || cell.iter().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r' | b';' | b'\t' | b'|'))
}
