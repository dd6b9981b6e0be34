//! Suppressed cells that the total and the other parts of their row give back.
//!
//! Which fields are the parts of a total is not told anywhere. It is believed when the sum comes out in the rows in which
//! nothing is suppressed.

use crate::stat::figures::{figure, is_total, may_be_added};
use crate::stat::parts::{before, behind, numbered};
use munilint_model::{
    AnyCheck, Batch, Body, Check, Confidence, Findings, Occurrences, Options, Place, Severity, TableContext,
};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Table(compile);

/// More fields on either side of totals are not tried.
const MOST_BLOCKS: usize = 8;

/// With fewer rows in which the sum comes out, the parts may be others.
const SURE: u64 = 10;

/// Of a hundred rows so many may have a sum that does not come out.
const WRONG: u64 = 5;

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    Box::new(LoneSuppressedCell { rows: options.number("rows") as u64 })
}

struct LoneSuppressedCell {
    /// Sums that come out in fewer rows may do so by chance.
    rows: u64,
}

/// Fields that may be the parts of a total, and what came of adding the first two, three and so on.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Block {
    total: usize,
    fields: Vec<usize>,
    sums: Vec<Sum>,
}

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
    type State = Vec<Block>;

    fn start(&self, table: &TableContext) -> Vec<Block> {
        let totals = table.fields.iter().enumerate().filter(|(_, field)| may_be_added(field) && is_total(field));
        let mut blocks: Vec<Block> = Vec::new();
        for (total, _) in totals {
            let runs = [before(table, total), behind(table, total)].into_iter().chain(numbered(table));
            let runs = runs.filter(|fields| fields.len() >= 2);
            blocks.extend(runs.map(|fields| Block { total, sums: vec![Sum::default(); fields.len() - 1], fields }));
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
        let mut told: Vec<Occurrences> = Vec::new();
        for block in &blocks {
            let believed = block.sums.iter().enumerate().filter(|(_, sum)| sum.is_proven(self.rows));
            let Some((_, sum)) = believed.max_by_key(|(at, sum)| (sum.proven, usize::MAX - at)) else { continue };
            // Ages that stand behind their total are met once more as fields with numbers in their names.
            if sum.lone.is_empty() || told.contains(&sum.lone) {
                continue;
            }
            told.push(sum.lone.clone());
            let column = sum.lone.first.first().and_then(Place::column);
            let draft = found.add(column, sum.lone.clone());
            draft.excerpt("total", &table.fields[block.total].name).count("proven", sum.proven);
            if sum.proven < SURE || sum.wrong > 0 {
                draft.severity(Severity::Warning).confidence(Confidence::Medium);
            }
        }
    }
}

impl Block {
    fn judge(&mut self, batch: &Batch, row: usize) {
        let Some((total, _)) = batch.cell(row, self.total).and_then(figure) else { return };
        let (mut sum, mut filled, mut hidden) = (0.0, 0_u64, None);
        for (at, &field) in self.fields.iter().enumerate() {
            let Some(cell) = batch.cell(row, field) else { return };
            match figure(cell) {
                Some((value, _)) => {
                    sum += value;
                    filled |= u64::from(value != 0.0) << at;
                }
                None if hidden.is_none() && is_suppressed(cell) => hidden = Some(field),
                None => return,
            }
            let Some(sums) = at.checked_sub(1).and_then(|at| self.sums.get_mut(at)) else { continue };
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
}

impl Sum {
    /// True when the sum comes out in nearly all rows, and not because one part alone is the total.
    fn is_proven(&self, rows: u64) -> bool {
        let judged = self.proven + self.wrong;
        self.proven >= rows && self.wrong * 100 <= judged * WRONG && self.carried.count_ones() >= 2
    }

    fn merge(&mut self, other: &Sum) {
        self.proven += other.proven;
        self.carried |= other.carried;
        self.wrong += other.wrong;
        self.lone.merge(&other.lone);
    }
}

/// True for what says that there is a figure that is not shown: `:` (Statistics Norway), `*` (NAV), `<5`. A point says that
/// there can be none, and two that it is not known.
fn is_suppressed(cell: &[u8]) -> bool {
    match cell.trim_ascii() {
        [b':'] => true,
        [b'<', rest @ ..] => figure(rest).is_some(),
        stars => (1..=4).contains(&stars.len()) && stars.iter().all(|&byte| byte == b'*'),
    }
}
