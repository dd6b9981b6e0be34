//! Lists of rules.

use crate::words::Words;
use munilint_model::{Fix, Language, Rule};
use serde::Serialize;
use std::io::{self, Write};
use std::sync::Arc;

/// Whether `munilint fix` mends what a rule finds: by itself, with `--unsafe`, or not.
fn fixes(fix: Fix, language: Language) -> &'static str {
    match (fix, language) {
        (Fix::None, _) => "",
        (Fix::Safe, Language::En) => "fix",
        (Fix::Unsafe, Language::En) => "unsafe fix",
        (Fix::Safe, Language::Nb) => "rettes",
        (Fix::Unsafe, Language::Nb) => "kan rettes",
        (Fix::Safe, Language::Nn) => "blir retta",
        (Fix::Unsafe, Language::Nn) => "kan rettast",
    }
}

/// A table for a person.
///
/// # Errors
/// `out` cannot be written to.
pub fn rules(rules: &[Arc<Rule>], language: Language, out: &mut dyn Write) -> io::Result<()> {
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let words = Words::of(language);
    let severities = rules.iter().map(|rule| words.severity(rule.severity).len()).max().unwrap_or(0);
    let fixes = |rule: &Arc<Rule>| fixes(rule.fix, language);
    let widest = rules.iter().map(|rule| fixes(rule).len()).max().unwrap_or(0);
    let gap = if widest > 0 { 2 } else { 0 };
    for rule in rules {
        let why = rule.why.get("", language);
        let first = why.split_once(". ").map_or(why, |(first, _)| first);
        writeln!(
            out,
            "{:width$}  {:severities$}  {:widest$}{:gap$}{}",
            rule.id,
            words.severity(rule.severity),
            fixes(rule),
            "",
            first.trim_end_matches('.')
        )?;
    }
    Ok(())
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    title: &'a str,
    severity: munilint_model::Severity,
    confidence: munilint_model::Confidence,
    dimension: munilint_model::Dimension,
    fix: Fix,
    basis: &'a [String],
    message: &'a str,
    why: &'a str,
    help: &'a str,
}

/// An array of objects for programs.
///
/// # Errors
/// `out` cannot be written to.
pub fn rules_json(rules: &[Arc<Rule>], language: Language, out: &mut dyn Write) -> io::Result<()> {
    let rows: Vec<Row<'_>> = rules
        .iter()
        .map(|rule| Row {
            id: &rule.id,
            title: &rule.title,
            severity: rule.severity,
            confidence: rule.confidence,
            dimension: rule.dimension,
            fix: rule.fix,
            basis: &rule.basis,
            message: rule.message.get("", language),
            why: rule.why.get("", language),
            help: rule.help.get("", language),
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &rows)?;
    out.write_all(b"\n")
}
