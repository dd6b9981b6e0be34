//! Data Package, versions 1 and 2, with Table Schema (<https://datapackage.org/standard/data-package/>).

pub(crate) mod schema;

use crate::Told;
use crate::document::{Document, Node, Value};
use crate::said::{exactly, plain};
use munilint_model::{
    Agent, Constraints, Contact, Description, Distribution, FieldDescription, Period, Said, Standard, StandardKind,
};

/// Reads a package: one dataset, of which each resource is a form. `None` when the document is no package; `is_named` tells that its file is
/// called as one, which makes it a package without resources.
pub(crate) fn read(document: &Document, is_named: bool) -> Option<Told> {
    let root = &document.root;
    let is_list = root.get("resources").is_some_and(|resources| matches!(resources.value, Value::List(_)));
    if root.get("@context").is_some() || !is_list && !is_named {
        return None;
    }
    // Version 2 named its profile in `$schema`; version 1 in `profile`.
    let is_second = root.get("$schema").is_some() || root.get("contributors").is_some_and(has_roles);
    let version = if is_second { "2" } else { "1" };
    let standard = Standard { kind: StandardKind::DataPackage, version: Some(version.to_owned()) };
    Some(Told { standard, datasets: vec![dataset(root)] })
}

fn has_roles(contributors: &Node) -> bool {
    contributors.items().iter().any(|contributor| contributor.get("roles").is_some())
}

fn dataset(root: &Node) -> Description {
    let mut description = Description::at(root.at);
    description.id = root.text("name").or(root.text("id")).map(str::to_owned);
    description.identifiers = root.written("id");
    description.titles = root.texts("title");
    description.descriptions = root.texts("description");
    description.licences = licences(root);
    description.keywords = root.each("keywords").filter_map(Node::said).map(plain).collect();
    description.issued = root.written("created");
    description.modified = root.written("modified");
    description.sources = root
        .each("sources")
        .filter_map(|source| {
            let named = source.get("title").or(source.get("path")).or(source.get("name"))?;
            Some(Said { what: named.as_written()?, at: source.at })
        })
        .collect();
    for contributor in root.each("contributors") {
        let name = contributor.text("title").map(str::to_owned);
        let roles: Vec<&str> =
            contributor.each("roles").filter_map(Node::as_text).chain(contributor.text("role")).collect();
        if roles.contains(&"publisher") {
            let iri = contributor.text("path").map(str::to_owned);
            description.publishers.push(Said { what: Agent { iri, name: name.clone() }, at: contributor.at });
        }
        let email = contributor.text("email").map(str::to_owned);
        if email.is_some() || roles.contains(&"contact") {
            let what = Contact { name, email, ..Contact::default() };
            description.contacts.push(Said { what, at: contributor.at });
        }
    }
    if let Some(temporal) = root.get("temporal") {
        let at = |name: &str| temporal.text(name).map(str::to_owned);
        let what = Period { start: at("start"), end: at("end") };
        description.periods.push(Said { what, at: temporal.at });
    }
    description.areas = root.written("spatial");
    description.frequencies = root.written("accrualPeriodicity");
    description.distributions = root.get("resources").into_iter().flat_map(Node::items).map(resource).collect();
    description
}

fn resource(node: &Node) -> Distribution {
    let mut form = Distribution::at(node.at);
    form.titles = node.texts("title");
    form.descriptions = node.texts("description");
    form.download_urls = node.written("path");
    form.formats = node.written("format");
    form.media_types = node.written("mediatype");
    form.licences = licences(node);
    form.byte_size = node.said_of("bytes").or_else(|| counted(node, "bytes"));
    // No part of the standard: the framework frictionless-py writes it.
    form.rows = node.count("rows").or_else(|| node.get("stats")?.count("rows")).map(exactly);
    form.encoding = node.said_of("encoding");
    form.delimiter = node.get("dialect").and_then(|dialect| dialect.said_of("delimiter"));
    form.header_row = node.get("dialect").and_then(header_row);
    form.checksum = node.said_of("hash").or_else(|| counted(node, "hash")).map(|Said { what, at }| {
        // Without a name it is MD5.
        let (algorithm, digits) = what.split_once(':').unwrap_or(("md5", &what));
        Said { what: (algorithm.to_lowercase().replace('-', ""), digits.to_lowercase()), at }
    });
    if let Some(schema) = node.get("schema") {
        let missing = missing(schema);
        form.fields = schema.each("fields").filter_map(|field| self::field(field, &missing)).collect();
        form.primary_key = schema.written("primaryKey");
    }
    form
}

/// What earlier versions of frictionless-py counted of the file.
fn counted(resource: &Node, name: &str) -> Option<Said<String>> {
    resource.get("stats")?.said_of(name)
}

/// The first row of the header, which a dialect may say is not there.
fn header_row(dialect: &Node) -> Option<Said<u64>> {
    let none = dialect.flag("header").filter(|said| !said.what).map(|said| Said { what: 0, at: said.at });
    none.or_else(|| {
        let first = dialect.each("headerRows").next()?.said()?;
        Some(Said { what: first.what.parse().ok()?, at: first.at })
    })
}

/// Values that stand for a missing one: strings, or (in version 2) objects with a label.
fn missing(schema: &Node) -> Vec<(String, Option<String>)> {
    let one = |item: &Node| match &item.value {
        Value::Text(text) => Some((text.clone(), None)),
        _ => Some((item.text("value")?.to_owned(), item.text("label").map(str::to_owned))),
    };
    schema.each("missingValues").filter_map(one).collect()
}

fn field(node: &Node, missing: &[(String, Option<String>)]) -> Option<FieldDescription> {
    let mut field = FieldDescription::named(node.text("name")?, node.at);
    field.titles = node.texts("title");
    field.definitions = node.texts("description");
    field.datatype = node.said_of("type");
    let own_words =
        ["trueValues", "falseValues"].into_iter().find_map(|name| Some((name.to_owned(), node.get(name)?.at)));
    let own_words = own_words.map(|(what, at)| Said { what, at });
    let format = node.said_of("format").filter(|said| !["default", "any"].contains(&said.what.as_str()));
    field.format = format.or(own_words);
    field.decimal_mark = node.said_of("decimalChar");
    field.group_mark = node.said_of("groupChar");
    field.unit = node.said_of("unit");
    field.codelist = node.said_of("rdfType");
    let own = self::missing(node);
    field.missing = if own.is_empty() { missing.to_vec() } else { own };
    let constraints = node.get("constraints");
    let listed = node.get("categories").or_else(|| constraints?.get("enum"));
    field.codes_at = listed.map(|list| list.at);
    let code = |item: &Node| match item.get("value") {
        Some(value) => Some((value.as_written()?, item.text("label").map(str::to_owned))),
        None => Some((item.as_written()?, None)),
    };
    field.codes = listed.into_iter().flat_map(Node::items).filter_map(code).collect();
    if let Some(node) = constraints {
        field.constraints = Constraints {
            required: node.flag("required"),
            unique: node.flag("unique"),
            minimum: node.said_of("minimum"),
            maximum: node.said_of("maximum"),
            min_length: node.count("minLength"),
            max_length: node.count("maxLength"),
            pattern: node.said_of("pattern"),
        };
    }
    Some(field)
}

fn licences(node: &Node) -> Vec<Said<String>> {
    let name = |licence: &Node| {
        let named = licence.get("path").or(licence.get("name")).or(licence.get("title"))?;
        Some(Said { what: named.as_written()?, at: licence.at })
    };
    node.each("licenses").filter_map(name).collect()
}
