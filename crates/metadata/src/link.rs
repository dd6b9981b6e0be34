//! Which table is which form of which dataset.

use munilint_model::{Description, Link, Metadata, StandardKind};
use std::sync::Arc;

/// Finds the forms of datasets among tables, all by their names as they are shown. A form is a table when its address is the
/// table's path as seen from the metadata's folder, or ends with its name and no other table has that name; a dataset that is
/// alone in its file and names no forms is the one table of the folder.
#[must_use]
pub fn link(metadata: &[Metadata], tables: &[Arc<str>]) -> Vec<Link> {
    let mut links = Vec::new();
    for (at, file) in metadata.iter().enumerate() {
        let folder = folder(&file.source);
        for (dataset, description) in file.datasets.iter().enumerate() {
            for (distribution, table) in forms(description, folder, tables, file.standard.kind) {
                links.push(Link { metadata: at, dataset, distribution, source: Arc::clone(table) });
            }
        }
        let own = |link: &Link| link.metadata == at;
        if let ([description], false) = (&file.datasets[..], links.iter().any(own))
            && description.distributions.iter().all(|form| form.download_urls.is_empty() && form.access_urls.is_empty())
        {
            let mut beside = tables.iter().filter(|table| self::folder(table) == folder);
            if let (Some(table), None) = (beside.next(), beside.next()) {
                let distribution = (!description.distributions.is_empty()).then_some(0);
                links.push(Link { metadata: at, dataset: 0, distribution, source: Arc::clone(table) });
            }
        }
    }
    links.sort();
    links.dedup();
    links
}

fn forms<'t>(
    description: &Description,
    folder: &str,
    tables: &'t [Arc<str>],
    kind: StandardKind,
) -> Vec<(Option<usize>, &'t Arc<str>)> {
    let mut found = Vec::new();
    for (at, form) in description.distributions.iter().enumerate() {
        let addresses = form.download_urls.iter().chain(&form.access_urls);
        let table = addresses.map(|said| said.what.as_str()).find_map(|address| {
            let path = joined(folder, address);
            let exact = tables.iter().find(|table| ***table == *path);
            exact.or_else(|| if kind == StandardKind::Dcat { by_name(address, tables) } else { None })
        });
        found.extend(table.map(|table| (Some(at), table)));
    }
    found
}

/// The only table whose file is named as the address ends.
fn by_name<'t>(address: &str, tables: &'t [Arc<str>]) -> Option<&'t Arc<str>> {
    let address = address.split(['?', '#']).next().unwrap_or("");
    let name = address.rsplit('/').next().filter(|name| name.contains('.'))?;
    let mut named = tables.iter().filter(|table| table.rsplit('/').next() == Some(name));
    named.next().filter(|_| named.next().is_none())
}

fn folder(source: &str) -> &str {
    source.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// `address` as seen from `folder`, when it is a path that stays inside.
fn joined(folder: &str, address: &str) -> String {
    let address = address.trim_start_matches("./");
    if folder.is_empty() { address.to_owned() } else { format!("{folder}/{address}") }
}
