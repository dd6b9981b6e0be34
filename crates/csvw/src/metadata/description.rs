//! A description object: its properties are read by their kind, and values of a wrong kind are noted and left out.

use super::vocabulary::Form;
use super::{At, Reading, annotation};
use crate::log::Log;
use crate::template::Template;
use crate::{Expected, IssueKind};
use crate::{context, language};
use serde_json::{Map, Value};

/// Strings by language tag.
pub(crate) type Titles = Vec<(String, Vec<String>)>;

/// An object with its place and what it describes.
pub(crate) struct Description<'a> {
    pub(super) map: &'a Map<String, Value>,
    pub(super) at: At,
    pub(super) form: Form,
}

/// The value of an object property.
pub(super) enum Held<'a> {
    Here(&'a Map<String, Value>, At),
    /// In a document of its own.
    Elsewhere(Map<String, Value>, At),
    /// Of the wrong kind, which counts as an object without properties.
    Nothing,
}

impl<'a> Description<'a> {
    /// The object, once its names, `@id`, `@type` and common properties are looked at.
    pub(super) fn read(map: &'a Map<String, Value>, at: At, form: Form, log: &mut Log) -> Self {
        let this = Self { map, at, form };
        for (name, value) in map {
            let at = this.at.child(name);
            match name.as_str() {
                "@id" => this.check_id(value, &at, log),
                "@type" if value.as_str() != Some(form.type_name()) => {
                    log.error(&at, IssueKind::TypeInvalid { expected: form.type_name() });
                }
                "@type" => {}
                // At the top it was read with the document.
                "@context" if this.at.pointer.is_empty() => {}
                "@context" => log.error(&at, IssueKind::ContextInvalid),
                name if form.has(name) => {}
                name if context::is_common(name) => annotation::check(value, &at, log),
                name => log.warning(&at, IssueKind::PropertyUnknown { property: name.to_owned() }),
            }
        }
        this
    }

    fn check_id(&self, value: &Value, at: &At, log: &mut Log) {
        match value.as_str() {
            None => {
                log.warning(at, IssueKind::ValueInvalid { property: "@id".into(), expected: Expected::Link });
            }
            Some(id) if id.starts_with("_:") => log.error(at, IssueKind::IdentifierInvalid),
            Some(id) if self.form == Form::Datatype => {
                let url = context::expand(id).unwrap_or_else(|| at.resolve(id));
                if crate::datatype::Builtin::has_url(&url) {
                    log.error(at, IssueKind::IdentifierInvalid);
                }
            }
            Some(_) => {}
        }
    }

    /// A property's value as `read` makes it; noted and left out where that is nothing.
    pub(super) fn get<T>(
        &self,
        name: &str,
        expected: Expected,
        log: &mut Log,
        read: impl FnOnce(&'a Value) -> Option<T>,
    ) -> Option<T> {
        let value = read(self.map.get(name)?);
        if value.is_none() {
            let kind = IssueKind::ValueInvalid { property: name.to_owned(), expected };
            log.warning(&self.at.child(name), kind);
        }
        value
    }

    pub(super) fn boolean(&self, name: &str, log: &mut Log) -> Option<bool> {
        self.get(name, Expected::Boolean, log, Value::as_bool)
    }

    pub(super) fn text(&self, name: &str, log: &mut Log) -> Option<&'a str> {
        self.get(name, Expected::Text, log, Value::as_str)
    }

    /// A whole number from 0, which JSON may write with a decimal point.
    pub(super) fn count(&self, name: &str, log: &mut Log) -> Option<u64> {
        self.get(name, Expected::Count, log, |value| {
            let whole = |number: &f64| (0.0..9e15).contains(number) && number.fract() == 0.0;
            value.as_u64().or(value.as_f64().filter(whole).map(|number| number as u64))
        })
    }

