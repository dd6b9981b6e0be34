//! Which findings are shown where not all of them can be: no limit ever hides a rule while there is room for one of each.

use munilint_model::{Dimension, Finding};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Where the findings stand in `findings`, those first that matter most: the gravest of each rule, then the others by how
/// grave and how sure they are. Whoever has room for `n` takes the first `n`.
pub(crate) fn triage<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Vec<usize> {
    let findings: Vec<&Finding> = findings.into_iter().collect();
    let grave = |at: &usize| {
        let finding = findings[*at];
        Reverse((finding.severity, finding.dimension == Dimension::Privacy, finding.confidence))
    };
    let mut order: Vec<usize> = (0..findings.len()).collect();
    // The sort is stable: what is alike stays in the order of the report.
    order.sort_by_key(grave);
    let mut met = BTreeSet::new();
    let (mut first, others): (Vec<usize>, Vec<usize>) =
        order.into_iter().partition(|&at| met.insert(&findings[at].rule));
    first.extend(others);
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::finding;
    use munilint_model::{Confidence, Severity};

    #[test]
    fn one_of_each_rule_comes_before_the_second_of_any() {
        let of = |rule: &str, severity, confidence| {
            let mut finding = finding(rule, "a.csv", "text");
            (finding.severity, finding.confidence) = (severity, confidence);
            finding
        };
        let mut secret = of("person/c", Severity::Error, Confidence::Low);
        secret.dimension = Dimension::Privacy;
        let findings = [
            of("value/a", Severity::Note, Confidence::High),
            of("value/b", Severity::Error, Confidence::Medium),
            of("value/b", Severity::Error, Confidence::High),
            of("value/a", Severity::Warning, Confidence::High),
            secret,
        ];
        assert_eq!(triage(&findings), [4, 2, 3, 1, 0]);
    }
}
