use super::spellings::Mixed;
use crate::areas::names::{numbers_of, without_brackets};
use crate::matching::present;
use munilint_model::{Body, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::MunicipalityName) {
        // By the numbers that the names stand for; a county in brackets tells two municipalities apart.
        let values = present(field).into_iter().filter_map(|value| {
            let text = value.text.trim();
            let county = &text[without_brackets(text).len()..];
            Some(((numbers_of(text)?, county), value))
        });
        if let Some(mixed) = Mixed::of(values) {
            found.add(Some(field.column), mixed.seen).excerpts("forms", mixed.forms).count("names", mixed.things);
        }
    }
}
