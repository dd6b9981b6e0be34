//! What a field is about, from its header and its content together.

use munilint_detect::header::header_role;
use munilint_model::{FieldFacts, Role, RoleGuess, Shape};

/// A text longer than this is no label.
const LONGEST_LABEL: u32 = 60;

/// Gives every field the role that its header and content suggest. A role that was declared (score 1) stays.
pub fn assign_roles(fields: &mut [FieldFacts]) {
    for field in fields.iter_mut().filter(|field| field.role.score < 1.0) {
        field.role = guess(field);
    }
}

fn guess(field: &FieldFacts) -> RoleGuess {
    if let Some((name, score)) = header_role(&field.name)
        && let Some(role) = Role::from_name(name)
    {
        let role = agreed(role, field);
        if role != Role::Unknown {
            return RoleGuess { role, score };
        }
    }
    by_content(field)
}

/// The header's role, unless the content contradicts it.
fn agreed(role: Role, field: &FieldFacts) -> Role {
    let present = field.present();
    if present == 0 {
        return role;
    }
    let whole = field.shape(Shape::Integer).count;
    let most = |count: u64| count * 2 >= present;
    let (shortest, longest) = field.lengths.unwrap_or_default();
    match role {
        Role::MunicipalityNumber if !most(whole) => Role::MunicipalityName,
        Role::CountyNumber | Role::PostalCode | Role::OrganisationNumber if !most(whole) => Role::Unknown,
        Role::MunicipalityName if most(whole) && shortest >= 3 && longest <= 4 => Role::MunicipalityNumber,
        Role::Year if !most(whole) => Role::Unknown,
        Role::Date | Role::BirthDate if !most(field.dated() + field.shape(Shape::ImpossibleDate).count) => {
            Role::Unknown
        }
        // Figures under the word telephone or address are counts of them.
        Role::PersonName | Role::Email | Role::Address if most(field.numeric()) => Role::Unknown,
        _ => role,
    }
}

fn by_content(field: &FieldFacts) -> RoleGuess {
    let present = field.present();
    if present == 0 {
        return RoleGuess::default();
    }
    let (_, longest) = field.lengths.unwrap_or_default();
    let nine = field.organisation_valid + field.organisation_invalid.count;
    let guess = |role, score| RoleGuess { role, score };
    if nine * 10 >= present * 9 && field.organisation_valid * 10 >= nine * 9 && nine >= 5 {
        return guess(Role::OrganisationNumber, 0.7);
    }
    let repeats = field.values.as_ref().is_some_and(|values| values.len() as u64 * 2 <= present);
    match field.datatype() {
        "date" | "datetime" => guess(Role::Date, 0.6),
        "number" => guess(Role::Amount, 0.4),
        "string" if longest > LONGEST_LABEL => guess(Role::FreeText, 0.5),
        "string" if repeats => guess(Role::Category, 0.4),
        _ if field.column == 1 && field.distinct.exact && field.distinct.count == present && present > 20 => {
            guess(Role::Key, 0.4)
        }
        _ => RoleGuess::default(),
    }
}
