//! A report in the formats that were asked for, each where it was asked for.

use crate::args::{Check, ReportFormat};
use crate::output::{self, Stop};
use crate::source::Again;
use munilint_model::Report;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// A format with where it goes; standard output when there is no path.
pub(crate) type Output = (ReportFormat, Option<PathBuf>);

/// Formats with where they go. What is given in the same turn belongs together.
pub(crate) fn outputs(check: &Check) -> Result<Vec<Output>, Stop> {
    let formats = if check.format.is_empty() { vec![ReportFormat::Terminal] } else { check.format.clone() };
    if check.output.len() > formats.len() {
        return Err(Stop::Text("there are more --output than --format; give each file its format".to_owned()));
    }
    let mut files = check.output.iter().cloned();
    let outputs: Vec<Output> = formats.into_iter().map(|format| (format, files.next())).collect();
    if outputs.contains(&(ReportFormat::Xlsx, None)) && io::stdout().is_terminal() {
        return Err(Stop::Text("a workbook is no text: say where to write it, with --output rapport.xlsx".to_owned()));
    }
    Ok(outputs)
}

/// True when a format tells of the fields as they were found.
pub(crate) fn describe_fields(outputs: &[Output]) -> bool {
    outputs.iter().any(|(format, _)| matches!(format, ReportFormat::Dqv | ReportFormat::Xlsx))
}

/// Writes the report in every format. What copies tables reads them `again`.
pub(crate) fn write(report: &Report, outputs: &[Output], check: &Check, again: &Again<'_>) -> Result<(), Stop> {
    for (format, path) in outputs {
        let mut out = output::open(path.as_deref())?;
        let written = match format {
            ReportFormat::Terminal => output::terminal(path.is_some()).render(report, &mut out),
            ReportFormat::Json => munilint_render::json(report, &mut out),
            ReportFormat::Dqv => munilint_render::dqv(report, check.base.as_deref(), &mut out),
            ReportFormat::Xlsx => workbook(report, again, &mut out),
        };
        written
            .and_then(|()| out.flush())
            .map_err(|error| Stop::file(path.as_deref().unwrap_or(Path::new("-")), &error))?;
    }
    Ok(())
}

#[cfg(feature = "xlsx")]
fn workbook(report: &Report, again: &Again<'_>, out: &mut dyn Write) -> io::Result<()> {
    let reopen = |name: &str| again.open(name).map(|table| Box::new(table) as Box<dyn munilint_model::TableSource>);
    munilint_render::xlsx(report, &reopen, out)
}

#[cfg(not(feature = "xlsx"))]
fn workbook(_: &Report, _: &Again<'_>, _: &mut dyn Write) -> io::Result<()> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "this munilint was built without workbooks (feature xlsx)"))
}
