//! The fields whose values are labels of categories.

use crate::matching::present;
use munilint_model::{FieldFacts, Role, Shape, ValueFacts};

/// The different labels of a field of categories; none when the field holds something else, tells of persons, or holds
/// labels that a code list knows and other rules look at: municipalities, genders, age groups, periods.
pub(super) fn labels(field: &FieldFacts) -> Vec<&ValueFacts> {
    if !may_hold_labels(field.role.role) || field.datatype() != "string" {
        return Vec::new();
    }
    let values = present(field);
    // Categories repeat; names of single things do not.
    if values.len() as u64 * 2 > field.present() {
        return Vec::new();
    }
    values.into_iter().filter(|value| value.shape == Shape::Text).collect()
}

fn may_hold_labels(role: Role) -> bool {
    !role.is_personal()
        && !role.is_time()
        && !matches!(
            role,
            Role::MunicipalityName
                | Role::MunicipalityNumber
                | Role::CountyNumber
                | Role::PostalCode
                | Role::OrganisationNumber
                | Role::Key
                | Role::Gender
                | Role::CivilStatus
                | Role::Country
                | Role::AgeGroup
                | Role::Age
                | Role::Coordinate
                | Role::FreeText
        )
}
