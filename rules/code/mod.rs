//! Codes that others use too: municipalities, counties, postal codes, organisations.

pub(crate) mod invalid_organisation_number;
pub(crate) mod lost_leading_zero;
pub(crate) mod municipalities;
pub(crate) mod unknown_municipality_number;
