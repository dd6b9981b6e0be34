//! Numbers with a comma of their own in a table whose fields are set apart by commas: each becomes two cells.

use super::split_number_fit::{Fit, Numbers, Usual, fit, kind};
use crate::field_names::FieldNames;
use crate::record_text::excess;
use munilint_model::{
    AnyCheck, Batch, Body, Check, Confidence, Findings, Occurrences, OddityKind, Options, Severity, TableContext,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub(crate) const BODY: Body = Body::Table(compile);

/// Up to which row the usual content of the fields is learnt.
const LEARNT: u64 = 1000;

/// With more different patterns nothing is said.
const MOST: usize = 2000;

/// A lone record that is too long may be so for another reason.
const FEWEST: u64 = 2;

/// Nor are a few told of when it is not known which field it is.
const FEWEST_UNSURE: u64 = 3;

/// How many fields a message names.
const NAMED: usize = 4;

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    Box::new(SplitNumber { share: options.number("share"), share_unsure: options.number("share-unsure") })
}

struct SplitNumber {
    /// How much of the records that are too long must be explained.
    share: f64,
    /// The same where the names of the fields do not tell that they hold measures.
    share_unsure: f64,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Rows {
    /// What stands in records of the right width, by field; empty when the table has another delimiter.
    usual: Vec<Usual>,
    /// Records.
    count: u64,
    /// Records that are too long.
    long: u64,
    /// Those of them that are not quoted, by the kinds of their cells. `None` when there are too many.
    patterns: Option<BTreeMap<String, Pattern>>,
}

/// Records whose cells are of the same kinds, in order.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Pattern {
    seen: Occurrences,
    /// Row of the first, and its cells of digits; other cells are left out.
    first: (u64, Vec<String>),
}

impl Check for SplitNumber {
    type State = Rows;

    fn start(&self, table: &TableContext) -> Rows {
        let is_meant = table.layout.dialect.delimiter == b',' && table.fields.len() > 1;
        let usual = if is_meant { vec![Usual::default(); table.fields.len()] } else { Vec::new() };
        Rows { usual, count: 0, long: 0, patterns: Some(BTreeMap::new()) }
    }

    fn update(&self, rows: &mut Rows, batch: &Batch) {
        rows.count += batch.rows() as u64;
        let any_long = batch.oddities.count(OddityKind::LongRow) > 0;
        if rows.usual.is_empty() || batch.rows() == 0 || !(any_long || batch.row_number(0) <= LEARNT) {
            return;
        }
        for row in 0..batch.rows() {
            let (start, end) = batch.span(row, batch.fields - 1);
            if start <= end && batch.bytes.get(end) == Some(&b',') {
                rows.add_long(batch, row);
            } else if start <= end && batch.row_number(row) <= LEARNT {
                for (field, usual) in rows.usual.iter_mut().enumerate() {
                    usual.add(batch.cell(row, field).unwrap_or_default());
                }
            } else if !any_long && batch.row_number(row) > LEARNT {
                return;
            }
        }
    }

    fn merge(&self, rows: &mut Rows, other: Rows) {
        rows.count += other.count;
        rows.long += other.long;
        rows.usual.iter_mut().zip(&other.usual).for_each(|(mine, theirs)| mine.merge(theirs));
        match (&mut rows.patterns, other.patterns) {
            (Some(patterns), Some(theirs)) => {
                for (kinds, pattern) in theirs {
                    match patterns.get_mut(&kinds) {
                        Some(mine) => mine.merge(pattern),
                        None => {
                            patterns.insert(kinds, pattern);
                        }
                    }
                }
            }
            _ => rows.patterns = None,
        }
        rows.keep_to_limit();
    }

    fn finish(&self, rows: Rows, table: &TableContext, found: &mut Findings) {
        let Some(patterns) = rows.patterns.filter(|patterns| !patterns.is_empty()) else { return };
        let numbers: Vec<Numbers> = table.fields.iter().map(Numbers::of).collect();
        let fitted = |(kinds, pattern): (String, Pattern)| Some((fit(&kinds, &rows.usual, &numbers)?, pattern));
        let fits: Vec<(Fit, Pattern)> = patterns.into_iter().filter_map(fitted).collect();
        let explained: u64 = fits.iter().map(|(_, pattern)| pattern.seen.count).sum();
        // Where a field may as well hold lists of codes, or some records a cell more, nearly all must fit.
        // Measures have decimals in many records or in none.
        let is_measured = |(fit, _): &(Fit, Pattern)| {
            fit.is_sure() && fit.splits[0].iter().all(|&field| numbers[field] == Numbers::Measured)
        };
        let is_sure = rows.long == rows.count || (rows.long * 4 >= rows.count && fits.iter().all(is_measured));
        let share = if is_sure { self.share } else { self.share_unsure };
        if explained < FEWEST || (explained as f64) < share * rows.long as f64 {
            return;
        }
        report(&fits, is_sure, table, found);
    }
}

