//! `munilint explain`.

use crate::Outcome;
use crate::output::{self, Stop};
use crate::project::{Flags, Projects};
use munilint_model::Language;
use std::path::Path;

/// Prints the page of a rule, its TOML block as a few lines in the reader's language.
pub(crate) fn run(id: &str, lang: Option<Language>) -> Result<Outcome, Stop> {
    let project = Projects::new(Flags::default())?.of(Path::new("."))?;
    let language = crate::language(lang, project.language);
    let rulebook = project.rulebook();
    let Some(rule) = rulebook.get(id) else {
        return Err(Stop::Text(format!("there is no rule `{id}`; `munilint rules` lists them")));
    };
    output::print(&munilint_render::page(rule, language))?;
    Ok(Outcome::Clean)
}
