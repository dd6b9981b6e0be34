//! As a Data Package, version 2 (<https://datapackage.org/standard/data-package/>).

use super::{slug, table_name};
use munilint_model::{Description, Distribution, FieldDescription, LangText, Said};
use serde_json::{Map, Value, json};

/// The profile of the version.
const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// Writes a package of which each form is a resource.
pub(super) fn write(description: &Description) -> String {
    let mut package = Map::new();
    package.insert("$schema".to_owned(), json!(PROFILE));
    let name = description.id.as_deref().filter(|id| slug(id) == **id);
    package.insert("name".to_owned(), json!(name.map_or_else(|| slug(table_name(description)), str::to_owned)));
    text(&mut package, "title", &description.titles);
    text(&mut package, "description", &description.descriptions);
    let words: Vec<&str> = description.keywords.iter().map(|said| said.what.text.as_str()).collect();
    list(&mut package, "keywords", words.into_iter().map(|word| json!(word)).collect());
    first(&mut package, "created", &description.issued);
    first(&mut package, "modified", &description.modified);
    list(&mut package, "licenses", licences(&description.licences));
    let sources = description.sources.iter().map(|said| json!({ "title": said.what }));
    list(&mut package, "sources", sources.collect());
    list(&mut package, "contributors", contributors(description));
    first(&mut package, "spatial", &description.areas);
    first(&mut package, "accrualPeriodicity", &description.frequencies);
    if let Some(Said { what: period, .. }) = description.periods.first() {
        let ends = [("start", &period.start), ("end", &period.end)];
        let ends = ends.into_iter().filter_map(|(name, day)| Some((name.to_owned(), json!(day.as_ref()?))));
        package.insert("temporal".to_owned(), Value::Object(ends.collect()));
    }
    package.insert("resources".to_owned(), description.distributions.iter().map(resource).collect());
    // A map of strings is always written.
    let mut text = serde_json::to_string_pretty(&package).unwrap_or_default();
    text.push('\n');
    text
}

fn contributors(description: &Description) -> Vec<Value> {
    let publisher = description.publishers.iter().map(|said| {
        let mut one = Map::new();
        one.insert("title".to_owned(), json!(said.what.name.as_ref().or(said.what.iri.as_ref())));
        said.what.iri.iter().for_each(|iri| drop(one.insert("path".to_owned(), json!(iri))));
        one.insert("roles".to_owned(), json!(["publisher"]));
        Value::Object(one)
    });
    let contact = description.contacts.iter().map(|said| {
        let mut one = Map::new();
        let title = said.what.name.as_ref().or(said.what.email.as_ref()).or(said.what.url.as_ref());
        one.insert("title".to_owned(), json!(title));
        said.what.email.iter().for_each(|email| drop(one.insert("email".to_owned(), json!(email))));
        one.insert("roles".to_owned(), json!(["contact"]));
        Value::Object(one)
    });
    publisher.chain(contact).collect()
}

fn resource(form: &Distribution) -> Value {
    let mut resource = Map::new();
    let name = form.names.first().map_or("data", |said| said.what.as_str());
    resource.insert("name".to_owned(), json!(slug(name)));
    resource.insert("type".to_owned(), json!("table"));
    text(&mut resource, "title", &form.titles);
    text(&mut resource, "description", &form.descriptions);
    first(&mut resource, "path", &form.download_urls);
    first(&mut resource, "format", &form.formats);
    first(&mut resource, "mediatype", &form.media_types);
    if let Some(said) = &form.encoding {
        resource.insert("encoding".to_owned(), json!(said.what));
    }
    list(&mut resource, "licenses", licences(&form.licences));
    let mut dialect = Map::new();
    form.delimiter.iter().for_each(|said| drop(dialect.insert("delimiter".to_owned(), json!(said.what))));
    match form.header_row.as_ref().map(|said| said.what) {
        Some(0) => drop(dialect.insert("header".to_owned(), json!(false))),
        Some(row) if row > 1 => drop(dialect.insert("headerRows".to_owned(), json!([row]))),
        _ => {}
    }
    if !dialect.is_empty() {
        resource.insert("dialect".to_owned(), Value::Object(dialect));
    }
    let mut schema = Map::new();
    schema.insert("fields".to_owned(), form.fields.iter().map(field).collect());
    let key = form.primary_key.iter().map(|said| json!(said.what));
    list(&mut schema, "primaryKey", key.collect());
    resource.insert("schema".to_owned(), Value::Object(schema));
    Value::Object(resource)
}