fn report(fits: &[(Fit, Pattern)], is_sure: bool, table: &TableContext, found: &mut Findings) {
    let mut fields: BTreeMap<usize, Split> = BTreeMap::new();
    let mut unsure: BTreeMap<Vec<usize>, Occurrences> = BTreeMap::new();
    let known = |field: &usize| fits.iter().any(|(fit, _)| fit.is_sure() && fit.splits[0].contains(field));
    for (fit, pattern) in fits {
        // What one record leaves open another may tell.
        let best = if fit.is_sure() { Some(&fit.splits[0]) } else { fit.only(|split| split.iter().all(known)) };
        match best {
            Some(split) => split.iter().enumerate().for_each(|(nth, &field)| {
                fields.entry(field).or_default().add(pattern, field + nth);
            }),
            None => unsure.entry(fit.either()).or_default().merge(&pattern.seen),
        }
    }
    for (field, split) in fields {
        let draft = found.add(Some(table.fields[field].column), split.seen);
        draft.excerpt("example", &split.example);
        if !is_sure {
            draft.severity(Severity::Note).confidence(Confidence::Medium);
        }
    }
    for (either, seen) in unsure.into_iter().filter(|(_, seen)| seen.count >= FEWEST_UNSURE) {
        let names = FieldNames::of(either.iter().map(|&field| table.fields[field].name.as_str()), NAMED);
        let draft = found.add(None, seen).variant("either").word("fields", names.shown);
        draft.severity(Severity::Note).confidence(Confidence::Medium);
    }
}

/// The numbers of one field that are split.
#[derive(Default)]
struct Split {
    seen: Occurrences,
    row: Option<u64>,
    example: String,
}

impl Split {
    /// The number's first part is the cell at `at`.
    fn add(&mut self, pattern: &Pattern, at: usize) {
        self.seen.merge(&pattern.seen);
        let (row, cells) = &pattern.first;
        if self.row.is_none_or(|known| *row < known) {
            self.row = Some(*row);
            self.example = format!("{},{}", cells[at].trim(), cells[at + 1]);
        }
    }
}

impl Rows {
    fn add_long(&mut self, batch: &Batch, row: usize) {
        let behind = excess(batch, row);
        // Delimiters alone are another matter.
        if behind.iter().all(|&byte| byte == b',') {
            return;
        }
        self.long += 1;
        let Some(patterns) = &mut self.patterns else { return };
        let is_quoted = |field| batch.span(row, field) != batch.inner(row, field);
        if batch.quote.is_some_and(|quote| behind.contains(&quote)) {
            return;
        }
        let mut cells: Vec<&[u8]> = (0..batch.fields).map(|field| batch.cell(row, field).unwrap_or_default()).collect();
        cells.extend(behind[1..].split(|&byte| byte == b','));
        let told = |(at, cell): (usize, &&[u8])| {
            let kind = kind(cell);
            // Whoever quotes a number does not split it.
            if at < batch.fields && is_quoted(at) && kind.is_ascii_digit() { 'n' } else { kind }
        };
        let kinds: String = cells.iter().enumerate().map(told).collect();
        let place = || batch.row_place(row);
        match patterns.get_mut(&kinds) {
            Some(pattern) => pattern.seen.add(place),
            None => {
                let number = |cell: &&[u8]| {
                    let digits = kind(cell).is_ascii_digit();
                    if digits { String::from_utf8_lossy(cell).into_owned() } else { String::new() }
                };
                let first = (batch.row_number(row), cells.iter().map(number).collect());
                patterns.insert(kinds, Pattern { seen: Occurrences::at(place()), first });
                self.keep_to_limit();
            }
        }
    }

    fn keep_to_limit(&mut self) {
        if self.patterns.as_ref().is_some_and(|patterns| patterns.len() > MOST) {
            self.patterns = None;
        }
    }
}

impl Pattern {
    fn merge(&mut self, other: Pattern) {
        self.seen.merge(&other.seen);
        if other.first.0 < self.first.0 {
            self.first = other.first;
        }
    }
}
