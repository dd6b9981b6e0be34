//! The different values of a field, numbered as they are first met.

use crate::row_hash::{ByHash, hash_of_cell};
use munilint_model::Batch;
use serde::{Deserialize, Serialize};

/// Different values; two with one 64-bit hash are not told apart. The numbers are of use within one state only.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct NumberedValues {
    numbers: ByHash<usize>,
    /// Hash and text, by number.
    values: Vec<(u64, String)>,
}

impl NumberedValues {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.values.len()
    }

    /// The number of each record's value of a field. `None` when the record lacks the cell. No further ones are numbered when
    /// there are more than `most`; their numbers are `most`.
    pub(super) fn numbers(&mut self, batch: &Batch, field: usize, most: usize) -> Vec<Option<usize>> {
        let number = |(start, end): (usize, usize)| {
            (start <= end).then(|| {
                let hash = hash_of_cell(batch, (start, end));
                match self.numbers.get(&hash) {
                    Some(&number) => number,
                    None if self.len() >= most => most,
                    None => self.add(hash, batch.decode(&batch.bytes[start..end]).trim().to_owned()),
                }
            })
        };
        batch.column(field).map(number).collect()
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
