//! The fold that keeps the records of a small table.

use munilint_model::{Batch, Records, Role, TableContext};

/// Of a table with more records none are kept.
const MOST_ROWS: usize = 1200;

/// Further fields are not kept.
const MOST_FIELDS: usize = 16;

/// The records of a table while they are few; `None` when there are too many, or nobody asks for them.
#[derive(Clone, Debug, Default)]
pub(crate) struct SmallTable(pub(crate) Option<Records>);

impl SmallTable {
    /// No record yet.
    pub(crate) fn of(table: &TableContext) -> Self {
        let fields = table.fields.iter().filter(|field| {
            let role = field.role.role;
            !role.is_personal() && role != Role::FreeText
        });
        let columns = fields.map(|field| field.column).take(MOST_FIELDS).collect();
        SmallTable(Some(Records { columns, rows: Vec::new() }))
    }

    /// Takes in the records of a run.
    pub(crate) fn update(&mut self, batch: &Batch) {
        let Some(kept) = &mut self.0 else { return };
        if kept.rows.len() + batch.rows() > MOST_ROWS {
            self.0 = None;
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

    /// Takes in what another part of the table had.
    pub(crate) fn merge(&mut self, other: SmallTable) {
        match (&mut self.0, other.0) {
            (Some(kept), Some(mut other)) if kept.rows.len() + other.rows.len() <= MOST_ROWS => {
                kept.rows.append(&mut other.rows);
                kept.rows.sort_by_key(|(place, _)| *place);
            }
            (kept, _) => *kept = None,
        }
    }
}
