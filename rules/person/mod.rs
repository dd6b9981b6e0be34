//! Data that identifies a person.

pub(crate) mod birth_date;
pub(crate) mod d_number;
pub(crate) mod home_address;
pub(crate) mod licence_plate;
pub(crate) mod national_identity_number;
pub(crate) mod person_name;
pub(crate) mod personal_email;
mod persons;
pub(crate) mod telephone;
pub(crate) mod weight;
