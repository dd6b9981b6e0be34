//! `munilint inspect`.

use crate::Outcome;
use crate::args::ViewFormat;
use crate::output::{self, Stop};
use crate::project::{Flags, Project, Projects};
use crate::schemas::{Describing, Schemas};
use crate::source;
use munilint_engine::{Plan, Scan};
use munilint_model::{Language, Report, TableFacts, TableSource, Vintage};
use munilint_read::TextTable;
use std::path::Path;

/// Shows how a file is read and what is measured of each field.
pub(crate) fn run(file: &Path, format: ViewFormat, lang: &mut Option<Language>) -> Result<Outcome, Stop> {
    let project = Projects::new(Flags::default())?.of(file)?;
    let language = crate::language(lang, project.language);
    let mut schemas = Schemas::new(language);
    let schema = schemas.of(file, &project);
    let table = source::open(&source::named(file));
    let facts = table.and_then(|table| measure(file, &table, &project, schema.as_ref()));
    let facts = facts.map_err(|error| Stop::file(file, error))?;
    let vintages: Vec<Option<Vintage>> = facts.fields.iter().map(munilint_rules::vintage).collect();
    let mut out = output::open(None)?;
    match format {
        ViewFormat::Terminal => munilint_render::facts(&facts, &vintages, language, &mut out)?,
        ViewFormat::Json => munilint_render::facts_json(&facts, &vintages, &mut out)?,
    }
    out.flush()?;
    let report = Report { language, problems: schemas.problems, ..Report::default() };
    output::terminal(false).problems(&report, &mut std::io::stderr().lock())?;
    Ok(if report.problems.is_empty() { Outcome::Clean } else { Outcome::Incomplete })
}

/// What is measured of a file. No rule looks at it.
pub(crate) fn measure(
    file: &Path,
    table: &TextTable,
    project: &Project,
    schema: Option<&Describing>,
) -> std::io::Result<TableFacts> {
    let schema = schema.and_then(|schema| schema.of(table.context()));
    // Roles are declared by the plan; no rule looks.
    let plan = Plan { rules: Vec::new(), ..project.plan(file, schema) };
    let scan = Scan::new(&plan, table)?;
    let state = scan.run(table, std::thread::available_parallelism().map_or(1, usize::from))?;
    Ok(scan.finish(state, table).facts)
}
