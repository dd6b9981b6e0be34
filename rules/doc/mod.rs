//! Is it documented, and is what the documentation says true? Of metadata of any standard.

pub(crate) mod markup_in_text;
pub(crate) mod organisation_in_title;
pub(crate) mod person_as_contact;
pub(crate) mod placeholder_text;
pub(crate) mod short_description;
pub(crate) mod title_as_description;
pub(crate) mod undocumented_field;
pub(crate) mod unreadable_metadata;
