//! The text of a record, with what it has beyond the fields of the header.

use munilint_model::Batch;

/// The text of a record as it stands in the run, without its line end.
pub(crate) fn whole_text(batch: &Batch, row: usize) -> &[u8] {
    let (start, end) = (batch.starts[row] as usize, row_end(batch, row));
    &batch.bytes[start..line_end(batch, end)]
}

/// The text behind the last field of the header: it begins with a delimiter. Empty for a record that has no more fields.
pub(crate) fn excess(batch: &Batch, row: usize) -> &[u8] {
    let end = row_end(batch, row);
    &batch.bytes[end..line_end(batch, end)]
}

/// Where the last cell that a record has ends; quick for records that have them all.
fn row_end(batch: &Batch, row: usize) -> usize {
    if batch.fields == 0 {
        return batch.starts[row] as usize;
    }
    let (start, end) = batch.span(row, batch.fields - 1);
    if start <= end { end } else { batch.row_end(row) }
}

/// True where a record that has no more cells than the header ends.
fn is_end(batch: &Batch, at: usize) -> bool {
    batch.text().get(at).is_none_or(|byte| matches!(byte, b'\n' | b'\r'))
}

/// Where a record really ends, of which the header's cells end at `at`: what it has too much counts too.
fn line_end(batch: &Batch, at: usize) -> usize {
    if is_end(batch, at) {
        return at;
    }
    let mut quoted = false;
    let rest = &batch.text()[at..];
    let length = rest.iter().position(|&byte| {
        quoted ^= Some(byte) == batch.quote;
        !quoted && matches!(byte, b'\n' | b'\r')
    });
    at + length.unwrap_or(rest.len())
}
