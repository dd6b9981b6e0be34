//! Identity numbers are judged by the column: what chance makes is left alone, what is evidence is told with its weight.

use munilint_model::{Confidence, Finding, Language, Severity};
use munilint_tests::checked::Rules;
use munilint_tests::seeded::Dice;

const ROWS: usize = 10_000;

/// Findings of identity numbers in a table with one column of numbers and one of figures.
fn found(header: &str, number: &mut dyn FnMut(usize) -> String, rows: usize) -> Vec<Finding> {
    let mut text = format!("{header};beløp\n");
    for row in 0..rows {
        text.push_str(&format!("{};{}\n", number(row), row * 7 % 9000));
    }
    let checked = Rules::all().check("kolonne.csv", text.as_bytes(), Language::En);
    assert_eq!(checked.file.rows, rows as u64);
    let identity = ["person/national-identity-number", "person/d-number"];
    checked.findings.into_iter().filter(|finding| identity.contains(&&*finding.rule)).collect()
}

fn told(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|one| format!("{} [{}, {}]: {}", one.rule, one.severity, one.confidence, one.text)).collect()
}

#[test]
fn account_numbers_are_no_identities() {
    for (header, seed) in [("kontonummer", 1), ("konto", 2), ("nr", 3), ("id", 4), ("nr", 5)] {
        let mut dice = Dice::new(seed);
        let findings = found(header, &mut |_| dice.account(), ROWS);
        assert!(
            findings.iter().all(|finding| finding.confidence == Confidence::Low),
            "{header}: {:?}",
            told(&findings)
        );
        assert!(findings.iter().all(|finding| finding.severity == Severity::Note), "{header}: {:?}", told(&findings));
    }
}

#[test]
fn case_numbers_are_no_identities() {
    for (header, seed) in [("saksnummer", 1), ("nr", 2), ("referanse", 3)] {
        let mut dice = Dice::new(seed);
        let mut random = |_| format!("{:05}{:06}", dice.within(10_000..=99_999), dice.within(0..=999_999));
        let findings = found(header, &mut random, ROWS);
        assert!(
            findings.iter().all(|finding| finding.confidence == Confidence::Low),
            "{header}: {:?}",
            told(&findings)
        );
        // Numbers that run on: every hundredth or so passes.
        let findings = found(header, &mut |row| (20_240_100_000 + row).to_string(), ROWS);
        assert!(findings.is_empty(), "{header}: {:?}", told(&findings));
    }
}

#[test]
fn a_column_of_identity_numbers_is_one_error_with_its_count() {
    for header in ["nr", "fødselsnummer", "kontonummer", "merknad"] {
        let mut dice = Dice::new(7);
        let findings = found(header, &mut |_| dice.bygone_national(), 500);
        if header == "kontonummer" {
            // The header claims otherwise: a warning is the most that may be said.
            assert!(findings.len() == 1 && findings[0].severity >= Severity::Warning, "{:?}", told(&findings));
            continue;
        }
        let expected = "person/national-identity-number [error, high]: 500 cells hold valid national identity numbers \
                        (100 % of the 500 with eleven digits)";
        assert_eq!(told(&findings), [expected], "{header}");
        assert_eq!((findings[0].seen.count, findings[0].column), (500, Some(1)));
    }
}

#[test]
fn identity_numbers_among_account_numbers_are_told_by_their_share() {
    let mut dice = Dice::new(11);
    // One in ten: far more than the two in a thousand, or two in a hundred of account numbers, that chance makes.
    let mut mixed = |row| if row % 10 == 0 { dice.bygone_national() } else { dice.account() };
    let findings = found("nr", &mut mixed, 2000);
    let national = findings.iter().find(|finding| &*finding.rule == "person/national-identity-number");
    let national = national.unwrap_or_else(|| panic!("{:?}", told(&findings)));
    assert_eq!((national.severity, national.confidence), (Severity::Warning, Confidence::Medium));
    assert!(national.seen.count >= 200 && national.seen.count < 300, "{:?}", told(&findings));
}

#[test]
fn synthetic_numbers_are_noted_as_what_they_are() {
    let mut dice = Dice::new(13);
    let mut both = |row| if row % 2 == 0 { dice.synthetic_national() } else { dice.synthetic_d_number() };
    let findings = found("nr", &mut both, 300);
    let each =
        |what| format!("[note, high]: 150 cells hold synthetic {what} (50 % of the 300 with eleven digits): test data");
    let expected = [
        format!("person/national-identity-number {}", each("national identity numbers")),
        format!("person/d-number {}", each("D-numbers")),
    ];
    assert_eq!(told(&findings), expected);
}
