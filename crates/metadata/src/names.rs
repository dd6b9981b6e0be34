//! What names of files say of what is in them.

use munilint_model::StandardKind;
use std::path::Path;

/// Endings of files that may be metadata; what is in them decides.
const ENDINGS: [&str; 8] = ["ttl", "nt", "rdf", "jsonld", "json", "yaml", "yml", "md"];

/// Names of files that are for the tables of their folder, and of folders in it.
const OF_FOLDER: [&str; 11] = [
    "datapackage.json", "datapackage.yaml", "datapackage.yml", "csv-metadata.json", "metadata.json", "metadata.jsonld",
    "metadata.ttl", "croissant.json", "dcat.ttl", "catalog.ttl", "catalog.jsonld",
];

/// Endings of names of files that are for tables of their folder, or folders in it.
const OF_FOLDER_ENDING: [&str; 6] =
    [".dcat.ttl", ".dcat.jsonld", ".odcs.yaml", ".odcs.yml", ".odcs.json", ".croissant.json"];

/// What stands behind a table's name in the name of a file that is for it.
const OF_TABLE: [&str; 13] = [
    "-metadata.json", "__doc.json", ".json", ".jsonld", ".ttl", ".yaml", ".yml", ".md", ".metadata.json", ".meta.json",
    ".metadata.yaml", ".rdf", ".nt",
];

/// True when a file of that name may be metadata.
#[must_use]
pub fn may_be(path: &Path) -> bool {
    let is_datahotell = || ["fields.xml", "meta.xml"].contains(&&*name(path));
    ending(path).is_some_and(|ending| ENDINGS.contains(&ending.as_str())) || is_datahotell() || is_px_build(path)
}

/// True when the file `metadata` is called as metadata of the file `table` is. It stands in the folder of `table` or the one above.
#[must_use]
pub fn may_describe(metadata: &Path, table: &Path) -> bool {
    let name = name(metadata);
    let is_near = metadata.parent() == table.parent();
    if metadata == table {
        return false;
    }
    let is_of_folder = OF_FOLDER.contains(&&*name)
        || OF_FOLDER_ENDING.iter().any(|ending| name.ends_with(ending))
        || name.starts_with("readme") && name.ends_with(".md");
    let (stem, whole) = (stem(table).to_lowercase(), self::name(table));
    let is_of_table = || {
        let behind = name.strip_prefix(&whole).or_else(|| name.strip_prefix(&stem));
        behind.is_some_and(|behind| OF_TABLE.contains(&behind)) || name == format!("metadata_{stem}.txt")
    };
    is_of_folder || is_near && (is_of_table() || ["fields.xml", "meta.xml"].contains(&&*name))
}

/// Text that OK_PxBuild reads beside a table; other text may be a table itself.
fn is_px_build(path: &Path) -> bool {
    let name = name(path);
    name.starts_with("metadata_") && name.ends_with(".txt")
}

/// The standard of files that are metadata whatever is in them: that one is broken is told.
pub(crate) fn standard(path: &Path) -> Option<StandardKind> {
    let name = name(path);
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if ["datapackage.json", "datapackage.yaml", "datapackage.yml"].contains(&&*name) {
        Some(StandardKind::DataPackage)
    } else if ends(&["csv-metadata.json", "-metadata.json"]) {
        Some(StandardKind::Csvw)
    } else if ends(&[".odcs.yaml", ".odcs.yml", ".odcs.json"]) {
        Some(StandardKind::Odcs)
    } else if ends(&["__doc.json"]) {
        Some(StandardKind::Datadoc)
    } else {
        ends(&[".jsonld"]).then_some(StandardKind::Dcat)
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// A file's name without its last ending, and without what Datadoc puts behind it.
pub(crate) fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    stem.strip_suffix("__DOC").unwrap_or(&stem).to_owned()
}

/// A file's last ending, in lower case.
pub(crate) fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_string_lossy().to_lowercase())
}
