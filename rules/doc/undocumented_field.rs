//! See `undocumented-field.md`.

use munilint_model::{Body, Described, DescribedFound, Occurrences, Options, Place};

pub(crate) const BODY: Body = Body::Described(judge);

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    let documented = described.fields();
    // Metadata that says nothing of fields is the matter of another rule.
    if documented.is_empty() {
        return;
    }
    let known =
        |name: &str| documented.iter().any(|field| field.name.trim().to_lowercase() == name.trim().to_lowercase());
    for field in described.facts.fields.iter().filter(|field| !known(&field.name)) {
        let mut seen = Occurrences::default();
        seen.add(|| Place::Field { column: field.column });
        found.of_table.add(Some(field.column), seen).excerpt("metadata", &described.metadata.source);
    }
}
