//! A JSON Schema that is compiled once, and its errors in plain words.

use crate::document::{Document, steps};
use crate::fault::{Fault, Source};
use crate::suggestion::nearest;
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use jsonschema::{Draft, PatternOptions, ValidationError, Validator};
use serde_json::Value;

/// A compiled JSON Schema, draft 2020-12. Nothing it refers to is fetched.
#[derive(Debug)]
pub struct Schema {
    validator: Validator,
    json: Value,
}

/// One error of the schema, in words. The order is the order in which a person should hear of them.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Complaint {
    rank: u8,
    at: (usize, usize),
    message: String,
    label: String,
    help: Option<String>,
    /// The key that is missing, or that is likely meant.
    key: String,
}

impl Schema {
    /// Compiles the schema `text`; `name` is what a fault in the schema itself is shown with.
    ///
    /// # Errors
    /// The text is not JSON, is no schema, or refers to another document.
    pub fn new(name: &str, text: &str) -> Result<Self, Fault> {
        let source = Source { name, text };
        let json: Value = serde_json::from_str(text).map_err(|error| source.json_fault(0, "a schema", &error))?;
        let options = jsonschema::options().with_draft(Draft::Draft202012).offline();
        let validator = options.with_pattern_options(PatternOptions::regex()).build(&json);
        let validator =
            validator.map_err(|error| source.fault(0..0, format!("the schema cannot be used: {error}"), "here"))?;
        Ok(Schema { validator, json })
    }

    /// The document as JSON, when it keeps the schema. A `oneOf` at the top is for editors: the caller says it in its
    /// own words.
    pub(crate) fn check(&self, document: &Document<'_>) -> Result<Value, Fault> {
        let json = document.root().to_json()?;
        let mut complaints: Vec<Complaint> =
            self.validator.iter_errors(&json).filter_map(|error| self.complaint(&error, document)).collect();
        complaints.sort();
        // A key that is misspelt is not missing as well.
        let meant: Vec<String> = complaints.iter().filter(|c| c.rank == 0).map(|c| c.key.clone()).collect();
        complaints.retain(|c| c.rank < 2 || !meant.contains(&c.key));
        complaints.dedup_by(|second, first| {
            let same = second.at == first.at;
            if same && second.rank == 2 && first.rank == 2 {
                first.label = format!("{}, {}", first.label, second.label);
            }
            same
        });
        let mut complaints = complaints.into_iter();
        let Some(first) = complaints.next() else { return Ok(json) };
        let mut fault = document.root().source.fault(first.at.0..first.at.1, first.message, first.label);
        if let Some(help) = first.help {
            fault = fault.with_help(help);
        }
        Err(complaints.fold(fault, |fault, other| fault.with_label(other.at.0..other.at.1, other.message)))
    }

    fn complaint(&self, error: &ValidationError<'_>, document: &Document<'_>) -> Option<Complaint> {
        let path = error.instance_path().as_str();
        let node = document.find(path);
        let named = named(path);
        let (mut rank, mut span, mut help, mut about) = (1, node.span.clone(), None, String::new());
        let (message, label) = match error.kind() {
            Kind::AdditionalProperties { unexpected } => {
                let key = unexpected.first()?;
                rank = 0;
                span = node.key_span(key).unwrap_or(span);
                let known = self.siblings(error);
                let near = nearest(key, known.iter().copied());
                about = near.unwrap_or_default().to_owned();
                help = near.map(|near| format!("did you mean `{near}`?"));
                let known = list(&known);
                (format!("unknown key `{key}`"), format!("the keys are {known}"))
            }
            Kind::PropertyNames { error: inner } => {
                let key = inner.instance().as_str()?;
                span = node.key_span(key).unwrap_or(span);
                let label = self.description(error).unwrap_or("a name of another form is needed").to_owned();
                (format!("`{key}` cannot be a key here"), label)
            }
            Kind::Required { property } => {
                rank = 2;
                let key = property.as_str()?;
                about = key.to_owned();
                let message = if named.is_empty() {
                    format!("the key `{key}` is missing")
                } else {
                    format!("{named}lacks the key `{key}`")
                };
                (message, format!("`{key}` is needed"))
            }
            Kind::OneOfNotValid { .. } | Kind::OneOfMultipleValid { .. } if path.is_empty() => return None,
            Kind::Enum { options } => {
                let allowed: Vec<&str> = options.as_array()?.iter().filter_map(Value::as_str).collect();
                let near = error.instance().as_str().and_then(|word| nearest(word, allowed.iter().copied()));
                help = near.map(|near| format!("did you mean `{near}`?"));
                (format!("{named}cannot be {}", shown(error.instance())), format!("one of {}", list(&allowed)))
            }
            Kind::Type { kind } => {
                help = self.misplaced(error, path);
                (format!("{named}cannot be {}", shown(error.instance())), format!("{} is needed", type_name(kind)))
            }
            _ => (format!("{named}cannot be {}", shown(error.instance())), self.limit(error)),
        };
        Some(Complaint { rank, at: (span.start, span.end), message, label, help, key: about })
    }

