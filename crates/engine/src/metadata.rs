//! Metadata judged by itself, and tables held against the metadata that describes them.

use crate::check::{Checked, Checker};
use crate::plan::{Plan, PlannedRule};
use crate::report::Run;
use crate::screening::LookedFor;
use crate::settle::{self, settle, settle_metadata};
use munilint_model::{
    Argument, Body, Described, DescribedFound, Draft, FileReport, Finding, Findings, Language, Link, Metadata,
    MetadataScore, TableContext, TableFacts,
};
use std::collections::BTreeMap;
use std::sync::Arc;

impl Checker {
    /// Judges a metadata file by itself. `text` is the file as it is written.
    #[must_use]
    pub fn check_metadata(&self, plan: &Plan, metadata: &Metadata, text: &[u8]) -> Checked {
        let called = Arc::clone(plan.called.as_ref().unwrap_or(&metadata.source));
        let mut findings = Vec::new();
        let mut rules = Vec::new();
        for planned in &plan.rules {
            let Body::Metadata(judge) = planned.rule.body else { continue };
            let mut found = Findings::default();
            judge(metadata, &planned.options, &mut found);
            let settled = |draft: Draft| {
                let about = term(&draft);
                settle_metadata(draft, planned, &metadata.source, &called, about.as_deref(), Some(text), self.language)
            };
            findings.extend(found.drafts.into_iter().map(settled));
            rules.push(Arc::clone(&planned.rule));
        }
        settle::sort(&mut findings);
        let file = FileReport {
            path: Arc::clone(&metadata.source),
            read_as: read_as(metadata),
            bytes: text.len() as u64,
            datasets: Some(metadata.datasets.len() as u64),
            rules: rules.iter().map(|rule| Arc::clone(&rule.id)).collect(),
            ..FileReport::default()
        };
        let table = TableContext { source: Arc::clone(&metadata.source), ..TableContext::default() };
        let facts = TableFacts { table, ..TableFacts::default() };
        Checked {
            findings,
            file,
            looked_for: LookedFor::of(plan, &facts, &[], |body| matches!(body, Body::Metadata(_))),
            rules,
            allows: plan.allows.clone(),
            called,
            facts,
            beside: Vec::new(),
            described: Vec::new(),
            offers: Default::default(),
        }
    }
}

/// How metadata was read and what it was held against: `turtle, DCAT-AP-NO 1.1, DCAT-AP-NO 2.00 (SHACL)`.
fn read_as(metadata: &Metadata) -> String {
    let told = format!("{}, {}", metadata.written_as, metadata.standard);
    metadata.held_to.map_or(told.clone(), |held_to| format!("{told}, {held_to}"))
}

/// The term that a finding is about, when it is about one: several findings of a rule differ by it.
fn term(draft: &Draft) -> Option<String> {
    let (_, argument) = draft.message.arguments.iter().find(|(name, _)| *name == "term")?;
    match argument {
        Argument::Word(word) => Some(word.clone()),
        Argument::Excerpt(excerpt) => Some(excerpt.as_str().to_owned()),
        _ => None,
    }
}

