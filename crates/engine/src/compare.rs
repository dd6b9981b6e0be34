//! Two readings of a table held against each other.

use munilint_model::{Batch, TableSource};
use std::io;

/// A cell that has another value.
#[derive(Clone, Copy, Debug)]
pub struct Differing<'a> {
    /// Row as a spreadsheet counts, in the first table.
    pub row: u64,
    /// 1-based position of the field.
    pub column: u32,
    /// The first table's value; `None` when the record has no such cell.
    pub before: Option<&'a str>,
    /// The second table's value.
    pub after: Option<&'a str>,
}

/// Reads both tables and hands over every cell that differs. `false` when they do not have the same fields and as many
/// records.
///
/// # Errors
/// One of them cannot be read.
pub fn compare(
    before: &dyn TableSource,
    after: &dyn TableSource,
    differs: &mut dyn FnMut(Differing<'_>),
) -> io::Result<bool> {
    let names = |table: &dyn TableSource| -> Vec<String> {
        table.context().fields.iter().map(|field| field.name.clone()).collect()
    };
    if names(before) != names(after) || before.context().around.titles.len() != after.context().around.titles.len() {
        return Ok(false);
    }
    let (mut before, mut after) = (Records::of(before), Records::of(after));
    loop {
        match (before.next()?, after.next()?) {
            (false, false) => return Ok(true),
            (true, true) => {}
            _ => return Ok(false),
        }
        for field in 0..before.batch.fields {
            let (one, two) = (before.batch.value(before.at, field), after.batch.value(after.at, field));
            if before.batch.encoding == after.batch.encoding && one == two {
                continue;
            }
            let one = one.as_deref().map(|value| before.batch.decode(value));
            let two = two.as_deref().map(|value| after.batch.decode(value));
            if one != two {
                differs(Differing {
                    row: before.batch.row_number(before.at),
                    column: u32::try_from(field + 1).unwrap_or(u32::MAX),
                    before: one.as_deref(),
                    after: two.as_deref(),
                });
            }
        }
    }
}

/// The records of a table, one after the other.
struct Records<'a> {
    table: &'a dyn TableSource,
    batch: Batch,
    at: usize,
}

impl<'a> Records<'a> {
    fn of(table: &'a dyn TableSource) -> Self {
        Records { table, batch: Batch::default(), at: 0 }
    }

    /// Goes to the next record; `false` at the end.
    fn next(&mut self) -> io::Result<bool> {
        self.at += 1;
        while self.at >= self.batch.rows() {
            if !self.table.fill(&mut self.batch)? {
                return Ok(false);
            }
            self.at = 0;
        }
        Ok(true)
    }
}
