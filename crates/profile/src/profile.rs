//! The fold over a table.

use crate::evidence;
use crate::field::{Bound, FieldState, Quantity};
use munilint_model::{Batch, Encoding, MARKERS, Oddities, TableContext, TableFacts, ValueTest};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// For each field, the value tests that are bound to it.
pub type ValueTests = Vec<Vec<Arc<dyn ValueTest>>>;

/// Measures a table.
pub struct Profile {
    encoding: Encoding,
    tests: ValueTests,
    /// For each field, what is declared to stand for a missing value besides [`MARKERS`].
    missing: Vec<Vec<String>>,
}

/// What a profile remembers between batches.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProfileState {
    rows: u64,
    oddities: Oddities,
    fields: Vec<FieldState>,
}

impl Profile {
    /// A profile of tables like `table`, with value tests bound to its fields; fields beyond the end of `tests` have none.
    #[must_use]
    pub fn new(table: &TableContext, mut tests: ValueTests) -> Self {
        tests.resize_with(table.fields.len(), Vec::new);
        let further = |marker: &&String| !MARKERS.contains(&marker.as_str());
        let missing = table.fields.iter().map(|field| field.declared.missing.iter().filter(further).cloned().collect());
        Profile { encoding: table.layout.encoding, tests, missing: missing.collect() }
    }

    /// An empty state.
    #[must_use]
    pub fn start(&self) -> ProfileState {
        ProfileState {
            rows: 0,
            oddities: Oddities::default(),
            fields: self.tests.iter().map(|_| FieldState::new()).collect(),
        }
    }

    /// Folds a run of records into a state, column by column while it is in cache.
    pub fn update(&self, state: &mut ProfileState, batch: &Batch) {
        state.rows += batch.rows() as u64;
        state.oddities.merge(&batch.oddities);
        for (field, column) in state.fields.iter_mut().enumerate() {
            column.update(batch, field, self.bound(field));
        }
        evidence::look(batch, &mut state.fields);
    }

    /// Joins two states; associative and commutative.
    pub fn merge(&self, state: &mut ProfileState, other: ProfileState) {
        state.rows += other.rows;
        state.oddities.merge(&other.oddities);
        for (field, (mine, theirs)) in state.fields.iter_mut().zip(other.fields).enumerate() {
            mine.merge(theirs, self.bound(field));
        }
    }

    /// What was measured. `before` is what the reader noticed before the first record.
    #[must_use]
    pub fn facts(&self, state: ProfileState, table: &TableContext, before: &Oddities) -> TableFacts {
        let mut oddities = before.clone();
        oddities.merge(&state.oddities);
        let fields = state.fields.into_iter().zip(&table.fields).enumerate();
        TableFacts {
            records: None,
            table: table.clone(),
            rows: state.rows,
            oddities,
            fields: fields.map(|(i, (state, field))| state.facts(field, self.bound(i))).collect(),
        }
    }

    /// True when a record has no value in a field: it has no such cell, or one that is empty, blank or a missing marker.
    #[must_use]
    pub fn is_missing(&self, batch: &Batch, row: usize, field: usize) -> bool {
        batch.cell(row, field).is_none_or(|cell| cell.is_empty() || self.bound(field).is_missing(cell))
    }

    /// The figure or day that a record has in a field; `None` for a text, and where it has no value.
    #[must_use]
    pub fn quantity(&self, batch: &Batch, row: usize, field: usize) -> Option<Quantity> {
        self.bound(field).quantity(batch.cell(row, field)?)
    }

    fn bound(&self, field: usize) -> Bound<'_> {
        Bound { tests: &self.tests[field], encoding: self.encoding, missing: &self.missing[field] }
    }
}
