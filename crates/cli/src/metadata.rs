//! Metadata among what a run looks at, and the tables that it describes.

use crate::held::Names;
use crate::project::Project;
use crate::provenance;
use crate::words::Sentence;
use munilint_engine::{Checked, Checker, Plan};
use munilint_metadata::LARGEST;
use munilint_model::{Language, Metadata, Problem, Unread, UnreadReason};
use munilint_read::Found;
use std::path::Path;
use std::sync::Arc;

/// A larger file that is met in a folder and is JSON is data.
const LARGEST_MET: u64 = 16 << 20;

/// A metadata file.
pub(crate) struct Describing {
    pub(crate) found: Found,
    pub(crate) project: Arc<Project>,
    pub(crate) metadata: Metadata,
    text: Vec<u8>,
}

/// What a file that may be metadata turned out to be.
pub(crate) enum Sorted {
    Metadata(Box<Describing>),
    /// It was named itself, and may be a table.
    Table(Found),
    Unread(Unread),
    Problem(Problem),
}

/// Reads a file that may be metadata.
pub(crate) fn sort(found: Found, project: Arc<Project>, language: Language) -> Sorted {
    let Some(path) = found.path.clone() else { return Sorted::Table(found) };
    let other = |found: Found| {
        let reason = UnreadReason::OtherKind;
        if found.named { Sorted::Table(found) } else { Sorted::Unread(Unread { reason, path: found.name }) }
    };
    let largest = if found.named { LARGEST } else { LARGEST_MET };
    if std::fs::metadata(&path).is_ok_and(|file| file.len() > largest) {
        return other(found);
    }
    let text = match std::fs::read(&path) {
        Ok(text) => text,
        Err(error) => return Sorted::Problem(Sentence::CannotBeRead(error).problem(&found.name, language)),
    };
    match munilint_metadata::read(&path, &found.name, &text) {
        Some(metadata) => Sorted::Metadata(Box::new(Describing { found, project, metadata, text })),
        None => other(found),
    }
}

impl Describing {
    /// Judges it by itself.
    pub(crate) fn check(&self, checker: &Checker, names: Option<&Names>) -> Checked {
        let path = self.found.path.as_deref().unwrap_or(Path::new("-"));
        let called = names.map(|names| names.of(path));
        let plan = Plan { called, ..self.project.plan(path, None) };
        let mut checked = checker.check_metadata(&plan, &self.metadata, &self.text);
        if checker.describe.is_some() {
            checked.file.sha256 = Some(provenance::of(&self.text));
        }
        checked
    }
}
