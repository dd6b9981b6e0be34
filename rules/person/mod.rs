//! Data that identifies a person.

pub(crate) mod d_number;
pub(crate) mod national_identity_number;
pub(crate) mod personal_email;
pub(crate) mod weight;
