//! A report in the formats that were asked for, each where it was asked for.

use crate::args::{Check, ReportFormat};
use crate::output::{self, Stop};
use munilint_model::Report;
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
    Ok(formats.into_iter().map(|format| (format, files.next())).collect())
}

/// True when a format tells of fields and of what the report was made with.
pub(crate) fn describe(outputs: &[Output]) -> bool {
    outputs.iter().any(|(format, _)| matches!(format, ReportFormat::Html))
}

/// Writes the report in every format.
pub(crate) fn write(report: &Report, outputs: &[Output]) -> Result<(), Stop> {
    for (format, path) in outputs {
        let mut out = output::open(path.as_deref())?;
        let written = match format {
            ReportFormat::Terminal => output::terminal(path.is_some()).render(report, &mut out),
            ReportFormat::Json => munilint_render::json(report, &mut out),
            ReportFormat::Html => munilint_render::html(report, &mut out),
        };
        written
            .and_then(|()| out.flush())
            .map_err(|error| Stop::file(path.as_deref().unwrap_or(Path::new("-")), &error))?;
    }
    Ok(())
}
