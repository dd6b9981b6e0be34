//! Codes that others use too: municipalities, counties, postal codes, organisations.

pub(crate) mod ambiguous_municipality_name;
pub(crate) mod area_names;
pub(crate) mod code_and_name;
pub(crate) mod invalid_organisation_number;
pub(crate) mod lost_leading_zero;
pub(crate) mod mixed_area_levels;
pub(crate) mod mixed_municipality_names;
pub(crate) mod mixed_municipality_vintages;
pub(crate) mod municipalities;
pub(crate) mod outdated_municipality_number;
pub(crate) mod several_codes;
pub(crate) mod short_area_number;
pub(crate) mod totals_among_parts;
pub(crate) mod unknown_municipality_number;
pub(crate) mod vintage;
pub(crate) mod years;
