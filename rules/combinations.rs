//! The values that stand together in a record: a code and its name, a year and an area.

use crate::row_hash::{Hashed, hash};
use munilint_model::{Batch, Encoding, Occurrences};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasherDefault;

/// The different combinations of the values of some fields, with where and how often each stands, while they are few.
///
/// A combination costs a hash of its cells and a look-up; only a new one is copied. With more than [`Combinations::most`]
/// nothing is kept, so that memory is bounded and the cut of the data does not show. Two different combinations with one
/// 64-bit hash are not told apart.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Combinations {
    fields: Vec<usize>,
    most: usize,
    /// By hash. `None` when there are too many.
    known: Option<HashMap<u64, (Vec<String>, Occurrences), BuildHasherDefault<Hashed>>>,
}

impl Combinations {
    /// Nothing yet, of the fields at these positions (from 0).
    pub(crate) fn of(fields: &[usize], most: usize) -> Self {
        Combinations { fields: fields.to_vec(), most, known: Some(HashMap::default()) }
    }

    /// Takes in the records of a run. A combination stands where its first field stands; records that lack a cell are left out.
    pub(crate) fn update(&mut self, batch: &Batch) {
        for row in 0..batch.rows() {
            let Some(known) = &mut self.known else { return };
            let mut mixed = 0u64;
            let mut is_whole = true;
            for &field in &self.fields {
                match batch.cell(row, field) {
                    Some(cell) => mixed = mixed.rotate_left(23).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ hash(cell),
                    None => is_whole = false,
                }
            }
            if !is_whole {
                continue;
            }
            let place = || batch.cell_place(row, self.fields[0]);
            if let Some((_, seen)) = known.get_mut(&mixed) {
                seen.add(place);
                continue;
            }
            let texts = self.fields.iter().map(|&field| text(batch, row, field)).collect();
            known.insert(mixed, (texts, Occurrences::at(place())));
            self.keep_to_limit();
        }
    }

    /// Takes in what another part of the table had.
    pub(crate) fn merge(&mut self, other: Combinations) {
        let (Some(known), Some(theirs)) = (&mut self.known, other.known) else {
            self.known = None;
            return;
        };
        for (hash, (texts, seen)) in theirs {
            match known.get_mut(&hash) {
                Some((_, mine)) => mine.merge(&seen),
                None => {
                    known.insert(hash, (texts, seen));
                }
            }
        }
        self.keep_to_limit();
    }

    /// Every combination in alphabetical order, blanks around its values taken off. `None` when there are too many.
    pub(crate) fn finish(self) -> Option<BTreeMap<Vec<String>, Occurrences>> {
        let mut sorted: BTreeMap<Vec<String>, Occurrences> = BTreeMap::new();
        for (texts, seen) in self.known?.into_values() {
            let texts = texts.iter().map(|text| text.trim().to_owned()).collect();
            sorted.entry(texts).or_default().merge(&seen);
        }
        Some(sorted)
    }

    fn keep_to_limit(&mut self) {
        if self.known.as_ref().is_some_and(|known| known.len() > self.most) {
            self.known = None;
        }
    }
}

fn text(batch: &Batch, row: usize, field: usize) -> String {
    let encoding = if batch.encoding.is_utf16() { Encoding::Utf8 } else { batch.encoding };
    encoding.decode(&batch.value(row, field).unwrap_or_default()).into_owned()
}
