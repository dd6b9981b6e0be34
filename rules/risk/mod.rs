//! Tables about people: groups so small that a person shows.

pub(crate) mod lone_suppressed_cell;
mod people;
pub(crate) mod small_count;
