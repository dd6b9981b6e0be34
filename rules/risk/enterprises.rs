//! Fields that tell of enterprises, as their names say it.

use munilint_detect::header;
use munilint_detect::unit::header_unit;
use munilint_model::{Field, Role};

/// Words for enterprises, folded as [`header::words`] does; a word may also end with one: `jordbruksbedrifter`.
const ENTERPRISES: [&str; 16] = [
    "bedrifter", "bedrift", "foretak", "foretaker", "virksomheter", "verksemder", "selskaper", "selskap",
    "arbeidsgivere", "leverandorer", "bidragsytere", "oppgavegivere", "gardsbruk", "enterprises", "companies",
    "contributors",
];

/// What the words begin with for what an enterprise need not tell others of, folded.
const SUMS: [&str; 14] = [
    "omsetning", "omsetnad", "lonn", "driftsresultat", "resultat", "overskudd", "salg", "produksjonsverdi",
    "verdiskap", "investering", "bearbeidingsverdi", "driftsinntekt", "driftskostnad", "turnover",
];

/// Words for what is no sum, folded: its share or mean per enterprise does not add up.
const NO_SUMS: [&str; 8] = ["andel", "prosent", "endring", "vekst", "indeks", "plasser", "trinn", "grad"];

/// Words for a count, folded.
const COUNTS: [&str; 5] = ["antall", "antal", "ant", "number", "count"];

/// True for a field with a number of enterprises: `antall bedrifter`.
pub(super) fn counts_enterprises(field: &Field) -> bool {
    let is_figure = matches!(field.role.role, Role::Unknown | Role::Count | Role::Amount);
    let words = header::words(&field.name);
    let is_one = |word: &String| ENTERPRISES.iter().any(|end| word.ends_with(end));
    // `bedrift` alone is its name.
    let is_counted = words.iter().any(|word| COUNTS.contains(&word.as_str()));
    is_figure
        && words.last().is_some_and(is_one)
        && (is_counted
            || words.last().is_some_and(|word| word.ends_with("er") || word.ends_with('s') || word == "foretak"))
}

/// True for a field that tells which enterprise a row is about.
pub(super) fn names_enterprise(field: &Field) -> bool {
    let is_name = matches!(field.role.role, Role::Unknown | Role::Key | Role::Category);
    let words = header::words(&field.name);
    field.role.role == Role::OrganisationNumber
        || is_name
            && matches!(words.first().map(String::as_str), Some("bedrift" | "foretak" | "virksomhet" | "selskap"))
}

/// True for a field with sums that an enterprise need not tell others of.
pub(super) fn is_own_figure(field: &Field) -> bool {
    let words = header::words(&field.name);
    matches!(field.role.role, Role::Unknown | Role::Amount | Role::Count)
        && header_unit(&field.name).is_none_or(|unit| unit.contains("kr") || unit == "nok")
        && words.iter().any(|word| SUMS.iter().any(|start| word.starts_with(start)))
        && !words.iter().any(|word| NO_SUMS.iter().any(|end| word.ends_with(end)) || COUNTS.contains(&word.as_str()))
}
