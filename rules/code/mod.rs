//! Codes that others use too: municipalities, counties, postal codes, organisations.

pub(crate) mod age_group_gap;
mod age_groups;
pub(crate) mod ambiguous_municipality_name;
mod area_names;
pub(crate) mod code_and_name;
pub(crate) mod invalid_organisation_number;
mod label_fields;
pub(crate) mod likely_misspelling;
pub(crate) mod lost_leading_zero;
pub(crate) mod mixed_age_group_notations;
pub(crate) mod mixed_area_levels;
pub(crate) mod mixed_municipality_names;
pub(crate) mod mixed_municipality_vintages;
pub(crate) mod mixed_spellings;
pub(crate) mod municipalities;
pub(crate) mod outdated_municipality_number;
pub(crate) mod overlapping_age_groups;
pub(crate) mod several_codes;
pub(crate) mod short_area_number;
mod spellings;
pub(crate) mod totals_among_parts;
pub(crate) mod unknown_municipality_number;
mod vintage;
mod years;
