//! Values that were there, values that were found, alarms that were right and wrong.

/// What was counted for a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// Values that are labelled.
    pub(crate) values: u32,
    /// Of these, how many were found.
    pub(crate) found: u32,
    /// Of these, how many from their first letter to their last.
    pub(crate) whole: u32,
    /// Alarms at a value of the kind or of one that it is a sort of.
    pub(crate) right: u32,
    /// Alarms at anything else.
    pub(crate) wrong: u32,
}

impl Count {
    /// Alarms that were right, from 0 to 1; 1 when there was none.
    pub(crate) fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    /// Values that were found, from 0 to 1; 1 when there was none.
    pub(crate) fn recall(self) -> f64 {
        share(self.found, self.values)
    }

    /// Takes the counts of another.
    pub(crate) fn add(&mut self, other: Count) {
        self.values += other.values;
        self.found += other.found;
        self.whole += other.whole;
        self.right += other.right;
        self.wrong += other.wrong;
    }
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 1.0 } else { f64::from(part) / f64::from(whole) }
}
