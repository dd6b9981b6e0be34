//! Is it documented, and is what the documentation says true? Of metadata of any standard.

pub(crate) mod undocumented_field;
pub(crate) mod unreadable_metadata;
