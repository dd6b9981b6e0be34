//! Units of one kind that differ by a power of ten, and the field that tells the unit of each row.

use munilint_detect::header::fold;

/// Units of one kind, as `munilint_detect::unit` spells them.
const SCALES: [&[&str]; 5] = [
    &["kr", "1000 kr", "mill. kr", "mrd. kr"],
    &["kg", "tonn", "1000 tonn"],
    &["tonn CO2-ekvivalenter", "1000 tonn CO2-ekvivalenter"],
    &["kWh", "MWh", "GWh", "TWh"],
    &["personer", "1000 personer"],
];

/// Names of fields that tell the unit of each row, folded.
const UNIT_FIELDS: [&str; 10] = [
    "enhet", "maleenhet", "male enhet", "eining", "maleeining", "unit", "unit of measure", "benevning", "benevnelse",
    "value label",
];

/// True for two units of one kind and different sizes.
pub(super) fn differ_in_scale(a: &str, b: &str) -> bool {
    a != b && SCALES.iter().any(|scale| scale.contains(&a) && scale.contains(&b))
}

/// True when the field's name says that it tells units.
pub(crate) fn names_units(name: &str) -> bool {
    UNIT_FIELDS.contains(&fold(name).as_str())
}
