use super::area_names::{county_like, is_county, numbers_of};
use crate::matching::{Matching, present};
use munilint_detect::header::fold;
use munilint_model::{Body, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::CountyName) {
        // `Tromsø` is no county, and no slip for `Troms` either.
        let misspelt = Matching::of(present(field), |text, _| {
            !is_county(text) && numbers_of(text).is_none() && county_like(&fold(text)).is_some()
        });
        let Some(meant) = county_like(&fold(misspelt.example)) else { continue };
        found.add(Some(field.column), misspelt.seen).excerpt("example", misspelt.example).word("meant", meant);
    }
}
