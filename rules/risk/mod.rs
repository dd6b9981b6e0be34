//! Tables about people and enterprises: groups so small that one of them shows.

pub(crate) mod dominant_contributor;
mod enterprises;
pub(crate) mod few_contributors;
mod group;
mod group_sizes;
mod group_table;
pub(crate) mod homogeneous_group;
pub(crate) mod linkable_files;
mod lone_in_group;
pub(crate) mod lone_suppressed_cell;
pub(crate) mod mixed_suppression_signs;
mod people;
mod quasi_identifiers;
pub(crate) mod rare_combination;
pub(crate) mod rare_value;
pub(crate) mod share_gives_count_back;
mod situations;
pub(crate) mod small_area;
pub(crate) mod small_count;
mod spilled_groups;
pub(crate) mod suppressed_here_only;
mod trait_hashes;
pub(crate) mod whole_group;
