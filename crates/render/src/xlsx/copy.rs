//! The copy of a table: each cell where a spreadsheet shows it when it opens the file itself, masked, with those marked that
//! findings are about.

use super::look;
use super::marks::{self, Address, COLUMNS, Mark, ROWS};
use super::words::WorkbookWords;
use crate::words::Words;
use munilint_model::{Batch, Excerpt, FileReport, Report, Role, Severity, TableContext, Variable};
use rust_xlsxwriter::{Format, IgnoreError, Note, Worksheet, XlsxError};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// So many cells are copied into one workbook: beyond that it is slow to open, and hardly anybody reads on.
pub(crate) const MOST_CELLS: u64 = 500_000;

/// Longest text of a cell, in characters; a longer one is cut in its middle.
const LONGEST: usize = 1000;

/// So many different texts of a field are masked once only.
const REMEMBERED: usize = 4096;

/// What became of the copy of a table.
pub(crate) enum Copied {
    /// It is on a sheet, with its header in this row as a spreadsheet counts.
    Sheet { name: String, header: Option<u64> },
    /// It is left out.
    Not(WhyNot),
}

/// Why a table is not copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WhyNot {
    /// It does not fit a sheet.
    Sheet,
    /// The workbook has [`MOST_CELLS`] otherwise.
    Cells,
    /// It cannot be read a second time.
    Unread,
}

/// A sheet with the copy, and the row of its header as a spreadsheet counts.
type Copy = Result<(Worksheet, Option<u64>), WhyNot>;

/// Copies a table. `left` is how many cells may still be copied.
///
/// # Errors
/// Something does not fit a sheet after all.
pub(crate) fn table(
    report: &Report,
    file: &FileReport,
    name: &str,
    left: &mut u64,
    reopen: super::Reopen<'_>,
) -> Result<Copy, XlsxError> {
    let cells = (file.rows + 1).saturating_mul(u64::from(file.fields));
    if file.rows >= u64::from(ROWS) || file.fields > u32::from(COLUMNS) {
        return Ok(Err(WhyNot::Sheet));
    }
    if cells > *left {
        return Ok(Err(WhyNot::Cells));
    }
    // Without a description it is not known which fields tell of persons.
    let described = file.variables.len() == file.fields as usize;
    let Some(source) =
        reopen(&file.path).filter(|source| described && source.context().fields.len() == file.fields as usize)
    else {
        return Ok(Err(WhyNot::Unread));
    };
    *left -= cells;
    let header = source.context().layout.header_row;
    let about = report.findings.iter().filter(|finding| finding.source == file.path);
    let mut sheet = Worksheet::new();
    let mut copy = Copying {
        words: WorkbookWords::of(report.language),
        hidden: hidden(report, file),
        marks: marks::of_source(about, header),
        variables: &file.variables,
        masked: vec![HashMap::new(); file.variables.len()],
        formats: BTreeMap::new(),
        severities: Words::of(report.language),
    };
    copy.prepare(&mut sheet, name, source.context())?;
    let mut batch = Batch::default();
    loop {
        match source.fill(&mut batch) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) => return Ok(Err(WhyNot::Unread)),
        }
        for row in 0..batch.rows() {
            let Some(at) = u32::try_from(batch.row_number(row) - 1).ok().filter(|at| *at < ROWS) else { break };
            copy.record(&mut sheet, &batch, row, at)?;
        }
    }
    copy.rest(&mut sheet)?;
    Ok(Ok((sheet, header)))
}

/// Columns, from 0, of which nothing is written: their values tell of persons, or a rule that looks for persons found
/// something there, allowed or not.
fn hidden(report: &Report, file: &FileReport) -> BTreeSet<usize> {
    let private = file.variables.iter().filter(|variable| variable.private || variable.role.is_personal());
    let allowed = report.allowed.iter().map(|allowed| &allowed.finding);
    let found = report.findings.iter().chain(allowed);
    let found = found.filter(|finding| finding.source == file.path && finding.rule.starts_with("person/"));
    let columns = found.flat_map(|finding| {
        finding.column.into_iter().chain(finding.seen.first.iter().filter_map(munilint_model::Place::column))
    });
    private.map(|variable| variable.column).chain(columns).map(|column| column as usize - 1).collect()
}

