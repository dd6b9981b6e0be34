//! Tables that are in use: what is found in them was read by a person and stands in `expected.txt` beside them.
//! `UPDATE=1` writes it anew, for a person to read in the diff. However they are cut, the report is the same.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use munilint::laws::Courtroom;
use munilint_model::{Language, Severity};
use munilint_tests::checked::Rules;
use munilint_tests::{expect_file, root, shown, tables};
use std::fs;
use std::path::PathBuf;

/// A table that is longer than this is cut in runs of a size that real work has, and of no smaller one.
const SHORT: usize = 20 << 10;

/// Folders of tables, each with its `expected.txt`.
fn folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests/corpus")).expect("the corpus is there");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("the corpus can be read").path()).collect();
    folders.retain(|path| path.is_dir());
    folders.push(root().join("examples"));
    folders.sort();
    assert!(folders.len() > 4);
    folders
}

#[test]
fn what_is_found_is_what_was_reviewed() {
    let rules = Rules::all();
    for folder in folders() {
        let mut found = String::new();
        for path in tables(&folder) {
            let name = path.strip_prefix(&folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let lines = rules.lines(&name, &fs::read(&path).expect("the table is there"));
            if lines.is_empty() {
                found.push_str(&format!("{name}: no findings\n"));
            }
            lines.iter().for_each(|line| found.push_str(&format!("{line}\n")));
        }
        let examples = folder.ends_with("examples");
        let expected = if examples { root().join("tests/corpus/examples.txt") } else { folder.join("expected.txt") };
        expect_file(&expected, &found);
    }
}

/// Whatever is written down as found: of a trap no more than a note is given, and of its twin, which has the defect, something.
#[test]
fn traps_are_not_stepped_into() {
    let rules = Rules::all();
    let traps = tables(&root().join("tests/corpus/traps"));
    assert!(traps.len() > 10);
    for path in traps {
        let name = shown(&path);
        let found = rules.check(&name, &fs::read(&path).expect("the table is there"), Language::En).findings;
        if name.ends_with("-twin.csv") {
            assert!(!found.is_empty(), "{name}: nothing was found");
        } else {
            let grave: Vec<_> = found.iter().filter(|finding| finding.severity > Severity::Note).collect();
            assert!(grave.is_empty(), "{name}: {grave:?}");
        }
    }
}

#[test]
fn the_cut_does_not_show() {
    let rules = Rules::all();
    let court = Courtroom::new().expect("threads can be started");
    let mut wrong = Vec::new();
    for folder in folders() {
        for path in tables(&folder) {
            let bytes = fs::read(&path).expect("the table is there");
            let (name, plan) = (shown(&path), rules.plan(&shown(&path)));
            let breach = if bytes.len() <= SHORT {
                court.cut_shows(&plan, &name, &bytes)
            } else {
                court.cut_shows_in_runs(&plan, &name, &bytes, &[5_000, 64 << 10, 1 << 20])
            };
            wrong.extend(breach.map(|text| format!("{name}: {text}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
