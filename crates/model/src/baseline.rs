//! What was found on the day that a gate was switched on, and what becomes of it.

use crate::{Excerpt, Finding, Report, Tolerance};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Findings that were recorded: a gate lets them pass, and fails on what is new or has grown. No row, no value and no day is in
/// it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// Version of the form.
    pub version: u32,
    /// By path, rule and field; a fingerprint stands in it once.
    pub findings: Vec<Recorded>,
}

impl Baseline {
    /// Version of the form that is written today.
    pub const VERSION: u32 = 1;

    /// What was recorded, in the order of the form. What has one fingerprint is one.
    #[must_use]
    pub fn of(mut findings: Vec<Recorded>) -> Self {
        findings.sort_by(|a, b| a.fingerprint.cmp(&b.fingerprint));
        findings.dedup_by(|next, kept| {
            let same = next.fingerprint == kept.fingerprint;
            if same {
                kept.count += next.count;
            }
            same
        });
        findings.sort();
        Baseline { version: Self::VERSION, findings }
    }

    /// What is left of it after a run that was held against it: without what is mended, and with the lower counts. Nothing is
    /// added.
    #[must_use]
    pub fn ratcheted(&self, report: &Report) -> Self {
        let Some(against) = &report.against else { return self.clone() };
        let found = against.known.iter().map(|known| &known.finding).chain(&report.findings);
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        for finding in found {
            *counts.entry(&finding.fingerprint).or_default() += finding.seen.count;
        }
        let mended: BTreeSet<&str> = against.mended.iter().map(|recorded| &*recorded.fingerprint).collect();
        let kept = self.findings.iter().filter(|recorded| !mended.contains(&*recorded.fingerprint)).map(|recorded| {
            let count = counts.get(&*recorded.fingerprint).map_or(recorded.count, |count| recorded.count.min(*count));
            Recorded { count, ..recorded.clone() }
        });
        Baseline { version: Self::VERSION, findings: kept.collect() }
    }
}

/// A finding that was recorded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recorded {
    /// The source, relative to the baseline's folder, masked.
    pub path: Excerpt,
    /// The table, masked, when the source can hold several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<Excerpt>,
    /// The rule's id.
    pub rule: Arc<str>,
    /// The field's name, masked, when the finding is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Excerpt>,
    /// How often it was found.
    pub count: u64,
    /// The finding's name.
    pub fingerprint: String,
}

impl Recorded {
    /// Records a finding in the source that is called `path` from the baseline's folder.
    #[must_use]
    pub fn new(finding: &Finding, path: &str) -> Self {
        Recorded {
            path: Excerpt::whole(path),
            table: finding.table.as_deref().map(Excerpt::whole),
            rule: Arc::clone(&finding.rule),
            field: finding.field.clone(),
            count: finding.seen.count,
            fingerprint: finding.fingerprint.clone(),
        }
    }
}

/// A finding that the baseline knows: it is reported, and does not count for the exit status.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The finding.
    pub finding: Finding,
    /// How often it was found when it was recorded.
    pub count: u64,
}

/// What a run says of a baseline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Against {
    /// Findings that it knows, by path, place and rule.
    pub known: Vec<Known>,
    /// What it has that was looked for and is there no longer.
    pub mended: Vec<Recorded>,
    /// What it has that was not looked for in this run, or not everywhere.
    pub open: Vec<Recorded>,
}

/// A finding that is within the limit that the configuration sets: it is reported, and does not count for the exit status.
#[derive(Clone, Debug, PartialEq)]
pub struct Tolerated {
    /// The finding.
    pub finding: Finding,
    /// The limit.
    pub limit: Tolerance,
}
