//! Tables about people: groups so small that a person shows.

mod lone_in_group;
pub(crate) mod lone_suppressed_cell;
mod people;
pub(crate) mod small_count;
