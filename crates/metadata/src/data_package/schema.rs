//! Data packages held against the JSON Schema of their standard, with the Table Schemas and dialects that they have in files of their own.

use crate::document::{self, Document, Node};
use crate::json_schema::{JsonSchema, note};
use crate::validation::Written;
use crate::yaml;
use jsonschema::Draft;
use munilint_model::{Argument, Excerpt, Fault};
use serde_json::Value as Json;
use std::sync::LazyLock;

/// What packages are held against.
pub(crate) const HELD_TO: &str = "Data Package 2.0 (JSON Schema)";

/// The schema of a package.
static PACKAGE: LazyLock<Option<JsonSchema>> = LazyLock::new(|| of("dataPackage"));

/// Parts of a resource that may stand in a file of their own, with their schemas.
static PARTS: LazyLock<[(&str, &str, Option<JsonSchema>); 2]> =
    LazyLock::new(|| [("schema", "tableSchema", of("tableSchema")), ("dialect", "tableDialect", of("tableDialect"))]);

/// Objects of a package, by the definition that they follow, and where they stand in one another.
const OBJECTS: [(&str, &[&str]); 4] = [
    ("dataPackage", &[]),
    ("dataResource", &["resources", "*"]),
    ("tableSchema", &["resources", "*", "schema"]),
    ("tableDialect", &["resources", "*", "dialect"]),
];

/// The schema of a definition.
fn of(definition: &str) -> Option<JsonSchema> {
    let mut json: Json = serde_json::from_str(munilint_schemas::vendor::DATA_PACKAGE).ok()?;
    *json.get_mut("$ref")? = format!("#/definitions/{definition}").into();
    JsonSchema::new(json, Draft::Draft7)
}

/// Where a package does not keep the schema, in the order of the places.
pub(crate) fn faults(document: &Document, written: &Written<'_>) -> Vec<Fault> {
    let Some(schema) = &*PACKAGE else { return Vec::new() };
    let root = &document.root;
    let mut faults = schema.faults(root);
    // Forms overlap in a few places of the schema, and it does not say that a dialect may stand in a file of its own.
    let is_file = |fault: &Fault| {
        let part = root.each("resources").filter_map(|resource| resource.get("dialect"));
        part.into_iter().any(|dialect| dialect.at == fault.at && dialect.as_text().is_some())
    };
    faults.retain(|fault| fault.message.variant != "several" && !is_file(fault));
    for (definition, path) in OBJECTS {
        misspelt(root, path, String::new(), &schema.properties(definition), &mut faults);
    }
    for (at, resource) in root.each("resources").enumerate() {
        for (name, definition, schema) in &*PARTS {
            let part = resource.get(name).and_then(|part| Some((part, part.as_text()?)));
            if let (Some((part, file)), Some(schema)) = (part, schema) {
                apart(part, file, &format!("/resources/{at}/{name}"), (definition, schema), written, &mut faults);
            }
        }
    }
    faults.sort_by_key(|fault| fault.at);
    faults
}

/// Holds a part in a file of its own against its schema; the faults are told where the package names the file. One that cannot be had
/// is left alone.
fn apart(
    part: &Node,
    file: &str,
    path: &str,
    (definition, schema): (&str, &JsonSchema),
    written: &Written<'_>,
    faults: &mut Vec<Fault>,
) {
    let Some(bytes) = (written.beside)(file) else { return };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let is_yaml = [".yaml", ".yml"].iter().any(|ending| file.to_lowercase().ends_with(ending));
    let Ok(read) = (if is_yaml { yaml::read(bytes) } else { document::read(bytes) }) else {
        return faults.push(note("unread", part.at, path, &[("value", file)]));
    };
    let mut own = schema.faults(&read.root);
    own.retain(|fault| fault.message.variant != "several");
    misspelt(&read.root, &[], String::new(), &schema.properties(definition), &mut own);
    for mut fault in own {
        fault.at = part.at;
        for (name, argument) in &mut fault.message.arguments {
            if let ("where", Argument::Excerpt(inside)) = (*name, &mut *argument) {
                *inside = Excerpt::of(&format!("{file}: {}", inside.as_str()));
            }
        }
        faults.push(fault);
    }
}

