//! `munilint schema`.

use crate::Outcome;
use crate::output::{self, Stop};
use crate::words::Sentence;

/// Prints a schema, or the names of all.
pub(crate) fn run(name: Option<&str>) -> Result<Outcome, Stop> {
    let names = munilint_schemas::NAMES.join(", ");
    match name {
        None => output::print(&format!("{}\n", names.replace(", ", "\n")))?,
        Some(name) => {
            let schema = munilint_schemas::by_name(name);
            output::print(schema.ok_or_else(|| Sentence::NoSchema(name.to_owned(), names))?)?;
        }
    }
    Ok(Outcome::Clean)
}
