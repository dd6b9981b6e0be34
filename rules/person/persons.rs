//! Which fields of a table tell of persons, and so make more of what stands beside them.

use crate::field_names::FieldNames;
use crate::matching::{Matching, present};
use munilint_detect::header::{is_birth_year, words};
use munilint_detect::person_name::{NameForm, name_form};
use munilint_model::{FieldFacts, Occurrences, Role, TableFacts};

/// Header words for people in their work, folded: their names are personal data, too, but nobody's client.
const AT_WORK: [&str; 10] = [
    "saksbehandler", "sakshandsamar", "kontaktperson", "fastlege", "caseworker", "contactperson", "contact", "ansatt",
    "ansattnavn", "employee",
];

/// How many fields a message names.
const NAMED: usize = 3;

/// Years in which persons of today's files were born.
pub(super) const BORN: (f64, f64) = (1900.0, 2100.0);

/// Values that have the form of a person's name.
pub(super) fn names_in(field: &FieldFacts, is_meant: impl Fn(NameForm, &str) -> bool) -> Matching<'_> {
    Matching::of(present(field), |text, _| name_form(text).is_some_and(|form| is_meant(form, text)))
}

/// True when the header tells of somebody in their work: `saksbehandler`.
pub(super) fn is_at_work(field: &FieldFacts) -> bool {
    let words = words(&field.name);
    words.iter().any(|word| AT_WORK.contains(&word.as_str())) || AT_WORK.contains(&words.concat().as_str())
}

/// True for a field of years of birth, by header and figures.
pub(super) fn has_birth_years(field: &FieldFacts) -> bool {
    let born = is_birth_year(&field.name) || matches!(words(&field.name).concat().as_str(), "fodt" | "fodd" | "born");
    born && field.present() > 0
        && field.numeric() == field.present()
        && field.numbers.is_some_and(|(first, last)| first >= BORN.0 && last <= BORN.1)
}

/// The other fields of the table that tell who a row is about.
pub(super) fn beside(facts: &TableFacts, column: u32) -> Vec<&FieldFacts> {
    facts.fields.iter().filter(|field| field.column != column && tells_who(field)).collect()
}

/// Names of fields for a message.
pub(super) fn named(fields: &[&FieldFacts]) -> String {
    FieldNames::of(fields.iter().map(|field| field.name.as_str()), NAMED).shown
}

/// How often, but not where: a row that is shown would show the value.
pub(super) fn unplaced(count: u64) -> Occurrences {
    Occurrences { count, first: Vec::new() }
}

/// True for at least so many per cent.
pub(super) fn at_least(percent: u64, part: u64, whole: u64) -> bool {
    whole > 0 && part * 100 >= whole * percent
}

fn tells_who(field: &FieldFacts) -> bool {
    let there = field.present();
    match field.role.role {
        Role::IdentityNumber | Role::BirthDate => there > 0,
        Role::PersonName if is_at_work(field) => false,
        Role::PersonName => there > 0 && (field.values.is_none() || !names_in(field, |_, _| true).is_empty()),
        _ => {
            let evidence = &field.identity;
            let passing = evidence.national.count + evidence.d_number.count;
            field.emails.count > field.role_emails.count
                || (field.role.role != Role::AccountNumber && at_least(80, passing, evidence.candidates.max(1)))
        }
    }
}
