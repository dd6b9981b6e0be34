//! Codebooks among the tables of a run, and beside those that were named themselves: tables that are looked at as metadata, too.

use crate::held::plain;
use crate::inputs::Sources;
use crate::source;
use munilint_metadata::{Beside, Reading, codebook, is_called_codebook_of, may_be_codebook};
use munilint_model::{Batch, Place, TableSource};
use munilint_read::Found;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A larger table is no codebook: it would describe thousands of fields.
const LARGEST: u64 = 128 << 10;

/// Tables of a folder by their paths.
type Folder<'f> = BTreeMap<PathBuf, &'f Found>;

/// Codebooks of the tables that were gathered, each with what it says: those among the tables themselves, those that are called after a table
/// that was named itself (with `all`, after any), and of `named` those that describe one.
pub(crate) fn of(gathered: &Sources, named: &[Found], all: bool) -> Vec<(Found, Reading)> {
    let mut folders: BTreeMap<PathBuf, Folder<'_>> = BTreeMap::new();
    for table in gathered.sources.iter().map(|sourced| &sourced.found) {
        let Some(path) = &table.path else { continue };
        let folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
        folders.entry(folder).or_default().insert(plain(path), table);
    }
    let mut codebooks = Vec::new();
    for (folder, tables) in &folders {
        let is_asked = |table: &&&Found| all || table.named;
        let asked: Vec<&Path> = tables.values().filter(is_asked).filter_map(|table| table.path.as_deref()).collect();
        let is_called = |found: &Found, path: &Path| {
            let is_of = |table: &&Path| is_called_codebook_of(path, table);
            munilint_read::is_table(path) && asked.iter().any(is_of) || named.contains(found)
        };
        let mut candidates: Vec<Found> = tables.values().map(|found| (*found).clone()).collect();
        if !asked.is_empty() || !named.is_empty() {
            let is_new = |found: &Found| found.path.as_ref().is_some_and(|path| !tables.contains_key(&plain(path)));
            // Where all tables are in one folder, it is those that are meant, wherever the codebook stands.
            let is_near = |found: &&Found| folders.len() == 1 || folder_of(found) == *folder;
            let near = named.iter().filter(is_near).cloned();
            let listed = munilint_read::listed(folder).into_iter();
            let listed = listed.filter(|found| found.path.as_deref().is_some_and(|path| is_called(found, path)));
            candidates.extend(near.chain(listed).filter(is_new));
        }
        codebooks.extend(among(&candidates, tables));
    }
    codebooks.sort_by(|one, other| one.0.cmp(&other.0));
    codebooks.dedup_by(|one, other| one.0.path == other.0.path);
    codebooks
}

fn folder_of(found: &Found) -> PathBuf {
    found.path.as_deref().and_then(Path::parent).unwrap_or(Path::new("")).to_path_buf()
}

/// Those of the candidates that are codebooks of tables of their folder.
fn among(candidates: &[Found], tables: &Folder<'_>) -> Vec<(Found, Reading)> {
    let rows: Vec<(&Found, Vec<Row>)> = candidates.iter().filter_map(|found| Some((found, rows(found)?))).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let is_none = |found: &&&Found| !rows.iter().any(|(codebook, _)| codebook.path == found.path);
    let tables: Vec<Beside> = tables.values().filter(is_none).filter_map(|table| beside(table)).collect();
    let read = |(found, rows): &(&Found, Vec<Row>)| {
        Some(((*found).clone(), codebook(&found.name, found.path.as_deref()?, rows, &tables)?))
    };
    rows.iter().filter_map(read).collect()
}

type Row = (Vec<String>, Place);

/// The header of a table and its records; `None` of a table that cannot be a codebook.
fn rows(found: &Found) -> Option<Vec<Row>> {
    let path = found.path.as_deref()?;
    std::fs::metadata(path).ok().filter(|file| file.len() <= LARGEST)?;
    let table = source::open(found).ok()?;
    let context = table.context();
    let names: Vec<String> = context.fields.iter().map(|field| field.name.clone()).collect();
    if context.layout.header_row.is_none() || !may_be_codebook(&names) {
        return None;
    }
    let mut rows = vec![(names, Place::File)];
    let mut batch = Batch::default();
    while table.fill(&mut batch).ok()? {
        for row in 0..batch.rows() {
            let cell = |column| batch.value(row, column).map(|value| batch.decode(&value).into_owned());
            let cells = (0..batch.fields).map(|column| cell(column).unwrap_or_default()).collect();
            rows.push((cells, batch.row_place(row)));
        }
    }
    Some(rows)
}

/// A table, as a codebook may describe it.
fn beside(found: &Found) -> Option<Beside> {
    let path = found.path.as_deref()?;
    let table = source::open(found).ok()?;
    let fields = table.context().fields.iter().map(|field| field.name.clone()).collect();
    Some(Beside { file: path.file_name()?.to_string_lossy().into_owned(), fields })
}
