//! Whether each row of a table is a person, and which fields say so.

use super::numbered::{CASES, NUMBERS, is_number_of, is_number_of_client};
use super::persons::{at_least, beside, hints, is_plain_name, named};
use munilint_detect::header::words;
use munilint_model::{FieldFacts, Mention, Role, TableFacts};

/// Starts of words for people in their work and for organisations, folded: what is said of what they do is not said of them.
const WORK: [&str; 18] = [
    "ansatt", "tilsatt", "tilsett", "stilling", "lonn", "arbeidsgiver", "arbeidsgivar", "arbeidssted", "arbeidsstad",
    "employ", "salary", "vaktlag", "forening", "foreining", "organisasjon", "orgnr", "foretak", "firma",
];

/// Fields by which a row is a person.
pub(super) struct PersonRows {
    /// Their names, for a message.
    pub(super) by: String,
    /// They name the person; else a number does that somebody else has the key of, or age and gender stand beside a number.
    pub(super) is_named: bool,
}

/// What makes each row of the table a person, leaving out the field that is judged; `None` when nothing does.
///
/// A table of counts by gender and age is none: it has no number of its own for each row.
pub(super) fn person_rows(facts: &TableFacts, column: u32) -> Option<PersonRows> {
    let who = identifying(facts, column);
    if !who.is_empty() {
        return Some(PersonRows { by: named(&who), is_named: true });
    }
    let others = || facts.fields.iter().filter(|field| field.column != column);
    let hints = hints(facts, column);
    let client = others().find(|field| is_client_number(&field.name) && field.present() > 0);
    let case = || others().find(|field| names_each_row(field, facts)).filter(|_| !has_figures(facts));
    let key = client.or_else(case)?;
    let is_enough = !hints.is_empty() && (client.is_some() || hints.len() > 1);
    let by: Vec<&FieldFacts> = std::iter::once(key).chain(hints).collect();
    is_enough.then(|| PersonRows { by: named(&by), is_named: false })
}

/// Fields of identity numbers and names of persons.
pub(super) fn naming(facts: &TableFacts) -> Vec<&FieldFacts> {
    let mut who = identifying(facts, 0);
    who.retain(|field| field.role.role != Role::BirthDate);
    who
}

fn identifying(facts: &TableFacts, column: u32) -> Vec<&FieldFacts> {
    let mut who: Vec<&FieldFacts> = beside(facts, column).into_iter().filter(|field| is_identifying(field)).collect();
    let is_new = |field: &&FieldFacts| field.column != column && who.iter().all(|known| known.column != field.column);
    let lists: Vec<&FieldFacts> = facts.fields.iter().filter(is_new).filter(|field| is_list_by_names(field)).collect();
    who.extend(lists);
    who
}

/// True for `navn` over names of which most are in the lists of names of persons.
fn is_list_by_names(field: &FieldFacts) -> bool {
    is_plain_name(&field.name) && at_least(60, field.mention(Mention::PersonName).count, field.present())
}

/// True for a table of people in their work, or of organisations with the people who speak for them.
pub(super) fn is_about_work(facts: &TableFacts) -> bool {
    let of_work = |text: &str| words(text).iter().any(|word| WORK.iter().any(|start| word.starts_with(start)));
    of_work(&facts.table.source) || facts.fields.iter().any(|field| of_work(&field.name))
}

/// An address of e-mail alone may be that of an organisation's contact.
fn is_identifying(field: &FieldFacts) -> bool {
    field.identity.passing() > 0 || field.role.role != Role::Email && field.emails.is_empty()
}

/// `Journalnr`, `elev_id`, `PASIENTNUMMER`.
pub(crate) fn is_client_number(name: &str) -> bool {
    let words = words(name);
    let is_number = |run: &[String]| is_number_of_client(&run.concat());
    (0..words.len()).any(|start| (1..=3).any(|n| words.get(start..start + n).is_some_and(is_number)))
}

/// True for a field of numbers or codes that are all different. Estimates of how many there are may miss by two per cent.
fn names_each_row(field: &FieldFacts, facts: &TableFacts) -> bool {
    let names_one = |word: &str| NUMBERS.contains(&word) || word == "uuid" || is_number_of(word, CASES);
    let is_naming = field.role.role == Role::Key || words(&field.name).iter().any(|word| names_one(word));
    is_naming && facts.rows > 1 && field.present() == facts.rows && field.distinct.count * 100 >= facts.rows * 96
}

/// True for a table with a field that holds nothing but figures of whatever the row is about.
fn has_figures(facts: &TableFacts) -> bool {
    const FIGURES: [&str; 9] = ["antal", "antall", "count", "number", "percent", "prosent", "value", "verdi", "andel"];
    facts.fields.iter().any(|field| FIGURES.contains(&words(&field.name).concat().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_clients_are_told_by_their_names() {
        for name in
            ["PERSON_JOURNALNR", "Journalnummer", "elevId", "pasient_nr", "JOURNAL_NR_A", "client id", "Brukar-ID"]
        {
            assert!(is_client_number(name), "{name}");
        }
        for name in ["barnehage_id", "skolenr", "saksnummer", "elev", "elevtall", "personnavn", "id", ""] {
            assert!(!is_client_number(name), "{name}");
        }
    }
}
