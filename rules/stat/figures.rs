//! Figures as they are written, and which fields may hold what is added.

use munilint_detect::{header, number::number};
use munilint_model::{Field, Role};

/// Words that name a total, folded as [`header::words`] does.
const TOTALS: [&str; 10] = ["total", "totalt", "totale", "sum", "alt", "samlet", "tot", "begge", "alle", "mengde"];

/// Names of what no sum is made of.
const NO_PARTS: [&str; 15] = [
    "andel", "andeler", "prosent", "pst", "rate", "snitt", "gjennomsnitt", "median", "per", "pr", "nr", "kode", "id",
    "indeks", "herav",
];

/// The number of a cell and the unit it is given in: 1, or 0.1 with one decimal.
pub(crate) fn figure(cell: &[u8]) -> Option<(f64, f64)> {
    let cell = cell.trim_ascii();
    let value = number(cell)?;
    let decimals = cell.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let is_decimal = decimals < cell.len() && matches!(cell[cell.len() - decimals - 1], b',' | b'.');
    Some((value, if is_decimal { 0.1f64.powi(i32::try_from(decimals).unwrap_or(0)) } else { 1.0 }))
}

/// A figure without what adding made of it.
pub(crate) fn shown(value: f64) -> String {
    let text = format!("{value:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// True for a field whose figures may be added.
pub(crate) fn may_be_added(field: &Field) -> bool {
    matches!(field.role.role, Role::Unknown | Role::Amount | Role::Count)
        && !header::words(&field.name).iter().any(|word| NO_PARTS.contains(&word.as_str()))
}

/// True for a field that is named a total.
pub(crate) fn is_total(field: &Field) -> bool {
    header::words(&field.name).iter().any(|word| TOTALS.contains(&word.as_str()))
}
