//! Data that identifies a person.

pub(crate) mod bank_account;
pub(crate) mod birth_date;
mod column_evidence;
pub(crate) mod d_number;
pub(crate) mod duf_number;
pub(crate) mod foreign_identity_number;
pub(crate) mod health_institution_number;
pub(crate) mod home_address;
pub(crate) mod house_coordinates;
mod identity_finding;
mod in_text;
pub(crate) mod invalid_identity_number;
pub(crate) mod licence_plate;
pub(crate) mod lost_zero_identity_number;
pub(crate) mod national_identity_number;
pub(crate) mod network_address;
pub(crate) mod other_person_number;
pub(crate) mod payment_card;
pub(crate) mod person_name;
pub(crate) mod personal_email;
mod persons;
pub(crate) mod property_number;
pub(crate) mod telephone;
pub(crate) mod unsalted_hash;
mod weight;