/// Properties that no object of the kind has, and that are nearly called as one that it lacks.
fn misspelt(node: &Node, path: &[&str], shown: String, known: &[&str], faults: &mut Vec<Fault>) {
    match path {
        [] => {
            for member in node.members().iter().filter(|member| !known.contains(&member.name.as_str())) {
                let near = known.iter().find(|known| node.get(known).is_none() && is_near(&member.name, known));
                if let Some(near) = near {
                    faults.push(note("misspelt", member.node.at, &shown, &[("name", &member.name), ("wanted", near)]));
                }
            }
        }
        ["*", rest @ ..] => {
            for (at, item) in node.items().iter().enumerate() {
                misspelt(item, rest, format!("{shown}/{at}"), known, faults);
            }
        }
        [name, rest @ ..] => {
            if let Some(node) = node.get(name) {
                misspelt(node, rest, format!("{shown}/{name}"), known, faults);
            }
        }
    }
}

fn is_near(name: &str, known: &str) -> bool {
    let bare = |text: &str| text.to_lowercase().replace(['_', '-'], "");
    bare(name) == bare(known) || (known.len() > 4 && strsim::osa_distance(name, known) == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variants(text: &str) -> Vec<&'static str> {
        let document = document::read(text.as_bytes()).expect("it is JSON");
        let beside = |path: &str| match path {
            "sound.json" => Some(br#"{"fields": [{"name": "a", "type": "integer"}]}"#.to_vec()),
            "unsound.yaml" => Some(b"fields:\n  - {name: a, type: heltall}\n".to_vec()),
            "broken.json" => Some(b"{".to_vec()),
            _ => None,
        };
        let written = Written { name: "datapackage.json", text: text.as_bytes(), beside: &beside, is_there: &|_| true };
        faults(&document, &written).iter().map(|fault| fault.message.variant).collect()
    }

    #[test]
    fn a_package_that_keeps_the_schema_has_no_faults() {
        let text = r#"{"name": "a", "resources": [{"name": "a", "path": "a.csv", "dialect": "a.json", "schema": {"fields": [
            {"name": "nr", "type": "integer", "constraints": {"minimum": 1, "required": true}},
            {"name": "navn"}]}}]}"#;
        assert_eq!(variants(text), Vec::<&str>::new());
        for file in ["sound.json", "elsewhere.json", "https://eksempel.kommune.no/schema.json"] {
            let text = format!(r#"{{"resources": [{{"name": "a", "path": "a.csv", "schema": "{file}"}}]}}"#);
            assert_eq!(variants(&text), Vec::<&str>::new());
        }
    }

    #[test]
    fn what_is_wrong_is_told_once_and_by_its_kind() {
        for (text, expected) in [
            ("{}", "missing"),
            (r#"{"resources": []}"#, "empty"),
            (r#"{"resources": [{"name": "a", "path": "a.csv", "schema": "unsound.yaml"}]}"#, "not-listed"),
            (r#"{"resources": [{"name": "a", "path": "a.csv", "schema": "broken.json"}]}"#, "unread"),
            (r#"{"resources": [{"name": "a"}]}"#, "missing"),
            (r#"{"resources": [{"name": "a", "path": "a.csv", "bytes": "many"}]}"#, "type"),
            (r#"{"resources": [{"name": "a", "path": "/etc/a.csv"}]}"#, "form"),
            (r#"{"resources": [{"name": "a", "path": "a.csv", "enconding": "utf-8"}]}"#, "misspelt"),
            (
                r#"{"resources": [{"name": "a", "path": "a.csv", "schema": {"fields": [{"name": "a", "type": "text"}]}}]}"#,
                "not-listed",
            ),
        ] {
            assert_eq!(variants(text), [expected], "{text}");
        }
    }
}
