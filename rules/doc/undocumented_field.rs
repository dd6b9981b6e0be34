//! See `undocumented-field.md`.

use super::pairs::{is_meant, is_same};
use munilint_model::{Body, Described, DescribedFound, Occurrences, Options, Place};

pub(crate) const BODY: Body = Body::Described(judge);

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    let documented = described.fields();
    // Metadata that says nothing of fields is the matter of another rule, and without a header nobody knows their names.
    if documented.is_empty() || described.facts.layout().header_row.is_none() {
        return;
    }
    let fields = &described.facts.fields;
    let is_absent = |name: &str| !fields.iter().any(|field| is_same(&field.name, name));
    // One that is documented with a slip is told by the rule on what is documented and not there.
    let is_known = |name: &str| {
        documented.iter().any(|said| is_same(name, &said.name) || is_absent(&said.name) && is_meant(name, &said.name))
    };
    // A description of other fields alone is told of once, by the rule on what is documented and not there.
    if !fields.iter().any(|field| is_known(&field.name)) {
        return;
    }
    for field in fields.iter().filter(|field| !is_known(&field.name)) {
        let seen = Occurrences::at(Place::Field { column: field.column });
        found.of_table.add(Some(field.column), seen).excerpt("metadata", &described.metadata.source);
    }
}
