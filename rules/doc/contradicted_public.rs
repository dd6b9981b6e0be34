//! See `contradicted-public.md`.

use crate::dcat::standard::eu_code;
use crate::doc::pairs::pairs;
use crate::field_names::FieldNames;
use munilint_model::{Body, Confidence, Described, DescribedFound, Finding, Occurrences, Options, Place, Severity};

pub(crate) const BODY: Body = Body::Described(judge);

/// How many fields a message names.
const NAMED: usize = 3;

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    let persons: Vec<&Finding> = described.found.iter().filter(|finding| tells_of_persons(finding)).collect();
    if persons.is_empty() {
        return;
    }
    let dataset = described.dataset;
    if let Some(said) = dataset.access_rights.iter().find(|said| is_public(&said.what)) {
        tell(described, found, "", said.at, &persons);
    }
    if let Some(said) = dataset.personal_data.as_ref().filter(|said| !said.what) {
        tell(described, found, "no-personal-data", said.at, &persons);
    }
    for (field, said) in pairs(described) {
        let Some(denied) = said.personal_data.as_ref().filter(|said| !said.what) else { continue };
        let own: Vec<&Finding> =
            persons.iter().filter(|finding| finding.column == Some(field.column)).copied().collect();
        if !own.is_empty() {
            tell(described, found, "field", denied.at, &own);
        }
    }
}

/// Tells that the metadata says something at a place that the findings speak against.
fn tell(described: &Described<'_>, found: &mut DescribedFound, variant: &'static str, at: Place, persons: &[&Finding]) {
    let mut columns: Vec<u32> = persons.iter().filter_map(|finding| finding.column).collect();
    columns.sort_unstable();
    columns.dedup();
    let names = columns.iter().filter_map(|&column| described.facts.fields.get(column as usize - 1));
    let names = FieldNames::of(names.map(|field| field.name.as_str()), NAMED).to_string();
    let gravest = persons.iter().map(|finding| finding.severity).max().unwrap_or(Severity::Warning);
    let draft = found.of_metadata.add(None, Occurrences::at(at));
    draft.variant(variant).excerpt("table", &described.facts.table.source).word("fields", names);
    draft.count("persons", persons.len() as u64).severity(gravest);
}

/// True for what a rule of the family `person` found in a field and is sure enough of.
pub(super) fn tells_of_persons(finding: &Finding) -> bool {
    let is_grave = finding.severity >= Severity::Warning && finding.confidence >= Confidence::Medium;
    finding.rule.starts_with("person/") && is_grave && finding.column.is_some()
}

fn is_public(right: &str) -> bool {
    eu_code("access-right", right) == Some("PUBLIC") || right.trim().eq_ignore_ascii_case("public")
}
