//! Transformation definitions, which are only looked at: nothing is transformed here.

use super::Reading;
use super::description::Description;
use super::vocabulary::Form;
use crate::{Expected, IssueKind};
use serde_json::Value;

/// Looks at the transformations of a group or a table.
pub(super) fn check(description: &Description<'_>, reading: &mut Reading<'_>) {
    let log = &mut *reading.log;
    for (map, at) in description.items("transformations", log).unwrap_or_default() {
        let transformation = Description::read(map, at, Form::Transformation, log);
        for property in ["url", "scriptFormat", "targetFormat"] {
            transformation.link(property, log);
            if !map.contains_key(property) {
                log.error(&transformation.at, IssueKind::PropertyMissing { property: property.to_owned() });
            }
        }
        transformation.natural_language("titles", log);
        transformation.get("source", Expected::OneOf(&["json", "rdf"]), log, |value| {
            (value.is_null() || matches!(value, Value::String(source) if source == "json" || source == "rdf"))
                .then_some(())
        });
    }
}
