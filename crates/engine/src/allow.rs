//! Findings that the configuration allows are set apart, and what became of each entry is counted.

use crate::check::Checked;
use crate::plan::ConfigPlan;
use crate::settle::settle_config;
use munilint_model::{
    Allow, AllowFacts, Allowed, Body, ConfigFacts, Date, Excerpt, Finding, Findings, Language, Rule, Rulebook, selects,
};
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// An [`Allow`] with what it means among the rules that were loaded.
#[derive(Debug)]
pub struct PlannedAllow {
    /// As the configuration states it.
    pub allow: Arc<Allow>,
    /// True when its last day is past.
    pub has_expired: bool,
    /// Ids of the rules that it names.
    rules: BTreeSet<Arc<str>>,
}

impl PlannedAllow {
    pub(crate) fn new(allow: &Allow, today: Option<Date>, rulebook: &Rulebook) -> Self {
        let named = rulebook.iter().filter(|rule| selects(&allow.rule, rule));
        PlannedAllow {
            has_expired: today.is_some_and(|today| allow.has_expired(today)),
            rules: named.map(|rule| Arc::clone(&rule.id)).collect(),
            allow: Arc::new(allow.clone()),
        }
    }

    /// True when every rule that it names is among `planned`.
    pub(crate) fn is_looked_for(&self, planned: impl Fn(&str) -> bool) -> bool {
        self.rules.iter().all(|rule| planned(rule))
    }

    fn is_about(&self, finding: &Finding) -> bool {
        self.rules.contains(&finding.rule) && self.allow.is_about(finding)
    }

    /// True when its patterns can mean no file but those in or under `folders`, which are relative to the configuration's
    /// folder.
    fn is_within(&self, folders: &[PathBuf]) -> bool {
        self.allow.patterns.iter().all(|pattern| {
            let fixed = fixed_part(pattern);
            folders.iter().any(|folder| fixed.starts_with(folder))
        })
    }
}

/// The part of a path pattern before its first component that is no plain name. A pattern of one component means files in
/// any folder.
fn fixed_part(pattern: &str) -> PathBuf {
    if !pattern.contains('/') {
        return PathBuf::new();
    }
    let is_plain = |part: &Component<'_>| !part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{', '\\']);
    Path::new(pattern).components().take_while(is_plain).collect()
}

/// An entry that is about a source.
#[derive(Clone, Debug)]
pub struct Meant {
    /// The entry.
    pub entry: Arc<PlannedAllow>,
    /// True when every rule that it names looks at the source.
    pub is_looked_for: bool,
}

/// Parts what is told from what is allowed: the first entry that is about a finding and has not expired allows it. `checked` is
/// sorted by source.
pub(crate) fn part(
    findings: Vec<Finding>,
    checked: &[Checked],
    allowed: &mut Vec<Allowed>,
    count: &mut Counts,
) -> Vec<Finding> {
    let mut told = Vec::with_capacity(findings.len());
    for finding in findings {
        let at = checked.binary_search_by(|one| one.file.path.cmp(&finding.source));
        let entries = at.ok().into_iter().flat_map(|at| &checked[at].allows).map(|meant| &meant.entry);
        let about: Vec<&Arc<PlannedAllow>> = entries.filter(|entry| entry.is_about(&finding)).collect();
        about.iter().for_each(|entry| count.add(entry));
        match about.iter().find(|entry| !entry.has_expired) {
            Some(entry) => {
                allowed.push(Allowed { finding, reason: Excerpt::whole(&entry.allow.reason), until: entry.allow.until })
            }
            None => told.push(finding),
        }
    }
    told
}

/// How many findings each entry is about.
#[derive(Default)]
pub(crate) struct Counts(Vec<(Arc<PlannedAllow>, u64)>);

impl Counts {
    fn add(&mut self, entry: &Arc<PlannedAllow>) {
        match self.0.iter_mut().find(|(known, _)| Arc::ptr_eq(known, entry)) {
            Some((_, count)) => *count += 1,
            None => self.0.push((Arc::clone(entry), 1)),
        }
    }

    fn of(&self, entry: &Arc<PlannedAllow>) -> u64 {
        self.0.iter().find(|(known, _)| Arc::ptr_eq(known, entry)).map_or(0, |(_, count)| *count)
    }
}

/// What rules over configurations say.
pub(crate) fn judge(
    configs: &[ConfigPlan],
    checked: &[Checked],
    counts: &Counts,
    complete: bool,
    language: Language,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for config in configs {
        let facts = ConfigFacts {
            source: Arc::clone(&config.source),
            allows: config.allows.iter().map(|entry| facts(entry, config, checked, counts, complete)).collect(),
        };
        for planned in &config.rules {
            let Body::Config(judge) = planned.rule.body else { continue };
            let mut found = Findings::default();
            judge(&facts, &planned.options, &mut found);
            findings.extend(
                found.drafts.into_iter().map(|draft| settle_config(draft, planned, &facts, &config.called, language)),
            );
        }
    }
    findings
}

/// True when every entry of the configuration could be judged.
pub(crate) fn is_complete(config: &ConfigPlan, checked: &[Checked], counts: &Counts, complete: bool) -> bool {
    complete && config.allows.iter().all(|entry| facts(entry, config, checked, counts, complete).is_complete)
}

fn facts(
    entry: &Arc<PlannedAllow>,
    config: &ConfigPlan,
    checked: &[Checked],
    counts: &Counts,
    complete: bool,
) -> AllowFacts {
    let meant: Vec<&Meant> =
        checked.iter().flat_map(|one| &one.allows).filter(|meant| Arc::ptr_eq(&meant.entry, entry)).collect();
    // Without files nothing says that its rules were left out, but the configuration's own choice.
    let is_looked_for =
        if meant.is_empty() { config.looks_for(entry) } else { meant.iter().all(|meant| meant.is_looked_for) };
    AllowFacts {
        allow: Arc::clone(&entry.allow),
        has_expired: entry.has_expired,
        findings: counts.of(entry),
        files: meant.len() as u64,
        is_complete: complete && is_looked_for && entry.is_within(&config.folders),
    }
}

/// True for a rule that judges configurations.
pub(crate) fn is_of_config(rule: &Rule) -> bool {
    matches!(rule.body, Body::Config(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fixed_part_of_a_pattern_ends_where_names_are_not_plain() {
        for (pattern, fixed) in [
            ("*.csv", ""),
            ("liste.csv", ""),
            ("valg/**", "valg"),
            ("valg/20*/a.csv", "valg"),
            ("valg/a.csv", "valg/a.csv"),
        ] {
            assert_eq!(fixed_part(pattern), Path::new(fixed), "{pattern}");
        }
    }
}
