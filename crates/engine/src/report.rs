//! The report on all sources of a run.

use crate::allow::{self, Counts};
use crate::beside::{Beside, beside};
use crate::check::Checked;
use crate::plan::ConfigPlan;
use crate::screening;
use crate::settle;
use munilint_model::{Language, Measured, Problem, Report, Unread};

/// What is known of a run beside what was found.
#[derive(Clone, Copy, Default)]
pub struct Run<'a> {
    /// Language of the findings.
    pub language: Language,
    /// The configurations that sources fall under.
    pub configs: &'a [ConfigPlan],
    /// How well a rule, by its id, finds what it looks for.
    pub measured: Option<fn(&str) -> Vec<Measured>>,
    /// Files that were met and not read.
    pub unread: &'a [Unread],
}

/// Joins what was found in all sources, holds them against each other, sets apart what is allowed, and adds the problems of
/// the run.
#[must_use]
pub fn report(run: Run<'_>, mut checked: Vec<Checked>, mut problems: Vec<Problem>) -> Report {
    let Run { language, configs, .. } = run;
    checked.sort_by(|a, b| (&a.file.path, &a.facts.table.table).cmp(&(&b.file.path, &b.facts.table.table)));
    let Beside { mut findings, joins, gave_up } = beside(&checked, language);
    checked.iter_mut().for_each(|one| findings.append(&mut one.findings));
    settle::sort(&mut findings);
    let (mut allowed, mut counts) = (Vec::new(), Counts::default());
    let mut findings = allow::part(findings, &checked, &mut allowed, &mut counts);
    findings.extend(allow::judge(configs, &checked, &counts, problems.is_empty(), language));
    settle::sort(&mut findings);
    problems.sort();
    let screening = screening::screening(run, &mut checked, gave_up);
    let files = checked.into_iter().map(|one| one.file).collect();
    Report { language, findings, files, joins, problems, allowed, screening }
}
