use crate::field_names::FieldNames;
use munilint_model::{Body, Findings, Occurrences, Options, Place, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// How many fields a message names.
const NAMED: usize = 3;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    if facts.layout().header_row.is_none() {
        return;
    }
    let fields: Vec<_> = facts.fields.iter().filter(|field| field.name.contains(['\n', '\r'])).collect();
    if fields.is_empty() {
        return;
    }
    let mut seen = Occurrences::default();
    fields.iter().for_each(|field| seen.add(|| Place::Field { column: field.column }));
    let names = FieldNames::of(fields.iter().map(|field| field.name.as_str()), NAMED);
    found.add(None, seen).word("names", names.to_string());
}