    /// What the other kinds of error ask for.
    fn limit(&self, error: &ValidationError<'_>) -> String {
        match error.kind() {
            Kind::Constant { expected_value } => format!("only {} is allowed", shown(expected_value)),
            Kind::Pattern { .. } => self.description(error).unwrap_or("another form is needed").to_owned(),
            Kind::MinItems { .. } => "at least one entry is needed".to_owned(),
            Kind::MinLength { .. } => "some text is needed".to_owned(),
            Kind::MinProperties { .. } => format!("at least one key is needed: {}", list(&self.siblings(error))),
            Kind::MaxProperties { .. } => format!("only one key is allowed: {}", list(&self.siblings(error))),
            Kind::Minimum { limit } => format!("at least {limit}"),
            Kind::Maximum { limit } => format!("at most {limit}"),
            Kind::UniqueItems => "an entry stands here twice".to_owned(),
            _ => error.to_string(),
        }
    }

    /// The part of the schema that an error's keyword stands in.
    fn holder(&self, error: &ValidationError<'_>) -> Option<&Value> {
        let path = error.schema_path().as_str();
        self.json.pointer(path.rsplit_once('/').map_or("", |(holder, _)| holder))
    }

    fn siblings(&self, error: &ValidationError<'_>) -> Vec<&str> {
        let properties = self.holder(error).and_then(|holder| holder.get("properties")?.as_object());
        properties.map(|keys| keys.keys().map(String::as_str).collect()).unwrap_or_default()
    }

    fn description(&self, error: &ValidationError<'_>) -> Option<&str> {
        let own = self.json.pointer(error.schema_path().as_str()).and_then(|own| own.get("description"));
        own.or_else(|| self.holder(error)?.get("description"))?.as_str()
    }

    /// Help for a value of the wrong type under a free key that is nearly one of the known keys.
    fn misplaced(&self, error: &ValidationError<'_>, path: &str) -> Option<String> {
        let holder = error.schema_path().as_str().rsplit_once("/additionalProperties")?.0;
        let known = self.json.pointer(holder)?.get("properties")?.as_object()?;
        let key = steps(path).last()?;
        nearest(&key, known.keys().map(String::as_str)).map(|near| format!("did you mean `{near}`?"))
    }
}

/// How the value at a JSON Pointer is called, with a blank behind it.
fn named(path: &str) -> String {
    let steps: Vec<String> = steps(path).collect();
    match steps.as_slice() {
        [] => String::new(),
        [.., table, at] if at.parse::<usize>().is_ok() => format!("an entry of `{table}` "),
        [.., key] => format!("`{key}` "),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Object(_) => "this table".to_owned(),
        Value::Array(items) if items.is_empty() => "an empty list".to_owned(),
        Value::Array(_) => "this list".to_owned(),
        Value::String(text) if text.is_empty() => "an empty text".to_owned(),
        Value::String(text) => format!("`{text}`"),
        other => format!("`{other}`"),
    }
}

fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn type_name(kind: &TypeKind) -> String {
    let name = |word: &str| match word {
        "object" => "a table".to_owned(),
        "array" => "a list in square brackets".to_owned(),
        "string" => "text in quotes".to_owned(),
        "integer" => "a whole number".to_owned(),
        "boolean" => "true or false".to_owned(),
        other => format!("a {other}"),
    };
    match kind {
        TypeKind::Single(kind) => name(kind.as_str()),
        TypeKind::Multiple(kinds) => kinds.iter().map(|kind| name(kind.as_str())).collect::<Vec<_>>().join(" or "),
    }
}
