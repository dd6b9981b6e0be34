//! What is read of each standard: an example, and beside it, in `NAME.described`, what it says. `UPDATE=1` writes those anew.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

mod described;

use described::described;
use munilint_metadata::{Reading, Written, may_be, may_describe, read};
use munilint_model::{FaultKind, Metadata, StandardKind};
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Every file under `folder` that is no expectation.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("it can be listed")) {
            let path = entry.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.retain(|path| path.extension().is_none_or(|ending| ending != "described"));
    found.sort();
    found
}

fn read_file(path: &Path) -> Option<Metadata> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let text = fs::read(path).expect("the file can be read");
    validated(path, &Arc::from(name.as_ref()), &text)
}

/// What is read of a file, and what validators say of it.
fn validated(path: &Path, name: &Arc<str>, text: &[u8]) -> Option<Metadata> {
    let Reading { mut metadata, parsed } = read(path, name, text)?;
    parsed.validate(&metadata, &Written { name, text, beside: &|_| None, is_there: &|_| true }).tell(&mut metadata);
    Some(metadata)
}

#[test]
fn examples_are_read() {
    let is_update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for path in files("examples") {
        assert!(may_be(&path), "{}", path.display());
        let found = read_file(&path).map_or_else(|| "nothing\n".to_owned(), |metadata| described(&metadata));
        let beside = path.with_file_name(format!("{}.described", path.file_name().unwrap().to_string_lossy()));
        if is_update {
            fs::write(&beside, &found).unwrap();
        } else if fs::read_to_string(&beside).unwrap_or_default() != found {
            wrong.push(format!("{}:\n{found}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn contracts_of_the_standard_are_read() {
    let contracts: Vec<PathBuf> = files("../../../tests/suites/odcs")
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    assert!(contracts.len() > 15);
    for path in contracts {
        let metadata = read_file(&path).unwrap_or_else(|| panic!("{} is read", path.display()));
        assert_eq!(metadata.standard.kind, StandardKind::Odcs, "{}", path.display());
        let is_broken = metadata.faults.iter().any(|fault| fault.kind == FaultKind::Syntax);
        assert!(!is_broken && metadata.datasets.len() == 1, "{}", path.display());
    }
}

#[test]
fn names_say_what_may_describe_a_table() {
    let table = Path::new("data/skoler.csv");
    for (name, may) in [
        ("data/datapackage.json", true),
        ("datapackage.yaml", true),
        ("data/skoler.csv-metadata.json", true),
        ("data/skoler-metadata.json", true),
        ("data/skoler__DOC.json", true),
        ("data/SKOLER.json", true),
        ("data/skoler.md", true),
        ("data/README.md", true),
        ("README.nb.md", true),
        ("data/metadata_skoler.txt", true),
        ("data/by.odcs.yaml", true),
        ("data/fields.xml", true),
        ("fields.xml", false),
        ("skoler.md", false),
        ("data/elever.json", false),
        ("data/skoler.csv", false),
    ] {
        assert_eq!(may_describe(Path::new(name), table), may, "{name}");
    }
}

/// Reads text as a file of each ending that is read.
fn read_all(bytes: &[u8]) -> Vec<Option<Metadata>> {
    let names =
        ["a.ttl", "a.rdf", "datapackage.json", "a.jsonld", "a.odcs.yaml", "fields.xml", "README.md", "metadata_a.txt"];
    names.iter().map(|name| validated(Path::new(name), &Arc::from(*name), bytes)).collect()
}

#[test]
fn hostile_files_are_read_in_time_and_space() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(100_000), close.repeat(100_000));
    let laughs = |first: &str| {
        let line = |at: u32| format!("a{at}: &a{at} [{}]\n", vec![format!("*a{}", at - 1); 9].join(","));
        format!("{first}{}", (1..40).map(line).collect::<String>())
    };
    let chain: String = (1..5000).map(|at| format!("b{at}: &b{at} [*b{}]\n", at - 1)).collect();
    for hostile in [
        deep("[", "]"),
        deep("{\"a\":", "}"),
        deep("- ", ""),
        deep("a:\n", ""),
        deep("? ", ""),
        deep("<a>", "</a>"),
        deep("> ", ""),
        deep("* ", ""),
        deep("[a](", ")"),
        deep("|a|b|\n|-|-|\n", ""),
        deep("[ a ", "]"),
        deep("&a *a ", ""),
        "a: \"".repeat(50_000),
        laughs("a0: &a0 [x,x,x]\n"),
        format!("b0: &b0 [x]\n{chain}"),
        "&a [*a]".to_owned(),
    ] {
        let _ = read_all(hostile.as_bytes());
    }
    let laughed =
        validated(Path::new("a.odcs.yaml"), &Arc::from("a.odcs.yaml"), laughs("a0: &a0 [x,x,x]\n").as_bytes());
    assert_eq!(laughed.map(|metadata| metadata.faults[0].kind), Some(FaultKind::Syntax));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read_all(&bytes);
    }

    #[test]
    fn no_change_of_an_example_makes_a_reader_panic(which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(),
            length in 0_usize..40, put in "[ \\n:\\-{}\\[\\]\",|#&*<>/a0æ]{0,6}") {
        let files = files("examples");
        let path = which.get(&files);
        let mut bytes = fs::read(path).unwrap();
        let start = at.index(bytes.len());
        let end = (start + length).min(bytes.len());
        bytes.splice(start..end, put.bytes());
        let _ = validated(path, &Arc::from("a"), &bytes);
        let _ = read_all(&bytes);
    }
}
