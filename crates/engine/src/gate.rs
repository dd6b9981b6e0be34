//! What does not count for the exit status: findings within their limits, and those that a baseline knows.

use crate::check::Checked;
use crate::plan::ConfigPlan;
use munilint_model::{Against, Baseline, Body, Excerpt, Finding, Known, Recorded, Rule, Tolerated};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Sets apart what is within its limit. `checked` is sorted by source and table.
pub(crate) fn tolerate(findings: Vec<Finding>, checked: &[Checked]) -> (Vec<Finding>, Vec<Tolerated>) {
    let mut tolerated = Vec::new();
    let mut told = Vec::with_capacity(findings.len());
    for finding in findings {
        let key = (&finding.source, &finding.table);
        let at = checked.binary_search_by(|one| (&one.file.path, &one.facts.table.table).cmp(&key));
        let rows = at.map_or(0, |at| checked[at].file.rows);
        match finding.limit.filter(|limit| limit.admits(&finding.seen, finding.column.is_some(), rows)) {
            Some(limit) => tolerated.push(Tolerated { finding, limit }),
            None => told.push(finding),
        }
    }
    (told, tolerated)
}

/// What was looked at, by what sources are called in fingerprints.
pub(crate) struct Looked<'a> {
    /// Ids of the rules that judged a source alone.
    alone: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// Ids of the rules that judged several sources beside each other.
    beside: BTreeSet<&'a str>,
    /// Sources that are there no longer.
    gone: BTreeSet<&'a str>,
}

impl<'a> Looked<'a> {
    /// `configs` are those of which every entry could be judged.
    pub(crate) fn new(
        checked: &'a [Checked],
        configs: impl Iterator<Item = &'a ConfigPlan>,
        gone: &'a [Excerpt],
    ) -> Looked<'a> {
        let mut looked = Looked {
            alone: configs.map(ConfigPlan::looked).collect(),
            beside: BTreeSet::new(),
            gone: gone.iter().map(Excerpt::as_str).collect(),
        };
        for one in checked {
            let beside = one.beside.iter().map(|planned| &*planned.rule.id);
            let beside: BTreeSet<&str> = beside.filter(|_| checked.len() > 1).collect();
            let is_alone = |rule: &&'a Arc<Rule>| !matches!(rule.body, Body::Tables(_));
            let alone = one.rules.iter().filter(is_alone).map(|rule| &*rule.id);
            looked.alone.entry(&one.called).or_default().extend(alone);
            looked.beside.extend(beside);
        }
        looked
    }

    fn has(&self, path: &str) -> bool {
        self.gone.contains(path) || self.alone.contains_key(path)
    }

    /// True when what was recorded would have been found, were it still there. What a rule over several tables says hangs on
    /// them `all`: every source of the baseline.
    fn at(&self, recorded: &Recorded, all: bool) -> bool {
        let (path, rule) = (recorded.path.as_str(), &*recorded.rule);
        let alone = || self.alone.get(path).is_some_and(|rules| rules.contains(rule));
        let beside = || all && self.beside.contains(rule) && self.alone.contains_key(path);
        self.gone.contains(path) || alone() || beside()
    }
}

/// Sets apart what the baseline knows: all of one fingerprint when there is no more of it than was recorded. What has grown stays
/// and is told how much there was.
pub(crate) fn hold(findings: &mut Vec<Finding>, baseline: &Baseline, looked: &Looked<'_>) -> Against {
    let mut found: BTreeMap<&str, u64> = BTreeMap::new();
    for finding in &*findings {
        *found.entry(&finding.fingerprint).or_default() += finding.seen.count;
    }
    let not_found = |recorded: &&Recorded| !found.contains_key(&*recorded.fingerprint);
    let all = baseline.findings.iter().all(|recorded| looked.has(recorded.path.as_str()));
    let absent = baseline.findings.iter().filter(not_found).cloned();
    let (mended, open) = absent.partition(|recorded| looked.at(recorded, all));
    let recorded: BTreeMap<&str, u64> =
        baseline.findings.iter().map(|recorded| (&*recorded.fingerprint, recorded.count)).collect();
    let is_known = |(name, count): &(&&str, &u64)| recorded.get(*name).is_some_and(|recorded| recorded >= *count);
    let known: BTreeSet<String> = found.iter().filter(is_known).map(|(name, _)| (*name).to_owned()).collect();
    let mut against = Against { mended, open, ..Against::default() };
    for mut finding in std::mem::take(findings) {
        match recorded.get(&*finding.fingerprint) {
            Some(&count) if known.contains(&finding.fingerprint) => against.known.push(Known { finding, count }),
            count => {
                finding.known_count = count.copied();
                findings.push(finding);
            }
        }
    }
    against
}
