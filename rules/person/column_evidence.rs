//! What the name of a field and the fields beside it say of persons.

use munilint_detect::header::words;
use munilint_model::{FieldFacts, Role, TableFacts};

/// True when one of the words of the field's name is among these.
pub(super) fn is_named(field: &FieldFacts, names: &[&str]) -> bool {
    let words = words(&field.name);
    words.iter().any(|word| names.contains(&word.as_str())) || names.contains(&words.concat().as_str())
}

/// True when a field holds names, identity numbers or days of birth, so that a row is a person.
pub(super) fn is_about_persons(facts: &TableFacts) -> bool {
    facts
        .fields
        .iter()
        .any(|field| matches!(field.role.role, Role::PersonName | Role::IdentityNumber | Role::BirthDate))
}

/// True when `part` is at least so many per cent of the values of a field.
pub(super) fn is_most(part: u64, field: &FieldFacts, percent: u64) -> bool {
    part > 0 && part * 100 >= field.present() * percent
}
