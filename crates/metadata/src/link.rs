//! Which table is which form of which dataset.

use munilint_model::{Description, Distribution, Link, Metadata, StandardKind};
use std::sync::Arc;

/// Finds the forms of datasets among tables, all by their names as they are shown. A form is a table when its address is the
/// table's path as seen from the metadata's folder; or, where a catalogue gives its address, when that ends with its name and no
/// other table has that name; or when it has the table's name without the ending and no other table there has it. A dataset
/// that is alone in its file and names no forms is the one table of the folder, or of those below it.
#[must_use]
pub fn link(metadata: &[Metadata], tables: &[Arc<str>]) -> Vec<Link> {
    let metadata: Vec<(&str, &Metadata)> = metadata.iter().map(|file| (&*file.source, file)).collect();
    let tables: Vec<Table<'_>> = tables.iter().map(|source| Table { path: source, source }).collect();
    link_at(&metadata, &tables)
}

/// A table, and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Table<'t> {
    /// Its path, with `/`, from where the paths of metadata start, too.
    pub path: &'t str,
    /// Its name as it is shown.
    pub source: &'t Arc<str>,
}

/// [`link`], by paths that are given apart from names.
#[must_use]
pub fn link_at(metadata: &[(&str, &Metadata)], tables: &[Table<'_>]) -> Vec<Link> {
    let mut links = Vec::new();
    for (at, (path, file)) in metadata.iter().enumerate() {
        let folder = folder(path);
        for (dataset, description) in file.datasets.iter().enumerate() {
            for (distribution, table) in forms(description, folder, tables, file.standard.kind) {
                let source = Arc::clone(table.source);
                links.push(Link { metadata: at, dataset, distribution, source, digest: None });
            }
        }
        let own = |link: &Link| link.metadata == at;
        if let ([description], false) = (&file.datasets[..], links.iter().any(own))
            && description.distributions.iter().all(is_nameless)
            && let Some(table) = only(tables, folder)
        {
            let distribution = (!description.distributions.is_empty()).then_some(0);
            let source = Arc::clone(table.source);
            links.push(Link { metadata: at, dataset: 0, distribution, source, digest: None });
        }
    }
    links.sort();
    links.dedup();
    links
}

fn is_nameless(form: &Distribution) -> bool {
    form.download_urls.is_empty() && form.access_urls.is_empty() && form.names.is_empty()
}

/// The one table of the folder; or, when it has none, the one in folders of it.
fn only<'t>(tables: &'t [Table<'t>], folder: &str) -> Option<&'t Table<'t>> {
    let mut beside = tables.iter().filter(|table| self::folder(table.path) == folder);
    if let Some(table) = beside.next() {
        return beside.next().is_none().then_some(table);
    }
    let mut below = tables.iter().filter(|table| is_within(table.path, folder));
    below.next().filter(|_| below.next().is_none())
}

fn forms<'t>(
    description: &Description,
    folder: &str,
    tables: &'t [Table<'t>],
    kind: StandardKind,
) -> Vec<(Option<usize>, &'t Table<'t>)> {
    // Catalogues give the address where a file was published; it is met here by its name alone.
    let is_catalogue =
        matches!(kind, StandardKind::Dcat | StandardKind::DcatAp | StandardKind::SchemaOrg | StandardKind::Croissant);
    let mut found = Vec::new();
    for (at, form) in description.distributions.iter().enumerate() {
        let addresses = form.download_urls.iter().chain(&form.access_urls);
        let table = addresses.map(|said| said.what.as_str()).find_map(|address| {
            let path = joined(folder, address);
            let exact = tables.iter().find(|table| table.path == path);
            exact.or_else(|| if is_catalogue { by_name(address, tables) } else { None })
        });
        let table = table.or_else(|| form.names.iter().find_map(|name| by_stem(&name.what, folder, tables)));
        found.extend(table.map(|table| (Some(at), table)));
    }
    found
}

/// The only table whose file is named as the address ends.
fn by_name<'t>(address: &str, tables: &'t [Table<'t>]) -> Option<&'t Table<'t>> {
    let address = address.split(['?', '#']).next().unwrap_or("");
    let name = address.rsplit('/').next().filter(|name| name.contains('.'))?;
    let mut named = tables.iter().filter(|table| table.path.rsplit('/').next() == Some(name));
    named.next().filter(|_| named.next().is_none())
}

/// The only table in the folder, or else in folders of it, that has that name without its ending. Case says nothing.
fn by_stem<'t>(name: &str, folder: &str, tables: &'t [Table<'t>]) -> Option<&'t Table<'t>> {
    let name = name.to_lowercase();
    let stem = |table: &str| {
        let file = table.rsplit('/').next().unwrap_or("");
        file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_lowercase()
    };
    let named: Vec<&Table<'_>> =
        tables.iter().filter(|table| is_within(table.path, folder) && stem(table.path) == name).collect();
    let mut beside = named.iter().filter(|table| self::folder(table.path) == folder);
    match (beside.next(), beside.next(), &named[..]) {
        (Some(table), None, _) => Some(table),
        (None, _, [table]) => Some(table),
        _ => None,
    }
}

fn folder(source: &str) -> &str {
    source.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn is_within(table: &str, folder: &str) -> bool {
    folder.is_empty() || table.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// `address` as seen from `folder`, when it is a path that stays inside.
fn joined(folder: &str, address: &str) -> String {
    let address = address.trim_start_matches("./");
    if folder.is_empty() { address.to_owned() } else { format!("{folder}/{address}") }
}
