//! Which fields of a row may be the parts of a total. They are told by nothing but where they stand and what they are called.

use super::figures::{is_total, may_be_added};
use crate::fold::Fold;
use munilint_model::{Batch, Field, TableContext};
use serde::{Deserialize, Serialize};

/// More fields beside a total are not added.
const MOST_PARTS: usize = 32;

/// Fewer fields with a number in their names are no stretch of groups.
const NUMBERED: usize = 3;

/// More candidates are not tried.
const MOST_CANDIDATES: usize = 8;

/// What came of adding some parts of a total.
pub(crate) trait Sum: Clone + Default {
    /// Adds the parts of a row, and notes in each of their sums what comes of it.
    fn judge(parts: &mut Parts<Self>, batch: &Batch, row: usize);

    /// Takes in what another part of the table had.
    fn merge(&mut self, other: &Self);

    /// Rows in which it comes out.
    fn proven(&self) -> u64;

    /// True when it comes out in so many rows, and not because one part alone is the total.
    fn is_proven(&self, rows: u64) -> bool;
}

/// Figures that may be the parts of a total, from the nearest to it to the farthest, and what came of adding the first two,
/// three and so on. Positions are those of fields.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Parts<S> {
    pub(crate) total: usize,
    pub(crate) fields: Vec<usize>,
    /// They have numbers in their names, and stand apart from the total.
    pub(crate) is_apart: bool,
    pub(crate) sums: Vec<S>,
}

impl<S: Sum> Parts<S> {
    /// The candidates of a table, total by total.
    pub(crate) fn candidates(table: &TableContext) -> Vec<Parts<S>> {
        let totals = table.fields.iter().enumerate().filter(|(_, field)| may_be_added(field) && is_total(field));
        let mut candidates = Vec::new();
        for (total, _) in totals {
            let of = |fields: Vec<usize>, is_apart| {
                let sums = vec![S::default(); fields.len() - 1];
                Parts { total, fields, is_apart, sums }
            };
            let beside = [before(table, total), behind(table, total)].into_iter().filter(|fields| fields.len() >= 2);
            let beside: Vec<Vec<usize>> = beside.collect();
            let is_new = |run: &Vec<usize>| {
                let begins = |known: &Vec<usize>| {
                    known.len() >= run.len() && known[..run.len()].iter().all(|at| run.contains(at))
                };
                !beside.iter().any(begins)
            };
            let apart: Vec<Vec<usize>> = numbered(table).into_iter().filter(is_new).collect();
            candidates.extend(beside.into_iter().map(|fields| of(fields, false)));
            candidates.extend(apart.into_iter().map(|fields| of(fields, true)));
        }
        candidates.truncate(MOST_CANDIDATES);
        candidates
    }

    /// Of the sums that are proven by so many rows, the one that comes out most often, with as few parts as it takes; and the
    /// position of its last part among the fields.
    pub(crate) fn best(&self, rows: u64) -> Option<(usize, &S)> {
        let believed = self.sums.iter().enumerate().filter(|(_, sum)| sum.is_proven(rows));
        let best = believed.max_by_key(|(at, sum)| (sum.proven(), usize::MAX - at));
        best.map(|(at, sum)| (at + 1, sum))
    }
}

impl<S: Sum> Fold for Parts<S> {
    fn update(&mut self, batch: &Batch) {
        (0..batch.rows()).for_each(|row| S::judge(self, batch, row));
    }

    fn merge(&mut self, other: Self) {
        self.sums.iter_mut().zip(&other.sums).for_each(|(mine, theirs)| mine.merge(theirs));
    }
}

fn is_part(field: &Field) -> bool {
    may_be_added(field) && !is_total(field)
}

/// The figures that stand directly before a total, the nearest first.
fn before(table: &TableContext, total: usize) -> Vec<usize> {
    (0..total).rev().take_while(|&at| is_part(&table.fields[at])).take(MOST_PARTS).collect()
}

/// The figures that stand directly behind a total.
fn behind(table: &TableContext, total: usize) -> Vec<usize> {
    (total + 1..table.fields.len()).take_while(|&at| is_part(&table.fields[at])).take(MOST_PARTS).collect()
}

/// Stretches of figures with a number in their names: `0-5 år`, `6-15 år`. They may be parts of a total that stands elsewhere.
fn numbered(table: &TableContext) -> Vec<Vec<usize>> {
    let is_numbered = |at: usize| {
        let field = &table.fields[at];
        is_part(field) && field.name.contains(|c: char| c.is_ascii_digit())
    };
    let fields: Vec<usize> = (0..table.fields.len()).filter(|&at| is_numbered(at)).collect();
    let stretches = fields.chunk_by(|one, next| one + 1 == *next).filter(|fields| fields.len() >= NUMBERED);
    stretches.map(|fields| fields.iter().copied().take(MOST_PARTS).collect()).collect()
}
