//! Rows that are alike: how many, and what all of them have.

use serde::{Deserialize, Serialize};

/// The mark of a group whose rows have different marks.
pub(super) const MIXED: u32 = 0;

/// The last eight bits of a hash, which are not kept.
const LAST: u64 = 0xff;

/// What is kept of rows that are alike. The default is no group: it has no rows.
pub(super) trait Group: Copy + Default {
    /// A single row.
    fn of(hash: u64, mark: u32) -> Self;

    /// The first 56 bits of the hash.
    fn hash(&self) -> u64;

    /// How many there are, or as many as can be counted.
    fn rows(&self) -> u32;

    /// Takes in others with the same hash.
    fn join(&mut self, other: Self);
}

/// Eight bytes: 56 bits of a hash and a count up to 255.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(super) struct Counted(u64);

impl Counted {
    /// Greatest count.
    pub(super) const MOST: u32 = LAST as u32;
}

impl Group for Counted {
    #[inline]
    fn of(hash: u64, _: u32) -> Self {
        Counted((hash & !LAST) | 1)
    }

    #[inline]
    fn hash(&self) -> u64 {
        self.0 & !LAST
    }

    #[inline]
    fn rows(&self) -> u32 {
        (self.0 & LAST) as u32
    }

    #[inline]
    fn join(&mut self, other: Self) {
        self.0 = self.hash() | ((self.0 & LAST) + (other.0 & LAST)).min(LAST);
    }
}

/// Sixteen bytes: also what all rows have.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(super) struct Marked {
    hash: u64,
    rows: u32,
    mark: u32,
}

impl Marked {
    /// What all rows have; [`MIXED`] when they differ.
    pub(super) fn mark(&self) -> u32 {
        self.mark
    }
}

impl Group for Marked {
    #[inline]
    fn of(hash: u64, mark: u32) -> Self {
        Marked { hash: hash & !LAST, rows: 1, mark }
    }

    #[inline]
    fn hash(&self) -> u64 {
        self.hash
    }

    #[inline]
    fn rows(&self) -> u32 {
        self.rows
    }

    #[inline]
    fn join(&mut self, other: Self) {
        // What has no rows yet has no mark of its own.
        self.mark = if self.mark == other.mark || self.rows == 0 { other.mark } else { MIXED };
        self.rows = self.rows.saturating_add(other.rows);
    }
}
