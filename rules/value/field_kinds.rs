//! What the header tells of how the figures of a field may be read.

use munilint_detect::header::words;
use munilint_model::{Datatype, FieldFacts, Role, Shape};

/// What the words of fields end with whose figures name things: `yrkeskode`, `husnr`.
const CODE_ENDS: [&str; 5] = ["nr", "nummer", "nummar", "kode", "code"];

/// Words of fields whose figures name things.
const CODE_WORDS: [&str; 9] = ["id", "ident", "key", "kid", "isbn", "nace", "organisasjon", "postboks", "referanse"];

/// Parts of words for figures that may well be negative.
const SIGNED: [&str; 26] = [
    "endring", "differanse", "vekst", "netto", "resultat", "saldo", "avvik", "balanse", "korreksjon", "justering",
    "overskudd", "underskudd", "tilvekst", "change", "diff", "growth", "balance", "delta", "temperatur", "hoyde",
    "gevinst", "indeks", "index", "rest", "okning", "nedgang",
];

/// Parts of words for shares.
const SHARES: [&str; 6] = ["prosent", "percent", "andel", "share", "pct", "proportion"];

/// True when the figures of the field name things and measure nothing.
pub(super) fn is_code(field: &FieldFacts) -> bool {
    let role = field.role.role;
    if role.is_code() || role.is_personal() || matches!(role, Role::Coordinate) || is_declared_code(field) {
        return true;
    }
    names_things(&field.name)
}

/// True when the header tells that the figures below it name things: `yrkeskode`, `husnr`.
pub(crate) fn names_things(header: &str) -> bool {
    let words = words(header);
    let is_counted = words.iter().any(|word| matches!(word.as_str(), "antall" | "antal" | "of"));
    !is_counted
        && words
            .iter()
            .any(|word| CODE_WORDS.contains(&word.as_str()) || CODE_ENDS.iter().any(|end| word.ends_with(end)))
}

/// True when whole numbers are declared to be text.
fn is_declared_code(field: &FieldFacts) -> bool {
    field.declared.datatype == Some(Datatype::String) && field.shape(Shape::Integer).count * 2 >= field.present()
}

/// True when the figures of the field tell of a difference, or of what may lie below zero for another reason.
pub(super) fn is_signed(field: &FieldFacts) -> bool {
    field.role.role == Role::Coordinate
        || words(&field.name).iter().any(|word| SIGNED.iter().any(|part| word.contains(part)))
}

/// True when the header says that the field holds shares.
pub(super) fn is_share(field: &FieldFacts) -> bool {
    field.role.role == Role::Share
        || is_percent(field)
        || words(&field.name).iter().any(|word| SHARES.iter().any(|part| word.contains(part)))
}

/// True when the header says that the values are per cent.
pub(super) fn is_percent(field: &FieldFacts) -> bool {
    field.name.contains('%')
        || words(&field.name).iter().any(|word| word.contains("prosent") || word == "percent" || word == "pct")
}

/// True when the header tells of a number of things or persons, or of an area.
pub(super) fn is_count(field: &FieldFacts) -> bool {
    field.role.role == Role::Count
        || words(&field.name).iter().any(|word| {
            matches!(word.as_str(), "antall" | "antal" | "innbyggere" | "innbyggjarar" | "folkemengde" | "folketall")
                || matches!(word.as_str(), "areal" | "area" | "population" | "inhabitants" | "count")
        })
}
