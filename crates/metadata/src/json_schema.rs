//! Data packages held against the JSON Schema of their standard. Nothing that it refers to is fetched.

use crate::document::{Document, Node, Value};
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use jsonschema::{Draft, ValidationError, Validator};
use munilint_model::{Argument, Excerpt, Fault, FaultKind, Message, Place, Severity};
use serde_json::Value as Json;
use std::sync::LazyLock;

static SCHEMA: LazyLock<Option<(Validator, Json)>> = LazyLock::new(|| {
    let json: Json = serde_json::from_str(munilint_schemas::vendor::DATA_PACKAGE).ok()?;
    let validator = jsonschema::options().with_draft(Draft::Draft7).offline().build(&json).ok()?;
    Some((validator, json))
});

/// Objects of a package, by the definition that they follow, and where they stand in one another.
const OBJECTS: [(&str, &[&str]); 4] = [
    ("dataPackage", &[]),
    ("dataResource", &["resources", "*"]),
    ("tableSchema", &["resources", "*", "schema"]),
    ("tableDialect", &["resources", "*", "dialect"]),
];

/// Where a package does not keep the schema, in the order of the places. Arguments: `where` (`resources/0/schema`), `name` (a property),
/// `value` (what stands there) and `wanted` (what is permitted).
pub(crate) fn faults(document: &Document) -> Vec<Fault> {
    let Some((validator, schema)) = &*SCHEMA else { return Vec::new() };
    let json = json(&document.root);
    let mut faults = Vec::new();
    for error in validator.iter_errors(&json) {
        gather(&error, &document.root, &mut faults);
    }
    for (definition, path) in OBJECTS {
        let known = schema.pointer(&format!("/definitions/{definition}/properties")).and_then(Json::as_object);
        let known: Vec<&str> = known.into_iter().flat_map(|known| known.keys().map(String::as_str)).collect();
        misspelt(&document.root, path, String::new(), &known, &mut faults);
    }
    faults.sort_by_key(|fault| fault.at);
    faults
}

/// Notes an error; of several forms that something might have, that which it comes closest to.
fn gather(error: &ValidationError<'_>, root: &Node, faults: &mut Vec<Fault>) {
    let context = match error.kind() {
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => context,
        // A few forms of the schema overlap, which nobody can mend.
        Kind::OneOfMultipleValid { .. } => return,
        _ => return faults.extend(fault(error, root)),
    };
    let path = error.instance_path().as_str();
    let of_type = format!("{path}/type");
    let of_kind = |one: &&ValidationError<'_>| one.instance_path().as_str() == of_type && options(one).is_some();
    let fitting = context.iter().filter(|errors| !errors.iter().any(|one| of_kind(&one)));
    let is_of_other_type = |errors: &&Vec<ValidationError<'_>>| {
        errors.iter().any(|one| matches!(one.kind(), Kind::Type { .. }) && one.instance_path().as_str() == path)
    };
    match fitting.rev().min_by_key(|errors| (is_of_other_type(errors), errors.len())) {
        Some(errors) => errors.iter().for_each(|one| gather(one, root, faults)),
        // Its type is none of any form.
        None => {
            let of_all = context.iter().flatten().filter(of_kind).filter_map(options).flatten();
            let wanted: Vec<&str> = of_all.filter_map(Json::as_str).collect();
            let at = place(root, &of_type);
            let found = context.iter().flatten().find(of_kind).map(|one| shown(one.instance())).unwrap_or_default();
            faults.push(note("not-listed", at, &of_type, &[("value", &found), ("wanted", &wanted.join(", "))]));
        }
    }
}

fn options<'e>(error: &'e ValidationError<'_>) -> Option<&'e Vec<Json>> {
    match error.kind() {
        Kind::Enum { options } => options.as_array(),
        _ => None,
    }
}

fn fault(error: &ValidationError<'_>, root: &Node) -> Option<Fault> {
    let path = error.instance_path().as_str();
    let at = place(root, path);
    // The standard lets a dialect stand in a file of its own; its schema does not say so.
    if path.ends_with("/dialect") && error.instance().is_string() {
        return None;
    }
    let value = shown(error.instance());
    Some(match error.kind() {
        Kind::Required { property } => note("missing", at, path, &[("name", property.as_str()?)]),
        Kind::Type { kind } => note("type", at, path, &[("value", &value), ("wanted", &types(kind))]),
        Kind::Enum { options } => {
            let wanted: Vec<String> = options.as_array()?.iter().map(shown).collect();
            note("not-listed", at, path, &[("value", &value), ("wanted", &wanted.join(", "))])
        }
        Kind::Pattern { .. } | Kind::Format { .. } => note("form", at, path, &[("value", &value)]),
        Kind::MinItems { .. } | Kind::MinLength { .. } | Kind::MinProperties { .. } => note("empty", at, path, &[]),
        _ => note("", at, path, &[("value", &value)]),
    })
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

fn note(variant: &'static str, at: Place, path: &str, named: &[(&'static str, &str)]) -> Fault {
    let path = path.trim_start_matches('/');
    let at_path = ("where", if path.is_empty() { "/" } else { path });
    let arguments = named.iter().chain([&at_path]);
    let arguments = arguments.map(|&(name, text)| (name, Argument::Excerpt(Excerpt::of(text)))).collect();
    let severity = if variant == "misspelt" { Severity::Warning } else { Severity::Error };
    Fault { kind: FaultKind::Schema, severity, message: Message { variant, arguments }, at }
}

/// Where a JSON pointer leads to, or where the last thing on the way is.
fn place(root: &Node, pointer: &str) -> Place {
    let mut node = root;
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        let next = match &node.value {
            Value::List(items) => step.parse().ok().and_then(|at: usize| items.get(at)),
            _ => node.get(&step),
        };
        let Some(next) = next else { break };
        node = next;
    }
    node.at
}

fn types(kind: &TypeKind) -> String {
    match kind {
        TypeKind::Single(one) => one.to_string(),
        TypeKind::Multiple(several) => several.iter().map(|one| one.to_string()).collect::<Vec<_>>().join(", "),
    }
}

fn shown(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn json(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Bool(is) => Json::Bool(*is),
        Value::Number(text) => text.parse().map_or(Json::Null, Json::Number),
        Value::Text(text) => Json::String(text.clone()),
        Value::List(items) => items.iter().map(json).collect(),
        Value::Map(members) => members.iter().map(|member| (member.name.clone(), json(&member.node))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;

    fn variants(text: &str) -> Vec<&'static str> {
        let document = document::read(text.as_bytes()).expect("it is JSON");
        faults(&document).iter().map(|fault| fault.message.variant).collect()
    }

    #[test]
    fn a_package_that_keeps_the_schema_has_no_faults() {
        let text = r#"{"name": "a", "resources": [{"name": "a", "path": "a.csv", "dialect": "a.json", "schema": {"fields": [
            {"name": "nr", "type": "integer", "constraints": {"minimum": 1, "required": true}},
            {"name": "navn"}]}}]}"#;
        assert_eq!(variants(text), Vec::<&str>::new());
    }

    #[test]
    fn what_is_wrong_is_told_once_and_by_its_kind() {
        for (text, expected) in [
            (r#"{"resources": []}"#, "empty"),
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
