//! The report on all sources of a run.

use crate::allow::{self, Counts};
use crate::beside::{Beside, beside};
use crate::check::Checked;
use crate::gate::{self, Looked};
use crate::metadata;
use crate::plan::ConfigPlan;
use crate::settle;
use crate::{score, screening, verdict};
use munilint_model::{
    Baseline, DatasetScore, Excerpt, FileReport, Finding, Language, Link, Measured, Metadata, Problem, Report, Rule,
    RuleSummary, Unread,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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
    /// What findings are held against.
    pub baseline: Option<&'a Baseline>,
    /// Paths of the baseline where there is no file any more.
    pub gone: &'a [Excerpt],
    /// Metadata files that were read.
    pub metadata: &'a [Metadata],
    /// Which tables are which forms of the datasets in them.
    pub links: &'a [Link],
    /// Tells how good the metadata of each dataset is.
    pub assess: Option<Assess>,
}

/// Tells how good the metadata of each dataset is, and is told which forms of which datasets, by their positions, were read.
pub type Assess = fn(&Metadata, &dyn Fn(usize, usize) -> bool) -> Vec<DatasetScore>;

/// Joins what was found in all sources, holds them against each other, sets apart what is allowed, within its limit or known, and
/// adds the problems of the run.
#[must_use]
pub fn report(run: Run<'_>, mut checked: Vec<Checked>, mut problems: Vec<Problem>) -> Report {
    let Run { language, configs, .. } = run;
    checked.sort_by(|a, b| (&a.file.path, &a.facts.table.table).cmp(&(&b.file.path, &b.facts.table.table)));
    let mut checked = metadata::joined(checked);
    let described: BTreeSet<&str> = run.links.iter().map(|link| &*link.source).collect();
    checked.iter_mut().for_each(|one| {
        // A codebook is metadata itself.
        one.facts.table.described = described.contains(&*one.file.path) || one.file.datasets.is_some();
    });
    metadata::described(run.metadata, run.links, &mut checked, language);
    let Beside { mut findings, joins, gave_up } = beside(&checked, language);
    checked.iter_mut().for_each(|one| findings.append(&mut one.findings));
    settle::sort(&mut findings);
    let (mut allowed, mut counts) = (Vec::new(), Counts::default());
    let mut findings = allow::part(findings, &checked, &mut allowed, &mut counts);
    findings.extend(allow::judge(configs, &checked, &counts, problems.is_empty(), language));
    settle::sort(&mut findings);
    let (mut findings, tolerated) = gate::tolerate(findings, &checked);
    let against = run.baseline.map(|baseline| {
        let complete = |config: &&ConfigPlan| allow::is_complete(config, &checked, &counts, problems.is_empty());
        let looked = Looked::new(&checked, configs.iter().filter(complete), run.gone);
        gate::hold(&mut findings, baseline, &looked)
    });
    problems.sort();
    let screening = screening::screening(run, &mut checked, gave_up);
    let rules = rules(configs, &checked, language);
    // A gate lets pass what is known or within its limit: that says nothing of the data, which is as it is.
    let known = against.iter().flat_map(|against| &against.known).map(|known| &known.finding);
    let apart = known.chain(tolerated.iter().map(|tolerated| &tolerated.finding));
    let all: Vec<&Finding> = findings.iter().chain(apart).collect();
    let mut by_source: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for &finding in &all {
        by_source.entry(&finding.source).or_default().push(finding);
    }
    let scored = |mut file: FileReport| {
        let own = by_source.get(&*file.path).map_or(&[][..], Vec::as_slice);
        file.verdict = verdict::of_file(&file, own);
        file.scores = score::of_file(&file, own, &rules);
        file
    };
    let files: Vec<FileReport> = checked.into_iter().map(|one| scored(one.file)).collect();
    let scores = score::of_all(&files);
    let verdict = verdict::verdict(&all, &files, &problems);
    let first = verdict::first(&all, findings.len(), &files, &scores);
    Report {
        language,
        findings,
        files,
        joins,
        problems,
        metadata: metadata::scores(run),
        allowed,
        tolerated,
        against,
        screening,
        rules,
        scores,
        verdict,
        first,
        ..Report::default()
    }
}

/// Every rule that looked at a source or a configuration, by id.
fn rules(configs: &[ConfigPlan], checked: &[Checked], language: Language) -> Vec<RuleSummary> {
    let of_configs = configs.iter().flat_map(|config| &config.rules).map(|planned| &planned.rule);
    let all = checked.iter().flat_map(|one| &one.rules).chain(of_configs);
    let by_id: BTreeMap<&str, &Arc<Rule>> = all.map(|rule| (&*rule.id, rule)).collect();
    by_id.into_values().map(|rule| RuleSummary::of(rule, language)).collect()
}
