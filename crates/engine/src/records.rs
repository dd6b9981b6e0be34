//! The fold that keeps the records of a small table.

use munilint_model::{Batch, Check, Findings, Records, Role, TableContext};

/// Of a table with more records none are kept.
const MOST_ROWS: usize = 1200;

/// Further fields are not kept.
const MOST_FIELDS: usize = 16;

/// Keeps the records of a table while they are few. Finds nothing.
pub(crate) struct SmallTable;

/// `None` when there are too many records.
pub(crate) type Kept = Option<Records>;

impl Check for SmallTable {
    type State = Kept;

    fn start(&self, table: &TableContext) -> Kept {
        let fields = table.fields.iter().filter(|field| {
            let role = field.role.role;
            !role.is_personal() && role != Role::FreeText
        });
        Some(Records { columns: fields.map(|field| field.column).take(MOST_FIELDS).collect(), rows: Vec::new() })
    }

    fn update(&self, state: &mut Kept, batch: &Batch) {
        let Some(kept) = state else { return };
        if kept.rows.len() + batch.rows() > MOST_ROWS {
            *state = None;
            return;
        }
        for row in 0..batch.rows() {
            let cell = |column: &u32| {
                let value = batch.value(row, *column as usize - 1).unwrap_or_default();
                batch.decode(&value).into_owned()
            };
            kept.rows.push((batch.row_place(row), kept.columns.iter().map(cell).collect()));
        }
    }

    fn merge(&self, state: &mut Kept, other: Kept) {
        match (state.as_mut(), other) {
            (Some(kept), Some(mut other)) if kept.rows.len() + other.rows.len() <= MOST_ROWS => {
                kept.rows.append(&mut other.rows);
                kept.rows.sort_by_key(|(place, _)| *place);
            }
            _ => *state = None,
        }
    }

    fn finish(&self, _: Kept, _: &TableContext, _: &mut Findings) {}
}
