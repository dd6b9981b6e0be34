//! See `absent-field.md`.

use super::pairs::{is_meant, is_same};
use crate::field_names::FieldNames;
use munilint_model::{Body, Described, DescribedFound, FieldDescription, Occurrences, Options};

pub(crate) const BODY: Body = Body::Described(judge);

/// How many fields a message names.
const NAMED: usize = 3;

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    // Without a header nobody knows what the fields are called.
    if described.facts.layout().header_row.is_none() {
        return;
    }
    let names: Vec<&str> = described.facts.fields.iter().map(|field| field.name.as_str()).collect();
    let documented = described.fields();
    let is_in_data = |said: &&FieldDescription| names.iter().any(|name| is_same(name, &said.name));
    let unclaimed = |name: &&&str| !documented.iter().any(|said| is_same(name, &said.name));
    let (mut seen, mut absent) = (Occurrences::default(), Vec::new());
    for said in documented.iter().filter(|said| !is_in_data(said)) {
        match names.iter().filter(unclaimed).find(|name| is_meant(name, &said.name)) {
            Some(meant) => {
                let draft = found.of_metadata.add(None, Occurrences::at(said.at)).variant("slip");
                draft.excerpt("name", &said.name).excerpt("meant", meant);
                draft.excerpt("table", &described.facts.table.source);
            }
            None => {
                seen.add(|| said.at);
                absent.push(said.name.as_str());
            }
        }
    }
    if !absent.is_empty() {
        let draft = found.of_metadata.add(None, seen).word("names", FieldNames::of(absent, NAMED).to_string());
        draft.count("documented", documented.len() as u64).excerpt("table", &described.facts.table.source);
    }
}
