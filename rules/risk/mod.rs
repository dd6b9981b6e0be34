//! Tables about people: groups so small that a person shows.

mod people;
pub(crate) mod small_count;
