//! Municipalities, counties and city districts: their numbers, their names, and what became of them.

pub(crate) mod counties;
pub(crate) mod existence;
pub(crate) mod glued;
pub(crate) mod lineage;
pub(crate) mod municipalities;
pub(crate) mod names;
pub(crate) mod vintage;
