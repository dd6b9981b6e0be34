//! Data Package, versions 1 and 2, with Table Schema (<https://datapackage.org/standard/data-package/>).

use crate::document::{Document, Node, Value};
use munilint_model::{
    Agent, Constraints, Contact, Description, Distribution, FieldDescription, LangText, Metadata, Period, Said,
    Standard, StandardKind,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Reads a package: one dataset, of which each resource is a form. `None` when the document is no package.
pub(crate) fn read(source: &Arc<str>, document: &Document) -> Option<Metadata> {
    let root = &document.root;
    let resources = root.get("resources")?;
    if !matches!(resources.value, Value::List(_)) || root.get("@context").is_some() {
        return None;
    }
    // Version 2 named its profile in `$schema`; version 1 in `profile`.
    let is_second = root.get("$schema").is_some() || root.get("contributors").is_some_and(has_roles);
    let version = if is_second { "2" } else { "1" };
    Some(Metadata {
        source: Arc::clone(source),
        written_as: "json",
        standard: Standard { kind: StandardKind::DataPackage, version: Some(version.to_owned()) },
        catalogue: None,
        datasets: vec![dataset(root, resources)],
        terms: BTreeMap::new(),
        faults: Vec::new(),
    })
}

fn has_roles(contributors: &Node) -> bool {
    contributors.items().iter().any(|contributor| contributor.get("roles").is_some())
}

fn dataset(root: &Node, resources: &Node) -> Description {
    let mut description = Description::at(root.at);
    description.id = root.text("name").or(root.text("id")).map(str::to_owned);
    description.identifiers = written(root, "id");
    description.titles = texts(root, "title");
    description.descriptions = texts(root, "description");
    description.licences = licences(root);
    description.keywords = items(root, "keywords").filter_map(said_text).collect();
    description.issued = written(root, "created");
    description.modified = written(root, "modified");
    description.sources = items(root, "sources")
        .filter_map(|source| {
            let named = source.get("title").or(source.get("path")).or(source.get("name"))?;
            Some(Said { what: named.as_written()?, at: source.at })
        })
        .collect();
    for contributor in items(root, "contributors") {
        let name = contributor.text("title").map(str::to_owned);
        let roles: Vec<&str> =
            items(contributor, "roles").filter_map(Node::as_text).chain(contributor.text("role")).collect();
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
    description.areas = written(root, "spatial");
    description.frequencies = written(root, "accrualPeriodicity");
    description.distributions = resources.items().iter().map(resource).collect();
    description
}

fn resource(node: &Node) -> Distribution {
    let mut form = Distribution::at(node.at);
    form.titles = texts(node, "title");
    form.descriptions = texts(node, "description");
    let path = node.get("path");
    let paths = path.into_iter().flat_map(|path| std::iter::once(path).chain(path.items()));
    form.download_urls = paths.filter_map(said).collect();
    form.formats = written(node, "format");
    form.media_types = written(node, "mediatype");
    form.licences = licences(node);
    form.byte_size = node.get("bytes").and_then(said);
    form.encoding = node.get("encoding").and_then(said);
    form.delimiter = node.get("dialect").and_then(|dialect| dialect.get("delimiter")).and_then(said);
    form.checksum = node.get("hash").and_then(said).map(|Said { what, at }| {
        // Without a name it is MD5.
        let (algorithm, digits) = what.split_once(':').unwrap_or(("md5", &what));
        Said { what: (algorithm.to_lowercase().replace('-', ""), digits.to_lowercase()), at }
    });
    if let Some(schema) = node.get("schema") {
        let missing = missing(schema);
        form.fields = items(schema, "fields").filter_map(|field| self::field(field, &missing)).collect();
        let key = schema.get("primaryKey");
        let keys = key.into_iter().flat_map(|key| std::iter::once(key).chain(key.items()));
        form.primary_key = keys.filter_map(said).collect();
    }
    form
}

/// Values that stand for a missing one: strings, or (in version 2) objects with a label.
fn missing(schema: &Node) -> Vec<(String, Option<String>)> {
    let one = |item: &Node| match &item.value {
        Value::Text(text) => Some((text.clone(), None)),
        _ => Some((item.text("value")?.to_owned(), item.text("label").map(str::to_owned))),
    };
    items(schema, "missingValues").filter_map(one).collect()
}

fn field(node: &Node, missing: &[(String, Option<String>)]) -> Option<FieldDescription> {
    let mut field = FieldDescription::named(node.text("name")?, node.at);
    field.titles = texts(node, "title");
    field.definitions = texts(node, "description");
    field.datatype = node.get("type").and_then(said);
    field.unit = node.get("unit").and_then(said);
    field.codelist = node.get("rdfType").and_then(said);
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
        let flag =
            |name: &str| node.get(name).and_then(|flag| Some(Said { what: flag.as_written()? == "true", at: flag.at }));
        let number = |name: &str| {
            let length = node.get(name)?;
            Some(Said { what: length.as_written()?.parse().ok()?, at: length.at })
        };
        field.constraints = Constraints {
            required: flag("required"),
            unique: flag("unique"),
            minimum: node.get("minimum").and_then(said),
            maximum: node.get("maximum").and_then(said),
            min_length: number("minLength"),
            max_length: number("maxLength"),
            pattern: node.get("pattern").and_then(said),
        };
    }
    Some(field)
}

fn licences(node: &Node) -> Vec<Said<String>> {
    let name = |licence: &Node| {
        let named = licence.get("path").or(licence.get("name")).or(licence.get("title"))?;
        Some(Said { what: named.as_written()?, at: licence.at })
    };
    items(node, "licenses").filter_map(name).collect()
}

fn items<'n>(node: &'n Node, name: &str) -> impl Iterator<Item = &'n Node> {
    node.get(name).into_iter().flat_map(Node::items)
}

fn said(node: &Node) -> Option<Said<String>> {
    Some(Said { what: node.as_written()?, at: node.at })
}

fn said_text(node: &Node) -> Option<Said<LangText>> {
    Some(Said { what: LangText { text: node.as_text()?.to_owned(), language: None }, at: node.at })
}

fn written(node: &Node, name: &str) -> Vec<Said<String>> {
    node.get(name).and_then(said).into_iter().collect()
}

/// A text; or, where a package keeps several languages, a map from language to text.
fn texts(node: &Node, name: &str) -> Vec<Said<LangText>> {
    let Some(node) = node.get(name) else { return Vec::new() };
    if let Some(text) = said_text(node) {
        return vec![text];
    }
    let of_language = |member: &crate::document::Member| -> Option<Said<LangText>> {
        let text = member.node.as_text()?.to_owned();
        Some(Said { what: LangText { text, language: Some(member.name.to_lowercase()) }, at: member.node.at })
    };
    node.members().iter().filter_map(of_language).collect()
}
