use super::codings::Mixed;
use super::countries::{System, countries, system};
use crate::matching::present;
use munilint_model::{Body, Findings, Options, Role, TableFacts, ValueFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// A single name may be spelt otherwise than the list has it, and a single code have slipped in from another field; so many show
/// that another coding is meant.
const ENOUGH: usize = 2;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::Country) {
        let values = present(field);
        let Some(mixed) = Mixed::of(&values, system) else { continue };
        if has_names(&mixed) && mixed.rare.different() < ENOUGH && !has_twice(&values) {
            continue;
        }
        let examples: Vec<&str> = mixed.examples().collect();
        found.add(Some(field.column), mixed.rare.seen).excerpts("ways", examples);
    }
}

fn has_names(mixed: &Mixed<'_, System>) -> bool {
    mixed.codings.iter().any(|(system, _)| matches!(system, System::Norwegian | System::English))
}

/// True when one country stands in the field in two codings.
fn has_twice(values: &[&ValueFacts]) -> bool {
    let mut known: Vec<(System, &str)> = Vec::new();
    for value in values {
        let [(system, country)] = countries(value.text.trim()) else { continue };
        if known.iter().any(|(other, same)| other != system && same == country) {
            return true;
        }
        known.push((*system, *country));
    }
    false
}
