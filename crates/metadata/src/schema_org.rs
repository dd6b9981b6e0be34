//! `schema.org/Dataset` (<https://schema.org/Dataset>) and Croissant (<https://docs.mlcommons.org/croissant/>), which is made of it.

use crate::Told;
use crate::document::{Document, Node};
use crate::named::without;
use munilint_model::{Description, Distribution, FieldDescription, Period, Said, Standard, StandardKind};

/// Prefixes that the vocabularies go by.
const PREFIXES: [&str; 7] =
    ["schema:", "sc:", "cr:", "ml:", "https://schema.org/", "http://schema.org/", "http://mlcommons.org/croissant/"];

/// Checksums that a file may be given with.
const CHECKSUMS: [&str; 3] = ["sha256", "md5", "sha1"];

/// Properties of Croissant that have no field of their own in a description.
const OTHERS: [&str; 5] = ["isLiveDataset", "version", "citeAs", "inLanguage", "rai:personalSensitiveInformation"];

/// Reads the datasets of a document. `None` when its context is another, or it has none.
pub(crate) fn read(document: &Document) -> Option<Told> {
    let roots = std::iter::once(&document.root).chain(document.root.items());
    if !roots.filter_map(|root| root.get("@context")).any(speaks_of_schema) {
        return None;
    }
    let root = without(&document.root, &PREFIXES);
    let mut found = Vec::new();
    datasets(&root, 0, &mut found);
    let conforms = found.iter().find_map(|node| croissant(node));
    let standard = match conforms {
        Some(version) => Standard { kind: StandardKind::Croissant, version },
        None => Standard { kind: StandardKind::SchemaOrg, version: None },
    };
    (!found.is_empty()).then(|| Told { standard, datasets: found.into_iter().map(dataset).collect() })
}

fn speaks_of_schema(context: &Node) -> bool {
    let own = context.as_text().is_some_and(|text| text.contains("schema.org"));
    own || context.items().iter().any(speaks_of_schema)
        || context.members().iter().any(|member| speaks_of_schema(&member.node))
}

/// Datasets: the document itself, items of its graph, what a catalogue holds.
fn datasets<'n>(node: &'n Node, depth: usize, found: &mut Vec<&'n Node>) {
    if node.is_a("Dataset", &PREFIXES) {
        found.push(node);
    } else if depth < 3 {
        let within = node.each("@graph").chain(node.each("dataset")).chain(node.items());
        within.for_each(|item| datasets(item, depth + 1, found));
    }
}

/// The version of Croissant that a dataset keeps, when it is one; nothing inside when it does not say which.
fn croissant(node: &Node) -> Option<Option<String>> {
    let conforms = node.referred("conformsTo").into_iter().find(|said| said.what.contains("/croissant"));
    match conforms {
        Some(said) => {
            let version = said.what.trim_end_matches('/').rsplit('/').next().unwrap_or("").to_owned();
            Some(Some(version).filter(|version| version.starts_with(|first: char| first.is_ascii_digit())))
        }
        None => node.get("recordSet").map(|_| None),
    }
}

