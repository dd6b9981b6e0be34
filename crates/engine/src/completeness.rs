//! The fold that counts missing values by stretch of a table: by period where a field tells when, else by run of rows.

use munilint_model::{Batch, Completeness, CompletenessBy, Excerpt, Role, Stretch, TableContext};
use munilint_profile::Profile;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// So many stretches are told apart.
const MOST: usize = 64;

/// Counts of one stretch.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Counts {
    rows: (u64, u64),
    records: u64,
    missing: Vec<u64>,
}

impl Counts {
    fn new(fields: usize) -> Self {
        Counts { rows: (u64::MAX, 0), records: 0, missing: vec![0; fields] }
    }

    fn merge(&mut self, other: &Counts) {
        self.rows = (self.rows.0.min(other.rows.0), self.rows.1.max(other.rows.1));
        self.records += other.records;
        for (mine, theirs) in self.missing.iter_mut().zip(&other.missing) {
            *mine += theirs;
        }
    }
}

/// What is remembered between runs.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct MissingState {
    /// How many rows a run takes in: a power of two, as small as the last row allows.
    size: u64,
    /// By number of the run.
    runs: BTreeMap<u64, Counts>,
    /// By period; `None` when they are too many.
    periods: Option<BTreeMap<String, Counts>>,
}

/// Counts missing values of tables of one form.
#[derive(Clone, Debug)]
pub(crate) struct MissingCounter {
    fields: usize,
    /// Which field tells when.
    period: Option<usize>,
}

impl MissingCounter {
    /// Chooses the field that tells when. `table` has the roles that its head suggests.
    pub(crate) fn of(table: &TableContext) -> Self {
        let tells = |role: Role| matches!(role, Role::Year | Role::SchoolYear | Role::Period);
        let period = table.fields.iter().position(|field| tells(field.role.role));
        MissingCounter { fields: table.fields.len(), period }
    }

    pub(crate) fn start(&self) -> MissingState {
        MissingState { size: 1, runs: BTreeMap::new(), periods: self.period.map(|_| BTreeMap::new()) }
    }

    /// Folds a run of records. `profile` says what a missing value is.
    pub(crate) fn update(&self, state: &mut MissingState, batch: &Batch, profile: &Profile) {
        let mut missing = vec![0; self.fields];
        for row in 0..batch.rows() {
            for (field, count) in missing.iter_mut().enumerate() {
                *count = u64::from(profile.is_missing(batch, row, field));
            }
            let number = batch.row_number(row);
            let one = Counts { rows: (number, number), records: 1, missing };
            state.hold(number);
            let run = state.runs.entry(number / state.size).or_insert_with(|| Counts::new(self.fields));
            run.merge(&one);
            if let (Some(field), Some(periods)) = (self.period, &mut state.periods) {
                let value = batch.value(row, field).unwrap_or_default();
                let period = batch.decode(&value);
                match periods.get_mut(period.trim()) {
                    Some(known) => known.merge(&one),
                    None => {
                        periods.insert(period.trim().to_owned(), one.clone());
                    }
                }
                if periods.len() > MOST {
                    state.periods = None;
                }
            }
            missing = one.missing;
        }
    }

    /// Joins two states; associative and commutative.
    pub(crate) fn merge(&self, state: &mut MissingState, mut other: MissingState) {
        let size = state.size.max(other.size);
        state.grow(size);
        other.grow(size);
        add(&mut state.runs, other.runs, self.fields);
        let last = state.runs.values().map(|run| run.rows.1).max().unwrap_or(0);
        state.hold(last);
        match (&mut state.periods, other.periods) {
            (Some(mine), Some(theirs)) => {
                add(mine, theirs, self.fields);
                if mine.len() > MOST {
                    state.periods = None;
                }
            }
            (mine, _) => *mine = None,
        }
    }

    /// What was counted; `None` for a table without records.
    pub(crate) fn finish(&self, state: MissingState, table: &TableContext) -> Option<Completeness> {
        let stretch = |period: Option<Excerpt>, counts: Counts| Stretch {
            period,
            rows: counts.rows,
            records: counts.records,
            missing: counts.missing,
        };
        let periods = state.periods.filter(|periods| periods.len() > 1);
        let completeness = match (self.period, periods) {
            (Some(field), Some(periods)) => Completeness {
                by: CompletenessBy::Period(Excerpt::of(&table.fields[field].name)),
                stretches: periods.into_iter().map(|(text, run)| stretch(Some(Excerpt::of(&text)), run)).collect(),
            },
            _ => Completeness {
                by: CompletenessBy::Rows,
                stretches: state.runs.into_values().map(|run| stretch(None, run)).collect(),
            },
        };
        Some(completeness).filter(|completeness| !completeness.stretches.is_empty())
    }
}

impl MissingState {
    /// Takes larger runs when the row does not fall into one of the first [`MOST`].
    fn hold(&mut self, row: u64) {
        let mut size = self.size;
        while row / size >= MOST as u64 {
            size *= 2;
        }
        self.grow(size);
    }

    /// Takes runs of `size` rows, which is a multiple of the size of today.
    fn grow(&mut self, size: u64) {
        if size == self.size {
            return;
        }
        let times = size / self.size;
        self.size = size;
        for (number, run) in std::mem::take(&mut self.runs) {
            match self.runs.get_mut(&(number / times)) {
                Some(known) => known.merge(&run),
                None => {
                    self.runs.insert(number / times, run);
                }
            }
        }
    }
}

fn add<K: Ord>(mine: &mut BTreeMap<K, Counts>, theirs: BTreeMap<K, Counts>, fields: usize) {
    for (key, counts) in theirs {
        mine.entry(key).or_insert_with(|| Counts::new(fields)).merge(&counts);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(rows: impl Iterator<Item = u64>) -> MissingState {
        let mut state = MissingState { size: 1, runs: BTreeMap::new(), periods: None };
        for number in rows {
            state.hold(number);
            let one = Counts { rows: (number, number), records: 1, missing: vec![number % 2] };
            state.runs.entry(number / state.size).or_insert_with(|| Counts::new(1)).merge(&one);
        }
        state
    }

    #[test]
    fn runs_grow_so_that_there_are_never_more_than_sixty_four() {
        for (last, size) in [(63, 1), (64, 2), (127, 2), (128, 4), (1000, 16), (100_000, 2048)] {
            let state = state(2..=last);
            assert_eq!(state.size, size, "{last}");
            assert!(state.runs.len() <= MOST);
            assert_eq!(state.runs.values().map(|run| run.records).sum::<u64>(), last - 1);
        }
    }

    #[test]
    fn parts_of_a_table_give_what_the_whole_gives() {
        let counter = MissingCounter { fields: 1, period: None };
        let whole = state(2..=1000);
        for (cut, turned) in [(3, false), (500, false), (500, true), (999, true)] {
            let (mut a, mut b) = (state(2..=cut), state(cut + 1..=1000));
            if turned {
                std::mem::swap(&mut a, &mut b);
            }
            counter.merge(&mut a, b);
            assert_eq!(format!("{a:?}"), format!("{whole:?}"));
        }
    }
}
