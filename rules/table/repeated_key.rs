//! A field that names each row by its own value, and names some of them alike.

use crate::hashed_rows::HashedRows;
use crate::row_hash::hash;
use munilint_detect::header::fold;
use munilint_model::{AnyCheck, Batch, Body, Check, Findings, MARKERS, Options, TableContext};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Table(compile);

/// Names, folded, of fields that name the rows of their own table. Longer names (`skole_id`) may name something of another.
const KEYS: [&str; 16] = [
    "id", "uuid", "guid", "key", "nokkel", "primarnokkel", "primaernokkel", "primary key", "lokalid", "lokal id",
    "objectid", "object id", "fid", "gid", "rad id", "row id",
];

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    Box::new(RepeatedKey { share: options.number("share"), limit: options.number("limit") as u64 })
}

struct RepeatedKey {
    /// Where more of the rows repeat a value, it does not name the rows.
    share: f64,
    /// More rows than this are not compared.
    limit: u64,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Keyed {
    /// Index of the key.
    field: Option<usize>,
    rows: HashedRows,
}

impl Check for RepeatedKey {
    type State = Keyed;

    fn start(&self, table: &TableContext) -> Keyed {
        let mut keys = table.fields.iter().enumerate().filter(|(_, field)| KEYS.contains(&fold(&field.name).as_str()));
        let field = keys.next().map(|(at, _)| at);
        // Two such fields are a key together, or each of something else.
        Keyed { field: field.filter(|_| keys.next().is_none()), rows: HashedRows::default() }
    }

    fn update(&self, keyed: &mut Keyed, batch: &Batch) {
        let Some(field) = keyed.field else { return };
        keyed.rows.add(batch, self.limit, |row| match batch.cell(row, field) {
            Some(cell) if !is_missing(cell) => hash(cell),
            // A key that is missing is another matter: no two of them are alike.
            _ => hash(&[batch.row_number(row).to_le_bytes(), *b"no value"].concat()),
        });
    }

    fn merge(&self, keyed: &mut Keyed, other: Keyed) {
        keyed.rows.merge(other.rows, self.limit);
    }

    fn finish(&self, keyed: Keyed, table: &TableContext, found: &mut Findings) {
        let Some(field) = keyed.field else { return };
        let count = keyed.rows.count;
        let Some(copies) = keyed.rows.copies() else { return };
        if copies.seen.count as f64 > self.share * count as f64 {
            return;
        }
        let draft = found.add(Some(table.fields[field].column), copies.seen);
        if let Some((copy, original)) = copies.first {
            draft.count("copy", copy).count("original", original);
        }
    }
}

fn is_missing(cell: &[u8]) -> bool {
    let text = cell.trim_ascii();
    text.is_empty() || (text.len() <= 6 && MARKERS.iter().any(|marker| marker.as_bytes() == text))
}
