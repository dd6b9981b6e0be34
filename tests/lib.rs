//! What the tests across crates stand on: where things lie, the command, all rules at work in this process, and seeded
//! numbers.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

pub mod archive;
pub mod checked;
pub mod hostile;
pub mod labelled;
pub mod seeded;
pub mod web_page;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the workspace.
#[must_use]
pub fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).to_path_buf()
}

/// True when `UPDATE=1` asks for expectations to be written anew, for a person to read in the diff.
#[must_use]
pub fn updating() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| value == "1")
}

/// The command of the file `executable`, in an environment that is the same everywhere: English, no colours, no
/// terminal (which is 100 columns), no configuration of the machine's.
#[must_use]
pub fn command(executable: &str) -> Command {
    let mut command = Command::new(executable);
    for name in
        ["LC_ALL", "LC_MESSAGES", "CLICOLOR_FORCE", "FORCE_COLOR", "NO_COLOR", "TERM", "UPDATE", "GITHUB_STEP_SUMMARY"]
    {
        command.env_remove(name);
    }
    command.env("LANG", "C").env("COLUMNS", "100").stdin(std::process::Stdio::null());
    command
}

/// The formats that `check` writes a report in, as its help lists them: what is new is tested without being named.
///
/// # Panics
/// The command does not start, or its help has no such list.
#[must_use]
pub fn report_formats(executable: &str) -> Vec<String> {
    let output = command(executable).args(["check", "-h"]).output().unwrap_or_else(|error| panic!("{error}"));
    let help = String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    let list = help.split_once("[possible values: ").and_then(|(_, rest)| rest.split_once(']'));
    let (list, _) = list.unwrap_or_else(|| panic!("{help}"));
    list.split(", ").map(str::to_owned).collect()
}

/// True for a line that is one annotation of a GitHub workflow, as we write them, and nothing else: `::error
/// file=a.csv,line=2,title=a/b::text`, with every character coded that would end a part of it.
#[must_use]
pub fn is_annotation(line: &str) -> bool {
    let coded = |text: &str, codes: &[&str]| {
        !text.contains('\r') && text.split('%').skip(1).all(|rest| codes.iter().any(|code| rest.starts_with(code)))
    };
    let Some((name, rest)) = line.strip_prefix("::").and_then(|rest| rest.split_once(' ')) else { return false };
    let Some((properties, text)) = rest.split_once("::") else { return false };
    let property = |property: &str| {
        let Some((key, value)) = property.split_once('=') else { return false };
        let fits = match key {
            "file" | "title" => !value.is_empty(),
            "line" | "col" | "endColumn" => value.parse::<u64>().is_ok_and(|line| line > 0),
            _ => false,
        };
        fits && !value.contains(':') && coded(value, &["25", "0D", "0A", "3A", "2C"])
    };
    ["error", "warning", "notice"].contains(&name)
        && properties.split(',').all(property)
        && !text.is_empty()
        && coded(text, &["25", "0D", "0A"])
}

/// Every file in `folder` and the folders in it, sorted.
///
/// # Panics
/// A folder cannot be read.
#[must_use]
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for entry in entries {
            let path = entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())).path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

/// The tables in `folder` and the folders in it, sorted: what `munilint check` reads there.
#[must_use]
pub fn tables(folder: &Path) -> Vec<PathBuf> {
    let is_table = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "csv" || ending == "tsv");
    files(folder).into_iter().filter(is_table).collect()
}

/// The path under the workspace's folder, with `/`.
#[must_use]
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// Holds what was found against the file that says what is expected, line by line; `UPDATE=1` writes that file.
///
/// # Panics
/// They differ.
pub fn expect_file(path: &Path, found: &str) {
    if updating() {
        fs::write(path, found).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    let missing: Vec<&str> = expected.lines().filter(|line| !found.lines().any(|other| other == *line)).collect();
    let new: Vec<&str> = found.lines().filter(|line| !expected.lines().any(|other| other == *line)).collect();
    assert!(
        expected == found,
        "{} does not say what was found; UPDATE=1 writes it.\n- {}\n+ {}",
        shown(path),
        missing.join("\n- "),
        new.join("\n+ ")
    );
}
