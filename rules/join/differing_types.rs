use super::file_name::file_name;
use super::key::Kind;
use super::series::{Relatives, namesakes, relatives};
use munilint_model::{Body, FieldFacts, Occurrences, Options, Place, Tables, TablesFound};

pub(crate) const BODY: Body = Body::Tables(judge);

fn judge(tables: &Tables<'_>, _: &Options, found: &mut TablesFound) {
    for &Relatives { later, earlier, .. } in relatives(tables).iter().filter(|pair| pair.are_one) {
        for (field, other) in namesakes(tables[later], tables[earlier]) {
            // How an identity number is written is told by the rules about persons.
            if field.role.role.is_personal() {
                continue;
            }
            let (Some(own), Some(others)) = (kind(field), kind(other)) else { continue };
            if own == others || is_coded(field) && is_coded(other) {
                continue;
            }
            found.in_table(later, |found| {
                let seen = Occurrences::at(Place::Field { column: field.column });
                let draft = found.add(Some(field.column), seen).variant(own);
                draft.with("other", file_name(tables[earlier], tables[later]));
            });
        }
    }
}

/// True for labels and codes, whose differences are told as such: `1` against `Mann`.
fn is_coded(field: &FieldFacts) -> bool {
    Kind::by_role(field).is_some_and(|kind| kind.is_coded() || matches!(kind, Kind::Label(_)))
}

/// The message of what a field holds; `None` without values. Whole numbers and decimals are one kind, dates with and without a time another.
fn kind(field: &FieldFacts) -> Option<&'static str> {
    match field.datatype() {
        "any" => None,
        "integer" | "number" => Some("number"),
        "datetime" | "date" => Some("date"),
        "time" => Some("time"),
        _ => Some(""),
    }
}
