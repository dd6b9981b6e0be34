//! A table: its rows are read one at a time, and held against its description.

mod cell;
mod header;
mod keys;
mod notes;
mod rows;

pub(crate) use keys::Keys;

use crate::metadata::{Column, Inherited, Table};
use crate::{Issue, IssueKind};
use cell::Cells;
use header::Header;
use keys::RowKey;
use notes::Notes;
use rows::Rows;

/// A column of a table with all that its cells are held against.
struct Checked {
    label: String,
    cells: Cells,
    /// Whether its cells are what the description is about.
    described: bool,
    /// Whether a key needs its values.
    in_key: bool,
}

/// What is wrong with a table. Its keys are kept for when all tables are read.
pub(crate) fn check(table: &Table, bytes: &[u8], position: usize, keys: &mut Keys) -> Vec<Issue> {
    let dialect = table.dialect.clone().unwrap_or_default();
    let (text, _, _) = dialect.encoding.decode(bytes);
    let mut rows = Rows::new(&text, &dialect);
    let mut notes = Notes::new(&table.url);
    let header = Header::read(&mut rows, table.schema.columns.is_some(), &mut notes);
    let described: Vec<&Column> = table.schema.columns.iter().flatten().filter(|column| !column.is_virtual).collect();
    if table.schema.columns.is_some() && described.len() != header.titles.len() {
        let (described, found) = (described.len(), header.titles.len());
        notes.table(IssueKind::ColumnCountDiffers { described, found });
        keys.unknown(position);
        return notes.finish(&[]);
    }
    let columns = columns(table, &described, &header, position, keys, &mut notes);
    let labels: Vec<String> = columns.iter().map(|column| column.label.clone()).collect();
    read(&mut rows, &columns, position, keys, &mut notes);
    notes.finish(&labels)
}

/// The columns of the table as its header and its description have them.
fn columns(
    table: &Table,
    described: &[&Column],
    header: &Header,
    position: usize,
    keys: &Keys,
    notes: &mut Notes<'_>,
) -> Vec<Checked> {
    let outer = table.schema.inherited.within(&table.inherited);
    let language = table.inherited.lang.as_deref().unwrap_or(crate::language::UNDEFINED);
    let count = header.titles.len();
    let mut columns = Vec::with_capacity(count);
    for (index, titles) in header.titles.iter().enumerate() {
        let column = described.get(index).copied();
        let fits = column.is_none_or(|column| header::fits(column, titles, language));
        if let (false, Some(column)) = (fits, column) {
            let described = column.titles.iter().flat_map(|(_, titles)| titles.clone()).collect();
            let found = titles.first().cloned().unwrap_or_default();
            notes.column(IssueKind::TitleDiffers { described, found }, index, header.row);
        }
        let inherited = column.map_or(Inherited::default(), |column| column.inherited.clone()).within(&outer);
        let named = column.filter(|column| column.name.is_some() || !column.titles.is_empty());
        let label = named.map(|column| column.label(index + 1)).or(titles.first().cloned());
        columns.push(Checked {
            label: label.unwrap_or_else(|| format!("_col.{}", index + 1)),
            cells: Cells::new(&inherited),
            // A name is no title, but it tells that the column is the one that is meant.
            described: fits
                || column.is_some_and(|column| titles.iter().any(|title| column.name.as_ref() == Some(title))),
            in_key: keys.uses(position, index),
        });
    }
    columns
}

/// Reads the rows behind the header.
fn read(rows: &mut Rows<'_>, columns: &[Checked], position: usize, keys: &mut Keys, notes: &mut Notes<'_>) {
    let mut cells = Vec::new();
    let mut key = RowKey::new(columns.len());
    while let Some(row) = rows.next_data(&mut cells, notes) {
        if cells.len() != columns.len() {
            notes.row(IssueKind::CellCountDiffers { expected: columns.len() }, row);
        }
        key.clear();
        for (index, (column, text)) in columns.iter().zip(&cells).enumerate() {
            let value = column.in_key.then(|| key.value(index));
            column.cells.check(text, value, |fault| {
                if column.described {
                    notes.cell(&fault, index, row);
                }
            });
        }
        keys.row(position, &key, row, notes);
    }
}
