//! Which metadata of a run describes which of its tables: what is named, what was met, and what lies beside tables.

use crate::args::Scope;
use crate::checksum;
use crate::held::plain;
use crate::inputs::{Sourced, Sources};
use crate::metadata::Describing;
use crate::schemas;
use munilint_metadata::{Table, link_at, may_describe, table_schema};
use munilint_model::{FieldDescription, Link, StandardKind, Unread, UnreadReason};
use munilint_read::Found;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The files that `--metadata` names.
pub(crate) fn named(check: &Scope) -> Vec<Found> {
    let discovery = munilint_read::discover(&check.metadata, &|_| true);
    let files = discovery.metadata.into_iter();
    files.filter(|file| !check.paths.iter().any(|path| Some(path) == file.path.as_ref())).collect()
}

/// Files that are called as metadata of tables that were named themselves is; with `all`, of all tables.
pub(crate) fn beside(gathered: &Sources, all: bool) -> Vec<Found> {
    let known: BTreeSet<PathBuf> =
        gathered.metadata.iter().filter_map(|file| file.found.path.as_deref()).map(plain).collect();
    let mut folders: BTreeMap<PathBuf, Vec<Found>> = BTreeMap::new();
    let mut found: BTreeMap<PathBuf, Found> = BTreeMap::new();
    for table in gathered.sources.iter().filter(|sourced| all || sourced.found.named) {
        let Some(path) = &table.found.path else { continue };
        let folder = path.parent().unwrap_or(Path::new(""));
        let above = if folder.file_name().is_some() { folder.parent() } else { None };
        let above = above.map_or_else(|| folder.join(".."), Path::to_path_buf);
        for folder in [folder.to_path_buf(), above] {
            let files = folders.entry(folder).or_insert_with_key(|folder| {
                let mut files = munilint_read::listed(folder);
                files.retain(|file| file.path.as_deref().is_some_and(munilint_metadata::may_be));
                files
            });
            let is_of_table = |file: &&Found| file.path.as_deref().is_some_and(|file| may_describe(file, path));
            for file in files.iter().filter(is_of_table) {
                let place = plain(file.path.as_deref().unwrap_or(Path::new("")));
                if !known.contains(&place) {
                    found.entry(place).or_insert_with(|| file.clone());
                }
            }
        }
    }
    found.into_values().collect()
}

/// Links metadata and tables. Of what lies beside tables, `near`, only what describes one is kept, and so it is with a README,
/// which may be about anything, unless it is named itself. What is said of fields goes to tables that nothing else describes.
pub(crate) fn link(gathered: &mut Sources, near: Vec<Describing>) {
    let met = gathered.metadata.len();
    gathered.metadata.extend(near);
    let linked: BTreeSet<usize> = links(gathered).into_iter().map(|link| link.metadata).collect();
    for (at, file) in std::mem::take(&mut gathered.metadata).into_iter().enumerate() {
        let may_be_other = file.metadata.standard.kind == StandardKind::Readme && !file.found.named;
        if linked.contains(&at) || at < met && !may_be_other {
            gathered.metadata.push(file);
        } else if at < met {
            gathered.unread.push(Unread { reason: UnreadReason::OtherKind, path: file.found.name });
        }
    }
    gathered.metadata.sort_by(|one, other| one.found.cmp(&other.found));
    // What had not changed is looked at after all when it describes a table that has.
    let kept: BTreeSet<&Arc<str>> = gathered.metadata.iter().map(|file| &file.found.name).collect();
    gathered.unread.retain(|unread| !kept.contains(&unread.path));
    gathered.links = links(gathered);
    let metadata: Vec<_> = gathered.metadata.iter().map(|file| &file.metadata).collect();
    let path =
        |link: &Link| gathered.sources.iter().find(|table| table.found.name == link.source)?.found.path.as_deref();
    checksum::add(&metadata, &mut gathered.links, |link| File::open(path(link)?).ok());
    declare(gathered);
}

fn links(gathered: &Sources) -> Vec<Link> {
    let place = |found: &Found| {
        found.path.as_deref().map_or_else(String::new, |path| plain(path).to_string_lossy().replace('\\', "/"))
    };
    let metadata: Vec<String> = gathered.metadata.iter().map(|file| place(&file.found)).collect();
    let tables: Vec<String> = gathered.sources.iter().map(|sourced| place(&sourced.found)).collect();
    let metadata: Vec<_> =
        metadata.iter().map(String::as_str).zip(gathered.metadata.iter().map(|file| &file.metadata)).collect();
    let table = |(path, sourced): (&'_ String, &'_ Sourced)| (path.clone(), Arc::clone(&sourced.found.name));
    let tables: Vec<_> = tables.iter().zip(&gathered.sources).map(table).collect();
    let tables: Vec<Table<'_>> = tables.iter().map(|(path, source)| Table { path, source }).collect();
    let mut links = link_at(&metadata, &tables);
    // Metadata that is named itself may stand elsewhere: when all tables are in one folder, it is for those.
    let folders: BTreeSet<Option<&Path>> = tables.iter().map(|table| Path::new(table.path).parent()).collect();
    if let (Some(Some(folder)), 1) = (folders.first(), folders.len()) {
        let is_open = |at: &usize| gathered.metadata[*at].found.named && !links.iter().any(|link| link.metadata == *at);
        let open: Vec<usize> = (0..metadata.len()).filter(is_open).collect();
        for at in open {
            let (path, file) = metadata[at];
            let moved =
                folder.join(Path::new(path).file_name().unwrap_or_default()).to_string_lossy().replace('\\', "/");
            let found = link_at(&[(&moved, file)], &tables).into_iter();
            links.extend(found.map(|link| Link { metadata: at, ..link }));
        }
        links.sort();
    }
    links
}

/// Hands what is said of fields to the tables that no Table Schema describes; the first that says something of fields counts.
fn declare(gathered: &mut Sources) {
    let mut fields: BTreeMap<&Arc<str>, &[FieldDescription]> = BTreeMap::new();
    for link in &gathered.links {
        let dataset = &gathered.metadata[link.metadata].metadata.datasets[link.dataset];
        let said = dataset.fields_of(link.distribution);
        if !said.is_empty() {
            fields.entry(&link.source).or_insert(said);
        }
    }
    for sourced in gathered.sources.iter_mut().filter(|sourced| sourced.schema.is_none()) {
        let schema = fields.get(&sourced.found.name).and_then(|fields| table_schema(fields));
        sourced.schema = schema.map(schemas::Describing::by_metadata);
    }
}
