//! Metadata among what a run looks at, and the tables that it describes.

use crate::held::Names;
use crate::project::Project;
use crate::provenance;
use crate::schemas::is_inside;
use crate::words::Sentence;
use munilint_engine::{Checked, Checker, Plan};
use munilint_metadata::{LARGEST, Parsed, Reading, Validation, Written};
use munilint_model::{Language, Metadata, Problem, Unread, UnreadReason};
use munilint_read::Found;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

/// A larger file that is met in a folder and is JSON is data.
const LARGEST_MET: u64 = 16 << 20;

/// Tables that are larger are not held against metadata in CSVW, for which they are in memory.
const LARGEST_TABLE: u64 = 256 << 20;

/// A metadata file.
pub(crate) struct Describing {
    pub(crate) found: Found,
    pub(crate) project: Arc<Project>,
    pub(crate) metadata: Metadata,
    /// It was named apart from its tables, and they may stand elsewhere.
    is_apart: bool,
    parsed: Parsed,
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
        if found.named || munilint_read::is_table(&path) {
            Sorted::Table(found)
        } else {
            Sorted::Unread(Unread { reason, path: found.name })
        }
    };
    let largest = if found.named { LARGEST } else { LARGEST_MET };
    if std::fs::metadata(&path).is_ok_and(|file| file.len() > largest) {
        return other(found);
    }
    let text = match std::fs::read(&path) {
        Ok(text) => text,
        Err(error) => return Sorted::Problem(Sentence::CannotBeRead(error).problem(&found.name, language)),
    };
    let work = || munilint_metadata::read(&path, &found.name, &text);
    // A panic is a problem of that file, as of a table: the others go on.
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Some(Reading { metadata, parsed })) => {
            Sorted::Metadata(Box::new(Describing { found, project, metadata, is_apart: false, parsed, text }))
        }
        Ok(None) => other(found),
        Err(_) => Sorted::Problem(Sentence::NotFinished.problem(&found.name, language)),
    }
}

impl Describing {
    /// It, named apart from its tables.
    pub(crate) fn apart(self) -> Self {
        Describing { is_apart: true, ..self }
    }

    /// A codebook that was read as a table. `None` when it is no longer there.
    pub(crate) fn codebook(found: Found, project: Arc<Project>, read: Reading) -> Option<Self> {
        let text = std::fs::read(found.path.as_deref()?).ok()?;
        let Reading { metadata, parsed } = read;
        Some(Describing { found, project, metadata, is_apart: false, parsed, text })
    }

    /// Holds it against its standard and judges it by itself. A panic is a problem of that file: the others go on.
    pub(crate) fn check(self, checker: &Checker, names: Option<&Names>) -> (Metadata, Result<Checked, Problem>) {
        let Describing { found, project, mut metadata, is_apart, parsed, text } = self;
        let path = found.path.as_deref().unwrap_or(Path::new("-"));
        let work = || {
            let folder = path.parent().filter(|_| !is_apart);
            let is_there = |file: &str| folder.is_none_or(|folder| folder.join(file).exists());
            validate(&metadata, &parsed, path, &text, &is_there).tell(&mut metadata);
            let called = names.map(|names| names.of(path));
            let plan = Plan { called, ..project.plan(path, None) };
            let mut checked = checker.check_metadata(&plan, &metadata, &text);
            if checker.describe.is_some() {
                checked.file.sha256 = Some(provenance::of(&text));
            }
            checked
        };
        match catch_unwind(AssertUnwindSafe(work)) {
            Ok(checked) => (metadata, Ok(checked)),
            Err(_) => {
                // Nothing is told of it, and links to it lead nowhere.
                metadata.datasets.clear();
                (metadata, Err(Sentence::NotFinished.problem(&found.name, checker.language)))
            }
        }
    }
}

/// Holds metadata against its standard, and tables with it when the standard is about both and they are not too large.
fn validate(
    metadata: &Metadata,
    parsed: &Parsed,
    path: &Path,
    text: &[u8],
    is_there: &dyn Fn(&str) -> bool,
) -> Validation {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return Validation::default() };
    let too_large = Cell::new(false);
    let beside = |relative: &str| {
        // The metadata names it, and is not trusted: what leads out of the folder is not followed.
        let file = folder.join(Some(relative).filter(|relative| is_inside(relative))?);
        let length = std::fs::symlink_metadata(&file).ok().filter(std::fs::Metadata::is_file)?.len();
        too_large.set(too_large.get() || length > LARGEST_TABLE);
        if length > LARGEST_TABLE { None } else { std::fs::read(&file).ok() }
    };
    let written = Written { name: &name.to_string_lossy(), text, beside: &beside, is_there };
    let validation = parsed.validate(metadata, &written);
    if too_large.get() { Validation::default() } else { validation }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How a table that metadata names by `url` is judged: the messages of the faults.
    fn judged(folder: &Path, url: &str) -> Vec<&'static str> {
        let text = format!(
            "{{\"@context\": \"http://www.w3.org/ns/csvw\", \"url\": \"{url}\", \
             \"tableSchema\": {{\"columns\": [{{\"titles\": \"a\", \"datatype\": \"integer\"}}]}}}}"
        );
        let path = folder.join("a-metadata.json");
        let Reading { mut metadata, parsed } =
            munilint_metadata::read(&path, &Arc::from("a-metadata.json"), text.as_bytes()).expect("it is CSVW");
        validate(&metadata, &parsed, &path, text.as_bytes(), &|_| true).tell(&mut metadata);
        metadata.faults.iter().map(|fault| fault.message.variant).collect()
    }

    #[test]
    fn metadata_leads_to_no_table_outside_its_folder() {
        let (folder, outside) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let table = outside.path().join("x.csv");
        std::fs::write(&table, "a\nmange\n").expect("the table can be written");
        std::fs::copy(&table, folder.path().join("own.csv")).expect("the table can be written");
        assert_eq!(judged(folder.path(), "own.csv"), ["cells"], "its own is read");
        let name = table.to_string_lossy();
        let up = format!("../{}/x.csv", outside.path().file_name().unwrap_or_default().to_string_lossy());
        for url in [&*name, &format!("file://{name}"), &format!("file:///folder/{name}"), &up] {
            assert_eq!(judged(folder.path(), url), [""], "{url} is not read");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&table, folder.path().join("link.csv")).expect("a link can be made");
            assert_eq!(judged(folder.path(), "link.csv"), [""], "a link is not followed");
        }
    }
}
