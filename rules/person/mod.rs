//! Data that identifies a person.

pub(crate) mod bank_account;
mod column_evidence;
pub(crate) mod d_number;
pub(crate) mod lost_zero_identity_number;
pub(crate) mod national_identity_number;
pub(crate) mod network_address;
pub(crate) mod payment_card;
pub(crate) mod personal_email;
pub(crate) mod unsalted_hash;
pub(crate) mod weight;
