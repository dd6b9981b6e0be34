//! The values that stand together in a record: a code and its name, a year and an area.

use crate::fold::Fold;
use crate::row_hash::{ByHash, hashes_of_cells};
use munilint_model::{Batch, Occurrences};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The different combinations of the values of some fields, with where and how often each stands, while they are few.
///
/// A combination costs a hash of its cells and a look-up; only a new one is copied. With more than [`Combinations::most`]
/// nothing is kept, so that memory is bounded and the cut of the data does not show. Two different combinations with one
/// 64-bit hash are not told apart.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Combinations {
    /// Positions of fields, and how many bytes of a cell count.
    fields: Vec<(usize, usize)>,
    most: usize,
    /// By hash. `None` when there are too many.
    known: Option<ByHash<(Vec<String>, Occurrences)>>,
}

impl Combinations {
    /// Nothing yet, of the fields at these positions (from 0).
    pub(crate) fn of(fields: &[usize], most: usize) -> Self {
        let fields = fields.iter().map(|&field| (field, usize::MAX)).collect();
        Combinations { fields, most, known: Some(ByHash::default()) }
    }

    /// Takes only the first bytes of the cells of the last field: four of a time are its year.
    pub(crate) fn shortened(mut self, length: usize) -> Self {
        if let Some((_, longest)) = self.fields.last_mut() {
            *longest = length;
        }
        self
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

impl Fold for Combinations {
    /// A combination stands where its first field stands; records that lack a cell are left out.
    fn update(&mut self, batch: &Batch) {
        if self.known.is_none() {
            return;
        }
        for (row, hash) in hashes_of_cells(batch, &self.fields).into_iter().enumerate() {
            let (Some(known), Some(hash)) = (&mut self.known, hash) else { continue };
            let place = || batch.cell_place(row, self.fields[0].0);
            if let Some((_, seen)) = known.get_mut(&hash) {
                seen.add(place);
                continue;
            }
            let texts = self.fields.iter().map(|&(field, longest)| text(batch, row, field, longest)).collect();
            known.insert(hash, (texts, Occurrences::at(place())));
            self.keep_to_limit();
        }
    }

    fn merge(&mut self, other: Combinations) {
        let (Some(known), Some(theirs)) = (&mut self.known, other.known) else {
            self.known = None;
            return;
        };
        // Whatever the order, the same is there in the end.
        theirs.into_iter().for_each(|(hash, (texts, seen))| match known.get_mut(&hash) {
            Some((_, mine)) => mine.merge(&seen),
            None => {
                known.insert(hash, (texts, seen));
            }
        });
        self.keep_to_limit();
    }
}

fn text(batch: &Batch, row: usize, field: usize, longest: usize) -> String {
    let value = batch.value(row, field).unwrap_or_default();
    batch.decode(&value[..longest.min(value.len())]).into_owned()
}
