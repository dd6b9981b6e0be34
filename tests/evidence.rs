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
    let numbers = ["identity-number", "d-number", "institution-number", "duf-number"];
    let is_meant = |rule: &str| rule.starts_with("person/") && numbers.iter().any(|end| rule.ends_with(end));
    checked.findings.into_iter().filter(|finding| is_meant(&finding.rule)).collect()
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
fn a_few_among_case_numbers_are_told_by_how_they_are_written() {
    let mut dice = Dice::new(19);
    let mut case = move || format!("{:05}{:06}", dice.within(10_000..=99_999), dice.within(0..=999_999));
    let mut dice = Dice::new(23);
    let mut number = move || dice.bygone_national();
    let forms: [fn(&str) -> String; 3] = [
        |digits| format!("Melding om {} {} er mottatt", &digits[..6], &digits[6..]),
        |digits| format!("Samtale med Kari Nordmann, {digits}"),
        |digits| format!("Gjelder Ola Nordmann ({digits})"),
    ];
    for write in forms {
        let mut few = |row| match row % 4000 {
            7 => write(&number()),
            _ => format!("Gjelder sak {}, som er sendt over", case()),
        };
        let findings = found("notat", &mut few, ROWS);
        assert_eq!(findings.len(), 1, "{:?}", told(&findings));
        assert_eq!((findings[0].severity, findings[0].confidence), (Severity::Warning, Confidence::Medium));
        // Case numbers that all are written so are case numbers.
        let findings = found("notat", &mut |_| write(&case()), ROWS);
        assert!(findings.iter().all(|one| one.confidence == Confidence::Low), "{:?}", told(&findings));
    }
    // Three that look like all the others cannot be told from what chance lets pass.
    let mut few = |row| if row % 4000 == 7 { number() } else { case() };
    let findings = found("nr", &mut few, ROWS);
    assert!(findings.iter().all(|one| one.confidence == Confidence::Low), "{:?}", told(&findings));
}

#[test]
fn times_are_no_identities() {
    // `yymmddhhmmss` without its last digit has a date in front, and so passes more often than chance.
    for (header, seed, from) in [("tidspunkt", 1, 0), ("nr", 2, 2), ("id", 3, 4)] {
        let mut dice = Dice::new(seed);
        let mut time = |_| {
            let (year, month, day) = (dice.within(2001..=2025), dice.within(1..=12), dice.within(1..=28));
            let (hour, minute, second) = (dice.within(0..=23), dice.within(0..=59), dice.within(0..=59));
            let text = format!("{year}{month:02}{day:02}{hour:02}{minute:02}{second:02}");
            text[from..(from + 11).min(text.len())].to_owned()
        };
        let findings = found(header, &mut time, ROWS);
        assert!(
            findings.iter().all(|finding| finding.confidence == Confidence::Low),
            "{header}: {:?}",
            told(&findings)
        );
    }
}

#[test]
fn numbers_by_the_rule_from_2032_are_found_and_told_apart() {
    let mut dice = Dice::new(17);
    let findings = found("nr", &mut |_| dice.national_of_2032(), 400);
    assert_eq!(findings.len(), 1, "{:?}", told(&findings));
    assert_eq!((findings[0].severity, findings[0].confidence), (Severity::Error, Confidence::High));
    assert!(findings[0].text.contains("valid by the rule from 2032 only"), "{:?}", told(&findings));
    // And beside those of today: both are certain.
    let mut both = |row| if row % 4 == 0 { dice.bygone_national() } else { dice.national_of_2032() };
    let findings = found("nr", &mut both, 400);
    assert_eq!(findings.len(), 2, "{:?}", told(&findings));
    assert!(findings.iter().all(|finding| finding.severity == Severity::Error), "{:?}", told(&findings));
}

/// Rules of personal data that find something in a table of names with one more column of many different values.
fn beside_names(header: &str, value: &mut dyn FnMut(usize) -> String) -> Vec<String> {
    let mut text = format!("fornavn;etternavn;{header}\n");
    for row in 0..2_000 {
        text.push_str(&format!("Kari;Nordmann;{}\n", value(row)));
    }
    let checked = Rules::all().check("personer.csv", text.as_bytes(), Language::En);
    let about = checked.findings.into_iter().filter(|finding| finding.column == Some(3));
    about.map(|finding| finding.rule.to_string()).filter(|rule| rule.starts_with("person/")).collect()
}

#[test]
fn many_different_values_are_judged_like_few() {
    let letters = ["AB", "BC", "CD", "DE", "EF", "FG"];
    assert_eq!(beside_names("telefon", &mut |row| (40_000_000 + row * 7).to_string()), ["person/telephone"]);
    let spaced = |row| format!("400 {:02} {:03}", row / 100, row % 1000);
    assert_eq!(beside_names("nummer", &mut { spaced }), ["person/telephone"]);
    let plate = |row: usize| format!("{}{}", letters[row % 6], 10_000 + row);
    assert_eq!(beside_names("bil", &mut { plate }), ["person/licence-plate"]);
    assert_eq!(beside_names("adresse", &mut |row| format!("Prøvevei{row} {}", row % 99 + 1)), ["person/home-address"]);
    assert_eq!(beside_names("bolig", &mut |row| format!("H{row:04}")), ["person/home-address"]);
    let born = |row: usize| format!("{:02}{:02}{}", row % 28 + 1, row / 28 % 12 + 1, 1950 + row / 336);
    assert_eq!(beside_names("fodselsdato", &mut { born }), ["person/birth-date"]);
    assert_eq!(beside_names("breddegrad", &mut |row| format!("58.9{row:05}")), ["person/house-coordinates"]);
    assert!(beside_names("beløp", &mut |row| (1_000_000 + row * 13).to_string()).is_empty());
    assert!(beside_names("merknad", &mut |row| format!("Tiltak nummer {row:04} er satt i gang")).is_empty());
}

#[test]
fn a_column_of_identity_numbers_is_one_error_with_its_count() {
    for header in ["nr", "fødselsnummer", "kontonummer", "merknad"] {
        let mut dice = Dice::new(7);
        let findings = found(header, &mut |_| dice.bygone_national(), 500);
        if header == "kontonummer" {
            // The header claims otherwise, but chance makes one of fifty account numbers pass, and not all of them.
            assert!(findings.len() == 1 && findings[0].severity == Severity::Error, "{:?}", told(&findings));
            continue;
        }
        let named = if header == "fødselsnummer" { "; the field is named for them" } else { "" };
        let expected = format!(
            "person/national-identity-number [error, high]: 500 cells hold valid national identity numbers (100 % of the \
             500 with eleven digits pass, against 0.2 % of random numbers{named})"
        );
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
    let each = |what| {
        format!(
            "[note, high]: 150 cells hold synthetic {what} of Skatteetaten's test population Tenor (80 is added to the \
             month): test data (50 % of the 300 with eleven digits pass, against 0.2 % of random numbers)"
        )
    };
    let expected = [
        format!("person/national-identity-number {}", each("national identity numbers")),
        format!("person/d-number {}", each("D-numbers")),
    ];
    assert_eq!(told(&findings), expected);
}
