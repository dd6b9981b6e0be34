//! Values of common properties and notes: JSON-LD within the dialect of the vocabulary (section 5.8.2 and appendix A).

use super::{At, is_term};
use crate::context;
use crate::datatype::Builtin;
use crate::language;
use crate::log::Log;
use crate::{AnnotationRule, IssueKind};
use serde_json::{Map, Value};

/// Notes what a value does that it must not.
pub(super) fn check(value: &Value, at: &At, log: &mut Log) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                check(item, &at.item(index), log);
            }
        }
        Value::Object(map) if map.contains_key("@value") => check_value(map, at, log),
        Value::Object(map) => check_node(map, at, log),
        _ => {}
    }
}

fn broken(rule: AnnotationRule, at: &At, log: &mut Log) {
    log.error(at, IssueKind::AnnotationInvalid { rule });
}

fn check_value(map: &Map<String, Value>, at: &At, log: &mut Log) {
    let others = map.keys().any(|key| !matches!(key.as_str(), "@value" | "@type" | "@language"));
    if others || map.contains_key("@type") && map.contains_key("@language") {
        broken(AnnotationRule::ValueAlone, at, log);
    }
    if !matches!(map.get("@value"), Some(Value::String(_) | Value::Number(_) | Value::Bool(_))) {
        broken(AnnotationRule::ValueAtomic, &at.child("@value"), log);
    }
    if let Some(of) = map.get("@type") {
        let known = |name: &str| Builtin::named(name).is_some() || context::is_common(name);
        if !of.as_str().is_some_and(known) {
            broken(AnnotationRule::TypeKnown, &at.child("@type"), log);
        }
    }
    if let Some(language) = map.get("@language")
        && !(language.is_null() || language.as_str().is_some_and(language::is_tag))
    {
        broken(AnnotationRule::LanguageTag, &at.child("@language"), log);
    }
}

fn check_node(map: &Map<String, Value>, at: &At, log: &mut Log) {
    for (key, value) in map {
        let at = at.child(key);
        match key.as_str() {
            "@id" if value.as_str().is_none_or(|id| id.starts_with("_:")) => {
                broken(AnnotationRule::Identifier, &at, log);
            }
            "@type" => {
                let one = std::slice::from_ref(value);
                let types = value.as_array().map_or(one, Vec::as_slice);
                if !types.iter().all(|of| of.as_str().is_some_and(context::is_type)) {
                    broken(AnnotationRule::TypeKnown, &at, log);
                }
            }
            "@id" => {}
            "@language" => broken(AnnotationRule::LanguageWithValue, &at, log),
            "@context" => log.error(&at, IssueKind::ContextInvalid),
            key if key.starts_with('@') || key.starts_with("_:") || is_term(key) => {
                broken(AnnotationRule::Keyword, &at, log);
            }
            key => {
                if !context::is_common(key) {
                    log.warning(&at, IssueKind::PropertyUnknown { property: key.to_owned() });
                }
                check(value, &at, log);
            }
        }
    }
}
