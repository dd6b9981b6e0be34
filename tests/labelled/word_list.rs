//! Word lists: text files with sections, `[section]` and its words behind it. Lines that start with `#` are notes.

use std::collections::BTreeMap;

/// The words of each section.
pub type Sections = BTreeMap<&'static str, Vec<&'static str>>;

/// Reads a file whose words are divided by commas and line ends.
#[must_use]
pub fn words(file: &'static str) -> Sections {
    read(file, |line| line.split(',').map(str::trim).filter(|word| !word.is_empty()).collect())
}

/// Reads a file with one entry a line.
#[must_use]
pub fn lines(file: &'static str) -> Sections {
    read(file, |line| vec![line])
}

fn read(file: &'static str, entries: fn(&'static str) -> Vec<&'static str>) -> Sections {
    let mut sections = Sections::new();
    let mut section = "";
    for line in file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => section = name,
            None => sections.entry(section).or_default().extend(entries(line)),
        }
    }
    sections
}

/// The words of a section.
///
/// # Panics
/// There is no such section: the files are part of the program.
#[must_use]
pub fn section(sections: &'static Sections, name: &str) -> &'static [&'static str] {
    sections.get(name).unwrap_or_else(|| panic!("no section [{name}]"))
}
