//! Which fields of a row may be the parts of a total. They are told by nothing but where they stand and what they are called.

use super::figures::{is_total, may_be_added};
use munilint_model::{Field, TableContext};

/// More fields beside a total are not added.
const MOST_PARTS: usize = 32;

/// Fewer fields with a number in their names are no stretch of groups.
const NUMBERED: usize = 3;

fn is_part(field: &Field) -> bool {
    may_be_added(field) && !is_total(field)
}

/// The figures that stand directly before a total, the nearest first.
pub(crate) fn before(table: &TableContext, total: usize) -> Vec<usize> {
    (0..total).rev().take_while(|&at| is_part(&table.fields[at])).take(MOST_PARTS).collect()
}

/// Stretches of figures with a number in their names: `0-5 år`, `6-15 år`. They may be parts of a total that stands elsewhere.
pub(crate) fn numbered(table: &TableContext) -> Vec<Vec<usize>> {
    let is_numbered = |at: usize| {
        let field = &table.fields[at];
        is_part(field) && field.name.contains(|c: char| c.is_ascii_digit())
    };
    let fields: Vec<usize> = (0..table.fields.len()).filter(|&at| is_numbered(at)).collect();
    let stretches = fields.chunk_by(|one, next| one + 1 == *next).filter(|fields| fields.len() >= NUMBERED);
    stretches.map(|fields| fields.iter().copied().take(MOST_PARTS).collect()).collect()
}

/// The figures that stand directly behind a total.
pub(crate) fn behind(table: &TableContext, total: usize) -> Vec<usize> {
    (total + 1..table.fields.len()).take_while(|&at| is_part(&table.fields[at])).take(MOST_PARTS).collect()
}
