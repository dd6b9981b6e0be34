//! What names a row, as hashes.

use super::dimensions::MOST_DIMENSIONS;
use crate::row_hash::hash;
use munilint_model::Batch;

/// The hash of what each of the dimensions is in a row, blanks around it left out. `None` when a cell is missing.
pub(super) fn hashes(batch: &Batch, row: usize, dimensions: &[usize]) -> Option<[u64; MOST_DIMENSIONS]> {
    let mut hashes = [0; MOST_DIMENSIONS];
    for (hashed, &field) in hashes.iter_mut().zip(dimensions) {
        *hashed = hash(batch.cell(row, field)?.trim_ascii());
    }
    Some(hashes)
}

/// One hash of several, in order.
pub(super) fn mix(hashes: &[u64]) -> u64 {
    hashes.iter().fold(0, |mixed, hash| mixed.rotate_left(23).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ hash)
}
