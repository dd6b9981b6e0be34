//! The header: titles that a table gives its columns, and whether a description fits them.

use super::notes::Notes;
use super::rows::{Rows, split};
use crate::IssueKind;
use crate::language;
use crate::metadata::Column;

/// What a table says of its columns.
pub(super) struct Header {
    /// Titles of each column, from the first header row to the last.
    pub(super) titles: Vec<Vec<String>>,
    /// The number of the last header row; 0 when there is none.
    pub(super) row: u64,
}

impl Header {
    /// Reads the header rows. Without any, the first row of data says how many columns there are, and so it does when
    /// they are comments and no description says which columns there must be.
    pub(super) fn read(rows: &mut Rows<'_>, described: bool, notes: &mut Notes<'_>) -> Self {
        let dialect = rows.dialect();
        let mut header = Self { titles: Vec::new(), row: 0 };
        let mut cells = Vec::new();
        for _ in 0..dialect.header_rows {
            let Some((row, number)) = rows.next() else { break };
            header.row = number;
            if rows.is_comment(row) {
                continue;
            }
            if !split(row, dialect, &mut cells) {
                notes.row(IssueKind::QuoteMisplaced, number);
            }
            for (index, title) in cells.iter().skip(dialect.skip_columns).enumerate() {
                if index == header.titles.len() {
                    header.titles.push(Vec::new());
                }
                if !title.trim().is_empty() {
                    header.titles[index].push(title.clone().into_owned());
                }
            }
        }
        if dialect.header_rows == 0 || header.titles.is_empty() && !described {
            let count = rows.peek().map_or(0, |cells| cells.len().saturating_sub(dialect.skip_columns));
            header.titles = vec![Vec::new(); count];
        }
        header
    }
}

/// True when a column with these titles, in this language, may be the one that is described (the vocabulary,
/// section 5.5.1).
pub(super) fn fits(column: &Column, titles: &[String], language: &str) -> bool {
    if titles.is_empty() || column.name.is_none() && column.titles.is_empty() {
        return true;
    }
    column.titles.iter().any(|(tag, described)| {
        language::matches(tag, language) && described.iter().any(|title| titles.contains(title))
    })
}
