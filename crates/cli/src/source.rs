//! Opening what was found.

use munilint_model::TableSource;
use munilint_read::{Found, Input, TextTable, Unreadable};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// Opens a source as a table of text.
pub(crate) fn open(found: &Found) -> io::Result<TextTable> {
    let mut input = match &found.path {
        Some(path) => Input::open(path)?,
        None => Input::stream(Box::new(io::stdin()))?,
    };
    is_text(&mut input)?;
    let table = TextTable::open(&found.name, input)?;
    Ok(match &found.path {
        Some(path) => table.known_as(&path.to_string_lossy()),
        None => table,
    })
}

/// # Errors
/// It is something else than delimited text.
pub(crate) fn is_text(input: &mut Input) -> io::Result<()> {
    input.foreign().map_or(Ok(()), |kind| Err(Unreadable::Foreign(kind).into()))
}

/// The sources of a run by name, to be read a second time.
pub(crate) struct Again<'f>(BTreeMap<&'f str, &'f Found>);

impl<'f> Again<'f> {
    /// Sources that can be read only once, such as standard input, are left out.
    pub(crate) fn of(sources: impl Iterator<Item = &'f Found>) -> Self {
        Again(sources.filter(|found| found.path.is_some()).map(|found| (&*found.name, found)).collect())
    }

    /// Opens a source again.
    pub(crate) fn open(&self, name: &str) -> Option<TextTable> {
        open(self.0.get(name)?).ok()
    }
}

/// Longest name of a field of a small table, in characters; a longer one is a sentence.
const LONGEST_NAME: usize = 80;

/// True for a `.txt` file that was met in a folder and is prose: it makes a table of one field at most, or of a few whose
/// names are sentences, cut at their commas or semicolons.
pub(crate) fn is_prose(found: &Found, table: &TextTable) -> bool {
    let text =
        found.path.as_ref().and_then(|path| path.extension()).is_some_and(|ending| ending.eq_ignore_ascii_case("txt"));
    let fields = &table.context().fields;
    let has_sentence = || fields.iter().any(|field| field.name.chars().count() > LONGEST_NAME);
    text && !found.named && (fields.len() < 2 || fields.len() < 4 && has_sentence())
}

/// The one source that a command names: a file, or `-` for standard input. A folder is not looked into.
pub(crate) fn named(path: &Path) -> Found {
    let paths = if path.is_dir() { Vec::new() } else { vec![path.to_path_buf()] };
    let mut discovery = munilint_read::discover(&paths, &|_| false);
    discovery.found.pop().unwrap_or_else(|| Found { name: Arc::from("-"), path: Some(path.to_path_buf()), named: true })
}
