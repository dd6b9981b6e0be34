//! Sums that so few enterprises contribute to that one of them can work out the others'.

use super::enterprises::{counts_enterprises, is_own_figure};
use super::people::is_register;
use munilint_detect::number::number;
use munilint_model::{AnyCheck, Batch, Body, Check, Field, Findings, Occurrences, Options, TableContext};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Table(compile);

/// More fields with sums are not looked at.
const MOST_SUMS: usize = 32;

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    Box::new(FewContributors { k: options.number("enterprises") })
}

struct FewContributors {
    /// The smallest number of enterprises whose sum is let through.
    k: f64,
}

/// A number of enterprises, and the sums beside it. Positions are those of fields.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Sums {
    contributors: usize,
    sums: Vec<usize>,
    /// Rows with a number of enterprises.
    rows: u64,
    /// Rows with few, and a sum that is given.
    few: Occurrences,
    /// The first field with such a sum.
    first: Option<usize>,
    /// The number of enterprises is none: it has decimals.
    is_other: bool,
}

impl Check for FewContributors {
    type State = Option<Sums>;

    fn start(&self, table: &TableContext) -> Option<Sums> {
        let at = |is_meant: fn(&Field) -> bool| (0..table.fields.len()).filter(move |&at| is_meant(&table.fields[at]));
        if is_register(table) {
            return None;
        }
        let contributors = at(counts_enterprises).next()?;
        let sums: Vec<usize> = at(is_own_figure).take(MOST_SUMS).collect();
        let few = Occurrences::default();
        (!sums.is_empty()).then_some(Sums { contributors, sums, rows: 0, few, first: None, is_other: false })
    }

    fn update(&self, sums: &mut Option<Sums>, batch: &Batch) {
        let Some(sums) = sums else { return };
        let read = |row, field| batch.cell(row, field).and_then(|cell| number(cell.trim_ascii()));
        for row in 0..batch.rows() {
            let Some(contributors) = read(row, sums.contributors) else { continue };
            sums.rows += 1;
            sums.is_other |= contributors.fract() != 0.0 || contributors < 0.0;
            if !(1.0..self.k).contains(&contributors) {
                continue;
            }
            let given = |&&field: &&usize| read(row, field).is_some_and(|sum| sum != 0.0);
            if let Some(&first) = sums.sums.iter().find(given) {
                sums.few.add(|| batch.cell_place(row, sums.contributors));
                sums.first = Some(sums.first.map_or(first, |known| known.min(first)));
            }
        }
    }

    fn merge(&self, sums: &mut Option<Sums>, other: Option<Sums>) {
        let (Some(mine), Some(theirs)) = (sums, other) else { return };
        mine.rows += theirs.rows;
        mine.few.merge(&theirs.few);
        mine.first = [mine.first, theirs.first].into_iter().flatten().min();
        mine.is_other |= theirs.is_other;
    }

    fn finish(&self, sums: Option<Sums>, table: &TableContext, found: &mut Findings) {
        let Some(sums) = sums.filter(|sums| !sums.is_other) else { return };
        let Some(first) = sums.first else { return };
        let draft = found.add(Some(table.fields[sums.contributors].column), sums.few);
        draft.excerpt("sum", &table.fields[first].name).count("rows", sums.rows).count("k", self.k as u64);
    }
}
