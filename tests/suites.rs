//! Suites of others, with files that readers of such tables stumbled over.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use munilint_detect::group::group_at;
use munilint_detect::identity::{IdentityNumber, identity_number, identity_number_2032};
use munilint_model::Language;
use munilint_tests::checked::{Rules, json};
use munilint_tests::{command, root, shown, tables};
use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

const MUNILINT: &str = env!("CARGO_BIN_EXE_munilint-under-test");

/// Longest time for one small file.
const LONGEST: Duration = Duration::from_secs(2);

/// Records by the names of their fields.
type Records = Vec<BTreeMap<String, String>>;

#[test]
fn csv_spectrum_is_read_as_its_authors_read_it() {
    let suite = root().join("tests/suites/csv-spectrum");
    let mut wrong = Vec::new();
    let files = tables(&suite.join("csvs"));
    assert_eq!(files.len(), 11);
    for path in files {
        let run = command(MUNILINT).args(["convert", "--to", "csv"]).arg(&path).output().expect("the command starts");
        assert_eq!((run.status.code(), run.stderr.as_slice()), (Some(0), b"".as_slice()), "{}", shown(&path));
        let mut reader = csv::Reader::from_reader(run.stdout.as_slice());
        let found: Records = reader.deserialize().map(|record| record.expect("what is written is CSV")).collect();
        let stem = path.file_stem().unwrap_or_default();
        let expected = fs::read(suite.join("json").join(stem).with_extension("json")).expect("the file is there");
        let expected: Records = serde_json::from_slice(&expected).expect("the file is JSON");
        if found != expected {
            wrong.push(format!("{}\n  expected {expected:?}\n  found    {found:?}", shown(&path)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_crashed_another_reader_is_read_here() {
    let rules = Rules::all();
    let files = tables(&root().join("tests/suites/duckdb-csv-afl"));
    assert_eq!(files.len(), 244);
    let mut wrong = Vec::new();
    for path in files {
        let bytes = fs::read(&path).expect("the file is there");
        let begun = Instant::now();
        let report = catch_unwind(AssertUnwindSafe(|| {
            json(Language::Nb, vec![rules.check(&shown(&path), &bytes, Language::Nb)])
        }));
        let took = begun.elapsed();
        if report.is_err() {
            wrong.push(format!("{}: a panic", shown(&path)));
        } else if took > LONGEST {
            wrong.push(format!("{}: {took:?}", shown(&path)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Which values of the suite a rule should take for identity numbers but does not, or the other way round.
fn misjudged(
    rule: fn(&[u8]) -> Option<IdentityNumber>,
    is_meant: fn(&BTreeMap<String, String>) -> bool,
) -> Vec<String> {
    let vectors = fs::read(root().join("tests/suites/fnr-synthetic/vectors.csv")).expect("the file is there");
    let mut reader = csv::Reader::from_reader(vectors.as_slice());
    let records: Records = reader.deserialize().map(|record| record.expect("the suite is CSV")).collect();
    assert_eq!(records.len(), 1070);
    let found = |value: &str| {
        let last = value.bytes().rposition(|byte| byte.is_ascii_digit())?;
        rule(&group_at(value.as_bytes(), last)?).filter(|found| found.has_date())
    };
    let wrong = records.iter().filter(|record| found(&record["value"]).is_some() != is_meant(record));
    wrong.map(|record| format!("{}: {} ({})", record["value"], record["kind"], record["note"])).collect()
}

#[test]
fn identity_numbers_are_told_from_others() {
    let today = misjudged(identity_number, |record| record["label"] == "pii" && record["note"] != "2032 rule only");
    assert!(today.is_empty(), "{}", today.join("\n"));
    let from_2032 = misjudged(identity_number_2032, |record| record["label"] == "pii");
    assert!(from_2032.is_empty(), "{}", from_2032.join("\n"));
}
