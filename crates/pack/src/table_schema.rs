//! Table Schema and Data Package, as far as they tell what munilint would work out otherwise
//! (<https://datapackage.org/standard/table-schema/>, <https://datapackage.org/standard/data-resource/>).

use crate::fault::{Fault, Source};
use crate::suggestion::nearest;
use munilint_model::{Datatype, Declared, Role, TableSchema};
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;
use std::ops::Range;

/// A description that starts with more words than this is a sentence.
const LONGEST_NAME: usize = 2;

/// A resource of a data package: files with one table in them.
#[derive(Clone, Debug)]
pub struct Resource {
    /// The files, relative to the package's folder.
    pub paths: Vec<String>,
    /// What describes them.
    pub schema: Option<ResourceSchema>,
}

/// Where the schema of a resource stands.
#[derive(Clone, Debug)]
pub enum ResourceSchema {
    /// In the package.
    Inline(Result<TableSchema, Fault>),
    /// In a file of its own, relative to the package's folder.
    File(String),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", expecting = "an object with `fields`")]
struct WrittenSchema {
    fields: Vec<WrittenField>,
    #[serde(default)]
    missing_values: Vec<MissingValue>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", expecting = "an object with the `name` of a field")]
struct WrittenField {
    name: String,
    #[serde(default)]
    r#type: Value,
    #[serde(default)]
    title: Value,
    #[serde(default)]
    rdf_type: Value,
    #[serde(default)]
    description: Value,
    missing_values: Option<Vec<MissingValue>>,
    #[serde(rename = "munilint:role", default, deserialize_with = "role")]
    role: Option<Role>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "a text, or an object with a `value`")]
enum MissingValue {
    Text(String),
    Labelled { value: String },
}

#[derive(Deserialize)]
#[serde(expecting = "an object")]
struct WrittenPackage<'t> {
    #[serde(borrow, default)]
    resources: Vec<WrittenResource<'t>>,
}

#[derive(Deserialize)]
#[serde(expecting = "a resource")]
struct WrittenResource<'t> {
    #[serde(default)]
    path: Value,
    #[serde(borrow)]
    schema: Option<&'t RawValue>,
}

/// Reads the Table Schema `text`, shown as `name`.
///
/// # Errors
/// The text is not JSON, has no fields with names, or gives a field a role that is none.
pub fn table_schema(name: &str, text: &str) -> Result<TableSchema, Fault> {
    let source = Source { name, text };
    read(source, 0..text.len(), "a Table Schema").map(schema)
}

/// True when the text is JSON Schema and not Table Schema: files of both are called `x.schema.json`.
#[must_use]
pub fn is_json_schema(text: &str) -> bool {
    let Ok(json) = serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')) else { return false };
    json.get("fields").is_none() && ["$schema", "$ref", "properties"].iter().any(|key| json.get(key).is_some())
}

/// Reads the data package `text`, shown as `name`. What is wrong in the schema of one resource is told with that resource.
///
/// # Errors
/// The text is not JSON, or its resources are no list of objects.
pub fn data_package(name: &str, text: &str) -> Result<Vec<Resource>, Fault> {
    let source = Source { name, text };
    let package: WrittenPackage<'_> = serde_json::from_str(without_mark(text))
        .map_err(|error| source.json_fault(text.len() - without_mark(text).len(), "a data package", &error))?;
    let resource = |written: &WrittenResource<'_>| Resource {
        paths: match &written.path {
            Value::Array(paths) => paths.iter().filter_map(Value::as_str).map(plain).collect(),
            path => path.as_str().map(plain).into_iter().collect(),
        },
        schema: written.schema.map(|raw| match serde_json::from_str(raw.get()) {
            Ok(file) => ResourceSchema::File(file),
            Err(_) => {
                let start = raw.get().as_ptr() as usize - text.as_ptr() as usize;
                let within = start..start + raw.get().len();
                ResourceSchema::Inline(read(source, within, "a Table Schema").map(schema))
            }
        }),
    };
    Ok(package.resources.iter().map(resource).collect())
}

fn plain(path: &str) -> String {
    path.strip_prefix("./").unwrap_or(path).to_owned()
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn read<T: DeserializeOwned>(source: Source<'_>, within: Range<usize>, what: &str) -> Result<T, Fault> {
    let text = without_mark(&source.text[within.clone()]);
    serde_json::from_str(text).map_err(|error| source.json_fault(within.end - text.len(), what, &error))
}

fn schema(written: WrittenSchema) -> TableSchema {
    let texts = |values: &[MissingValue]| -> Vec<String> {
        let text = |value: &MissingValue| match value {
            MissingValue::Text(text) | MissingValue::Labelled { value: text } => text.trim().to_owned(),
        };
        values.iter().map(text).filter(|text| !text.is_empty()).collect()
    };
    let everywhere = texts(&written.missing_values);
    let field = |field: WrittenField| {
        // The name of an RDF type is the last part of its address.
        let kind = field.rdf_type.as_str().and_then(|address| address.rsplit(['#', '/', ':']).next());
        let naming = field.description.as_str().and_then(naming);
        let words = [field.title.as_str(), kind, naming].into_iter().flatten();
        let declared = Declared {
            role: field.role,
            datatype: field.r#type.as_str().and_then(Datatype::from_name).filter(|datatype| *datatype != Datatype::Any),
            words: words.filter(|words| !words.is_empty()).map(str::to_owned).collect(),
            missing: field.missing_values.as_deref().map_or_else(|| everywhere.clone(), texts),
        };
        (field.name.trim().to_owned(), declared)
    };
    TableSchema { fields: written.fields.into_iter().map(field).collect() }
}

/// What a description starts with, when it is a name for the values: `Kommunenummer, fire siffer`. A sentence may speak of
/// anything: `Merknad om postnummer`.
fn naming(description: &str) -> Option<&str> {
    let name = description.split(['.', ',', ':', ';', '(', '\n']).next()?.trim();
    (name.split_whitespace().count() <= LONGEST_NAME).then_some(name)
}

fn role<'d, D: Deserializer<'d>>(written: D) -> Result<Option<Role>, D::Error> {
    let name = String::deserialize(written)?;
    let near = || nearest(&name, Role::ALL.into_iter().map(Role::name));
    let unknown = || {
        let near = near().map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        D::Error::custom(format!("`munilint:role` cannot be `{name}`{near}"))
    };
    Role::from_name(&name).map(Some).ok_or_else(unknown)
}
