//! Rows that are equal byte for byte.
//!
//! A row costs 12 bytes until the table ends: a 64-bit hash of its text and where it starts. At the end the hashes are
//! sorted part by part, so that sorting needs 16 MB more whatever the table's size; only for the few that are there
//! twice the rows are looked up. Two different rows with one hash are expected once in some hundred thousand tables of
//! ten million rows.

use crate::row_hash::hash;
use munilint_model::{
    AnyCheck, Batch, Body, Check, Findings, KEPT, Occurrences, Options, Place, RowPlaces, Severity, TableContext,
};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Table(compile);

/// Hashes that are sorted at a time.
const SORTED_AT_A_TIME: usize = 2 << 20;

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    Box::new(DuplicateRow { limit: options.number("limit") as u64 })
}

struct DuplicateRow {
    /// More rows than this are not compared.
    limit: u64,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Rows {
    count: u64,
    /// In any order; empty when there are too many rows.
    runs: Vec<Run>,
}

/// The rows of one batch.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Run {
    hashes: Vec<u64>,
    places: RowPlaces,
}

impl Check for DuplicateRow {
    type State = Rows;

    fn start(&self, _: &TableContext) -> Rows {
        Rows::default()
    }

    fn update(&self, rows: &mut Rows, batch: &Batch) {
        rows.count += batch.rows() as u64;
        if batch.rows() > 0 && rows.count <= self.limit {
            let hashes = (0..batch.rows()).map(|row| hash_of(batch, row)).collect();
            rows.runs.push(Run { hashes, places: batch.places.clone() });
        }
        self.keep_to_limit(rows);
    }

    fn merge(&self, rows: &mut Rows, mut other: Rows) {
        rows.count += other.count;
        rows.runs.append(&mut other.runs);
        self.keep_to_limit(rows);
    }

    fn finish(&self, mut rows: Rows, _: &TableContext, found: &mut Findings) {
        if rows.count > self.limit {
            let draft = found.add(None, Occurrences::at(Place::File)).variant("too-many");
            draft.count("rows", rows.count).count("limit", self.limit).severity(Severity::Note);
            return;
        }
        rows.runs.sort_by_key(|run| run.places.first_row);
        let repeated = Repeated::among(&rows.runs);
        if repeated.copies == 0 {
            return;
        }
        let (places, first) = repeated.first_copies(&rows.runs);
        let mut seen = Occurrences::default();
        seen.add_many(repeated.copies, &places);
        let draft = found.add(None, seen);
        if let Some((copy, original)) = first {
            draft.count("copy", copy).count("original", original);
        }
    }
}

impl DuplicateRow {
    fn keep_to_limit(&self, rows: &mut Rows) {
        if rows.count > self.limit {
            rows.runs = Vec::new();
        }
    }
}

/// Where the last cell that a record has ends; quick for records that have them all.
fn row_end(batch: &Batch, row: usize) -> usize {
    if batch.fields == 0 {
        return batch.starts[row] as usize;
    }
    let (start, end) = batch.span(row, batch.fields - 1);
    if start <= end { end } else { batch.row_end(row) }
}

