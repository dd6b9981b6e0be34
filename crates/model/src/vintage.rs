//! Which edition of a classification a field follows.

use serde::{Deserialize, Serialize};

/// The edition (vintage) of a classification that the codes of a field fit best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vintage {
    /// First year in which most of the codes were in use together.
    pub from: i32,
    /// Last such year; `None` while they still are.
    pub to: Option<i32>,
    /// How many different codes were in use then.
    pub fitting: u64,
    /// How many different codes of the classification there are in the field.
    pub codes: u64,
}
