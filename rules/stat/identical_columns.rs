//! Columns of numbers that are equal in every row.
//!
//! A pair of columns costs a bit. Most pairs are out after the first rows; only those that are still in are compared.

use super::figure_fields::may_be_figures;
use crate::field_names::FieldNames;
use munilint_detect::number::number;
use munilint_model::{AnyCheck, Batch, Body, Check, Field, Findings, Occurrences, Options, Place, TableContext};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Table(compile);

/// More columns than bits of a word are not compared.
const MOST: usize = 64;

/// How many fields a message names.
const NAMED: usize = 4;

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    Box::new(IdenticalColumns { rows: options.number("rows") as u64, values: options.number("values") as usize })
}

struct IdenticalColumns {
    /// Fewer rows with numbers may be equal by chance.
    rows: u64,
    /// So may fewer different values.
    values: usize,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Equal {
    rows: u64,
    columns: Vec<Column>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Column {
    /// Index of the field.
    field: usize,
    /// Columns behind this one that are equal to it so far.
    equal: u64,
    /// Rows with a number, while some column is equal.
    numbers: u64,
    /// Some of the different values, at most as many as are asked for.
    values: Vec<Vec<u8>>,
}

impl Check for IdenticalColumns {
    type State = Equal;

    fn start(&self, table: &TableContext) -> Equal {
        let fields = table.fields.iter().enumerate().filter(|(_, field)| may_be_figures(field));
        let fields: Vec<usize> = fields.map(|(at, _)| at).take(MOST).collect();
        let all = u64::MAX >> (MOST - fields.len().max(1));
        let behind = |at: usize| if at + 1 < fields.len() { all & (u64::MAX << (at + 1)) } else { 0 };
        let column = |(at, &field)| Column { field, equal: behind(at), numbers: 0, values: Vec::new() };
        Equal { rows: 0, columns: fields.iter().enumerate().map(column).collect() }
    }

    fn update(&self, equal: &mut Equal, batch: &Batch) {
        equal.rows += batch.rows() as u64;
        let fields: Vec<usize> = equal.columns.iter().map(|column| column.field).collect();
        for column in &mut equal.columns {
            for row in 0..batch.rows() {
                if column.equal == 0 {
                    break;
                }
                let cell = batch.cell(row, column.field);
                column.keep(|at| batch.cell(row, fields[at]) == cell);
                if let Some(cell) = cell.filter(|cell| number(cell).is_some()) {
                    column.numbers += 1;
                    column.add(cell, self.values);
                }
            }
        }
    }

    fn merge(&self, equal: &mut Equal, other: Equal) {
        equal.rows += other.rows;
        for (mine, theirs) in equal.columns.iter_mut().zip(other.columns) {
            mine.equal &= theirs.equal;
            mine.numbers += theirs.numbers;
            theirs.values.iter().for_each(|value| mine.add(value, self.values));
        }
    }

    fn finish(&self, equal: Equal, table: &TableContext, found: &mut Findings) {
        let mut told = 0u64;
        for (at, column) in equal.columns.iter().enumerate() {
            let is_varied = column.values.len() >= self.values;
            if told >> at & 1 == 1 || column.equal == 0 || !is_varied || column.numbers < self.rows {
                continue;
            }
            told |= column.equal;
            let others = (0..MOST).filter(|other| column.equal >> other & 1 == 1);
            let others: Vec<&Field> = others.map(|other| &table.fields[equal.columns[other].field]).collect();
            let first = &table.fields[column.field];
            let mut seen = Occurrences::default();
            others.iter().for_each(|field| seen.add(|| Place::Field { column: field.column }));
            let names = FieldNames::of(others.iter().map(|field| field.name.as_str()), NAMED);
            let variant = if others.len() == 1 { "" } else { "many" };
            let draft = found.add((others.len() == 1).then(|| others[0].column), seen).variant(variant);
            draft.excerpt("name", &first.name).count("rows", equal.rows);
            if others.len() > 1 {
                draft.word("fields", names.to_string());
            }
        }
    }
}

impl Column {
    /// Keeps the columns that are equal still.
    fn keep(&mut self, is_equal: impl Fn(usize) -> bool) {
        let mut rest = self.equal;
        while rest != 0 {
            let at = rest.trailing_zeros();
            rest &= rest - 1;
            if !is_equal(at as usize) {
                self.equal &= !(1 << at);
            }
        }
    }

    fn add(&mut self, value: &[u8], most: usize) {
        if self.values.len() < most && !self.values.iter().any(|known| known == value) {
            self.values.push(value.to_vec());
        }
    }
}
