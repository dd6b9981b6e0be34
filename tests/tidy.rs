//! The walls of the house: which crate knows which, how long a file and a function may be, what only some crates may do,
//! and what no text here may say.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use munilint_tests::{files, root, shown};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Longest file, in lines.
const LONGEST_FILE: usize = 600;

/// Longest function, in lines, the first and the last one included.
const LONGEST_FUNCTION: usize = 80;

/// Whom a member may depend on; members that are not here may depend on all.
const WALLS: [(&str, &[&str]); 12] = [
    ("munilint-model", &[]),
    ("munilint-detect", &[]),
    ("munilint-schemas", &[]),
    ("munilint-csvw", &[]),
    ("munilint-shacl", &[]),
    ("munilint-read", &["munilint-model"]),
    ("munilint-metadata", &["munilint-csvw", "munilint-model", "munilint-schemas", "munilint-shacl"]),
    ("munilint-pack", &["munilint-model"]),
    ("munilint-render", &["munilint-model"]),
    ("munilint-profile", &["munilint-model", "munilint-detect"]),
    ("munilint-rules", &["munilint-model", "munilint-detect"]),
    ("munilint-engine", &["munilint-model", "munilint-profile"]),
];

/// Members that know all: the command, the same for pre-commit, and the tests of the whole.
const ABOVE_ALL: [&str; 3] = ["munilint", "munilint-hook", "munilint-tests"];

