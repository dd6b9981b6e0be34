//! Documents held against a JSON Schema, with messages that a person understands. Nothing that a schema refers to is fetched.

use crate::document::{Node, Value};
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use jsonschema::{Draft, ValidationError, Validator};
use munilint_model::{Argument, Excerpt, Fault, FaultKind, Message, Place, Severity};
use serde_json::Value as Json;

/// A JSON Schema, compiled.
pub(crate) struct JsonSchema {
    validator: Validator,
    json: Json,
}

impl JsonSchema {
    /// Compiles the schema that `json` is; `None` when it is none.
    pub(crate) fn new(json: Json, draft: Draft) -> Option<Self> {
        let validator = jsonschema::options().with_draft(draft).offline().build(&json).ok()?;
        Some(JsonSchema { validator, json })
    }

    /// Where a value does not keep the schema, in the order that the validator finds it. Arguments: `where` (`resources/0/schema`), `name` (a
    /// property), `value` (what stands there) and `wanted` (what is permitted).
    pub(crate) fn faults(&self, root: &Node) -> Vec<Fault> {
        let json = json(root);
        let (mut faults, mut unevaluated) = (Vec::new(), Vec::new());
        let mut broken: Vec<String> = Vec::new();
        for error in self.validator.iter_errors(&json) {
            match error.kind() {
                Kind::UnevaluatedProperties { .. } => unevaluated.push(error),
                _ => {
                    broken.push(error.instance_path().as_str().to_owned());
                    gather(&error, root, &mut faults);
                }
            }
        }
        // A part that does not keep what its kind demands has evaluated nothing: that its properties are unknown would be told of all of them.
        for error in unevaluated {
            let path = error.instance_path().as_str();
            if !broken
                .iter()
                .any(|broken| broken.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
            {
                gather(&error, root, &mut faults);
            }
        }
        faults
    }

    /// The properties that the definition `name` of the schema has.
    pub(crate) fn properties(&self, name: &str) -> Vec<&str> {
        let known = self.json.pointer(&format!("/definitions/{name}/properties")).and_then(Json::as_object);
        known.into_iter().flat_map(|known| known.keys().map(String::as_str)).collect()
    }
}

/// Notes an error; of several forms that something might have, that which it comes closest to.
fn gather(error: &ValidationError<'_>, root: &Node, faults: &mut Vec<Fault>) {
    let path = error.instance_path().as_str();
    let context = match error.kind() {
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => context,
        Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
            let unknown = |name: &String| {
                note("unknown", place(root, &format!("{path}/{}", escaped(name))), path, &[("name", name)])
            };
            return faults.extend(unexpected.iter().map(unknown));
        }
        _ => return faults.extend(fault(error, root)),
    };
    if let Some(lacking) = one_of_several(context, path) {
        return faults.push(note("missing", place(root, path), path, &[("name", &lacking)]));
    }
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

/// When each of several forms fails for a property that it alone demands: those properties.
fn one_of_several(context: &[Vec<ValidationError<'_>>], path: &str) -> Option<String> {
    let lacking = |errors: &Vec<ValidationError<'_>>| match errors.as_slice() {
        [error] if error.instance_path().as_str() == path => match error.kind() {
            Kind::Required { property } => property.as_str().map(str::to_owned),
            _ => None,
        },
        _ => None,
    };
    let lacking: Option<Vec<String>> = context.iter().map(lacking).collect();
    lacking.filter(|lacking| lacking.len() > 1).map(|lacking| lacking.join(" | "))
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
    let value = shown(error.instance());
    Some(match error.kind() {
        Kind::Required { property } => note("missing", at, path, &[("name", property.as_str()?)]),
        Kind::Type { kind } => note("type", at, path, &[("value", &value), ("wanted", &types(kind))]),
        Kind::Enum { options } => {
            let wanted: Vec<String> = options.as_array()?.iter().map(shown).collect();
            note("not-listed", at, path, &[("value", &value), ("wanted", &wanted.join(", "))])
        }
        Kind::OneOfMultipleValid { .. } => note("several", at, path, &[]),
        Kind::Pattern { .. } | Kind::Format { .. } => note("form", at, path, &[("value", &value)]),
        Kind::MinItems { .. } | Kind::MinLength { .. } | Kind::MinProperties { .. } => note("empty", at, path, &[]),
        _ => note("", at, path, &[("value", &value)]),
    })
}

/// A fault of a message of `pkg/schema-violation`, about what stands at a JSON pointer.
pub(crate) fn note(variant: &'static str, at: Place, path: &str, named: &[(&'static str, &str)]) -> Fault {
    let path = path.trim_start_matches('/');
    let at_path = ("where", if path.is_empty() { "/" } else { path });
    let arguments = named.iter().chain([&at_path]);
    let arguments = arguments.map(|&(name, text)| (name, Argument::Excerpt(Excerpt::of(text)))).collect();
    let severity = if variant == "misspelt" { Severity::Warning } else { Severity::Error };
    Fault { kind: FaultKind::Schema, severity, message: Message { variant, arguments }, at }
}

/// A name as a JSON pointer has it (RFC 6901).
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
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
        Value::Number(text) => number(text),
        Value::Text(text) => Json::String(text.clone()),
        Value::List(items) => items.iter().map(json).collect(),
        Value::Map(members) => members.iter().map(|member| (member.name.clone(), json(&member.node))).collect(),
    }
}

/// A number as JSON has it; YAML has more ways to write one (`+1`, `.5`, `007`).
fn number(text: &str) -> Json {
    let exact = text.parse().ok().map(Json::Number);
    let whole = || text.trim_start_matches('+').parse::<i64>().ok().map(Json::from);
    let other = || text.parse::<f64>().ok().and_then(serde_json::Number::from_f64).map(Json::Number);
    exact.or_else(whole).or_else(other).unwrap_or_else(|| Json::String(text.to_owned()))
}
