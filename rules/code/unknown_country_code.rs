use super::countries::{System, countries, form, is_set_apart};
use crate::matching::{Matching, present};
use munilint_model::{Body, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// So many different codes of the list show that the field follows it.
const ENOUGH: usize = 3;

/// Written for a country that is not told, though the list has `990`.
const UNSTATED: &str = "999";

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::Country) {
        let values = present(field);
        for (system, variant) in
            [(System::Number, ""), (System::TwoLetters, "letters"), (System::ThreeLetters, "letters")]
        {
            let is_known = |text: &str| countries(text).iter().any(|(found, _)| *found == system);
            let known = Matching::of(values.iter().copied(), |text, _| is_known(text));
            let unknown = Matching::of(values.iter().copied(), |text, _| {
                form(text) == Some(system) && !is_known(text) && !is_set_apart(text) && text != UNSTATED
            });
            if known.different() < ENOUGH {
                continue;
            }
            if system == System::Number {
                let lost = Matching::of(values.iter().copied(), |text, _| matches!(text, "0" | "00"));
                if !lost.is_empty() {
                    let example = lost.example;
                    found.add(Some(field.column), lost.seen).variant("zeros").excerpt("example", example);
                }
            }
            if unknown.is_empty() || unknown.different() * 4 > known.different() {
                continue;
            }
            let example = unknown.example;
            found.add(Some(field.column), unknown.seen).variant(variant).excerpt("example", example);
        }
    }
}
