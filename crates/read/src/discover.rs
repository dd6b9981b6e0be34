//! Paths to sources: files, folders walked as git sees them, standard input.
#![allow(clippy::disallowed_methods)] // this crate opens files

use ignore::WalkBuilder;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Endings of files that are read when a folder is named. A file that is named itself is always read.
const ENDINGS: [&str; 5] = ["csv", "tsv", "tab", "txt", "skv"];

/// A source that was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The name to show: the path as it was given, joined with `/`, masked.
    pub name: Arc<str>,
    /// Where to open it; `None` for standard input.
    pub path: Option<PathBuf>,
    /// It was named itself, and not met in a folder.
    pub named: bool,
}

/// Sources, sorted by name, and what could not be looked into.
#[derive(Debug, Default)]
pub struct Discovery {
    /// Sources.
    pub found: Vec<Found>,
    /// Files that may be metadata.
    pub metadata: Vec<Found>,
    /// What cannot be walked, by name as it is shown, with the reason.
    pub unwalked: Vec<(Arc<str>, io::Error)>,
    /// Files that were met in a folder and are of no kind that is read, by name, as they are shown.
    pub others: Vec<Arc<str>>,
}

/// Finds the sources that `paths` name. `-` is standard input. Folders are walked without following links; hidden files
/// and what `.gitignore` leaves out are passed over. `may_be_metadata` says which files are not read as tables at first.
#[must_use]
pub fn discover(paths: &[PathBuf], may_be_metadata: &dyn Fn(&Path) -> bool) -> Discovery {
    let mut discovery = Discovery::default();
    for path in paths {
        if path.as_os_str() == "-" {
            discovery.found.push(Found { name: Arc::from("-"), path: None, named: true });
        } else if path.is_dir() {
            walk(path, may_be_metadata, &mut discovery);
        } else {
            let list = if may_be_metadata(path) { &mut discovery.metadata } else { &mut discovery.found };
            list.push(Found { name: shown(path), path: Some(path.clone()), named: true });
        }
    }
    for list in [&mut discovery.found, &mut discovery.metadata] {
        list.sort();
        list.dedup();
    }
    discovery.others.sort();
    discovery.others.dedup();
    discovery
}

fn walk(folder: &Path, may_be_metadata: &dyn Fn(&Path) -> bool, discovery: &mut Discovery) {
    let walker = WalkBuilder::new(folder).follow_links(false).require_git(false).sort_by_file_path(Path::cmp).build();
    for entry in walker {
        match entry {
            Ok(entry) => {
                let path = entry.path();
                let file = entry.file_type().is_some_and(|kind| kind.is_file());
                if !file {
                    continue;
                }
                let found = || Found { name: shown(path), path: Some(path.to_path_buf()), named: false };
                if may_be_metadata(path) {
                    discovery.metadata.push(found());
                } else if has_ending(path) {
                    discovery.found.push(found());
                } else {
                    discovery.others.push(shown(path));
                }
            }
            Err(error) => {
                let name = shown(where_of(&error).unwrap_or(folder));
                let text = error.to_string();
                let error = error.into_io_error().unwrap_or_else(|| io::Error::other(text));
                discovery.unwalked.push((name, error));
            }
        }
    }
}

/// Files of a folder, sorted by name; none of one that cannot be listed.
#[must_use]
pub fn listed(folder: &Path) -> Vec<Found> {
    let place = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = std::fs::read_dir(place).into_iter().flatten().filter_map(Result::ok);
    let files = entries.map(|entry| folder.join(entry.file_name())).filter(|path| path.is_file());
    let mut found: Vec<Found> =
        files.map(|path| Found { name: shown(&path), path: Some(path), named: false }).collect();
    found.sort();
    found
}

/// True for a file that is read as a table when it is met in a folder.
#[must_use]
pub fn is_table(path: &Path) -> bool {
    has_ending(path)
}

/// The path that an error is about.
fn where_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => where_of(err),
        _ => None,
    }
}

fn has_ending(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// A path as it is shown: with `/`, without a leading `./`, masked, and bytes that are no text written as U+FFFD.
fn shown(path: &Path) -> Arc<str> {
    let text = path.to_string_lossy().replace('\\', "/");
    Arc::from(munilint_model::mask(text.trim_start_matches("./")).as_str())
}
