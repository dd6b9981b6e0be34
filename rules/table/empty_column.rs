use munilint_model::{Body, Findings, Occurrences, Options, Place, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    if facts.rows == 0 {
        return;
    }
    for field in facts.fields.iter().filter(|field| field.present() == 0) {
        let draft = found.add(Some(field.column), Occurrences::at(Place::Field { column: field.column }));
        if !field.markers.is_empty() {
            let markers = field.markers.iter().map(|tally| tally.marker.as_str());
            draft.variant("only-markers").excerpts("markers", markers);
        }
    }
}
