//! Which fields tell of one person each, so that no value of theirs is shown.

use munilint_detect::header::says_birth;
use munilint_detect::person_name::{NameForm, name_form};
use munilint_model::{FieldFacts, Form, Role};

/// From which share of its cells on, in per cent, what a field mentions of persons makes all of it private.
const MENTIONING: u64 = 20;

/// Marks the fields whose values are shown to nobody: by role, by what their cells mention, or because they look like names
/// where something beside them tells of persons.
pub(crate) fn mark_private(fields: &mut [FieldFacts]) {
    let is_of_persons = tell_of_persons(fields);
    for field in fields {
        field.private = field.role.role.is_personal()
            || field.role.role == Role::FreeText
            || says_birth(&field.name)
            || mentions_persons(field)
            || is_formed(field)
            || (is_of_persons && looks_like_names(field));
    }
}

/// True when a field of a table is somebody's name, number, birth, age, gender or civil status. Its rows may be persons then.
#[must_use]
pub fn tell_of_persons(fields: &[FieldFacts]) -> bool {
    fields.iter().any(tells_of_persons)
}

fn tells_of_persons(field: &FieldFacts) -> bool {
    let is_trait = matches!(field.role.role, Role::Gender | Role::Age | Role::CivilStatus);
    field.role.role.is_personal() || is_trait || says_birth(&field.name)
}

/// A field whose role says what it holds mentions nobody.
fn is_open(field: &FieldFacts) -> bool {
    matches!(field.role.role, Role::Unknown | Role::Key | Role::Category)
}

/// True when at least half of the values have the form of a number or place that is one person's.
fn is_formed(field: &FieldFacts) -> bool {
    let forms = [
        Form::LostZero,
        Form::Duf,
        Form::Swedish,
        Form::MobileSetApart,
        Form::LicencePlate,
        Form::Dwelling,
        Form::Iban,
        Form::PaymentCard,
    ];
    let formed: u64 = forms.into_iter().filter_map(|form| field.forms.get(form as usize)).map(|seen| seen.count).sum();
    is_open(field) && formed > 0 && formed * 2 >= field.present()
}

fn mentions_persons(field: &FieldFacts) -> bool {
    let most = field.mentions.iter().map(|seen| seen.count).max().unwrap_or_default();
    is_open(field) && most > 0 && most * 100 >= field.present() * MENTIONING
}

/// True when at least half of the different values have the form of a whole name, and they hardly repeat; or when there are
/// too many of them to know.
fn looks_like_names(field: &FieldFacts) -> bool {
    let present = field.present();
    if !is_open(field) || field.datatype() != "string" || field.distinct.count * 2 < present {
        return false;
    }
    let Some(values) = &field.values else { return true };
    let is_name = |text: &str| name_form(text).is_some_and(|form| form != NameForm::Single);
    let names: u64 = values.iter().filter(|value| is_name(&value.text)).map(|value| value.seen.count).sum();
    names * 2 >= present.max(1)
}
