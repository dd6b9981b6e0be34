//! Table Schemas that lie beside the files they describe.

use crate::output::shown;
use crate::project::Project;
use crate::words::Sentence;
use munilint_model::{Language, Problem, TableContext, TableSchema};
use munilint_pack::{Fault, Resource, ResourceSchema, data_package, is_json_schema, table_schema};
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

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
        let folder = path.parent()?;
        let plain = self.table(folder.join("tableschema.json"), true);
        let schema = plain.or_else(|| self.table(folder.join("schema.json"), false))?;
        Some(Describing { schema, by_fields: true })
    }

    fn called_after(&mut self, path: &Path) -> Option<Arc<TableSchema>> {
        let stem = path.file_stem()?.to_string_lossy();
        let names = [format!("{stem}.tableschema.json"), format!("{stem}.schema.json")];
        names.iter().find_map(|name| self.table(path.with_file_name(name), true))
    }

    fn packaged(&mut self, path: &Path) -> Option<Arc<TableSchema>> {
        let absolute = std::path::absolute(path).ok()?;
        let folders: Vec<&Path> = absolute.ancestors().skip(1).take(2).collect();
        folders.into_iter().find_map(|folder| {
            let relative: Vec<_> =
                absolute.strip_prefix(folder).ok()?.iter().map(|part| part.to_string_lossy()).collect();
            self.in_package(folder, &relative.join("/"))
        })
    }

    /// What the package in `folder` says of the file at `relative`.
    fn in_package(&mut self, folder: &Path, relative: &str) -> Option<Arc<TableSchema>> {
        let path = folder.join("datapackage.json");
        if !self.packages.contains_key(&path) {
            let resources = self.read(&path, data_package);
            self.packages.insert(path.clone(), resources.unwrap_or_default());
        }
        let mut resources = self.packages[&path].iter();
        match resources.find(|resource| resource.paths.iter().any(|path| path == relative))?.schema.clone()? {
            ResourceSchema::Inline(Ok(schema)) => Some(Arc::new(schema)),
            ResourceSchema::Inline(Err(fault)) => self.fault(&fault),
            // Nothing is fetched, and nothing outside the package is opened.
            ResourceSchema::File(file) if !is_inside(&file) => None,
            ResourceSchema::File(file) => self.table(folder.join(file), true),
        }
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

/// True for a path that leads to nowhere but the folder it starts from.
fn is_inside(file: &str) -> bool {
    !file.contains("://")
        && Path::new(file).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}
