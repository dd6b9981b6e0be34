//! Totals beside their parts in a row.
//!
//! Which fields are the parts of a total is not told anywhere. Fields that could be are tried, and believed when their sum is
//! the total in most rows; then the other rows are told of.

use super::figures::{figure, shown};
use super::parts::{self, Parts};
use crate::fold::Fold;
use munilint_model::{AnyCheck, Batch, Body, Check, Confidence, Findings, Occurrences, Options, Place, TableContext};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Table(compile);

/// With fewer rows in which the sum comes out, the parts may be others.
const SURE: f64 = 0.75;

/// With rounding, small numbers fit each other by chance.
const ROUNDED: f64 = 0.95;

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    Box::new(TotalMismatch { rows: options.number("rows") as u64, share: options.number("share") })
}

struct TotalMismatch {
    /// Sums that come out in fewer rows may do so by chance.
    rows: u64,
    /// The share of rows in which the sum comes out.
    share: f64,
}

/// What came of adding some parts of a total.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Sum {
    /// Rows with all numbers, some of which is not zero.
    judged: u64,
    /// Rows in which the sum comes out, blank parts taken for zero.
    proven: u64,
    /// The parts that are not zero in some of those, a bit each.
    carried: u64,
    /// Those in which the sum does not come out.
    unequal: Wrong,
    /// Those in which it does not even with rounding.
    apart: Wrong,
}

/// Rows, and what the first of them has: sum and total.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Wrong {
    seen: Occurrences,
    first: Option<(u64, f64, f64)>,
}

impl Wrong {
    fn add(&mut self, place: impl Fn() -> Place, sum: f64, total: f64) {
        if self.first.is_none() {
            self.first = place().row().map(|row| (row, sum, total));
        }
        self.seen.add(place);
    }

    fn merge(&mut self, other: &Wrong) {
        self.seen.merge(&other.seen);
        if let Some(theirs) = other.first {
            self.first = self.first.filter(|mine| mine.0 < theirs.0).or(Some(theirs));
        }
    }
}

impl Check for TotalMismatch {
    type State = Vec<Parts<Sum>>;

    fn start(&self, table: &TableContext) -> Self::State {
        Parts::candidates(table)
    }

    fn update(&self, candidates: &mut Self::State, batch: &Batch) {
        candidates.update(batch);
    }

    fn merge(&self, candidates: &mut Self::State, other: Self::State) {
        candidates.merge(other);
    }

    fn finish(&self, candidates: Self::State, table: &TableContext, found: &mut Findings) {
        for parts in &candidates {
            let Some((last, sum)) = parts.best(self.rows) else { continue };
            let share = |wrong: &Wrong| (sum.judged - wrong.seen.count) as f64 / sum.judged as f64;
            // Where the sums come out to the unit in most rows, nothing was rounded.
            let exact = share(&sum.unequal) >= self.share;
            let (wrong, least) = if exact { (&sum.unequal, self.share) } else { (&sum.apart, ROUNDED) };
            let Some((row, added, total)) = wrong.first.filter(|_| share(wrong) >= least) else { continue };
            let draft = found.add(Some(table.fields[parts.total].column), wrong.seen.clone());
            if parts.is_apart {
                draft.kind = "apart";
            }
            if share(wrong) < SURE {
                draft.confidence(Confidence::Low);
            }
            let mut ends = [parts.fields[0], parts.fields[last]];
            ends.sort_unstable();
            let [from, to] = ends.map(|field| table.fields[field].name.as_str());
            draft.excerpt("from", from).excerpt("to", to).excerpt("sum", &shown(added)).excerpt("total", &shown(total));
            draft.count("row", row).count("rows", sum.judged);
        }
    }
}

/// Parts of a row, added.
struct Added {
    sum: f64,
    /// The finest unit of any figure.
    unit: f64,
    parts: usize,
    /// Those that are not zero, a bit each.
    filled: u64,
    /// One of them is blank: zero, or not known.
    blank: bool,
}

impl Sum {
    fn add(&mut self, added: &Added, total: f64, unit: f64, place: impl Fn() -> Place) {
        if added.filled == 0 && total == 0.0 {
            return;
        }
        let difference = (added.sum - total).abs();
        let is_equal = difference <= added.unit * 0.01;
        if is_equal {
            self.proven += 1;
            self.carried |= added.filled;
        }
        // A blank part may be one that is not known: it shows that a sum is right, never that it is wrong.
        if added.blank {
            return;
        }
        self.judged += 1;
        if !is_equal {
            self.unequal.add(&place, added.sum, total);
        }
        // Each figure may be off by half of its unit.
        if difference > unit.max(added.unit) * 0.5 * (added.parts + 1) as f64 {
            self.apart.add(&place, added.sum, total);
        }
    }
}

impl parts::Sum for Sum {
    fn judge(parts: &mut Parts<Self>, batch: &Batch, row: usize) {
        let Some((total, unit_of_total)) = batch.cell(row, parts.total).and_then(figure) else { return };
        let place = || batch.cell_place(row, parts.total);
        let mut added = Added { sum: 0.0, unit: unit_of_total, parts: 0, filled: 0, blank: false };
        for &field in &parts.fields {
            let Some((value, unit)) = batch.cell(row, field).and_then(part) else { return };
            added.sum += value;
            added.unit = unit.map_or(added.unit, |unit| unit.min(added.unit));
            added.blank |= unit.is_none();
            added.filled |= u64::from(value != 0.0) << added.parts;
            added.parts += 1;
            if added.parts >= 2 {
                parts.sums[added.parts - 2].add(&added, total, unit_of_total, place);
            }
        }
    }

    fn merge(&mut self, other: &Sum) {
        self.judged += other.judged;
        self.proven += other.proven;
        self.carried |= other.carried;
        self.unequal.merge(&other.unequal);
        self.apart.merge(&other.apart);
    }

    fn proven(&self) -> u64 {
        self.proven
    }

    fn is_proven(&self, rows: u64) -> bool {
        self.judged > 0 && self.proven >= rows && self.carried.count_ones() >= 2
    }
}

/// A figure, or nothing, which may be zero; then there is no unit. `None` for what is hidden or no number.
fn part(cell: &[u8]) -> Option<(f64, Option<f64>)> {
    if cell.trim_ascii().is_empty() {
        return Some((0.0, None));
    }
    figure(cell).map(|(value, unit)| (value, Some(unit)))
}
