//! The sheet of findings: one row each, with links to the cells of copied tables that it is about.

use super::copy::Copied;
use super::look;
use super::marks;
use super::words::WorkbookWords;
use crate::words::Words;
use munilint_model::{Excerpt, Finding, KEPT, Report};
use rust_xlsxwriter::{Format, Url, Worksheet, XlsxError};
use std::collections::BTreeMap;

/// Widths of the columns before those of places.
const WIDTHS: [f64; 12] = [24.0, 20.0, 9.0, 18.0, 26.0, 11.0, 12.0, 9.0, 46.0, 46.0, 46.0, 16.0];

/// Longest text of a cell, in characters: a sheet holds 32,767, and nobody reads as many.
const LONGEST: usize = 2000;

/// The name of a sheet in front of a cell, as formulas and links write it.
pub(crate) fn link_to(sheet: &str, cell: &str) -> Url {
    Url::new(format!("internal:'{}'!{cell}", sheet.replace('\'', "''")))
}

/// Makes the sheet.
pub(crate) fn sheet(
    report: &Report,
    words: &'static WorkbookWords,
    copies: &BTreeMap<&str, Copied>,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(words.findings)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    let places = report.findings.iter().map(|finding| finding.seen.first.len()).max().unwrap_or(0).clamp(1, KEPT);
    for (column, head) in (0u16..).zip(words.heads) {
        sheet.write_string_with_format(0, column, head, &look::head())?;
        sheet.set_column_width(column, WIDTHS[usize::from(column)])?;
    }
    let first = u16::try_from(words.heads.len()).unwrap_or(0);
    for column in first..first + u16::try_from(places).unwrap_or(0) {
        sheet.write_string_with_format(0, column, format!("{} {}", words.place, column - first + 1), &look::head())?;
        sheet.set_column_width(column, 12.0)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (row, finding) in (1u32..marks::ROWS).zip(&report.findings) {
        texts(&mut sheet, row, report, finding, words)?;
        links(&mut sheet, row, first, finding, copies.get(&*finding.source), words)?;
    }
    let last = u32::try_from(report.findings.len()).unwrap_or(u32::MAX).min(marks::ROWS - 1);
    sheet.autofilter(0, 0, last, first + u16::try_from(places).unwrap_or(1) - 1)?;
    Ok(sheet)
}

fn texts(
    sheet: &mut Worksheet,
    row: u32,
    report: &Report,
    finding: &Finding,
    words: &WorkbookWords,
) -> Result<(), XlsxError> {
    let general = Words::of(report.language);
    let family = finding.family();
    let field = finding.field_in(report.language);
    let texts: [(u16, &str); 9] = [
        (0, &finding.source),
        (1, field.as_ref().map_or("", Excerpt::as_str)),
        (3, general.family(family)),
        (4, &finding.rule),
        (6, general.confidence(finding.confidence).unwrap_or("")),
        (8, &finding.text),
        (9, &finding.why),
        (10, &finding.help),
        (11, words.dimension(finding.dimension)),
    ];
    for (column, text) in texts {
        write(sheet, row, column, text, &look::wrapped())?;
    }
    let severity = look::wrapped().set_background_color(look::fill(finding.severity));
    write(sheet, row, 5, general.severity(finding.severity), &severity)?;
    if let Some(column) = finding.column {
        sheet.write_number_with_format(row, 2, column, &look::wrapped())?;
    }
    // A number of Excel is exact up to fifteen digits.
    sheet.write_number_with_format(row, 7, finding.seen.count as f64, &look::wrapped().set_num_format("#,##0"))?;
    Ok(())
}

/// Writes a text, cut to what a sheet can hold.
pub(crate) fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let text: String = text.chars().take(LONGEST).collect();
    let format = look::for_text(format, &text);
    sheet.write_string_with_format(row, column, text, &format).map(|_| ())
}

/// Links to the first places, or where they are when the table is not copied.
fn links(
    sheet: &mut Worksheet,
    row: u32,
    first: u16,
    finding: &Finding,
    copied: Option<&Copied>,
    words: &WorkbookWords,
) -> Result<(), XlsxError> {
    let header = match copied {
        Some(Copied::Sheet { header, .. }) => *header,
        _ => None,
    };
    let cells = marks::cells(finding, header);
    if let Some(Copied::Sheet { name, .. }) = copied
        && !cells.is_empty()
    {
        for (column, cell) in (first..).zip(&cells) {
            let cell = cell.name();
            let link = link_to(name, &cell).set_text(&cell).set_tip(words.go_to);
            sheet.write_url_with_format(row, column, link, &look::link())?;
        }
        return Ok(());
    }
    let named = |at: usize| {
        let place = finding.seen.first.get(at)?;
        let cell = cells.get(at).map(|cell| cell.name());
        cell.or_else(|| Some(format!("{} {}", Words::of(words.language).line, place.span()?.line)))
    };
    for (column, at) in (first..).zip(0..finding.seen.first.len()) {
        if let Some(text) = named(at) {
            sheet.write_string_with_format(row, column, text, &look::wrapped())?;
        }
    }
    Ok(())
}
