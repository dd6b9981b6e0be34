//! `munilint inspect`.

use crate::Outcome;
use crate::args::Format;
use crate::output::{self, Stop};
use crate::project::{Flags, Projects};
use crate::source;
use munilint_engine::{Plan, Scan};
use munilint_model::{Language, TableFacts, Vintage};
use std::path::Path;

/// Shows how a file is read and what is measured of each field.
pub(crate) fn run(file: &Path, format: Format, lang: Option<Language>) -> Result<Outcome, Stop> {
    let project = Projects::new(Flags::default())?.of(file)?;
    let language = crate::language(lang, project.language);
    let facts = measure(file, project.plan(file)).map_err(|error| Stop::file(file, &error))?;
    let vintages: Vec<Option<Vintage>> = facts.fields.iter().map(munilint_rules::vintage).collect();
    let mut out = output::open(None)?;
    match format {
        Format::Terminal => munilint_render::facts(&facts, &vintages, language, &mut out)?,
        Format::Json => munilint_render::facts_json(&facts, &vintages, &mut out)?,
    }
    out.flush()?;
    Ok(Outcome::Clean)
}

fn measure(file: &Path, plan: Plan) -> std::io::Result<TableFacts> {
    let table = source::open(&source::named(file))?;
    // Roles are declared by the plan; no rule looks.
    let plan = Plan { rules: Vec::new(), ..plan };
    let scan = Scan::new(&plan, &table)?;
    let state = scan.run(&table, std::thread::available_parallelism().map_or(1, usize::from))?;
    Ok(scan.finish(state, &table).facts)
}
