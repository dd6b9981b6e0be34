//! One field of a draft: what is known of it, what was measured, and what is guessed, which its text names.

use super::known::{is_plain, texts};
use super::words::Words;
use super::{Persons, said};
use crate::schema::datatype;
use munilint_model::{
    Constraints, FieldDescription, FieldFacts, LEAST, Place, Role, Said, Shape, TODO, Variable, Vintage, mask,
};
use std::collections::BTreeSet;

/// So many different values are taken for codes.
const CODES: usize = 12;

/// Roles of which the values are labels and not names of areas or persons.
const OF_LABELS: [Role; 6] =
    [Role::Category, Role::Gender, Role::AgeGroup, Role::CivilStatus, Role::Quarter, Role::Unknown];

/// Drafts a field. `known` is what metadata says of it already; `persons` whether the table tells of them.
pub(super) fn field(
    facts: &FieldFacts,
    vintage: Option<&Vintage>,
    known: &[&FieldDescription],
    persons: Persons,
    words: &Words,
) -> FieldDescription {
    let mut field = FieldDescription::named(name(facts), Place::File);
    for known in known {
        take_over(&mut field, known);
    }
    let mut guessed = Vec::new();
    let written = written(facts);
    if field.datatype.is_none() {
        // Text is what a field is of which nothing else is said.
        if written.datatype != "string" {
            guessed.push(words.datatype(written.datatype));
        }
        if let Some((most, others)) = odd_ones(facts, &written) {
            guessed.push(words.odd_ones(others, facts.present(), most));
        }
        field.datatype = Some(said(written.datatype.to_owned()));
    }
    // How values of that type are written is seen, not guessed.
    if field.datatype.as_ref().is_some_and(|said| said.what == written.datatype) {
        let marks = [
            (&mut field.format, written.format),
            (&mut field.decimal_mark, written.decimal_mark),
            (&mut field.group_mark, written.group_mark),
        ];
        for (own, seen) in marks {
            *own = own.take().or(seen.map(|mark| said(mark.to_owned())));
        }
    }
    if field.unit.is_none()
        && let Some(unit) = facts.unit.as_deref().filter(|unit| is_plain(unit))
    {
        guessed.push(format!("{} {unit}", words.unit));
        field.unit = Some(said(unit.to_owned()));
    }
    let is_amount = facts.role.role == Role::Amount
        || facts.role.role == Role::Unknown && field.datatype.as_ref().is_some_and(|said| said.what == "number");
    if field.unit.is_none() && is_amount {
        field.unit = Some(said(format!("{TODO} {}", words.open_unit)));
    }
    if field.codelist.is_none()
        && vintage.is_some()
        && let Some(number) = klass(facts.role.role)
    {
        guessed.push(format!("{} KLASS {number}", words.codelist));
        field.codelist = Some(said(format!("https://www.ssb.no/klass/klassifikasjoner/{number}")));
    }
    if vintage.is_none() && facts.role.role.has_editions() {
        guessed.push(words.open_edition.to_owned());
    }
    if field.codes.is_empty() {
        field.codes = codes(facts, &written, persons.may_be);
        if !field.codes.is_empty() {
            guessed.push(words.codes.to_owned());
        }
    }
    if field.missing.is_empty() && !facts.markers.is_empty() {
        field.missing = facts.markers.iter().map(|tally| (tally.marker.clone(), None)).collect();
        let markers: Vec<String> = facts.markers.iter().map(|tally| format!("\"{}\"", tally.marker)).collect();
        guessed.push(format!("{} {}", words.missing, markers.join(", ")));
    }
    // The address and the telephone of a kindergarten are nobody's.
    let may_be_an_office = matches!(facts.role.role, Role::Address | Role::Telephone | Role::Email);
    if field.personal_data.is_none() && (persons.are_told || facts.private && !may_be_an_office) {
        field.personal_data = Some(said(true));
        guessed.push(words.personal.to_owned());
    } else if field.personal_data.is_none() && facts.private {
        guessed.push(words.may_be_personal.to_owned());
    }
    define(&mut field, facts, vintage, &guessed, words);
    field
}

