//! Open Data Contract Standard, versions 2 and 3 (<https://bitol-io.github.io/open-data-contract-standard/>).

pub(crate) mod schema;

use crate::Told;
use crate::document::{Document, Node};
use munilint_model::{
    Agent, Constraints, Contact, Description, Distribution, FieldDescription, Said, Standard, StandardKind,
};
use std::ops::RangeInclusive;

/// Words of a classification that say that a field tells of persons.
const PERSONAL: [&str; 6] = ["personal", "personopplysning", "pii", "gdpr", "særlig", "sensitiv"];

/// Kinds of server of which the path is a file's own.
const OF_FILES: [&str; 2] = ["local", "file"];

/// Reads a contract: one dataset, of which each object of its schema is a form. `None` when the document is no contract.
pub(crate) fn read(document: &Document) -> Option<Told> {
    let root = &document.root;
    let version = root.get("apiVersion").filter(|_| root.text("kind") == Some("DataContract"))?.as_written()?;
    let version = version.trim_start_matches('v').to_owned();
    let standard = Standard { kind: StandardKind::Odcs, version: Some(version) };
    Some(Told { standard, datasets: vec![dataset(root)] })
}

fn dataset(root: &Node) -> Description {
    let mut description = Description::at(root.at);
    let named = ["name", "dataProduct", "datasetName", "quantumName"];
    description.titles =
        named.iter().map(|name| root.texts(name)).find(|titles| !titles.is_empty()).unwrap_or_default();
    description.identifiers = [root.written("id"), root.written("uuid")].concat();
    description.id = description.identifiers.first().map(|said| said.what.clone());
    if let Some(told) = root.get("description") {
        let is_object = !told.members().is_empty();
        description.descriptions = if is_object { told.texts("purpose") } else { root.texts("description") };
        for name in ["limitations", "usage"] {
            note(&mut description, told, name, name);
        }
    }
    let tenant = |said: Said<String>| Said { what: Agent { iri: None, name: Some(said.what) }, at: said.at };
    description.publishers = root.written("tenant").into_iter().map(tenant).collect();
    description.contacts = contacts(root);
    description.keywords = root.texts("tags");
    for (name, told) in
        [("domain", "domain"), ("datasetDomain", "domain"), ("status", "status"), ("contractCreatedTs", "created")]
    {
        note(&mut description, root, name, told);
    }
    for property in root.each("slaProperties") {
        of_service(&mut description, property);
    }
    description.distributions = root.each("schema").chain(root.each("dataset")).map(form).collect();
    for server in root.each("servers") {
        serve(&mut description, server);
    }
    description
}

/// Keeps a member that has no field of its own.
fn note(description: &mut Description, node: &Node, name: &str, told: &str) {
    let said = node.written(name);
    if !said.is_empty() {
        description.others.entry(told.to_owned()).or_default().extend(said);
    }
}

/// A property of the service: how often the data come, how long they are kept.
fn of_service(description: &mut Description, property: &Node) {
    let Some(value) = property.said_of("value") else { return };
    let unit = property.text("unit").map_or_else(String::new, |unit| format!(" {unit}"));
    let said = Said { what: format!("{}{unit}", value.what), at: property.at };
    match property.text("property").unwrap_or("") {
        "frequency" | "updateFrequency" => description.frequencies.push(said),
        "generalAvailability" | "ga" => description.issued.push(said),
        "" => {}
        name => description.others.entry(name.to_owned()).or_default().push(said),
    }
}

/// Channels of support, and the team: a list, or since 3.1 an object with members. Those who left are left out.
fn contacts(root: &Node) -> Vec<Said<Contact>> {
    let support = root.each("support").map(|channel| {
        let url = channel.text("url").map(str::to_owned);
        let mail = url.as_deref().and_then(|url| url.strip_prefix("mailto:")).map(str::to_owned);
        let is_mailto = mail.is_some();
        let url = url.filter(|_| !is_mailto);
        let name = channel.text("channel").map(str::to_owned);
        Said { what: Contact { name, email: mail, is_mailto, url, ..Contact::default() }, at: channel.at }
    });
    let team = root.get("team");
    let members = team.into_iter().flat_map(|team| {
        if team.get("members").is_some() { team.each("members") } else { root.each("team") }.collect::<Vec<_>>()
    });
    let people = members.chain(root.each("stakeholders")).filter(|person| person.get("dateOut").is_none());
    let person = |person: &Node| {
        let user = person.text("username").map(str::to_owned);
        let email = user.clone().filter(|user| user.contains('@'));
        let name = person.text("name").map(str::to_owned).or(user.filter(|user| !user.contains('@')));
        Said { what: Contact { name, email, ..Contact::default() }, at: person.at }
    };
    let lists = root
        .written("productDl")
        .into_iter()
        .map(|said| Said { what: Contact { email: Some(said.what), ..Contact::default() }, at: said.at });
    support.chain(people.map(person)).chain(lists).collect()
}

fn form(object: &Node) -> Distribution {
    let mut form = Distribution::at(object.at);
    form.names = ["physicalName", "name", "table"].iter().flat_map(|name| object.written(name)).collect();
    form.titles = object.texts("businessName");
    form.descriptions = object.texts("description");
    let properties: Vec<&Node> = object.each("properties").chain(object.each("columns")).collect();
    form.fields = properties.iter().filter_map(|property| field(property)).collect();
    let is_key = |property: &&&Node| {
        ["primaryKey", "isPrimaryKey"].iter().any(|name| property.flag(name).is_some_and(|flag| flag.what))
    };
    let mut key: Vec<&&Node> = properties.iter().filter(is_key).collect();
    key.sort_by_key(|property| property.count("primaryKeyPosition").map_or(u64::MAX, |said| said.what));
    form.primary_key = key.into_iter().filter_map(|property| name(property)).collect();
    form.rows = object.each("quality").find_map(rows);
    form
}