/// Lets every rule over a table and its metadata judge the tables that `links` name. `checked` is sorted by source.
pub(crate) fn described(metadata: &[Metadata], links: &[Link], checked: &mut [Checked], language: Language) {
    let by_source: BTreeMap<Arc<str>, usize> =
        checked.iter().enumerate().map(|(at, one)| (Arc::clone(&one.file.path), at)).collect();
    for link in links {
        let (Some(file), Some(&table)) = (metadata.get(link.metadata), by_source.get(&link.source)) else { continue };
        let Some(dataset) = file.datasets.get(link.dataset) else { continue };
        let one = &checked[table];
        let is_earlier = |other: &&Link| {
            let same = (other.metadata, other.dataset) == (link.metadata, link.dataset);
            same && other.distribution < link.distribution && other.source != link.source
        };
        let earlier = links.iter().filter(is_earlier).filter_map(|other| by_source.get(&other.source));
        let earlier: Vec<&TableFacts> = earlier.map(|&at| &checked[at].facts).collect();
        let described = Described {
            metadata: file,
            dataset,
            distribution: link.distribution,
            facts: &one.facts,
            bytes: one.file.bytes,
            digest: link.digest.as_deref(),
            earlier: &earlier,
            found: &one.findings,
        };
        let rules = one.described.clone();
        let judging = || rules.iter().map(|planned| &planned.rule);
        let beside = by_source.get(&file.source).copied();
        let called = beside.map_or_else(|| Arc::clone(&file.source), |at| Arc::clone(&checked[at].called));
        let (mut of_table, mut of_metadata) = (Vec::new(), Vec::new());
        for planned in &rules {
            judge(planned, &described, (&one.called, &called), language, (&mut of_table, &mut of_metadata));
        }
        add(&mut checked[table], of_table, judging());
        if let Some(at) = beside {
            add(&mut checked[at], of_metadata, judging());
        }
    }
}

fn judge(
    planned: &PlannedRule,
    described: &Described<'_>,
    (table, metadata): (&str, &str),
    language: Language,
    (of_table, of_metadata): (&mut Vec<Finding>, &mut Vec<Finding>),
) {
    let Body::Described(judge) = planned.rule.body else { return };
    let mut found = DescribedFound::default();
    judge(described, &planned.options, &mut found);
    let drafts = found.of_table.drafts.into_iter();
    of_table.extend(drafts.map(|draft| settle(draft, planned, described.facts, table, None, language)));
    let (source, name) = (&described.metadata.source, described.dataset.name());
    let drafts = found.of_metadata.drafts.into_iter();
    of_metadata
        .extend(drafts.map(|draft| settle_metadata(draft, planned, source, metadata, Some(name), None, language)));
}

/// Takes together what was found in a source as a table and as metadata, which a codebook is both. `checked` is sorted by source.
pub(crate) fn joined(checked: Vec<Checked>) -> Vec<Checked> {
    let is_metadata = |one: &Checked| one.file.datasets.is_some();
    let mut all: Vec<Checked> = Vec::with_capacity(checked.len());
    for mut one in checked {
        let same =
            all.last_mut().filter(|last| last.file.path == one.file.path && is_metadata(last) != is_metadata(&one));
        let Some(last) = same else {
            all.push(one);
            continue;
        };
        if is_metadata(last) {
            std::mem::swap(last, &mut one);
        }
        last.file.datasets = one.file.datasets;
        last.looked_for.join(one.looked_for);
        add(last, one.findings, one.rules.iter());
    }
    all
}

/// Adds what rules said, and that they looked.
fn add<'r>(
    checked: &mut Checked,
    mut findings: Vec<Finding>,
    rules: impl Iterator<Item = &'r Arc<munilint_model::Rule>>,
) {
    checked.findings.append(&mut findings);
    for rule in rules {
        if let Err(at) = checked.file.rules.binary_search(&rule.id) {
            checked.file.rules.insert(at, Arc::clone(&rule.id));
            checked.rules.push(Arc::clone(rule));
        }
    }
}

/// How good metadata is, by source.
pub(crate) fn scores(run: Run<'_>) -> Vec<MetadataScore> {
    let Some(assess) = run.assess else { return Vec::new() };
    let of_file = |(at, file): (usize, &Metadata)| {
        let read = |dataset: usize, form: usize| {
            run.links.iter().any(|link| (link.metadata, link.dataset, link.distribution) == (at, dataset, Some(form)))
        };
        MetadataScore { source: Arc::clone(&file.source), datasets: assess(file, &read) }
    };
    let scores = run.metadata.iter().enumerate().map(of_file);
    scores.filter(|score| !score.datasets.is_empty()).collect()
}
