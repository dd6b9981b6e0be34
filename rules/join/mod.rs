//! Files beside each other: what stops their rows from finding each other, and what changed from one to the next.

pub(crate) mod contradicting_facts;
pub(crate) mod differing_codings;
pub(crate) mod differing_municipality_vintages;
pub(crate) mod differing_types;
pub(crate) mod differing_units;
pub(crate) mod file_name;
pub(crate) mod orphan_key;
pub(crate) mod readiness;
pub(crate) mod renamed_field;
pub(crate) mod same_table_twice;
pub(crate) mod shrunken_table;

mod codings;
mod districts;
mod division;
pub(crate) mod key;
mod keys;
mod matches;
mod persons;
mod series;
