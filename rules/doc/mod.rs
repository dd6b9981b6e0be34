//! Is it documented, and is what the documentation says true? Of metadata of any standard.

pub(crate) mod absent_field;
pub(crate) mod contradicted_delimiter;
pub(crate) mod contradicted_encoding;
pub(crate) mod contradicted_format;
pub(crate) mod contradicted_public;
pub(crate) mod contradicted_size;
mod datatypes;
pub(crate) mod differing_datatype;
pub(crate) mod markup_in_text;
pub(crate) mod organisation_in_title;
pub(crate) mod overdue_update;
mod pairs;
pub(crate) mod person_as_contact;
pub(crate) mod placeholder_text;
pub(crate) mod short_description;
pub(crate) mod title_as_description;
pub(crate) mod undefined_field;
pub(crate) mod undocumented_field;
pub(crate) mod unreadable_metadata;
pub(crate) mod value_outside_codelist;
