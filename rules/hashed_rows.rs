//! Rows by a hash, to find those that are there more than once.
//!
//! A row costs 12 bytes until the table ends: a 64-bit hash and where it starts. At the end the hashes are
//! sorted part by part, so that sorting needs 16 MB more whatever the table's size; only for the few that are there
//! twice the rows are looked up. Two different rows with one hash are expected once in some hundred thousand tables of
//! ten million rows.

use munilint_model::{Batch, KEPT, Occurrences, Place, RowPlaces};
use serde::{Deserialize, Serialize};

/// Hashes that are sorted at a time.
const SORTED_AT_A_TIME: usize = 2 << 20;

/// The hashes of all rows; none when there are too many.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct HashedRows {
    /// How many rows there are.
    pub(crate) count: u64,
    /// In any order.
    runs: Vec<Run>,
}

/// The rows of one batch.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Run {
    hashes: Vec<u64>,
    places: RowPlaces,
}

/// Rows that come after the first of their equals.
pub(crate) struct Copies {
    /// How many, and the first of them.
    pub(crate) seen: Occurrences,
    /// The row numbers of the first and of what it repeats.
    pub(crate) first: Option<(u64, u64)>,
}

impl HashedRows {
    /// Takes in the rows of a run, each with the hash that `hash` gives for its index. Beyond `limit` rows none are kept.
    pub(crate) fn add(&mut self, batch: &Batch, limit: u64, hash: impl Fn(usize) -> u64) {
        self.count += batch.rows() as u64;
        if batch.rows() > 0 && self.count <= limit {
            let hashes = (0..batch.rows()).map(hash).collect();
            self.runs.push(Run { hashes, places: batch.places.clone() });
        }
        self.keep_to(limit);
    }

    /// Takes in what another part of the table had.
    pub(crate) fn merge(&mut self, mut other: HashedRows, limit: u64) {
        self.count += other.count;
        self.runs.append(&mut other.runs);
        self.keep_to(limit);
    }

    /// The rows that repeat an earlier one; `None` when there are none.
    pub(crate) fn copies(mut self) -> Option<Copies> {
        self.runs.sort_by_key(|run| run.places.first_row);
        let repeated = Repeated::among(&self.runs);
        if repeated.copies == 0 {
            return None;
        }
        let (places, first) = repeated.first_copies(&self.runs);
        let mut seen = Occurrences::default();
        seen.add_many(repeated.copies, &places);
        Some(Copies { seen, first })
    }

    fn keep_to(&mut self, limit: u64) {
        if self.count > limit {
            self.runs = Vec::new();
        }
    }
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
            let in_part = |hash: u64| hash.checked_shr(u64::BITS - bits).unwrap_or(0) == top;
            part.clear();
            for run in runs {
                let mut end = part.len();
                part.resize(end + run.hashes.len(), 0);
                // Which hashes are in a part cannot be foreseen: so nothing branches on it.
                for &hash in &run.hashes {
                    part[end] = hash;
                    end += usize::from(in_part(hash));
                }
                part.truncate(end);
            }
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
    use crate::row_hash::hash;

    #[test]
    fn sorting_in_parts_finds_the_same() {
        let hashes: Vec<u64> = (0..3_000_000u64).map(|i| hash(&(i % 2_999_990).to_le_bytes())).collect();
        let run = Run { hashes, places: RowPlaces::default() };
        let repeated = Repeated::among(&[run]);
        assert_eq!((repeated.copies, repeated.hashes.len()), (10, 10));
        assert!(repeated.hashes.is_sorted());
    }
}
