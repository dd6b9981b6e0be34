//! Where in a table values are missing.

use crate::Excerpt;

/// How many cells have no value (absent, empty or a missing marker), by stretch of the table and field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    /// What stretches are told apart by.
    pub by: CompletenessBy,
    /// In order.
    pub stretches: Vec<Stretch>,
}

/// What stretches of a table are told apart by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CompletenessBy {
    /// Where its records stand.
    #[default]
    Rows,
    /// The values of the field of that name, masked, which tells when.
    Period(Excerpt),
}

/// A stretch of a table: a run of rows, or the records of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// The period, masked; empty for a run of rows.
    pub period: Option<Excerpt>,
    /// First and last row, as a spreadsheet counts.
    pub rows: (u64, u64),
    /// How many records.
    pub records: u64,
    /// For each field, how many of them have no value in it.
    pub missing: Vec<u64>,
}
