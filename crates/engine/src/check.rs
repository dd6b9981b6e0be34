//! A table against its plan, and the report of all of them.

use crate::beside::{Beside, beside};
use crate::plan::{Plan, PlannedRule};
use crate::scan::{Scan, Scanned};
use crate::settle;
use munilint_model::{
    Body, Dialect, FileReport, Finding, Findings, Language, Problem, Report, TableContext, TableFacts, TableSource,
};
use std::collections::BTreeSet;
use std::io;

/// What was found in one source.
#[derive(Debug)]
pub struct Checked {
    /// In the order of the report.
    pub findings: Vec<Finding>,
    /// How the source was read.
    pub file: FileReport,
    /// Ids of the rules that looked for personal data.
    pub looked_for: BTreeSet<String>,
    /// What was measured, condensed, for the rules that hold tables against each other.
    pub(crate) facts: TableFacts,
    /// Those rules.
    pub(crate) beside: Vec<PlannedRule>,
}

/// Checks tables.
#[derive(Clone, Copy, Debug)]
pub struct Checker {
    /// Language of the findings.
    pub language: Language,
    /// How many threads share one table.
    pub threads: usize,
}

impl Checker {
    /// Folds, judges and settles one table.
    ///
    /// # Errors
    /// The source cannot be read to its end.
    pub fn check(&self, plan: &Plan, source: &dyn TableSource) -> io::Result<Checked> {
        let scan = Scan::new(plan, source)?;
        let state = scan.run(source, self.threads)?;
        let scanned = scan.finish(state, source);
        Ok(self.judge(plan, scanned, source))
    }

    /// Judges what was measured, and puts all that was found into words.
    #[must_use]
    pub fn judge(&self, plan: &Plan, scanned: Scanned, source: &dyn TableSource) -> Checked {
        let Scanned { mut facts, mut drafts } = scanned;
        for (i, planned) in plan.rules.iter().enumerate() {
            if let Body::Facts(judge) = planned.rule.body {
                let mut found = Findings::default();
                judge(&facts, &planned.options, &mut found);
                drafts.extend(found.drafts.into_iter().map(|draft| (i, draft)));
            }
        }
        let settled =
            |(rule, draft): (usize, _)| settle::settle(draft, &plan.rules[rule], &facts, Some(source), self.language);
        let mut findings: Vec<Finding> = drafts.into_iter().map(settled).collect();
        settle::sort(&mut findings);
        let looked_for = plan.rules.iter().filter(|planned| planned.rule.family() == "person");
        let is_beside = |planned: &&PlannedRule| matches!(planned.rule.body, Body::Tables(_));
        let file = file_report(plan, &facts, source);
        facts.condense();
        Checked {
            findings,
            file,
            looked_for: looked_for.map(|planned| planned.rule.id.to_string()).collect(),
            facts,
            beside: plan.rules.iter().filter(is_beside).cloned().collect(),
        }
    }
}

fn file_report(plan: &Plan, facts: &TableFacts, source: &dyn TableSource) -> FileReport {
    FileReport {
        path: facts.table.source.clone(),
        read_as: read_as(&facts.table),
        rows: facts.rows,
        fields: u32::try_from(facts.fields.len()).unwrap_or(u32::MAX),
        bytes: source.bytes_read(),
        rules: u32::try_from(plan.rules.len()).unwrap_or(u32::MAX),
    }
}

/// How a table was read, in a few words: `csv, ;, utf-8`.
fn read_as(table: &TableContext) -> String {
    let Dialect { delimiter, .. } = table.layout.dialect;
    let delimiter = match delimiter {
        b'\t' => "tab".to_owned(),
        byte if byte.is_ascii_graphic() => char::from(byte).to_string(),
        _ => "one field".to_owned(),
    };
    format!("csv, {delimiter}, {}", table.layout.encoding)
}

/// Joins what was found in all sources, holds them against each other, and adds the problems of the run.
#[must_use]
pub fn report(language: Language, checked: Vec<Checked>, mut problems: Vec<Problem>) -> Report {
    let Beside { findings, joins } = beside(&checked, language);
    let mut report = Report { language, findings, joins, ..Report::default() };
    let mut looked_for = BTreeSet::new();
    for mut one in checked {
        report.findings.append(&mut one.findings);
        report.files.push(one.file);
        looked_for.append(&mut one.looked_for);
    }
    settle::sort(&mut report.findings);
    report.files.sort_by(|a, b| a.path.cmp(&b.path));
    problems.sort();
    report.problems = problems;
    report.looked_for = looked_for.into_iter().collect();
    report
}
