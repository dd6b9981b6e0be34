//! The records of a small table.

use crate::Place;
use serde::{Deserialize, Serialize};

/// The records of a table that has few of them, for rules that hold tables against each other. Fields about persons and
/// free text are left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Records {
    /// 1-based positions of the fields whose cells are kept.
    pub columns: Vec<u32>,
    /// Records in the order of the table: where each is, and the texts of those fields; a cell that is absent is empty.
    pub rows: Vec<(Place, Vec<String>)>,
}
