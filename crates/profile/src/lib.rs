//! The fold that yields [`munilint_model::TableFacts`]: one pass, each distinct value looked at once.
//!
//! A field starts with a small table of its different values; what repeats costs a lookup and a count. When there are
//! too many of them the field goes *direct*: every cell is classified by itself. Both ways keep the same counts and the
//! same first places, so that how the records are cut never shows.

mod blanks;
mod dictionary;
mod direct;
mod evidence;
mod field;
mod form;
mod hash;
mod mention;
mod private;
mod profile;
mod roles;
mod shape;
mod sketch;

pub use field::Quantity;
pub use private::tell_of_persons;
pub use profile::{Profile, ProfileState, ValueTests};
pub use roles::assign_roles;
pub use shape::shape_of;
