//! Fields that may name persons, which are neither compared nor shown.

use crate::matching::present;
use munilint_model::{FieldFacts, Role, TableFacts};

/// True for a field that tells of one person: by its role, by values that look like names, or because it stands beside what
/// identifies a person and hardly repeats.
pub(super) fn may_name_persons(field: &FieldFacts, facts: &TableFacts) -> bool {
    let role = field.role.role;
    if role.is_personal() {
        return true;
    }
    let is_open = matches!(role, Role::Unknown | Role::Key | Role::Category | Role::FreeText);
    if !is_open || field.datatype() != "string" {
        return false;
    }
    let is_of_persons = |other: &FieldFacts| {
        matches!(other.role.role, Role::IdentityNumber | Role::PersonName | Role::BirthDate | Role::AccountNumber)
    };
    let values = present(field);
    let names = values.iter().filter(|value| is_like_a_name(value.text.trim())).count();
    names * 2 > values.len()
        || facts.fields.iter().any(is_of_persons) && (values.is_empty() || values.len() as u64 * 2 > facts.rows)
}

/// True for two to five words of letters alone that all begin with a capital, in either order: `Kari Nordmann`, `NORDMANN, KARI`.
fn is_like_a_name(text: &str) -> bool {
    let is_word = |word: &str| {
        let plain = word.trim_end_matches([',', '.']);
        plain.starts_with(char::is_uppercase) && plain.chars().all(|c| c.is_alphabetic() || "-'’".contains(c))
    };
    let words = text.split_whitespace().count();
    (2..=5).contains(&words) && text.split_whitespace().all(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_persons_are_told_from_those_of_places() {
        for text in ["Kari Nordmann", "NORDMANN, KARI", "Anne-Lise S. D'Arc", "Ola Nordmann Hansen"] {
            assert!(is_like_a_name(text), "{text}");
        }
        for text in ["Sagene", "Landås skole", "barn og unge", "0301 Oslo", "Avdeling 3", ""] {
            assert!(!is_like_a_name(text), "{text}");
        }
    }
}
