//! Which fields of a table tell of persons, and so make more of what stands beside them.

use crate::field_names::FieldNames;
use crate::matching::{Matching, present};
use munilint_detect::header::{is_birth_year, says_birth, words};
use munilint_detect::person_name::{NameForm, name_form};
use munilint_detect::phone::{Phone, phone};
use munilint_model::{FieldFacts, Form, Occurrences, Role, TableFacts};

/// Header words for people in their work, folded: their names are personal data, too, but nobody's client.
const AT_WORK: [&str; 10] = [
    "saksbehandler", "sakshandsamar", "kontaktperson", "fastlege", "caseworker", "contactperson", "contact", "ansatt",
    "ansattnavn", "employee",
];

/// How many fields a message names.
const NAMED: usize = 3;

/// Years in which persons of today's files were born.
pub(super) const BORN: (f64, f64) = (1900.0, 2100.0);

/// Per cent of the values from which on they say what the rows are about.
const USUAL: u64 = 20;

/// A header with this score says plainly what the field holds.
pub(super) const PLAIN: f32 = 0.75;

/// Values that have the form of a person's name.
pub(super) fn names_in(field: &FieldFacts, is_meant: impl Fn(NameForm, &str) -> bool) -> Matching<'_> {
    Matching::of(present(field), |text, _| name_form(text).is_some_and(|form| is_meant(form, text)))
}

/// True when the header tells of somebody in their work: `saksbehandler`.
pub(super) fn is_at_work(field: &FieldFacts) -> bool {
    says_at_work(&field.name)
}

/// True when a field's name tells of somebody in their work: `saksbehandler`.
pub(crate) fn says_at_work(name: &str) -> bool {
    let words = words(name);
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
    others(facts, column, |field| {
        tells_who(field) || (is_list_of_names(field) && !hints(facts, field.column).is_empty())
    })
}

/// The other fields that tell who a row is about, or at least that it is about a person.
pub(super) fn hints(facts: &TableFacts, column: u32) -> Vec<&FieldFacts> {
    others(facts, column, |field| tells_who(field) || tells_of_somebody(field))
}

fn others(facts: &TableFacts, column: u32, is_meant: impl Fn(&FieldFacts) -> bool) -> Vec<&FieldFacts> {
    facts.fields.iter().filter(|field| field.column != column && is_meant(field)).collect()
}

/// True for a header that says that there are names, and not of what.
pub(super) fn is_plain_name(header: &str) -> bool {
    matches!(words(header).concat().as_str(), "navn" | "namn" | "name")
}

/// Mobile numbers of a field.
pub(super) struct Mobiles {
    pub(super) seen: Occurrences,
    /// How many different ones; of a field with too many values to know them, how many it has in all.
    pub(super) different: u64,
}

impl Mobiles {
    /// Mobile numbers in a field; only those that are set apart as telephone numbers are, or all.
    pub(super) fn of(field: &FieldFacts, only_apart: bool) -> Mobiles {
        let mut seen = field.form(Form::MobileSetApart).clone();
        if !only_apart {
            seen.merge(field.form(Form::MobileDigits));
        }
        let is_meant = |(kind, apart): (Phone, bool)| kind == Phone::Mobile && (apart || !only_apart);
        let different = match &field.values {
            _ if seen.is_empty() => 0,
            Some(_) => {
                Matching::of(present(field), |text, _| phone(text.as_bytes()).is_some_and(is_meant)).different() as u64
            }
            None => field.distinct.count.min(seen.count),
        };
        Mobiles { seen, different }
    }
}

/// Names of fields for a message.
pub(super) fn named(fields: &[&FieldFacts]) -> String {
    FieldNames::of(fields.iter().map(|field| field.name.as_str()), NAMED).shown
}

/// How often, but not where: a row that is shown would show the value.
pub(crate) fn unplaced(count: u64) -> Occurrences {
    Occurrences { count, first: Vec::new() }
}

/// The places of what was found in a field, unless the row that is shown for the first of them would show something of a
/// person: there or in another field, where that is not hidden.
pub(super) fn placed(facts: &TableFacts, field: &FieldFacts, seen: Occurrences) -> Occurrences {
    let shows = |field: &FieldFacts| {
        says_birth(&field.name)
            || is_list_of_names(field)
            || at_least(50, field.form(Form::LicencePlate).count, field.present())
    };
    let is_shown = !field.private || facts.fields.iter().any(|field| !field.private && shows(field));
    if is_shown { unplaced(seen.count) } else { seen }
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
            // A few in a field of remarks do not tell who the rows are about.
            let is_usual = |count: u64| at_least(USUAL, count, there);
            let evidence = &field.identity;
            let is_identity = is_usual(evidence.passing()) && at_least(80, evidence.passing(), evidence.candidates);
            let is_email = is_usual(field.emails.count) && field.emails.count > field.role_emails.count;
            is_email || (field.role.role != Role::AccountNumber && is_identity)
        }
    }
}

/// True for a gender, an age, a year of birth, or mobile numbers that are mostly different.
fn tells_of_somebody(field: &FieldFacts) -> bool {
    match field.role.role {
        Role::Gender | Role::Age => field.present() > 0,
        Role::Telephone => {
            let numbers = Mobiles::of(field, false);
            at_least(50, numbers.seen.count, field.present()) && at_least(80, numbers.different, numbers.seen.count)
        }
        _ => has_birth_years(field),
    }
}

/// True for `navn` over values of which nearly all have the form of a whole name.
fn is_list_of_names(field: &FieldFacts) -> bool {
    let is_whole = |form, _: &str| form != NameForm::Single;
    is_plain_name(&field.name) && at_least(80, names_in(field, is_whole).seen.count, field.present())
}
