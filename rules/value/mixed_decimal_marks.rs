use munilint_model::{Body, FieldFacts, Findings, Occurrences, Options, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.numeric() * 2 > field.present()) {
        let (commas, points) = decimal_marks(field);
        if commas.is_empty() || points.is_empty() {
            continue;
        }
        let (fewer, others, variant) =
            if points.count <= commas.count { (points, commas.count, "") } else { (commas, points.count, "commas") };
        found.add(Some(field.column), fewer).variant(variant).count("others", others);
    }
}

/// Numbers with a decimal comma, and numbers with a decimal point.
pub(super) fn decimal_marks(field: &FieldFacts) -> (Occurrences, Occurrences) {
    let both = |a, b| {
        let mut seen: Occurrences = field.shape(a).clone();
        seen.merge(field.shape(b));
        seen
    };
    (both(Shape::DecimalComma, Shape::GroupedComma), both(Shape::DecimalPoint, Shape::GroupedPoint))
}
