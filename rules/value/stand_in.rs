//! Numbers that stand in for a missing value.

use crate::matching::number_of;
use munilint_model::{FieldFacts, ValueFacts};

/// Numbers below zero that stand for a missing value.
const NEGATIVE: [f64; 5] = [-1.0, -9.0, -99.0, -999.0, -9999.0];

/// Numbers of nines that stand for a missing value, far above all others.
const NINES: [f64; 7] = [99.0, 999.0, 9998.0, 9999.0, 99_999.0, 999_999.0, 9_999_999.0];

/// How many different other numbers there have to be before one can stand out.
const OTHERS: usize = 5;

/// A number that stands in for a missing value, as it seems.
pub(super) struct StandIn<'a> {
    pub(super) value: &'a ValueFacts,
    /// Smallest and largest of the other numbers, as they are written.
    pub(super) others: (&'a str, &'a str),
}

/// The stand-ins of a field of whole numbers: the only number below zero, or nines that are `factor` times as large as
/// all others.
pub(super) fn stand_ins(field: &FieldFacts, factor: f64) -> Vec<StandIn<'_>> {
    let Some(values) = field.values.as_deref() else { return Vec::new() };
    let mut numbers: Vec<(f64, &ValueFacts)> = values.iter().filter_map(|v| Some((number_of(v)?, v))).collect();
    numbers.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    let negative = numbers.iter().filter(|(n, _)| *n < 0.0).count();
    let is_nines = |n: f64| NINES.contains(&n);
    let plain: Vec<&(f64, &ValueFacts)> = numbers.iter().filter(|(n, _)| *n >= 0.0 && !is_nines(*n)).collect();
    let (Some(smallest), Some(largest)) = (plain.first(), plain.last()) else { return Vec::new() };
    if plain.len() < OTHERS {
        return Vec::new();
    }
    // Where numbers begin with zeros they are codes, and the one of nines is a code for the rest.
    let coded = plain.iter().any(|(_, value)| value.text.trim().len() > 1 && value.text.trim().starts_with('0'));
    let others = (smallest.1.text.trim(), largest.1.text.trim());
    let stands_out =
        |n: f64| (negative == 1 && NEGATIVE.contains(&n)) || (!coded && is_nines(n) && n >= largest.0 * factor);
    numbers.iter().filter(|(n, _)| stands_out(*n)).map(|(_, value)| StandIn { value, others }).collect()
}
