//! Cells of copied tables that findings are about, by the address that a spreadsheet gives them in the file itself.

use munilint_model::{Finding, Place, Severity};
use std::collections::{BTreeMap, BTreeSet};

/// How many rows a sheet has (ECMA-376; Excel's specifications and limits).
pub(crate) const ROWS: u32 = 1_048_576;

/// How many columns a sheet has.
pub(crate) const COLUMNS: u16 = 16_384;

/// Longest name of a sheet, in characters.
const LONGEST_NAME: usize = 31;

/// Row and column of a cell, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Address {
    pub(crate) row: u32,
    pub(crate) column: u16,
}

impl Address {
    /// `B12`.
    pub(crate) fn name(self) -> String {
        let mut letters = Vec::new();
        let mut rest = u32::from(self.column) + 1;
        while rest > 0 {
            letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
            rest = (rest - 1) / 26;
        }
        let column: String = letters.into_iter().rev().collect();
        format!("{column}{}", self.row + 1)
    }
}

/// The cells that a finding names, in order, without repetition: cells, the first cell of a row, the header of a field. A
/// place that is in no cell, as a line above the table, has none.
pub(crate) fn cells(finding: &Finding, header: Option<u64>) -> Vec<Address> {
    let at = |row: u64, column: u32| {
        let row = u32::try_from(row.checked_sub(1)?).ok().filter(|row| *row < ROWS)?;
        let column = u16::try_from(column.checked_sub(1)?).ok().filter(|column| *column < COLUMNS)?;
        Some(Address { row, column })
    };
    let of_field = |column: u32| at(header.unwrap_or(1), column);
    let mut cells: Vec<Address> = Vec::new();
    for place in &finding.seen.first {
        let cell = match *place {
            Place::Cell { row, column, .. } => at(row, column),
            Place::Row { row, .. } => at(row, finding.column.unwrap_or(1)),
            Place::Field { column } => of_field(column),
            Place::File | Place::Text(_) => None,
        };
        cells.extend(cell.filter(|cell| !cells.contains(cell)));
    }
    if cells.is_empty() {
        cells.extend(finding.column.and_then(of_field));
    }
    cells
}

/// What is said of a cell.
pub(crate) struct Mark {
    /// The gravest of its findings.
    pub(crate) severity: Severity,
    /// What each of them says.
    pub(crate) findings: Vec<(Severity, String)>,
}

/// The cells of a source that are marked.
pub(crate) fn of_source<'a>(
    findings: impl Iterator<Item = &'a Finding>,
    header: Option<u64>,
) -> BTreeMap<Address, Mark> {
    let mut marks: BTreeMap<Address, Mark> = BTreeMap::new();
    for finding in findings {
        for cell in cells(finding, header) {
            let mark = marks.entry(cell).or_insert(Mark { severity: Severity::Note, findings: Vec::new() });
            mark.severity = mark.severity.max(finding.severity);
            mark.findings.push((finding.severity, finding.text.clone()));
        }
    }
    marks
}

/// A name for the sheet of a file, unlike those that are taken: the file's own, with nothing in it that a sheet's name may
/// not have (`[ ] : * ? / \`, an apostrophe at an end).
pub(crate) fn sheet_name(path: &str, taken: &mut BTreeSet<String>) -> String {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let clean: String = stem.chars().map(|c| if c.is_alphanumeric() || " -_".contains(c) { c } else { '_' }).collect();
    let stem = match clean.trim() {
        "" => "_",
        stem => stem,
    };
    for number in 1u32.. {
        let tail = if number == 1 { String::new() } else { format!(" {number}") };
        // A name is measured in units of UTF-16.
        let mut name = String::new();
        for c in stem.chars() {
            if name.encode_utf16().count() + c.len_utf16() + tail.len() > LONGEST_NAME {
                break;
            }
            name.push(c);
        }
        let name = name + &tail;
        // Excel keeps this name for itself.
        if name.to_lowercase() != "history" && taken.insert(name.to_lowercase()) {
            return name;
        }
    }
    stem.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn addresses_are_those_of_a_spreadsheet() {
        for (column, name) in [(0, "A2"), (25, "Z2"), (26, "AA2"), (701, "ZZ2"), (702, "AAA2"), (16_383, "XFD2")] {
            assert_eq!(Address { row: 1, column }.name(), name);
        }
    }

    #[test]
    fn sheets_have_names_of_their_own() {
        let mut taken = BTreeSet::from(["funn".to_owned()]);
        let mut name = |path: &str| sheet_name(path, &mut taken);
        assert_eq!(name("data/Funn.csv"), "Funn 2");
        assert_eq!(name("a'[b]:*?.csv"), "a__b____");
        assert_eq!(name("history.csv"), "history 2");
        let long = "å".repeat(40);
        assert_eq!(name(&long), "å".repeat(31));
        assert_eq!(name(&long), format!("{} 2", "å".repeat(29)));
        assert_eq!(name("/"), "_");
    }

    #[test]
    fn a_finding_names_cells_rows_or_its_field() {
        let names =
            |finding: &Finding, header| cells(finding, header).iter().map(|cell| cell.name()).collect::<Vec<_>>();
        let mut finding = sample::in_field(sample::finding("a/b", "x.csv", "text"), "felt", 2, 3, &[2, 5, 5]);
        assert_eq!(names(&finding, Some(1)), ["B2", "B5"]);
        finding.seen.first = vec![Place::File];
        assert_eq!(names(&finding, Some(4)), ["B4"]);
        finding.column = None;
        assert!(names(&finding, Some(4)).is_empty());
        finding.seen.first = vec![sample::cell(2_000_000, 1), sample::cell(3, 20_000), Place::Field { column: 3 }];
        assert_eq!(names(&finding, None), ["C1"]);
    }
}
