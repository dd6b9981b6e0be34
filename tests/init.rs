//! `munilint init` on every table that there is: what it writes is read as the description of that table, nothing is found in
//! it but what it marks, and what is there is never overwritten.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

use munilint_metadata::{link, read};
use munilint_tests::{command, files, root};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::Arc;

const MUNILINT: &str = env!("CARGO_BIN_EXE_munilint-under-test");

/// Standards with the names that their files get beside `table.csv`.
const STANDARDS: [(&str, &str); 4] = [
    ("datapackage", "datapackage.json"),
    ("dcat", "table.dcat.ttl"),
    ("odcs", "table.odcs.yaml"),
    ("readme", "README.md"),
];

/// What DCAT-AP-NO asks for and only a person knows: the rule that misses it, and the property that stands in a comment.
const OPEN: [(&str, &str); 10] = [
    ("dcat/missing-access-rights", "dct:accessRights"),
    ("dcat/missing-access-url", "dcat:accessURL"),
    ("dcat/missing-area", "dct:spatial"),
    ("dcat/missing-frequency", "dct:accrualPeriodicity"),
    ("dcat/missing-identifier", "dct:identifier"),
    ("dcat/missing-keyword", "dcat:keyword"),
    ("dcat/missing-licence", "dct:license"),
    ("dcat/missing-period", "dct:temporal"),
    ("dcat/missing-theme", "dcat:theme"),
    ("dcat/incomplete-contact", "vcard:hasEmail"),
];

/// Tables that are hard to describe.
const HARD: [(&str, &str); 11] = [
    ("names that are markup", "a|b;`c`;*d*;<b>e</b>;\"f \"\"g\"\"\";h\\i;# j;k: l\n1;2;3;4;5;6;7;8\n"),
    ("names on two lines", "\"antall\npersoner\";sted\n12;Oslo\n13;Bergen\n"),
    ("numbers as people write them", "sum;andel;antall\n1 234,50;0,5;12\n-3,25;1,25;1 200\n12;0;4\n"),
    ("values that are not what most are", "a;b\n1;2024-01-01\n2;2024-01-02\n3;ukjent\nmange;2024-01-04\n"),
    ("days", "dato;åpnet;kort;tid\n2024-01-31;31.01.2024;31.01.24;12:30\n2024-02-01;01.02.2024;01.02.24;13:00\n"),
    ("signs of missing values", "kommunenummer;antall\n0301;12\n1103;:\n4601;..\n5001;-\n"),
    ("no header", "0301;12;3,5\n1103;4;5,25\n4601;7;1,0\n5001;9;2,5\n"),
    ("a title above the header", "Plasser i barnehager;;\n;;\nkommunenummer;antall;andel\n0301;12;3,5\n1103;4;5,25\n"),
    ("nothing but a header", "kommunenummer;antall\n"),
    ("a field without a name", "kommunenummer;;antall\n0301;x;1\n1103;y;2\n"),
    ("persons", "fødselsnummer;navn;kjønn;parti\n01815012385;Kari Nordmann;kvinne;a\n01815012466;Ola Hansen;mann;b\n"),
];

fn munilint(folder: &Path, arguments: &[&str]) -> Output {
    command(MUNILINT).current_dir(folder).args(arguments).output().expect("the command starts")
}

/// What is found: rules and fields.
fn findings(folder: &Path) -> BTreeSet<(String, String)> {
    let run = munilint(folder, &["check", ".", "--format", "json", "--today", "2026-01-01"]);
    let report: serde_json::Value = serde_json::from_slice(&run.stdout).expect("a report");
    let found = report["findings"].as_array().expect("findings").iter();
    found.map(|one| (one["rule"].as_str().unwrap_or("").to_owned(), one["field"].to_string())).collect()
}

/// Describes a table in every standard and holds what comes of it against the table.
fn described(name: &str, bytes: &[u8]) -> Vec<String> {
    let mut wrong = Vec::new();
    let before = tempfile::tempdir().expect("a folder");
    fs::write(before.path().join("table.csv"), bytes).expect("the table can be written");
    let before = findings(before.path());
    for (language, (standard, file)) in ["nb", "nn", "en", "nb"].into_iter().zip(STANDARDS) {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, mut say) = (folder.path(), |what: String| wrong.push(format!("{name}, {standard}: {what}")));
        fs::write(folder.join("table.csv"), bytes).expect("the table can be written");
        let run = munilint(folder, &["init", "table.csv", "--as", standard, "--lang", language]);
        if run.status.code() != Some(0) {
            say(String::from_utf8_lossy(&run.stderr).into_owned());
            continue;
        }
        let written = fs::read(folder.join(file)).expect("it is beside the table");
        let metadata = read(Path::new(file), &Arc::from(file), &written);
        let Some(metadata) = metadata.map(|reading| reading.metadata) else {
            say("is not read".to_owned());
            continue;
        };
        if link(std::slice::from_ref(&metadata), &[Arc::from("table.csv")]).len() != 1 {
            say("describes another table".to_owned());
        }
        let text = String::from_utf8_lossy(&written);
        let is_open = |rule: &str| {
            rule == "doc/placeholder-text"
                || OPEN.iter().any(|(open, property)| *open == rule && text.contains(&format!("# {property}")))
                || rule == "dcat/incomplete-contact" && text.contains("# TODO")
        };
        let after = findings(folder);
        after.difference(&before).filter(|(rule, _)| !is_open(rule)).for_each(|found| say(format!("finds {found:?}")));
        if !after.iter().any(|(rule, _)| rule == "doc/placeholder-text") {
            say("marks nothing".to_owned());
        }
        let again = munilint(folder, &["init", "table.csv", "--as", standard]);
        if again.status.code() != Some(2) || fs::read(folder.join(file)).ok() != Some(written) {
            say("is overwritten".to_owned());
        }
    }
    wrong
}

