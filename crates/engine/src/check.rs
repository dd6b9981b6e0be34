//! A table against its plan.

use crate::allow::Meant;
use crate::mend::Offers;
use crate::plan::{Plan, PlannedRule};
use crate::scan::{Scan, Scanned};
use crate::screening::LookedFor;
use crate::settle;
use munilint_model::{
    Body, Dialect, FieldFacts, FileReport, Finding, Findings, Language, Rule, TableContext, TableFacts, TableSource,
    Variable, Vintage,
};
use std::io;
use std::sync::Arc;

/// What was found in one source.
#[derive(Debug)]
pub struct Checked {
    /// In the order of the report.
    pub findings: Vec<Finding>,
    /// How the source was read.
    pub file: FileReport,
    /// The rules that looked at it.
    pub(crate) rules: Vec<Arc<Rule>>,
    /// What was looked for of persons.
    pub(crate) looked_for: LookedFor,
    /// Entries of the configuration that may allow what was found.
    pub(crate) allows: Vec<Meant>,
    /// What the source is called in fingerprints.
    pub(crate) called: Arc<str>,
    /// What was measured, condensed, for the rules that hold tables against each other.
    pub(crate) facts: TableFacts,
    /// Those rules.
    pub(crate) beside: Vec<PlannedRule>,
    /// The rules that hold it against metadata.
    pub(crate) described: Vec<PlannedRule>,
    /// What rules offer to change.
    pub(crate) offers: Offers,
}

/// Checks tables.
#[derive(Clone, Copy, Debug)]
pub struct Checker {
    /// Language of the findings.
    pub language: Language,
    /// How many threads share one table.
    pub threads: usize,
    /// Tells the edition of the country's division that a field follows, when the report is to describe the fields.
    pub describe: Option<VintageOf>,
}

/// Tells the edition of the country's division that a field follows.
pub type VintageOf = fn(&FieldFacts) -> Option<Vintage>;

impl Checker {
    /// Folds, judges and settles one table.
    ///
    /// # Errors
    /// The source cannot be read to its end.
    pub fn check(&self, plan: &Plan, source: &dyn TableSource) -> io::Result<Checked> {
        let scan = Scan::new(plan, source)?;
        let scan = if self.describe.is_some() { scan.describing() } else { scan };
        let state = scan.run(source, self.threads)?;
        let scanned = scan.finish(state, source);
        Ok(self.judge(plan, scanned, source))
    }

    /// Judges what was measured, and puts all that was found into words.
    #[must_use]
    pub fn judge(&self, plan: &Plan, mut scanned: Scanned, source: &dyn TableSource) -> Checked {
        Self::judge_facts(plan, &mut scanned);
        let offers = Offers::of(plan, &scanned);
        let Scanned { mut facts, drafts, limits, completeness, distributions } = scanned;
        let called = Arc::clone(plan.called.as_ref().unwrap_or(&facts.table.source));
        let settled = |(rule, draft): (usize, _)| {
            settle::settle(draft, &plan.rules[rule], &facts, &called, Some(source), self.language)
        };
        let mut findings: Vec<Finding> = drafts.into_iter().map(settled).collect();
        offers.tell(&mut findings);
        settle::sort(&mut findings);
        let is_beside = |planned: &&PlannedRule| matches!(planned.rule.body, Body::Tables(_));
        let is_described = |planned: &&PlannedRule| matches!(planned.rule.body, Body::Described(_));
        let looking = plan.rules.iter().map(|planned| &planned.rule).filter(|rule| rule.body.is_of_tables());
        let rules: Vec<Arc<Rule>> = looking.cloned().collect();
        let mut file = FileReport { completeness, ..self.file_report(&rules, &facts, source) };
        for (variable, distribution) in file.variables.iter_mut().zip(distributions) {
            variable.distribution = distribution;
        }
        if munilint_profile::tell_of_persons(&facts.fields) {
            file.variables.iter_mut().for_each(Variable::leave_out_extremes);
        }
        let looked_for = LookedFor::of(plan, &facts, &limits, |body| !matches!(body, Body::Metadata(_)));
        facts.condense();
        Checked {
            findings,
            file,
            rules,
            looked_for,
            allows: plan.allows.clone(),
            called,
            facts,
            beside: plan.rules.iter().filter(is_beside).cloned().collect(),
            described: plan.rules.iter().filter(is_described).cloned().collect(),
            offers,
        }
    }

    fn judge_facts(plan: &Plan, scanned: &mut Scanned) {
        for (i, planned) in plan.rules.iter().enumerate() {
            if let Body::Facts(judge) = planned.rule.body {
                let mut found = Findings::default();
                judge(&scanned.facts, &planned.options, &mut found);
                scanned.drafts.extend(found.drafts.into_iter().map(|draft| (i, draft)));
                scanned.limits.extend(found.limits.into_iter().map(|limit| (i, limit)));
            }
        }
    }

    fn file_report(&self, rules: &[Arc<Rule>], facts: &TableFacts, source: &dyn TableSource) -> FileReport {
        let described = |describe: VintageOf| {
            let of = |field| Variable::of(field, describe(field)).named_in(self.language);
            facts.fields.iter().map(of).collect()
        };
        FileReport {
            path: facts.table.source.clone(),
            read_as: read_as(&facts.table),
            rows: facts.rows,
            fields: u32::try_from(facts.fields.len()).unwrap_or(u32::MAX),
            bytes: source.bytes_read(),
            rules: rules.iter().map(|rule| Arc::clone(&rule.id)).collect(),
            variables: self.describe.map(described).unwrap_or_default(),
            ..FileReport::default()
        }
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
