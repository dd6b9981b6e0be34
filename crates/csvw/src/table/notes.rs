//! What is wrong with a table, as its rows are read: for each kind and column a count and the first ten rows.

use super::cell::CellFault;
use crate::datatype::Fault;
use crate::log::KEPT;
use crate::{Issue, IssueKind, Place};
use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};

/// Issues of one table.
pub(super) struct Notes<'a> {
    url: &'a str,
    issues: Vec<Noted>,
    /// Where the issue of a kind, a column and a facet is. A column has one value of everything else that a kind holds.
    known: HashMap<(Discriminant<IssueKind>, Option<usize>, &'static str), usize>,
}

struct Noted {
    kind: IssueKind,
    column: Option<usize>,
    rows: Vec<u64>,
    count: u64,
}

impl<'a> Notes<'a> {
    pub(super) fn new(url: &'a str) -> Self {
        Self { url, issues: Vec::new(), known: HashMap::new() }
    }

    /// Something about the table.
    pub(super) fn table(&mut self, kind: IssueKind) {
        self.add(kind, None, None);
    }

    /// Something about a row.
    pub(super) fn row(&mut self, kind: IssueKind, row: u64) {
        self.add(kind, None, Some(row));
    }

    /// Something about a column, told at a row.
    pub(super) fn column(&mut self, kind: IssueKind, column: usize, row: u64) {
        self.add(kind, Some(column), Some(row));
    }

    fn add(&mut self, kind: IssueKind, column: Option<usize>, row: Option<u64>) {
        let key = (discriminant(&kind), column, facet(&kind));
        let index = *self.known.entry(key).or_insert(self.issues.len());
        if index == self.issues.len() {
            self.issues.push(Noted { kind, column, rows: Vec::new(), count: 0 });
        }
        let noted = &mut self.issues[index];
        noted.count += 1;
        if noted.rows.len() < KEPT {
            noted.rows.extend(row);
        }
    }

    /// Something about a cell.
    pub(super) fn cell(&mut self, fault: &CellFault<'_>, column: usize, row: u64) {
        let kind = match fault {
            CellFault::Missing => IssueKind::ValueMissing,
            CellFault::Value(datatype, Fault::NotOfDatatype) => {
                IssueKind::ValueNotOfDatatype { datatype: datatype.base.name }
            }
            CellFault::Value(_, Fault::NotInFormat(format)) => {
                IssueKind::ValueNotInFormat { format: (*format).to_owned() }
            }
            CellFault::Value(_, Fault::Length(facet, limit)) => IssueKind::LengthOutOfBounds { facet, limit: *limit },
            CellFault::Value(_, Fault::Bound(facet, limit)) => {
                IssueKind::ValueOutOfBounds { facet, limit: (*limit).to_owned() }
            }
        };
        self.add(kind, Some(column), Some(row));
    }

    /// The issues, with columns by these names.
    pub(super) fn finish(self, labels: &[String]) -> Vec<Issue> {
        let issues = self.issues.into_iter().map(|noted| Issue {
            kind: noted.kind,
            place: Place::Table {
                url: self.url.to_owned(),
                rows: noted.rows,
                column: noted.column.and_then(|column| labels.get(column).cloned()),
            },
            count: noted.count,
        });
        issues.collect()
    }
}

fn facet(kind: &IssueKind) -> &'static str {
    match kind {
        IssueKind::LengthOutOfBounds { facet, .. } | IssueKind::ValueOutOfBounds { facet, .. } => facet,
        _ => "",
    }
}
