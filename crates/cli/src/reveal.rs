//! `--show-values`: what was found of persons is read from the sources again, for a terminal and nothing else.

use crate::args::{Check, ReportFormat};
use crate::output::Stop;
use crate::source::Again;
use crate::words::Sentence;
use munilint_model::{Batch, Dimension, Finding, KEPT, Place, Report, TableSource};
use munilint_read::TextTable;
use munilint_render::{OnTerminal, Values, Which};
use std::io;

/// How much of a value is read, in bytes.
const LONGEST: usize = 4096;

/// The proof that values may be shown, when that was asked for.
///
/// # Errors
/// It was asked for, and the report goes anywhere but to a terminal.
pub(crate) fn permission(check: &Check) -> Result<Option<OnTerminal>, Stop> {
    if !check.show_values {
        return Ok(None);
    }
    let to_screen = check.output.is_empty() && check.format.iter().all(|format| *format == ReportFormat::Terminal);
    match OnTerminal::of(&io::stdout()).filter(|_| to_screen) {
        Some(proof) => Ok(Some(proof)),
        None => Err(Sentence::ValuesOnTerminalOnly.into()),
    }
}

/// The values that findings about persons are about. Sources that cannot be read again, such as standard input, have none.
pub(crate) fn values(proof: OnTerminal, report: &Report, sources: &Again<'_>) -> Values {
    let mut values = Values::new(proof);
    let mut open: Option<(&str, TextTable)> = None;
    let about = report.findings.iter().enumerate().filter(|(_, finding)| finding.dimension == Dimension::Privacy);
    for (at, finding) in about {
        if open.as_ref().is_none_or(|(name, _)| *name != &*finding.source) {
            open = sources.open(&finding.source).map(|table| (&*finding.source, table));
        }
        let Some((_, table)) = &open else { continue };
        let found: Vec<String> = finding.seen.first.iter().filter_map(|place| at_place(place, table)).collect();
        if found.is_empty() {
            values.insert(at, Which::First, first_of_field(finding, table));
        } else {
            values.insert(at, Which::Found, found);
        }
    }
    values
}

fn at_place(place: &Place, table: &TextTable) -> Option<String> {
    let Place::Cell { span, .. } = place else { return None };
    let (_, bytes) = table.window(span.byte, 0, LONGEST.min(span.length as usize))?;
    Some(table.context().layout.encoding.decode(&bytes).into_owned())
}

fn first_of_field(finding: &Finding, table: &TextTable) -> Vec<String> {
    let mut batch = Batch::default();
    let (Some(column), Ok(())) = (finding.column, table.head(&mut batch)) else { return Vec::new() };
    let value = |row: usize| Some(batch.decode(&batch.value(row, column as usize - 1)?).into_owned());
    (0..batch.rows().min(KEPT)).filter_map(value).collect()
}
