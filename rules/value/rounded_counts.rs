use super::field_kinds::is_count;
use crate::matching::{number_of, present};
use munilint_model::{Body, FieldFacts, Findings, Occurrences, Options, Place, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// What counts are rounded to, the coarsest first.
const STEPS: [u64; 7] = [1000, 100, 50, 25, 10, 5, 3];

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    let least = options.number("values") as usize;
    for field in facts.fields.iter().filter(|field| is_count(field)) {
        let Some(counts) = counts(field) else { continue };
        let is_step = |step: &u64| counts.iter().all(|count| count % step == 0);
        let Some(step) = STEPS.into_iter().find(is_step).filter(|_| counts.len() >= least) else { continue };
        let draft = found.add(Some(field.column), Occurrences::at(Place::Field { column: field.column }));
        draft.count("step", step).count("values", counts.len() as u64);
    }
}

/// The different counts of a field but for 0. `None` when a value is something else.
fn counts(field: &FieldFacts) -> Option<Vec<u64>> {
    let values = present(field).into_iter().map(|value| {
        let is_whole = matches!(value.shape, Shape::Integer | Shape::GroupedInteger);
        number_of(value).filter(|&number| is_whole && number >= 0.0).map(|number| number as u64)
    });
    let mut counts: Vec<u64> = values.collect::<Option<_>>()?;
    counts.retain(|&count| count != 0);
    Some(counts)
}
