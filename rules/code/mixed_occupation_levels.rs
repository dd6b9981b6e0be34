use super::codings::Nested;
use super::occupations::{code, is_known};
use crate::matching::present;
use munilint_model::{Body, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::Occupation) {
        let values = present(field);
        let known = |text: &str| code(text).filter(|code| is_known(code)).map(str::to_owned);
        if let Some(Nested { wide, part }) = Nested::of(&values, known) {
            let example = wide.example;
            found.add(Some(field.column), wide.seen).excerpt("example", example).excerpt("part", &part);
        }
    }
}
