//! How many figures are missing in the rows of each group: of an area, of a year.

use super::numbered_values::NumberedValues;
use crate::fold::Fold;
use munilint_model::{Batch, MARKERS, Place};
use serde::{Deserialize, Serialize};

/// More fields of figures than bits of a word are not looked at.
pub(super) const MOST_FIGURES: usize = 64;

/// More groups than municipalities there have been since 1971 are no groups.
const MOST_GROUPS: usize = 1200;

/// Signs that say why there is no figure, or that it is zero: such a cell is filled in.
const SAID: [&str; 7] = [".", "...", ":", "-", "--", "*", "?"];

/// Tallies of the figures of a table by each of some fields.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct GroupTally {
    /// Positions of the fields of figures.
    pub(super) figures: Vec<usize>,
    /// Of each field of figures: cells that begin as a number does, and other cells with a value.
    pub(super) numbers: Vec<(u64, u64)>,
    pub(super) groupings: Vec<Grouping>,
}

/// The groups that a field makes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Grouping {
    /// Position of the field.
    pub(super) field: usize,
    values: NumberedValues,
    /// By the number of the value. `None` when there are too many.
    groups: Option<Vec<Group>>,
}

/// The rows with one value.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Group {
    pub(super) rows: u64,
    /// Of each field of figures.
    pub(super) missing: Vec<Missing>,
}

/// Cells without a value.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Missing {
    pub(super) count: u64,
    /// Where the first is.
    pub(super) first: Option<Place>,
}

impl GroupTally {
    /// Nothing yet. `figures` are at most [`MOST_FIGURES`] positions.
    pub(super) fn of(figures: Vec<usize>, groupings: &[usize]) -> Self {
        let grouping = |&field: &usize| Grouping { field, values: NumberedValues::default(), groups: Some(Vec::new()) };
        let numbers = vec![(0, 0); figures.len()];
        GroupTally { figures, numbers, groupings: groupings.iter().map(grouping).collect() }
    }
}

impl Fold for GroupTally {
    fn update(&mut self, batch: &Batch) {
        if self.groupings.iter().all(|grouping| grouping.groups.is_none()) {
            return;
        }
        let mut missing = vec![0u64; batch.rows()];
        for (at, (&field, numbers)) in self.figures.iter().zip(&mut self.numbers).enumerate() {
            for (missing, (start, end)) in missing.iter_mut().zip(batch.column(field)) {
                let cell = batch.bytes.get(start..end).unwrap_or_default();
                match cell {
                    [b'0'..=b'9', ..] => numbers.0 += 1,
                    _ => match cell.trim_ascii() {
                        [b'0'..=b'9', ..] | [b'-' | b'+', b'0'..=b'9', ..] => numbers.0 += 1,
                        cell if is_missing(cell) => *missing |= 1 << at,
                        _ => numbers.1 += 1,
                    },
                }
            }
        }
        self.groupings.iter_mut().for_each(|grouping| grouping.add(batch, &missing, &self.figures));
    }

    fn merge(&mut self, other: GroupTally) {
        for (mine, theirs) in self.numbers.iter_mut().zip(&other.numbers) {
            *mine = (mine.0 + theirs.0, mine.1 + theirs.1);
        }
        for (mine, theirs) in self.groupings.iter_mut().zip(other.groupings) {
            mine.merge(theirs);
        }
    }
}

impl Grouping {
    /// The groups with their values. `None` when there are too many.
    pub(super) fn named(&self) -> Option<Vec<(&str, &Group)>> {
        Some(self.values.texts().zip(self.groups.as_ref()?).collect())
    }

    /// Takes in the records of a run, of which `missing` tells the figures that are not filled in, a bit each.
    fn add(&mut self, batch: &Batch, missing: &[u64], figures: &[usize]) {
        let Some(groups) = &mut self.groups else { return };
        let numbers = self.values.numbers(batch, self.field, MOST_GROUPS + 1);
        for (row, (number, &missing)) in numbers.into_iter().zip(missing).enumerate() {
            let Some(number) = number else { continue };
            if number >= groups.len() {
                groups.push(Group { rows: 0, missing: vec![Missing::default(); figures.len()] });
            }
            let Some(group) = groups.get_mut(number) else { continue };
            group.rows += 1;
            let mut rest = missing;
            while rest != 0 {
                let at = rest.trailing_zeros() as usize;
                rest &= rest - 1;
                group.missing[at].count += 1;
                group.missing[at].first.get_or_insert_with(|| batch.cell_place(row, figures[at]));
            }
        }
        self.keep_to_limit();
    }

    fn merge(&mut self, other: Grouping) {
        let (Some(groups), Some(theirs)) = (&mut self.groups, other.groups) else {
            self.groups = None;
            return;
        };
        for (number, group) in self.values.merge(other.values).into_iter().zip(theirs) {
            match groups.get_mut(number) {
                Some(mine) => mine.merge(group),
                None => groups.push(group),
            }
        }
        self.keep_to_limit();
    }

    fn keep_to_limit(&mut self) {
        if self.groups.as_ref().is_some_and(|groups| groups.len() > MOST_GROUPS) {
            self.groups = None;
        }
    }
}

impl Group {
    fn merge(&mut self, other: Group) {
        self.rows += other.rows;
        for (mine, theirs) in self.missing.iter_mut().zip(other.missing) {
            mine.count += theirs.count;
            mine.first = mine.first.into_iter().chain(theirs.first).min();
        }
    }
}

/// True when nobody has filled in the cell.
fn is_missing(cell: &[u8]) -> bool {
    let is = |list: &[&str]| list.iter().any(|marker| marker.as_bytes() == cell);
    cell.is_empty() || (is(&MARKERS) && !is(&SAID))
}