#[test]
fn nothing_is_found_in_a_draft_but_what_it_marks() {
    let tables: Vec<PathBuf> =
        ["examples", "tests/corpus"].iter().flat_map(|folder| files(&root().join(folder))).collect();
    let tables = tables.iter().filter(|path| path.extension().is_some_and(|ending| ending == "csv"));
    let tables: Vec<(String, Vec<u8>)> = tables
        .map(|path| (path.display().to_string(), fs::read(path).expect("a table")))
        .chain(HARD.map(|(name, table)| (name.to_owned(), table.as_bytes().to_vec())))
        .collect();
    assert!(tables.len() > 30, "{}", tables.len());
    let half = tables.len() / 2;
    let all = |tables: &[(String, Vec<u8>)]| -> Vec<String> {
        tables.iter().flat_map(|(name, bytes)| described(name, bytes)).collect()
    };
    let wrong = std::thread::scope(|scope| {
        let other = scope.spawn(|| all(&tables[half..]));
        [all(&tables[..half]), other.join().expect("no panic")].concat()
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_draft_tells_no_value_of_a_field_about_persons() {
    let (_, table) = HARD.iter().find(|(name, _)| *name == "persons").expect("it is there");
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("table.csv"), table).expect("the table can be written");
    for (standard, file) in STANDARDS {
        assert_eq!(munilint(folder.path(), &["init", ".", "--as", standard]).status.code(), Some(0), "{standard}");
        let text = fs::read_to_string(folder.path().join(file)).expect("it is there");
        for value in ["01815012385", "Kari", "Nordmann", "Hansen"] {
            assert!(!text.contains(value), "{standard}: {value}");
        }
    }
}

#[test]
fn what_is_known_is_taken_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let (table, package) = ("kommunenummer;antall\n0301;12\n1103;3\n", folder.path().join("datapackage.json"));
    fs::write(folder.path().join("table.csv"), table).expect("the table can be written");
    let known = r#"{"name": "x", "title": "Barn i kø", "description": "Barn som venter på plass.", "licenses": [{"path": "https://data.norge.no/nlod/no/2.0"}],
        "contributors": [{"title": "Oslo kommune", "path": "https://data.brreg.no/enhetsregisteret/api/enheter/958935420", "roles": ["publisher"]}],
        "resources": [{"name": "table", "path": "table.csv", "schema": {"fields": [
        {"name": "kommunenummer", "type": "string", "description": "Kommunen der barnet bor."}, {"name": "antall", "type": "integer"}]}}]}"#;
    fs::write(package, known).expect("the package can be written");
    for (standard, file) in &STANDARDS[1..] {
        let run = munilint(folder.path(), &["init", "table.csv", "--as", standard, "--lang", "nb"]);
        assert_eq!(run.status.code(), Some(0), "{standard}");
        let text = fs::read_to_string(folder.path().join(file)).expect("it is there");
        let publisher = if *standard == "dcat" { "enheter/958935420" } else { "Oslo kommune" };
        let mut known = vec!["Barn i kø", "Barn som venter på plass.", publisher];
        known.extend((*standard != "dcat").then_some("Kommunen der barnet bor."));
        known.extend((*standard != "odcs").then_some("data.norge.no/nlod/no/2.0"));
        known.iter().for_each(|known| assert!(text.contains(known), "{standard}: {known}\n{text}"));
        assert!(!text.contains("BEKREFT: Barn"), "{standard}: what is known is not to be confirmed");
        fs::remove_file(folder.path().join(file)).expect("it is there");
    }
}

#[test]
fn words_of_another_standard_are_translated() {
    let folder = tempfile::tempdir().expect("a folder");
    let csvw = r#"{"@context": "http://www.w3.org/ns/csvw", "url": "table.csv", "dialect": {"delimiter": ";"}, "tableSchema": {"columns": [
        {"name": "dato", "titles": "dato", "datatype": {"base": "date", "format": "dd.MM.yyyy"}},
        {"name": "antall", "titles": "antall", "datatype": "nonNegativeInteger"}]}}"#;
    fs::write(folder.path().join("table.csv"), "dato;antall\n31.01.2024;3\n01.02.2024;4\n").expect("it can be written");
    fs::write(folder.path().join("table.csv-metadata.json"), csvw).expect("it can be written");
    assert_eq!(munilint(folder.path(), &["init", "table.csv"]).status.code(), Some(0));
    let text = fs::read_to_string(folder.path().join("datapackage.json")).expect("it is there");
    let package: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let fields = &package["resources"][0]["schema"]["fields"];
    assert_eq!((&fields[0]["type"], &fields[0]["format"]), (&"date".into(), &"%d.%m.%Y".into()), "{text}");
    assert_eq!(fields[1]["type"], "integer", "{text}");
    let found = findings(folder.path());
    assert!(!found.iter().any(|(rule, _)| rule == "pkg/schema-violation"), "{found:?}");
}
