//! The command's documents are executed: what `tests/cli/*.md` and the README say happens, happens. `TRYCMD=overwrite`
//! writes the former anew, for a person to read in the diff.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use munilint_tests::{command, root};
use std::fs;
use trycmd::TestCases;
use trycmd::schema::Bin;

const MUNILINT: &str = env!("CARGO_BIN_EXE_munilint-under-test");

#[test]
fn the_documents_are_true() {
    std::env::set_current_dir(root()).expect("the workspace is there");
    let cases = TestCases::new();
    cases.register_bin("munilint", Bin::Path(MUNILINT.into()));
    for (name, value) in
        [("LANG", "C"), ("LC_ALL", ""), ("LC_MESSAGES", ""), ("NO_COLOR", "1"), ("COLUMNS", "100"), ("UPDATE", "")]
    {
        cases.env(name, value);
    }
    cases.case("tests/cli/*.md").case("tests/cli/*.toml");
    cases.run();
}

/// What a line of the README's shell does here.
enum Line {
    /// The command with these arguments, in the workspace's folder, which ends with this status.
    Runs(&'static [&'static str], i32),
    /// It is run by `.ci/run`, or puts something on the machine.
    Elsewhere,
}

const README: [(&str, Line); 9] = [
    ("cargo run --release -- check examples", Line::Runs(&["check", "examples"], 1)),
    ("cargo run --release -- explain code/lost-leading-zero", Line::Runs(&["explain", "code/lost-leading-zero"], 0)),
    ("cargo run --release -- check examples-cities", Line::Runs(&["check", "examples-cities"], 1)),
    ("cargo run --release -- check examples-metadata", Line::Runs(&["check", "examples-metadata"], 1)),
    ("cargo install --locked --path crates/cli", Line::Elsewhere),
    ("munilint check path/to/your/data", Line::Runs(&["check", "path/to/your/data"], 2)),
    ("munilint fix --diff path/to/your/data", Line::Runs(&["fix", "--diff", "path/to/your/data"], 2)),
    ("munilint init path/to/your/data", Line::Runs(&["init", "path/to/your/data"], 2)),
    ("cargo test --workspace", Line::Elsewhere),
];

#[test]
fn the_readme_is_true() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README is there");
    let blocks = readme.split("```sh\n").skip(1).filter_map(|rest| rest.split_once("```"));
    let lines: Vec<&str> = blocks.flat_map(|(block, _)| block.lines()).filter(|line| !line.is_empty()).collect();
    let known: Vec<&str> = README.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, known, "every line of the README's shell is known here");
    for (line, does) in README {
        let Line::Runs(arguments, status) = does else { continue };
        let output = command(MUNILINT).current_dir(root()).args(arguments).output().expect("the command starts");
        let trouble = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(status), "{line}: {trouble}");
        assert!(status == 2 || !output.stdout.is_empty() && trouble.is_empty(), "{line}: {trouble}");
    }
}

/// Flags and settings that the README names are there.
#[test]
fn the_readmes_settings_are_read() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README is there");
    let (_, rest) = readme.split_once("```toml\n").expect("the README has a configuration");
    let (toml, _) = rest.split_once("```").expect("the block ends");
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("munilint.toml"), toml).expect("the configuration can be written");
    fs::create_dir_all(folder.path().join("raw")).expect("a folder can be made");
    fs::write(folder.path().join("raw/a.csv"), "knr;x\n301; 1\n1103;2\n").expect("the table can be written");
    let run = |arguments: &[&str]| {
        let output = command(MUNILINT).current_dir(folder.path()).args(arguments).output().expect("the command starts");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (status, text) = run(&["check", "."]);
    assert_eq!(status, Some(1), "{text}");
    assert!(text.contains("advarsel[code/lost-leading-zero]") && !text.contains("value/"), "{text}");
    for flags in [&["--fail-on", "never"][..], &["--lang", "en"], &["--format", "json", "--output", "munilint.json"]] {
        let (status, _) = run(&[&["check", "raw"], flags].concat());
        assert!(matches!(status, Some(0 | 1)), "{flags:?}");
    }
}
