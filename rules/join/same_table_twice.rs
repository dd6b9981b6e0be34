use super::file_name::file_name;
use crate::field_names::FieldNames;
use munilint_model::{Body, FieldFacts, Occurrences, Options, Place, Severity, TableFacts, Tables, TablesFound};
use std::collections::BTreeMap;

pub(crate) const BODY: Body = Body::Tables(judge);

/// So many names of fields are told.
const NAMED: usize = 5;

fn judge(tables: &Tables<'_>, _: &Options, found: &mut TablesFound) {
    let mut by_size: BTreeMap<(u64, usize), Vec<usize>> = BTreeMap::new();
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, facts) in tables.iter().enumerate().filter(|(_, facts)| facts.rows > 0 && facts.fields.len() > 1) {
        by_size.entry((facts.rows, facts.fields.len())).or_default().push(i);
        let path = &*facts.table.source;
        by_name.entry(path.rsplit_once('.').map_or(path, |(name, _)| name)).or_default().push(i);
    }
    for same in by_size.into_values() {
        for (at, &table) in same.iter().enumerate().skip(1) {
            let original = same[..at].iter().find(|&&other| differing(tables[table], tables[other]).is_empty());
            let Some(&original) = original else { continue };
            found.in_table(table, |found| {
                found.add(None, Occurrences::at(Place::File)).with("other", file_name(tables[original], tables[table]));
            });
        }
    }
    for forms in by_name.into_values() {
        for pair in forms.windows(2) {
            disagree(tables, pair[0], pair[1], found);
        }
    }
}

/// Tells of two forms of one table that are not the same.
fn disagree(tables: &[&TableFacts], first: usize, second: usize, found: &mut TablesFound) {
    let (table, other) = (tables[second], tables[first]);
    let differing = differing(table, other);
    if differing.is_empty() && table.rows == other.rows {
        return;
    }
    found.in_table(second, |found| {
        let mut seen = Occurrences::at(Place::File);
        seen.count = differing.len() as u64;
        let names = FieldNames::of(differing.iter().map(|field| field.name.as_str()), NAMED);
        let draft = found.add(None, seen).variant("disagrees").severity(Severity::Warning);
        draft.word("names", names.shown).count("rows", table.rows).count("other_rows", other.rows);
        draft.with("other", file_name(other, table));
    });
}

/// The fields of a table that are not the same in another one: by name, in any order.
fn differing<'a>(table: &'a TableFacts, other: &TableFacts) -> Vec<&'a FieldFacts> {
    let is_same = |field: &FieldFacts| other.fields.iter().any(|other| is_same(field, other));
    table.fields.iter().filter(|field| !is_same(field)).collect()
}

/// True when all that was counted is the same in two fields.
fn is_same(a: &FieldFacts, b: &FieldFacts) -> bool {
    let counts = |field: &FieldFacts| field.shapes.iter().map(|seen| seen.count).collect::<Vec<u64>>();
    let values = |field: &FieldFacts| -> Option<BTreeMap<String, u64>> {
        let values = field.values.as_ref()?.iter();
        Some(values.map(|value| (value.text.clone(), value.seen.count)).collect())
    };
    a.name == b.name
        && (a.numbers, a.dates, a.lengths, a.distinct) == (b.numbers, b.dates, b.lengths, b.distinct)
        && counts(a) == counts(b)
        && values(a) == values(b)
}
