//! `munilint explain`.

use crate::Outcome;
use crate::output::{self, Stop};
use crate::project::{Flags, Projects};
use crate::words::Sentence;
use munilint_model::Language;
use std::path::Path;

/// Prints the page of a rule, its TOML block as a few lines in the reader's language.
pub(crate) fn run(id: &str, lang: &mut Option<Language>) -> Result<Outcome, Stop> {
    let project = Projects::new(Flags::default())?.of(Path::new("."))?;
    let language = crate::language(lang, project.language);
    let rulebook = project.rulebook();
    let Some(rule) = rulebook.get(id) else {
        return Err(Sentence::NoRule(id.to_owned()).into());
    };
    output::print(&munilint_render::page(rule, language))?;
    Ok(Outcome::Clean)
}
