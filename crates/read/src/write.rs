//! A table written plainly: UTF-8, commas, quotes where they are needed, `\n`.

use std::io::{self, Write};

/// Writes one record.
///
/// # Errors
/// `out` cannot be written.
pub fn write_csv<'a>(out: &mut dyn Write, cells: impl IntoIterator<Item = &'a [u8]>) -> io::Result<()> {
    let mut cells = cells.into_iter().peekable();
    let mut first = true;
    while let Some(cell) = cells.next() {
        // An only cell that is blank would read as a blank line.
        let alone = first && cells.peek().is_none() && cell.trim_ascii().is_empty();
        if !first {
            out.write_all(b",")?;
        }
        if alone || needs_quotes(cell) {
            out.write_all(b"\"")?;
            for part in cell.split_inclusive(|&byte| byte == b'"') {
                out.write_all(part)?;
                if part.last() == Some(&b'"') {
                    out.write_all(b"\"")?;
                }
            }
            out.write_all(b"\"")?;
        } else {
            out.write_all(cell)?;
        }
        first = false;
    }
    out.write_all(b"\n")
}

fn needs_quotes(cell: &[u8]) -> bool {
    cell.iter().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r' | b';' | b'\t' | b'|'))
}
