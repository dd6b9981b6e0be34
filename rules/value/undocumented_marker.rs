use crate::field_names::FieldNames;
use munilint_model::{Body, Findings, MARKERS, Occurrences, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// How many fields a finding names.
const NAMED: usize = 2;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for marker in MARKERS {
        let mut seen = Occurrences::default();
        let mut names = Vec::new();
        for field in facts.fields.iter().filter(|field| !field.documents(marker)) {
            if let Some(tally) = field.markers.iter().find(|tally| tally.marker == marker) {
                seen.merge(&tally.seen);
                names.push(field.name.as_str());
            }
        }
        if seen.is_empty() {
            continue;
        }
        let names = FieldNames::of(names, NAMED);
        let (variant, variant_more) = meaning(marker);
        let draft = found.add(None, seen);
        draft.variant(if names.others == 0 { variant } else { variant_more });
        draft.excerpt("marker", marker).word("fields", names.shown).count("others", names.others);
        // Several markers have the same message: the marker itself, one of a closed list, tells the findings apart.
        draft.kind = marker;
    }
}

/// The messages that tell what Statistics Norway means by the sign, or the plain ones: with all fields named, and with more
/// fields than are named.
fn meaning(marker: &str) -> (&'static str, &'static str) {
    match marker {
        "." => ("cannot-occur", "cannot-occur-more"),
        ".." => ("not-available", "not-available-more"),
        "..." => ("not-yet-available", "not-yet-available-more"),
        ":" => ("confidential", "confidential-more"),
        "-" => ("zero", "zero-more"),
        "*" => ("preliminary", "preliminary-more"),
        _ => ("", "more"),
    }
}
