//! May it be shared, and what should be mended first?

use crate::score;
use munilint_model::{Advice, Dimension, FileReport, Finding, Problem, Score, Severity, Verdict};
use std::collections::BTreeMap;

/// So many things are advised.
const FIRST: usize = 3;

/// Whether data may be shared, as far as rules can say.
pub(crate) fn verdict(findings: &[&Finding], files: &[FileReport], problems: &[Problem]) -> Verdict {
    if findings.iter().any(|finding| stops(finding)) {
        Verdict::Stopped
    } else if !problems.is_empty() || files.is_empty() {
        Verdict::Unknown
    } else if findings.iter().any(|finding| finding.severity == Severity::Error || is_private(finding)) {
        Verdict::Unready
    } else {
        Verdict::Clear
    }
}

/// What to mend first of the first `told` of the findings: what stands in the way of sharing before the rest, then what is
/// graver, surer, and gains more.
pub(crate) fn first(findings: &[&Finding], told: usize, scores: &[Score]) -> Vec<Advice> {
    let mut things: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (at, finding) in findings[..told].iter().enumerate().filter(|(_, finding)| finding.severity > Severity::Note) {
        things.entry((&*finding.source, &*finding.rule)).or_default().push(at);
    }
    let mut ranked: Vec<_> = things.into_values().map(|these| ranked(findings, scores, these)).collect();
    // The sort is stable: what is alike stays in the order of the report.
    ranked.sort_by(|(a, ..), (b, ..)| b.cmp(a));
    ranked.into_iter().take(FIRST).map(|(_, advice)| advice).collect()
}

/// What comes first has the greater rank.
type Rank = (bool, Severity, munilint_model::Confidence, u64, u64);

fn ranked(findings: &[&Finding], scores: &[Score], mut these: Vec<usize>) -> (Rank, Advice) {
    these.sort_by_key(|&at| {
        std::cmp::Reverse((findings[at].severity, findings[at].confidence, findings[at].seen.count))
    });
    let gravest = findings[these[0]];
    let mended = score::mended(findings, &these, gravest.dimension);
    let now = scores.iter().find(|score| score.dimension == gravest.dimension);
    let gain = now.map(|now| [*now, Score { sound: now.sound + mended, ..*now }]);
    let cells = these.iter().map(|&at| findings[at].seen.count).sum();
    let stops = these.iter().any(|&at| stops(findings[at]));
    let rank = (stops, gravest.severity, gravest.confidence, mended, cells);
    (rank, Advice { findings: these, stops, gain })
}

fn is_private(finding: &Finding) -> bool {
    finding.dimension == Dimension::Privacy && finding.severity > Severity::Note
}

/// True for what identifies persons, or gives them away.
fn stops(finding: &Finding) -> bool {
    is_private(finding) && finding.severity == Severity::Error
}