/// What a field is called in metadata. A name that tells of a person is masked, though it then names another field.
pub(super) fn name(facts: &FieldFacts) -> String {
    if is_plain(&facts.name) { facts.name.clone() } else { mask(&facts.name) }
}

/// Writes what the field means, and before it what is guessed.
fn define(
    field: &mut FieldDescription,
    facts: &FieldFacts,
    vintage: Option<&Vintage>,
    guessed: &[String],
    words: &Words,
) {
    let list = guessed.join(", ");
    if let Some(known) = field.definitions.first_mut() {
        if !guessed.is_empty() {
            known.what.text = format!("{} {list}. {}", words.confirm, known.what.text);
        }
        return;
    }
    let behind = if list.is_empty() { String::new() } else { format!("; {list}") };
    let text = match words.role(facts.role.role) {
        Some(role) => {
            let edition = vintage.map_or_else(String::new, |vintage| format!(" {} {}", words.edition, vintage.from));
            format!("{} {role}{edition}{behind}.", words.confirm)
        }
        None if list.is_empty() => format!("{TODO} {}", words.meaning),
        None => format!("{TODO} {} {} {list}.", words.meaning, words.confirm),
    };
    field.definitions.push(words.said(text));
}

fn take_over(field: &mut FieldDescription, known: &FieldDescription) {
    texts(&mut field.titles, &known.titles);
    texts(&mut field.definitions, &known.definitions);
    // A pattern in the words of another standard says nothing here: the data shows how days are written.
    let is_shown = known.format.as_ref().is_none_or(|said| said.what.starts_with('%'));
    let datatype = known.datatype.as_ref().and_then(|said| datatype(&said.what)).filter(|_| is_shown);
    if let (None, Some(datatype)) = (&field.datatype, datatype) {
        field.datatype = Some(said(datatype.name().to_owned()));
        field.format.clone_from(&known.format);
        field.decimal_mark.clone_from(&known.decimal_mark);
        field.group_mark.clone_from(&known.group_mark);
    }
    let is_said = |said: &Option<Said<String>>| said.as_ref().is_some_and(|said| is_plain(&said.what));
    if field.unit.is_none() && is_said(&known.unit) {
        field.unit.clone_from(&known.unit);
    }
    if field.codelist.is_none() && is_said(&known.codelist) {
        field.codelist.clone_from(&known.codelist);
    }
    let are_plain = |pairs: &[(String, Option<String>)]| {
        pairs.iter().all(|(value, label)| is_plain(value) && label.as_deref().is_none_or(is_plain))
    };
    if field.codes.is_empty() && are_plain(&known.codes) {
        field.codes.clone_from(&known.codes);
    }
    if field.missing.is_empty() && are_plain(&known.missing) {
        field.missing.clone_from(&known.missing);
    }
    let Constraints { minimum, maximum, pattern, .. } = &known.constraints;
    let limits_are_plain = [minimum, maximum, pattern].into_iter().flatten().all(|said| is_plain(&said.what));
    if field.constraints == Constraints::default() && limits_are_plain {
        field.constraints = known.constraints.clone();
    }
    if field.personal_data.is_none() {
        field.personal_data.clone_from(&known.personal_data);
    }
}

/// How values are written, every one of them.
struct Written {
    /// In the words of Table Schema.
    datatype: &'static str,
    format: Option<&'static str>,
    decimal_mark: Option<&'static str>,
    group_mark: Option<&'static str>,
}

