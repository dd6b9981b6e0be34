//! Totals beside their parts in a row.
//!
//! Which fields are the parts of a total is not told anywhere. Fields that could be are tried, and believed when their sum is
//! the total in most rows; then the other rows are told of.

use super::figures::{figure, is_total, may_be_added, shown};
use super::parts::{before, behind, numbered};
use munilint_model::{AnyCheck, Batch, Body, Check, Confidence, Findings, Occurrences, Options, Place, TableContext};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Table(compile);

/// More fields on either side of totals are not tried.
const MOST_BLOCKS: usize = 8;

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

/// The figures beside a total, from the nearest to the farthest, or such that stand apart from it, and what came of adding
/// the first two, three and so on.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Block {
    total: usize,
    fields: Vec<usize>,
    sums: Vec<Sum>,
    /// They have numbers in their names, and stand apart from the total.
    is_apart: bool,
}

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
    type State = Vec<Block>;

    fn start(&self, table: &TableContext) -> Vec<Block> {
        let totals = table.fields.iter().enumerate().filter(|(_, field)| may_be_added(field) && is_total(field));
        let mut blocks: Vec<Block> = Vec::new();
        for (total, _) in totals {
            let beside = [before(table, total), behind(table, total)].into_iter().filter(|fields| fields.len() >= 2);
            let beside: Vec<Vec<usize>> = beside.collect();
            let is_new = |run: &Vec<usize>| {
                let is_run = |block: &Vec<usize>| {
                    block.len() >= run.len() && block[..run.len()].iter().all(|at| run.contains(at))
                };
                !beside.iter().any(is_run)
            };
            let apart: Vec<Vec<usize>> = numbered(table).into_iter().filter(is_new).collect();
            blocks.extend(beside.into_iter().map(|fields| Block::of(total, fields, false)));
            blocks.extend(apart.into_iter().map(|fields| Block::of(total, fields, true)));
        }
        blocks.truncate(MOST_BLOCKS);
        blocks
    }

    fn update(&self, blocks: &mut Vec<Block>, batch: &Batch) {
        for block in blocks {
            (0..batch.rows()).for_each(|row| block.judge(batch, row));
        }
    }

    fn merge(&self, blocks: &mut Vec<Block>, other: Vec<Block>) {
        for (mine, theirs) in blocks.iter_mut().zip(other) {
            mine.sums.iter_mut().zip(&theirs.sums).for_each(|(mine, theirs)| mine.merge(theirs));
        }
    }

    fn finish(&self, blocks: Vec<Block>, table: &TableContext, found: &mut Findings) {
        for block in &blocks {
            // Of several sums the one that comes out most often is meant, with as few parts as it takes.
            let believed = block.sums.iter().enumerate().filter(|(_, sum)| sum.is_proven(self.rows));
            let Some((at, sum)) = believed.max_by_key(|(at, sum)| (sum.proven, usize::MAX - at)) else { continue };
            let share = |wrong: &Wrong| (sum.judged - wrong.seen.count) as f64 / sum.judged as f64;
            // Where the sums come out to the unit in most rows, nothing was rounded.
            let exact = share(&sum.unequal) >= self.share;
            let (wrong, least) = if exact { (&sum.unequal, self.share) } else { (&sum.apart, ROUNDED) };
            let Some((row, parts, total)) = wrong.first.filter(|_| share(wrong) >= least) else { continue };
            let draft = found.add(Some(table.fields[block.total].column), wrong.seen.clone());
            if block.is_apart {
                draft.kind = "apart";
            }
            if share(wrong) < SURE {
                draft.confidence(Confidence::Low);
            }
            let mut ends = [block.fields[0], block.fields[at + 1]];
            ends.sort_unstable();
            let [from, to] = ends.map(|field| table.fields[field].name.as_str());
            draft.excerpt("from", from).excerpt("to", to).excerpt("sum", &shown(parts)).excerpt("total", &shown(total));
            draft.count("row", row).count("rows", sum.judged);
        }
    }
}

impl Block {
    fn of(total: usize, fields: Vec<usize>, is_apart: bool) -> Block {
        let sums = vec![Sum::default(); fields.len() - 1];
        Block { total, fields, sums, is_apart }
    }

    fn judge(&mut self, batch: &Batch, row: usize) {
        let Some((total, unit_of_total)) = batch.cell(row, self.total).and_then(figure) else { return };
        let place = || batch.cell_place(row, self.total);
        let mut added = Added { sum: 0.0, unit: unit_of_total, parts: 0, filled: 0, blank: false };
        for &field in &self.fields {
            let Some((value, unit)) = batch.cell(row, field).and_then(part) else { return };
            added.sum += value;
            added.unit = unit.map_or(added.unit, |unit| unit.min(added.unit));
            added.blank |= unit.is_none();
            added.filled |= u64::from(value != 0.0) << added.parts;
            added.parts += 1;
            if added.parts >= 2 {
                self.sums[added.parts - 2].judge(&added, total, unit_of_total, place);
            }
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
    /// True when the sum comes out often enough, and not because one part alone is the total.
    fn is_proven(&self, rows: u64) -> bool {
        self.judged > 0 && self.proven >= rows && self.carried.count_ones() >= 2
    }

    fn judge(&mut self, added: &Added, total: f64, unit: f64, place: impl Fn() -> Place) {
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

    fn merge(&mut self, other: &Sum) {
        self.judged += other.judged;
        self.proven += other.proven;
        self.carried |= other.carried;
        self.unequal.merge(&other.unequal);
        self.apart.merge(&other.apart);
    }
}

/// A figure, or nothing, which may be zero; then there is no unit. `None` for what is hidden or no number.
fn part(cell: &[u8]) -> Option<(f64, Option<f64>)> {
    if cell.trim_ascii().is_empty() {
        return Some((0.0, None));
    }
    figure(cell).map(|(value, unit)| (value, Some(unit)))
}
