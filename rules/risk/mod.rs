//! Tables about people: groups so small that a person shows.

mod group;
mod group_sizes;
pub(crate) mod homogeneous_group;
pub(crate) mod linkable_files;
pub(crate) mod lone_suppressed_cell;
mod people;
mod quasi_identifiers;
pub(crate) mod rare_combination;
pub(crate) mod rare_value;
pub(crate) mod small_count;
mod trait_hashes;