fn hash_of(batch: &Batch, row: usize) -> u64 {
    let (start, end) = (batch.starts[row] as usize, row_end(batch, row));
    hash(&batch.bytes[start..line_end(batch, end)])
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

/// The hashes that several rows have.
struct Repeated {
    /// How many rows come after the first of their equals.
    copies: u64,
    /// The hashes, ascending.
    hashes: Vec<u64>,
}

impl Repeated {
    fn among(runs: &[Run]) -> Self {
        let rows: usize = runs.iter().map(|run| run.hashes.len()).sum();
        let bits = rows.div_ceil(SORTED_AT_A_TIME).next_power_of_two().trailing_zeros();
        let mut repeated = Repeated { copies: 0, hashes: Vec::new() };
        let mut part = Vec::new();
        for top in 0..1u64 << bits {
            let in_part = |hash: &u64| hash.checked_shr(u64::BITS - bits).unwrap_or(0) == top;
            part.clear();
            runs.iter().for_each(|run| part.extend(run.hashes.iter().copied().filter(in_part)));
            part.sort_unstable();
            for same in part.chunk_by(|a, b| a == b).filter(|same| same.len() > 1) {
                repeated.copies += same.len() as u64 - 1;
                repeated.hashes.push(same[0]);
            }
        }
        repeated
    }

    /// The first [`KEPT`] copies in the order of the table, and the row numbers of the first and of what it repeats.
    fn first_copies(&self, runs: &[Run]) -> (Vec<Place>, Option<(u64, u64)>) {
        let filter = Filter::of(&self.hashes);
        let mut met = vec![false; self.hashes.len()];
        let mut places = Vec::new();
        let mut first = None;
        for (run, row, hash) in rows(runs).filter(|(_, _, hash)| filter.may_hold(*hash)) {
            let Ok(at) = self.hashes.binary_search(&hash) else { continue };
            if !met[at] {
                met[at] = true;
                continue;
            }
            if first.is_none() {
                let original = rows(runs).find(|(_, _, other)| *other == hash);
                first = original.map(|(original, at, _)| (run.places.number(row), original.places.number(at)));
            }
            places.push(run.places.place(row));
            if places.len() == KEPT {
                break;
            }
        }
        (places, first)
    }
}

/// Every row with its hash, in order.
fn rows(runs: &[Run]) -> impl Iterator<Item = (&Run, usize, u64)> {
    runs.iter().flat_map(|run| {
        debug_assert_eq!(run.hashes.len(), run.places.len());
        run.hashes.iter().enumerate().map(move |(row, &hash)| (run, row, hash))
    })
}

/// Says of most hashes that are not in a list that they are not, from one bit.
struct Filter {
    bits: Vec<u64>,
}

impl Filter {
    fn of(hashes: &[u64]) -> Self {
        let mut bits = vec![0; 1 << 10];
        for hash in hashes {
            bits[(hash >> 6) as usize & 1023] |= 1 << (hash & 63);
        }
        Filter { bits }
    }

    fn may_hold(&self, hash: u64) -> bool {
        self.bits[(hash >> 6) as usize & 1023] >> (hash & 63) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use munilint_model::PADDING;

    /// A batch of the lines of `text`, which are the table's rows from `first_row`, with `;` between cells.
    fn batch(text: &str, first_row: u64, offset: u64) -> Batch {
        let mut bytes = text.as_bytes().to_vec();
        let mut batch = Batch { fields: 2, bytes: bytes.clone(), ..Batch::default() };
        batch.begin(first_row, first_row, offset);
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let end = start + line.trim_end_matches(['\n', '\r']).len();
            if end == start {
                batch.push_blank(start, end);
            } else {
                let middle = start + line.find(';').unwrap();
                batch.push_row(start as u32);
                batch.ends.extend([middle as u32, end as u32]);
            }
            start += line.len();
        }
        bytes.resize(bytes.len() + PADDING, 0);
        batch.bytes = bytes;
        batch
    }

    const TEXT: &str = "a;1\r\nb;2\r\na;1\r\n\r\nb;2\r\nc;3\r\na;1\r\n";

    fn check() -> DuplicateRow {
        DuplicateRow { limit: 100 }
    }

    fn finish(state: Rows) -> Findings {
        let mut found = Findings::default();
        check().finish(state, &TableContext::default(), &mut found);
        found
    }

    fn whole() -> Rows {
        let mut state = Rows::default();
        check().update(&mut state, &batch(TEXT, 2, 10));
        state
    }

    #[test]
    fn every_row_after_the_first_of_its_equals_is_counted() {
        let found = finish(whole());
        assert_eq!(found.drafts.len(), 1);
        let seen = &found.drafts[0].seen;
        assert_eq!(seen.count, 3);
        assert_eq!(seen.first.iter().filter_map(Place::row).collect::<Vec<_>>(), [4, 6, 8]);
    }

    #[test]
    fn the_cut_does_not_show() {
        let mut parts = Vec::new();
        let (mut row, mut offset) = (2, 10);
        for line in TEXT.split_inclusive('\n') {
            let mut state = Rows::default();
            check().update(&mut state, &batch(line, row, offset));
            parts.push(state);
            row += 1;
            offset += line.len() as u64;
        }
        let mut state = Rows::default();
        parts.into_iter().rev().for_each(|part| check().merge(&mut state, part));
        assert_eq!(finish(state), finish(whole()));
    }

    #[test]
    fn cells_beyond_the_header_count_too() {
        let mut long = batch("a;1;x\na;1;y\n", 2, 0);
        // The reader leaves out what a record has too much.
        long.ends = vec![1, 3, 7, 9];
        let mut state = Rows::default();
        check().update(&mut state, &long);
        assert!(finish(state).drafts.is_empty());
    }

    #[test]
    fn too_many_rows_are_said_to_be_too_many() {
        let check = DuplicateRow { limit: 8 };
        let mut state = Rows::default();
        for _ in 0..2 {
            check.update(&mut state, &batch(TEXT, 2, 10));
        }
        assert!(state.runs.is_empty());
        let mut found = Findings::default();
        check.finish(state, &TableContext::default(), &mut found);
        assert_eq!(found.drafts[0].message.variant, "too-many");
    }

    #[test]
    fn sorting_in_parts_finds_the_same() {
        let hashes: Vec<u64> = (0..3_000_000u64).map(|i| hash(&(i % 2_999_990).to_le_bytes())).collect();
        let run = Run { hashes, places: RowPlaces::default() };
        let repeated = Repeated::among(&[run]);
        assert_eq!((repeated.copies, repeated.hashes.len()), (10, 10));
        assert!(repeated.hashes.is_sorted());
    }
}
