//! What the paths of a run name: tables and metadata, each with what is said of it.

use crate::args::Scope;
use crate::changed::Changed;
use crate::codebooks;
use crate::described;
use crate::metadata::{self, Describing, Sorted};
use crate::output::Stop;
use crate::project::{Project, Projects};
use crate::schemas::{self, Schemas};
use crate::words::Sentence;
use munilint_model::{Language, Link, Problem, Unread, UnreadReason};
use munilint_read::{Discovery, Found};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A source with what is said of it.
pub(crate) struct Sourced {
    pub(crate) found: Found,
    /// The configuration it falls under.
    pub(crate) project: Arc<Project>,
    pub(crate) schema: Option<schemas::Describing>,
}

/// What the paths name.
#[derive(Default)]
pub(crate) struct Sources {
    pub(crate) sources: Vec<Sourced>,
    pub(crate) metadata: Vec<Describing>,
    /// Which table is which form of what the metadata describes.
    pub(crate) links: Vec<Link>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) unread: Vec<Unread>,
}

/// What the paths name, each with the configuration it falls under and the Table Schema that describes it. A file that is named itself is never left out.
pub(crate) fn sources(
    check: &Scope,
    projects: &mut Projects,
    language: Language,
    changed: Option<&Changed>,
) -> Result<Sources, Stop> {
    let discovery = munilint_read::discover(&check.paths, &munilint_metadata::may_be);
    let mut folders = Folders { projects, known: BTreeMap::new() };
    let mut schemas = Schemas::new(language);
    let mut gathered = Sources::default();
    let Discovery { mut found, metadata, others, unwalked } = discovery;
    let mut problems: BTreeSet<Problem> = BTreeSet::new();
    let is_left_out = |found: &Found, project: &Project, schemas: &mut Schemas, unread: &mut Vec<Unread>| {
        let path = found.path.as_deref().unwrap_or(Path::new(""));
        let is_named = check.paths.iter().any(|named| named == path);
        let reason = if !is_named && project.excludes(path) {
            UnreadReason::Excluded
        } else if changed.is_some_and(|changed| !changed.has(path, project, schemas)) {
            UnreadReason::Unchanged
        } else {
            // What was deleted is not there to be read, and nobody misses it.
            return changed.is_some_and(|changed| changed.is_deleted(path));
        };
        unread.push(Unread { reason, path: Arc::clone(&found.name) });
        true
    };
    for file in metadata {
        let project = folders.of(&file)?;
        if is_left_out(&file, &project, &mut schemas, &mut gathered.unread) {
            continue;
        }
        match metadata::sort(file, project, language) {
            Sorted::Metadata(file) => gathered.metadata.push(*file),
            Sorted::Table(file) => found.push(file),
            Sorted::Unread(unread) => gathered.unread.push(unread),
            Sorted::Problem(problem) => drop(problems.insert(problem)),
        }
    }
    found.sort();
    for file in found {
        let project = folders.of(&file)?;
        if !is_left_out(&file, &project, &mut schemas, &mut gathered.unread) {
            let schema = file.path.as_ref().and_then(|path| schemas.of(path, &project));
            gathered.sources.push(Sourced { found: file, project, schema });
        }
    }
    let mut maybe_codebooks = Vec::new();
    for file in described::named(check) {
        let (project, name) = (folders.of(&file)?, Arc::clone(&file.name));
        match metadata::sort(file, project, language) {
            Sorted::Metadata(file) => gathered.metadata.push(file.apart()),
            Sorted::Problem(problem) => drop(problems.insert(problem)),
            Sorted::Table(file) => maybe_codebooks.push(file),
            Sorted::Unread(_) => drop(problems.insert(Sentence::NoMetadata.problem(&name, language))),
        }
    }
    let mut near = Vec::new();
    for (file, metadata) in codebooks::of(&gathered, &maybe_codebooks, changed.is_some()) {
        maybe_codebooks.retain(|other| other.path != file.path);
        let project = folders.of(&file)?;
        if !project.excludes(file.path.as_deref().unwrap_or(Path::new(""))) {
            near.extend(Describing::codebook(file, project, metadata));
        }
    }
    problems.extend(maybe_codebooks.iter().map(|file| Sentence::NoMetadata.problem(&file.name, language)));
    for file in described::beside(&gathered, changed.is_some()) {
        let project = folders.of(&file)?;
        if !project.excludes(file.path.as_deref().unwrap_or(Path::new("")))
            && let Sorted::Metadata(file) = metadata::sort(file, project, language)
        {
            near.push(*file);
        }
    }
    described::link(&mut gathered, near);
    gathered.unread.extend(others.into_iter().map(|path| Unread { reason: UnreadReason::OtherKind, path }));
    problems.extend(unwalked.into_iter().map(|(name, error)| Sentence::NotWalked(error).problem(&name, language)));
    problems.extend(schemas.problems);
    gathered.problems = problems.into_iter().collect();
    Ok(gathered)
}

/// The project of each folder, asked for once.
struct Folders<'p> {
    projects: &'p mut Projects,
    known: BTreeMap<PathBuf, Arc<Project>>,
}

impl Folders<'_> {
    fn of(&mut self, found: &Found) -> Result<Arc<Project>, Stop> {
        let path = found.path.clone().unwrap_or_default();
        let folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
        if let Some(project) = self.known.get(&folder) {
            return Ok(Arc::clone(project));
        }
        let project = self.projects.of(&path)?;
        self.known.insert(folder, Arc::clone(&project));
        Ok(project)
    }
}
