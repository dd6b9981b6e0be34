//! Tables about people and enterprises: groups so small that one of them shows.

pub(crate) mod dominant_contributor;
mod enterprises;
pub(crate) mod few_contributors;
mod lone_in_group;
pub(crate) mod lone_suppressed_cell;
pub(crate) mod mixed_suppression_signs;
mod people;
pub(crate) mod share_gives_count_back;
mod situations;
pub(crate) mod small_area;
pub(crate) mod small_count;
pub(crate) mod suppressed_here_only;
pub(crate) mod whole_group;
