//! Texts that once broke the reader, or could: each file of `cases/` is read in every way.
#![allow(clippy::disallowed_methods)] // the cases are files

mod invariants;

use std::path::Path;

/// Crashes of the past, and a text of every shape.
const FOLDERS: [&str; 2] = ["tests/cases", "fuzz/seeds"];

#[test]
fn every_case_is_read_alike_in_every_way() {
    let mut seen = 0;
    for folder in FOLDERS {
        for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
            let path = entry.unwrap().path();
            println!("{}", path.display());
            let bytes = std::fs::read(&path).unwrap();
            invariants::check(&bytes);
            invariants::convert(&bytes);
            seen += 1;
        }
    }
    assert!(seen > 50);
}
