//! A report in the formats that were asked for, each where it was asked for.

use crate::args::{Check, ReportFormat};
use crate::output::{self, Stop};
use crate::source::Again;
use crate::words::Sentence;
use munilint_model::Report;
use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// Names the file that a step of a GitHub workflow adds its summary to.
const STEP_SUMMARY: &str = "GITHUB_STEP_SUMMARY";

/// A format with where it goes; standard output when there is no path.
pub(crate) type Output = (ReportFormat, Option<PathBuf>);

/// Formats with where they go. What is given in the same turn belongs together.
pub(crate) fn outputs(check: &Check) -> Result<Vec<Output>, Stop> {
    let formats = if check.format.is_empty() { vec![ReportFormat::Terminal] } else { check.format.clone() };
    if check.output.len() > formats.len() {
        return Err(Sentence::MoreOutputsThanFormats.into());
    }
    let mut files = check.output.iter().cloned();
    let outputs: Vec<Output> = formats.into_iter().map(|format| (format, files.next())).collect();
    if outputs.contains(&(ReportFormat::Xlsx, None)) && io::stdout().is_terminal() {
        return Err(Sentence::WorkbookOnTerminal.into());
    }
    Ok(outputs)
}

/// True when it is asked for, or a format tells of fields and of what the report was made with.
pub(crate) fn describe(check: &Check, outputs: &[Output]) -> bool {
    use ReportFormat::{Dqv, Html, Xlsx};
    check.describe || outputs.iter().any(|(format, _)| matches!(format, Dqv | Html | Xlsx))
}

/// Writes the report in every format. What copies tables reads them `again`.
pub(crate) fn write(report: &Report, outputs: &[Output], check: &Check, again: &Again<'_>) -> Result<(), Stop> {
    for (format, path) in outputs {
        let mut out = output::open(path.as_deref())?;
        let written = match format {
            ReportFormat::Terminal => output::terminal(path.is_some()).render(report, &mut out),
            ReportFormat::Json => munilint_render::json(report, &mut out),
            ReportFormat::Sarif => munilint_render::sarif(report, &mut out),
            ReportFormat::Github => munilint_render::github(report, &mut out),
            ReportFormat::Gitlab => munilint_render::gitlab(report, &mut out),
            ReportFormat::Junit => munilint_render::junit(report, &mut out),
            ReportFormat::Markdown => munilint_render::markdown(report, munilint_render::COMMENT, &mut out),
            ReportFormat::Html => munilint_render::html(report, &mut out),
            ReportFormat::Dqv => munilint_render::dqv(report, check.base.as_deref(), &mut out),
            ReportFormat::Xlsx => workbook(report, again, &mut out),
        };
        written
            .and_then(|()| out.flush())
            .map_err(|error| Stop::file(path.as_deref().unwrap_or(Path::new("-")), error))?;
        let summary = std::env::var_os(STEP_SUMMARY).filter(|name| !name.is_empty());
        if let (ReportFormat::Github, Some(summary)) = (format, summary) {
            add_to_summary(report, &summary).map_err(|error| Sentence::File(format!("${STEP_SUMMARY}"), error))?;
        }
    }
    Ok(())
}

/// Adds the report to the summary of a step, within what is left of its size.
fn add_to_summary(report: &Report, summary: &OsString) -> io::Result<()> {
    let file = OpenOptions::new().append(true).create(true).open(summary)?;
    let taken = usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX);
    let mut out = BufWriter::new(file);
    munilint_render::markdown(report, munilint_render::STEP_SUMMARY.saturating_sub(taken), &mut out)?;
    out.flush()
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
