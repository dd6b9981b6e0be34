//! How many rows each pair of a unit and a period has.

use super::numbered_values::NumberedValues;
use crate::fold::Fold;
use munilint_model::{Batch, Occurrences, Place};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A grid of more pairs is not kept: 400 municipalities over ten years of months.
const MOST: usize = 48_000;

/// A grid of units and periods.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct PairTally {
    fields: [usize; 2],
    units: NumberedValues,
    periods: NumberedValues,
    /// By the number of the unit, then of the period. `None` when there are too many.
    pairs: Option<Vec<Vec<Pair>>>,
}

/// The rows of a pair: how many, and where the first is.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Pair {
    rows: u64,
    first: Option<Place>,
}

impl PairTally {
    /// Nothing yet, of the fields at these positions (from 0).
    pub(super) fn of(unit: usize, period: usize) -> Self {
        let (units, periods) = (NumberedValues::default(), NumberedValues::default());
        PairTally { fields: [unit, period], units, periods, pairs: Some(Vec::new()) }
    }

    /// Every pair in alphabetical order, with its count and first place. `None` when there are too many.
    pub(super) fn finish(self) -> Option<BTreeMap<Vec<String>, Occurrences>> {
        let mut sorted: BTreeMap<Vec<String>, Occurrences> = BTreeMap::new();
        for (unit, pairs) in self.units.texts().zip(self.pairs?) {
            for (period, pair) in self.periods.texts().zip(pairs).filter(|(_, pair)| pair.rows > 0) {
                let places: Vec<Place> = pair.first.into_iter().collect();
                let seen = sorted.entry(vec![unit.to_owned(), period.to_owned()]).or_default();
                seen.add_many(pair.rows, &places);
            }
        }
        Some(sorted)
    }

    /// The pair of these numbers. `None` when there are too many pairs, of which none is kept then.
    fn pair(&mut self, unit: usize, period: usize) -> Option<&mut Pair> {
        if self.units.len() * self.periods.len() >= MOST {
            self.pairs = None;
        }
        let pairs = self.pairs.as_mut()?;
        if pairs.len() <= unit {
            pairs.resize(unit + 1, Vec::new());
        }
        let of_unit = &mut pairs[unit];
        if of_unit.len() <= period {
            of_unit.resize(period + 1, Pair::default());
        }
        Some(&mut of_unit[period])
    }
}

impl Fold for PairTally {
    /// A pair stands where its unit stands; records that lack a cell are left out.
    fn update(&mut self, batch: &Batch) {
        if self.pairs.is_none() {
            return;
        }
        let [unit_field, period_field] = self.fields;
        let periods = self.periods.numbers(batch, period_field, MOST);
        let units = self.units.numbers(batch, unit_field, MOST);
        for (row, (unit, period)) in units.into_iter().zip(periods).enumerate() {
            let (Some(unit), Some(period)) = (unit, period) else { continue };
            let Some(pair) = self.pair(unit, period) else { return };
            pair.rows += 1;
            pair.first.get_or_insert_with(|| batch.cell_place(row, unit_field));
        }
    }

    fn merge(&mut self, other: PairTally) {
        let Some(theirs) = other.pairs.filter(|_| self.pairs.is_some()) else {
            self.pairs = None;
            return;
        };
        let (units, periods) = (self.units.merge(other.units), self.periods.merge(other.periods));
        for (unit, pairs) in units.into_iter().zip(theirs) {
            for (&period, pair) in periods.iter().zip(pairs).filter(|(_, pair)| pair.rows > 0) {
                let Some(mine) = self.pair(unit, period) else { return };
                mine.rows += pair.rows;
                mine.first = mine.first.into_iter().chain(pair.first).min();
            }
        }
    }
}
