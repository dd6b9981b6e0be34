//! Suppressed cells that the total and the other parts of their row give back.
//!
//! Which fields are the parts of a total is not told anywhere. It is believed when the sum comes out in the rows in which
//! nothing is suppressed. What the rows of a table in long form give back is worked out beside it.

use super::lone_in_group::{self, Belief, Lone, SURE, WRONG};
use crate::fold::Fold;
use crate::stat::figures::{figure, shown};
use crate::stat::groups::Groups;
use crate::stat::parts::{self, Parts};
use munilint_detect::suppression::suppression;
use munilint_model::{
    AnyCheck, Batch, Body, Check, Confidence, Findings, Limit, Occurrences, Options, Place, Severity, TableContext,
};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Table(compile);

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    Box::new(LoneSuppressedCell { rows: options.number("rows") as u64, k: options.number("k") })
}

struct LoneSuppressedCell {
    /// Sums that come out in fewer rows may do so by chance.
    rows: u64,
    /// The smallest count that is not hidden for being small.
    k: f64,
}

/// Parts and totals beside each other, and below each other.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Equations {
    rows: Vec<Parts<Sum>>,
    groups: Groups,
}

/// What came of adding some parts of a total, where all are given and where one is suppressed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Sum {
    /// Rows in which the sum comes out to the unit.
    proven: u64,
    /// The parts that are not zero in some of those, a bit each.
    carried: u64,
    /// Rows in which it does not.
    wrong: u64,
    /// Cells that are suppressed while the total and all other parts are given.
    lone: Occurrences,
}

impl Check for LoneSuppressedCell {
    type State = Equations;

    fn start(&self, table: &TableContext) -> Equations {
        Equations { rows: Parts::candidates(table), groups: lone_in_group::groups(table) }
    }

    fn update(&self, equations: &mut Equations, batch: &Batch) {
        equations.rows.update(batch);
        equations.groups.update(batch);
    }

    fn merge(&self, equations: &mut Equations, other: Equations) {
        equations.rows.merge(other.rows);
        equations.groups.merge(other.groups);
    }

    fn finish(&self, equations: Equations, table: &TableContext, found: &mut Findings) {
        if !equations.groups.are_known() && lone_in_group::groups(table).are_known() {
            found.give_up(Limit::Values);
        }
        self.in_rows(&equations.rows, table, found);
        let belief = Belief { sums: self.rows, k: self.k };
        lone_in_group::lone(&equations.groups, belief).iter().for_each(|lone| self.in_group(lone, table, found));
    }
}

impl LoneSuppressedCell {
    fn in_rows(&self, candidates: &[Parts<Sum>], table: &TableContext, found: &mut Findings) {
        let mut told: Vec<Occurrences> = Vec::new();
        for parts in candidates {
            let Some((_, sum)) = parts.best(self.rows) else { continue };
            // Two totals may be made of the same parts.
            if sum.lone.is_empty() || told.contains(&sum.lone) {
                continue;
            }
            told.push(sum.lone.clone());
            let column = sum.lone.first.first().and_then(Place::column);
            let draft = found.add(column, sum.lone.clone());
            draft.excerpt("total", &table.fields[parts.total].name).count("proven", sum.proven);
            if sum.proven < SURE || sum.wrong > 0 {
                draft.severity(Severity::Warning).confidence(Confidence::Medium);
            }
        }
    }

    fn in_group(&self, lone: &Lone, table: &TableContext, found: &mut Findings) {
        let mut seen = Occurrences::default();
        lone.cells.iter().for_each(|&place| seen.add(|| place));
        let draft = found.add(Some(table.fields[lone.field].column), seen);
        draft.variant(match lone.proven {
            _ if lone.is_chained => "chained",
            0 => "remainder",
            _ => "below",
        });
        draft.excerpt("over", &table.fields[lone.over].name).count("proven", lone.proven).word("k", shown(self.k));
        if !lone.is_sure {
            draft.severity(Severity::Warning).confidence(Confidence::Medium);
            draft.kind = if lone.is_chained { "likely-chained" } else { "likely" };
        }
    }
}

impl parts::Sum for Sum {
    fn judge(parts: &mut Parts<Self>, batch: &Batch, row: usize) {
        let Some((total, _)) = batch.cell(row, parts.total).and_then(figure) else { return };
        let (mut sum, mut filled, mut hidden) = (0.0, 0_u64, None);
        for (at, &field) in parts.fields.iter().enumerate() {
            let Some(cell) = batch.cell(row, field) else { return };
            match figure(cell) {
                Some((value, _)) => {
                    sum += value;
                    filled |= u64::from(value != 0.0) << at;
                }
                None if hidden.is_none() && suppression(cell).is_some() => hidden = Some(field),
                None => return,
            }
            let Some(sums) = at.checked_sub(1).and_then(|at| parts.sums.get_mut(at)) else { continue };
            let rest = total - sum;
            match hidden {
                Some(field) if rest >= 0.0 => sums.lone.add(|| batch.cell_place(row, field)),
                None if filled == 0 && total == 0.0 => {}
                None if rest.abs() < 1e-6 => {
                    sums.proven += 1;
                    sums.carried |= filled;
                }
                _ => sums.wrong += 1,
            }
        }
    }

    fn merge(&mut self, other: &Sum) {
        self.proven += other.proven;
        self.carried |= other.carried;
        self.wrong += other.wrong;
        self.lone.merge(&other.lone);
    }

    fn proven(&self) -> u64 {
        self.proven
    }

    /// Also, that it comes out in nearly all rows.
    fn is_proven(&self, rows: u64) -> bool {
        let judged = self.proven + self.wrong;
        self.proven >= rows && self.wrong * 100 <= judged * WRONG && self.carried.count_ones() >= 2
    }
}
