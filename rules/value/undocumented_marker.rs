use munilint_model::{Body, Findings, MARKERS, Occurrences, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for marker in MARKERS {
        let mut seen = Occurrences::default();
        let mut names = Vec::new();
        for field in &facts.fields {
            if let Some(tally) = field.markers.iter().find(|tally| tally.marker == marker) {
                seen.merge(&tally.seen);
                names.push(field.name.as_str());
            }
        }
        if seen.is_empty() {
            continue;
        }
        let draft = found.add(None, seen);
        draft.variant(meaning(marker)).excerpt("marker", marker).excerpts("fields", names);
        // Several markers have the same message: the marker itself, one of a closed list, tells the findings apart.
        draft.kind = marker;
    }
}

/// The message that tells what Statistics Norway means by the sign; the plain one for the others.
fn meaning(marker: &str) -> &'static str {
    match marker {
        "." => "cannot-occur",
        ".." => "not-available",
        "..." => "not-yet-available",
        ":" => "confidential",
        "-" => "zero",
        "*" => "preliminary",
        _ => "",
    }
}
