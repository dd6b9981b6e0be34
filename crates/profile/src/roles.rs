//! What a field is about, from its header and its content together.

use munilint_detect::header::{header_role, words};
use munilint_model::{FieldFacts, Role, RoleGuess, Shape};

/// A text longer than this is no label.
const LONGEST_LABEL: u32 = 60;

/// A header with this score says plainly what the field holds.
const PLAIN: f32 = 0.8;

/// Header words of fields whose figures name things and measure nothing.
const CODE_WORDS: [&str; 9] = ["kode", "code", "nr", "nummer", "number", "id", "nord", "ost", "koordinat"];

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
        let role = agreed(RoleGuess { role, score }, field);
        if role != Role::Unknown {
            return RoleGuess { role, score };
        }
    }
    by_content(field)
}

/// The header's role, unless the content contradicts it. A header that says it plainly (`kommunenr`) is believed even
/// over spoilt codes: that they are spoilt is what a reader wants to know.
fn agreed(guess: RoleGuess, field: &FieldFacts) -> Role {
    let present = field.present();
    if present == 0 {
        return guess.role;
    }
    let whole = field.shape(Shape::Integer).count + field.shape(Shape::GroupedInteger).count;
    let most = |count: u64| count * 2 >= present;
    let plain = guess.score >= PLAIN;
    let (shortest, longest) = field.lengths.unwrap_or_default();
    match guess.role {
        Role::MunicipalityNumber if !most(whole) && !plain => Role::MunicipalityName,
        Role::CountyNumber | Role::PostalCode | Role::OrganisationNumber if !most(whole) && !plain => Role::Unknown,
        Role::MunicipalityName if most(whole) && shortest >= 3 && longest <= 4 => Role::MunicipalityNumber,
        Role::MunicipalityName if most(field.numeric()) => Role::Unknown,
        Role::Year if !most(whole) => Role::Unknown,
        Role::Date | Role::BirthDate if !most(field.dated() + field.shape(Shape::ImpossibleDate).count) => {
            Role::Unknown
        }
        // Figures under the word telephone or address are counts of them.
        Role::PersonName | Role::Email | Role::Address if most(field.numeric()) => Role::Unknown,
        role => role,
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
        "number" if !is_code(&field.name) => guess(Role::Amount, 0.4),
        "string" if repeats => guess(Role::Category, 0.4),
        "string" if longest > LONGEST_LABEL => guess(Role::FreeText, 0.5),
        _ if field.column == 1 && field.distinct.exact && field.distinct.count == present && present > 20 => {
            guess(Role::Key, 0.4)
        }
        _ => RoleGuess::default(),
    }
}

fn is_code(name: &str) -> bool {
    words(name)
        .iter()
        .any(|word| CODE_WORDS.iter().any(|code| word == code || (code.len() > 3 && word.ends_with(code))))
}
