//! `--format gitlab`: a Code Quality report as GitLab takes it: an array of issues, of which those with one fingerprint are
//! taken for one.

use crate::place::{line_of, with_place};
use crate::words::Words;
use munilint_model::{Confidence, Dimension, Finding, Problem, Report, Severity};
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::{self, Write};

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u64,
}

/// Writes a report as JSON: UTF-8, indented, ending with a newline. Problems of the run are issues, too: a report that is
/// empty says that all was looked at.
///
/// # Errors
/// `out` cannot be written to.
pub fn gitlab(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let words = Words::of(report.language);
    let mut met = BTreeSet::new();
    let findings = report.findings.iter().map(|finding| of_finding(finding, words));
    let issues: Vec<Issue<'_>> = report
        .problems
        .iter()
        .map(|problem| of_problem(problem, words))
        .chain(findings)
        .map(|issue| told_apart(issue, &mut met))
        .collect();
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    out.write_all(b"\n")
}

fn of_finding<'a>(finding: &'a Finding, words: &Words) -> Issue<'a> {
    Issue {
        description: with_place(finding, words),
        check_name: &finding.rule,
        fingerprint: finding.fingerprint.clone(),
        severity: severity(finding),
        location: location(&finding.source, line_of(finding)),
    }
}

/// What stops data from being shared blocks; what is not certain is less than what is.
fn severity(finding: &Finding) -> &'static str {
    match (finding.severity, finding.confidence) {
        (Severity::Error, _) if finding.dimension == Dimension::Privacy => "blocker",
        (Severity::Error, _) => "critical",
        (Severity::Warning, Confidence::High) => "major",
        (Severity::Warning, _) => "minor",
        (Severity::Note, _) => "info",
    }
}

fn of_problem<'a>(problem: &'a Problem, words: &Words) -> Issue<'a> {
    let path = problem.path.as_deref().unwrap_or(".");
    Issue {
        description: format!("{}: {}", words.problem, problem.text),
        check_name: "munilint/problem",
        fingerprint: format!("problem:{path}"),
        severity: "critical",
        location: location(path, 1),
    }
}

fn location(path: &str, line: u64) -> Location<'_> {
    Location { path, lines: Lines { begin: line } }
}

/// Numbers fingerprints that were met before.
fn told_apart<'a>(mut issue: Issue<'a>, met: &mut BTreeSet<String>) -> Issue<'a> {
    let mut name = issue.fingerprint.clone();
    let mut number = 1;
    while !met.insert(name.clone()) {
        number += 1;
        name = format!("{}:{number}", issue.fingerprint);
    }
    issue.fingerprint = name;
    issue
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use serde_json::Value;

    fn written(report: &Report) -> Value {
        let mut out = Vec::new();
        gitlab(report, &mut out).expect("a Vec takes everything");
        let value = serde_json::from_slice(&out).expect("the report is JSON");
        let schema = serde_json::from_str(munilint_schemas::CODE_QUALITY).expect("the schema is JSON");
        let errors: Vec<String> = jsonschema::validator_for(&schema)
            .expect("the schema refers to itself only")
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
        value
    }

    #[test]
    fn findings_and_problems_are_issues() {
        let mut report = sample::report();
        report.findings.push(report.findings[0].clone());
        report.problems.push(Problem { path: None, text: "text".to_owned() });
        report.findings[1].text.clear();
        report.findings[1].seen.first.clear();
        (report.findings[1].field, report.findings[1].snippet) = (None, None);
        let issues = written(&report);
        let of = |key: &str| -> Vec<String> {
            issues.as_array().into_iter().flatten().map(|issue| issue[key].to_string().replace('"', "")).collect()
        };
        assert_eq!(of("severity"), ["critical", "critical", "minor", "critical", "info", "critical", "minor"]);
        let fingerprints = of("fingerprint");
        assert_eq!(fingerprints[6], format!("{}:2", fingerprints[2]));
        assert_eq!(issues[2]["location"]["lines"]["begin"], 2);
        assert_eq!(issues[3]["description"], "code/lost-leading-zero");
        assert_eq!(issues[1]["location"]["path"], ".");
        let mut secret = sample::finding("person/x", "a.csv", "text");
        (secret.severity, secret.dimension) = (Severity::Error, Dimension::Privacy);
        let issues = written(&Report { findings: vec![secret], ..Report::default() });
        assert_eq!(issues[0]["severity"], "blocker");
    }

    #[test]
    fn nothing_found_is_an_empty_array() {
        assert_eq!(written(&Report::default()), Value::Array(Vec::new()));
    }
}
