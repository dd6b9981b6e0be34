use super::file_name::file_name;
use super::series::{Relatives, bare_name, relatives};
use crate::field_names::FieldNames;
use munilint_model::{Body, FieldFacts, Occurrences, Options, Place, Severity, TableFacts, Tables, TablesFound};
use std::collections::BTreeSet;

pub(crate) const BODY: Body = Body::Tables(judge);

/// Shorter names are too near each other by chance.
const SHORTEST: usize = 5;

/// So many names of what is gone are told.
const NAMED: usize = 5;

fn judge(tables: &Tables<'_>, _: &Options, found: &mut TablesFound) {
    for &Relatives { later, earlier, are_series, .. } in relatives(tables).iter() {
        let (own, others) = (only_in(tables[later], tables[earlier]), only_in(tables[earlier], tables[later]));
        let mut gone = others;
        for field in own {
            let nearest = gone.iter().position(|other| is_near(&field.name, &other.name));
            let Some(other) = nearest.map(|at| gone.remove(at)) else { continue };
            found.in_table(later, |found| {
                let draft = found.add(Some(field.column), Occurrences::at(Place::Field { column: field.column }));
                draft.excerpt("other_name", &other.name).with("other", file_name(tables[earlier], tables[later]));
            });
        }
        if gone.is_empty() || !are_series {
            continue;
        }
        found.in_table(later, |found| {
            let mut seen = Occurrences::at(Place::File);
            seen.count = gone.len() as u64;
            let names = FieldNames::of(gone.iter().map(|field| field.name.as_str()), NAMED);
            let draft = found.add(None, seen).variant("gone").severity(Severity::Note);
            draft.word("names", names.to_string()).with("other", file_name(tables[earlier], tables[later]));
        });
    }
}

/// The fields whose names the other table lacks, however they are cased.
fn only_in<'a>(facts: &'a TableFacts, other: &TableFacts) -> Vec<&'a FieldFacts> {
    let names: BTreeSet<String> = other.fields.iter().map(bare_name).collect();
    facts.fields.iter().filter(|field| !names.contains(&bare_name(field))).collect()
}

/// True when one name is a slip of the other: a letter or two, none of them a digit.
fn is_near(a: &str, b: &str) -> bool {
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let shortest = a.chars().count().min(b.chars().count());
    let allowed = if shortest >= 2 * SHORTEST { 2 } else { 1 };
    shortest >= SHORTEST && digits(&a) == digits(&b) && strsim::osa_distance(&a, &b) <= allowed
}
