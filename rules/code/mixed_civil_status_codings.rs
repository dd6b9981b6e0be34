use super::codings::Mixed;
use crate::matching::present;
use munilint_detect::civil_status::coding;
use munilint_model::{Body, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::CivilStatus) {
        let Some(mixed) = Mixed::of(&present(field), coding) else { continue };
        let examples: Vec<&str> = mixed.examples().collect();
        found.add(Some(field.column), mixed.rare.seen).excerpts("ways", examples);
    }
}
