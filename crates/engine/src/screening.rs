//! What was looked for of persons, and what was not looked at.

use crate::check::Checked;
use crate::plan::Plan;
use crate::report::Run;
use munilint_model::{Detector, Excerpt, Rule, Screening, TableFacts, Unread, Unseen};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What was looked for in one source.
#[derive(Clone, Debug, Default)]
pub(crate) struct LookedFor {
    /// Rules that look for persons and ran, in the order of the plan.
    rules: Vec<Arc<Rule>>,
    /// Such rules that did not.
    left_out: Vec<Arc<str>>,
    unseen: Vec<Unseen>,
}

impl LookedFor {
    pub(crate) fn of(plan: &Plan, facts: &TableFacts) -> Self {
        let rules = plan.rules.iter().map(|planned| &planned.rule).filter(|rule| Screening::is_about(rule.family()));
        let unseen = facts.fields.iter().filter(|field| field.values.is_none());
        LookedFor {
            rules: rules.cloned().collect(),
            left_out: plan.left_out.clone(),
            unseen: unseen
                .map(|field| Unseen {
                    source: Arc::clone(&facts.table.source),
                    table: facts.table.table.clone(),
                    field: Excerpt::whole(&field.name),
                    column: field.column,
                })
                .collect(),
        }
    }
}

/// Takes together what was looked for in every source.
pub(crate) fn screening(run: Run<'_>, checked: &mut [Checked]) -> Screening {
    let mut ran: BTreeMap<Arc<str>, Arc<Rule>> = BTreeMap::new();
    let mut left_out: BTreeSet<Arc<str>> = BTreeSet::new();
    let mut unseen = Vec::new();
    for one in checked {
        let LookedFor { rules, left_out: theirs, unseen: mut fields } = std::mem::take(&mut one.looked_for);
        ran.extend(rules.into_iter().map(|rule| (Arc::clone(&rule.id), rule)));
        left_out.extend(theirs);
        unseen.append(&mut fields);
    }
    let detector = |rule: Arc<Rule>| Detector {
        title: rule.title.clone(),
        measured: run.measured.map(|measured| measured(&rule.id)).unwrap_or_default(),
        rule: Arc::clone(&rule.id),
    };
    let mut unread: Vec<Unread> = run.unread.to_vec();
    unread.sort();
    Screening {
        profile: run.profile.cloned(),
        detectors: ran.into_values().map(detector).collect(),
        left_out: left_out.into_iter().collect(),
        unseen,
        unread,
    }
}
