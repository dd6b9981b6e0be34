//! `munilint rules`.

use crate::Outcome;
use crate::args::ViewFormat;
use crate::output::{self, Stop};
use crate::project::{Flags, Projects};
use crate::words::Sentence;
use munilint_model::{Language, Rule, selects};
use std::path::Path;
use std::sync::Arc;

/// Lists rules.
pub(crate) fn run(selectors: &[String], format: ViewFormat, lang: &mut Option<Language>) -> Result<Outcome, Stop> {
    let project = Projects::new(Flags::default())?.of(Path::new("."))?;
    let language = crate::language(lang, project.language);
    let rulebook = project.rulebook();
    if let Some(unknown) = selectors.iter().find(|selector| !rulebook.knows(selector) && *selector != "all") {
        return Err(Sentence::NoRuleOrFamily(unknown.clone()).into());
    }
    let wanted = |rule: &Rule| selectors.is_empty() || selectors.iter().any(|selector| selects(selector, rule));
    let rules: Vec<Arc<Rule>> = rulebook.iter().filter(|rule| wanted(rule)).cloned().collect();
    let mut out = output::open(None)?;
    match format {
        ViewFormat::Terminal => munilint_render::rules(&rules, language, &mut out)?,
        ViewFormat::Json => munilint_render::rules_json(&rules, language, &mut out)?,
    }
    out.flush()?;
    Ok(Outcome::Clean)
}
