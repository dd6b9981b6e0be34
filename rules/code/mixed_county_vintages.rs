use crate::areas::counties::{Counties, county_fields, has_several_years, is_key};
use munilint_model::{Body, Confidence, FieldFacts, Findings, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let mut told: Option<&FieldFacts> = None;
    for field in county_fields(facts).filter(|field| is_mixed(facts, field)) {
        // The number and the name of one county stand side by side.
        let is_same = |told: &FieldFacts| told.column + 1 == field.column && told.role.role != field.role.role;
        if told.is_some_and(is_same) {
            continue;
        }
        told = Some(field);
        let counties = Counties::of(field);
        let best = counties.best_year();
        let Some((odd, example)) = counties.not_in(best, best) else { continue };
        let (fitting, all) = (counties.valid_in(best), counties.len());
        let many_are_odd = !is_slip(odd.different(), all);
        let draft = found.add(Some(field.column), odd.seen);
        draft.excerpt("example", example.value.text.trim()).word("span", example.span()).word("best", best.to_string());
        draft.count("fitting", fitting as u64).count("all", all as u64);
        // When many are of another time this may be a list of all times.
        draft.confidence = many_are_odd.then_some(Confidence::Medium);
    }
}

/// True when the counties of the field never existed all at once, though the table is of one year at most.
pub(super) fn is_mixed(facts: &TableFacts, field: &FieldFacts) -> bool {
    let counties = Counties::of(field);
    let odd = counties.len() - counties.valid_in(counties.best_year());
    let may_be_key = is_key(facts, field) && !is_slip(odd, counties.len());
    odd > 0 && !may_be_key && !has_several_years(facts)
}

fn is_slip(odd: usize, all: usize) -> bool {
    odd * 5 <= all
}