struct Copying<'a> {
    words: &'static WorkbookWords,
    severities: &'static Words,
    hidden: BTreeSet<usize>,
    /// Those that are not written yet.
    marks: BTreeMap<Address, Mark>,
    variables: &'a [Variable],
    /// By field.
    masked: Vec<HashMap<String, String>>,
    /// By what tells them apart.
    formats: BTreeMap<(bool, bool, Option<Severity>), Format>,
}

impl Copying<'_> {
    /// Names the sheet, writes the header and sets widths.
    fn prepare(&mut self, sheet: &mut Worksheet, name: &str, table: &TableContext) -> Result<(), XlsxError> {
        sheet.set_name(name)?;
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        let last = u16::try_from(table.fields.len().saturating_sub(1)).unwrap_or(COLUMNS - 1);
        sheet.ignore_error_range(0, 0, ROWS - 1, last, IgnoreError::NumberStoredAsText)?;
        let header = table.layout.header_row.and_then(|row| u32::try_from(row.checked_sub(1)?).ok());
        for (column, field) in table.fields.iter().enumerate() {
            let name = Excerpt::short(&field.name, LONGEST);
            let width = name.as_str().chars().count().clamp(9, 38) + 3;
            let at = u16::try_from(column).unwrap_or(COLUMNS - 1);
            sheet.set_column_width(at, width as f64)?;
            let Some(row) = header.filter(|row| *row < ROWS) else { continue };
            let address = Address { row, column: at };
            let mark = self.marks.remove(&address);
            let format = match &mark {
                Some(mark) => look::wrapped().set_bold().set_background_color(look::fill(mark.severity)),
                None => look::head(),
            };
            sheet.write_string_with_format(row, at, name.as_str(), &look::for_text(&format, name.as_str()))?;
            self.note(sheet, address, mark.as_ref())?;
        }
        if let Some(row) = header {
            sheet.set_freeze_panes((row + 1).min(ROWS - 1), 0)?;
        }
        Ok(())
    }

    /// Writes a record into row `at`, from 0.
    fn record(&mut self, sheet: &mut Worksheet, batch: &Batch, row: usize, at: u32) -> Result<(), XlsxError> {
        let fields = batch.fields.min(self.variables.len());
        let raw: Vec<String> = (0..fields)
            .map(|field| batch.value(row, field).map(|value| batch.decode(&value).into_owned()).unwrap_or_default())
            .collect();
        for (field, value) in raw.iter().enumerate() {
            let address = Address { row: at, column: u16::try_from(field).unwrap_or(COLUMNS - 1) };
            let mark = self.marks.remove(&address);
            let is_half = is_half(&raw, field);
            self.value(sheet, address, (field, value), is_half, mark.as_ref())?;
            self.note(sheet, address, mark.as_ref())?;
        }
        Ok(())
    }

    fn value(
        &mut self,
        sheet: &mut Worksheet,
        address: Address,
        (field, value): (usize, &str),
        is_half: bool,
        mark: Option<&Mark>,
    ) -> Result<(), XlsxError> {
        let Address { row, column } = address;
        if value.is_empty() {
            if let Some(mark) = mark {
                sheet.write_blank(row, column, &look::cell().set_background_color(look::fill(mark.severity)))?;
            }
            return Ok(());
        }
        let text = if is_half || self.hidden.contains(&field) {
            Excerpt::hidden(value).to_string()
        } else {
            self.mask(field, value)
        };
        let is_figure =
            text == value && self.variables[field].role.is_measure() && self.variables[field].role != Role::Coordinate;
        if let Some(number) = is_figure.then(|| figure(&text)).flatten() {
            let format = self.format(None, mark);
            sheet.write_number_with_format(row, column, number, format)?;
        } else {
            let format = self.format(Some(&text), mark);
            sheet.write_string_with_format(row, column, text, format)?;
        }
        Ok(())
    }

    /// A value, masked.
    fn mask(&mut self, field: usize, value: &str) -> String {
        if let Some(known) = self.masked[field].get(value) {
            return known.clone();
        }
        let masked = |text: &str| Excerpt::short(text, LONGEST).to_string();
        // A telephone number that was read as a figure may have got decimals.
        let whole = value.rsplit_once([',', '.']).map_or(value, |(whole, _)| whole);
        let is_figure = value.chars().all(|c| c.is_ascii_digit() || " \u{a0},.+-".contains(c));
        let text = if is_figure && masked(whole) != whole { Excerpt::hidden(value).to_string() } else { masked(value) };
        if self.masked[field].len() < REMEMBERED {
            self.masked[field].insert(value.to_owned(), text.clone());
        }
        text
    }

    /// The format of a text or, without one, of a number.
    fn format(&mut self, text: Option<&str>, mark: Option<&Mark>) -> &Format {
        let key = (text.is_some_and(look::acts), text.is_some(), mark.map(|mark| mark.severity));
        self.formats.entry(key).or_insert_with(|| {
            let format = text.map_or_else(Format::new, |text| look::for_text(&look::cell(), text));
            match mark {
                Some(mark) => format.set_background_color(look::fill(mark.severity)),
                None => format,
            }
        })
    }

    /// Says in a note what findings say of a cell.
    fn note(&self, sheet: &mut Worksheet, cell: Address, mark: Option<&Mark>) -> Result<(), XlsxError> {
        let Some(mark) = mark else { return Ok(()) };
        let line = |(severity, text): &(_, String)| format!("{}: {text}", self.severities.severity(*severity));
        let text = mark.findings.iter().map(line).collect::<Vec<_>>().join("\n");
        let text: String = text.chars().take(LONGEST).collect();
        let height = 40 + 18 * (text.chars().count() / 38 + text.lines().count()) as u32;
        let note = Note::new(text).set_author(self.words.note_author).add_author_prefix(false);
        sheet.insert_note(cell.row, cell.column, &note.set_width(300).set_height(height.min(500)))?;
        Ok(())
    }

    /// Marks the cells that no record has: of blank rows, and behind the last field.
    fn rest(&mut self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (cell, mark) in std::mem::take(&mut self.marks) {
            let format = look::cell().set_background_color(look::fill(mark.severity));
            sheet.write_blank(cell.row, cell.column, &format)?;
            self.note(sheet, cell, Some(&mark))?;
        }
        Ok(())
    }
}

