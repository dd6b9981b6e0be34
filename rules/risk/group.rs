//! Rows that are alike: how many, and what all of them have.

use serde::{Deserialize, Serialize};

/// The mark of a group whose rows have different marks.
pub(super) const MIXED: u32 = 0;

/// The last eight bits of a hash, which are not kept.
const LAST: u64 = 0xff;

/// What is kept of rows that are alike. The default is no group: it has no rows.
pub(super) trait Group: Copy + Default {
    /// So many words hold it.
    const WORDS: usize;

    /// A single row.
    fn of(hash: u64, mark: u32) -> Self;

    /// The first 56 bits of the hash.
    fn hash(&self) -> u64;

    /// How many there are, or as many as can be counted.
    fn rows(&self) -> u32;

    /// Takes in others with the same hash; without rows it becomes those.
    fn join(&mut self, other: Self);

    /// One of its [`Group::WORDS`] words.
    fn word(&self, at: usize) -> u64;

    /// The group that has these words.
    fn of_words(words: &[u64]) -> Self;
}

/// Eight bytes: 56 bits of a hash and a count up to 255.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(super) struct Counted(u64);

impl Counted {
    /// Greatest count.
    pub(super) const MOST: u32 = LAST as u32;
}

impl Group for Counted {
    const WORDS: usize = 1;

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
        self.0 = other.hash() | ((self.0 & LAST) + (other.0 & LAST)).min(LAST);
    }

    fn word(&self, _: usize) -> u64 {
        self.0
    }

    fn of_words(words: &[u64]) -> Self {
        Counted(words[0])
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
    const WORDS: usize = 2;

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
        self.hash = other.hash;
        self.mark = if self.mark == other.mark || self.rows == 0 { other.mark } else { MIXED };
        self.rows = self.rows.saturating_add(other.rows);
    }

    fn word(&self, at: usize) -> u64 {
        if at == 0 { self.hash } else { u64::from(self.rows) << 32 | u64::from(self.mark) }
    }

    fn of_words(words: &[u64]) -> Self {
        Marked { hash: words[0], rows: (words[1] >> 32) as u32, mark: words[1] as u32 }
    }
}
