//! `--format xlsx`: a workbook for whoever owns the data. A summary, the findings, and a copy of each table with the cells
//! marked that findings are about.
//!
//! A copy is no copy of persons: of fields that tell of them nothing is written, and elsewhere what identifies one is masked
//! (`copy`). Text is written as text, so that no cell becomes a formula.

mod copy;
mod findings;
mod look;
mod marks;
mod summary;
mod words;

use copy::Copied;
use munilint_model::{Report, TableSource};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use words::WorkbookWords;

/// Opens a source of the report again, by its name; `None` when it cannot be read twice.
pub type Reopen<'a> = &'a dyn Fn(&str) -> Option<Box<dyn TableSource>>;

/// Writes a report as a workbook (ECMA-376, as Excel 2007 and later read it). Tables are copied when the report describes
/// their fields and `reopen` can read them again.
///
/// # Errors
/// `out` cannot be written to.
pub fn xlsx(report: &Report, reopen: Reopen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let words = WorkbookWords::of(report.language);
    let mut taken: BTreeSet<String> = [words.summary, words.findings].map(str::to_lowercase).into();
    let (mut copies, mut sheets) = (BTreeMap::new(), Vec::new());
    let mut left = copy::MOST_CELLS;
    for file in &report.files {
        let name = marks::sheet_name(&file.path, &mut taken);
        let copied = match copy::table(report, file, &name, &mut left, reopen).map_err(failed)? {
            Ok((sheet, header)) => {
                sheets.push(sheet);
                Copied::Sheet { name, header }
            }
            Err(why) => Copied::Not(why),
        };
        copies.insert(&*file.path, copied);
    }
    let mut workbook = Workbook::new();
    // The clock is left out of it, so that the same data gives the same bytes.
    let day = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
    let properties = DocProperties::new().set_title(words.title).set_author("munilint").set_creation_datetime(&day);
    workbook.set_properties(&properties);
    workbook.push_worksheet(summary::sheet(report, words, &copies).map_err(failed)?);
    workbook.push_worksheet(findings::sheet(report, words, &copies).map_err(failed)?);
    for sheet in sheets {
        workbook.push_worksheet(sheet);
    }
    out.write_all(&workbook.save_to_buffer().map_err(failed)?)
}

fn failed(error: XlsxError) -> io::Error {
    io::Error::other(error)
}