/// What all values of a field are: one that is not would stop programs that read the data by their description.
fn written(facts: &FieldFacts) -> Written {
    let plain = |datatype| Written { datatype, format: None, decimal_mark: None, group_mark: None };
    let present = facts.present();
    let all = |shapes: &[Shape]| shapes.iter().map(|&shape| facts.shape(shape).count).sum::<u64>() == present;
    let any = |shapes: &[Shape]| shapes.iter().any(|&shape| facts.shape(shape).count > 0);
    if present == 0 || facts.role.role.is_code() || facts.private {
        return plain("string");
    }
    let is_year = |(first, last): (f64, f64)| first >= 1000.0 && last < 10_000.0;
    if all(&[Shape::Integer]) {
        let is_year = facts.role.role == Role::Year && facts.numbers.is_some_and(is_year);
        return plain(if is_year { "year" } else { "integer" });
    }
    let pointed = [Shape::Integer, Shape::DecimalPoint, Shape::Scientific];
    let commaed = [Shape::Integer, Shape::GroupedInteger, Shape::DecimalComma];
    if all(&pointed) {
        return plain("number");
    } else if all(&commaed) && !may_be_thousands(facts) {
        let decimal_mark = any(&[Shape::DecimalComma]).then_some(",");
        let group_mark = any(&[Shape::GroupedInteger]).then_some(" ");
        let datatype = if decimal_mark.is_some() { "number" } else { "integer" };
        return Written { datatype, format: None, decimal_mark, group_mark };
    }
    let of_days =
        [(Shape::DateIso, None), (Shape::DateDotted, Some("%d.%m.%Y")), (Shape::DateShortYear, Some("%d.%m.%y"))];
    match of_days.into_iter().find(|(shape, _)| all(&[*shape])) {
        Some((_, format)) => Written { format, ..plain("date") },
        None => plain("string"),
    }
}

/// True when commas may stand between thousands: whole numbers, and a few with three digits behind a comma.
fn may_be_thousands(facts: &FieldFacts) -> bool {
    let is_thousands = |text: &str| text.rsplit_once(',').is_some_and(|(_, behind)| behind.trim_end().len() == 3);
    let mut values = facts.values.iter().flatten().filter(|value| value.shape == Shape::DecimalComma).peekable();
    facts.shape(Shape::Integer).count > 0 && values.peek().is_some() && values.all(|value| is_thousands(&value.text))
}

/// What most values are, and how many are not, where the datatype is text for their sake.
fn odd_ones(facts: &FieldFacts, written: &Written) -> Option<(&'static str, u64)> {
    let most = facts.datatype();
    let fitting = match most {
        "integer" => facts.shape(Shape::Integer).count + facts.shape(Shape::GroupedInteger).count,
        "number" => facts.numeric(),
        "date" => facts.dated(),
        _ => return None,
    };
    let others = facts.present().saturating_sub(fitting);
    let is_text = written.datatype == "string" && !facts.role.role.is_code() && !facts.private;
    (is_text && others > 0).then_some((most, others))
}

/// The values of a field that has a few again and again. Of a table about persons none that few have is told.
fn codes(facts: &FieldFacts, written: &Written, is_of_persons: bool) -> Vec<(String, Option<String>)> {
    let is_label = OF_LABELS.contains(&facts.role.role) && written.datatype == "string";
    let is_code = is_label || facts.role.role == Role::Gender;
    let Some(values) = facts.values.as_ref().filter(|_| is_code && !facts.private) else { return Vec::new() };
    let present = values.iter().filter(|value| !value.shape.is_missing());
    let codes: BTreeSet<&str> = present.map(|value| value.text.trim()).collect();
    if codes.len() > CODES || codes.len() as u64 * 3 > facts.cells() {
        return Vec::new();
    }
    let shown = Variable::of(facts, None).values;
    let is_shown = |code: &&str| {
        let own = shown.iter().find(|(value, _)| value.as_str() == *code);
        own.is_some_and(|(_, count)| !is_of_persons || *count >= LEAST)
    };
    if codes.iter().all(is_shown) {
        codes.into_iter().map(|code| (code.to_owned(), None)).collect()
    } else {
        Vec::new()
    }
}

/// True for a field that names its record.
pub(super) fn is_key(facts: &FieldFacts, rows: u64) -> bool {
    facts.role.role == Role::Key
        && !facts.private
        && facts.distinct.exact
        && facts.distinct.count == rows
        && facts.missing() == 0
}

/// The classification of Statistics Norway that a role stands for, by its number in KLASS.
fn klass(role: Role) -> Option<u16> {
    Some(match role {
        Role::MunicipalityNumber => 131,
        Role::CountyNumber => 104,
        Role::CityDistrict => 103,
        Role::BasicUnit => 1,
        _ => return None,
    })
}
