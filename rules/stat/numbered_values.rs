//! The different values of a field, numbered as they are first met.

use crate::row_hash::{ByHash, hash};
use munilint_model::Batch;
use serde::{Deserialize, Serialize};

/// Different values; two with one 64-bit hash are not told apart. The numbers are of use within one state only.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct NumberedValues {
    numbers: ByHash<usize>,
    /// Hash and text, by number.
    values: Vec<(u64, String)>,
    /// The value met last, which in sorted data comes again.
    last: Option<(u64, usize)>,
}

impl NumberedValues {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.values.len()
    }

    /// The number of a cell's value. `None` when the record lacks the cell.
    pub(super) fn number(&mut self, batch: &Batch, row: usize, field: usize) -> Option<usize> {
        let cell = batch.cell(row, field)?;
        let hash = hash(cell);
        if let Some((_, number)) = self.last.filter(|(last, _)| *last == hash) {
            return Some(number);
        }
        let number = match self.numbers.get(&hash) {
            Some(&number) => number,
            None => self.add(hash, batch.decode(cell).trim().to_owned()),
        };
        self.last = Some((hash, number));
        Some(number)
    }

    /// Takes in the values of another part of the table; gives the number that each of them has here.
    pub(super) fn merge(&mut self, other: NumberedValues) -> Vec<usize> {
        let known = other.values.into_iter();
        known.map(|(hash, text)| self.numbers.get(&hash).copied().unwrap_or_else(|| self.add(hash, text))).collect()
    }

    /// The values by number, without blanks around them.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(|(_, text)| text.as_str())
    }

    fn add(&mut self, hash: u64, text: String) -> usize {
        let number = self.values.len();
        self.values.push((hash, text));
        self.numbers.insert(hash, number);
        number
    }
}
