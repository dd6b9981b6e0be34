//! Earlier reports on the same data, and what changed since the last.

use crate::{Excerpt, Report, Score, Severity};
use std::collections::BTreeSet;

/// What earlier reports said, and what changed since the last of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trend {
    /// In the order of their files' names.
    pub earlier: Vec<Earlier>,
    /// Where findings that the last of them does not have stand in [`Report::findings`].
    pub new: Vec<usize>,
    /// Findings of the last of them that are not there any more.
    pub gone: Vec<Gone>,
}

/// An earlier report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Earlier {
    /// The name of its file without its ending, masked.
    pub name: Excerpt,
    /// How many errors, warnings and notes it has.
    pub counts: [u64; 3],
    /// Its scores over all files.
    pub scores: Vec<Score>,
    /// Its findings.
    pub findings: Vec<Gone>,
}

/// A finding of an earlier report. Nothing in it acts.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gone {
    /// The source's name as it was shown.
    pub path: String,
    /// The field's name, masked.
    pub field: Option<Excerpt>,
    /// The rule's id.
    pub rule: String,
    /// How grave it was.
    pub severity: Severity,
    /// What it said.
    pub text: String,
    /// Its stable name: see [`crate::Finding::fingerprint`].
    pub fingerprint: String,
}

impl Trend {
    /// Holds a report against earlier ones. What the configuration allows, what is within its limit and what a
    /// baseline knows is not gone.
    #[must_use]
    pub fn of(report: &Report, earlier: Vec<Earlier>) -> Trend {
        let last: Vec<&Gone> = earlier.last().into_iter().flat_map(|last| &last.findings).collect();
        let before: BTreeSet<&str> = last.iter().map(|finding| &*finding.fingerprint).collect();
        let allowed = report.allowed.iter().map(|allowed| &allowed.finding);
        let tolerated = report.tolerated.iter().map(|tolerated| &tolerated.finding);
        let known = report.against.iter().flat_map(|against| &against.known).map(|known| &known.finding);
        let apart = allowed.chain(tolerated).chain(known);
        let now: BTreeSet<&str> = report.findings.iter().chain(apart).map(|finding| &*finding.fingerprint).collect();
        let is_new = |at: &usize| !earlier.is_empty() && !before.contains(&*report.findings[*at].fingerprint);
        let new = (0..report.findings.len()).filter(is_new).collect();
        let gone = last.into_iter().filter(|finding| !now.contains(&*finding.fingerprint)).cloned().collect();
        Trend { earlier, new, gone }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Against, Allowed, Confidence, Dimension, Finding, Fix, Known, Message, Occurrences, Tolerance, Tolerated,
        Verdict,
    };

    fn finding(fingerprint: &str) -> Finding {
        Finding {
            rule: "a/b".into(),
            severity: Severity::Error,
            confidence: Confidence::High,
            dimension: Dimension::Conformity,
            source: "a.csv".into(),
            table: None,
            field: None,
            column: None,
            seen: Occurrences::default(),
            message: Message::default(),
            text: String::new(),
            help: String::new(),
            why: String::new(),
            snippet: None,
            characters: None,
            fix: Fix::None,
            known_count: None,
            limit: None,
            fingerprint: fingerprint.to_owned(),
        }
    }

    #[test]
    fn what_is_new_and_what_is_gone_is_told_by_the_last_report() {
        let of = |all: &[&str]| Earlier {
            findings: all.iter().map(|one| Gone { fingerprint: (*one).to_owned(), ..Gone::default() }).collect(),
            ..Earlier::default()
        };
        let mut report = Report { verdict: Verdict::Clear, ..Report::default() };
        report.findings = vec![finding("stays"), finding("new")];
        report.allowed = vec![Allowed { finding: finding("allowed"), reason: Excerpt::of("known"), until: None }];
        report.tolerated = vec![Tolerated { finding: finding("tolerated"), limit: Tolerance::Count(3) }];
        let known = vec![Known { finding: finding("known"), count: 1 }];
        report.against = Some(Against { known, ..Against::default() });
        let last = of(&["stays", "gone", "allowed", "tolerated", "known"]);
        let trend = Trend::of(&report, vec![of(&["new", "older"]), last]);
        assert_eq!(trend.new, [1]);
        let gone: Vec<&str> = trend.gone.iter().map(|finding| &*finding.fingerprint).collect();
        assert_eq!(gone, ["gone"]);
        assert_eq!(Trend::of(&report, Vec::new()), Trend::default(), "without a report before it, nothing is new");
    }
}