fn dataset(node: &Node) -> Description {
    let mut description = Description::at(node.at);
    description.id = node.text("@id").or(node.text("url")).map(str::to_owned);
    description.identifiers = node.referred("identifier");
    description.titles = node.texts("name");
    description.descriptions = node.texts("description");
    description.publishers = node.agents("publisher");
    if description.publishers.is_empty() {
        description.publishers = node.agents("creator");
    }
    for name in ["contactPoint", "publisher", "creator"] {
        description.contacts.extend(node.contacts(name));
    }
    for publisher in node.each("publisher").chain(node.each("creator")) {
        description.contacts.extend(publisher.contacts("contactPoint"));
    }
    description.licences = node.referred("license");
    description.themes = node.referred("about");
    description.keywords = node.texts("keywords");
    description.access_rights = node.written("isAccessibleForFree");
    description.periods = node.each("temporalCoverage").filter_map(period).collect();
    description.areas = node.referred("spatialCoverage");
    description.issued = node.referred("datePublished");
    description.modified = node.referred("dateModified");
    description.languages = node.referred("inLanguage");
    description.sources = [node.referred("isBasedOn"), node.referred("isBasedOnUrl")].concat();
    description.conforms_to = node.referred("conformsTo");
    for name in OTHERS {
        let said = node.written(name);
        if !said.is_empty() {
            description.others.insert(name.to_owned(), said);
        }
    }
    let forms: Vec<&Node> = node.each("distribution").collect();
    description.distributions = forms.iter().map(|form| distribution(form)).collect();
    description.fields = node.each("variableMeasured").filter_map(variable).collect();
    let mut rest = Vec::new();
    for field in node.each("recordSet").flat_map(|set| set.each("field")) {
        let Some(described) = of_record(field) else { continue };
        let source = source(field);
        match forms
            .iter()
            .position(|form| source.is_some() && ["@id", "name"].iter().any(|key| form.text(key) == source))
        {
            Some(at) => description.distributions[at].fields.push(described),
            None => rest.push(described),
        }
    }
    description.fields.extend(rest);
    description
}

/// `2019-01-01/2020-12-31`, one year, or an object with both ends.
fn period(node: &Node) -> Option<Said<Period>> {
    let end = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty() && text != "..");
    let what = match node.as_written() {
        Some(text) => match text.split_once('/') {
            Some((start, last)) => Period { start: end(start), end: end(last) },
            None => Period { start: end(&text), end: end(&text) },
        },
        None => Period { start: node.text("startDate").and_then(end), end: node.text("endDate").and_then(end) },
    };
    (what != Period::default()).then_some(Said { what, at: node.at })
}

fn distribution(node: &Node) -> Distribution {
    let mut form = Distribution::at(node.at);
    form.titles = node.texts("name");
    form.descriptions = node.texts("description");
    form.download_urls = node.referred("contentUrl");
    form.access_urls = node.referred("url");
    form.media_types = node.referred("encodingFormat");
    form.licences = node.referred("license");
    form.issued = node.referred("datePublished");
    form.modified = node.referred("dateModified");
    form.byte_size = node.said_of("contentSize");
    form.checksum = CHECKSUMS.iter().find_map(|algorithm| {
        let Said { what, at } = node.said_of(algorithm)?;
        Some(Said { what: ((*algorithm).to_owned(), what.to_lowercase()), at })
    });
    form
}

/// A variable: a name, or a `PropertyValue`.
fn variable(node: &Node) -> Option<FieldDescription> {
    let name = node.as_text().or(node.text("name")).or(node.text("propertyID"))?;
    let mut field = FieldDescription::named(name, node.at);
    field.titles = node.texts("alternateName");
    field.definitions = node.texts("description");
    field.unit = node.said_of("unitText").or_else(|| node.said_of("unitCode"));
    field.constraints.minimum = node.said_of("minValue");
    field.constraints.maximum = node.said_of("maxValue");
    Some(field)
}

/// A field of a record set: its name in the data is the column that it is taken from.
fn of_record(node: &Node) -> Option<FieldDescription> {
    let column = node.get("source").and_then(|source| source.get("extract")).and_then(|extract| extract.text("column"));
    let name = node.text("name").or(node.text("@id"))?;
    let mut field = FieldDescription::named(column.unwrap_or(name), node.at);
    field.titles = node.texts("name").into_iter().filter(|title| title.what.text != field.name).collect();
    field.definitions = node.texts("description");
    field.datatype = node.referred("dataType").into_iter().next();
    field.codelist = node.referred("equivalentProperty").into_iter().next();
    Some(field)
}

/// The name of the file that a field is taken from.
fn source(field: &Node) -> Option<&str> {
    let file = field.get("source")?.get("fileObject").or(field.get("source")?.get("fileSet"))?;
    file.as_text().or(file.text("@id"))
}
