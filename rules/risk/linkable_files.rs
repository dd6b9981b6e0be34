//! Two files that, put side by side, tell more of a person than either does: by what others may know, rows that are alone
//! in both of them find each other.

use super::quasi_identifiers::{QuasiIdentifiers, trait_of};
use crate::field_names::FieldNames;
use crate::join::file_name::file_name;
use crate::person::persons::unplaced;
use munilint_detect::header::fold;
use munilint_model::{Body, Limit, MARKERS, Options, Records, Role, Severity, TableFacts, Tables, TablesFound};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const BODY: Body = Body::Tables(judge);

/// So many fields are named.
const NAMED: usize = 6;

/// A small table with a row for each person.
struct Persons<'a> {
    table: usize,
    facts: &'a TableFacts,
    records: &'a Records,
    known: QuasiIdentifiers,
}

/// Positions of two fields that tell the same.
type Pair = (usize, usize);

fn judge(tables: &Tables<'_>, _: &Options, found: &mut TablesFound) {
    let persons: Vec<Persons> =
        tables.iter().enumerate().filter_map(|(table, facts)| Persons::of(table, facts)).collect();
    for (table, facts) in tables.iter().enumerate() {
        if facts.records.is_none() && QuasiIdentifiers::of(&facts.table).is_some_and(|known| !known.is_guess) {
            found.in_table(table, |found| found.give_up(Limit::Rows));
        }
    }
    for (at, one) in persons.iter().enumerate() {
        for other in &persons[at + 1..] {
            match (one.known.identifiers.is_empty(), other.known.identifiers.is_empty()) {
                (true, false) => tell(one, other, found),
                (false, true) | (true, true) => tell(other, one, found),
                // Both say who everybody is.
                (false, false) => {}
            }
        }
    }
}

/// Tells of one table that rows of it can be put beside those of another.
fn tell(table: &Persons<'_>, other: &Persons<'_>, found: &mut TablesFound) {
    // Of one year and the next, everybody has both.
    if table.names() == other.names() {
        return;
    }
    let shared = shared(table, other);
    let traits: BTreeSet<_> = shared.iter().filter_map(|(own, _)| trait_of(&table.facts.table.fields[*own])).collect();
    if traits.len() < 2 || !traits.iter().any(|found| found.is_own()) {
        return;
    }
    let own = table.alone(shared.iter().map(|(own, _)| *own));
    let others = other.alone(shared.iter().map(|(_, other)| *other));
    let count = own.intersection(&others).count() as u64;
    if count == 0 {
        return;
    }
    let names = |facts: &TableFacts, fields: &[usize]| {
        FieldNames::of(fields.iter().map(|&field| facts.table.fields[field].name.as_str()), NAMED).shown
    };
    let fields: Vec<usize> = shared.iter().map(|(own, _)| *own).collect();
    found.in_table(table.table, |found| {
        let draft = found.add(None, unplaced(count));
        draft.word("fields", names(table.facts, &fields)).with("other", file_name(other.facts, table.facts));
        if !other.known.identifiers.is_empty() {
            draft.variant("named").severity(Severity::Warning);
            draft.word("identifiers", names(other.facts, &other.known.identifiers));
        }
    });
}

/// The fields of two tables that tell the same of a person: by what they are, or by name.
fn shared(table: &Persons<'_>, other: &Persons<'_>) -> Vec<Pair> {
    let mut shared: Vec<Pair> = Vec::new();
    for own in table.known.fields() {
        let field = &table.facts.table.fields[own];
        let is_same = |at: &usize| {
            let candidate = &other.facts.table.fields[*at];
            let is_told = !matches!(field.role.role, Role::Unknown | Role::Category | Role::Count);
            trait_of(candidate) == trait_of(field)
                && (fold(&candidate.name) == fold(&field.name) || is_told && candidate.role.role == field.role.role)
        };
        let fitting = other.known.fields().into_iter().filter(|at| shared.iter().all(|(_, taken)| taken != at));
        let Some(same) = fitting.filter(|at| other.cell(*at).is_some()).find(is_same) else { continue };
        if table.cell(own).is_some() {
            shared.push((own, same));
        }
    }
    shared
}

impl<'a> Persons<'a> {
    /// `None` for other tables, for large ones, and where it is not sure that rows are persons.
    fn of(table: usize, facts: &'a TableFacts) -> Option<Self> {
        let records = facts.records.as_ref()?;
        let known = QuasiIdentifiers::of(&facts.table).filter(|known| !known.is_guess)?;
        Some(Persons { table, facts, records, known })
    }

    fn names(&self) -> BTreeSet<String> {
        self.facts.table.fields.iter().map(|field| fold(&field.name)).collect()
    }

    /// Which cell of a record the field is; `None` when it is not kept.
    fn cell(&self, field: usize) -> Option<usize> {
        let column = self.facts.table.fields[field].column;
        self.records.columns.iter().position(|kept| *kept == column)
    }

    /// What only one record has in some fields, none of which is missing.
    fn alone(&self, fields: impl Iterator<Item = usize>) -> BTreeSet<Vec<&'a str>> {
        let cells: Vec<usize> = fields.filter_map(|field| self.cell(field)).collect();
        let mut rows: BTreeMap<Vec<&str>, u64> = BTreeMap::new();
        for (_, texts) in &self.records.rows {
            let texts: Vec<&str> = cells.iter().map(|&cell| texts[cell].trim()).collect();
            *rows.entry(texts).or_default() += 1;
        }
        let is_full = |texts: &Vec<&str>| texts.iter().all(|text| !text.is_empty() && !MARKERS.contains(text));
        rows.into_iter().filter(|(texts, rows)| *rows == 1 && is_full(texts)).map(|(texts, _)| texts).collect()
    }
}
