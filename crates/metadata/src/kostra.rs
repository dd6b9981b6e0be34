//! Descriptions of files that municipalities report to KOSTRA (<https://github.com/statisticsnorway/kostra-kontrollprogram>).

use crate::Told;
use crate::document::{Document, Node};
use munilint_model::{Description, Distribution, FieldDescription, Period, Said, Standard, StandardKind};

/// Reads a description: one dataset. `None` when the document is none.
pub(crate) fn read(document: &Document) -> Option<Told> {
    let root = &document.root;
    let fields = root.get("fields")?.items();
    let is_field = |field: &Node| ["name", "from", "size", "dataType"].iter().all(|name| field.get(name).is_some());
    if fields.is_empty() || !fields.iter().all(is_field) {
        return None;
    }
    let mut description = Description::at(root.at);
    description.id = root.get("id").and_then(Node::as_written);
    description.identifiers = root.written("id");
    description.titles = root.texts("title");
    description.descriptions = root.texts("description");
    if let Some(Said { what: year, at }) = root.said_of("reportingYear") {
        let what = Period { start: Some(year.clone()), end: Some(year) };
        description.periods.push(Said { what, at });
    }
    let mut form = Distribution::at(root.at);
    form.names = root.written("id");
    form.fields = fields.iter().filter_map(field).collect();
    description.distributions.push(form);
    Some(Told { standard: Standard { kind: StandardKind::Kostra, version: None }, datasets: vec![description] })
}

fn field(node: &Node) -> Option<FieldDescription> {
    let mut field = FieldDescription::named(node.text("name")?, node.at);
    field.definitions = node.texts("description");
    field.datatype = node.said_of("dataType");
    field.format = node.said_of("datePattern").filter(|said| !said.what.is_empty());
    field.codelist = node.written("codelistSource").into_iter().next();
    field.constraints.required = node.flag("mandatory");
    field.constraints.max_length = node.count("size");
    if let Some(list) = node.get("codeList").filter(|list| !list.items().is_empty()) {
        field.codes_at = Some(list.at);
        let code = |item: &Node| Some((item.get("code")?.as_written()?, item.get("value").and_then(Node::as_written)));
        field.codes = list.items().iter().filter_map(code).collect();
    }
    Some(field)
}
