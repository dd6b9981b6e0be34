//! What was looked for of persons, and what was not looked at.

use crate::check::Checked;
use crate::plan::{Plan, PlannedRule};
use crate::report::Run;
use munilint_model::{
    Body, Detector, Excerpt, GaveUp, Limit, Measured, Options, RiskProfile, Screening, TableFacts, Unread, Unseen,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What was looked for in one source.
#[derive(Clone, Debug, Default)]
pub(crate) struct LookedFor {
    /// Rules that look for persons and ran, in the order of the plan.
    rules: Vec<PlannedRule>,
    /// Such rules that did not.
    left_out: Vec<Arc<str>>,
    profile: Option<Arc<RiskProfile>>,
    unseen: Vec<Unseen>,
    gave_up: Vec<GaveUp>,
}

impl LookedFor {
    /// Of rules, only those count that `looks` takes. `limits` are those at which rules gave up, by index of the rule in the plan.
    pub(crate) fn of(plan: &Plan, facts: &TableFacts, limits: &[(usize, Limit)], looks: fn(&Body) -> bool) -> Self {
        let is_about = |planned: &&PlannedRule| Screening::is_about(planned.rule.family()) && looks(&planned.rule.body);
        let rules = plan.rules.iter().filter(is_about);
        let unseen = facts.fields.iter().filter(|field| field.values.is_none());
        let unseen = unseen.map(|field| Unseen {
            source: Arc::clone(&facts.table.source),
            table: facts.table.table.clone(),
            field: Excerpt::whole(&field.name),
            column: field.column,
        });
        LookedFor {
            rules: rules.cloned().collect(),
            left_out: plan.left_out.clone(),
            profile: plan.profile.clone(),
            unseen: unseen.collect(),
            gave_up: limits.iter().filter_map(|&(rule, limit)| gave_up(&plan.rules[rule], facts, limit)).collect(),
        }
    }

    /// Adds what other rules looked for in the same source.
    pub(crate) fn join(&mut self, mut other: LookedFor) {
        self.rules.append(&mut other.rules);
    }
}

/// That a rule gave up at a table; `None` when the rule does not look for persons.
pub(crate) fn gave_up(planned: &PlannedRule, facts: &TableFacts, limit: Limit) -> Option<GaveUp> {
    let (source, table) = (Arc::clone(&facts.table.source), facts.table.table.clone());
    let rule = &planned.rule;
    Screening::is_about(rule.family()).then(|| GaveUp { rule: Arc::clone(&rule.id), source, table, limit })
}

/// Takes together what was looked for in every source. `gave_up` is where rules over several tables did.
pub(crate) fn screening(run: Run<'_>, checked: &mut [Checked], mut gave_up: Vec<GaveUp>) -> Screening {
    let mut detectors: BTreeMap<Arc<str>, Detector> = BTreeMap::new();
    let mut left_out: BTreeSet<Arc<str>> = BTreeSet::new();
    let mut profiles: BTreeMap<String, Arc<RiskProfile>> = BTreeMap::new();
    let mut unseen = Vec::new();
    for one in checked {
        let mut looked_for = std::mem::take(&mut one.looked_for);
        for planned in looked_for.rules {
            let id = &planned.rule.id;
            let detector = detectors.entry(Arc::clone(id)).or_insert_with(|| detector(&planned, run.measured));
            add(&mut detector.options, &planned.options);
        }
        left_out.append(&mut looked_for.left_out.into_iter().collect());
        profiles.extend(looked_for.profile.map(|profile| (profile.name.clone(), profile)));
        unseen.append(&mut looked_for.unseen);
        gave_up.append(&mut looked_for.gave_up);
    }
    let mut unread: Vec<Unread> = run.unread.to_vec();
    unread.sort();
    gave_up.sort();
    Screening {
        profiles: profiles.into_values().collect(),
        detectors: detectors.into_values().collect(),
        left_out: left_out.into_iter().collect(),
        unseen,
        gave_up,
        unread,
    }
}

fn detector(planned: &PlannedRule, measured: Option<fn(&str) -> Vec<Measured>>) -> Detector {
    let PlannedRule { rule, .. } = planned;
    Detector {
        rule: Arc::clone(&rule.id),
        title: rule.title.clone(),
        options: BTreeMap::new(),
        measured: measured.map(|measured| measured(&rule.id)).unwrap_or_default(),
    }
}

fn add(all: &mut BTreeMap<String, Vec<f64>>, options: &Options) {
    for (name, number) in &options.0 {
        let numbers = all.entry(name.clone()).or_default();
        if let Err(at) = numbers.binary_search_by(|known| known.total_cmp(number)) {
            numbers.insert(at, *number);
        }
    }
}
