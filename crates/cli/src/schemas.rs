//! Table Schemas that lie beside the files they describe.

use crate::output::shown;
use crate::project::Project;
use crate::words::Sentence;
use munilint_model::{Language, Problem, TableContext, TableSchema};
use munilint_pack::{Fault, Resource, ResourceSchema, data_package, is_json_schema, table_schema};
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// A data package's description.
const PACKAGE: &str = "datapackage.json";

/// Schemas of the tables of a folder that have their fields: one that is plainly so, and one of anything.
const FOR_FOLDER: [&str; 2] = ["tableschema.json", "schema.json"];

/// Finds Table Schemas, each file read once. What cannot be used is a problem, and the tables are checked without it.
pub(crate) struct Schemas {
    language: Language,
    packages: BTreeMap<PathBuf, Vec<Resource>>,
    tables: BTreeMap<PathBuf, Option<Arc<TableSchema>>>,
    pub(crate) problems: Vec<Problem>,
}

/// A Table Schema that was found for a file.
pub(crate) struct Describing {
    schema: Arc<TableSchema>,
    /// Nothing but its fields says that it belongs to the file.
    by_fields: bool,
}

impl Describing {
    /// What metadata says of the fields of a table that it names.
    pub(crate) fn by_metadata(schema: TableSchema) -> Self {
        Describing { schema: Arc::new(schema), by_fields: false }
    }

    /// The schema, when it belongs to the table.
    pub(crate) fn of(&self, table: &TableContext) -> Option<Arc<TableSchema>> {
        let fits = !self.by_fields || self.schema.describes(table.fields.iter().map(|field| field.name.as_str()));
        fits.then(|| Arc::clone(&self.schema))
    }
}

impl Schemas {
    /// None are read. What cannot be used is told in `language`.
    pub(crate) fn new(language: Language) -> Self {
        Schemas { language, packages: BTreeMap::new(), tables: BTreeMap::new(), problems: Vec::new() }
    }

    /// The schema of the file `path`: what the configuration names, what is called after the file, what a data package
    /// in its folder or the one above says of it, or one for the folder.
    pub(crate) fn of(&mut self, path: &Path, project: &Project) -> Option<Describing> {
        let named = project.schema(path).or_else(|| self.called_after(path)).or_else(|| self.packaged(path));
        if let Some(schema) = named {
            return Some(Describing { schema, by_fields: false });
        }
        let [plain, other] = FOR_FOLDER.map(|name| path.with_file_name(name));
        let schema = self.table(plain, true).or_else(|| self.table(other, false))?;
        Some(Describing { schema, by_fields: true })
    }

    /// The files that may describe the file `path` from beside it, whether they are there or not: see [`Schemas::of`].
    pub(crate) fn beside(&mut self, path: &Path) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> = named_after(path).to_vec();
        files.extend(FOR_FOLDER.map(|name| path.with_file_name(name)));
        for (folder, relative) in packages(path) {
            let file = folder.join(PACKAGE);
            let schema = self.resource(&file, &relative).and_then(|resource| resource.schema.as_ref());
            if let Some(ResourceSchema::File(schema)) = schema {
                files.push(folder.join(schema));
            }
            files.push(file);
        }
        files
    }

    fn called_after(&mut self, path: &Path) -> Option<Arc<TableSchema>> {
        named_after(path).into_iter().find_map(|name| self.table(name, true))
    }

    fn packaged(&mut self, path: &Path) -> Option<Arc<TableSchema>> {
        packages(path).into_iter().find_map(|(folder, relative)| self.in_package(&folder, &relative))
    }

    /// What the package in `folder` says of the file at `relative`.
    fn in_package(&mut self, folder: &Path, relative: &str) -> Option<Arc<TableSchema>> {
        match self.resource(&folder.join(PACKAGE), relative)?.schema.clone()? {
            ResourceSchema::Inline(Ok(schema)) => Some(Arc::new(schema)),
            ResourceSchema::Inline(Err(fault)) => self.fault(&fault),
            // Nothing is fetched, and nothing outside the package is opened.
            ResourceSchema::File(file) if !is_inside(&file) => None,
            ResourceSchema::File(file) => self.table(folder.join(file), true),
        }
    }

    /// What the package `package` says of the file at `relative` from its folder.
    fn resource(&mut self, package: &Path, relative: &str) -> Option<&Resource> {
        if !self.packages.contains_key(package) {
            let resources = self.read(package, data_package);
            self.packages.insert(package.to_path_buf(), resources.unwrap_or_default());
        }
        self.packages[package].iter().find(|resource| resource.paths.iter().any(|path| path == relative))
    }

    /// The schema in the file `path`, when there is one. With a name that is `plain`, it is a schema or a problem.
    fn table(&mut self, path: PathBuf, plain: bool) -> Option<Arc<TableSchema>> {
        if let Some(known) = self.tables.get(&path) {
            return known.clone();
        }
        let told = self.problems.len();
        let schema = self.read(
            &path,
            |name, text| {
                if is_json_schema(text) { Ok(None) } else { table_schema(name, text).map(Some) }
            },
        );
        if !plain {
            // It may be a schema of anything.
            self.problems.truncate(told);
        }
        let schema = schema.flatten().map(Arc::new);
        self.tables.insert(path, schema.clone());
        schema
    }

    fn read<T>(&mut self, path: &Path, parse: impl Fn(&str, &str) -> Result<T, Fault>) -> Option<T> {
        if !path.is_file() {
            return None;
        }
        match std::fs::read_to_string(path).map(|text| parse(&shown(path), &text)) {
            Ok(Ok(parsed)) => Some(parsed),
            Ok(Err(fault)) => self.fault(&fault),
            Err(error) => self.problem(&shown(path), &Sentence::CannotBeRead(error)),
        }
    }

    fn fault<T>(&mut self, fault: &Fault) -> Option<T> {
        self.problem(fault.name(), &Sentence::NotUsed(fault.line(), fault.message().to_owned()))
    }

    fn problem<T>(&mut self, name: &str, what: &Sentence) -> Option<T> {
        self.problems.push(what.problem(&Arc::from(munilint_model::mask(name)), self.language));
        None
    }
}

/// The schemas that are called after the file `path`.
fn named_after(path: &Path) -> [PathBuf; 2] {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    ["tableschema.json", "schema.json"].map(|ending| path.with_file_name(format!("{stem}.{ending}")))
}

/// The folders whose data package may have the file `path`, nearest first, with its way from there.
fn packages(path: &Path) -> Vec<(PathBuf, String)> {
    let Ok(absolute) = std::path::absolute(path) else { return Vec::new() };
    let relative = |folder: &Path| {
        let parts = absolute.strip_prefix(folder).ok()?.iter().map(|part| part.to_string_lossy());
        Some((folder.to_path_buf(), parts.collect::<Vec<_>>().join("/")))
    };
    absolute.ancestors().skip(1).take(2).filter_map(relative).collect()
}

/// True for a path that leads to nowhere but the folder it starts from.
pub(crate) fn is_inside(file: &str) -> bool {
    !file.contains("://")
        && Path::new(file).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}
