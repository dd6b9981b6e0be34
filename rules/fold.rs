//! States that fold runs and join by themselves.

use munilint_model::Batch;

/// A state of a check that needs nothing but the records.
pub(crate) trait Fold {
    /// Takes in the records of a run.
    fn update(&mut self, batch: &Batch);

    /// Takes in what another part of the table had.
    fn merge(&mut self, other: Self);
}

/// `None` when the table is none that the rule is about: the same in every part of it.
impl<F: Fold> Fold for Option<F> {
    fn update(&mut self, batch: &Batch) {
        if let Some(state) = self {
            state.update(batch);
        }
    }

    fn merge(&mut self, other: Self) {
        if let (Some(mine), Some(theirs)) = (self, other) {
            mine.merge(theirs);
        }
    }
}

/// Several side by side, in the same order in every part of the table.
impl<F: Fold> Fold for Vec<F> {
    fn update(&mut self, batch: &Batch) {
        self.iter_mut().for_each(|state| state.update(batch));
    }

    fn merge(&mut self, other: Self) {
        self.iter_mut().zip(other).for_each(|(mine, theirs)| mine.merge(theirs));
    }
}
