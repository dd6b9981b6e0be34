//! A baseline in its folder: what sources are called from there, what it holds, and what is there no longer.

use crate::output::{Stop, shown};
use crate::words::Sentence;
use munilint_model::{Baseline, Excerpt, mask};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The folder of a baseline: sources are called by their way from there, so that it holds wherever the command runs.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    folder: PathBuf,
}

impl Names {
    /// For the baseline in the file `path`.
    pub(crate) fn of_baseline(path: &Path) -> Self {
        let absolute = plain(path);
        Names { folder: absolute.parent().map(Path::to_path_buf).unwrap_or_default() }
    }

    /// What the source at `path` is called, masked: with `/` between folders, and `..` where it lies outside.
    pub(crate) fn of(&self, path: &Path) -> Arc<str> {
        let path = plain(path);
        let (mut own, mut folder) = (path.components().peekable(), self.folder.components().peekable());
        while own.peek().is_some() && own.peek() == folder.peek() {
            own.next();
            folder.next();
        }
        let up = folder.map(|_| "..".into());
        let parts: Vec<_> = up.chain(own.map(|part| part.as_os_str().to_string_lossy())).collect();
        Arc::from(mask(&parts.join("/")).as_str())
    }

    /// True when nothing is at the path that a baseline names. Of a name that was masked nobody can tell.
    fn is_gone(&self, name: &Excerpt) -> bool {
        let name = name.as_str();
        name != "-" && !name.contains(['*', '\\']) && !self.folder.join(name).exists()
    }
}

/// The absolute path without `.` and `..`, as it is written.
pub(crate) fn plain(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    absolute.components().fold(PathBuf::new(), |mut plain, part| {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
        plain
    })
}

/// A baseline that a run is held against.
pub(crate) struct Held {
    pub(crate) names: Names,
    pub(crate) baseline: Baseline,
    /// Paths of it where there is no file any more.
    pub(crate) gone: Vec<Excerpt>,
}

impl Held {
    /// Reads the baseline in the file `path`.
    pub(crate) fn read(path: &Path) -> Result<Held, Stop> {
        let text = std::fs::read_to_string(path).map_err(|error| Sentence::NoBaseline(shown(path), error))?;
        let baseline = munilint_pack::baseline(&shown(path), &text)?;
        let names = Names::of_baseline(path);
        let mut paths: Vec<&Excerpt> = baseline.findings.iter().map(|recorded| &recorded.path).collect();
        paths.sort();
        paths.dedup();
        let gone = paths.into_iter().filter(|name| names.is_gone(name)).cloned().collect();
        Ok(Held { names, baseline, gone })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_called_by_their_way_from_the_baseline() {
        let names = Names::of_baseline(Path::new("/a/b/munilint-baseline.json"));
        for (path, called) in [
            ("/a/b/c.csv", "c.csv"),
            ("/a/b/d/./e/../c.csv", "d/c.csv"),
            ("/a/c.csv", "../c.csv"),
            ("/x/c.csv", "../../x/c.csv"),
            ("/a/b/15857613461.csv", "***********.csv"),
        ] {
            assert_eq!(&*names.of(Path::new(path)), called, "{path}");
        }
    }
}
