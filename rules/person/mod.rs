//! Data that identifies a person.

pub(crate) mod bank_account;
pub(crate) mod birth_date;
mod column_evidence;
pub(crate) mod confidential_sector;
pub(crate) mod criminal_offence;
pub(crate) mod d_number;
pub(crate) mod home_address;
pub(crate) mod identifier_in_name;
pub(crate) mod identity_mismatch;
pub(crate) mod key_beside_data;
pub(crate) mod licence_plate;
pub(crate) mod lost_zero_identity_number;
pub(crate) mod national_identity_number;
pub(crate) mod network_address;
pub(crate) mod payment_card;
pub(crate) mod person_name;
pub(crate) mod person_rows;
pub(crate) mod personal_email;
pub(crate) mod persons;
pub(crate) mod pseudonym_key;
mod pseudonyms;
pub(crate) mod sole_proprietor;
pub(crate) mod special_category;
pub(crate) mod telephone;
mod topics;
pub(crate) mod unsalted_hash;
pub(crate) mod weight;