    pub(super) fn one_of(&self, name: &str, values: &'static [&'static str], log: &mut Log) -> Option<&'static str> {
        self.get(name, Expected::OneOf(values), log, |value| {
            values.iter().find(|known| value.as_str() == Some(known)).copied()
        })
    }

    /// A link, absolute.
    pub(super) fn link(&self, name: &str, log: &mut Log) -> Option<String> {
        self.get(name, Expected::Link, log, Value::as_str).map(|url| self.at.resolve(url))
    }

    /// Looks at a URI template.
    pub(super) fn template(&self, name: &str, log: &mut Log) {
        self.get(name, Expected::Template, log, |value| Template::parse(value.as_str()?));
    }

    pub(super) fn language(&self, name: &str, log: &mut Log) -> Option<String> {
        let tag = |value: &'a Value| value.as_str().filter(|tag| language::is_tag(tag)).map(str::to_owned);
        self.get(name, Expected::LanguageTag, log, tag)
    }

    /// Natural language strings by language; `None` when there is no such property, or it has the wrong kind.
    pub(super) fn natural_language(&self, name: &str, log: &mut Log) -> Option<Titles> {
        let known = |value: &'a Value| (value.is_string() || value.is_array() || value.is_object()).then_some(value);
        let value = self.get(name, Expected::NaturalLanguage, log, known)?;
        let at = self.at.child(name);
        let mut titles = Titles::new();
        match value {
            Value::Object(map) => {
                for (tag, value) in map {
                    let at = at.child(tag);
                    if !language::is_tag(tag) {
                        let kind = IssueKind::ValueInvalid { property: name.into(), expected: Expected::LanguageTag };
                        log.warning(&at, kind);
                    } else if let Some(strings) = strings(name, value, &at, log) {
                        titles.push((tag.clone(), strings));
                    }
                }
            }
            value => titles.push((at.document.language.clone(), strings(name, value, &at, log)?)),
        }
        titles.retain(|(_, strings)| !strings.is_empty());
        Some(titles)
    }

    /// The objects of an array; other items are noted and left out.
    pub(super) fn items(&self, name: &str, log: &mut Log) -> Option<Vec<(&'a Map<String, Value>, At)>> {
        self.map.get(name)?;
        let items = self.get(name, Expected::Array, log, Value::as_array).map_or(&[][..], Vec::as_slice);
        let at = self.at.child(name);
        let mut objects = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let at = at.item(index);
            match item.as_object() {
                Some(map) => objects.push((map, at)),
                None => {
                    let kind = IssueKind::ValueInvalid { property: name.to_owned(), expected: Expected::Objects };
                    log.warning(&at, kind);
                }
            }
        }
        Some(objects)
    }

    /// An object, here or in a document of its own; `None` when there is no such property or no such document.
    pub(super) fn object(&self, name: &str, reading: &mut Reading<'_>) -> Option<Held<'a>> {
        let at = self.at.child(name);
        match self.map.get(name)? {
            Value::Object(map) => Some(Held::Here(map, at)),
            Value::String(reference) => {
                let (map, top) = reading.document(&at.resolve(reference), Some(&at))?;
                Some(Held::Elsewhere(map, top))
            }
            _ => {
                let kind = IssueKind::ValueInvalid { property: name.to_owned(), expected: Expected::ObjectOrUrl };
                reading.log.warning(&at, kind);
                Some(Held::Nothing)
            }
        }
    }

    /// Looks at the notes.
    pub(super) fn notes(&self, log: &mut Log) {
        for (map, at) in self.items("notes", log).unwrap_or_default() {
            annotation::check(&Value::Object(map.clone()), &at, log);
        }
    }
}

/// The strings of a string or an array; `None` for anything else, which is noted.
fn strings(name: &str, value: &Value, at: &At, log: &mut Log) -> Option<Vec<String>> {
    let kind = |expected| IssueKind::ValueInvalid { property: name.to_owned(), expected };
    match value {
        Value::String(text) => Some(vec![text.clone()]),
        Value::Array(items) => {
            let mut kept = Vec::new();
            for (index, item) in items.iter().enumerate() {
                match item.as_str() {
                    Some(text) => kept.push(text.to_owned()),
                    None => log.warning(&at.item(index), kind(Expected::Texts)),
                }
            }
            Some(kept)
        }
        _ => {
            log.warning(at, kind(Expected::Texts));
            None
        }
    }
}

/// The names in a column reference; `None` where it is neither a string nor an array of some.
pub(super) fn column_names(value: &Value) -> Option<Vec<&str>> {
    match value {
        Value::String(name) => Some(vec![name]),
        Value::Array(items) if !items.is_empty() => items.iter().map(Value::as_str).collect(),
        _ => None,
    }
}