#[test]
fn crates_depend_in_one_direction() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let arguments = ["metadata", "--no-deps", "--offline", "--format-version", "1"];
    let run = Command::new(cargo).args(arguments).current_dir(root()).output().expect("cargo starts");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&run.stdout).expect("metadata is JSON");
    let packages = metadata["packages"].as_array().expect("there are packages");
    let members: BTreeSet<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let walls: BTreeMap<&str, &[&str]> = WALLS.into_iter().collect();
    let known: BTreeSet<&str> = walls.keys().copied().chain(ABOVE_ALL).collect();
    assert_eq!(members, known, "every member has its walls here");
    let mut wrong = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap_or("");
        let Some(allowed) = walls.get(name) else { continue };
        // Dependencies of tests have the kind "dev", those of build scripts "build".
        let normal = package["dependencies"].as_array().into_iter().flatten().filter(|one| one["kind"].is_null());
        let on = normal.filter_map(|one| one["name"].as_str()).filter(|on| members.contains(on));
        wrong.extend(on.filter(|on| !allowed.contains(on)).map(|on| format!("{name} depends on {on}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Every file that is part of the project: what git leaves out is left out.
fn project() -> Vec<PathBuf> {
    let walk = ignore::WalkBuilder::new(root()).hidden(false).require_git(false).build();
    let entries = walk.filter_map(Result::ok).filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
    let mut paths: Vec<PathBuf> = entries.map(ignore::DirEntry::into_path).collect();
    paths.retain(|path| !path.strip_prefix(root()).is_ok_and(|path| path.starts_with(".git")));
    paths.sort();
    assert!(paths.len() > 100, "the project is found");
    paths
}

/// The Rust of the project: each file's name with its text.
fn rust() -> Vec<(String, String)> {
    let sources = project().into_iter().filter(|path| path.extension() == Some(OsStr::new("rs")));
    sources.map(|path| (shown(&path), fs::read_to_string(&path).expect("Rust is UTF-8"))).collect()
}

#[test]
fn files_and_functions_are_short() {
    let mut long = Vec::new();
    for (name, text) in rust() {
        let lines: Vec<&str> = text.lines().collect();
        if lines.len() > LONGEST_FILE {
            long.push(format!("{name}: {} lines", lines.len()));
        }
        for (at, length) in functions(&lines).into_iter().filter(|(_, length)| *length > LONGEST_FUNCTION) {
            long.push(format!("{name}:{}: a function of {length} lines", at + 1));
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

/// Where each function of formatted Rust starts, and how many lines it has: it ends with a brace as far in as its start.
fn functions(lines: &[&str]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let words: Vec<&str> = code.split([' ', '<', '(']).take_while(|word| !word.starts_with('"')).collect();
        let modifier =
            |word: &&&str| matches!(**word, "pub" | "crate)" | "super)" | "const" | "async" | "unsafe" | "extern");
        if words.iter().find(|word| !modifier(word)) != Some(&"fn") {
            continue;
        }
        let end = format!("{}}}", &line[..line.len() - code.len()]);
        let body =
            lines[at..].iter().position(|line| line.ends_with('{') || line.ends_with(';') || line.ends_with('}'));
        let Some(opening) = body.map(|offset| at + offset).filter(|&opening| lines[opening].ends_with('{')) else {
            continue;
        };
        if let Some(length) = lines[opening + 1..].iter().position(|line| *line == end) {
            found.push((at, opening + length + 2 - at));
        }
    }
    found
}

#[test]
fn functions_are_measured() {
    let text = "fn a() {}\n\npub(crate) fn b(\n    c: u8,\n) -> u8 {\n    c\n}\n\nimpl D {\n    const fn e() {\n    }\n}\ntrait F {\n    fn g();\n}";
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(functions(&lines), [(2, 5), (9, 2)]);
}

#[test]
fn only_some_crates_print_open_files_and_end_the_process() {
    // In parts, so that this file does not say them.
    let prints = ["print", "println", "eprint", "eprintln", "dbg"].map(|name| format!("{name}!("));
    let ends = ["process::", "exit("].concat();
    let opens = ["std::", "fs"].concat();
    let dangerous = ["{", "fn ", "impl ", "trait ", "extern "].map(|what| format!("unsafe {what}"));
    let mut wrong = Vec::new();
    for (name, text) in rust() {
        let command = name.starts_with("crates/cli/");
        let apart = ["tests/", "benches/"].iter().any(|folder| name.starts_with(folder))
            || name.contains("/tests/")
            || name.ends_with("/build.rs");
        let reads = name.starts_with("crates/read/");
        let vectors = name == "crates/read/src/tokenize/simd.rs";
        let code = text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        for (at, line) in code {
            let has = |what: &String| line.contains(what.as_str());
            let forbidden = (!command && !apart && (prints.iter().any(|call| calls(line, call)) || has(&ends)))
                || (!command && !reads && !apart && has(&opens))
                || (!vectors
                    && (dangerous.iter().any(|what| calls(line, what))
                        || line.contains(&["allow(", "unsafe_code"].concat())));
            if forbidden {
                wrong.push(format!("{name}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// True when the line has `what` as a word of its own.
fn calls(line: &str, what: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '"' | '`');
    line.match_indices(what).any(|(at, _)| !line[..at].ends_with(word))
}

#[test]
fn no_text_names_a_machine() {
    let names = [["/wo", "rk/"], ["/tm", "p/"], ["/ho", "me/"], ["/ro", "ot/"], [".libr", "ary/"], ["\\Us", "ers\\"]]
        .map(|parts| parts.concat());
    let mut wrong = Vec::new();
    for path in project() {
        // What others wrote is kept as it is.
        let theirs = [
            "tests/corpus/", "tests/metadata/", "tests/suites/", "schemas/vendor/", "crates/csvw/tests/suite/",
            "crates/shacl/tests/suite/", "crates/shacl/tests/dcat-ap",
        ]
        .iter()
        .any(|folder| shown(&path).starts_with(folder));
        let Ok(text) = fs::read_to_string(&path) else { continue };
        if theirs && path.file_name() != Some(OsStr::new("SOURCE.txt")) {
            continue;
        }
        for (at, line) in text.lines().enumerate() {
            if names.iter().any(|name| line.contains(name.as_str())) {
                wrong.push(format!("{}:{}: {}", shown(&path), at + 1, line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_code_list_says_where_it_is_from() {
    let mut lists = 0;
    for path in files(&root().join("rules")) {
        let folder = path.parent().unwrap_or(Path::new(""));
        if !folder.ends_with("codelists") || path.extension() != Some(OsStr::new("csv")) {
            continue;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let readme = fs::read_to_string(folder.join("README.md")).expect("code lists have a README.md beside them");
        let mut sections = readme.split("\n## ").skip(1);
        let section = sections.find(|section| section.lines().next() == Some(&name));
        let section = section.unwrap_or_else(|| panic!("{} has no section in README.md", shown(&path)));
        for line in ["* **Origin:** ", "* **Licence:** "] {
            assert!(section.contains(line), "{}: README.md says no {line}", shown(&path));
        }
        lists += 1;
    }
    assert!(lists > 0);
}

#[test]
fn what_others_made_says_where_it_is_from() {
    let mut folders = 0;
    for parent in
        ["tests/corpus", "tests/metadata", "tests/suites", "schemas/vendor", "crates/csvw/tests", "crates/shacl/tests"]
    {
        for entry in fs::read_dir(root().join(parent)).expect("the folder is there") {
            let folder = entry.expect("the folder can be read").path();
            // A module of tests is our own.
            if folder.is_dir() && !folder.join("mod.rs").exists() {
                let source = fs::read_to_string(folder.join("SOURCE.txt")).unwrap_or_default();
                let says =
                    |what: &str| source.lines().any(|line| line.starts_with(what) && line.len() > what.len() + 2);
                assert!(says("origin") && says("licence:"), "{}/SOURCE.txt", shown(&folder));
                folders += 1;
            }
        }
    }
    assert!(folders > 4);
}