/// True for six digits beside five in the next field, and for the five: an identity number on both sides of a delimiter.
fn is_half(raw: &[String], field: usize) -> bool {
    let digits = |at: usize, count: usize| {
        raw.get(at)
            .is_some_and(|text| text.trim().len() == count && text.trim().bytes().all(|byte| byte.is_ascii_digit()))
    };
    digits(field, 6) && digits(field + 1, 5) || field > 0 && digits(field, 5) && digits(field - 1, 6)
}

/// The number that a text is in every way of reading it: at most fifteen digits, which a spreadsheet keeps, no zero in front,
/// and a decimal mark that cannot be a thousands separator.
fn figure(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) =
        unsigned.split_once([',', '.']).map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && decimals.is_none_or(|rest| digits(rest) && (rest.len() != 3 || whole == "0"))
        && whole.len() + decimals.map_or(0, str::len) <= 15;
    is_number.then(|| text.replace(',', ".").parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_read_in_one_way_is_a_number() {
        for (text, number) in [
            ("12", Some(12.0)),
            ("-12,5", Some(-12.5)),
            ("0.125", Some(0.125)),
            ("1.2345", Some(1.2345)),
            ("0", Some(0.0)),
            ("1.234", None),
            ("0301", None),
            ("1 234", None),
            ("1e5", None),
            ("12345678901234567", None),
            ("", None),
            ("-", None),
            ("1,", None),
            ("=1", None),
            ("+1", None),
        ] {
            assert_eq!(figure(text), number, "{text}");
        }
    }

    #[test]
    fn an_identity_number_in_two_fields_is_seen() {
        let raw = ["158576", "13461", "134610", "1"].map(str::to_owned);
        assert_eq!([0, 1, 2, 3].map(|field| is_half(&raw, field)), [true, true, false, false]);
    }
}
