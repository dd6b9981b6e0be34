use super::mixed_decimal_marks::decimal_marks;
use munilint_model::{Body, Findings, Occurrences, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let (mut with_comma, mut with_point) = (Vec::new(), Vec::new());
    let (mut commas, mut points) = (Occurrences::default(), Occurrences::default());
    for field in facts.fields.iter().filter(|field| field.numeric() * 2 > field.present()) {
        // A field that has both is the matter of the other rule.
        match decimal_marks(field) {
            (seen, none) if none.is_empty() && !seen.is_empty() => {
                with_comma.push(field.name.as_str());
                commas.merge(&seen);
            }
            (none, seen) if none.is_empty() && !seen.is_empty() => {
                with_point.push(field.name.as_str());
                points.merge(&seen);
            }
            _ => {}
        }
    }
    if with_comma.is_empty() || with_point.is_empty() {
        return;
    }
    let fewer = if with_point.len() <= with_comma.len() { points } else { commas };
    found.add(None, fewer).excerpts("commas", with_comma).excerpts("points", with_point);
}
