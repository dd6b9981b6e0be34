//! What the persons of a run have, as hashes: one for each trait and one for all of them.

use super::group_sizes::mixed;
use crate::row_hash::{hash_of_cell, hash_of_word, word_of_cell};
use munilint_model::Batch;

/// Hashes of the traits of each row of a batch.
pub(super) struct TraitHashes {
    /// By row: the sum over all traits.
    all: Vec<u64>,
    /// By trait and row.
    each: Vec<Vec<u64>>,
}

impl TraitHashes {
    /// Looks at the cells of some traits, each with the positions of its fields. Blanks around a value do not count, and a cell that is absent is an empty one.
    pub(super) fn of(batch: &Batch, traits: &[Vec<usize>]) -> Self {
        let mut all = vec![0_u64; batch.rows()];
        let mut each = Vec::with_capacity(traits.len());
        for fields in traits {
            let mut sums = vec![0_u64; batch.rows()];
            for &field in fields {
                // A multiplier of its own keeps apart equal values of two fields; sums of hashes are mixed as well as they are.
                let own = mixed(field as u64 + 1) | 1;
                for (sum, cell) in sums.iter_mut().zip(batch.column(field)) {
                    *sum = sum.wrapping_add(hash_of_trimmed(batch, cell).wrapping_mul(own));
                }
            }
            all.iter_mut().zip(&sums).for_each(|(all, sum)| *all = all.wrapping_add(*sum));
            each.push(sums);
        }
        TraitHashes { all, each }
    }

    /// For each row: the hash of all traits.
    pub(super) fn all(&self) -> impl Iterator<Item = u64> {
        self.all.iter().copied()
    }

    /// For each row: the hash of all traits but one.
    pub(super) fn without(&self, left_out: usize) -> impl Iterator<Item = u64> {
        self.all.iter().zip(&self.each[left_out]).map(|(all, one)| all.wrapping_sub(*one))
    }
}

/// The hash of the cell without blanks around it.
#[inline]
fn hash_of_trimmed(batch: &Batch, (start, end): (usize, usize)) -> u64 {
    if let Some((word, length)) = word_of_cell(batch, (start, end)) {
        // Nearly every cell is short and has no blanks, and then its text is looked at once.
        let [first, last] = [word as u8, (word >> (8 * length - 8)) as u8];
        if first != b' ' && last != b' ' {
            return hash_of_word(word, length);
        }
    }
    hash_of_cell(batch, trimmed(batch, (start, end)))
}

/// The cell without blanks around it; from its start to its start when it is absent.
pub(super) fn trimmed(batch: &Batch, (mut start, end): (usize, usize)) -> (usize, usize) {
    let mut end = end.max(start);
    while start < end && batch.bytes[start] == b' ' {
        start += 1;
    }
    while start < end && batch.bytes[end - 1] == b' ' {
        end -= 1;
    }
    (start, end)
}
