//! Metadata that is in use: what is found in it, by itself and beside the tables of its folder, was read by a person and stands in
//! `described.txt` there. `UPDATE=1` writes it anew, for a person to read in the diff.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use munilint_tests::{command, expect_file, root};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const MUNILINT: &str = env!("CARGO_BIN_EXE_munilint-under-test");

/// The day of the run: metadata may be overdue.
const TODAY: &str = "2026-01-01";

/// Families that tell of metadata, of tables beside it, too.
const FAMILIES: [&str; 3] = ["doc/", "dcat/", "pkg/"];

/// Folders of metadata, each with its `described.txt`.
fn folders() -> Vec<PathBuf> {
    let parents = ["tests/corpus", "tests/metadata"].into_iter();
    let entries = parents.flat_map(|parent| fs::read_dir(root().join(parent)).expect("the folder is there"));
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    folders.retain(|path| path.join("described.txt").exists());
    folders.sort();
    assert!(folders.len() > 4);
    folders
}

#[test]
fn what_is_found_is_what_was_reviewed() {
    for folder in folders() {
        let report = check(&folder);
        let mut found = String::new();
        let files = report["files"].as_array().expect("files are a list");
        for file in files.iter().filter(|file| file["datasets"].is_u64()) {
            let (path, format) = (text(&file["path"]), text(&file["format"]));
            found.push_str(&format!("{path}: {format}, datasets: {}\n", file["datasets"]));
        }
        let findings = report["findings"].as_array().expect("findings are a list");
        findings
            .iter()
            .filter(|finding| is_of_metadata(finding, files))
            .for_each(|finding| found.push_str(&line(finding)));
        expect_file(&folder.join("described.txt"), &found);
    }
}

fn check(folder: &Path) -> Value {
    let arguments = ["check", "--format", "json", "--today", TODAY, "--fail-on", "never", "."];
    let output = command(MUNILINT).args(arguments).current_dir(folder).output().expect("the command starts");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
}

/// True for what is told of a file of metadata, and of any file by a family that is about metadata.
fn is_of_metadata(finding: &Value, files: &[Value]) -> bool {
    let is_metadata = |file: &&Value| file["datasets"].is_u64() && file["path"] == finding["path"];
    FAMILIES.iter().any(|family| text(&finding["rule"]).starts_with(family))
        || files.iter().any(|file| is_metadata(&file))
}

/// `path:line: rule, field: message (and N more)`.
fn line(finding: &Value) -> String {
    let places = finding["places"].as_array().map(Vec::as_slice).unwrap_or_default();
    let lines: Vec<String> = places.iter().filter_map(|place| Some(place["line"].as_u64()?.to_string())).collect();
    let field = finding["field"].as_str().map(|field| format!(", field {field:?}")).unwrap_or_default();
    let at = if lines.is_empty() { String::new() } else { format!(":{}", lines.join(",")) };
    let (path, rule, message) = (text(&finding["path"]), text(&finding["rule"]), text(&finding["message"]));
    format!("{path}{at}: {rule}{field}: {message}\n")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("")
}
