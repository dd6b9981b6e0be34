use super::decimal_marks::decimal_marks;
use munilint_model::{Body, Confidence, Findings, Options, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.numeric() * 2 > field.present()) {
        let (commas, points) = decimal_marks(field);
        if commas.seen.is_empty() || points.seen.is_empty() {
            continue;
        }
        let (fewer, others, variant, example) = match (commas.maybe_grouped, points.maybe_grouped) {
            (Some(example), None) => (commas.seen, points.seen.count, "comma-groups", Some(example)),
            (None, Some(example)) => (points.seen, commas.seen.count, "point-groups", Some(example)),
            _ if points.seen.count <= commas.seen.count => (points.seen, commas.seen.count, "", None),
            _ => (commas.seen, points.seen.count, "commas", None),
        };
        let draft = found.add(Some(field.column), fewer);
        draft.variant(variant).count("others", others);
        if let Some(example) = example {
            draft.excerpt("example", example).severity(Severity::Warning).confidence(Confidence::Medium);
        }
    }
}
