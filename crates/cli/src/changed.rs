//! `--changed-since`: which files differ from a revision, as git tells.

use crate::output::{Stop, shown};
use crate::project::{self, Project};
use crate::schemas::Schemas;
use crate::words::{Git, Sentence};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Settings under which git runs no program that a repository names, and writes nothing.
const HARMLESS: [&str; 4] = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];

/// Files that differ from a revision, or are not known to git.
#[derive(Debug, Default)]
pub(crate) struct Changed {
    /// Their absolute paths, links followed; deleted ones, too.
    files: BTreeSet<PathBuf>,
    /// All files that git keeps.
    kept: BTreeSet<PathBuf>,
}

impl Changed {
    /// What has changed since `revision` in the repositories that `paths` lie in: since the commit where the branches parted.
    pub(crate) fn since(revision: &str, paths: &[PathBuf]) -> Result<Changed, Stop> {
        if revision.starts_with('-') || revision.is_empty() || revision.contains(char::is_control) {
            return Err(Sentence::NoRevision(revision.to_owned()).into());
        }
        let mut changed = Changed::default();
        let mut known = BTreeSet::new();
        for path in paths {
            if path.as_os_str() == "-" {
                return Err(Sentence::InputHasNoRevisions.into());
            }
            let folder = if path.is_dir() { path.as_path() } else { parent(path) };
            let top = top(folder)?;
            if known.insert(top.clone()) {
                changed.add(&top, revision)?;
            }
        }
        Ok(changed)
    }

    fn add(&mut self, top: &Path, revision: &str) -> Result<(), Stop> {
        let commit = format!("{revision}^{{commit}}");
        let shallow = git(top, &["rev-parse", "--is-shallow-repository"]).is_ok_and(|text| text.starts_with(b"true"));
        let hint = |what: Git| Sentence::Git(what, shallow);
        let commit = git(top, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])
            .map_err(|_| hint(Git::UnknownRevision(revision.to_owned())))?;
        let commit = String::from_utf8_lossy(&commit).trim().to_owned();
        let base = git(top, &["merge-base", "--end-of-options", &commit, "HEAD"])
            .map_err(|_| hint(Git::NoCommonCommit(revision.to_owned())))?;
        let base = String::from_utf8_lossy(&base).trim().to_owned();
        let diff = [
            "diff", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv", "-z", "--end-of-options", &base,
            "--",
        ];
        let other = ["ls-files", "--others", "--exclude-standard", "-z", "--"];
        let listed = |arguments: &[&str]| -> Result<Vec<PathBuf>, Stop> {
            let listed = git(top, arguments).map_err(|trouble| hint(Git::NotListed(trouble)))?;
            let names = listed.split(|byte| *byte == 0).filter(|name| !name.is_empty());
            Ok(names.map(|name| top.join(path_of(name))).collect())
        };
        self.files.extend(listed(&diff)?.into_iter().chain(listed(&other)?));
        self.kept.extend(listed(&["ls-files", "-z", "--"])?);
        Ok(())
    }

    /// True when the file itself has changed, the configuration it falls under or what that names, or what describes its fields.
    pub(crate) fn has(&self, path: &Path, project: &Project, schemas: &mut Schemas) -> bool {
        // Of a file that git does not keep nobody can tell.
        let is_changed = |path: &Path| {
            let real = real(path);
            self.files.contains(&real) || !self.kept.contains(&real) && path.exists()
        };
        let is_within = |folder: &PathBuf| {
            let folder = real(folder);
            self.files.iter().any(|file| file.starts_with(&folder))
        };
        is_changed(path)
            || self.is_configured_otherwise(path)
            || project.files().iter().any(|file| is_changed(file))
            || project.packs().iter().any(is_within)
            || schemas.beside(path).iter().any(|file| is_changed(file))
            || self.is_described_otherwise(path)
    }

    /// True when metadata that is called as such of the file came, went or was changed. A text for people may be about anything.
    fn is_described_otherwise(&self, path: &Path) -> bool {
        let real = real(path);
        let folders: Vec<&Path> = real.ancestors().skip(1).take(2).collect();
        let is_of_file = |file: &&PathBuf| {
            file.parent().is_some_and(|folder| folders.contains(&folder))
                && file.extension().is_none_or(|ending| ending != "md")
                && (munilint_metadata::may_be(file) && munilint_metadata::may_describe(file, &real)
                    || munilint_metadata::is_called_codebook_of(file, &real))
        };
        self.files.iter().any(|file| is_of_file(&file))
    }

    /// True when a configuration came, went or was changed in the folder of the file or above it.
    fn is_configured_otherwise(&self, path: &Path) -> bool {
        let real = real(path);
        real.ancestors().skip(1).any(|folder| self.files.contains(&folder.join(project::NAME)))
    }

    /// True for a file that was deleted.
    pub(crate) fn is_deleted(&self, path: &Path) -> bool {
        !path.exists() && self.files.contains(&real(path))
    }
}

/// The folder of a file; the current one when its path has none.
fn parent(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The absolute path with the links of its folders followed. The file itself may be there no longer.
fn real(path: &Path) -> PathBuf {
    let folder = std::fs::canonicalize(parent(path)).unwrap_or_else(|_| parent(path).to_path_buf());
    folder.join(path.file_name().unwrap_or_default())
}

/// The top of the repository that the folder lies in, links followed.
fn top(folder: &Path) -> Result<PathBuf, Stop> {
    let mut text = git(folder, &["rev-parse", "--show-toplevel"])
        .map_err(|trouble| Sentence::Git(Git::NoRepository(shown(folder), trouble), false))?;
    while text.ends_with(b"\n") || text.ends_with(b"\r") {
        text.pop();
    }
    let top = path_of(&text);
    Ok(std::fs::canonicalize(&top).unwrap_or(top))
}

/// What git writes, or what it complains of.
fn git(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>, String> {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(HARMLESS).arg("--no-pager").args(arguments);
    command.env("GIT_OPTIONAL_LOCKS", "0").env("LC_ALL", "C").stdin(Stdio::null());
    let output = command.output().map_err(|error| format!("git cannot be started: {error}"))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let told = String::from_utf8_lossy(&output.stderr);
    let line = told.lines().next().unwrap_or("it says nothing more");
    Err(line.trim_start_matches("fatal: ").to_owned())
}

#[cfg(unix)]
fn path_of(name: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(name))
}

#[cfg(not(unix))]
fn path_of(name: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(name).into_owned())
}