fn field(field: &FieldDescription) -> Value {
    let mut own = Map::new();
    own.insert("name".to_owned(), json!(field.name));
    text(&mut own, "title", &field.titles);
    text(&mut own, "description", &field.definitions);
    let said = [
        ("type", &field.datatype),
        ("format", &field.format),
        ("decimalChar", &field.decimal_mark),
        ("groupChar", &field.group_mark),
        ("unit", &field.unit),
        ("rdfType", &field.codelist),
    ];
    for (name, said) in said {
        said.iter().for_each(|said| drop(own.insert(name.to_owned(), json!(said.what))));
    }
    let missing = field.missing.iter().map(|(value, label)| match label {
        Some(label) => json!({ "value": value, "label": label }),
        None => json!(value),
    });
    // Cells without anything are missing, too, once others are said to be.
    let missing: Vec<Value> = missing.collect();
    let has_empty = missing.iter().any(|value| value == "");
    let empty = (!missing.is_empty() && !has_empty).then(|| json!(""));
    list(&mut own, "missingValues", empty.into_iter().chain(missing).collect());
    let has_labels = field.codes.iter().any(|(_, label)| label.is_some());
    let is_whole = field.datatype.as_ref().is_some_and(|said| said.what == "integer");
    let code = |code: &str| match code.parse::<i64>() {
        Ok(number) if is_whole => json!(number),
        _ => json!(code),
    };
    let mut constraints = constraints(field);
    if has_labels {
        let codes = field.codes.iter();
        let codes =
            codes.map(|(value, label)| json!({ "value": code(value), "label": label.as_deref().unwrap_or(value) }));
        list(&mut own, "categories", codes.collect());
    } else {
        list(&mut constraints, "enum", field.codes.iter().map(|(value, _)| code(value)).collect());
    }
    if !constraints.is_empty() {
        own.insert("constraints".to_owned(), Value::Object(constraints));
    }
    Value::Object(own)
}

fn constraints(field: &FieldDescription) -> Map<String, Value> {
    let constraints = &field.constraints;
    let flags = [("required", &constraints.required), ("unique", &constraints.unique)];
    let flags = flags.into_iter().filter_map(|(name, said)| Some((name, json!(said.as_ref()?.what))));
    let is_number = field.datatype.as_ref().is_some_and(|said| matches!(said.what.as_str(), "integer" | "number"));
    let limit = |said: &Said<String>| match serde_json::from_str::<serde_json::Number>(&said.what) {
        Ok(number) if is_number => json!(number),
        _ => json!(said.what),
    };
    let limits = [("minimum", &constraints.minimum), ("maximum", &constraints.maximum)];
    let limits = limits.into_iter().filter_map(|(name, said)| Some((name, limit(said.as_ref()?))));
    let lengths = [("minLength", &constraints.min_length), ("maxLength", &constraints.max_length)];
    let lengths = lengths.into_iter().filter_map(|(name, said)| Some((name, json!(said.as_ref()?.what))));
    let pattern = constraints.pattern.iter().map(|said| ("pattern", json!(said.what)));
    flags.chain(limits).chain(lengths).chain(pattern).map(|(name, value)| (name.to_owned(), value)).collect()
}

fn licences(licences: &[Said<String>]) -> Vec<Value> {
    let is_name = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || "-._".contains(c));
    let licence = |said: &Said<String>| {
        let key = if is_name(&said.what) { "name" } else { "path" };
        let key = if said.what.contains("://") || key == "name" { key } else { "title" };
        if key == "title" { json!({ "name": slug(&said.what), "title": said.what }) } else { json!({ key: said.what }) }
    };
    licences.iter().map(licence).collect()
}

fn text(object: &mut Map<String, Value>, name: &str, texts: &[Said<LangText>]) {
    texts.iter().take(1).for_each(|said| drop(object.insert(name.to_owned(), json!(said.what.text))));
}

fn first(object: &mut Map<String, Value>, name: &str, said: &[Said<String>]) {
    said.iter().take(1).for_each(|said| drop(object.insert(name.to_owned(), json!(said.what))));
}

fn list(object: &mut Map<String, Value>, name: &str, items: Vec<Value>) {
    if !items.is_empty() {
        object.insert(name.to_owned(), Value::Array(items));
    }
}
