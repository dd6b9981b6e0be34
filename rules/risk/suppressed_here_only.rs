//! Suppressed figures that another table of the run shows.

use crate::join::file_name::file_name;
use crate::join::key::Kind;
use munilint_detect::number::number;
use munilint_detect::suppression::suppression;
use munilint_model::{
    Body, Confidence, FieldFacts, Limit, Occurrences, Options, Place, Role, Severity, TableFacts, Tables, TablesFound,
};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const BODY: Body = Body::Tables(judge);

/// So many tables before and behind a table are looked at.
const LOOKED_AT: usize = 20;

/// When so many figures are the same and none differs, they surely are one field's.
const SURE: usize = 10;

/// With fewer different figures, the same may stand in two fields by chance.
const DIFFERENT: usize = 4;

fn judge(tables: &Tables<'_>, options: &Options, found: &mut TablesFound) {
    let least = options.number("rows") as usize;
    let all: Vec<Option<Rows<'_>>> = tables.iter().map(|facts| Rows::of(facts)).collect();
    for (own, rows) in all.iter().enumerate() {
        if tables[own].records.is_none() {
            found.in_table(own, |found| found.give_up(Limit::Rows));
        }
        let Some(rows) = rows.as_ref().filter(|rows| rows.hides()) else { continue };
        let near = own.saturating_sub(LOOKED_AT)..all.len().min(own + LOOKED_AT + 1);
        let mut told: BTreeSet<(u32, Place)> = BTreeSet::new();
        for other in near.filter(|other| *other != own) {
            let Some(others) = &all[other] else { continue };
            for mut shown in shown_elsewhere(rows, others, least) {
                shown.cells.retain(|&place| told.insert((shown.own.column, place)));
                if shown.cells.is_empty() {
                    continue;
                }
                found.in_table(own, |found| {
                    let mut seen = Occurrences::default();
                    shown.cells.iter().for_each(|&place| seen.add(|| place));
                    let draft = found.add(Some(shown.own.column), seen);
                    draft.excerpt("field", &shown.theirs.name).count("rows", shown.equal as u64);
                    draft.with("other", file_name(tables[other], tables[own]));
                    if shown.equal < SURE || shown.differing > 0 {
                        draft.severity(Severity::Warning).confidence(Confidence::Medium);
                    }
                });
            }
        }
    }
}

/// Suppressed cells of a field that another table's field shows.
struct Shown<'a> {
    own: &'a FieldFacts,
    theirs: &'a FieldFacts,
    /// In how many rows both fields have the same figure, and in how many they do not.
    equal: usize,
    differing: usize,
    cells: Vec<Place>,
}

/// What the rows of two tables with the same key have in one field of each.
fn shown_elsewhere<'a>(own: &Rows<'a>, others: &Rows<'a>, least: usize) -> Vec<Shown<'a>> {
    let kinds: Vec<&Kind> = own.dimensions.keys().filter(|kind| others.dimensions.contains_key(kind)).collect();
    let (Some(by_key), Some(other_by_key)) = (own.by_key(&kinds), others.by_key(&kinds)) else { return Vec::new() };
    let mut found = Vec::new();
    for &(field, at) in own.figures.iter().filter(|(_, at)| own.rows.iter().any(|(_, cells)| is_hidden(&cells[*at]))) {
        for &(theirs, at_theirs) in &others.figures {
            let mut shown = Shown { own: field, theirs, equal: 0, differing: 0, cells: Vec::new() };
            let mut different: BTreeSet<u64> = BTreeSet::new();
            for (key, (place, cells)) in &by_key {
                let Some((_, other_cells)) = other_by_key.get(key) else { continue };
                let Some(figure) = read(&other_cells[at_theirs]) else { continue };
                match read(&cells[at]) {
                    Some(value) if value == figure => {
                        shown.equal += usize::from(value != 0.0);
                        different.insert(value.to_bits());
                    }
                    Some(_) => shown.differing += 1,
                    None if is_hidden(&cells[at]) => shown.cells.push(*place),
                    None => {}
                }
            }
            let is_one = shown.equal >= least && different.len() >= DIFFERENT && shown.differing * 20 <= shown.equal;
            if is_one && !shown.cells.is_empty() {
                found.push(shown);
            }
        }
    }
    found
}

/// A record: where it is, and its cells.
type Row = (Place, Vec<String>);

/// The records of a small table.
struct Rows<'a> {
    rows: &'a [Row],
    /// What names a row, by kind: the first field of each, by position among the cells that are kept.
    dimensions: BTreeMap<Kind, usize>,
    /// Fields of figures, with their position among the cells that are kept.
    figures: Vec<(&'a FieldFacts, usize)>,
}

impl<'a> Rows<'a> {
    fn of(facts: &'a TableFacts) -> Option<Self> {
        let records = facts.records.as_ref()?;
        let mut rows = Rows { rows: &records.rows, dimensions: BTreeMap::new(), figures: Vec::new() };
        for (at, column) in records.columns.iter().enumerate() {
            let Some(field) = facts.fields.iter().find(|field| field.column == *column) else { continue };
            if rows.holds_figures(field, at) {
                rows.figures.push((field, at));
            } else if let Some(kind) = Kind::of(field, facts) {
                rows.dimensions.entry(kind).or_insert(at);
            }
        }
        (!rows.dimensions.is_empty() && !rows.figures.is_empty()).then_some(rows)
    }

    /// True for a field that is neither a code nor a time, and of whose cells nearly all are numbers or suppressed.
    fn holds_figures(&self, field: &FieldFacts, at: usize) -> bool {
        let is_open = matches!(field.role.role, Role::Unknown | Role::Count | Role::Amount | Role::Share | Role::Rate);
        let filled = self.rows.iter().map(|(_, cells)| cells[at].as_str()).filter(|cell| !cell.trim().is_empty());
        let (all, fitting) = filled.fold((0_usize, 0_usize), |(all, fitting), cell| {
            (all + 1, fitting + usize::from(read(cell).is_some() || is_hidden(cell)))
        });
        is_open && all > 0 && fitting * 10 >= all * 9
    }

    /// True when some figure is suppressed.
    fn hides(&self) -> bool {
        self.figures.iter().any(|(_, at)| self.rows.iter().any(|(_, cells)| is_hidden(&cells[*at])))
    }

    /// The records by what those fields stand for. `None` when two records have one key, or one stands for several things.
    fn by_key(&self, kinds: &[&Kind]) -> Option<BTreeMap<Vec<String>, &'a Row>> {
        let mut by_key = BTreeMap::new();
        for row in self.rows {
            let mut key = Vec::new();
            for kind in kinds {
                let mut keys = kind.keys(&row.1[self.dimensions[*kind]]);
                key.push(keys.pop().filter(|_| keys.is_empty())?);
            }
            if by_key.insert(key, row).is_some() {
                return None;
            }
        }
        (!kinds.is_empty()).then_some(by_key)
    }
}

fn read(cell: &str) -> Option<f64> {
    number(cell.trim().as_bytes())
}

fn is_hidden(cell: &str) -> bool {
    suppression(cell.as_bytes()).is_some()
}
