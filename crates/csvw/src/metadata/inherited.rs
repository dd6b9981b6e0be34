//! Properties that groups, tables and schemas hand down to columns.

use super::Reading;
use super::datatype;
use super::description::Description;
use crate::Expected;
use crate::datatype::Datatype;
use serde_json::Value;
use std::rc::Rc;

/// The inherited properties that one description has; those that say nothing of validity are only looked at.
#[derive(Debug, Default, Clone)]
pub(crate) struct Inherited {
    pub(crate) datatype: Option<Rc<Datatype>>,
    pub(crate) default: Option<String>,
    pub(crate) lang: Option<String>,
    pub(crate) null: Option<Vec<String>>,
    pub(crate) required: Option<bool>,
    /// `Some(None)` is null, which says that cells are no lists.
    pub(crate) separator: Option<Option<String>>,
}

impl Inherited {
    pub(super) fn read(description: &Description<'_>, reading: &mut Reading<'_>) -> Self {
        let log = &mut *reading.log;
        for template in ["aboutUrl", "propertyUrl", "valueUrl"] {
            description.template(template, log);
        }
        description.boolean("ordered", log);
        description.one_of("textDirection", &["ltr", "rtl", "auto", "inherit"], log);
        let separator = |value: &Value| match value {
            Value::Null => Some(None),
            value => value.as_str().filter(|text| !text.is_empty()).map(|text| Some(text.to_owned())),
        };
        Self {
            datatype: datatype::of(description, log).map(Rc::new),
            default: description.text("default", log).map(str::to_owned),
            lang: description.language("lang", log),
            null: description.get("null", Expected::Texts, log, texts),
            required: description.boolean("required", log),
            separator: description.get("separator", Expected::TextOrNull, log, separator),
        }
    }

    /// What is not here is taken from what stands around it.
    pub(crate) fn within(&self, outer: &Self) -> Self {
        Self {
            datatype: self.datatype.as_ref().or(outer.datatype.as_ref()).map(Rc::clone),
            default: self.default.as_ref().or(outer.default.as_ref()).cloned(),
            lang: self.lang.as_ref().or(outer.lang.as_ref()).cloned(),
            null: self.null.as_ref().or(outer.null.as_ref()).cloned(),
            required: self.required.or(outer.required),
            separator: self.separator.as_ref().or(outer.separator.as_ref()).cloned(),
        }
    }
}

/// A string or an array of strings.
fn texts(value: &Value) -> Option<Vec<String>> {
    let one = std::slice::from_ref(value);
    let items = value.as_array().map_or(one, Vec::as_slice);
    items.iter().map(|item| item.as_str().map(str::to_owned)).collect()
}
