//! Metadata of microdata.no, the platform of Statistics Norway and Sikt (<https://github.com/statisticsnorway/microdata-tools>).

use crate::Told;
use crate::document::{Document, Node};
use crate::said::words;
use munilint_model::{Description, Distribution, FieldDescription, LangText, Said, Standard, StandardKind};

/// Reads the description of the file `stem`: one dataset of one measure. `None` when the document is none.
pub(crate) fn read(document: &Document, stem: &str) -> Option<Told> {
    let root = &document.root;
    let (identifiers, measures) = (root.get("identifierVariables")?, root.get("measureVariables")?);
    let mut description = Description::at(root.at);
    let name = root.text("shortName").unwrap_or(stem);
    description.id = Some(name.to_owned());
    let first = measures.items().first();
    description.titles = first.map(|measure| measure.texts("name")).unwrap_or_default();
    description.descriptions = first.map(|measure| measure.texts("description")).unwrap_or_default();
    description.keywords = root.each("subjectFields").flat_map(subject).collect();
    description.areas = root.texts("spatialCoverageDescription").into_iter().map(words).collect();
    description.personal_data = root.said_of("sensitivityLevel").and_then(|Said { what, at }| match what.as_str() {
        "NONPERSON" => Some(Said { what: false, at }),
        level => level.starts_with("PERSON").then_some(Said { what: true, at }),
    });
    for name in ["temporalityType", "sensitivityLevel", "populationDescription"] {
        let said: Vec<Said<String>> = root.texts(name).into_iter().map(words).collect();
        if !said.is_empty() {
            description.others.insert(name.to_owned(), said);
        }
    }
    let mut form = Distribution::at(root.at);
    form.names = vec![Said { what: name.to_owned(), at: root.at }];
    form.fields = identifiers.items().iter().filter_map(identifier).collect();
    form.fields.extend(measures.items().iter().map(|node| measure(node, name)));
    description.distributions.push(form);
    Some(Told { standard: Standard { kind: StandardKind::Microdata, version: None }, datasets: vec![description] })
}

/// A subject is a list of its names in several languages.
fn subject(node: &Node) -> Vec<Said<LangText>> {
    node.items().iter().flat_map(|name| name.own_texts()).collect()
}

fn identifier(node: &Node) -> Option<FieldDescription> {
    let unit = node.get("unitType")?;
    let name = unit.as_written().or_else(|| unit.text("shortName").map(str::to_owned))?;
    let is_person = name == "PERSON";
    let mut field = FieldDescription::named(name, node.at);
    field.personal_data = is_person.then_some(Said { what: true, at: node.at });
    field.titles = unit.texts("name");
    field.definitions = unit.texts("description");
    if field.definitions.is_empty() {
        // What a unit type is, the platform has defined.
        let text = format!("unitType: {}", field.name);
        field.definitions.push(Said { what: LangText { text, language: None }, at: node.at });
    }
    Some(field)
}

fn measure(node: &Node, name: &str) -> FieldDescription {
    let mut field = FieldDescription::named(node.text("shortName").unwrap_or(name), node.at);
    field.titles = node.texts("name");
    field.definitions = node.texts("description");
    field.datatype = node.said_of("dataType");
    let Some(domain) = node.get("valueDomain") else { return field };
    field.unit = domain.texts("measurementUnitDescription").into_iter().next().map(words);
    field.codelist = domain.written("uriDefinition").into_iter().next();
    let code = |item: &Node| {
        let meaning = item.texts("categoryTitle").into_iter().next().map(|said| said.what.text);
        Some((item.get("code")?.as_written()?, meaning))
    };
    if let Some(list) = domain.get("codeList") {
        field.codes_at = Some(list.at);
        field.codes = list.items().iter().filter_map(code).collect();
    }
    field.missing = domain.each("sentinelAndMissingValues").filter_map(code).collect();
    field
}
