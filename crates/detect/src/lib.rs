//! Pure recognisers: what a run of bytes is, by its form and its check digits.
//!
//! Nothing here opens a file, keeps a state or knows a table. The recognisers of values take bytes, so that they work on a
//! file's own text in any encoding that has ASCII in its lower half; they neither allocate nor panic on any input.
//! A recogniser says what fits, not what is: chance matches are certain at scale, and the judgement belongs to a column.

pub mod account;
pub mod age_group;
pub mod cadastral;
pub mod civil_status;
pub mod codelist;
pub mod danish_number;
pub mod date;
pub mod duf;
pub mod dwelling;
pub mod email;
pub mod gender;
pub mod group;
pub mod header;
mod header_terms;
pub mod iban;
pub mod identity;
pub mod label;
pub mod licence_plate;
pub mod measure;
pub mod mention;
pub mod name_list;
pub mod network_address;
pub mod number;
pub mod organisation;
pub mod payment_card;
pub mod payment_reference;
pub mod period;
pub mod person_name;
pub mod phone;
pub mod sensitive;
mod sensitive_terms;
pub mod street_address;
pub mod suppression;
pub mod swedish_number;
pub mod text;
pub mod unit;
