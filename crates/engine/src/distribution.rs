//! The fold that counts how figures and days are spread, and what of it may be shown.
//!
//! Nothing is told of a field whose values tell of one person each, of codes and of coordinates. Where a table tells of
//! persons, no bin and no period has fewer than five of them: bins get wider until that is so, and are left out when too few
//! are left.

use crate::days::Days;
use crate::figures::Figures;
use munilint_model::{Batch, Excerpt, FieldFacts, LEAST, Role, Shape, TableContext, ValueDistribution};
use munilint_profile::{Profile, Quantity};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Of fewer values the list itself says as much.
const ENOUGH: u64 = 20;

/// Few different figures are codes or marks, and stand among the most frequent values.
const DIFFERENT: u64 = 10;

/// Fewer different figures of a measure are no distribution.
const FEWEST: u64 = 5;

/// A longer figure whose meaning is not known may be somebody's number.
const LONG: f64 = 1e7;

/// So many periods are shown.
const PERIODS: usize = 120;

/// What is remembered of a field between runs.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Spread {
    figures: Figures,
    days: Days,
}

/// Counts figures and days of tables of one form.
#[derive(Clone, Debug)]
pub(crate) struct SpreadCounter {
    /// Positions of the fields that may hold any.
    fields: Vec<usize>,
}

impl SpreadCounter {
    /// Chooses the fields. `table` has the roles that its head suggests.
    pub(crate) fn of(table: &TableContext) -> Self {
        let may = |role: Role| role == Role::Date || may_be_counted(role);
        let fields = table.fields.iter().enumerate().filter(|(_, field)| may(field.role.role));
        SpreadCounter { fields: fields.map(|(at, _)| at).collect() }
    }

    pub(crate) fn start(&self) -> Vec<Spread> {
        vec![Spread::default(); self.fields.len()]
    }

    /// Folds a run of records. `profile` says what a cell is.
    pub(crate) fn update(&self, state: &mut [Spread], batch: &Batch, profile: &Profile) {
        for (&field, spread) in self.fields.iter().zip(state) {
            for row in 0..batch.rows() {
                match profile.quantity(batch, row, field) {
                    Some(Quantity::Figure(figure)) => spread.figures.add(figure),
                    Some(Quantity::Day(day)) => spread.days.add(day),
                    None => {}
                }
            }
        }
    }

    /// Joins two states; associative and commutative.
    pub(crate) fn merge(&self, state: &mut [Spread], other: Vec<Spread>) {
        for (mine, theirs) in state.iter_mut().zip(other) {
            mine.figures.merge(theirs.figures);
            mine.days.merge(theirs.days);
        }
    }

    /// What may be shown of each field of the table.
    pub(crate) fn finish(&self, state: &[Spread], fields: &[FieldFacts]) -> Vec<Option<ValueDistribution>> {
        let of_persons = munilint_profile::tell_of_persons(fields);
        let spread = |at: usize| self.fields.iter().position(|&field| field == at).map(|index| &state[index]);
        let one = |(at, field): (usize, &FieldFacts)| {
            if field.private || field.present() < ENOUGH {
                return None;
            }
            periods(field, of_persons).or_else(|| distribution(field, spread(at)?, of_persons))
        };
        fields.iter().enumerate().map(one).collect()
    }
}

/// True for roles of fields whose figures can be compared with each other.
fn may_be_counted(role: Role) -> bool {
    matches!(role, Role::Unknown | Role::Age) || role.is_measure() && role != Role::Coordinate
}

fn distribution(field: &FieldFacts, spread: &Spread, of_persons: bool) -> Option<ValueDistribution> {
    match field.datatype() {
        "date" | "datetime" => spread.days.periods(of_persons.then_some(LEAST)).map(ValueDistribution::Periods),
        datatype @ ("integer" | "number") if is_figure(field) => {
            let (scale, bins) = spread.figures.bins(datatype == "integer", of_persons)?;
            Some(ValueDistribution::Figures { scale, bins })
        }
        _ => None,
    }
}

/// True for a field that measures something, and for one of which nobody knows what its many figures mean when they are not
/// long, name no rows and are no codes.
fn is_figure(field: &FieldFacts) -> bool {
    if field.role.role != Role::Unknown {
        return may_be_counted(field.role.role) && field.distinct.count >= FEWEST;
    }
    let is_short = field.numbers.is_some_and(|(least, greatest)| least > -LONG && greatest < LONG);
    field.distinct.count > DIFFERENT && is_short && !names_rows(field) && !repeats_evenly(field)
}

/// True for whole figures that are nearly all different and equally long, or hardly leave one out.
fn names_rows(field: &FieldFacts) -> bool {
    let is_unlike = field.datatype() == "integer" && field.distinct.count * 20 >= field.present() * 19;
    let is_even = field.lengths.is_some_and(|(shortest, longest)| shortest == longest);
    let is_dense = field.numbers.is_some_and(|(least, greatest)| greatest - least < 2.0 * field.distinct.count as f64);
    is_unlike && (is_even || is_dense)
}

/// True for whole figures that each stand about as often as the next, and many times: what is counted for each code does so.
fn repeats_evenly(field: &FieldFacts) -> bool {
    let (present, different) = (field.present(), field.distinct.count);
    let values = field.values.iter().flatten().filter(|value| !value.shape.is_missing());
    let most = values.map(|value| value.seen.count).max();
    field.datatype() == "integer"
        && present >= 5 * different
        && most.is_some_and(|most| most * different <= 3 * present)
}

/// Rows by year, school year or period of statistics, as their field writes them.
fn periods(field: &FieldFacts, of_persons: bool) -> Option<ValueDistribution> {
    let role = field.role.role;
    if !matches!(role, Role::Year | Role::SchoolYear | Role::Period) {
        return None;
    }
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    let filled = field.values.as_ref()?.iter().filter(|value| !value.shape.is_missing());
    for value in filled {
        *counts.entry(value.text.trim()).or_default() += value.seen.count;
    }
    if of_persons && counts.values().any(|count| *count < LEAST) {
        return None;
    }
    let mut rows: BTreeMap<String, u64> = counts.into_iter().map(|(text, count)| (text.to_owned(), count)).collect();
    if role == Role::Year && field.shape(Shape::Integer).count == field.present() {
        let years: Vec<u16> = rows.keys().filter_map(|text| text.parse().ok()).collect();
        let (first, last) = (*years.iter().min()?, *years.iter().max()?);
        // A year without a row is seen.
        if usize::from(last - first) < PERIODS {
            for year in first..=last {
                rows.entry(year.to_string()).or_default();
            }
        }
    }
    let is_shown = (2..=PERIODS).contains(&rows.len());
    is_shown.then(|| ValueDistribution::Periods(rows.iter().map(|(text, count)| (Excerpt::of(text), *count)).collect()))
}