/// How many records a rule of quality asks for.
fn rows(quality: &Node) -> Option<Said<RangeInclusive<u64>>> {
    let metric = quality.text("metric").or(quality.text("rule"));
    if metric != Some("rowCount") || quality.text("unit").is_some_and(|unit| unit != "rows") {
        return None;
    }
    let number = |name: &str| Some(quality.count(name)?.what);
    let between = quality.get("mustBeBetween").map_or(&[][..], Node::items);
    let bound = |at: usize| between.get(at)?.as_written()?.parse().ok();
    let least = number("mustBeGreaterThan").map(|least| least.saturating_add(1));
    let least = least.or_else(|| number("mustBeGreaterOrEqualTo")).or_else(|| bound(0));
    let most = number("mustBeLessThan").map(|most: u64| most.saturating_sub(1));
    let most = most.or_else(|| number("mustBeLessOrEqualTo")).or_else(|| bound(1));
    let what = match (number("mustBe"), least, most) {
        (Some(exact), ..) => exact..=exact,
        (None, None, None) => return None,
        (None, least, most) => least.unwrap_or(0)..=most.unwrap_or(u64::MAX),
    };
    Some(Said { what, at: quality.at })
}

/// What a field is called in the data.
fn name(property: &Node) -> Option<Said<String>> {
    ["physicalName", "name", "column"].iter().find_map(|name| property.written(name).into_iter().next())
}

fn field(property: &Node) -> Option<FieldDescription> {
    let mut field = FieldDescription::named(name(property)?.what, property.at);
    field.titles = property.texts("businessName");
    if field.titles.is_empty() {
        field.titles = property.texts("name").into_iter().filter(|title| title.what.text != field.name).collect();
    }
    field.definitions = property.texts("description");
    field.datatype = property.said_of("logicalType").or_else(|| property.said_of("physicalType"));
    field.personal_data = property.said_of("classification").and_then(|Said { what, at }| {
        let word = what.to_lowercase();
        let is_personal = PERSONAL.iter().any(|personal| word.contains(personal)) && !word.contains("non");
        is_personal.then_some(Said { what: true, at })
    });
    let required = property
        .flag("required")
        .or_else(|| property.flag("isNullable").map(|Said { what, at }| Said { what: !what, at }));
    let unique = property.flag("unique").or_else(|| property.flag("isUnique"));
    field.constraints = Constraints { required, unique, ..Constraints::default() };
    if let Some(options) = property.get("logicalTypeOptions") {
        field.constraints.minimum = options.said_of("minimum");
        field.constraints.maximum = options.said_of("maximum");
        field.constraints.min_length = options.count("minLength");
        field.constraints.max_length = options.count("maxLength");
        field.constraints.pattern = options.said_of("pattern");
    }
    field.codelist = property.each("authoritativeDefinitions").find_map(|definition| {
        let url = definition.said_of("url")?;
        let kind = definition.text("type").unwrap_or("").to_lowercase();
        let is_list = ["code", "kode", "classification", "klass"].iter().any(|word| kind.contains(word))
            || url.what.to_lowercase().contains("/klass");
        is_list.then_some(url)
    });
    let custom = property.each("customProperties");
    let mut units = custom.filter(|own| own.text("property").is_some_and(|name| ["unit", "enhet"].contains(&name)));
    field.unit = units.find_map(|own| own.said_of("value"));
    for quality in property.each("quality") {
        judged(&mut field, quality);
    }
    Some(field)
}

/// What a rule of quality says of values: which are valid, and which stand for a missing one.
fn judged(field: &mut FieldDescription, quality: &Node) {
    let listed = |name: &str| quality.get("arguments").and_then(|arguments| arguments.get(name)).or(quality.get(name));
    let metric = quality.text("metric").or(quality.text("rule")).unwrap_or("");
    let is_strict = !quality.members().iter().any(|member| member.name.starts_with("mustBe"))
        || quality.said_of("mustBe").is_some_and(|said| said.what == "0");
    let values = |list: &Node| -> Vec<(String, Option<String>)> {
        list.items().iter().filter_map(|item| Some((item.as_written()?, None))).collect()
    };
    if let Some(list) = listed("validValues").filter(|_| matches!(metric, "invalidValues" | "validValues") && is_strict)
    {
        field.codes = values(list);
        field.codes_at = Some(list.at);
    }
    if let Some(list) = listed("missingValues") {
        field.missing.extend(values(list));
    }
}

/// Where a server has the data: it has all forms, and a file has the one that there is.
fn serve(description: &mut Description, server: &Node) {
    let addresses: Vec<Said<String>> =
        ["location", "path", "endpointUrl", "host"].iter().flat_map(|name| server.written(name)).take(1).collect();
    let is_file = server.text("type").is_some_and(|kind| OF_FILES.contains(&kind));
    let has_many = description.distributions.len() > 1;
    for form in &mut description.distributions {
        if is_file && has_many {
            continue;
        }
        let list = if is_file { &mut form.download_urls } else { &mut form.access_urls };
        list.extend(addresses.iter().cloned());
        form.formats.extend(server.written("format"));
        if form.delimiter.is_none() {
            form.delimiter = server.said_of("delimiter");
        }
    }
}
