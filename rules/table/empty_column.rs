use crate::field_names::FieldNames;
use munilint_model::{Body, FieldFacts, Findings, Occurrences, Options, Place, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// From more empty columns than this one finding is made.
const MOST_FINDINGS: usize = 3;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    // A field that no row reaches is told of as short rows.
    let without_values = facts.fields.iter().filter(|field| field.present() == 0 && field.cells() > 0);
    let (with_markers, empty): (Vec<_>, Vec<_>) = without_values.partition(|field| !field.markers.is_empty());
    for field in with_markers {
        let markers = field.markers.iter().map(|tally| tally.marker.as_str());
        found.add(Some(field.column), at(field)).variant("only-markers").excerpts("markers", markers);
    }
    if empty.len() <= MOST_FINDINGS {
        for field in empty {
            found.add(Some(field.column), at(field));
        }
        return;
    }
    let mut seen = Occurrences::default();
    empty.iter().for_each(|field| seen.merge(&at(field)));
    let names = FieldNames::of(empty.iter().map(|field| field.name.as_str()), MOST_FINDINGS - 1);
    let draft = found.add(None, seen).variant("many");
    draft.word("fields", names.shown).count("others", names.others);
}

fn at(field: &FieldFacts) -> Occurrences {
    Occurrences::at(Place::Field { column: field.column })
}
