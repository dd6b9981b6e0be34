//! Datadoc of Statistics Norway (<https://github.com/statisticsnorway/ssb-datadoc-model>).

use crate::Told;
use crate::document::{Document, Node};
use crate::said::words;
use munilint_model::{Agent, Description, Distribution, FieldDescription, Period, Said, Standard, StandardKind};

/// Members of a dataset that have no field of their own in a description.
const OTHERS: [&str; 8] = [
    "assessment", "dataset_status", "dataset_state", "population_description", "version", "unit_type",
    "temporality_type", "use_restriction",
];

/// Reads a document, alone or in its container: one dataset. `None` when the document is none.
pub(crate) fn read(document: &Document) -> Option<Told> {
    let contained = document.root.get("datadoc");
    let root = contained.unwrap_or(&document.root);
    let (dataset, variables) = (root.get("dataset"), root.get("variables"));
    let is_datadoc = root.get("document_version").is_some() && (dataset.is_some() || variables.is_some());
    if !is_datadoc {
        return None;
    }
    let mut description = dataset.map_or_else(|| Description::at(root.at), described);
    let mut form = Distribution::at(description.at);
    if let Some(dataset) = dataset {
        form.names = dataset.written("short_name");
        form.download_urls = dataset.written("file_path");
    }
    form.fields = variables.into_iter().flat_map(Node::items).filter_map(variable).collect();
    description.distributions.push(form);
    let standard = Standard { kind: StandardKind::Datadoc, version: root.get("document_version")?.as_written() };
    Some(Told { standard, datasets: vec![description] })
}

fn described(dataset: &Node) -> Description {
    let mut description = Description::at(dataset.at);
    description.id = dataset.text("id").or(dataset.text("short_name")).map(str::to_owned);
    description.identifiers = dataset.written("id");
    description.titles = dataset.texts("name");
    description.descriptions = dataset.texts("description");
    let owner = |Said { what, at }| Said { what: Agent { iri: None, name: Some(what) }, at };
    description.publishers = dataset.written("owner").into_iter().map(owner).collect();
    description.keywords = dataset.texts("keyword");
    description.themes = dataset.written("subject_field");
    description.sources = dataset.written("data_source");
    description.areas = dataset.texts("spatial_coverage_description").into_iter().map(words).collect();
    let (start, end) = (dataset.said_of("contains_data_from"), dataset.said_of("contains_data_until"));
    if let Some(at) = start.as_ref().or(end.as_ref()).map(|said| said.at) {
        let what = Period { start: start.map(|said| said.what), end: end.map(|said| said.what) };
        description.periods.push(Said { what, at });
    }
    description.personal_data = dataset.flag("contains_personal_data");
    for name in OTHERS {
        let said: Vec<Said<String>> = dataset.texts(name).into_iter().map(words).collect();
        if !said.is_empty() {
            description.others.insert(name.to_owned(), said);
        }
    }
    description
}

fn variable(node: &Node) -> Option<FieldDescription> {
    let mut field = FieldDescription::named(node.text("short_name")?, node.at);
    field.titles = node.texts("name");
    field.definitions = [node.texts("comment"), node.texts("definition_uri")].concat();
    field.datatype = node.said_of("data_type");
    field.unit = node.said_of("measurement_unit");
    field.codelist = node.said_of("classification_uri");
    // Earlier versions named the kind of personal data.
    field.personal_data = node.flag("is_personal_data").or_else(|| {
        let Said { what, at } = node.said_of("is_personal_data").or_else(|| node.said_of("personal_data"))?;
        Some(Said { what: what != "NOT_PERSONAL_DATA", at })
    });
    if let Some(special) = node.get("special_value") {
        let sentinels =
            special.get("sentinel").into_iter().flat_map(|sentinel| sentinel.each("sentinel_value_elements"));
        field.missing.extend(sentinels.filter_map(|value| Some((value.as_written()?, None))));
        field.missing.extend(special.each("other_value").filter_map(|value| {
            let meaning = value.texts("name").into_iter().next().map(|said| said.what.text);
            Some((value.get("code")?.as_written()?, meaning))
        }));
    }
    Some(field)
}
