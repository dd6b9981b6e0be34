//! The W3C's tests of CSV on the Web for validators, those with even numbers, each held to its type: a positive test has
//! no errors and no warnings, a warning test has warnings and no errors, a negative test has errors.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

mod mutated;
mod served;

use munilint_csvw::{Validation, validate};
use served::{Served, tests};
use std::collections::BTreeMap;

/// How many tests there are of each type.
const COUNTS: [(&str, usize); 3] =
    [("NegativeValidationTest", 75), ("PositiveValidationTest", 36), ("WarningValidationTest", 29)];

#[test]
fn every_test_of_the_suite_is_passed() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut failed = Vec::new();
    let tests = tests();
    for test in &tests {
        *counts.entry(test.kind.clone()).or_default() += 1;
        let result = validate(&test.request(), &Served::of(test));
        let passed = match test.kind.as_str() {
            "PositiveValidationTest" => result.errors.is_empty() && result.warnings.is_empty(),
            "WarningValidationTest" => result.errors.is_empty() && !result.warnings.is_empty(),
            "NegativeValidationTest" => !result.errors.is_empty(),
            _ => false,
        };
        if !passed {
            failed.push(format!("{} ({}): {}{}", test.id, test.kind, test.name, shown(&result)));
        }
    }
    let expected: BTreeMap<String, usize> = COUNTS.iter().map(|(kind, count)| ((*kind).to_owned(), *count)).collect();
    assert_eq!(counts, expected);
    assert!(failed.is_empty(), "{} of {} tests fail:\n{}", failed.len(), tests.len(), failed.join("\n"));
}

#[test]
fn every_issue_of_the_suite_is_worded() {
    for test in tests() {
        let result = validate(&test.request(), &Served::of(&test));
        for issue in result.errors.iter().chain(&result.warnings) {
            let words = issue.kind.to_string();
            assert!(words.len() > 10 && !words.contains("``"), "{}: {issue}", test.id);
        }
        if std::env::var_os("SHOW").is_some() {
            println!("{} ({}) {}{}", test.id, test.kind, test.name, shown(&result));
        }
    }
}

/// Errors and warnings, a line each.
fn shown(result: &Validation) -> String {
    let errors = result.errors.iter().map(|issue| format!("\n    error: {issue}"));
    let warnings = result.warnings.iter().map(|issue| format!("\n    warning: {issue}"));
    errors.chain(warnings).collect()
}
