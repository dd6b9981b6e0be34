use munilint_model::{Body, Findings, Occurrences, Options, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    let limit = options.number("limit");
    for field in &facts.fields {
        let missing = field.missing() + field.absent;
        if field.present() == 0 || (missing as f64) <= limit * facts.rows as f64 {
            continue;
        }
        let mut seen = Occurrences::default();
        for shape in Shape::ALL.into_iter().filter(|shape| shape.is_missing()) {
            seen.merge(field.shape(shape));
        }
        // A cell that a short row lacks has no place.
        seen.count = missing;
        found.add(Some(field.column), seen).share("share", missing, facts.rows);
    }
}
