//! Findings and files built by hand, for the tests of scores and verdicts.

use munilint_model::{
    Confidence, Dimension, FileReport, Finding, Fix, Message, Occurrences, Place, RuleSummary, Severity,
};

/// A finding about a field, or about the whole file when there is no column.
pub(crate) fn finding(
    rule: &str,
    source: &str,
    (dimension, severity): (Dimension, Severity),
    column: Option<u32>,
) -> Finding {
    Finding {
        rule: rule.into(),
        severity,
        confidence: Confidence::High,
        dimension,
        source: source.into(),
        table: None,
        field: None,
        column,
        seen: Occurrences { count: 1, first: vec![Place::File] },
        message: Message::default(),
        text: String::new(),
        help: String::new(),
        why: String::new(),
        snippet: None,
        characters: None,
        fix: Fix::None,
        known_count: None,
        limit: None,
        fingerprint: String::new(),
    }
}

/// A file that the rules looked at.
pub(crate) fn file(path: &str, fields: u32, rules: &[RuleSummary]) -> FileReport {
    let rules = rules.iter().map(|rule| rule.id.clone()).collect();
    FileReport { path: path.into(), fields, rules, ..FileReport::default() }
}

/// Rules by their ids and dimensions, in the order of their ids.
pub(crate) fn rules(all: &[(&str, Dimension)]) -> Vec<RuleSummary> {
    let rule = |&(id, dimension): &(&str, Dimension)| RuleSummary {
        id: id.into(),
        title: String::new(),
        severity: Severity::Warning,
        confidence: Confidence::High,
        dimension,
        why: String::new(),
        help: String::new(),
        page: "".into(),
    };
    all.iter().map(rule).collect()
}

/// Findings, to be looked at.
pub(crate) fn seen(findings: &[Finding]) -> Vec<&Finding> {
    findings.iter().collect()
}
